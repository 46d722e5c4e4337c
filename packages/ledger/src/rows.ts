/** Values of the ledger's tables on their way to PostgreSQL and back. */
import type { Bundle, IndexedLeaf, Tail } from './store.ts';
import type { FullTile } from './tree.ts';

const UUID_OID = 2950;
export const TAG_BYTES = 16;

/**
 * Tags as PostgreSQL's binary form of `uuid[]`. Sent as it is, without a text to be made here and parsed there; also
 * what the seal of a row covers.
 */
export function encodeTags(tags: readonly (Buffer | undefined)[]): Buffer {
  let present = 0;
  for (const tag of tags) if (tag) present++;
  const out = Buffer.allocUnsafe(20 + 4 * tags.length + TAG_BYTES * present);
  out.writeInt32BE(1, 0); // dimensions
  out.writeInt32BE(present < tags.length ? 1 : 0, 4); // has nulls
  out.writeInt32BE(UUID_OID, 8);
  out.writeInt32BE(tags.length, 12);
  out.writeInt32BE(1, 16); // lower bound
  let at = 20;
  for (const tag of tags) {
    at = out.writeInt32BE(tag ? TAG_BYTES : -1, at);
    if (tag) at += tag.copy(out, at);
  }
  return out;
}

const decodeTag = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');

export interface BundleRow {
  first: string;
  count: number;
  leaves: Buffer;
  tags: (string | null)[] | null;
  seal: Buffer;
  checkpoint: string;
}

export const toBundle = (row: BundleRow): Bundle => ({
  first: Number(row.first),
  count: row.count,
  leaves: row.leaves,
  tags: row.tags?.map((tag) => (tag === null ? undefined : decodeTag(tag))) ?? null,
  seal: row.seal,
  checkpoint: row.checkpoint,
});

export const toTail = (row: Pick<BundleRow, 'first' | 'count' | 'checkpoint'>): Tail => ({
  first: Number(row.first),
  count: row.count,
  checkpoint: row.checkpoint,
});

export interface TileRow {
  level: number;
  n: string;
  root: Buffer;
  hashes: Buffer;
}

export const toTile = (row: TileRow): FullTile => ({
  level: row.level,
  n: Number(row.n),
  root: row.root,
  hashes: row.hashes,
});

export interface LeafRow {
  idx: string;
  leaf: Buffer;
}

export const toLeaf = (row: LeafRow): IndexedLeaf => ({ index: Number(row.idx), leaf: row.leaf });

export const toTag = (row: { tag: string; idx: string }): { index: number; tag: Buffer } => ({
  index: Number(row.idx),
  tag: decodeTag(row.tag),
});
