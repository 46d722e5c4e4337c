/** What PostgreSQL says of the declared tables: three questions, however many tables there are. */
import type { Pool } from '@kept/db';
import type { TableShape } from './drift.ts';
import type { Collection } from './words.ts';

export interface Table extends TableShape {
  /** Its name as a statement writes it. */
  readonly sql: string;
  readonly columns: ReadonlyMap<string, { readonly type: string; readonly notNull: boolean }>;
  /** The server's own estimate of rows; -1 where it has none. */
  readonly estimate: number;
  readonly pages: number;
}

const sqlOf = (name: string): string =>
  name
    .split('.')
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join('.');

const COLUMNS = `
  select t.name, c.oid::text as oid, c.reltuples::float8 as estimate, c.relpages as pages, a.attname as column,
    format_type(a.atttypid, -1) as type, a.attnotnull as "notNull"
  from unnest($1::text[]) t(name) join pg_class c on c.oid = to_regclass(t.name)
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped`;

const UNIQUE = `
  select i.indrelid::text as oid, array_agg(a.attname::text) as columns
  from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
  where i.indisunique and i.indpred is null and i.indexprs is null and i.indrelid = any($1::oid[])
  group by i.indexrelid, i.indrelid`;

const CHILDREN = `
  select confrelid::text as parent, conrelid::text as oid, conrelid::regclass::text as name,
    confdeltype in ('a', 'r') as stops,
    (select array_agg(attname::text) from pg_attribute where attrelid = conrelid and attnum = any(conkey)) as columns
  from pg_constraint where contype = 'f' and conparentid = 0 and confrelid = any($1::oid[])`;

export async function catalogOf(pool: Pool, collections: readonly Collection[]): Promise<Map<string, Table | null>> {
  const names = collections.map(({ name }) => sqlOf(name));
  const columns = await pool.query<{
    name: string;
    oid: string;
    estimate: number;
    pages: number;
    column: string;
    type: string;
    notNull: boolean;
  }>(COLUMNS, [names]);
  const oids = [...new Set(columns.rows.map(({ oid }) => oid))];
  const unique = await pool.query<{ oid: string; columns: string[] }>(UNIQUE, [oids]);
  const children = await pool.query<Table['children'][number] & { parent: string }>(CHILDREN, [oids]);
  const byName = Map.groupBy(columns.rows, ({ name }) => name);
  const keys = Map.groupBy(unique.rows, ({ oid }) => oid);
  const below = Map.groupBy(children.rows, ({ parent }) => parent);
  return new Map(
    collections.map(({ id, name }) => {
      const sql = sqlOf(name);
      const rows = byName.get(sql);
      if (!rows) return [id, null];
      const { oid, estimate, pages } = rows[0]!;
      const table: Table = {
        ...{ sql, oid, estimate, pages },
        columns: new Map(rows.map(({ column, type, notNull }) => [column, { type, notNull }])),
        unique: (keys.get(oid) ?? []).map((each) => each.columns),
        children: below.get(oid) ?? [],
      };
      return [id, table];
    }),
  );
}
