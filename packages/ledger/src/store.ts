/** What the ledger asks of the place that keeps it. PostgreSQL is one (`postgres.ts`); tests put faults in between. */
import type { FullTile } from './tree.ts';

/** One group commit. */
export interface Bundle {
  /** Index of its first leaf. */
  readonly first: number;
  readonly count: number;
  /** Its leaves in the encoding of an entry bundle. */
  readonly leaves: Buffer;
  /** One for each leaf, or null if no leaf has one. */
  readonly tags: readonly (Buffer | undefined)[] | null;
  /** 32 bytes, see `seal.ts`. */
  readonly seal: Buffer;
  /** Signed note over the tree that ends with this bundle. */
  readonly checkpoint: string;
}

/** Names one committed bundle: two bundles with the same link are the same. */
export type Link = Pick<Bundle, 'first' | 'checkpoint'>;

/** Leaves as they lie together. */
export type Pack = Pick<Bundle, 'first' | 'count' | 'leaves'>;

export type Tail = Pick<Bundle, 'first' | 'count' | 'checkpoint'>;

export interface Reader {
  /** The last bundle. */
  tail(): Promise<Tail | undefined>;
  /** The bundles that hold any of the leaves `from` to `to` - 1, in order. */
  bundles(from: number, to: number): Promise<Bundle[]>;
  /** Of the same only their leaves: what reads many of them needs no tags. */
  packs(from: number, to: number): Promise<Pack[]>;
  /** Roots of the full tiles `from` to `to` - 1 of a level, in order; fewer if not all are there. */
  tileRoots(level: number, from: number, to: number): Promise<Buffer[]>;
  /** Full tiles `from` to `to` - 1 of a level, in order; those that are there. */
  tiles(level: number, from: number, to: number): Promise<FullTile[]>;
}

export interface Appender {
  /**
   * Appends a bundle, and the tiles it completes, right behind `after` (undefined: as the first). True once it is
   * durable. False, and nothing happened, if `after` is not the last bundle any more, or another writer is at it.
   * All or nothing; when it throws, either may be the case.
   */
  commit(bundle: Bundle, tiles: readonly FullTile[], after: Link | undefined): Promise<boolean>;
}

export interface Store extends Reader, Appender {
  /**
   * Runs `work` while nobody else can append; writers take turns in the order they came. What it appended is durable
   * when this resolves. If `work` throws, it appended nothing.
   */
  inTurn<T>(work: (session: Reader & Appender) => Promise<T>): Promise<T>;
  /** Leaves by index, newest first. Fewer if not all are there. */
  leaves(indexes: readonly number[]): Promise<IndexedLeaf[]>;
  /** The newest `limit` leaves below `before` that have one of the tags; sees everything that is durable. */
  byTag(tags: readonly Buffer[], before: number, limit: number): Promise<IndexedLeaf[]>;
  /** Puts up to `leaves` more leaves (about) into the index by tag. False if there was nothing to do. */
  indexTags(leaves: number): Promise<boolean>;
  /** Runs `work` over one unchanging state. */
  snapshot<T>(work: (reader: SnapshotReader) => Promise<T>): Promise<T>;
  /** Ends its connections; work under way is ended first. */
  close(): Promise<void>;
}

/** A leaf with its place in the log, from 0. */
export interface IndexedLeaf {
  readonly index: number;
  readonly leaf: Buffer;
}

export interface SnapshotReader extends Reader {
  /** How many tiles are stored, of all levels. */
  tileCount(): Promise<number>;
  /** Up to which leaf the index by tag goes; undefined if it does not say. */
  indexedSize(): Promise<number | undefined>;
  /** The whole index by tag, ordered by leaf, in pieces. */
  indexedTags(): AsyncIterable<readonly { readonly index: number; readonly tag: Buffer }[]>;
}
