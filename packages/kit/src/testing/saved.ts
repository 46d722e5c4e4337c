/** Rows as a backup would bring them back. */

import type { SignedIn } from '../route.ts';
import { named, refusalOf } from './look.ts';
import type { Given } from './sample.ts';
import type { Trial } from './trial.ts';

type Rows = ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>;

/** Of every table of the service's resources, by resource. */
export async function savedRows({ stage, service }: Trial, owner: string): Promise<Rows> {
  const saved = new Map<string, readonly Readonly<Record<string, unknown>>[]>();
  for (const [resource, { name }] of Object.entries(service.tables))
    saved.set(resource, (await stage.pool.query(`select * from ${name} where owner_id = $1`, [owner])).rows);
  return saved;
}

/** Puts them back, and tries to open these fields for the person, past everything but their keys. */
export async function comesBack(
  { stage, service }: Trial,
  person: SignedIn,
  saved: Rows,
  fields: readonly Given[],
): Promise<string[]> {
  const faults: string[] = [];
  for (const each of fields.filter(({ own }) => own)) {
    const { name } = service.tables[each.resource]!;
    await stage.pool.query(`delete from ${name} where owner_id = $1`, [person.id]);
    for (const row of saved.get(each.resource) ?? []) {
      const columns = Object.keys(row);
      const places = columns.map((_, i) => `$${i + 1}`);
      await stage.pool.query(`insert into ${name} (${columns.join()}) values (${places.join()})`, Object.values(row));
    }
    const holding = stage.region.holdings.find(({ resource }) => resource === each.resource)!;
    const permit = stage.region.gate.permit({
      ...{ action: 'use', actor: { role: 'person' }, service: service.declaration.name, purpose: 'rights' },
      ...{ subject: person.id, fields: [each.field] },
    });
    const { ok } = await refusalOf(holding.open(permit, each.row));
    if (ok) faults.push(`${named(each)} opens again from a backup`);
    await stage.pool.query(`delete from ${name} where owner_id = $1`, [person.id]);
  }
  return faults;
}
