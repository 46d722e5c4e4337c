/** A MariaDB or MySQL database beside Kept. Values go in and out as text; bytes as hexadecimal digits. */
import { createPool, type Pool, type PoolConnection } from 'mysql2';
import { NotAsDeclared } from './errors.ts';
import { KnownTables } from './known-tables.ts';
import { catalogOf, type Table } from './mariadb-catalog.ts';
import { sayMariaDb } from './mariadb-errors.ts';
import { maskedIn, maskedPartsOf } from './nested.ts';
import { type Collection, type Mask, type Match, PAGE, type Row, type Store } from './words.ts';

type Value = string | null;
type Ask = <T = Row>(sql: string, values?: readonly Value[]) => Promise<Answer<T>>;

interface Answer<T> {
  readonly rows: T[];
  readonly affected: number;
}

function asking(at: Pool | PoolConnection): Ask {
  return function ask<T = Row>(sql: string, values: readonly Value[] = []): Promise<Answer<T>> {
    return new Promise<Answer<T>>((done, failed) => {
      // Prepared: a value is never part of a statement, whatever the server's mode of quoting is.
      at.execute(sql, [...values], (error, result) => {
        if (error) failed(error);
        else if (Array.isArray(result)) done({ rows: result as unknown as T[], affected: 0 });
        else done({ rows: [], affected: result.affectedRows });
      });
    });
  };
}

const connected = (pool: Pool): Promise<PoolConnection> =>
  new Promise((done, failed) => pool.getConnection((error, connection) => (error ? failed(error) : done(connection))));

/** Up to so many rows are counted, of more the server's own estimate is given. */
const COUNTED = 200_000;

/** Opens nothing until it is asked. `url`: `mysql://name:password@host:3306/database`. */
export function openMariaDb(dataset: string, url: string): Store {
  const pool = createPool({ uri: url, connectionLimit: 4, dateStrings: true, connectTimeout: 15_000 });
  const ask = asking(pool);
  const tables = new KnownTables<Table>({
    dataset,
    catalogOf: (collections) => catalogOf(ask, collections),
    say: (error, collection) => sayMariaDb(error, dataset, collection),
  });
  return {
    survey: (collections) =>
      tables.survey(collections, async ({ estimate, sql }) =>
        estimate > COUNTED ? estimate : countOf(await ask(`select count(*) as n from ${sql}`)),
      ),
    async *rows(collection, matches, columns) {
      try {
        yield* rowsOf(pool, collection, await tables.of(collection), matches, columns);
      } catch (error) {
        throw tables.said(error, collection.id);
      }
    },
    count: (collection, keys) =>
      tables.guarded(collection.id, async () => {
        const table = await tables.of(collection);
        const named = namedBy(collection, table, keys);
        return countOf(await ask(`select count(*) as n from ${table.sql} where ${named.sql}`, named.values));
      }),
    remove: (collection, keys) =>
      tables.guarded(collection.id, async () => {
        const table = await tables.of(collection);
        const named = namedBy(collection, table, keys);
        return (await ask(`delete from ${table.sql} where ${named.sql}`, named.values)).affected;
      }),
    mask: (collection, keys) =>
      tables.guarded(collection.id, async () => {
        const table = await tables.of(collection);
        return inTransaction(pool, (within) => maskRows(within, collection, table, keys));
      }),
    unmasked: (collection, keys) =>
      tables.guarded(collection.id, async () => unmaskedRows(ask, collection, await tables.of(collection), keys)),
    close: () => new Promise((done, failed) => pool.end((error) => (error ? failed(error) : done()))),
  };
}

async function inTransaction<T>(pool: Pool, work: (ask: Ask) => Promise<T>): Promise<T> {
  const connection = await connected(pool);
  const ask = asking(connection);
  try {
    await new Promise<void>((done, failed) => connection.beginTransaction((error) => (error ? failed(error) : done())));
    const answer = await work(ask);
    await new Promise<void>((done, failed) => connection.commit((error) => (error ? failed(error) : done())));
    connection.release();
    return answer;
  } catch (error) {
    // With the connection goes what it had begun.
    connection.destroy();
    throw error;
  }
}

