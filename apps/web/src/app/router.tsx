import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { z } from 'zod';
import { ConsoleShell } from './console-shell.tsx';
import { NotFound } from './not-found.tsx';
import { PersonShell } from './person-shell.tsx';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

// What anybody may see.

const notice = () => import('../pages/notice/notice-page.tsx');
const sign = () => import('../pages/sign/index.ts');

const backTo = z.object({ to: z.string().max(400).startsWith('/').catch('/home').optional() });

const door = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(notice, 'NoticePage'),
});
const noticeRoute = createRoute({
  getParentRoute: () => root,
  path: '/notice',
  component: lazyRouteComponent(notice, 'NoticePage'),
});
const register = createRoute({
  getParentRoute: () => root,
  path: '/register',
  component: lazyRouteComponent(sign, 'RegisterPage'),
});
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: backTo,
  component: lazyRouteComponent(sign, 'SignInPage'),
});
const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset',
  component: lazyRouteComponent(sign, 'ResetPage'),
});
const certificate = createRoute({
  getParentRoute: () => root,
  path: '/certificate/$code',
  component: lazyRouteComponent(() => import('../pages/certificate/certificate-page.tsx'), 'CertificatePage'),
});

// The person's own.

const person = createRoute({ getParentRoute: () => root, id: 'person', component: PersonShell });
const own = () => person;

const home = createRoute({
  getParentRoute: own,
  path: '/home',
  component: lazyRouteComponent(() => import('../pages/home/home-page.tsx'), 'HomePage'),
});
const myData = createRoute({
  getParentRoute: own,
  path: '/my-data',
  validateSearch: z.object({ item: z.string().max(200).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../pages/my-data/my-data-page.tsx'), 'MyDataPage'),
});
const who = createRoute({
  getParentRoute: own,
  path: '/who',
  validateSearch: z.object({ node: z.string().max(120).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../pages/who/who-page.tsx'), 'WhoPage'),
});
const choices = createRoute({
  getParentRoute: own,
  path: '/choices',
  component: lazyRouteComponent(() => import('../pages/choices/choices-page.tsx'), 'ChoicesPage'),
});
const requests = createRoute({
  getParentRoute: own,
  path: '/requests',
  component: lazyRouteComponent(() => import('../pages/requests/requests-page.tsx'), 'RequestsPage'),
});
const newRequest = createRoute({
  getParentRoute: own,
  path: '/requests/new/$right',
  component: lazyRouteComponent(() => import('../pages/requests/new-request-page.tsx'), 'NewRequestPage'),
});
const oneRequest = createRoute({
  getParentRoute: own,
  path: '/requests/$id',
  component: lazyRouteComponent(() => import('../pages/requests/request-page.tsx'), 'RequestPage'),
});
const activity = createRoute({
  getParentRoute: own,
  path: '/activity',
  validateSearch: z.object({ field: z.string().max(80).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../pages/activity/activity-page.tsx'), 'ActivityPage'),
});
const account = createRoute({
  getParentRoute: own,
  path: '/account',
  component: lazyRouteComponent(() => import('../pages/account/account-page.tsx'), 'AccountPage'),
});
const more = createRoute({
  getParentRoute: own,
  path: '/more',
  component: lazyRouteComponent(() => import('../pages/home/more-page.tsx'), 'MorePage'),
});

// The operator's.

const operatorPages = () => import('../pages/console/index.ts');
const console = createRoute({
  getParentRoute: () => root,
  path: '/console',
  validateSearch: z.object({ token: z.string().max(200).optional().catch(undefined) }),
  component: ConsoleShell,
});
const inConsole = () => console;

const overview = createRoute({
  getParentRoute: inConsole,
  path: '/',
  component: lazyRouteComponent(operatorPages, 'OverviewPage'),
});
const outbox = createRoute({
  getParentRoute: inConsole,
  path: '/outbox',
  component: lazyRouteComponent(operatorPages, 'OutboxPage'),
});
const services = createRoute({
  getParentRoute: inConsole,
  path: '/services',
  component: lazyRouteComponent(operatorPages, 'ServicesPage'),
});
const policies = createRoute({
  getParentRoute: inConsole,
  path: '/policies',
  component: lazyRouteComponent(operatorPages, 'PoliciesPage'),
});
const recipients = createRoute({
  getParentRoute: inConsole,
  path: '/recipients',
  component: lazyRouteComponent(operatorPages, 'RecipientsPage'),
});
const ledger = createRoute({
  getParentRoute: inConsole,
  path: '/ledger',
  component: lazyRouteComponent(operatorPages, 'LedgerPage'),
});

const tree = root.addChildren([
  door,
  noticeRoute,
  register,
  signIn,
  reset,
  certificate,
  person.addChildren([home, myData, who, choices, requests, newRequest, oneRequest, activity, account, more]),
  console.addChildren([overview, outbox, services, policies, recipients, ledger]),
]);

export const makeRouter = () =>
  createRouter({ routeTree: tree, defaultPreload: 'intent', scrollRestoration: true, trailingSlash: 'never' });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
