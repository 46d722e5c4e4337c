import { Link } from '@tanstack/react-router';
import { useMessages } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { usePerson } from '../../app/session.ts';
import { buttonClass } from '../../ui/button.tsx';
import { AgeSection } from './age-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { ProfileSection } from './profile-section.tsx';
import { SecondStepSection } from './second-step-section.tsx';
import { SessionsSection } from './sessions-section.tsx';
import './account.css';

function Closing() {
  const t = useMessages('account').closing;
  return (
    <section className="sect" aria-labelledby="closing-heading">
      <h2 id="closing-heading">{t.title}</h2>
      <p className="quiet measure mb-4">{t.text}</p>
      <Link to="/requests/new/$right" params={{ right: 'closure' }} className={buttonClass('ending')}>
        {t.go}
      </Link>
    </section>
  );
}

/** The profile, and what keeps the account safe. */
export function AccountPage() {
  const t = useMessages('account');
  const { person } = usePerson();
  return (
    <Page title={t.title} lead={t.lead(person.regionLabel)} margin={<SessionsSection />}>
      <ProfileSection />
      <PasswordSection />
      <SecondStepSection />
      <AgeSection />
      <Closing />
    </Page>
  );
}
