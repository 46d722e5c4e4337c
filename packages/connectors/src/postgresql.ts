/** A PostgreSQL database beside Kept. Values go in and out as text, so that none is rounded on its way. */

import { Seconds } from '@kept/base';
import { openPool, type Pool, type PoolClient, transaction } from '@kept/db';
import Cursor from 'pg-cursor';
import { NotAsDeclared } from './errors.ts';
import { KnownTables } from './known-tables.ts';
import { maskedIn, maskedPartsOf } from './nested.ts';
import { catalogOf, type Table } from './postgresql-catalog.ts';
import { sayPostgres } from './postgresql-errors.ts';
import { type Collection, type Mask, type Match, PAGE, type Row, type Store } from './words.ts';

/** Below so many pages of 8 KiB the rows are counted, above them the server's own estimate is given. */
const SMALL = 2_000;

/** Opens nothing until it is asked. `url` names whoever may read, delete and update the declared tables. */
export function openPostgres(dataset: string, url: string): Store {
  const pool = openPool(url, { name: 'kept connector', max: 4, statementTimeout: Seconds(120) });
  const tables = new KnownTables<Table>({
    dataset,
    catalogOf: (collections) => catalogOf(pool, collections),
    say: (error, collection) => sayPostgres(error, dataset, collection),
  });
  const tableOf = async (collection: Collection): Promise<Table> => {
    const table = await tables.of(collection);
    for (const column of collection.primaryKey) typeOf(collection, table, column);
    return table;
  };
  return {
    survey: (collections) =>
      tables.survey(collections, async ({ pages, estimate, sql }) =>
        pages < SMALL || estimate < 0 ? countOf(await pool.query(`select count(*) as n from ${sql}`)) : estimate,
      ),
    async *rows(collection, matches, columns) {
      try {
        yield* rowsOf(pool, collection, await tableOf(collection), matches, columns);
      } catch (error) {
        throw tables.said(error, collection.id);
      }
    },
    count: (collection, keys) =>
      tables.guarded(collection.id, async () => {
        const table = await tableOf(collection);
        const named = namedBy(collection, table, keys, 0);
        return countOf(await pool.query(`select count(*) as n from ${table.sql} where ${named.sql}`, named.values));
      }),
    remove: (collection, keys) =>
      tables.guarded(collection.id, async () => {
        const table = await tableOf(collection);
        const named = namedBy(collection, table, keys, 0);
        const gone = await transaction(pool, (client) =>
          client.query(`delete from ${table.sql} where ${named.sql}`, named.values),
        );
        return gone.rowCount ?? 0;
      }),
    mask: (collection, keys) =>
      tables.guarded(collection.id, async () => {
        const table = await tableOf(collection);
        return transaction(pool, (client) => maskRows(client, collection, table, keys));
      }),
    unmasked: (collection, keys) =>
      tables.guarded(collection.id, async () => unmaskedRows(pool, collection, await tableOf(collection), keys)),
    close: () => pool.end(),
  };
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const countOf = ({ rows }: { rows: { n: number | string }[] }): number => Number(rows[0]!.n);

function typeOf(collection: Collection, table: Table, column: string): string {
  const found = table.columns.get(column);
  if (!found) throw new NotAsDeclared(`${collection.id}.${column}`, 'there is no such column');
  return found.type;
}

interface Condition {
  readonly sql: string;
  readonly values: unknown[];
}

/** Rows with one of these keys; parameters are numbered after the first `from`. */
function namedBy(collection: Collection, table: Table, keys: readonly Row[], from: number): Condition {
  const { primaryKey } = collection;
  const arrays = primaryKey.map((column, i) => `$${from + i + 1}::${typeOf(collection, table, column)}[]`);
  return {
    sql: `(${primaryKey.map(quoted).join(', ')}) in (select * from unnest(${arrays.join(', ')}))`,
    values: primaryKey.map((column) => keys.map((row) => row[column] ?? null)),
  };
}

function matching(collection: Collection, table: Table, matches: readonly Match[]): Condition {
  const sql = matches.map(({ field, folded }, i) => {
    const [column, ...rest] = field.split('.') as [string, ...string[]];
    const type = typeOf(collection, table, column);
    const [name, values] = [quoted(column), `$${i + 1}`];
    if (type === 'json' || type === 'jsonb') {
      const path = `lax $${rest.map((part) => `.${JSON.stringify(part)}`).join('')}[*]`.replaceAll("'", "''");
      const text = folded ? `lower(v #>> '{}')` : `v #>> '{}'`;
      return `exists (select from jsonb_path_query(${name}::jsonb, '${path}') v where ${text} = any(${values}::text[]))`;
    }
    if (rest.length > 0) throw new NotAsDeclared(`${collection.id}.${field}`, 'the column holds no object');
    if (type.endsWith('[]')) return `${name} && ${values}::text[]::${type}`;
    if (folded) return `lower(${name}::text) = any(${values}::text[])`;
    return `${name} = any(${values}::${type}[])`;
  });
  return { sql: sql.join(' or '), values: matches.map(({ values }) => values) };
}

/** By a cursor on the server: one page is in memory at a time. */
async function* rowsOf(
  pool: Pool,
  collection: Collection,
  table: Table,
  matches: readonly Match[],
  columns: readonly string[],
): AsyncGenerator<readonly Row[]> {
  for (const column of columns) typeOf(collection, table, column);
  const condition = matching(collection, table, matches);
  const list = columns.map((column) => `${quoted(column)}::text`).join(', ');
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const cursor = client.query(
      new Cursor<Row>(`select ${list} from ${table.sql} where ${condition.sql}`, condition.values),
    );
    try {
      for (let page = await cursor.read(PAGE); page.length > 0; page = await cursor.read(PAGE)) yield page;
    } finally {
      await cursor.close();
    }
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
  }
}

