import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { z } from 'zod';
import { SCREENS } from '../generated/screens.ts';
import { ConsoleShell } from './console-shell.tsx';
import { NotFound } from './not-found.tsx';
import { PersonShell } from './person-shell.tsx';
import { screensUnder, withScreens } from './screens-under.ts';

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

const unsubscribe = createRoute({
  getParentRoute: () => root,
  path: '/unsubscribe/$token',
  component: lazyRouteComponent(() => import('../pages/unsubscribe/unsubscribe-page.tsx'), 'UnsubscribePage'),
});

const outside = () => import('../pages/outside/index.ts');
const ask = createRoute({
  getParentRoute: () => root,
  path: '/ask',
  component: lazyRouteComponent(outside, 'AskPage'),
});
const askConfirm = createRoute({
  getParentRoute: () => root,
  path: '/ask/$id',
  component: lazyRouteComponent(outside, 'ConfirmPage'),
});
const askStatus = createRoute({
  getParentRoute: () => root,
  path: '/ask/status/$link',
  component: lazyRouteComponent(outside, 'StatusPage'),
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
const wishes = createRoute({
  getParentRoute: own,
  path: '/requests/wishes',
  component: lazyRouteComponent(() => import('../pages/requests/wishes-page.tsx'), 'WishesPage'),
});
const oneRequest = createRoute({
  getParentRoute: own,
  path: '/requests/$id',
  component: lazyRouteComponent(() => import('../pages/requests/request-page.tsx'), 'RequestPage'),
});
const takeAlong = createRoute({
  getParentRoute: own,
  path: '/package',
  component: lazyRouteComponent(() => import('../pages/package/package-page.tsx'), 'PackagePage'),
});
const activity = createRoute({
  getParentRoute: own,
  path: '/activity',
  validateSearch: z.object({ field: z.string().max(80).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../pages/activity/activity-page.tsx'), 'ActivityPage'),
});
const changes = createRoute({
  getParentRoute: own,
  path: '/changes',
  component: lazyRouteComponent(() => import('../pages/changes/changes-page.tsx'), 'ChangesPage'),
});
const account = createRoute({
  getParentRoute: own,
  path: '/account',
  component: lazyRouteComponent(() => import('../pages/account/account-page.tsx'), 'AccountPage'),
});
const inbox = createRoute({
  getParentRoute: own,
  path: '/inbox',
  component: lazyRouteComponent(() => import('../pages/inbox/inbox-page.tsx'), 'InboxPage'),
});
const devicePages = () => import('../pages/devices/index.ts');
const devices = createRoute({
  getParentRoute: own,
  path: '/devices',
  validateSearch: z.object({ home: z.string().max(40).optional().catch(undefined) }),
  component: lazyRouteComponent(devicePages, 'DevicesPage'),
});
const homePeople = createRoute({
  getParentRoute: own,
  path: '/devices/$home/people',
  component: lazyRouteComponent(devicePages, 'PeoplePage'),
});
const homeAlerts = createRoute({
  getParentRoute: own,
  path: '/devices/$home/alerts',
  component: lazyRouteComponent(devicePages, 'AlertsPage'),
});
const energy = createRoute({
  getParentRoute: own,
  path: '/devices/$home/energy',
  component: lazyRouteComponent(() => import('../pages/energy/energy-page.tsx'), 'EnergyPage'),
});
const addDevice = createRoute({
  getParentRoute: own,
  path: '/devices/$home/add',
  component: lazyRouteComponent(devicePages, 'AddPage'),
});
const automationPages = () => import('../pages/automations/index.ts');
const automations = createRoute({
  getParentRoute: own,
  path: '/devices/$home/automations',
  component: lazyRouteComponent(automationPages, 'AutomationsPage'),
});
const newAutomation = createRoute({
  getParentRoute: own,
  path: '/devices/$home/automations/new',
  component: lazyRouteComponent(automationPages, 'NewAutomationPage'),
});
const scenes = createRoute({
  getParentRoute: own,
  path: '/devices/$home/scenes',
  component: lazyRouteComponent(automationPages, 'ScenesPage'),
});
const foreignAutomations = createRoute({
  getParentRoute: own,
  path: '/devices/$home/automations/exchange',
  component: lazyRouteComponent(automationPages, 'ForeignPage'),
});
const oneAutomation = createRoute({
  getParentRoute: own,
  path: '/devices/$home/automations/$automation',
  component: lazyRouteComponent(automationPages, 'AutomationPage'),
});
const oneDevice = createRoute({
  getParentRoute: own,
  path: '/devices/$home/$device',
  component: lazyRouteComponent(devicePages, 'DevicePage'),
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
const queue = createRoute({
  getParentRoute: inConsole,
  path: '/requests',
  component: lazyRouteComponent(operatorPages, 'QueuePage'),
});
const metrics = createRoute({
  getParentRoute: inConsole,
  path: '/metrics',
  component: lazyRouteComponent(operatorPages, 'MetricsPage'),
});
const queued = createRoute({
  getParentRoute: inConsole,
  path: '/requests/$region/$id',
  component: lazyRouteComponent(operatorPages, 'QueuedPage'),
});
const consoleMore = createRoute({
  getParentRoute: inConsole,
  path: '/more',
  component: lazyRouteComponent(operatorPages, 'ConsoleMorePage'),
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
const version = createRoute({
  getParentRoute: inConsole,
  path: '/policies/$id',
  component: lazyRouteComponent(operatorPages, 'VersionPage'),
});
const waiting = createRoute({
  getParentRoute: inConsole,
  path: '/waiting',
  component: lazyRouteComponent(operatorPages, 'WaitingPage'),
});
const inventory = createRoute({
  getParentRoute: inConsole,
  path: '/inventory',
  component: lazyRouteComponent(operatorPages, 'InventoryPage'),
});
const flow = createRoute({
  getParentRoute: inConsole,
  path: '/flow',
  component: lazyRouteComponent(() => import('../pages/console/flow-page.tsx'), 'FlowPage'),
});
const recipients = createRoute({
  getParentRoute: inConsole,
  path: '/recipients',
  component: lazyRouteComponent(operatorPages, 'RecipientsPage'),
});
const connectors = createRoute({
  getParentRoute: inConsole,
  path: '/connectors',
  component: lazyRouteComponent(() => import('../pages/console/connectors-page.tsx'), 'ConnectorsPage'),
});
const ledger = createRoute({
  getParentRoute: inConsole,
  path: '/ledger',
  component: lazyRouteComponent(operatorPages, 'LedgerPage'),
});
const staff = createRoute({
  getParentRoute: inConsole,
  path: '/staff',
  component: lazyRouteComponent(() => import('../pages/console/staff/index.ts'), 'StaffPage'),
});

// What the services bring along.

const ofPeople = screensUnder(
  own,
  SCREENS.flatMap(({ person: bring }) => bring?.screens ?? []),
);
const ofStaff = screensUnder(
  inConsole,
  SCREENS.flatMap(({ console: bring }) => bring?.screens ?? []),
);

const tree = root.addChildren([
  door,
  noticeRoute,
  register,
  signIn,
  reset,
  certificate,
  unsubscribe,
  ask,
  askConfirm,
  askStatus,
  person.addChildren(
    withScreens(
      [
        home,
        myData,
        who,
        choices,
        requests,
        newRequest,
        wishes,
        oneRequest,
        takeAlong,
        activity,
        changes,
        account,
        inbox,
        more,
        devices,
        homeAlerts,
        homePeople,
        addDevice,
        energy,
        automations,
        newAutomation,
        scenes,
        foreignAutomations,
        oneAutomation,
        oneDevice,
      ],
      ofPeople,
    ),
  ),
  console.addChildren(
    withScreens(
      [
        overview,
        queue,
        metrics,
        queued,
        consoleMore,
        outbox,
        services,
        policies,
        version,
        waiting,
        inventory,
        flow,
        connectors,
        recipients,
        ledger,
        staff,
      ],
      ofStaff,
    ),
  ),
]);

export const makeRouter = () =>
  createRouter({ routeTree: tree, defaultPreload: 'intent', scrollRestoration: true, trailingSlash: 'never' });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
