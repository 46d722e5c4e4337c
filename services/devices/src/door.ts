/** Messages of devices at the door: whose they are, what they say, and what becomes of them. */
import { isUuid, type Region } from '@kept/kit';
import type { Description } from './description.ts';
import { announce, hearAnnounced } from './discovery/hall.ts';
import { PREFIX } from './discovery/read.ts';
import type { Device, Household } from './household.ts';
import { type Delivery, type Packet, packetOf } from './packets.ts';
import { pointsAt, present, report } from './report.ts';
import { type Outcome, type Runtime, runtimeOf, type Session } from './runtime.ts';
import { ATTRIBUTES, readAttributes, readTelemetry, TELEMETRY } from './telemetry.ts';
import { Throttle } from './throttle.ts';
import { BASE, read, type Told } from './zigbee.ts';

/** Where messages come in. */
export interface Door {
  prove(device: string, secret: string): Promise<Session | null>;
  counts(session: Session): Promise<boolean>;
  /** Resolves when what it says is durable. `delivery`: where it may be sent once more. Never throws. */
  received(session: Session, topic: string, payload: Buffer, delivery?: Delivery): Promise<Outcome>;
}

const PAYLOAD_MAX = 4_000_000;
const TOLD_MAX = 64_000;
/** Of one topic, and of one connection whatever its topics. */
const TOPIC = { rate: 50, burst: 500 };
const CONNECTION = { rate: 2_000, burst: 10_000 };
/** How often a device’s log is told that something of it was not taken. */
const NOTE = { rate: 1 / 60, burst: 3 };
const FUTURE_MS = 5 * 60_000;
const PAST_MS = 180 * 86_400_000;

/** The door of these regions. */
export function openDoor(regions: readonly Region[]): Door {
  const runtimes = new Map(regions.map((region) => [region.id, runtimeOf(region)]));
  const throttles = { topic: new Throttle(TOPIC), connection: new Throttle(CONNECTION), note: new Throttle(NOTE) };
  return {
    async prove(device, secret) {
      if (!isUuid(device)) return null;
      for (const runtime of runtimes.values()) {
        const session = await runtime.prove(device, secret);
        if (session) return session;
      }
      return null;
    },
    counts: (session) => runtimes.get(session.region)!.counts(session),
    async received(session, topic, payload, delivery) {
      const runtime = runtimes.get(session.region)!;
      const now = runtime.arrivals.at(`${session.device} ${topic}`, runtime.region.clock.now());
      const hall = {
        ...{ runtime, session, throttles, now },
        ...(delivery && { packet: packetOf(session.device, delivery) }),
      };
      try {
        const outcome = await receive(hall, topic, payload);
        if (outcome.is === 'malformed' || outcome.is === 'throttled') await note(hall, outcome.is, topic);
        return outcome;
      } catch (error) {
        if ((error as { kind?: string }).kind !== 'misuse') return { is: 'again' };
        return note(hall, 'malformed', topic).then(
          () => ({ is: 'malformed' }),
          () => ({ is: 'malformed' }),
        );
      }
    },
  };
}

interface Hall {
  readonly runtime: Runtime;
  readonly session: Session;
  readonly packet?: Packet;
  /** When it came. */
  readonly now: number;
  readonly throttles: { readonly topic: Throttle; readonly connection: Throttle; readonly note: Throttle };
}

async function receive(hall: Hall, topic: string, payload: Buffer): Promise<Outcome> {
  const { runtime, session, throttles, packet, now } = hall;
  if (payload.length > PAYLOAD_MAX) return { is: 'malformed' };
  if (!throttles.connection.lets(session.device, now)) return { is: 'throttled' };
  if (!throttles.topic.lets(`${session.device} ${topic}`, now)) return { is: 'throttled' };
  const household = await runtime.household(session.home);
  if (packet) household.packets.begin(packet);
  if (topic === TELEMETRY) {
    const samples = payload.length > TOLD_MAX ? undefined : readTelemetry(payload);
    const device = household.devices.get(session.device);
    if (!samples || !device) return { is: 'malformed' };
    const points = samples.flatMap(({ values, at }) => pointsAt(values, timeOf(now, at)));
    // What says itself when it was is told apart by that.
    return report(runtime, household, device, points, samples.every(({ at }) => at === undefined) ? packet : undefined);
  }
  if (topic === ATTRIBUTES) return attributes(hall, household, payload);
  if (topic === BASE || topic.startsWith(`${BASE}/`)) return act(hall, household, read(topic, payload), payload.length);
  for (const reader of runtime.readers) {
    const outcome = await reader(session, topic, payload);
    if (outcome) return outcome;
  }
  if (topic.startsWith(`${PREFIX}/`)) return announce({ runtime, session, household, now }, topic, payload);
  if (payload.length > TOLD_MAX) return { is: 'malformed' };
  return hearAnnounced(
    { runtime, session, household, now, packet },
    { topic, payload, asks: () => throttles.note.lets(`${session.device} asks`, now) },
  );
}

