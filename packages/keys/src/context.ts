import type { Ears } from '@kept/db';
import type pg from 'pg';
import type { KeyCache } from './cache.ts';
import { RootMismatch } from './errors.ts';
import type { Root, RootStore } from './roots.ts';
import type { Key, Secrets } from './secrets.ts';
import type { State } from './statements.ts';

/** What the parts of one open tree share. */
export interface Context {
  readonly region: string;
  readonly tree: number;
  readonly id: Buffer;
  readonly root: RootStore;
  readonly secrets: Secrets;
  readonly pool: pg.Pool;
  readonly cache: KeyCache;
  readonly ears: Ears;
  /**
   * Runs as the only writer of the tree. INVARIANT: the first thing `run` does is a statement on `db`; it travels
   * together with the lock, and the server comes to it when the lock is held.
   */
  readonly alone: <T>(run: (db: pg.Client) => Promise<T>) => Promise<T>;
  /** Called at each step that a crash could cut. Tests stop the process in it. */
  readonly probe: (step: string) => void;
}

export function free(c: Context, ...roots: (Root | null)[]): void {
  for (const root of roots) if (root) c.secrets.free(root.key);
}

/** The root key of the tree as the database has it. The caller frees it. Throws KEYS_ROOT_MISMATCH. */
export async function rootKey(c: Context, state: State): Promise<Key> {
  const { live, staged } = await c.root.read();
  free(c, staged);
  if (live.version === state.version) return live.key;
  free(c, live);
  throw new RootMismatch(c.region, state.version, live.version);
}