/** 32 letters at a time, another for each row. */
const RANDOM = `replace(gen_random_uuid()::text, '-', '')`;

function maskSql(mask: Mask, type: string, values: unknown[]): string {
  if (mask.with === 'null') return 'null';
  values.push(mask.with === 'text' ? mask.text : mask.suffix);
  const text = `$${values.length}::text`;
  if (mask.with === 'text') return `${text}::${type}`;
  const letters = Array.from({ length: Math.ceil(mask.length / 32) }, () => RANDOM).join(' || ');
  return `(left(${letters}, ${mask.length}) || ${text})::${type}`;
}

async function maskRows(
  client: PoolClient,
  collection: Collection,
  table: Table,
  keys: readonly Row[],
): Promise<number> {
  const { whole, nested } = maskedPartsOf(collection);
  const named = namedBy(collection, table, keys, 0);
  const here = countOf(await client.query(`select count(*) as n from ${table.sql} where ${named.sql}`, named.values));
  if (whole.length > 0) {
    const values = [...named.values];
    const set = whole.map(
      ({ column, mask }) => `${quoted(column)} = ${maskSql(mask, typeOf(collection, table, column), values)}`,
    );
    await client.query(`update ${table.sql} set ${set.join(', ')} where ${named.sql}`, values);
  }
  for (const [column, fields] of nested) {
    const list = [...collection.primaryKey, column].map((each) => `${quoted(each)}::text`).join(', ');
    const { rows } = await client.query<Row>(
      `select ${list} from ${table.sql} where ${named.sql} for update`,
      named.values,
    );
    for (const row of rows) {
      const after = maskedIn(row[column] ?? null, fields);
      if (after === null) continue;
      const one = namedBy(collection, table, [row], 1);
      await client.query(
        `update ${table.sql} set ${quoted(column)} = $1::${typeOf(collection, table, column)} where ${one.sql}`,
        [after, ...one.values],
      );
    }
  }
  return here;
}

async function unmaskedRows(pool: Pool, collection: Collection, table: Table, keys: readonly Row[]): Promise<number> {
  const { whole, nested } = maskedPartsOf(collection);
  const named = namedBy(collection, table, keys, 0);
  const values = [...named.values];
  const wrong = whole.flatMap(({ column, mask }) => {
    if (mask.with === 'random') return [];
    const type = typeOf(collection, table, column);
    return [`${quoted(column)}::text is distinct from (${maskSql(mask, type, values)})::text`];
  });
  if (wrong.length > 0) {
    const sql = `select count(*) as n from ${table.sql} where ${named.sql} and (${wrong.join(' or ')})`;
    const n = countOf(await pool.query(sql, values));
    if (n > 0) return n;
  }
  let n = 0;
  for (const [column, fields] of nested) {
    const { rows } = await pool.query<{ text: string | null }>(
      `select ${quoted(column)}::text as text from ${table.sql} where ${named.sql}`,
      named.values,
    );
    n = Math.max(n, rows.filter(({ text }) => maskedIn(text, fields) !== null).length);
  }
  return n;
}
