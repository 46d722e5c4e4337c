/** What devices told of late, for those who must not miss any of it, whatever happened to this process. */
import type { Instant } from '@kept/kit';
import { byWeek } from './age.ts';
import { type Household, refusedIsNothing, SERVICE } from './household.ts';
import type { Runtime } from './runtime.ts';
import { type Point, pointsOf } from './series.ts';

const FIELDS = ['device-state', 'device-energy', 'device-log'] as const;

/** Of each device in order of time: all since then, and of each thing at least the newest that is kept. */
export async function recentOf(
  { repositories: { history } }: Runtime,
  { home, residents, devices }: Household,
  since: Instant,
): Promise<Map<string, Point[]>> {
  const found = new Map<string, Point[]>();
  for (const person of residents) {
    const rows = (await history.rows(person)).filter(({ plain }) => plain['home'] === home);
    for (const [device, own] of Map.groupBy(rows, ({ plain }) => plain['device'] as string)) {
      if (found.has(device) || !devices.has(device)) continue;
      const newest = byWeek(own).toReversed();
      // What was folded lies in the first row of its week: that one, and every one since.
      const week = newest.findIndex(({ bucket }) => bucket !== newest[0]!.bucket);
      const ids = newest
        .filter(({ createdAt }, i) => i <= (week < 0 ? newest.length : week) || createdAt.getTime() >= since)
        .map(({ id }) => id);
      const opened = await history.readMany(SERVICE, person, ids, 'device-security', FIELDS).catch(refusedIsNothing);
      const points = [...opened.values()].flatMap((values) => FIELDS.flatMap((field) => pointsOf(values[field] ?? '')));
      if (points.length > 0) found.set(device, newestOf(points, since));
    }
  }
  return found;
}

function newestOf(points: readonly Point[], since: Instant): Point[] {
  const before = new Map<string, Point>();
  const ordered = points.toSorted((a, b) => a.at - b.at);
  for (const point of ordered) if (point.at < since) before.set(point.key, point);
  return [...before.values(), ...ordered.filter(({ at }) => at >= since)];
}
