/** What MariaDB, or MySQL, says of the declared tables. */
import type { TableShape } from './drift.ts';
import { inPages } from './pages.ts';
import type { Collection } from './words.ts';

export interface Table extends TableShape {
  /** Its name as a statement writes it. */
  readonly sql: string;
  /** `folds`: it takes large and small letters for the same. */
  readonly columns: ReadonlyMap<string, { readonly type: string; readonly notNull: boolean; readonly folds: boolean }>;
  readonly estimate: number;
}

type Ask = <T>(sql: string, values?: readonly string[]) => Promise<{ rows: T[] }>;

const placeOf = (name: string): { schema: string | null; table: string } => {
  const dot = name.indexOf('.');
  return dot < 0 ? { schema: null, table: name } : { schema: name.slice(0, dot), table: name.slice(dot + 1) };
};
const quoted = (name: string): string => `\`${name.replaceAll('`', '``')}\``;

const TABLES_AT_ONCE = 500;
const WHERE = (n: number, schema: string, table: string): string =>
  `(${schema}, ${table}) in (${Array.from({ length: n }, () => `(coalesce(nullif(?, ''), database()), ?)`).join(', ')})`;

interface ColumnRow {
  readonly oid: string;
  readonly estimate: number | null;
  readonly name: string;
  readonly type: string;
  readonly nullable: string;
  readonly collation: string | null;
}
interface KeyRow {
  readonly oid: string;
  readonly index_name: string;
  readonly column_name: string;
}
interface ChildRow {
  readonly parent: string;
  readonly oid: string;
  readonly name: string;
  readonly key_name: string;
  readonly column_name: string;
  readonly rule: string;
}

export async function catalogOf(ask: Ask, collections: readonly Collection[]): Promise<Map<string, Table | null>> {
  const found = new Map<string, Table | null>();
  const {
    rows: [here],
  } = await ask<{ db: string | null }>('select database() as db');
  for (const some of inPages(collections, TABLES_AT_ONCE))
    for (const [id, table] of await few(ask, some, here?.db ?? '')) found.set(id, table);
  return found;
}

async function few(ask: Ask, collections: readonly Collection[], db: string): Promise<Map<string, Table | null>> {
  const places = collections.map(({ name }) => placeOf(name));
  const values = places.flatMap(({ schema, table }) => [schema ?? '', table]);
  const n = places.length;
  const columns = await ask<ColumnRow>(
    `select concat(c.table_schema, '.', c.table_name) as oid, cast(t.table_rows as double) as estimate, c.column_name as name,
       c.column_type as type, c.is_nullable as nullable, c.collation_name as collation
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where ${WHERE(n, 'c.table_schema', 'c.table_name')}`,
    values,
  );
  const keys = await ask<KeyRow>(
    `select concat(table_schema, '.', table_name) as oid, index_name as index_name, column_name as column_name
     from information_schema.statistics where non_unique = 0 and ${WHERE(n, 'table_schema', 'table_name')}`,
    values,
  );
  const children = await ask<ChildRow>(
    `select concat(k.referenced_table_schema, '.', k.referenced_table_name) as parent,
       concat(k.table_schema, '.', k.table_name) as oid, k.table_name as name, k.constraint_name as key_name,
       k.column_name as column_name, r.delete_rule as rule
     from information_schema.key_column_usage k join information_schema.referential_constraints r
       on r.constraint_schema = k.constraint_schema and r.constraint_name = k.constraint_name and r.table_name = k.table_name
     where ${WHERE(n, 'k.referenced_table_schema', 'k.referenced_table_name')}`,
    values,
  );
  const byTable = Map.groupBy(columns.rows, ({ oid }) => oid);
  return new Map(
    collections.map(({ id }, i) => {
      const { schema, table } = places[i]!;
      const oid = `${schema ?? db}.${table}`;
      const rows = byTable.get(oid);
      if (!rows) return [id, null];
      const sql = schema === null ? quoted(table) : `${quoted(schema)}.${quoted(table)}`;
      return [id, tableOf(oid, sql, rows, keys.rows, children.rows)];
    }),
  );
}

function tableOf(
  oid: string,
  sql: string,
  columns: readonly ColumnRow[],
  keys: readonly KeyRow[],
  children: readonly ChildRow[],
): Table {
  const unique = Map.groupBy(
    keys.filter((each) => each.oid === oid),
    ({ index_name }) => index_name,
  );
  const below = Map.groupBy(
    children.filter(({ parent }) => parent === oid),
    (each) => `${each.oid} ${each.key_name}`,
  );
  return {
    ...{ oid, sql, estimate: Number(columns[0]!.estimate ?? 0) },
    columns: new Map(
      columns.map(({ name, type, nullable, collation }) => [
        name,
        { type: type.toLowerCase(), notNull: nullable === 'NO', folds: collation?.includes('_ci') ?? false },
      ]),
    ),
    unique: [...unique.values()].map((each) => each.map(({ column_name }) => column_name)),
    children: [...below.values()].map((each) => ({
      ...{ oid: each[0]!.oid, name: each[0]!.name, stops: /RESTRICT|NO ACTION/.test(each[0]!.rule) },
      columns: each.map(({ column_name }) => column_name),
    })),
  };
}
