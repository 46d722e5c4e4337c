/**
 * A key tree in PostgreSQL (after Reardon, Ritzdorf, Basin, Capkun, "Secure data deletion from persistent media", CCS
 * 2013). Each leaf node seals up to 64 data keys, each node above the keys of up to 64 nodes, and the top is sealed by
 * the root, which lives in a RootStore. Erasing re-keys the paths from the erased slots to the root and replaces the
 * root: whatever old pages, logs and backups hold no longer opens.
 *
 * INVARIANT: under one node key a slot only ever goes from empty to filled. Emptying or changing a slot takes a new
 * node key, and so a new parent key, up to the root. So no ciphertext that a current key opens holds an erased key.
 */
import { Batcher, type Duration, Misuse, Seconds } from '@kept/base';
import { Ears } from '@kept/db';
import pg from 'pg';
import { put } from './add.ts';
import { KeyCache } from './cache.ts';
import { type Context, rootKey } from './context.ts';
import { BadName, NodeAltered, Superseded, translated } from './errors.ts';
import { placeOf } from './node-format.ts';
import type { CacheOptions } from './options.ts';
import { LOAD_MAX, load } from './read.ts';
import type { RegionKeys } from './region.ts';
import { ERASE_MAX, evicted, replace, settle } from './replace.ts';
import type { RootStore } from './roots.ts';
import type { Key, Secrets } from './secrets.ts';
import { sql, wire } from './statements.ts';

export interface TreeOptions {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly region: string;
  /** Row and id in `keys.tree`. */
  readonly tree: number;
  readonly id: Buffer;
  readonly root: RootStore;
  readonly secrets: Secrets;
  readonly cache?: CacheOptions;
  readonly lease?: Duration;
  readonly probe?: (step: string) => void;
}

const ID = /^[\x21-\x7e]{1,200}$/;
const CACHE_KEYS = 100_000;
const PUT_MAX = 2048;
const LISTED = 1_000;
const ROTATE_LEAVES = 512;
const SUPERSEDED_TRIES = 5;

