import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { CookieQuestion } from '../cookies/cookie-question.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Brand, NoticeLink, SkipLink } from './frame.tsx';
import { useMessages } from './language.tsx';
import { useSession } from './session.ts';
import { Settings } from './settings.tsx';

function Way() {
  const t = useMessages('common');
  const shell = useMessages('shell');
  const { data } = useSession();
  if (data === undefined) return <span />;
  if (data === null) {
    return (
      <Link to="/sign-in" className={buttonClass('second', true)}>
        {t.signIn}
      </Link>
    );
  }
  const operator = data.role === 'operator';
  return (
    <Link to={operator ? '/console' : '/home'} className={buttonClass('second', true)}>
      {operator ? shell.places.overview : shell.places.home}
    </Link>
  );
}

interface FrameProps {
  readonly children: ReactNode;
  readonly way?: boolean;
  /** Leads to the notice; not from the notice itself. */
  readonly foot?: boolean;
}

/** Head of the pages that anybody may see. */
export function PublicFrame({ children, way = true, foot = true }: FrameProps) {
  return (
    <>
      <SkipLink />
      <header className="pub-head">
        <Brand to="/" />
        <Settings />
        {way && <Way />}
      </header>
      <main id="main" className="pub">
        {children}
        {foot && <NoticeLink />}
      </main>
      <CookieQuestion />
    </>
  );
}
