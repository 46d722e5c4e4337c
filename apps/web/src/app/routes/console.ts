/** The operator's, and what the services bring along for the staff. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { SCREENS } from '../../generated/screens.ts';
import { ConsoleShell } from '../console-shell.tsx';
import { screensUnder, withScreens } from '../screens-under.ts';
import { root } from './root.ts';

const operatorPages = () => import('../../pages/console/index.ts');
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
const age = createRoute({
  getParentRoute: inConsole,
  path: '/ages',
  component: lazyRouteComponent(operatorPages, 'AgePage'),
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
  component: lazyRouteComponent(() => import('../../pages/console/flow-page.tsx'), 'FlowPage'),
});
const recipients = createRoute({
  getParentRoute: inConsole,
  path: '/recipients',
  component: lazyRouteComponent(operatorPages, 'RecipientsPage'),
});
const connectors = createRoute({
  getParentRoute: inConsole,
  path: '/connectors',
  component: lazyRouteComponent(() => import('../../pages/console/connectors-page.tsx'), 'ConnectorsPage'),
});
const ledger = createRoute({
  getParentRoute: inConsole,
  path: '/ledger',
  component: lazyRouteComponent(operatorPages, 'LedgerPage'),
});
const staff = createRoute({
  getParentRoute: inConsole,
  path: '/staff',
  component: lazyRouteComponent(() => import('../../pages/console/staff/index.ts'), 'StaffPage'),
});

const incidentPages = () => import('../../pages/console/incidents/index.ts');
const incidents = createRoute({
  getParentRoute: inConsole,
  path: '/incidents',
  component: lazyRouteComponent(incidentPages, 'IncidentsPage'),
});
const incident = createRoute({
  getParentRoute: inConsole,
  path: '/incidents/$id',
  component: lazyRouteComponent(incidentPages, 'IncidentPage'),
});

const brought = screensUnder(
  inConsole,
  SCREENS.flatMap(({ console: bring }) => bring?.screens ?? []),
);

export const ofConsole = console.addChildren(
  withScreens(
    [
      overview,
      queue,
      metrics,
      age,
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
      incidents,
      incident,
    ],
    brought,
  ),
);
