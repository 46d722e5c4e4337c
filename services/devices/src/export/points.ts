/** What devices told, point by point: a week of one device is in memory at a time, whatever the whole. */
import type { Instant, Listed } from '@kept/kit';
import { NotGranted } from '@kept/service-spaces';
import { ExportInterrupted } from '../errors.ts';
import type { Device, Household } from '../household.ts';
import type { Runtime } from '../runtime.ts';
import { merged, type Point, pointsKept } from '../series.ts';
import { spaceOf, type View } from '../viewer.ts';

/** Points of one device, in order of time. */
export interface Part {
  readonly device: Device;
  readonly points: readonly Point[];
}

export interface Wanted {
  readonly person: string;
  readonly view: View;
  readonly devices: readonly Device[];
  /** From then on, and before then. */
  readonly from: Instant;
  readonly until: Instant;
}

const FIELDS = ['device-state', 'device-energy'] as const;
const WEEK_MS = 7 * 86_400_000;

/**
 * One device after the other. Each is asked for anew: a grant may have ended meanwhile, and then it ends here. Nothing is
 * folded until it is over. Throws SPACES_NOT_GRANTED, GATE_REFUSED, DEVICES_EXPORT_INTERRUPTED.
 */
export async function* partsOf(runtime: Runtime, household: Household, wanted: Wanted): AsyncGenerator<Part> {
  const { person, view, devices } = wanted;
  const hold = await runtime.region.vault.hold(view.owner);
  try {
    const rows = (await runtime.repositories.history.rows(view.owner)).filter(
      ({ plain }) => plain['home'] === household.home,
    );
    const own = Map.groupBy(rows, ({ plain }) => plain['device'] as string);
    for (const device of devices) {
      if (!(await mayLookBack(runtime, household, person, device))) throw new NotGranted();
      const kept = await opened(runtime, view, own.get(device.id) ?? []);
      // INVARIANT: without the hold a row that is not there any more may lie folded in one that was read before.
      if (!hold.holds) throw new ExportInterrupted();
      for (const points of weeksOf(kept, wanted)) {
        yield { device, points };
        if (!(await mayLookBack(runtime, household, person, device))) throw new NotGranted();
      }
    }
  } finally {
    await hold.release();
  }
}

async function mayLookBack({ members }: Runtime, { home }: Household, person: string, device: Device) {
  const own = await members.find(home, person);
  return own !== undefined && members.may(own, 'history', spaceOf(device));
}

/** By one decision, as it is kept: a few bytes a point. The earliest told first. */
async function opened(
  { repositories: { history } }: Runtime,
  { by, owner, purpose }: View,
  rows: readonly Listed[],
): Promise<string[]> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const found = await history.readMany(by, owner, ids, purpose, FIELDS, 'kept');
  return ids.flatMap((id) => FIELDS.flatMap((field) => found.get(id)?.[field] ?? []));
}

/** What came late lies in a row of another week than its own: rows are looked for by the times in them. */
function* weeksOf(kept: readonly string[], { from, until }: Wanted): Generator<Point[]> {
  const places = new Map<number, Set<string>>();
  for (const row of kept)
    for (const { at } of pointsKept(row)) {
      if (at < from || at >= until) continue;
      const week = Math.floor(at / WEEK_MS);
      const there = places.get(week);
      if (there) there.add(row);
      else places.set(week, new Set([row]));
    }
  for (const week of [...places.keys()].toSorted((a, b) => a - b)) {
    const parts = [...places.get(week)!].map((row) =>
      pointsKept(row).filter(({ at }) => at >= from && at < until && Math.floor(at / WEEK_MS) === week),
    );
    yield merged(...parts);
  }
}
