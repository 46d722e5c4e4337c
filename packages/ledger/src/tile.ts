/**
 * Tiles and entry bundles as C2SP tlog-tiles writes them.
 *
 *     tile/<level>/<n>[.p/<width>]     width × 32 bytes: hashes of tree level 8 × level, from n × 256 on
 *     tile/entries/<n>[.p/<width>]     width × (uint16 big endian: length ‖ that many bytes)
 *
 * `n` in groups of three digits, every group but the last with an `x`: 1234067 is `x001/x234/067`. A tile is full
 * (256) or partial (1 to 255, and then it is not hashed into the level above).
 */
import { Damaged, OutOfBounds } from './errors.ts';

/** Hashes in a full tile, and leaves in a full bundle (C2SP tlog-tiles). */
export const TILE_WIDTH = 256;

/** Longest leaf, in bytes: what the length prefix of an entry bundle can say. */
export const MAX_LEAF_BYTES = 65_535;

const MAX_LEVEL = 63;

/** Names a tile or bundle by its place, as tlog-tiles does in its path. */
export interface TileName {
  /** 0 to 63, or the leaves themselves. */
  readonly level: number | 'entries';
  /** Place within the level, from 0. */
  readonly n: number;
  /** 1 to 256. */
  readonly width: number;
}

/** Path of a tile below the prefix of its log. */
export function tilePath({ level, n, width }: TileName): string {
  let path = String(n % 1000).padStart(3, '0');
  for (let rest = Math.floor(n / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    path = `x${String(rest % 1000).padStart(3, '0')}/${path}`;
  }
  return `tile/${level}/${path}${width < TILE_WIDTH ? `.p/${width}` : ''}`;
}

const PATH = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** The tile that a path names, or undefined if it is not exactly the path of one. */
export function parseTilePath(path: string): TileName | undefined {
  const [, where, digits, partial] = PATH.exec(path) ?? [];
  if (where === undefined || digits === undefined) return undefined;
  const level = where === 'entries' ? ('entries' as const) : Number(where);
  const width = partial === undefined ? TILE_WIDTH : Number(partial);
  const name = { level, n: Number(digits.replaceAll(/[x/]/g, '')), width };
  const allowed = (level === 'entries' || level <= MAX_LEVEL) && Number.isSafeInteger(name.n);
  return allowed && tilePath(name) === path ? name : undefined;
}

/** How many hashes tile `n` of `level` holds in a tree of `size` leaves: 0 to 256. */
export function tileWidth(size: number, level: number, n: number): number {
  const hashes = Math.floor(size / TILE_WIDTH ** level);
  return Math.max(0, Math.min(TILE_WIDTH, hashes - n * TILE_WIDTH));
}

/** Leaves in the encoding of an entry bundle. A leaf is 0 to 65,535 bytes; throws LEDGER_OUT_OF_BOUNDS otherwise. */
export function encodeEntries(leaves: readonly Uint8Array[]): Buffer {
  let length = 0;
  for (const leaf of leaves) {
    if (leaf.length > MAX_LEAF_BYTES) throw new OutOfBounds(`a leaf has at most ${MAX_LEAF_BYTES} bytes`);
    length += 2 + leaf.length;
  }
  const bundle = Buffer.allocUnsafe(length);
  let at = 0;
  for (const leaf of leaves) {
    at = bundle.writeUInt16BE(leaf.length, at);
    bundle.set(leaf, at);
    at += leaf.length;
  }
  return bundle;
}

/** The leaves of an entry bundle, as views of its memory. Throws LEDGER_DAMAGED if the lengths do not add up. */
export function decodeEntries(bundle: Buffer): Buffer[] {
  const leaves: Buffer[] = [];
  for (let at = 0; at < bundle.length; ) {
    const from = at + 2;
    const to = from <= bundle.length ? from + bundle.readUInt16BE(at) : Number.POSITIVE_INFINITY;
    if (to > bundle.length) throw new Damaged('an entry bundle ends within an entry');
    leaves.push(bundle.subarray(from, to));
    at = to;
  }
  return leaves;
}