export class KeyTree implements RegionKeys {
  readonly region: string;
  readonly #c: Context;
  readonly #url: string;
  readonly #loads = new Batcher<string, null>(
    { max: LOAD_MAX, lanes: 3 },
    async (ids) => (await load(this.#c, ids)) as (null | Error)[],
  );
  readonly #puts = new Batcher<string, null>({ max: PUT_MAX, lanes: 2 }, async (ids) => {
    await put(this.#c, ids);
    return ids.map(() => null);
  });
  readonly #erasures = new Batcher<string, { gone: Promise<void> }>({ max: ERASE_MAX, lanes: 1 }, async (ids) => {
    const eviction = await this.#persist(() => this.#alone((db) => replace(this.#c, db, { ids })));
    // Waited for outside: a silent process holds up those whom it concerns, not the next replacement.
    const gone = evicted(this.#c, eviction);
    gone.catch(() => {});
    return ids.map(() => ({ gone }));
  });
  #writer: pg.Client | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #closed = false;

  private constructor(options: TreeOptions) {
    const { url, pool, region, tree, id, root, secrets, probe = () => {} } = options;
    const { keys = CACHE_KEYS, for: held = Seconds(60) } = options.cache ?? {};
    const cache = new KeyCache(secrets, { keys, ms: held });
    const evict = (what: readonly string[] | null) => cache.evict(what);
    const ears = new Ears({ url, topic: `keys:${tree}`, lease: options.lease ?? Seconds(5), evict });
    const alone: Context['alone'] = (run) => this.#alone(run);
    this.region = region;
    this.#url = url;
    this.#c = { region, tree, id, root, secrets, pool, cache, ears, probe, alone };
  }

  /** Finishes or takes back a replacement that a crash cut short, then serves. Throws KEYS_ROOT_MISMATCH, _ROOT_LOST. */
  static async open(options: TreeOptions): Promise<KeyTree> {
    const tree = new KeyTree(options);
    const c = tree.#c;
    try {
      await c.ears.ready();
      await tree.#persist(() =>
        tree.#alone(async (db) => {
          await settle(c, db);
          const [state] = await sql.state(db, c.tree);
          if (!state) throw new NodeAltered();
          c.secrets.free(await rootKey(c, state));
        }),
      );
      return tree;
    } catch (error) {
      await tree.close();
      throw translated(error);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#turn;
    await this.#c.ears.stop();
    await this.#writer?.end().catch(() => {});
  }

  async put(ids: readonly string[]): Promise<void> {
    const fresh = ids.filter((id) => this.cached(checked(id)) === undefined);
    await this.#answer(Promise.all(fresh.map((id) => this.#puts.add(id))));
  }

  async use<T>(id: string, run: (key: Key) => T): Promise<T> {
    for (;;) {
      await this.#c.ears.ready();
      const key = this.cached(id);
      if (key) return run(key);
      await this.#answer(this.#loads.add(checked(id)));
    }
  }

  cached(id: string): Key | undefined {
    return this.#c.ears.trusted ? this.#c.cache.get(id) : undefined;
  }

  async load(ids: readonly string[]): Promise<void> {
    await this.#c.ears.ready();
    const missing = ids.filter((id) => this.cached(checked(id)) === undefined);
    await this.#answer(Promise.all(missing.map((id) => this.#loads.add(id))));
  }

  async between(from: string, to: string): Promise<string[]> {
    const { pool, tree } = this.#c;
    const found = await this.#answer(sql.between(pool, tree, checked(from), checked(to), LISTED));
    return found.map(({ id }) => id);
  }

  forget(): void {
    this.#c.cache.evict(null);
  }

  async erase(ids: readonly string[]): Promise<void> {
    const evictions = await this.#answer(Promise.all(ids.map((id) => this.#erasures.add(checked(id)))));
    await this.#answer(Promise.all(new Set(evictions.map(({ gone }) => gone))));
  }

  async rotate(): Promise<void> {
    const c = this.#c;
    const [state] = await this.#answer(sql.state(c.pool, c.tree));
    for (let from = 0; from < (state?.leaves ?? 0); from += ROTATE_LEAVES) {
      const count = Math.min(ROTATE_LEAVES, (state?.leaves ?? 0) - from);
      const leaves = Array.from({ length: count }, (_, i) => placeOf(0, from + i));
      const eviction = await this.#answer(this.#persist(() => this.#alone((db) => replace(c, db, { leaves }))));
      await this.#answer(evicted(c, eviction));
    }
  }

  /** Erases what a suppression has marked. */
  async settle(): Promise<void> {
    await this.#answer(this.#persist(() => this.#alone((db) => settle(this.#c, db))));
  }

  async #answer<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      throw translated(error);
    }
  }

  /** Again, if another writer took over while this one was thought dead: it has settled what was under way. */
  async #persist<T>(run: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await run();
      } catch (error) {
        if (!(error instanceof Superseded) || tries === SUPERSEDED_TRIES) throw error;
      }
    }
  }

  #alone<T>(run: (db: pg.Client) => Promise<T>): Promise<T> {
    const { tree } = this.#c;
    const turn = this.#turn.then(async () => {
      if (this.#closed) throw new Misuse('KEYS_CLOSED', 'these keys are closed');
      this.#writer ??= await connected(this.#url);
      const db = this.#writer;
      try {
        const [, result] = await Promise.all([sql.lock(db, tree), run(db)]);
        sql.unlock(db, tree).catch(() => {});
        return result;
      } catch (error) {
        // Gives up lock and transaction. What is half done is settled by the next writer.
        this.#writer = null;
        db.end().catch(() => {});
        throw error;
      }
    });
    this.#turn = turn.catch(() => {});
    return turn;
  }
}

async function connected(url: string): Promise<pg.Client> {
  const db = new pg.Client(wire(url, 'kept keys writer')).on('error', () => {});
  await db.connect();
  return db;
}

function checked(id: string): string {
  if (!ID.test(id)) throw new BadName('a key', ID);
  return id;
}
