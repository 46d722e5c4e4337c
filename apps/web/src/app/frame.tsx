import { Link, useRouter, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { Icon, Mark } from '../ui/icon.tsx';
import { useLanguage, useMessages } from './language.tsx';
import { nameOf, type Place } from './navigation.ts';
import { useBrand, useNotice } from './notice.ts';
import { Settings } from './settings.tsx';

export function Brand({ to, note }: { to: '/' | '/home' | '/console'; note?: string }) {
  const brand = useBrand();
  return (
    <Link to={to} className="brand">
      <Mark />
      <span>{brand}</span>
      {note !== undefined && <small> {note}</small>}
    </Link>
  );
}

export function SkipLink() {
  return (
    <a className="skip" href="#main">
      {useMessages('shell').skip}
    </a>
  );
}

/** The notice is one step away from every page. */
export function NoticeLink() {
  const t = useMessages('shell');
  const policy = useNotice().data?.policy;
  return (
    <footer className="page-foot">
      <Link to="/notice">{policy === undefined ? t.notice : t.noticeVersion(policy.version)}</Link>
    </footer>
  );
}

/** The router marks by prefix; which place one is at is ours to say. */
const exactly = { activeOptions: { exact: true }, activeProps: { 'aria-current': undefined } } as const;

interface FrameProps<To extends string> {
  readonly brand: ReactNode;
  readonly rail: readonly Place<To>[];
  readonly foot: readonly Place<To>[];
  /** Which place of the foot a path belongs to, when it is not one itself. */
  readonly footOf?: (path: string) => string;
  readonly railFoot: ReactNode;
  /** Beside the settings, at hand on every page. */
  readonly mark?: ReactNode;
  readonly children: ReactNode;
}

/** Brings in the other pages once this one stands: without network each can still open and say so. */
function useAllPages(places: readonly Place<string>[]): void {
  const router = useRouter();
  useEffect(() => {
    const later = setTimeout(() => {
      for (const { to } of places) router.preloadRoute({ to }).catch(() => undefined);
    }, 500);
    return () => clearTimeout(later);
  }, [router, places]);
}

/** Rail on a desk, bar at the foot of a phone, the page between. */
export function Frame<To extends string>({
  brand,
  rail,
  foot,
  footOf = (path) => path,
  railFoot,
  mark,
  children,
}: FrameProps<To>) {
  const t = useMessages('shell');
  const { language } = useLanguage();
  useAllPages(rail);
  const path = useRouterState({ select: (state) => state.location.pathname.replace(/\/$/, '') });
  const footPath = footOf(path);
  const isHere = (to: string, at: string): 'page' | undefined => (to === at ? 'page' : undefined);
  return (
    <div className="app">
      <SkipLink />
      <header className="rail">
        {brand}
        <nav aria-label={t.navigation}>
          <ul>
            {rail.map((place) => (
              <li key={place.to}>
                <Link
                  to={place.to as string}
                  title={nameOf(place, t.places, language)}
                  {...exactly}
                  aria-current={isHere(place.to, path)}
                >
                  <Icon of={place.icon} />
                  <span>{nameOf(place, t.places, language)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="rail-foot">
          {railFoot}
          {mark}
          <Settings />
        </div>
      </header>
      <header className="topbar">
        {brand}
        {mark}
        <Settings />
      </header>
      <main className="main" id="main">
        {children}
        <NoticeLink />
      </main>
      <nav className="bottombar" aria-label={t.foot}>
        {foot.map(({ to, icon, name }) => (
          <Link key={to} to={to as string} {...exactly} aria-current={isHere(to, footPath)}>
            <Icon of={icon} />
            <span>{t.short[name]}</span>
          </Link>
        ))}
      </nav>
    </div>
  );
}