/** What a device that connects itself says of itself. */
async function attributes(
  { runtime, session, now, packet }: Hall,
  household: Household,
  payload: Buffer,
): Promise<Outcome> {
  const told = payload.length > TOLD_MAX ? undefined : readAttributes(payload);
  const device = household.devices.get(session.device);
  if (!told || !device) return { is: 'malformed' };
  const { values, ...own } = told;
  const { id, via } = device;
  if (Object.keys(own).length > 0)
    await household.serial(() => household.describe({ id, via }, { ...device.description, ...own }));
  return report(runtime, household, device, pointsAt(values, now), packet);
}

/** What was not taken is in the log of whoever sent it: which topic, never what it carried. */
async function note({ runtime, session, throttles, now: at }: Hall, what: string, topic: string): Promise<void> {
  if (!throttles.note.lets(`${session.device} ${what}`, at)) return;
  const household = await runtime.household(session.home);
  const device = household.devices.get(session.device);
  const where = topic.replaceAll(/[\p{Cc}\s]+/gu, ' ').slice(0, 100);
  if (device) await report(runtime, household, device, [{ at, key: 'fault', value: `${what} ${where}` }]);
}

async function act(hall: Hall, household: Household, told: Told, bytes: number): Promise<Outcome> {
  const { runtime, session, now } = hall;
  switch (told.kind) {
    case 'devices':
      await household.serial(() => takeIn(household, session, told.devices));
      return { is: 'passed' };
    case 'state': {
      if (bytes > TOLD_MAX) return { is: 'malformed' };
      const device = await deviceNamed(household, session, told.name);
      if (told.update) runtime.tellFirmware({ home: household.home, device: device.id, update: told.update });
      const packet = told.at === undefined ? hall.packet : undefined;
      return report(runtime, household, device, pointsAt(told.values, timeOf(now, told.at)), packet);
    }
    case 'availability': {
      const device = household.named(session.device, told.name);
      return device ? present({ runtime, household, now }, device, told.online) : { is: 'passed' };
    }
    case 'update': {
      const device = household.named(session.device, told.name);
      if (device) runtime.tellFirmware({ home: household.home, device: device.id, answer: told.answer });
      return { is: 'passed' };
    }
    case 'removed': {
      const device = household.named(session.device, told.name);
      if (device) await household.serial(() => household.remove(device.id));
      await runtime.sweep(session, sweptOf(device?.description.name ?? told.name));
      return { is: 'passed' };
    }
    case 'renamed': {
      await runtime.sweep(session, sweptOf(told.from));
      return { is: 'passed' };
    }
    case 'malformed':
      return { is: 'malformed' };
    default:
      return { is: 'passed' };
  }
}

/** zigbee2mqtt forgets the second of these when a device is removed. */
const sweptOf = (name: string): string[] => [`${BASE}/${name}`, `${BASE}/${name}/availability`];

/** One that its gateway has not described is a device all the same. */
async function deviceNamed(household: Household, session: Session, name: string): Promise<Device> {
  const known = household.named(session.device, name);
  if (known) return known;
  const blank: Description = {
    address: name.replaceAll(/\s/g, '_'),
    name,
    model: '',
    features: [],
    firmware: '',
    ip: '',
    space: '',
  };
  return household.serial(
    async () => household.named(session.device, name) ?? household.describe({ via: session.device }, blank),
  );
}

/** The whole list of a gateway: what is new, what has another name, what is gone. */
async function takeIn(
  household: Household,
  { device: via }: Session,
  devices: readonly Omit<Description, 'space' | 'ip'>[],
): Promise<void> {
  const own = household.below(via);
  for (const each of devices) {
    const known = own.find(
      ({ description: { address, name } }) => address === each.address || address === each.name || name === each.name,
    );
    const { space = '', ip = '' } = known?.description ?? {};
    await household.describe({ via, ...(known && { id: known.id }) }, { ...each, space, ip });
  }
  for (const { id, description } of own)
    if (description.address.startsWith('0x') && !devices.some(({ address }) => address === description.address))
      await household.remove(id);
}

/** A clock that is wrong is not believed: then it counts when it came. */
function timeOf(now: number, at: number | undefined): number {
  return at !== undefined && at <= now + FUTURE_MS && at >= now - PAST_MS ? at : now;
}