const quoted = (name: string): string => `\`${name.replaceAll('`', '``')}\``;
const countOf = ({ rows }: { rows: readonly unknown[] }): number => Number((rows[0] as { n: number | string }).n);

function columnIn(collection: Collection, table: Table, name: string): { type: string; folds: boolean } {
  const found = table.columns.get(name);
  if (!found) throw new NotAsDeclared(`${collection.id}.${name}`, 'there is no such column');
  return found;
}

const BYTES = /^(binary|varbinary|tinyblob|blob|mediumblob|longblob)/;
const WHOLE = /^(tinyint|smallint|mediumint|int|bigint)/;

const textOf = (name: string, type: string): string =>
  BYTES.test(type) ? `hex(${quoted(name)})` : `cast(${quoted(name)} as char)`;

/** A text as what the column holds: compared as the numbers or bytes that it says, never as an approximation. */
function valueSql(type: string): string {
  if (BYTES.test(type)) return 'unhex(?)';
  if (WHOLE.test(type)) return type.includes('unsigned') ? 'cast(? as unsigned)' : 'cast(? as signed)';
  if (type.startsWith('decimal')) return 'cast(? as decimal(65,30))';
  return '?';
}

/** The server takes `abc` for the number 0; what is no number finds nothing. */
const fits = (type: string, value: string): boolean =>
  WHOLE.test(type) ? /^-?\d{1,20}$/.test(value) : type.startsWith('decimal') ? /^-?\d+(\.\d+)?$/.test(value) : true;

interface Condition {
  readonly sql: string;
  readonly values: Value[];
}

function namedBy(collection: Collection, table: Table, keys: readonly Row[]): Condition {
  const { primaryKey } = collection;
  const types = primaryKey.map((name) => columnIn(collection, table, name).type);
  const one = `(${types.map(valueSql).join(', ')})`;
  return {
    sql: `(${primaryKey.map(quoted).join(', ')}) in (${keys.map(() => one).join(', ')})`,
    values: keys.flatMap((row) => primaryKey.map((name) => row[name] ?? null)),
  };
}

/** May find more than it should, since texts are compared as the column does; `isMatch` tells. */
function matching(collection: Collection, table: Table, matches: readonly Match[]): Condition {
  const values: Value[] = [];
  const sql = matches.map(({ field, values: wanted, folded }) => {
    if (field.includes('.'))
      throw new NotAsDeclared(
        `${collection.id}.${field}`,
        'nothing is found by a part of a column in this kind of system',
      );
    const { type, folds } = columnIn(collection, table, field);
    const fitting = wanted.filter((value) => fits(type, value));
    if (fitting.length === 0) return 'false';
    values.push(...fitting);
    const name = folded && !folds ? `lower(${quoted(field)})` : quoted(field);
    return `${name} in (${fitting.map(() => valueSql(type)).join(', ')})`;
  });
  return { sql: sql.join(' or '), values };
}

/** Exactly one of the values; other letters that the column takes for the same are another's. */
function isMatch(matches: readonly Match[], table: Table): (row: Row) => boolean {
  const sets = matches.map(({ field, values, folded }) => {
    const type = table.columns.get(field)!.type;
    const texts = BYTES.test(type) ? values.map((each) => each.toUpperCase()) : values;
    return {
      field,
      folded,
      exact: type.startsWith('decimal') || /^(date|time|year|float|double)/.test(type) ? null : new Set(texts),
    };
  });
  return (row) =>
    sets.some(({ field, folded, exact }) => {
      const value = row[field];
      if (value === null || value === undefined) return false;
      return exact === null || exact.has(folded ? value.toLowerCase() : value);
    });
}

