import { NothingHeld, type Route, routesOf, type SignedIn } from '@kept/kit';
import {
  type Device,
  type Household,
  lookOn,
  type Runtime,
  runtimeOf,
  spaceOf,
  type View,
} from '@kept/service-devices';
import { type Act, livesThere, type Membership, NotGranted } from '@kept/service-spaces';
import { type Asking, accountOf } from './account.ts';
import { clearTariff, downloadEnergy, type Energies, readEnergy, readTariff, setTariff } from './api/index.ts';
import type { EnergyContext } from './service.ts';
import { tableOf } from './table.ts';
import { type Tariffs, tariffsOf } from './tariffs.ts';

const route = routesOf<EnergyContext>();

export const energyRoutes: readonly Route<EnergyContext>[] = [
  route(readEnergy, async ({ person, params, query }, context) => ({
    status: 200,
    body: await energy(context, person, params.id, query),
  })),
  route(downloadEnergy, async ({ person, params, query }, context) => {
    const table = tableOf(await energy(context, person, params.id, query));
    const name = `energy-${query.date}-${query.span}.csv`;
    const headers = { 'content-disposition': `attachment; filename="${name}"` };
    return { status: 200, headers, stream: pieces(table) } as never;
  }),
  route(readTariff, async ({ person, params }, context) => {
    const { tariffs, household, view } = await looking(context, person, params.id);
    const tariff = await tariffs.of(household, view);
    return { status: 200, body: { tariff: tariff as never } };
  }),
  route(setTariff, async ({ person, params, body }, context) => {
    const { tariffs, household } = await setting(context, person, params.id);
    const periods = body.periods.toSorted((a, b) => (a.from < b.from ? -1 : 1));
    await tariffs.set(household, { ...body, periods });
    return { status: 204 };
  }),
  route(clearTariff, async ({ person, params }, context) => {
    const { tariffs, household } = await setting(context, person, params.id);
    await tariffs.clear(household);
    return { status: 204 };
  }),
];

async function energy(context: EnergyContext, person: SignedIn, home: string, asking: Asking): Promise<Energies> {
  const { runtime, household, view, seen, tariffs } = await looking(context, person, home);
  return accountOf(runtime, household, view, seen, asking, await tariffs.of(household, view));
}

interface Looking {
  readonly runtime: Runtime;
  readonly household: Household;
  readonly tariffs: Tariffs;
  /** In whose copy they look. */
  readonly view: View;
  /** Whose past they may see. */
  readonly seen: readonly Device[];
}

/** Throws KIT_NOT_FOUND for a stranger, SPACES_NOT_GRANTED to whoever may not look back at anything. */
async function looking(context: EnergyContext, { id, region }: SignedIn, home: string): Promise<Looking> {
  const { runtime, own, household, tariffs } = await entering(context, id, region, home);
  const sees = (act: Act, device?: Device) => runtime.members.may(own, act, device && spaceOf(device));
  const seen = [...household.devices.values()].filter((each) => sees('history', each));
  if (seen.length === 0 && !sees('history')) throw new NotGranted();
  return { runtime, household, tariffs, seen, view: await lookOn(runtime, own, household) };
}

/** Who lives there, and fits devices in all of it. */
async function setting(context: EnergyContext, { id, region }: SignedIn, home: string) {
  const { runtime, own, household, tariffs } = await entering(context, id, region, home);
  if (!livesThere(own.role) || !runtime.members.may(own, 'setup')) throw new NotGranted();
  return { household, tariffs };
}

async function entering(context: EnergyContext, person: string, region: string, home: string) {
  const place = context.at(region);
  const runtime = runtimeOf(place);
  const own: Membership | undefined = await runtime.members.find(home, person);
  if (!own) throw new NothingHeld();
  return { runtime, own, household: await runtime.household(home), tariffs: tariffsOf(place) };
}

async function* pieces(table: string): AsyncGenerator<string> {
  // What spreadsheets know UTF-8 by.
  yield `\u{feff}${table}`;
}
