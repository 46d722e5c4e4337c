/** Proofs and static files out of a running log. */

import type { Receipt } from './browser.ts';
import { openCheckpoint } from './checkpoint.ts';
import { Damaged, OutOfBounds } from './errors.ts';
import { HASH_BYTES, leafHash } from './hash.ts';
import type { VerifierKey } from './note.ts';
import { consistencyProof, inclusionProof, type TileReader, verifyInclusion } from './proof.ts';
import { type Position, readLeaves } from './recover.ts';
import type { Store } from './store.ts';
import { encodeEntries, parseTilePath, TILE_WIDTH, tileWidth } from './tile.ts';
import type { View } from './tree.ts';

/** Full tiles kept in memory: they never change. 8 KiB each. */
const CACHED = 512;

/** The log as one process sees it. `at` gives a position of at least `size` leaves, or the newest there is. */
export interface Proofs {
  inclusion(index: number, size: number): Promise<Buffer[]>;
  consistency(older: number, newer: number): Promise<Buffer[]>;
  receipt(index: number, size: number | undefined): Promise<Receipt>;
  file(path: string): Promise<Buffer | undefined>;
}

export function proofsOf(store: Store, key: VerifierKey, at: (size: number) => Promise<Position>): Proofs {
  const cache = new Map<string, Buffer>();

  const stored = async (level: number, n: number): Promise<Buffer> => {
    const name = `${level}/${n}`;
    const cached = cache.get(name);
    if (cached) return cached;
    const [tile] = await store.tiles(level, n, n + 1);
    if (tile?.hashes.length !== TILE_WIDTH * HASH_BYTES) throw new Damaged(`tile ${name} is missing`);
    if (cache.size >= CACHED) cache.delete(cache.keys().next().value!);
    cache.set(name, tile.hashes);
    return tile.hashes;
  };

  const tilesOf =
    ({ size, edges }: View): TileReader =>
    async (level, n) =>
      tileWidth(size, level, n) === TILE_WIDTH ? stored(level, n) : edges[level]!.hashes;

  const viewOf = async (size: number): Promise<View> => {
    const { view } = await at(size);
    if (size > view.size) throw new OutOfBounds('a size is at most that of the log');
    return view;
  };

  const inclusion = async (index: number, size: number): Promise<Buffer[]> =>
    inclusionProof(index, size, tilesOf(await viewOf(size)));

  const receipt = async (index: number, size: number | undefined): Promise<Receipt> => {
    const end = await at(size ?? index + 1);
    const checkpoint = await checkpointAt(store, size ?? end.view.size, end);
    const { root, size: signedSize } = openCheckpoint(checkpoint, key);
    if (!Number.isSafeInteger(index) || index < 0 || index >= signedSize) {
      throw new OutOfBounds('an index lies in [0, size)');
    }
    const [hashes, leaf] = await Promise.all([inclusion(index, signedSize), readLeaf(store, index)]);
    if (!verifyInclusion(leafHash(leaf), index, signedSize, hashes, root))
      throw new Damaged(`leaf ${index} has no proof`);
    return {
      leaf: leaf.toString('base64'),
      index,
      size: signedSize,
      hashes: hashes.map((hash) => hash.toString('base64')),
      checkpoint,
    };
  };

  const file = async (path: string): Promise<Buffer | undefined> => {
    if (path === 'checkpoint') {
      const { last } = await at(Number.POSITIVE_INFINITY);
      return last && Buffer.from(last.checkpoint);
    }
    const name = parseTilePath(path);
    if (!name) return undefined;
    const level = name.level === 'entries' ? 0 : name.level;
    const { view } = await at((name.n * TILE_WIDTH + name.width) * TILE_WIDTH ** level);
    if (tileWidth(view.size, level, name.n) < name.width) return undefined;
    const from = name.n * TILE_WIDTH;
    if (name.level === 'entries') return encodeEntries(await readLeaves(store, from, from + name.width));
    return (await tilesOf(view)(level, name.n, name.width)).subarray(0, name.width * HASH_BYTES);
  };

  return {
    inclusion,
    consistency: async (older, newer) => consistencyProof(older, newer, tilesOf(await viewOf(newer))),
    receipt,
    file,
  };
}

/** The checkpoint over exactly the first `size` leaves. Throws LEDGER_OUT_OF_BOUNDS if none was signed there. */
async function checkpointAt(store: Store, size: number, { view, last }: Position): Promise<string> {
  if (last && size === view.size) return last.checkpoint;
  const [bundle] = size >= 1 && size <= view.size ? await store.bundles(size - 1, size) : [];
  if (!bundle || bundle.first + bundle.count !== size)
    throw new OutOfBounds(`no checkpoint was signed at size ${size}`);
  return bundle.checkpoint;
}

async function readLeaf(store: Store, index: number): Promise<Buffer> {
  const found = await store.leaves([index]);
  if (found.length !== 1) throw new Damaged(`leaf ${index} is missing`);
  return found[0]!.leaf;
}
