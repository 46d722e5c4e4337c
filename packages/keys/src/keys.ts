import { migrate } from '@kept/db';
import pg from 'pg';
import { type Hashes, hashesUnder } from './blind.ts';
import { type Claims, openClaims } from './claims.ts';
import { columns } from './columns.ts';
import { translated } from './errors.ts';
import { fileKeyring } from './keyring.ts';
import { LazyRegion } from './lazy-region.ts';
import type { KeysOptions } from './options.ts';
import type { RegionKeys } from './region.ts';
import { wire } from './statements.ts';
import { indexKey, type Store, treesOf } from './store.ts';
import { SuppressionList } from './suppression.ts';

/** Of the key store; `openKeys` runs them. */
export const keysMigrations = { owner: 'keys', files: new URL('../migrations/', import.meta.url), columns } as const;

/** An open key store: data keys by region, claims, blind indexes, and the suppression list. */
export interface Keys extends Claims {
  /**
   * The data keys of a region, which is founded when first used. Throws KEYS_BAD_NAME. The same object each time.
   */
  region(region: string): RegionKeys;

  /**
   * The blind index of an identifier: 32 bytes, equal for equal values of one kind and meaningless without the keyring.
   * The caller brings `value` into one form first. `kind` is a lower-case word: `phone`, `email`.
   */
  blind(kind: string, value: string): Buffer;

  /**
   * Puts identifiers on the suppression list: an import must leave them out. Durable when it resolves, in the key store
   * and beside the roots. Grouped.
   */
  suppress(blinds: readonly Buffer[]): Promise<void>;
  /**
   * Puts an owner and the identifiers they hold on the suppression list, and marks their keys: from here on a crash ends in their erasure, and a backup
   * from before is erased again when it is opened. `RegionKeys.erase` then makes it final.
   */
  suppressOwner(region: string, owner: string): Promise<void>;
  /** For each blind whether it is on the list. */
  suppressed(blinds: readonly Buffer[]): Promise<boolean[]>;
  /** Those of these owners who are on the list: their rows come from a restored backup and have to go again. */
  suppressedOwners(region: string, owners: readonly string[]): Promise<string[]>;
  /**
   * How long the suppression list has become, by what no restored backup takes back. A database that remembers less was
   * put back to an older state.
   */
  suppressions(): Promise<number>;

  /** Ends all sessions, wipes the caches, and closes the keyring. */
  close(): Promise<void>;
}

/**
 * Opens the key store: brings its tables up to date, settles what a crash cut short, and erases again whom the copy of
 * the suppression list beside the roots knows and a restored key store does not.
 *
 * Throws KEYS_ROOT_MISMATCH if the store was put back to a time before the last erasure and its write-ahead log was not
 * replayed, KEYS_ROOT_LOST or KEYS_RING_FOREIGN without the right keyring, KEYS_RING_EXPOSED, KEYS_STORE_DOWN.
 */
export async function openKeys(options: KeysOptions): Promise<Keys> {
  const { url, probe = () => {} } = options;
  const provider = options.root ?? fileKeyring({ dir: options.rootDir, probe });
  const pool = new pg.Pool({ ...wire(url, 'kept keys'), max: 10 }).on('error', () => {});
  // A lost session fails its statements, no more.
  pool.on('connect', (db) => void db.on('error', () => {}));
  const store: Store = { ...options, pool, provider, probe };
  const regions = new Map<string, LazyRegion>();
  const region = (name: string): LazyRegion => {
    const known = regions.get(name) ?? new LazyRegion(store, name);
    regions.set(name, known);
    return known;
  };
  const close = async (): Promise<void> => {
    await Promise.all([...regions.values()].map((each) => each.close()));
    await pool.end();
    provider.close();
  };
  try {
    await migrate(pool, keysMigrations);
    // First: a store that is not this keyring's is left as it is.
    const names = await treesOf(store);
    const hashes = hashesUnder(await indexKey(store));
    const list = new SuppressionList(pool, provider.suppressed, hashes, probe);
    await list.reconcile();
    for (const name of names) await region(name).ready();
    return assemble(hashes, openClaims(pool), list, region, close);
  } catch (error) {
    await close();
    throw translated(error);
  }
}

function assemble(
  hashes: Hashes,
  claims: Claims,
  list: SuppressionList,
  region: (name: string) => RegionKeys,
  close: () => Promise<void>,
): Keys {
  return {
    region,
    blind: hashes.blind,
    claim: (...claim) => answer(claims.claim(...claim)),
    release: (...claim) => answer(claims.release(...claim)),
    releaseAll: (owner) => answer(claims.releaseAll(owner)),
    locate: (kind, blind) => answer(claims.locate(kind, blind)),
    suppress: (blinds) => answer(list.add(blinds)),
    suppressOwner: (name, owner) => answer(list.addOwner(name, owner)),
    suppressed: (blinds) => answer(list.has(blinds)),
    suppressedOwners: (name, owners) => answer(list.owners(name, owners)),
    suppressions: () => answer(list.length()),
    close,
  };
}

async function answer<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw translated(error);
  }
}
