/** What a device tells, kept for everybody who lives there. */
import type { Device, Household } from './household.ts';
import { type Packet, packetText } from './packets.ts';
import type { Outcome, Runtime } from './runtime.ts';
import type { Point } from './series.ts';

export const pointsAt = (values: Readonly<Record<string, string>>, at: number): Point[] =>
  Object.entries(values).map(([key, value]) => ({ at, key, value }));

/** `packet`: what these came in, if it may be sent once more; all of them tell how it is now. */
export async function report(
  runtime: Runtime,
  household: Household,
  { id: device }: Device,
  points: readonly Point[],
  packet?: Packet,
): Promise<Outcome> {
  if (points.length === 0) return { is: 'passed' };
  const had = packet?.dup ? await household.packets.before(device, packet, points) : undefined;
  const { residents } = household;
  if (had && residents.every((each) => had.people.has(each))) return { is: 'kept', points: 0 };
  // Who lacks it gets it; of the time that the others have it of, so that nothing follows from it twice.
  const own = had ? points.map((point) => ({ ...point, at: had.at })) : points;
  const at = own[0]!.at;
  const keeping = runtime.report({
    household,
    device,
    points: own,
    ...(packet && { packet: packetText(packet.name, at) }),
  });
  if (packet) {
    const taken = keeping.then(({ people }) => ({ at, points: people > 0 ? own : [], people: new Set(residents) }));
    household.packets.take(device, packet, at, taken);
  }
  const { people } = await keeping;
  return people > 0 ? { is: 'kept', points: points.length } : { is: 'refused' };
}

/** Whether it answers; kept where that has changed. */
export async function present(
  { runtime, household, now }: { readonly runtime: Runtime; readonly household: Household; readonly now: number },
  device: Device,
  online: boolean,
): Promise<Outcome> {
  const word = online ? 'online' : 'offline';
  const same = device.latest.get('availability')?.value === word;
  device.online = online;
  const points = pointsAt({ availability: word }, now);
  return same ? { is: 'passed' } : report(runtime, household, device, points);
}
