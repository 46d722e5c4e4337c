/**
 * The growing end of a Merkle tree: what is needed to append, to give the root and to complete tiles, in memory that
 * does not grow with the log.
 */
import { EMPTY_ROOT, HASH_BYTES, leafHashInto, nodeHashInto, perfectRoot } from './hash.ts';
import { TILE_WIDTH } from './tile.ts';

/** The rightmost, still partial tile of a level: its first `width` (0 to 255) hashes stand in `hashes`. */
export interface Edge {
  readonly hashes: Buffer;
  readonly width: number;
}

/** A tree of `size` leaves, seen from its right edge; `edges[level]`. Stays true while the tree grows on. */
export interface View {
  readonly size: number;
  readonly edges: readonly Edge[];
}

/** A full tile: 256 hashes, and the root over them, which is one hash of the level above. */
export interface FullTile {
  readonly level: number;
  readonly n: number;
  readonly hashes: Buffer;
  readonly root: Buffer;
}

/** The tree without leaves. */
export const EMPTY_VIEW: View = { size: 0, edges: [] };

/** Number of tree levels that a size below 2^53 can have. */
const LEVELS = 54;

/**
 * An append-only tree of up to 2^53 - 1 leaves, in memory of about 8 KiB for each factor of 256 in its size. Appending
 * is amortised two hashes; nothing here reads or writes anywhere.
 */
export class Tree {
  #size: number;
  /** Root of the perfect subtree at each tree level whose bit is set in the size; other places hold leftovers. */
  readonly #peaks = Buffer.alloc(LEVELS * HASH_BYTES);
  readonly #edges: { hashes: Buffer; width: number }[];
  readonly #hash = Buffer.alloc(HASH_BYTES);
  #full: FullTile[] = [];
  /** Room for a leaf behind its prefix, which stays 0. */
  #prefixed = Buffer.alloc(512);

  /** Continues from a view; the view's memory is copied. */
  constructor(from: View = EMPTY_VIEW) {
    this.#size = from.size;
    this.#edges = from.edges.map(({ hashes, width }) => {
      const copy = Buffer.alloc(TILE_WIDTH * HASH_BYTES);
      hashes.copy(copy, 0, 0, width * HASH_BYTES);
      return { hashes: copy, width };
    });
    for (const [level, edge] of this.#edges.entries()) this.#restorePeaks(level, edge);
  }

  get size(): number {
    return this.#size;
  }

  /** Appends one leaf, of any length. */
  appendLeaf(leaf: Uint8Array): void {
    if (this.#prefixed.length <= leaf.length) this.#prefixed = Buffer.alloc(2 * leaf.length + 1);
    this.#prefixed.set(leaf, 1);
    this.append(this.#prefixed.subarray(0, 1 + leaf.length));
  }

  /** Appends one leaf, given with its prefix: byte 0, then the leaf. The memory is not kept. */
  append(prefixed: Buffer): void {
    leafHashInto(prefixed, this.#hash, 0);
    this.#push(0);
    let level = 0;
    // `&` looks at the low 32 bits only, which is where the lowest bit is, however large the number.
    for (let n = this.#size; (n & 1) === 1; n = Math.floor(n / 2)) {
      nodeHashInto(this.#peaks, level * HASH_BYTES, this.#hash, 0, this.#hash, 0);
      level++;
      if (level % 8 === 0) {
        this.#closeTile(level / 8 - 1);
        this.#push(level / 8);
      }
    }
    this.#hash.copy(this.#peaks, level * HASH_BYTES);
    this.#size++;
  }

  /** Merkle tree hash of all leaves; 32 bytes, new memory. */
  root(): Buffer {
    let root: Buffer | undefined;
    for (let level = 0, n = this.#size; n > 0; level++, n = Math.floor(n / 2)) {
      if ((n & 1) === 0) continue;
      if (root) nodeHashInto(this.#peaks, level * HASH_BYTES, root, 0, root, 0);
      else root = Buffer.from(this.#peaks.subarray(level * HASH_BYTES, (level + 1) * HASH_BYTES));
    }
    return root ?? Buffer.from(EMPTY_ROOT);
  }

  /** Tiles that became full since the last call, in the order they did. */
  takeFull(): FullTile[] {
    const full = this.#full;
    this.#full = [];
    return full;
  }

  /**
   * INVARIANT: a view shares the edges' memory. It stays true because hashes are only ever written behind its width,
   * and a tile that is full gives its memory away and gets new.
   */
  view(): View {
    return { size: this.#size, edges: this.#edges.map(({ hashes, width }) => ({ hashes, width })) };
  }

  #push(level: number): void {
    let edge = this.#edges[level];
    if (!edge) {
      edge = { hashes: Buffer.alloc(TILE_WIDTH * HASH_BYTES), width: 0 };
      this.#edges[level] = edge;
    }
    this.#hash.copy(edge.hashes, edge.width * HASH_BYTES);
    edge.width++;
  }

  #closeTile(level: number): void {
    const edge = this.#edges[level]!;
    const n = Math.floor((this.#size + 1) / TILE_WIDTH ** (level + 1)) - 1;
    this.#full.push({ level, n, hashes: edge.hashes, root: Buffer.from(this.#hash) });
    edge.hashes = Buffer.alloc(TILE_WIDTH * HASH_BYTES);
    edge.width = 0;
  }

  #restorePeaks(level: number, { hashes, width }: Edge): void {
    let from = 0;
    for (let bit = 7; bit >= 0; bit--) {
      const count = 2 ** bit;
      if ((width & count) === 0) continue;
      perfectRoot(hashes, from, count).copy(this.#peaks, (8 * level + bit) * HASH_BYTES);
      from += count;
    }
  }
}

/**
 * Appends leaves to a tree and gives them in the encoding of an entry bundle, in one pass over the memory: the fastest
 * way in. Leaves of at most 65,535 bytes; the caller has made sure.
 */
export function appendGroup(tree: Tree, leaves: readonly Uint8Array[]): Buffer {
  let length = 0;
  for (const leaf of leaves) length += 2 + leaf.length;
  const encoded = Buffer.allocUnsafe(length);
  let at = 0;
  for (const leaf of leaves) {
    const end = at + 2 + leaf.length;
    encoded.set(leaf, at + 2);
    // The second byte of the length is, for a moment, the prefix that the hash of a leaf begins with.
    encoded[at + 1] = 0;
    tree.append(encoded.subarray(at + 1, end));
    encoded.writeUInt16BE(leaf.length, at);
    at = end;
  }
  return encoded;
}
