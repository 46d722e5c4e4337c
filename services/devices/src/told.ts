/** What devices told of their energy, as it is kept, for those who add it up. */
import type { Instant } from '@kept/kit';
import type { Household } from './household.ts';
import type { Runtime } from './runtime.ts';
import { type Told, toldIn } from './series.ts';
import type { View } from './viewer.ts';

/** What was folded lies in the first row of its week. What came late lies in any row since. */
const FOLDED_MS = 8 * 86_400_000;

/**
 * By one decision about `device-energy`, on the record of whose copy it is: of these devices, all that was told of `keys` since then,
 * and a little before. Throws GATE_REFUSED.
 */
export async function energyOf(
  { repositories: { history } }: Runtime,
  { home }: Household,
  { by, owner, purpose }: View,
  { devices, keys, from }: Asked,
): Promise<Map<string, Told[]>> {
  const rows = (await history.rows(owner)).filter(({ plain, createdAt, present }) => {
    const isOwn = plain['home'] === home && devices.has(plain['device'] as string);
    return isOwn && present.includes('device-energy') && createdAt.getTime() >= from - FOLDED_MS;
  });
  const ids = rows.map(({ id }) => id);
  const opened = await history.readMany(by, owner, ids, purpose, ['device-energy'], 'kept');
  const found = new Map<string, Told[]>();
  for (const { id, plain } of rows) {
    const kept = opened.get(id)?.['device-energy'];
    if (kept === undefined) continue;
    const told = keys.flatMap((key) => toldIn(kept, key));
    const device = plain['device'] as string;
    found.set(device, [...(found.get(device) ?? []), ...told]);
  }
  return found;
}

interface Asked {
  readonly devices: ReadonlySet<string>;
  readonly keys: readonly string[];
  readonly from: Instant;
}
