/** Inclusion and consistency proofs (RFC 6962, 2.1.1 and 2.1.2; verified as in RFC 9162, 2.1.3.2 and 2.1.4.2). */
import { Damaged, OutOfBounds } from './errors.ts';
import { HASH_BYTES, nodeHash, perfectRoot } from './hash.ts';
import { TILE_WIDTH, tileWidth } from './tile.ts';

/**
 * Gives the first `width` hashes (or more) of a tile, 32 bytes each. Called once for each tile a proof needs, all at
 * once; the tile exists in a tree of the size the proof is for.
 */
export type TileReader = (level: number, n: number, width: number) => Promise<Buffer>;

/** Leaves `from` to `to` - 1 of the tree. */
type Range = readonly [from: number, to: number];

/**
 * Proof that leaf `index` is in the tree of the first `size` leaves: at most 53 hashes of 32 bytes, lowest first.
 * Needs 0 <= index < size < 2^53; throws LEDGER_OUT_OF_BOUNDS otherwise. As true as the tiles it is computed from.
 */
export async function inclusionProof(index: number, size: number, read: TileReader): Promise<Buffer[]> {
  if (!isCount(index) || !isCount(size) || index >= size) throw new OutOfBounds('an index lies in [0, size)');
  return hashRanges(inclusionRanges(index, 0, size), size, read);
}

/**
 * Proof that the tree of the first `older` leaves is a prefix of the tree of the first `newer`: at most 54 hashes.
 * Needs 1 <= older <= newer < 2^53; throws LEDGER_OUT_OF_BOUNDS otherwise. Empty if both are the same.
 */
export async function consistencyProof(older: number, newer: number, read: TileReader): Promise<Buffer[]> {
  if (!isCount(older) || !isCount(newer) || older < 1 || older > newer) {
    throw new OutOfBounds('sizes satisfy 1 <= older <= newer');
  }
  return hashRanges(consistencyRanges(older, 0, newer, true), newer, read);
}

/** Whether `hashes` prove that a leaf with this hash stands at `index` in the tree with this size and root. */
export function verifyInclusion(
  leaf: Buffer,
  index: number,
  size: number,
  hashes: readonly Buffer[],
  root: Buffer,
): boolean {
  if (!isCount(index) || !isCount(size) || index >= size || !areHashes([leaf, root, ...hashes])) return false;
  let node = leaf;
  let fn = index;
  let sn = size - 1;
  for (const hash of hashes) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      node = nodeHash(hash, node);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)];
    } else {
      node = nodeHash(node, hash);
    }
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 && node.equals(root);
}

/**
 * Whether `hashes` prove that the tree of size `older` is a prefix of the tree of size `newer`. Sizes of at least 1;
 * about an empty tree there is nothing to prove.
 */
export function verifyConsistency(
  older: number,
  newer: number,
  olderRoot: Buffer,
  newerRoot: Buffer,
  hashes: readonly Buffer[],
): boolean {
  if (!isCount(older) || !isCount(newer) || older < 1 || older > newer) return false;
  if (!areHashes([olderRoot, newerRoot, ...hashes])) return false;
  if (older === newer) return hashes.length === 0 && olderRoot.equals(newerRoot);
  if (hashes.length === 0) return false;
  let fn = older - 1;
  let sn = newer - 1;
  while (fn % 2 === 1) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  // A perfect older tree is itself the first node of the path, and the proof leaves it out.
  const path = fn === 0 ? [olderRoot, ...hashes] : hashes;
  let fr = path[0]!;
  let sr = path[0]!;
  for (const hash of path.slice(1)) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      fr = nodeHash(hash, fr);
      sr = nodeHash(hash, sr);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)];
    } else {
      sr = nodeHash(sr, hash);
    }
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 && fr.equals(olderRoot) && sr.equals(newerRoot);
}

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;

const areHashes = (hashes: readonly Buffer[]): boolean => hashes.every((hash) => hash.length === HASH_BYTES);

/** The largest power of two below `n`, for n >= 2. */
function split(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

function inclusionRanges(index: number, from: number, to: number): Range[] {
  if (to - from === 1) return [];
  const middle = from + split(to - from);
  return index < middle
    ? [...inclusionRanges(index, from, middle), [middle, to]]
    : [...inclusionRanges(index, middle, to), [from, middle]];
}

/** SUBPROOF of RFC 6962, 2.1.2: `known` says whether the verifier has the hash of [from, to) already. */
function consistencyRanges(older: number, from: number, to: number, known: boolean): Range[] {
  if (older === to) return known ? [] : [[from, to]];
  const middle = from + split(to - from);
  return older <= middle
    ? [...consistencyRanges(older, from, middle, known), [middle, to]]
    : [...consistencyRanges(older, middle, to, false), [from, middle]];
}

interface Node {
  /** Tree level: the node spans 2^level leaves. */
  readonly level: number;
  readonly n: number;
}

/** The perfect subtrees that a range of a proof falls into, largest first. */
function perfectNodes([from, to]: Range): Node[] {
  const nodes: Node[] = [];
  for (let at = from; at < to; ) {
    let level = 0;
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= to) level++;
    nodes.push({ level, n: at / 2 ** level });
    at += 2 ** level;
  }
  return nodes;
}

async function hashRanges(ranges: Range[], size: number, read: TileReader): Promise<Buffer[]> {
  const nodes = ranges.map(perfectNodes);
  const tiles = new Map<string, Promise<Buffer>>();
  for (const node of nodes.flat()) {
    const { level, n, key } = tileOf(node);
    if (!tiles.has(key)) tiles.set(key, read(level, n, tileWidth(size, level, n)));
  }
  const loaded = new Map(await Promise.all([...tiles].map(async ([key, tile]) => [key, await tile] as const)));
  return nodes.map((range) =>
    range.map((node) => hashOf(node, loaded)).reduceRight((right, left) => nodeHash(left, right)),
  );
}

/** Where a node's hash is computed from: `count` hashes of a tile, from hash `from` on. */
function tileOf(node: Node): { level: number; n: number; key: string; from: number; count: number } {
  const level = Math.floor(node.level / 8);
  const count = 2 ** (node.level - 8 * level);
  const n = Math.floor((node.n * count) / TILE_WIDTH);
  return { level, n, key: `${level}/${n}`, from: node.n * count - n * TILE_WIDTH, count };
}

function hashOf(node: Node, tiles: ReadonlyMap<string, Buffer>): Buffer {
  const { key, from, count } = tileOf(node);
  const tile = tiles.get(key)!;
  if (tile.length < (from + count) * HASH_BYTES) throw new Damaged(`tile ${key} is too short`);
  return perfectRoot(tile, from, count);
}
