/** The person's own, and what the services bring along for them. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { SCREENS } from '../../generated/screens.ts';
import { PersonShell } from '../person-shell.tsx';
import { screensUnder, withScreens } from '../screens-under.ts';
import { root } from './root.ts';

const person = createRoute({ getParentRoute: () => root, id: 'person', component: PersonShell });
const own = () => person;

const home = createRoute({
  getParentRoute: own,
  path: '/home',
  component: lazyRouteComponent(() => import('../../pages/home/home-page.tsx'), 'HomePage'),
});
const myData = createRoute({
  getParentRoute: own,
  path: '/my-data',
  validateSearch: z.object({ item: z.string().max(200).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../../pages/my-data/my-data-page.tsx'), 'MyDataPage'),
});
const who = createRoute({
  getParentRoute: own,
  path: '/who',
  validateSearch: z.object({ node: z.string().max(120).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../../pages/who/who-page.tsx'), 'WhoPage'),
});
const choices = createRoute({
  getParentRoute: own,
  path: '/choices',
  component: lazyRouteComponent(() => import('../../pages/choices/choices-page.tsx'), 'ChoicesPage'),
});
const requests = createRoute({
  getParentRoute: own,
  path: '/requests',
  component: lazyRouteComponent(() => import('../../pages/requests/requests-page.tsx'), 'RequestsPage'),
});
const newRequest = createRoute({
  getParentRoute: own,
  path: '/requests/new/$right',
  component: lazyRouteComponent(() => import('../../pages/requests/new-request-page.tsx'), 'NewRequestPage'),
});
const wishes = createRoute({
  getParentRoute: own,
  path: '/requests/wishes',
  component: lazyRouteComponent(() => import('../../pages/requests/wishes-page.tsx'), 'WishesPage'),
});
const oneRequest = createRoute({
  getParentRoute: own,
  path: '/requests/$id',
  component: lazyRouteComponent(() => import('../../pages/requests/request-page.tsx'), 'RequestPage'),
});
const takeAlong = createRoute({
  getParentRoute: own,
  path: '/package',
  component: lazyRouteComponent(() => import('../../pages/package/package-page.tsx'), 'PackagePage'),
});
const activity = createRoute({
  getParentRoute: own,
  path: '/activity',
  validateSearch: z.object({ field: z.string().max(80).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../../pages/activity/activity-page.tsx'), 'ActivityPage'),
});
const changes = createRoute({
  getParentRoute: own,
  path: '/changes',
  component: lazyRouteComponent(() => import('../../pages/changes/changes-page.tsx'), 'ChangesPage'),
});
const account = createRoute({
  getParentRoute: own,
  path: '/account',
  component: lazyRouteComponent(() => import('../../pages/account/account-page.tsx'), 'AccountPage'),
});
const inbox = createRoute({
  getParentRoute: own,
  path: '/inbox',
  component: lazyRouteComponent(() => import('../../pages/inbox/inbox-page.tsx'), 'InboxPage'),
});
const devicePages = () => import('../../pages/devices/index.ts');
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
  component: lazyRouteComponent(() => import('../../pages/energy/energy-page.tsx'), 'EnergyPage'),
});
const addDevice = createRoute({
  getParentRoute: own,
  path: '/devices/$home/add',
  component: lazyRouteComponent(devicePages, 'AddPage'),
});
const automationPages = () => import('../../pages/automations/index.ts');
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
  component: lazyRouteComponent(() => import('../../pages/home/more-page.tsx'), 'MorePage'),
});

const brought = screensUnder(
  own,
  SCREENS.flatMap(({ person: bring }) => bring?.screens ?? []),
);

export const ofPerson = person.addChildren(
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
    brought,
  ),
);
