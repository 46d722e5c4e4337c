/** Every statement on a sealed table. Names of columns were checked by `checkTable`. */
import type { Pool, PoolClient } from '@kept/db';
import type { TableDef } from './table-def.ts';

type Db = Pick<Pool | PoolClient, 'query'>;

/** A prepared statement: one name for one text in this process, whatever table it is of. */
export type Statement<R> = (db: Db, values: unknown[]) => Promise<R[]>;

const names = new Map<string, string>();

export function statement<R>(text: string): Statement<R> {
  const name = names.get(text) ?? `vault_${names.size}`;
  names.set(text, name);
  return async (db, values) => (await db.query({ name, text, values })).rows as R[];
}

/** Rows by owner and id, each with the place of its pair among those asked for, from 1. */
export const selectPairs = (table: string, columns: readonly string[]): string =>
  `select u.n::int as n, t.bucket, ${columns.map((name) => `t.${name}`).join(', ')}
   from unnest($1::uuid[], $2::uuid[]) with ordinality u (o, i, n)
   cross join lateral (select * from ${table} t where t.owner_id = u.o and t.id = u.i limit 1) t`;

export const selectMany = (table: string, columns: readonly string[]): string =>
  `select id, bucket, ${columns.join(', ')} from ${table} where owner_id = $1 and id = any($2::uuid[])`;

export const selectForUpdate = (table: string, columns: readonly string[]): string =>
  `select bucket, ${columns.join(', ')} from ${table} where owner_id = $1 and id = $2 for update`;

/** In the order of their age. */
export const selectManyForUpdate = (table: string, columns: readonly string[]): string =>
  `select id, bucket, ${columns.join(', ')} from ${table} where owner_id = $1 and id = any($2::uuid[])
   order by id for update`;

export const updateCells = (table: string, columns: readonly string[]): string =>
  `update ${table} set updated_at = $3, ${columns.map((name, i) => `${name} = $${i + 4}`).join(', ')}
   where owner_id = $1 and id = $2`;

/**
 * Rows whose bucket lies from `from` up to `to`, without it; so many at most. Names of buckets are literals here: the
 * planner compares them with the bounds of a partial index. INVARIANT: they were checked by `isBucket`.
 */
export const deleteBuckets = (table: string, from: string, to: string, limit: number): string =>
  `delete from ${table} where ctid = any(array(select ctid from ${table}
     where bucket collate "C" >= '${from}' and bucket collate "C" < '${to}' limit ${limit}))`;

/** Plain columns, and of each sealed one only the first bytes, which say what is held. */
const listed = ({ name, plain, sealed }: TableDef, whichBytes: number, also: readonly string[] = []): string => {
  const first = Object.keys(sealed).map((each) => `substr(${each}, 1, ${1 + whichBytes}) as ${each}`);
  return `select ${[...also, 'id', 'bucket', 'created_at', 'updated_at', ...Object.keys(plain), ...first].join(', ')} from ${name}`;
};

export const selectListed = (def: TableDef, whichBytes: number): string =>
  `${listed(def, whichBytes)} where owner_id = $1 order by id`;

/** The first so many of those behind an id. */
export const selectListedAfter = (def: TableDef, whichBytes: number): string =>
  `${listed(def, whichBytes)} where owner_id = $1 and id > $2 order by id limit $3`;

/** Rows of whomever. */
const ofWhomever = (def: TableDef, whichBytes: number): string => listed(def, whichBytes, ['owner_id']);

/** Those that have this value in an indexed plain column. INVARIANT: its name was checked by `checkTable`. */
export const selectHaving = (def: TableDef, column: string, whichBytes: number): string =>
  `${ofWhomever(def, whichBytes)} where ${column} = $1 order by id`;

const newest = (def: TableDef, column: string, value: string, whichBytes: number): string =>
  `${ofWhomever(def, whichBytes)} where ${column} = ${value} and ($2::uuid is null or id < $2) order by id desc limit $3`;

/** The newest of them. */
export const selectNewest = (def: TableDef, column: string, whichBytes: number): string =>
  newest(def, column, '$1', whichBytes);

/** The newest of all that have one of these values: of each as many as are wanted, by its index, then the newest of those. */
export const selectNewestOf = (def: TableDef, column: string, whichBytes: number): string =>
  `select n.* from unnest($1::${def.plain[column]!.type}[]) v
   cross join lateral (${newest(def, column, 'v', whichBytes)}) n order by id desc limit $3`;

export const countHaving = ({ name, plain }: TableDef, column: string): string =>
  `select ${column}::text as value, count(*)::int as count from ${name}
   where ${column} = any($1::${plain[column]!.type}[]) group by ${column}`;

/** Those whose time in an indexed plain column has come. */
export const selectUntil = (def: TableDef, column: string, whichBytes: number): string =>
  `${ofWhomever(def, whichBytes)} where ${column} <= $1 order by id`;

export const deleteRows = (table: string): string =>
  `delete from ${table} where owner_id = $1 and id = any($2::uuid[]) returning id`;

/** A piece at a time, so that no transaction holds what a person gathered in years. */
export const deleteSome = (table: string): string =>
  `with gone as (delete from ${table} where owner_id = $1
     and id in (select id from ${table} where owner_id = $1 order by id limit $2) returning 1)
   select count(*)::int as count from gone`;

/**
 * Many rows at once. Sealed cells travel as one value, which the server cuts up; a length of zero is null.
 * Answers the rows that were not there before.
 */
export function insertRows(def: TableDef): string {
  const plain = Object.entries(def.plain);
  const sealed = Object.keys(def.sealed);
  let next = 6;
  const given = ['$1::uuid[]', '$2::uuid[]', '$3::text[]'];
  const named = ['owner_id', 'id', 'bucket'];
  for (const [name, { type }] of plain) {
    given.push(`$${next++}::${type}[]`);
    named.push(name);
  }
  for (const name of sealed) {
    given.push(`$${next++}::int[]`, `$${next++}::int[]`);
    named.push(`start_${name}`, `bytes_${name}`);
  }
  const cells = sealed.map(
    (name) => `case when u.bytes_${name} > 0 then substr($5::bytea, u.start_${name}, u.bytes_${name}) end`,
  );
  const columns = ['owner_id', 'id', 'bucket', 'created_at', 'updated_at', ...Object.keys(def.plain), ...sealed];
  const values = ['u.owner_id', 'u.id', 'u.bucket', '$4', '$4', ...plain.map(([name]) => `u.${name}`), ...cells];
  return `insert into ${def.name} (${columns.join(', ')}) select ${values.join(', ')}
    from unnest(${given.join(', ')}) u (${named.join(', ')}) on conflict do nothing returning owner_id, id`;
}

export const updatePlain = (table: string, columns: readonly string[]): string =>
  `update ${table} set ${['updated_at', ...columns].map((name, i) => `${name} = $${i + 3}`).join(', ')}
   where owner_id = $1 and id = $2 returning id`;
