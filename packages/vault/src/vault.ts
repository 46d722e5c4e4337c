import { type Clock, systemClock } from '@kept/base';
import { openPool, type Pool } from '@kept/db';
import type { RegionKeys } from '@kept/keys';
import { destroyBetween, hasBucket, isBucket, removeBetween } from './buckets.ts';
import { bucketKey, type Context, personKey } from './context.ts';
import { BadBucket } from './errors.ts';
import { type Hold, Holds } from './holds.ts';
import type { SealedTable } from './sealed-table.ts';
import type { SuiteName } from './suite.ts';
import { sealedTable } from './table.ts';
import type { PurposeGroups, TableDef } from './table-def.ts';

export interface VaultOptions {
  readonly region: string;
  /** Data database of the region. */
  readonly url: string;
  /** Connections to use instead of a pool of its own. */
  readonly pool?: Pool;
  readonly keys: RegionKeys;
  readonly clock?: Clock;
  /** What new values are sealed with; each says of itself what it was sealed with. XChaCha20-Poly1305 unless said. */
  readonly suite?: SuiteName;
}

/** The personal data of one region, at rest. */
export interface Vault<G extends PurposeGroups = PurposeGroups> {
  readonly region: string;
  /** Opens a table; throws VAULT_BAD_TABLE. Its `ddl` was run by a migration. Asked twice, it answers the same. */
  table<const D extends TableDef>(def: D): SealedTable<D, G>;
  /**
   * Destroys the person's key. When it resolves, everything sealed under it is unreadable everywhere: here, in other
   * processes, in logs, backups and restored copies. Rows are noise from then on; `removeOwner` frees their space.
   */
  erasePerson(owner: string): Promise<void>;
  /** Destroys the key of a retention bucket: all its rows expire at once, whoever's they are. Same guarantee. */
  destroyBucket(bucket: string): Promise<void>;
  /** Whether the key of a bucket is still there: what is sealed for it can be opened. */
  hasBucket(bucket: string): Promise<boolean>;
  /**
   * Destroys the keys of all buckets from `from` up to `to`, without it, in the order of their characters; then removes
   * their rows from every table that was opened. Repeating it removes what a crash left behind.
   */
  endBuckets(from: string, to: string): Promise<{ readonly keys: number; readonly rows: number }>;
  /** Destroys the key of a purpose group: all that was kept for it is gone at once. Same guarantee. */
  destroyGroup(group: string): Promise<void>;
  /** For whoever reads a person’s rows one after the other: while it is held, none is folded into another. */
  hold(owner: string): Promise<Hold>;
  /** Removes the rows of a person in every table that was opened; answers how many there were. */
  removeOwner(owner: string): Promise<number>;
  close(): Promise<void>;
}

/** The vault of a region. Reads nothing until it is asked; `close()` it. With `GroupsOf<typeof manifest>` its permits are typed. */
export function openVault<G extends PurposeGroups = PurposeGroups>(options: VaultOptions): Vault<G> {
  const { region, url, keys, clock = systemClock, suite = 'xchacha20-poly1305' } = options;
  const pool = options.pool ?? openPool(url, { name: 'kept vault', lookups: true });
  const context: Context = { region, pool, keys, clock, suite };
  const holds = new Holds(pool);
  const tables = new Map<TableDef, SealedTable>();
  return {
    region,
    table<const D extends TableDef>(def: D) {
      const table = tables.get(def) ?? (sealedTable(context, def) as unknown as SealedTable);
      tables.set(def, table);
      return table as unknown as SealedTable<D, G>;
    },
    erasePerson: (owner) => keys.erase([personKey(owner)]),
    destroyBucket: (bucket) => keys.erase([bucketKey(bucket)]),
    hasBucket: (bucket) => hasBucket(context, bucket),
    async endBuckets(from, to) {
      if (!isBucket(from) || !isBucket(to)) throw new BadBucket();
      const destroyed = await destroyBetween(keys, bucketKey(from), bucketKey(to));
      let rows = 0;
      for (const def of tables.keys()) rows += await removeBetween(pool, def.name, from, to);
      return { keys: destroyed, rows };
    },
    destroyGroup: (group) => keys.erase([`group:${group}`]),
    hold: (owner) => holds.take(owner),
    async removeOwner(owner) {
      let total = 0;
      for (const table of tables.values()) total += await table.removeOwner(owner);
      return total;
    },
    async close() {
      if (!options.pool) await pool.end();
    },
  };
}
