/** What a relational database really has, beside what was declared. */
import { masked } from './plan.ts';
import { type Collection, columnOf, type Drift, type Survey } from './words.ts';

/** As a catalogue tells it. */
export interface TableShape {
  /** One name for one table, however it was written in the declaration. */
  readonly oid: string;
  readonly columns: ReadonlyMap<string, { readonly notNull: boolean }>;
  /** Sets of columns that no two rows share. */
  readonly unique: readonly (readonly string[])[];
  /** Tables whose rows must not outlive ours: by name, with whether deleting is stopped by them. */
  readonly children: readonly {
    readonly oid: string;
    readonly name: string;
    readonly stops: boolean;
    readonly columns: readonly string[];
  }[];
}

export function driftOf(
  collections: readonly Collection[],
  tables: ReadonlyMap<string, TableShape | null>,
): Pick<Survey, 'drift' | 'foreignKeys'> {
  const drift: Drift[] = [];
  const foreignKeys: { child: string; parent: string }[] = [];
  const declared = new Map<string, string>();
  for (const { id } of collections) {
    const table = tables.get(id);
    if (table) declared.set(table.oid, id);
  }
  const byId = new Map(collections.map((each) => [each.id, each]));
  for (const collection of collections) {
    const table = tables.get(collection.id);
    if (!table) {
      drift.push({ code: 'no-collection', at: collection.id });
      continue;
    }
    drift.push(...columnsOf(collection, table));
    for (const { oid, name, stops, columns } of table.children) {
      const child = declared.get(oid);
      if (child) foreignKeys.push({ child, parent: collection.id });
      if (!stops || collection.erase !== 'delete') continue;
      if (!child) drift.push({ code: 'undeclared-child', at: collection.id, by: name });
      else if (!letsGo(byId.get(child)!, columns)) drift.push({ code: 'kept-child', at: collection.id, by: child });
    }
  }
  return { drift, foreignKeys };
}

function columnsOf(collection: Collection, table: TableShape): Drift[] {
  const { id, fields, primaryKey, erase } = collection;
  const missing = [...new Set(fields.map(({ path }) => columnOf(path)))].filter((each) => !table.columns.has(each));
  const drift: Drift[] = missing.map((each) => ({ code: 'no-column', at: `${id}.${each}` }));
  // A key that two rows share would take another person's row along.
  const isKey = table.unique.some((set) => set.every((column) => primaryKey.includes(column)));
  if (erase !== 'keep' && !isKey) drift.push({ code: 'no-key', at: id });
  for (const { path, mask } of masked(collection))
    if (mask.with === 'null' && table.columns.get(path)?.notNull) drift.push({ code: 'not-null', at: `${id}.${path}` });
  return drift;
}

/** Whether rows that name others are gone, or name nobody, once they are erased. */
const letsGo = (child: Collection, columns: readonly string[]): boolean =>
  child.erase === 'delete' || masked(child).some(({ path, mask }) => columns.includes(path) && mask.with === 'null');
