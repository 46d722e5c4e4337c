/** Setting values of a device, for whoever may: a person at their page, or on their behalf what they have set up. */
import { isAnnounced } from './discovery/hall.ts';
import { DeviceAway, NoSuchControl } from './errors.ts';
import type { Device, Household } from './household.ts';
import type { Runtime } from './runtime.ts';
import { reach } from './viewer.ts';
import { BASE } from './zigbee.ts';

export interface Commanding {
  readonly home: string;
  readonly device: string;
  /** Whose grants count, now. */
  readonly person: string;
  readonly values: Readonly<Record<string, string>>;
  /** The run of an automation that does it for them: an opaque id. */
  readonly run?: string;
}

/**
 * Decided by the grants of the person at this moment, noted in the log of the device, then sent; answers when.
 * Throws KIT_NOT_FOUND, SPACES_NOT_GRANTED, DEVICES_NO_SUCH_CONTROL, DEVICES_AWAY.
 */
export async function commanded(runtime: Runtime, { home, device: id, person, values, run }: Commanding) {
  const { household, device } = await reach(runtime, { id: home, device: id }, person, 'control');
  const payload = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, typed(device, key, value)]));
  const now = runtime.region.clock.now();
  // Noted before it is done: what cannot be noted is not done.
  const value = `${person}${run === undefined ? '' : ` run:${run}`} ${JSON.stringify(payload)}`.slice(0, 500);
  await runtime.note({ household, device: device.id, points: [{ at: now, key: 'command', value }] });
  for (const way of runtime.ways) if (await way(household, device, values)) return now;
  if (device.via && isAnnounced(device.description)) {
    await sentAnnounced(runtime, household, device, values);
    return now;
  }
  const topic = device.via ? `${device.description.name}/set` : 'set';
  await sent(runtime, household, device.via ?? device.id, topic, payload);
  return now;
}

/** In the words of whoever announced it. Throws DEVICES_AWAY, also where it has not announced itself again yet. */
async function sentAnnounced(runtime: Runtime, { home }: Household, device: Device, values: Commanding['values']) {
  const session = { region: runtime.region.id, home, device: device.via!, giver: '' };
  for (const [key, value] of Object.entries(values)) {
    const command = runtime.announcedBy(session.device).command(device.description.address, key, value);
    if (!command || !(await runtime.outlet?.(session, command.topic, command.payload))) throw new DeviceAway();
  }
}

/** Throws DEVICES_AWAY. */
export async function sent(
  runtime: Runtime,
  { home }: Household,
  to: string,
  topic: string,
  payload: object,
): Promise<void> {
  const session = { region: runtime.region.id, home, device: to, giver: '' };
  if (!(await runtime.outlet?.(session, `${BASE}/${topic}`, JSON.stringify(payload)))) throw new DeviceAway();
}

/** A value as the device takes it. Throws DEVICES_NO_SUCH_CONTROL. */
function typed({ description }: Device, key: string, value: string): unknown {
  const feature = description.features.find(({ name, settable }) => name === key && settable);
  if (!feature) throw new NoSuchControl();
  if (feature.kind === 'numeric') {
    const number = Number(value);
    const { min, max } = feature;
    if (value.trim() === '' || !Number.isFinite(number)) throw new NoSuchControl();
    if ((min !== null && number < min) || (max !== null && number > max)) throw new NoSuchControl();
    return number;
  }
  if (feature.values.length > 0 && !feature.values.includes(value)) throw new NoSuchControl();
  return value === 'true' ? true : value === 'false' ? false : value;
}
