/** The accounts of staff, in the first region of the policy. */
import { type Clock, systemRandom } from '@kept/base';
import { migrate } from '@kept/db';
import { openPasswords } from '@kept/identity';
import type { Keys } from '@kept/keys';
import { Staff, staffMigrations } from '@kept/staff';
import type { Quarters } from './regions.ts';

export async function openStaff(quarters: ReadonlyMap<string, Quarters>, keys: Keys, clock: Clock): Promise<Staff> {
  const [{ region, pool }] = [...quarters.values()] as [Quarters];
  await migrate(pool, staffMigrations);
  return Staff.open({
    ...{ pool, clock, keys: region.keys, random: systemRandom },
    blind: (kind, value) => keys.blind(kind, value),
    passwords: await openPasswords(),
    record: (id, of, payload) => region.gate.record(id, of, payload),
    activity: (id, page) => region.gate.activity(id, page),
  });
}
