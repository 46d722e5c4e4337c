import { openOperatorSession } from '@kept/api';
import { Navigate, Outlet, useNavigate, useRouterState, useSearch } from '@tanstack/react-router';
import { LogOut } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { call } from '../api/client.ts';
import { IconButton } from '../ui/button.tsx';
import { Blank } from '../ui/pictures.tsx';
import { Broken } from './answer.tsx';
import { useFailureText } from './failure-text.ts';
import { Brand, Frame } from './frame.tsx';
import { useLanguage, useMessages } from './language.tsx';
import { consoleFoot, consoleMore, consolePlaces, placesFor } from './navigation.ts';
import { useForget, useSession, useSignOut } from './session.ts';

// Not with the shell: what they look like stands in a layer that comes after the app's own.
const door = () => import('../pages/console/staff/index.ts');
const StaffSignIn = lazy(async () => ({ default: (await door()).StaffSignIn }));
const Enrol = lazy(async () => ({ default: (await door()).Enrol }));

function Operator({ name }: { name: string }) {
  const t = useMessages('shell');
  const signOut = useSignOut();
  return (
    <div className="who">
      <span className="face" aria-hidden="true">
        {Array.from(name)[0]}
      </span>
      <span className="who-name">
        {name}
        <small className="block quiet">{t.operator}</small>
      </span>
      <IconButton icon={LogOut} label={t.signOut} onClick={() => void signOut()} />
    </div>
  );
}

/** Exchanges the one-time token of the link for a session, once, and takes it out of the address. */
function Opening({ token }: { token: string }) {
  const t = useMessages('console');
  const { language } = useLanguage();
  const navigate = useNavigate();
  const forget = useForget();
  const failureText = useFailureText();
  const [failure, setFailure] = useState<unknown>(null);
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    call(openOperatorSession, { body: { token } }, { language })
      .then(() => {
        forget();
        return navigate({ to: '/console', search: {}, replace: true });
      })
      .catch(setFailure);
  }, [token, language, navigate, forget]);
  if (failure === null) return null;
  return (
    <Blank picture="forbidden" title={t.link.title} level={1}>
      <p>{failureText(failure)}</p>
      <p>{t.link.text}</p>
    </Blank>
  );
}

const footOf = (path: string): string =>
  path.startsWith('/console/requests')
    ? '/console/requests'
    : consoleMore.some(({ to }) => to !== '/console' && path.startsWith(to))
      ? '/console/more'
      : path;

/** The operator's pages. */
export function ConsoleShell() {
  const t = useMessages('console');
  const session = useSession();
  const { token } = useSearch({ from: '/console' });
  const path = useRouterState({ select: (state) => state.location.pathname });
  if (token !== undefined) return <Opening token={token} />;
  if (session.error !== null && session.data === undefined) {
    return <Broken error={session.error} onRetry={() => void session.refetch()} />;
  }
  if (session.data === undefined) return null;
  if (session.data?.role !== 'operator' || !session.data.operator.enrolled)
    return <Suspense fallback={null}>{session.data?.role === 'operator' ? <Enrol /> : <StaffSignIn />}</Suspense>;
  if (path === '/console/') return <Navigate to="/console" replace />;
  return (
    <Frame
      brand={<Brand to="/console" note={t.name} />}
      rail={placesFor(consolePlaces, session.data.operator.role)}
      foot={placesFor(consoleFoot, session.data.operator.role)}
      footOf={footOf}
      railFoot={<Operator name={session.data.operator.name} />}
    >
      <Outlet />
    </Frame>
  );
}
