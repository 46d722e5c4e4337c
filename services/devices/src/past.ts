/** What devices told in a stretch of time, for those who look at it again in order. */
import type { Instant } from '@kept/kit';
import type { Household } from './household.ts';
import type { Runtime } from './runtime.ts';
import { type Point, pointsOf } from './series.ts';
import type { View } from './viewer.ts';

const FIELDS = ['device-state', 'device-energy'] as const;
/** What was folded lies in the first row of its week, and a row that was late a little before it. */
const FOLDED_MS = 8 * 86_400_000;

/**
 * By one decision, on the record of whose copy it is: of these devices, by age, everything since then, and of each thing
 * the newest before it that is at hand. Throws GATE_REFUSED.
 */
export async function pastOf(
  { repositories: { history } }: Runtime,
  { home }: Household,
  { by, owner, purpose }: View,
  devices: ReadonlySet<string>,
  since: Instant,
): Promise<{ readonly device: string; readonly point: Point }[]> {
  const rows = (await history.rows(owner)).filter(
    ({ plain, createdAt }) =>
      plain['home'] === home && devices.has(plain['device'] as string) && createdAt.getTime() >= since - FOLDED_MS,
  );
  const ids = rows.map(({ id }) => id);
  const opened = await history.readMany(by, owner, ids, purpose, FIELDS);
  const all = rows.flatMap(({ id, plain }) =>
    FIELDS.flatMap((field) => pointsOf(opened.get(id)?.[field] ?? '')).map((point) => ({
      device: plain['device'] as string,
      point,
    })),
  );
  return all.toSorted((a, b) => a.point.at - b.point.at);
}
