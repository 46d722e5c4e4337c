import { NothingHeld, type Route, routesOf, type SignedIn } from '@kept/kit';
import { spaceOf, viewsOf } from '@kept/service-devices';
import { livesThere, type Membership, NotGranted } from '@kept/service-spaces';
import { armHome, type Entry, readSecurityLog } from './api/index.ts';
import type { Event } from './events.ts';
import { guardOf, namedBy } from './guard.ts';
import type { SecurityContext } from './service.ts';

const route = routesOf<SecurityContext>();
const MOST = 2_000;

export const securityRoutes: readonly Route<SecurityContext>[] = [
  route(readSecurityLog, async ({ person, params, query: { from, until } }, context) => {
    const { guard, own, household } = await entering(context, person, params.id);
    const { members } = guard.runtime;
    const seen = [...household.devices.values()].filter((each) => members.may(own, 'history', spaceOf(each)));
    const isWhole = members.may(own, 'history');
    if (seen.length === 0 && !isWhole) throw new NotGranted();
    const [view] = viewsOf(own, household);
    if (!view) throw new NotGranted();
    const ids = new Set(seen.map(({ id }) => id));
    // What is not in the home any more, and what is about all of it, is for whoever may look back at all of it.
    const mine = ({ device }: Event) => (device && household.devices.has(device) ? ids.has(device) : isWhole);
    const all = (await guard.log.of(household.home, view, from, until)).filter(mine);
    const people = new Map((await members.all(household.home)).map((each) => [each.person, each]));
    const entries = all.slice(-MOST).toReversed();
    const body = {
      arming: members.may(own, 'see') ? await guard.armingOf(household) : null,
      arms: arms(own) && members.may(own, 'control'),
      entries: entries.map((each) => shown(each, person.id, people)),
      more: all.length > MOST,
    };
    return { status: 200, body };
  }),
  route(armHome, async ({ person, params, body: { mode } }, context) => {
    const { guard, own, household } = await entering(context, person, params.id);
    if (!arms(own) || !guard.runtime.members.may(own, 'control')) throw new NotGranted();
    return { status: 200, body: await guard.arm(household, person.id, mode) };
  }),
];

const arms = ({ role }: Membership): boolean => livesThere(role);

/** Throws KIT_NOT_FOUND for a stranger, SPACES_NOT_GRANTED outside of somebody’s hours. */
async function entering(context: SecurityContext, { id, region }: SignedIn, home: string) {
  const guard = guardOf(context.at(region));
  const own = await guard.runtime.members.find(home, id);
  if (!own) throw new NothingHeld();
  if (!guard.runtime.members.isOpenNow(own)) throw new NotGranted();
  return { guard, own, household: await guard.runtime.household(home) };
}

function shown(
  { at, kind, device, name, key, value, who }: Event,
  me: string,
  people: ReadonlyMap<string, Membership>,
): Entry {
  const named = namedBy(who);
  const role = people.get(named?.person ?? '')?.role ?? null;
  const by = named && { me: named.person === me, role, run: named.run, code: named.code, via: named.by };
  return { at, kind, device, name, key, value, by };
}
