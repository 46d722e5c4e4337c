/** Opening a log without reading all of it: from the roots of full tiles and the leaves behind the last of them. */
import { openCheckpoint } from './checkpoint.ts';
import { Damaged, OtherLog } from './errors.ts';
import { HASH_BYTES, leafHash } from './hash.ts';
import type { VerifierKey } from './note.ts';
import type { Link, Reader, Tail } from './store.ts';
import { decodeEntries, TILE_WIDTH, tileWidth } from './tile.ts';
import { type Edge, EMPTY_VIEW, Tree, type View } from './tree.ts';

/** A place in the log that is known to be durable. */
export interface Position {
  readonly view: View;
  /** The bundle that ends there; undefined for the empty log. */
  readonly last: Link | undefined;
}

/**
 * The present end of the log, checked: the last checkpoint is signed by `key`, and its root is the one that the
 * stored tiles and leaves give. Throws LEDGER_OTHER_LOG or LEDGER_DAMAGED.
 */
export async function recover(reader: Reader, key: VerifierKey): Promise<Position> {
  const tail = await reader.tail();
  if (!tail) return { view: EMPTY_VIEW, last: undefined };
  const size = tail.first + tail.count;
  const edges: Edge[] = [];
  for (let level = 0; level === 0 || TILE_WIDTH ** level <= size; level++)
    edges.push(await edgeOf(reader, size, level));
  const view = { size, edges };
  checkEnd(view, tail, key);
  return { view, last: { first: tail.first, checkpoint: tail.checkpoint } };
}

/** Throws unless the checkpoint of `tail` is of this log, and of the tree that `view` sees. */
export function checkEnd(view: View, tail: Tail, key: VerifierKey): void {
  const { size, root } = openTail(tail, key);
  if (size !== view.size || size !== tail.first + tail.count)
    throw new Damaged('the last checkpoint is of another size');
  if (!new Tree(view).root().equals(root)) throw new Damaged('the last checkpoint is of another tree');
}

function openTail(tail: Tail, key: VerifierKey): ReturnType<typeof openCheckpoint> {
  try {
    return openCheckpoint(tail.checkpoint, key);
  } catch (error) {
    throw new OtherLog('it has no valid signature of the key and origin given', error);
  }
}

async function edgeOf(reader: Reader, size: number, level: number): Promise<Edge> {
  const from = Math.floor(size / TILE_WIDTH ** (level + 1)) * TILE_WIDTH;
  const width = tileWidth(size, level, from / TILE_WIDTH);
  const hashes =
    level === 0 ? await leafHashes(reader, from, size) : await reader.tileRoots(level - 1, from, from + width);
  if (hashes.length !== width) throw new Damaged(`hashes of level ${level} are missing at the end of the log`);
  const edge = Buffer.alloc(TILE_WIDTH * HASH_BYTES);
  for (const [i, hash] of hashes.entries()) hash.copy(edge, i * HASH_BYTES);
  return { hashes: edge, width };
}

async function leafHashes(reader: Reader, from: number, to: number): Promise<Buffer[]> {
  if (from === to) return [];
  return (await readLeaves(reader, from, to)).map(leafHash);
}

/** Leaves `from` to `to` - 1. Throws LEDGER_DAMAGED if the bundles that hold them do not follow one another. */
export async function readLeaves(reader: Pick<Reader, 'packs'>, from: number, to: number): Promise<Buffer[]> {
  const leaves: Buffer[] = [];
  let at: number | undefined;
  for (const bundle of await reader.packs(from, to)) {
    const entries = decodeEntries(bundle.leaves);
    if ((at ?? bundle.first) !== bundle.first || entries.length !== bundle.count)
      throw new Damaged('bundles do not follow one another');
    at = bundle.first + bundle.count;
    leaves.push(...entries.slice(Math.max(0, from - bundle.first), to - bundle.first));
  }
  if (leaves.length !== to - from) throw new Damaged(`leaves are missing between ${from} and ${to}`);
  return leaves;
}
