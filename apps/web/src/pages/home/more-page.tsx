import { Link } from '@tanstack/react-router';
import { BookOpen, LogOut } from 'lucide-react';
import { useMessages } from '../../app/language.tsx';
import { morePlaces } from '../../app/navigation.ts';
import { Page } from '../../app/page.tsx';
import { useSignOut } from '../../app/session.ts';
import { Icon } from '../../ui/icon.tsx';
import './home.css';

/** The places that do not fit at the foot of a phone. */
export function MorePage() {
  const t = useMessages('shell');
  const signOut = useSignOut();
  return (
    <Page title={t.morePage.title} lead={t.morePage.lead}>
      <ul className="morelist">
        {morePlaces.map(({ to, icon, name }) => (
          <li key={to}>
            <Link to={to}>
              <Icon of={icon} />
              {t.places[name]}
            </Link>
          </li>
        ))}
        <li>
          <Link to="/notice">
            <Icon of={BookOpen} />
            {t.notice}
          </Link>
        </li>
        <li>
          <button type="button" onClick={() => void signOut()}>
            <Icon of={LogOut} />
            {t.signOut}
          </button>
        </li>
      </ul>
    </Page>
  );
}
