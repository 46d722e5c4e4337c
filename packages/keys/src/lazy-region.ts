import type { RegionKeys } from './region.ts';
import type { Key } from './secrets.ts';
import { checkRegion, type Store, treeOf } from './store.ts';
import { KeyTree } from './tree.ts';

/** A region that is opened, or founded, when it is first used. */
export class LazyRegion implements RegionKeys {
  readonly region: string;
  readonly #store: Store;
  #tree: KeyTree | undefined;
  #opening: Promise<KeyTree> | undefined;

  constructor(store: Store, region: string) {
    this.region = checkRegion(region);
    this.#store = store;
  }

  ready(): Promise<KeyTree> {
    this.#opening ??= this.#open().catch((error) => {
      this.#opening = undefined;
      throw error;
    });
    return this.#opening;
  }

  async put(ids: readonly string[]): Promise<void> {
    return (this.#tree ?? (await this.ready())).put(ids);
  }
  async use<T>(id: string, run: (key: Key) => T): Promise<T> {
    return (this.#tree ?? (await this.ready())).use(id, run);
  }
  cached(id: string): Key | undefined {
    return this.#tree?.cached(id);
  }
  async load(ids: readonly string[]): Promise<void> {
    return (this.#tree ?? (await this.ready())).load(ids);
  }
  async between(from: string, to: string): Promise<string[]> {
    return (this.#tree ?? (await this.ready())).between(from, to);
  }
  async erase(ids: readonly string[]): Promise<void> {
    return (this.#tree ?? (await this.ready())).erase(ids);
  }
  async rotate(): Promise<void> {
    return (this.#tree ?? (await this.ready())).rotate();
  }
  forget(): void {
    this.#tree?.forget();
  }

  async close(): Promise<void> {
    const tree = await this.#opening?.catch(() => undefined);
    await tree?.close();
  }

  async #open(): Promise<KeyTree> {
    const { url, pool, provider, cache, lease, probe } = this.#store;
    const { root, ...found } = await treeOf(this.#store, this.region);
    const bounds = { ...(cache ? { cache } : {}), ...(lease ? { lease } : {}) };
    const shared = { url, pool, root, region: this.region, secrets: provider.secrets, probe };
    try {
      this.#tree = await KeyTree.open({ ...found, ...bounds, ...shared });
    } catch (error) {
      root.close();
      throw error;
    }
    return this.#tree;
  }
}
