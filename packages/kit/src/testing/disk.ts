/** Every byte that the two database servers wrote for this stage, as a thief of the disk would read it. */
import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from '@kept/db';
import { holdLog, lookFor } from '@kept/db/testing';
import { inject } from 'vitest';

export interface Disk {
  /** Where these texts, by name, can be read. */
  find(needles: Readonly<Record<string, string>>): Promise<readonly Found[]>;
  /** Tables of both databases in which this id stands, whatever the column. */
  tablesWith(id: string): Promise<readonly string[]>;
}

export interface Found {
  readonly name: string;
  /** `heap`, `log`, `wal`, or the table that the server reads it from. */
  readonly place: string;
}

interface Store {
  readonly pool: Pool;
  readonly dir: string;
  /** Where the write-ahead log and the server's own log stood at first. */
  readonly wal: Place;
  readonly log: number;
}

/** A place in the write-ahead log. */
interface Place {
  readonly segment: string;
  readonly offset: number;
}

export async function openDisk(pools: { readonly data: Pool; readonly keys: Pool }): Promise<Disk> {
  await Promise.all([holdLog('data'), holdLog('keys')]);
  const stores = await Promise.all([storeOf(pools.data, inject('dataDir')), storeOf(pools.keys, inject('keysDir'))]);
  return {
    async find(needles) {
      const look = lookFor(needles);
      const found: Found[] = [];
      for (const store of stores)
        for await (const [place, content] of written(store))
          for (const name of look(content)) found.push({ name, place });
      return found;
    },
    async tablesWith(id) {
      const all = await Promise.all(stores.map(({ pool }) => texts(pool)));
      return all.flatMap((tables) => tables.filter(([, text]) => text.includes(id)).map(([table]) => table));
    },
  };
}

async function* written(store: Store): AsyncGenerator<readonly [place: string, content: Buffer]> {
  await store.pool.query('checkpoint');
  for (const file of await relations(store)) yield ['heap', read(file)];
  for (const piece of await walPieces(store)) yield ['wal', piece];
  yield ['log', read(logOf(store.dir), store.log)];
  // Once more as the server reads it: what it stores compressed is no longer the same bytes.
  for (const [table, text] of await texts(store.pool)) yield [table, Buffer.from(text)];
}

async function storeOf(pool: Pool, dir: string): Promise<Store> {
  return { pool, dir, wal: await placeOf(pool), log: statSync(logOf(dir), { throwIfNoEntry: false })?.size ?? 0 };
}

const logOf = (dir: string): string => join(dir, 'server.log');
const one = async <T>(pool: Pool, sql: string): Promise<T> => (await pool.query<{ v: unknown }>(sql)).rows[0]!.v as T;

async function placeOf(pool: Pool): Promise<Place> {
  const [segment, offset] = await one<[string, number]>(
    pool,
    `select json_build_array(file_name, file_offset) as v from pg_walfile_name_offset(pg_current_wal_insert_lsn())`,
  );
  return { segment, offset };
}

/** Files of the tables and indexes that are no part of PostgreSQL itself. */
async function relations({ pool, dir }: Store): Promise<string[]> {
  const paths = await one<string[] | null>(
    pool,
    'select json_agg(p) as v from pg_class, pg_relation_filepath(oid) p where oid >= 16384 and p is not null',
  );
  return (paths ?? []).map((path) => join(dir, 'data', path));
}

/** What was written since; segments behind the present one are old ones that wait for a new name. */
async function walPieces({ pool, dir, wal: from }: Store): Promise<Buffer[]> {
  const to = await placeOf(pool);
  const folder = join(dir, 'data', 'pg_wal');
  return readdirSync(folder)
    .filter((name) => /^[0-9A-F]{24}$/.test(name) && name >= from.segment && name <= to.segment)
    .map((name) =>
      read(
        join(folder, name),
        name === from.segment ? from.offset : 0,
        name === to.segment ? to.offset : Number.POSITIVE_INFINITY,
      ),
    );
}

/** Bytes of a file from one offset up to another. */
function read(file: string, from = 0, to = Number.POSITIVE_INFINITY): Buffer {
  if (!existsSync(file)) return Buffer.alloc(0);
  const content = Buffer.alloc(Math.max(0, Math.min(to, statSync(file).size) - from));
  const handle = openSync(file, 'r');
  try {
    const length = readSync(handle, content, 0, content.length, from);
    return content.subarray(0, length);
  } finally {
    closeSync(handle);
  }
}

/** Every table with all its rows as text; bytes are hexadecimal. */
async function texts(pool: Pool): Promise<[table: string, text: string][]> {
  const { rows } = await pool.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const found: [string, string][] = [];
  for (const { name } of rows)
    found.push([
      name,
      (await one<string | null>(pool, `select string_agg(t::text, E'\\n') as v from ${name} t`)) ?? '',
    ]);
  return found;
}
