import { NothingHeld, type Route, routesOf, type SignedIn } from '@kept/kit';
import { type Act, type Membership, NotGranted } from '@kept/service-spaces';
import {
  addDevice,
  changeDevice,
  chart,
  clearMine,
  command,
  findModels,
  listDevices,
  readKnowledge,
  removeDevice,
  replaceDevice,
  type Device as Shown,
  watchHome,
} from './api/index.ts';
import { type Catalogue, catalogue, type Model, roleIn } from './catalogue/index.ts';
import { commanded, sent } from './commands.ts';
import { isAnnounced } from './discovery/hall.ts';
import { NotReplaceable } from './errors.ts';
import { chartOf, SPANS } from './history.ts';
import type { Device, Household } from './household.ts';
import { LOGGED } from './ingest.ts';
import { knowledgeOf } from './knowledge.ts';
import { type Runtime, runtimeOf } from './runtime.ts';
import type { DevicesContext } from './service.ts';
import { readings, seesAnything } from './stream.ts';
import { lookOn, reach, spaceOf, viewsOf } from './viewer.ts';

const route = routesOf<DevicesContext>();
const at = (context: DevicesContext, { region }: SignedIn): Runtime => runtimeOf(context.at(region));

const seeing: readonly Route<DevicesContext>[] = [
  route(listDevices, async ({ person, params }, context) => {
    const runtime = at(context, person);
    const { own, household } = await entering(runtime, params.id, person.id);
    await lookOn(runtime, own, household);
    const seen = [...household.devices.values()].filter((each) => runtime.members.may(own, 'see', spaceOf(each)));
    const models = await catalogue();
    return { status: 200, body: { devices: seen.map((each) => shown(runtime, own, each, models)) } };
  }),
  route(findModels, async ({ query: { q } }) => {
    const models = await catalogue();
    const found = models.search(q, 20).map((each) => ({
      ...makerOf(each),
      tells: each.features.slice(0, 200).map(({ name }) => name),
    }));
    return { status: 200, body: { of: models.size, source: models.source, models: found } };
  }),
  route(watchHome, async ({ person, params }, context) => {
    const runtime = at(context, person);
    const { own, household } = await entering(runtime, params.id, person.id);
    await lookOn(runtime, own, household);
    const headers = { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' };
    return { status: 200, headers, stream: readings(runtime, own, household) } as never;
  }),
  route(chart, async ({ person, params, query: { key, span, until } }, context) => {
    const runtime = at(context, person);
    const { own, household, device } = await reach(runtime, params, person.id, 'history');
    const [view] = viewsOf(own, household);
    if (!view) throw new NotGranted();
    const end = until ?? runtime.region.clock.now();
    const columns = await chartOf(runtime.repositories, view, { device: device.id, key, span, until: end });
    return { status: 200, body: { from: end - SPANS[span], until: end, columns } };
  }),
];

const fitting: readonly Route<DevicesContext>[] = [
  route(addDevice, async ({ person, params, body: { name, space = '' } }, context) => {
    const runtime = at(context, person);
    await runtime.members.must(params.id, person.id, 'setup', space || undefined);
    const { device, secret } = await runtime.admit(params.id, person.id, name, space);
    return { status: 201, body: { device, secret, port: runtime.port, mount: `${params.id}/${device}` } };
  }),
  route(changeDevice, async ({ person, params, body }, context) => {
    const runtime = at(context, person);
    const { household, device } = await reach(runtime, params, person.id, 'setup');
    const { name = device.description.name, space } = body;
    // What its gateway calls it, the gateway changes; it is then described anew.
    const theirs = device.via !== null && !isAnnounced(device.description);
    if (theirs && name !== device.description.name)
      await sent(runtime, household, device.via!, 'bridge/request/device/rename', {
        from: device.description.name,
        to: name,
      });
    const next = { ...device.description, name: theirs ? device.description.name : name };
    await household.serial(() =>
      household.describe(
        { id: device.id, via: device.via },
        { ...next, space: space === undefined ? next.space : (space ?? '') },
      ),
    );
    return { status: 204 };
  }),
  route(removeDevice, async ({ person, params }, context) => {
    const runtime = at(context, person);
    const { household, device } = await reach(runtime, params, person.id, 'setup');
    if (device.via) await bidGone(runtime, household, device.via, device);
    await runtime.dismiss(params.id, device.id);
    return { status: 204 };
  }),
];

const replacing: readonly Route<DevicesContext>[] = [
  route(replaceDevice, async ({ person, params, body: { by } }, context) => {
    const runtime = at(context, person);
    const { household, device: old } = await reach(runtime, params, person.id, 'setup');
    const { device: fresh } = await reach(runtime, { id: params.id, device: by }, person.id, 'setup');
    if (fresh.via === null || fresh.id === old.id || household.below(old.id).length > 0) throw new NotReplaceable();
    const { description, via } = old;
    const called = fresh.description.name;
    const keepsName = isAnnounced(fresh.description);
    await household.serial(() => household.replace(old.id, fresh.id, { keepsName }));
    await runtime.ended((session) => runtime.counts(session), params.id);
    // Its gateway forgets the old one, and calls the new one by its name; where it is away, by the name that it has.
    if (via !== null) await bidGone(runtime, household, via, { ...old, description });
    if (!keepsName) {
      const names = { from: called, to: description.name };
      await sent(runtime, household, fresh.via, 'bridge/request/device/rename', names).catch(() => {});
    }
    return { status: 204 };
  }),
];

const doing: readonly Route<DevicesContext>[] = [
  route(command, async ({ person, params, body: { values } }, context) => {
    const runtime = at(context, person);
    const command = { home: params.id, device: params.device, person: person.id, values };
    const now = await commanded(runtime, command);
    return { status: 202, body: { at: now } };
  }),
];

const mine: readonly Route<DevicesContext>[] = [
  route(readKnowledge, async ({ person, params, caller }, context) => {
    const runtime = at(context, person);
    if (!(await runtime.members.find(params.id, person.id))) throw new NothingHeld();
    return { status: 200, body: await knowledgeOf(runtime, person.id, params.device, caller.lang) };
  }),
  route(clearMine, async ({ person, params }, context) => {
    const runtime = at(context, person);
    if (!(await runtime.members.find(params.id, person.id))) throw new NothingHeld();
    const rows = (await runtime.repositories.history.rows(person.id)).filter(
      ({ plain }) => plain['device'] === params.device && plain['home'] === params.id,
    );
    if (rows.length === 0) throw new NothingHeld();
    for (const { id } of rows) await runtime.repositories.history.remove(person.id, id);
    return { status: 200, body: { rows: rows.length } };
  }),
];

export const devicesRoutes: readonly Route<DevicesContext>[] = [...seeing, ...fitting, ...replacing, ...doing, ...mine];

/** Throws KIT_NOT_FOUND for a stranger, SPACES_NOT_GRANTED outside of somebody’s hours. */
async function entering(runtime: Runtime, home: string, person: string) {
  const own = await runtime.members.find(home, person);
  if (!own) throw new NothingHeld();
  const household = await runtime.household(home);
  household.forget();
  if (!seesAnything(runtime, own, household) && !(household.devices.size === 0 && runtime.members.isOpenNow(own)))
    throw new NotGranted();
  return { own, household };
}

/** Its gateway is told; where that is away, it tells of it again when it comes back. */
async function bidGone(runtime: Runtime, household: Household, via: string, { description }: Device): Promise<void> {
  if (!isAnnounced(description))
    return sent(runtime, household, via, 'bridge/request/device/remove', { id: description.name }).catch(() => {});
  const announced = runtime.announcedBy(via);
  const topics = announced.topicsOf(description.address);
  for (const topic of topics) announced.drop(topic);
  await runtime.sweep({ region: runtime.region.id, home: household.home, device: via, giver: '' }, topics);
}

const EVERY_ACT: readonly Act[] = ['see', 'history', 'control', 'setup', 'people'];

const makerOf = ({ vendor, model, name, power, ota }: Model) => ({ vendor, model, name, power, ota });

function shown({ members }: Runtime, own: Membership, device: Device, models: Catalogue): Shown {
  const { description, id, via, online, seen, latest } = device;
  const { name, model, firmware, features } = description;
  const known = models.find(model);
  return {
    ...{
      id,
      name,
      model,
      firmware,
      via,
      online,
      seen,
      maker: known ? makerOf(known) : null,
      features: features.map((each) => ({ ...each, values: [...each.values], role: roleIn(known, each) })),
    },
    space: description.space || null,
    readings: [...latest.values()].filter(({ key }) => !LOGGED.has(key)).slice(0, 400),
    acts: EVERY_ACT.filter((act) => members.may(own, act, spaceOf(device))),
  };
}
