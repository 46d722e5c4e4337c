/** Retention buckets: rows that end together, by the loss of one key. */
import type { Pool } from '@kept/db';
import type { RegionKeys } from '@kept/keys';
import { bucketKey, type Context, loaded } from './context.ts';
import { KeyErased } from './errors.ts';
import { deleteBuckets } from './statements.ts';

const BUCKET = /^[A-Za-z0-9][A-Za-z0-9._:~-]{0,99}$/;
/** Rows that one statement removes at most. */
const PIECE = 5_000;

/** Names of buckets go into statements: nothing else gets through. */
export const isBucket = (name: string): boolean => BUCKET.test(name);

export async function hasBucket(c: Context, bucket: string): Promise<boolean> {
  try {
    await loaded(c, [bucketKey(bucket)]);
    return true;
  } catch (error) {
    if (error instanceof KeyErased) return false;
    throw error;
  }
}

/** Answers how many keys there were. */
export async function destroyBetween(keys: RegionKeys, from: string, to: string): Promise<number> {
  for (let total = 0; ; ) {
    const due = await keys.between(from, to);
    if (due.length === 0) return total;
    await keys.erase(due);
    total += due.length;
  }
}

/** A piece at a time, so that no statement holds up others for long; answers how many rows there were. */
export async function removeBetween(pool: Pool, table: string, from: string, to: string): Promise<number> {
  for (let total = 0; ; ) {
    const { rowCount } = await pool.query(deleteBuckets(table, from, to, PIECE));
    total += rowCount ?? 0;
    if ((rowCount ?? 0) < PIECE) return total;
  }
}
