/** A person of many rows: in every service that keeps more than one of somebody, and as plain columns. */
import type { Pool } from '@kept/db';
import type { Repository } from '@kept/kit';
import type { House } from '@kept/server';

export const ROWS = 100_000;
const AT_ONCE = 500;

/** Collected as a service would: decided, sealed, recorded. Equally many of each resource that has many. */
export async function fillHeld(house: House, region: string, owner: string): Promise<void> {
  const many = repositories(house, region);
  const each = ROWS / many.length;
  for (const [n, { repository, role }] of many.entries()) {
    const fields = Object.keys(repository.form).slice(0, 3);
    for (let at = 0; at < each; at += AT_ONCE) {
      const entries = Array.from({ length: Math.min(AT_ONCE, each - at) }, (_, i) => ({
        values: Object.fromEntries(fields.map((field) => [field, `${n} ${field} ${at + i}`])),
      }));
      await repository.append({ role }, owner, entries);
    }
  }
}

/** Resources whose values are plain text: what devices measure is packed in a format of its own. */
function repositories(house: House, region: string): { repository: Repository; role: 'person' }[] {
  return house.services.flatMap((service) => {
    const { resources } = house.contextOf(service).at(region);
    return Object.entries(service.declaration.resources)
      .filter(
        ([, { rows, form }]) =>
          rows === 'many' && Object.values(form).every((each) => each?.kind === 'multiline' && !each.packing),
      )
      .map(([name]) => ({ repository: resources[name] as unknown as Repository, role: 'person' as const }));
  });
}

export async function fillPlain(pool: Pool, owner: string): Promise<void> {
  await pool.query(
    `create table plain_rows (owner_id uuid, id uuid default gen_random_uuid(), created_at timestamptz default now(),
       a text, b text, c text, primary key (owner_id, id))`,
  );
  await pool.query(
    `insert into plain_rows (owner_id, a, b, c)
     select $1, 'device-id ' || n, 'device-model ' || n, 'device-firmware ' || n from generate_series(1, $2::int) n`,
    [owner, ROWS],
  );
  await pool.query('vacuum analyze plain_rows');
}
