import { Link } from '@tanstack/react-router';
import { BookOpen } from 'lucide-react';
import { useMessages } from '../../app/language.tsx';
import { MoreList } from '../../app/more-list.tsx';
import { morePlaces } from '../../app/navigation.ts';
import { Icon } from '../../ui/icon.tsx';

/** The places that do not fit at the foot of a phone. */
export function MorePage() {
  const t = useMessages('shell');
  return (
    <MoreList places={morePlaces}>
      <li>
        <Link to="/notice">
          <Icon of={BookOpen} />
          {t.notice}
        </Link>
      </li>
    </MoreList>
  );
}
