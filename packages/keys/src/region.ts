import type { Key } from './secrets.ts';

/**
 * The data keys of one region, by id: `person:<uuid>`, `org:<uuid>`, `group:<purpose group>`, `bucket:<retention
 * bucket>`, `day:<yyyy-mm-dd>`. Ids are 1 to 200 printable ASCII characters without spaces, and say nothing about a
 * person.
 */
export interface RegionKeys {
  readonly region: string;

  /**
   * Makes a key for each id that has none; an id that has a key keeps it. Durable when it resolves. Calls are grouped.
   * Throws KEYS_STORE_DOWN; repeating is harmless.
   */
  put(ids: readonly string[]): Promise<void>;

  /**
   * Lends the key to `run`, which must neither keep it nor wait. Loads are coalesced. Throws KEYS_NO_KEY if it was
   * erased or never was, KEYS_STORE_DOWN if that cannot be told.
   */
  use<T>(id: string, run: (key: Key) => T): Promise<T>;

  /**
   * The key if this process holds it open, at once: a look-up in a Map. Undefined says nothing about whether it exists.
   *
   * INVARIANT: valid in this turn of the event loop only. After an await the same bytes may be another person's key.
   */
  cached(id: string): Key | undefined;

  /** Opens these keys, so that `cached` finds them; not more at once than the cache holds. Throws as `use` does. */
  load(ids: readonly string[]): Promise<void>;

  /** Ids that have a key, in the order of their characters, from `from` up to `to`, without it; the first 1,000. */
  between(from: string, to: string): Promise<string[]>;

  /**
   * Final when it resolves: nothing that is stored anywhere, now or earlier, opens the keys again, and no process holds
   * them. Grouped. Ids without a key are fine. If it rejects, the keys may or may not be gone, and repeating is right.
   */
  erase(ids: readonly string[]): Promise<void>;

  /** New node keys for the whole tree, some at a time, while it is in use. Data keys stay. */
  rotate(): Promise<void>;

  /** Empties the cache of this process. */
  forget(): void;
}
