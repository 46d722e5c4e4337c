/** The ledger's store in PostgreSQL, schema `ledger`. */
import { KeptError, Millis } from '@kept/base';
import { migrate, openPool, type Pool } from '@kept/db';
import pg from 'pg';
import { columns } from './columns.ts';
import { StoreUnavailable } from './errors.ts';
import {
  type BundleRow,
  encodeTags,
  type LeafRow,
  type TileRow,
  toBundle,
  toLeaf,
  toTag,
  toTail,
  toTile,
} from './rows.ts';
import * as sql from './statements.ts';
import type { Appender, Pack, Reader, SnapshotReader, Store } from './store.ts';

/** A database that is silent for so long, in milliseconds, is given up, and so are the appends that wait for it. */
const SILENCE = 15_000;

/** A writer that stops in its turn, in milliseconds, loses it. */
const TURN = 5_000;

/** Of the data database of each region; `openLedger` runs them. */
export const ledgerMigrations = {
  owner: 'ledger',
  files: new URL('../migrations/', import.meta.url),
  columns,
} as const;

type Client = Pick<pg.Client, 'query'>;

/**
 * Connects and brings the schema up to date. One connection of its own for appends, and up to three for everything
 * else. Throws LEDGER_STORE_UNAVAILABLE.
 */
export async function openPostgres(url: string): Promise<Store> {
  const config: pg.ClientConfig = { connectionString: url, application_name: 'kept ledger', keepAlive: true };
  const pool = openPool(url, { name: 'kept ledger', max: 3, statementTimeout: Millis(SILENCE) });
  try {
    await available(() => migrate(pool, ledgerMigrations));
  } catch (error) {
    await pool.end();
    throw error;
  }
  const writer = writerOf({ ...config, query_timeout: SILENCE });
  const reader = readerOf(pool);
  return {
    ...reader,
    commit: (...args) => available(() => writer.use((client) => appenderOf(client).commit(...args))),
    inTurn: (work) => available(() => writer.use((client) => inTurn(client, work))),
    leaves: (indexes) => rows<LeafRow, ReturnType<typeof toLeaf>>(pool, sql.leaves, [indexes], toLeaf),
    byTag: (tags, before, limit) => rows(pool, sql.byTag, [encodeTags(tags), before, limit], toLeaf),
    indexTags: (leaves) => available(() => indexTags(pool, leaves)),
    snapshot: (work) => available(() => snapshot(config, work)),
    close: async () => {
      await writer.close();
      await pool.end();
    },
  };
}

/** Runs `work`; whatever goes wrong with the database becomes LEDGER_STORE_UNAVAILABLE. */
async function available<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof KeptError ? error : new StoreUnavailable(error);
  }
}

const rows = <R extends object, T>(
  client: Client,
  statement: { text: string; name?: string },
  values: unknown[],
  read: (row: R) => T,
): Promise<T[]> =>
  available(async () => (await client.query<R & pg.QueryResultRow>({ ...statement, values })).rows.map(read));

function readerOf(client: Client): Reader {
  return {
    tail: async () => (await rows(client, sql.tail, [], toTail))[0],
    bundles: (from, to) => rows<BundleRow, ReturnType<typeof toBundle>>(client, sql.bundles, [from, to], toBundle),
    packs: (from, to) => rows<Pack, Pack>(client, sql.packs, [from, to], (pack) => pack),
    tileRoots: (level, from, to) => rows(client, sql.tileRoots, [level, from, to], (row: { root: Buffer }) => row.root),
    tiles: (level, from, to) => rows<TileRow, ReturnType<typeof toTile>>(client, sql.tiles, [level, from, to], toTile),
  };
}

function appenderOf(client: Client): Appender {
  return {
    commit: async ({ first, count, leaves, tags, seal, checkpoint }, tiles, after) => {
      const link = [after?.first ?? null, after?.checkpoint ?? null];
      const values = [first, count, leaves, tags && encodeTags(tags), seal, checkpoint, ...link];
      if (tiles.length === 0) return (await client.query({ ...sql.commitBundle, values })).rowCount === 1;
      const columns = (['level', 'n', 'root', 'hashes'] as const).map((column) => tiles.map((tile) => tile[column]));
      const { rowCount } = await client.query({ ...sql.commitBundleAndTiles, values: [...values, ...columns] });
      return rowCount === tiles.length;
    },
  };
}

async function inTurn<T>(client: pg.Client, work: (session: Reader & Appender) => Promise<T>): Promise<T> {
  await client.query(`begin; ${sql.takeTurn}`);
  try {
    const result = await work({ ...readerOf(client), ...appenderOf(client) });
    await client.query('commit');
    return result;
  } catch (error) {
    // If the connection is gone, so is the transaction.
    await client.query('rollback').catch(() => {});
    throw error;
  }
}

/** A connection that is made when needed, and made anew after any failure: half-done work ends with it. */
function writerOf(config: pg.ClientConfig): {
  use<T>(work: (client: pg.Client) => Promise<T>): Promise<T>;
  close(): Promise<void>;
} {
  let current: pg.Client | undefined;
  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client(config);
    client.on('error', () => {
      if (current === client) current = undefined;
    });
    await client.connect();
    await client.query(`set idle_in_transaction_session_timeout = ${TURN}`);
    // A database may ask for more than this (remote_apply), never for less.
    await client.query(`select set_config('synchronous_commit', 'on', false)
      where current_setting('synchronous_commit') in ('off', 'local')`);
    return client;
  };
  return {
    use: async (work) => {
      current ??= await connect();
      const client = current;
      try {
        return await work(client);
      } catch (error) {
        if (!(error instanceof KeptError) || error instanceof StoreUnavailable) {
          current = undefined;
          client.end().catch(() => {});
        }
        throw error;
      }
    },
    close: async () => {
      await current?.end();
      current = undefined;
    },
  };
}

async function indexTags(pool: Pool, leaves: number): Promise<boolean> {
  const client = await pool.connect();
  let failed = true;
  try {
    // The mark moves with the rows it speaks of: if the server loses this commit, it loses both.
    await client.query('set synchronous_commit = off');
    const [next] = (await client.query<{ size: number; upto: number }>({ ...sql.nextToIndex, values: [leaves] })).rows;
    if (next) await client.query({ ...sql.indexTags, values: [next.size, next.upto] });
    failed = false;
    return next !== undefined;
  } finally {
    client.release(failed);
  }
}

async function snapshot<T>(config: pg.ClientConfig, work: (reader: SnapshotReader) => Promise<T>): Promise<T> {
  const client = new pg.Client(config);
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    return await work({
      ...readerOf(client),
      tileCount: async () => (await rows(client, sql.tileCount, [], (row: { count: string }) => Number(row.count)))[0]!,
      indexedSize: async () =>
        (await rows(client, sql.indexedSize, [], (row: { size: string }) => Number(row.size)))[0],
      indexedTags: () => indexedTags(client),
    });
  } finally {
    await client.end();
  }
}

async function* indexedTags(client: Client): AsyncGenerator<ReturnType<typeof toTag>[]> {
  await rows(client, sql.openTags, [], () => undefined);
  for (;;) {
    const piece = await rows(client, sql.nextTags, [], toTag);
    if (piece.length === 0) return;
    yield piece;
  }
}
