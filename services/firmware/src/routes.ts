import { NothingHeld, type Route, routesOf, type SignedIn } from '@kept/kit';
import { type Device, reach, spaceOf } from '@kept/service-devices';
import { type Membership, NotGranted } from '@kept/service-spaces';
import { checkFirmware, type Firmware, readFirmware, startRollout, stopRollout } from './api/index.ts';
import { NoUpdate } from './errors.ts';
import type { FirmwareContext } from './service.ts';
import { type Updater, updaterOf } from './updater.ts';

const route = routesOf<FirmwareContext>();
const SHOWN = 20;

export const firmwareRoutes: readonly Route<FirmwareContext>[] = [
  route(readFirmware, async ({ person, params }, context) => {
    const { updater, fitted } = await entering(context, person, params.id);
    const seen = new Set(fitted.map(({ id }) => id));
    const rollouts = (await updater.of(params.id, SHOWN)).map(({ id, at, by, items }) => ({
      ...{ id, at, mine: by === person.id },
      items: items
        .filter(({ device }) => seen.has(device))
        .map(({ wave, device, state, promised }) => ({ wave, device, state, promised })),
    }));
    const devices = fitted.filter(({ via }) => via !== null).map((each) => shown(updater, each));
    return { status: 200, body: { devices, rollouts } };
  }),
  route(checkFirmware, async ({ person, params, body: { devices } }, context) => {
    const { updater } = await entering(context, person, params.id);
    for (const device of devices) await updater.ask(params.id, person.id, device, 'check');
    return { status: 202 };
  }),
  route(startRollout, async ({ person, params, body: { waves } }, context) => {
    const { updater } = await entering(context, person, params.id);
    const all = waves.flatMap((devices, i) => devices.map((device) => ({ wave: i + 1, device })));
    if (all.length > 100 || new Set(all.map(({ device }) => device)).size !== all.length) throw new NoUpdate();
    const items = [];
    for (const { wave, device } of all) {
      await reach(updater.runtime, { id: params.id, device }, person.id, 'setup');
      const { state, installed, latest } = updater.states.get(device) ?? {};
      if (state !== 'available' || latest === null || latest === undefined || updater.isBusy(device))
        throw new NoUpdate();
      items.push({ wave, device, state: 'waiting' as const, before: installed ?? null, promised: latest });
    }
    return { status: 201, body: { id: await updater.start(params.id, person.id, items) } };
  }),
  route(stopRollout, async ({ person, params }, context) => {
    const { updater } = await entering(context, person, params.id);
    const found = (await updater.of(params.id, Number.POSITIVE_INFINITY)).find(({ id }) => id === params.rollout);
    if (!found) throw new NothingHeld();
    await updater.stop(found.id);
    return { status: 204 };
  }),
];

/** Of devices that they may fit now. Throws KIT_NOT_FOUND for a stranger, SPACES_NOT_GRANTED. */
async function entering(context: FirmwareContext, { id: person, region }: SignedIn, home: string) {
  const updater: Updater = updaterOf(context.at(region));
  const { members } = updater.runtime;
  const own: Membership | undefined = await members.find(home, person);
  if (!own) throw new NothingHeld();
  const { devices } = await updater.runtime.household(home);
  const fitted = [...devices.values()].filter((each) => members.may(own, 'setup', spaceOf(each)));
  if (fitted.length === 0 && !members.may(own, 'setup')) throw new NotGranted();
  return { updater, fitted };
}

function shown({ states }: Updater, { id, description: { name, firmware } }: Device): Firmware {
  const known = states.get(id);
  const { state = 'unknown', installed = null, latest = null, progress = null, remaining = null } = known ?? {};
  return { device: id, name, firmware, state, installed, latest, progress, remaining };
}
