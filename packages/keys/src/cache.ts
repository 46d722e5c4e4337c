import { LEVELS_MAX, parentOf, placeOf } from './node-format.ts';
import type { Key, Secrets } from './secrets.ts';

interface DataKey {
  readonly key: Key;
  readonly leaf: number;
  readonly slot: number;
  readonly until: number;
}

export interface CacheBounds {
  /** Data keys held open at most; the oldest goes first. */
  readonly keys: number;
  /** Milliseconds that a data key is held at most. */
  readonly ms: number;
}

/** Node keys held at most: those of four million people, 2 MB; and of one load, in any tree. */
const NODES_MAX = 2 ** 16;

/**
 * What to evict, as text that travels between processes: a leaf's index, and the slots of it that are erased.
 * `17.3.5` is the slots 3 and 5 of leaf 17; `17` alone is its node key and those above, which every form includes.
 */
export const evictionOf = (leaf: number, slots: readonly number[]): string => [leaf, ...slots].join('.');

/**
 * Keys this process has opened: bounded in number and time, and wiped when they leave.
 * A key handed out is valid in this turn of the event loop only.
 */
export class KeyCache {
  /** Grows with every eviction. What was asked for in an older generation must not be stored. */
  generation = 0;
  readonly #keys = new Map<string, DataKey>();
  readonly #byLeaf = new Map<number, Map<number, string>>();
  readonly #nodes = new Map<number, { ver: number; key: Key }>();
  readonly #secrets: Secrets;
  readonly #bounds: CacheBounds;

  constructor(secrets: Secrets, bounds: CacheBounds) {
    this.#secrets = secrets;
    this.#bounds = bounds;
  }

  get(id: string, now = performance.now()): Key | undefined {
    const hit = this.#keys.get(id);
    if (hit === undefined) return undefined;
    if (now < hit.until) return hit.key;
    this.#drop(id, hit);
    return undefined;
  }

  /** Takes over `key`, which slot `slot` of the leaf at `leaf` holds. */
  remember(id: string, leaf: number, slot: number, key: Key): void {
    const old = this.#keys.get(id);
    if (old) this.#drop(id, old);
    this.#keys.set(id, { key, leaf, slot, until: performance.now() + this.#bounds.ms });
    const slots = this.#byLeaf.get(leaf) ?? new Map<number, string>();
    this.#byLeaf.set(leaf, slots.set(slot, id));
    if (this.#keys.size <= this.#bounds.keys) return;
    const [oldest] = this.#keys;
    if (oldest) this.#drop(...oldest);
  }

  node(place: number, ver: number): Key | undefined {
    const hit = this.#nodes.get(place);
    return hit?.ver === ver ? hit.key : undefined;
  }

  /** Copies `key`. */
  know(place: number, ver: number, key: Key): void {
    const old = this.#nodes.get(place);
    if (old?.ver === ver) return;
    if (old) this.#secrets.free(old.key);
    this.#nodes.set(place, { ver, key: this.#secrets.copy(key) });
    if (this.#nodes.size <= NODES_MAX) return;
    const [oldest] = this.#nodes.keys();
    if (oldest !== undefined) this.#unknow(oldest);
  }

  /** Everything if null. */
  evict(what: readonly string[] | null): void {
    this.generation++;
    if (what === null) {
      for (const each of this.#keys) this.#drop(...each);
      for (const place of this.#nodes.keys()) this.#unknow(place);
      return;
    }
    for (const each of what) this.#evictLeaf(each.split('.').map(Number));
  }

  #evictLeaf([index = 0, ...slots]: number[]): void {
    const leaf = placeOf(0, index);
    for (const slot of slots) {
      const id = this.#byLeaf.get(leaf)?.get(slot);
      const held = id === undefined ? undefined : this.#keys.get(id);
      if (id !== undefined && held) this.#drop(id, held);
    }
    // An old node key opens old pages and logs, where the erased keys still lie.
    for (let place = leaf, level = 0; level < LEVELS_MAX; level++, place = parentOf(place)) this.#unknow(place);
  }

  #unknow(place: number): void {
    const hit = this.#nodes.get(place);
    if (hit && this.#nodes.delete(place)) this.#secrets.free(hit.key);
  }

  #drop(id: string, { key, leaf, slot }: DataKey): void {
    this.#keys.delete(id);
    const slots = this.#byLeaf.get(leaf);
    // Another id may have been given the slot meanwhile.
    if (slots?.get(slot) === id && slots.delete(slot) && slots.size === 0) this.#byLeaf.delete(leaf);
    this.#secrets.free(key);
  }
}
