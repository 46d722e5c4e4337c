import { NothingHeld, type Route, routesOf, type SignedIn } from '@kept/kit';
import { livesThere, NotGranted } from '@kept/service-spaces';
import { acknowledge, listAlerts } from './api/index.ts';
import type { Alert } from './inbox.ts';
import type { AlertsContext } from './service.ts';
import { type Watch, watchOf } from './watch.ts';

const route = routesOf<AlertsContext>();
const MOST = 200;

export const alertsRoutes: readonly Route<AlertsContext>[] = [
  route(listAlerts, async ({ person, params }, context) => {
    const { own } = await entering(context, person, params.id);
    return { status: 200, body: { alerts: own } };
  }),
  route(acknowledge, async ({ person, params }, context) => {
    const { watch, own } = await entering(context, person, params.id);
    const found = own.find(({ id }) => id === params.alert);
    if (!found) throw new NothingHeld();
    const acknowledged = new Date(watch.runtime.region.clock.now());
    // The first who does so stays.
    if (found.acknowledged === null) await watch.inbox.mark(found.id, { acknowledged, by: person.id });
    return { status: 204 };
  }),
];

/** Of devices that they may see now. Throws KIT_NOT_FOUND for a stranger, SPACES_NOT_GRANTED. */
async function entering(
  context: AlertsContext,
  { id: person, region }: SignedIn,
  home: string,
): Promise<{ watch: Watch; own: Alert[] }> {
  const watch = watchOf(context.at(region));
  const { members } = watch.runtime;
  const membership = await members.find(home, person);
  if (!membership) throw new NothingHeld();
  if (!livesThere(membership.role) || !members.isOpenNow(membership)) throw new NotGranted();
  const { devices } = await watch.runtime.household(home);
  const all = await watch.inbox.of(home, person, MOST);
  const isSeen = ({ device }: Alert) =>
    members.may(membership, 'see', devices.get(device)?.description.space || undefined);
  return { watch, own: all.filter(isSeen) };
}
