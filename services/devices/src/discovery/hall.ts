/** Devices that announce themselves, and what they tell afterwards. */
import type { Description } from '../description.ts';
import type { Household } from '../household.ts';
import type { Packet } from '../packets.ts';
import { pointsAt, present, report } from '../report.ts';
import type { Outcome, Runtime, Session } from '../runtime.ts';
import { BASE } from '../zigbee.ts';
import type { Announcement } from './read.ts';
import { PREFIX, readAnnouncement } from './read.ts';

interface Hall {
  readonly runtime: Runtime;
  readonly session: Session;
  readonly household: Household;
  /** When it came. */
  readonly now: number;
  readonly packet?: Packet | undefined;
}

/** By this those who announce themselves know that somebody has just begun to listen. */
const BIRTH = { topic: `${PREFIX}/status`, payload: 'online' };

/** Throws DEVICES_HOME_FULL. */
export async function announce(hall: Hall, topic: string, payload: Buffer): Promise<Outcome> {
  const { runtime, session, household } = hall;
  const announced = runtime.announcedBy(session.device);
  const read = readAnnouncement(topic, payload);
  if (read.is === 'other') return { is: 'passed' };
  if (read.is === 'malformed') return { is: 'malformed' };
  if (read.is !== 'announced') {
    const dropped = announced.drop(topic);
    if (!dropped) return { is: 'passed' };
    return household.serial(async () => {
      const device = household.named(session.device, dropped.address);
      if (device && !dropped.left) await household.remove(device.id);
      if (device && dropped.left) await take(hall, dropped.address, []);
      return { is: 'passed' };
    });
  }
  const announcement = ours(read.announcement);
  if (!announcement) return { is: 'passed' };
  const address = announced.put(topic, announcement);
  if (address === undefined) return { is: 'malformed' };
  await household.serial(async () => {
    const before = household.named(session.device, address)?.description.features ?? [];
    await take(hall, address, before);
  });
  return { is: 'passed' };
}

/** Without what zigbee2mqtt says on topics of its own, which are read there; undefined where nothing else is in it. */
function ours(announcement: Announcement): Announcement | undefined {
  const isTheirs = (topic: string | undefined) => topic?.startsWith(`${BASE}/`) ?? false;
  const components = announcement.components.filter(
    ({ facets }) => !facets.some(({ told, set }) => isTheirs(told?.topic) || isTheirs(set?.topic)),
  );
  return components.length === 0 && announcement.components.length > 0 ? undefined : { ...announcement, components };
}

/**
 * What has been announced, and `before` what is known of it from another time and may still be announced: a restart must
 * not write everything down twice.
 */
async function take(
  { runtime, session: { device: via }, household }: Hall,
  address: string,
  before: Description['features'],
): Promise<void> {
  const now = runtime.announcedBy(via).describe(address);
  if (!now) return;
  const known = household.named(via, address);
  const { space = '', ip = '', name = now.name } = known?.description ?? {};
  const later = new Map(now.features.map((each) => [each.name, each]));
  const first = before.map((each) => later.get(each.name) ?? each);
  const rest = now.features.filter((each) => !before.some((other) => other.name === each.name));
  const features = [...first, ...rest].slice(0, 120);
  await household.describe({ via, ...(known && { id: known.id }) }, { ...now, name, features, space, ip });
}

/** `asks`: whether whoever speaks of what nobody has announced may be asked to announce it. */
export async function hearAnnounced(
  { runtime, session, household, now, packet }: Hall,
  { topic, payload, asks }: { topic: string; payload: Buffer; asks: () => boolean },
): Promise<Outcome> {
  const all = runtime.announcedBy(session.device).hear(topic, payload);
  if (!all) {
    if (asks()) await runtime.outlet?.(session, BIRTH.topic, BIRTH.payload);
    return { is: 'passed' };
  }
  // All at once: what comes next may not overtake any of it.
  const outcomes = await Promise.all(
    all.flatMap(({ address, values, online }) => {
      const device = household.named(session.device, address);
      if (!device) return [];
      return [
        ...(online === undefined ? [] : [present({ runtime, household, now }, device, online)]),
        report(runtime, household, device, pointsAt(values, now), packet),
      ];
    }),
  );
  const points = outcomes.reduce((sum, outcome) => sum + (outcome.is === 'kept' ? outcome.points : 0), 0);
  const refused = outcomes.some(({ is }) => is === 'refused');
  return points > 0 ? { is: 'kept', points } : { is: refused ? 'refused' : 'passed' };
}

/** Whether it is one that has announced itself. */
export const isAnnounced = ({ address }: Description): boolean => address.startsWith('ha:');
