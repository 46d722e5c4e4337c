/** What a device tells, kept for everybody who lives there. */
import type { Device, Household } from './household.ts';
import type { Outcome, Runtime } from './runtime.ts';
import type { Point } from './series.ts';

export const pointsAt = (values: Readonly<Record<string, string>>, at: number): Point[] =>
  Object.entries(values).map(([key, value]) => ({ at, key, value }));

export async function report(
  runtime: Runtime,
  household: Household,
  { id: device }: Device,
  points: readonly Point[],
): Promise<Outcome> {
  if (points.length === 0) return { is: 'passed' };
  const { people } = await runtime.report({ household, device, points });
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
