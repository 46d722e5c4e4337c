/** The key store and its keyring together: the index key, and the trees that are in one and have their root in the other. */
import { randomBytes } from 'node:crypto';
import type { Duration } from '@kept/base';
import { transaction } from '@kept/db';
import type pg from 'pg';
import { hashesUnder } from './blind.ts';
import { BadName, RingForeign, RootLost, Superseded } from './errors.ts';
import { placeOf, Slots } from './node-format.ts';
import type { CacheOptions } from './options.ts';
import { sealed } from './rewrap.ts';
import type { KeyProvider, RootStore } from './roots.ts';
import type { Key } from './secrets.ts';
import { columns, sql } from './statements.ts';

export interface Store {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly provider: KeyProvider;
  readonly cache?: CacheOptions;
  readonly lease?: Duration;
  readonly probe: (step: string) => void;
}

const REGION = /^[a-z][a-z0-9-]{0,31}$/;
/** No region's name: those begin with a letter. */
const INDEX = '0-index';
/** The index key is not a tree's; it is kept under an id of its own, the same in every keyring. */
const INDEX_ID = Buffer.from('kept-index-key-1');

/** Founding is done by one process at a time. */
const foundingAlone = <T>(pool: pg.Pool, run: (db: pg.PoolClient) => Promise<T>): Promise<T> =>
  transaction(pool, async (db) => {
    await db.query('select pg_advisory_xact_lock(27508, 0)');
    return run(db);
  });

/** The key of all keyed hashes, made on first use. Throws KEYS_ROOT_LOST, KEYS_RING_FOREIGN. */
export async function indexKey({ pool, provider }: Store): Promise<Key> {
  const root = await foundingAlone(pool, async (db) => {
    const { rows } = await db.query('select proof from keys.keyring');
    const store = (await provider.open(INDEX, INDEX_ID)) ?? (rows.length === 0 ? await foundIndex(provider) : null);
    if (!store) throw new RootLost(INDEX);
    const { live } = await store.read();
    const proof = hashesUnder(live.key).proof();
    if (rows.length === 0) await db.query('insert into keys.keyring (proof) values ($1)', [proof]);
    else if (!proof.equals(rows[0].proof)) throw new RingForeign();
    return { store, live };
  });
  await root.store.commit(root.live.version);
  return root.live.key;
}

async function foundIndex(provider: KeyProvider): Promise<RootStore> {
  const key = provider.secrets.random();
  try {
    return await provider.found(INDEX, INDEX_ID, { version: 1, key });
  } finally {
    provider.secrets.free(key);
  }
}

/**
 * The regions that have a tree. Throws KEYS_ROOT_MISMATCH if the keyring has the root of one that the store has not:
 * then the store is empty, or older than the region.
 */
export function treesOf({ pool, provider }: Store): Promise<string[]> {
  return foundingAlone(pool, async (db) => {
    const { rows } = await db.query('select region from keys.tree order by region');
    const regions = rows.map((row): string => row.region);
    const known = new Set([INDEX, ...regions]);
    for (const name of await provider.names()) if (!known.has(name)) await provider.open(name, Buffer.alloc(16));
    return regions;
  });
}

export interface FoundTree {
  readonly tree: number;
  readonly id: Buffer;
  readonly root: RootStore;
}

/** The tree of a region and its root; an empty tree is made if there is none. Throws as `openKeys` does. */
export async function treeOf(store: Store, region: string): Promise<FoundTree> {
  const { pool, provider } = store;
  const known = async (db: pg.Pool | pg.PoolClient): Promise<FoundTree | null> => {
    const { rows } = await db.query('select tree, id from keys.tree where region = $1', [region]);
    if (rows.length === 0) return null;
    const root = await provider.open(region, rows[0].id);
    if (!root) throw new RootLost(region);
    return { ...rows[0], root };
  };
  const found =
    (await known(pool)) ?? (await foundingAlone(pool, async (db) => (await known(db)) ?? foundTree(store, db, region)));
  // The first root stays provisional until its tree is stored.
  const { live, staged } = await found.root.read();
  for (const root of [live, staged]) if (root) provider.secrets.free(root.key);
  if (live.version === 1 && !staged) {
    await found.root.commit(1).catch((error) => {
      // Another process has replaced it meanwhile, so it was not provisional any more.
      if (!(error instanceof Superseded)) throw error;
    });
  }
  return found;
}

async function foundTree({ provider, probe }: Store, db: pg.PoolClient, region: string): Promise<FoundTree> {
  const { secrets } = provider;
  const id = randomBytes(16);
  const key = secrets.random();
  try {
    const root = await provider.found(region, id, { version: 1, key });
    probe('found:root');
    const { rows } = await db.query(
      `insert into keys.tree (region, id, version, last, height, leaves) values ($1, $2, 1, 1, 2, 0) returning tree`,
      [region, id],
    );
    const tree: number = rows[0].tree;
    await sql.insert(db, tree, ...columns([sealed(id, placeOf(1, 0), 1, new Slots(), key)]));
    return { tree, id, root };
  } finally {
    secrets.free(key);
  }
}

export function checkRegion(region: string): string {
  if (!REGION.test(region)) throw new BadName('a region', REGION);
  return region;
}

/**
 * Gives up a region whose keys are lost for good, so that it can begin anew: destroys its root, then its tree and its
 * claims. Everything that is stored in the region becomes unreadable for ever. No process may have it open. The
 * suppression list stays.
 */
export async function abandon({ pool, provider }: Pick<Store, 'pool' | 'provider'>, region: string): Promise<void> {
  await foundingAlone(pool, async (db) => {
    await provider.destroy(checkRegion(region));
    const { rows } = await db.query('delete from keys.tree where region = $1 returning tree', [region]);
    for (const { tree } of rows) {
      await db.query('delete from keys.node where tree = $1', [tree]);
      await db.query('delete from keys.entry where tree = $1', [tree]);
    }
    await db.query('delete from keys.claim where region = $1', [region]);
  });
}
