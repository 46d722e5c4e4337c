import { Link, Navigate, Outlet, useRouterState } from '@tanstack/react-router';
import { LogOut, UserRound } from 'lucide-react';
import { useState } from 'react';
import { CookieQuestion } from '../cookies/cookie-question.tsx';
import { buttonClass, IconButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Blank } from '../ui/pictures.tsx';
import { Broken, OfflineBar } from './answer.tsx';
import { ChangesBar } from './changes-bar.tsx';
import { Brand, Frame } from './frame.tsx';
import { InboxMark, useUnread } from './inbox-mark.tsx';
import { useMessages } from './language.tsx';
import { footPlaces, morePlaces, personPlaces } from './navigation.ts';
import { useNotice } from './notice.ts';
import { usePerson, useSession, useSignOut } from './session.ts';

/** First letter or figure of a name. */
const faceOf = (name: string): string | undefined => Array.from(name.replace(/[^\p{L}\p{N}]/gu, ''))[0]?.toUpperCase();

function Who() {
  const t = useMessages('shell');
  const { person } = usePerson();
  const policy = useNotice().data?.policy;
  const signOut = useSignOut();
  const name = person.nickname ?? person.maskedContact;
  const face = faceOf(name);
  return (
    <>
      <div className="who">
        <Link to="/account" className="face" aria-label={t.places.account}>
          {face ?? <Icon of={UserRound} />}
        </Link>
        <span className="who-name">
          {face === undefined ? t.signedIn : name}
          <small className="block quiet">{person.regionLabel}</small>
        </span>
        <IconButton icon={LogOut} label={t.signOut} onClick={() => void signOut()} />
      </div>
      <Link to="/notice">{policy === undefined ? t.notice : t.noticeVersion(policy.version)}</Link>
    </>
  );
}

const footOf = (path: string): string => (morePlaces.some(({ to }) => to === path) ? '/more' : path);

/** Remembers the page that was wanted: the address changes before this one is gone, and would lead in a circle. */
function ToSignIn() {
  const here = useRouterState({ select: (state) => state.location.href });
  const [wanted] = useState(here);
  return <Navigate to="/sign-in" search={{ to: wanted }} replace />;
}

/** The person's own pages; everybody else is shown the way. */
export function PersonShell() {
  const t = useMessages('common');
  const session = useSession();
  if (session.error !== null && session.data === undefined) {
    return <Broken error={session.error} onRetry={() => void session.refetch()} />;
  }
  if (session.data === undefined) return null;
  if (session.data === null) return <ToSignIn />;
  if (session.data.role === 'operator') {
    return (
      <Blank
        picture="forbidden"
        title={t.operatorHere.title}
        level={1}
        actions={
          <Link to="/console" className={buttonClass('primary')}>
            {t.operatorHere.go}
          </Link>
        }
      >
        <p>{t.operatorHere.text}</p>
      </Blank>
    );
  }
  return <Rooms />;
}

function Rooms() {
  const unread = useUnread();
  return (
    <Frame
      brand={<Brand to="/home" />}
      rail={personPlaces}
      foot={footPlaces}
      footOf={footOf}
      railFoot={<Who />}
      mark={<InboxMark unread={unread} />}
    >
      <OfflineBar />
      <ChangesBar />
      <Outlet />
      <CookieQuestion />
    </Frame>
  );
}
