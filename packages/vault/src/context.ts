import type { Clock } from '@kept/base';
import type { Pool } from '@kept/db';
import type { Key, RegionKeys } from '@kept/keys';
import type { RowKeys } from './column.ts';
import { KeyErased } from './errors.ts';
import type { SuiteName } from './suite.ts';

/** What the parts of one open vault share. */
export interface Context {
  readonly region: string;
  readonly pool: Pool;
  readonly keys: RegionKeys;
  readonly clock: Clock;
  readonly suite: SuiteName;
}

export const personKey = (owner: string): string => `person:${owner}`;
export const bucketKey = (bucket: string): string => `bucket:${bucket}`;

/** An eviction may come between loading and use; more often than this it is not by chance. */
const TRIES_MAX = 20;

/** The three keys of a row's column if this process holds them: valid in this turn of the event loop only. */
export function heldKeys({ keys }: Context, person: string, group: string, bucket: string): RowKeys | undefined {
  const found = { person: keys.cached(person), group: keys.cached(group), bucket: keys.cached(bucket) };
  return found.person && found.group && found.bucket ? (found as RowKeys) : undefined;
}

/**
 * Runs `work` with every one of these keys held, loading those that are not. `work` is synchronous: no key outlives
 * the turn. Throws VAULT_KEY_ERASED.
 */
export async function withKeys<T>(c: Context, ids: readonly string[], work: () => T): Promise<T> {
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    const missing = ids.filter((id) => !c.keys.cached(id));
    if (missing.length === 0) return work();
    await loaded(c, missing);
  }
  throw new KeyErased();
}

/** Brings keys into the cache. Throws VAULT_KEY_ERASED where one is gone. */
export async function loaded({ keys }: Context, ids: readonly string[]): Promise<void> {
  try {
    await keys.load([...ids]);
  } catch (error) {
    throw (error as { code?: string }).code === 'KEYS_NO_KEY' ? new KeyErased() : error;
  }
}

export type { Key };