/** As the server sends them: one page is in memory at a time. */
async function* rowsOf(
  pool: Pool,
  collection: Collection,
  table: Table,
  matches: readonly Match[],
  columns: readonly string[],
): AsyncGenerator<readonly Row[]> {
  const condition = matching(collection, table, matches);
  const all = [...new Set([...columns, ...matches.map(({ field }) => field)])];
  const list = all.map((name) => `${textOf(name, columnIn(collection, table, name).type)} as ${quoted(name)}`);
  const wanted = isMatch(matches, table);
  const connection = await connected(pool);
  let whole = false;
  try {
    const sql = `select ${list.join(', ')} from ${table.sql} where ${condition.sql}`;
    const rows = connection.execute(sql, condition.values).stream({ highWaterMark: PAGE });
    let page: Row[] = [];
    for await (const row of rows as AsyncIterable<Row>) {
      if (wanted(row)) page.push(row);
      if (page.length < PAGE) continue;
      yield page;
      page = [];
    }
    whole = true;
    if (page.length > 0) yield page;
  } finally {
    // Of an answer that was not read to its end nothing else can be asked.
    if (whole) connection.release();
    else connection.destroy();
  }
}

function maskSql(mask: Mask, values: Value[]): string {
  if (mask.with === 'null') return 'null';
  if (mask.with === 'text') {
    values.push(mask.text);
    return '?';
  }
  values.push(mask.suffix);
  const letters = Array.from(
    { length: Math.ceil(mask.length / 64) },
    () => 'sha2(concat(rand(), rand(), uuid()), 256)',
  );
  return `concat(left(concat(${letters.join(', ')}), ${mask.length}), ?)`;
}

async function maskRows(ask: Ask, collection: Collection, table: Table, keys: readonly Row[]): Promise<number> {
  const { whole, nested } = maskedPartsOf(collection);
  const named = namedBy(collection, table, keys);
  const here = countOf(await ask(`select count(*) as n from ${table.sql} where ${named.sql}`, named.values));
  if (whole.length > 0) {
    const values: Value[] = [];
    const set = whole.map(({ column, mask }) => `${quoted(column)} = ${maskSql(mask, values)}`);
    await ask(`update ${table.sql} set ${set.join(', ')} where ${named.sql}`, [...values, ...named.values]);
  }
  for (const [column, fields] of nested) {
    const list = [...collection.primaryKey, column].map(
      (name) => `${textOf(name, columnIn(collection, table, name).type)} as ${quoted(name)}`,
    );
    const { rows } = await ask(
      `select ${list.join(', ')} from ${table.sql} where ${named.sql} for update`,
      named.values,
    );
    for (const row of rows) {
      const after = maskedIn(row[column] ?? null, fields);
      if (after === null) continue;
      const one = namedBy(collection, table, [row]);
      await ask(`update ${table.sql} set ${quoted(column)} = ? where ${one.sql}`, [after, ...one.values]);
    }
  }
  return here;
}

async function unmaskedRows(ask: Ask, collection: Collection, table: Table, keys: readonly Row[]): Promise<number> {
  const { whole, nested } = maskedPartsOf(collection);
  const named = namedBy(collection, table, keys);
  const values: Value[] = [];
  const wrong = whole.flatMap(({ column, mask }) =>
    mask.with === 'random' ? [] : [`not (${quoted(column)} <=> ${maskSql(mask, values)})`],
  );
  let n = 0;
  if (wrong.length > 0) {
    const sql = `select count(*) as n from ${table.sql} where ${named.sql} and (${wrong.join(' or ')})`;
    n = countOf(await ask(sql, [...named.values, ...values]));
  }
  for (const [column, fields] of nested) {
    const { rows } = await ask<{ text: string | null }>(
      `select cast(${quoted(column)} as char) as text from ${table.sql} where ${named.sql}`,
      named.values,
    );
    n = Math.max(n, rows.filter(({ text }) => maskedIn(text, fields) !== null).length);
  }
  return n;
}
