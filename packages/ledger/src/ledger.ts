import { type AuditOptions, audit } from './audit.ts';
import type { Receipt } from './browser.ts';
import { writeDirectory } from './directory.ts';
import { Closed, OutOfBounds } from './errors.ts';
import { GroupCommit } from './group.ts';
import { verifierKey } from './note.ts';
import { openPostgres } from './postgres.ts';
import { proofsOf } from './proofs.ts';
import { type Position, readLeaves, recover } from './recover.ts';
import type { Report, VerifyOptions } from './report.ts';
import { TAG_BYTES } from './rows.ts';
import { sealKey } from './seal.ts';
import { Sequencer } from './sequencer.ts';
import type { Signer } from './signer.ts';
import type { IndexedLeaf, Store } from './store.ts';
import { TagIndexer } from './tags.ts';

/** Leaves that one call reads at most. */
const MAX_READ = 4_096;
const MAX_TAGS = 4_096;

export interface LedgerOptions {
  /** PostgreSQL connection string. The log lives in its schema `ledger`, one log a database. */
  readonly url: string;
  /** Name of the log and of its key, such as `kept/eu`: no space, plus or control character. */
  readonly origin: string;
  readonly signer: Signer;
}

/**
 * An append-only Merkle log (RFC 6962) of opaque leaves. Any number of processes may have the same log open.
 *
 * Trusted: the signing key; and that a database which says that it committed did (`fsync` on). Not trusted: what the
 * database says later. Whoever holds the database alone cannot change, drop or insert an entry without `verify`
 * finding it; to find that a log was cut back at its end, or written anew by who has the key too, takes a checkpoint
 * that was kept elsewhere.
 */
export interface Ledger {
  readonly origin: string;
  /** Written form of the log's public key, `<name>+<id>+<base64>`: all that a verifier needs. */
  readonly publicKey: string;
  /** Number of leaves this process knows to be durable; other processes may have appended more. */
  readonly size: number;

  /**
   * Appends a leaf of 0 to 65,535 bytes, with a tag of 16 bytes to find it by, and gives its index, from 0. Resolves
   * when the leaf is durable and under a signed checkpoint. Calls of one process keep their order. The leaf must not
   * change until then. A leaf and a tag must not carry personal data: they cannot be removed.
   *
   * Rejects with LEDGER_OUT_OF_BOUNDS, LEDGER_OVERLOADED or LEDGER_CLOSED, and then nothing was recorded; with
   * LEDGER_STORE_UNAVAILABLE, and then it may have been; with LEDGER_DAMAGED.
   */
  append(leaf: Uint8Array, tag?: Buffer): Promise<number>;

  /** The newest checkpoint, of whichever process: a signed note (C2SP tlog-checkpoint). Undefined for an empty log. */
  checkpoint(): Promise<string | undefined>;

  /** Leaves `from` to `to` - 1, at most 4,096. Throws LEDGER_OUT_OF_BOUNDS. */
  entries(from: number, to: number): Promise<Buffer[]>;

  /**
   * The newest `limit` (at most 4,096) leaves below index `before` that have one of the tags (at most 4,096), newest
   * first. Finds every leaf whose append has resolved, in any process.
   */
  byTag(tags: readonly Buffer[], options: { before?: number; limit: number }): Promise<IndexedLeaf[]>;

  /** Inclusion proof for a leaf in the tree of the first `size` leaves. Throws LEDGER_OUT_OF_BOUNDS. */
  inclusion(index: number, size: number): Promise<Buffer[]>;

  /** Consistency proof between the trees of the first `older` and the first `newer` leaves; 1 <= older <= newer. */
  consistency(older: number, newer: number): Promise<Buffer[]>;

  /**
   * What a person needs to check an entry without us: leaf, inclusion proof and checkpoint, for the newest size or a
   * given one at which a checkpoint was signed. Checked before it is given; `@kept/ledger/browser` checks it anew.
   */
  proof(index: number, options?: { size?: number }): Promise<Receipt>;

  /**
   * One of the log's static files by its path (C2SP tlog-tiles): `checkpoint`, `tile/<level>/<n>[.p/<width>]`,
   * `tile/entries/<n>[.p/<width>]`. Undefined if the log has no such file, or not yet. All but `checkpoint` never
   * change.
   */
  file(path: string): Promise<Buffer | undefined>;

  /**
   * Reads all stored bytes again and proves them: every leaf through the tree to every checkpoint, every tile, every
   * tag, the index by tag. Works on one state of the database while appends go on, in memory that does not grow with
   * the log. A finding is in the report, not thrown. `known` are checkpoints kept elsewhere.
   */
  verify(options?: AuditOptions): Promise<Report>;

  /** Writes the log as static files into a folder; see `verifyDirectory`. Tags are not in them. */
  exportTiles(dir: string, options?: VerifyOptions): Promise<{ size: number }>;

  /** Takes no more leaves, waits for those under way, and ends the connections. */
  close(): Promise<void>;
}

/**
 * Opens a log, or begins it in a database without one. Checks that the last checkpoint is of this origin and key and
 * that the stored tiles and leaves lead to its root; does not read the rest. Throws LEDGER_OTHER_LOG, LEDGER_DAMAGED,
 * LEDGER_MALFORMED or LEDGER_STORE_UNAVAILABLE.
 */
export async function openLedger({ url, origin, signer }: LedgerOptions): Promise<Ledger> {
  const store = await openPostgres(url);
  try {
    return await openLedgerOn(store, { origin, signer });
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The ledger over any store. */
export async function openLedgerOn(store: Store, { origin, signer }: Omit<LedgerOptions, 'url'>): Promise<Ledger> {
  const key = verifierKey(origin, signer.publicKey);
  const identity = { key, signer, sealKey: await sealKey(origin, signer) };
  const sequencer = new Sequencer(store, identity, await recover(store, key));
  const indexer = new TagIndexer(store);
  const group = new GroupCommit(async (leaves, tags) => {
    const first = await sequencer.record(leaves, tags);
    if (tags) indexer.grew(leaves.length);
    return first;
  });
  let open = true;
  const whileOpen = (): void => {
    if (!open) throw new Closed();
  };
  const at = async (size: number): Promise<Position> => {
    whileOpen();
    return size <= sequencer.head.view.size ? sequencer.head : sequencer.refresh();
  };
  const proofs = proofsOf(store, key, at);
  indexer.grew(0);
  return {
    origin,
    publicKey: key.text,
    get size() {
      return sequencer.head.view.size;
    },
    append: (leaf, tag) => group.add(leaf, tag),
    checkpoint: async () => (await at(Number.POSITIVE_INFINITY)).last?.checkpoint,
    entries: async (from, to) => {
      if (!isRange(from, to) || to > (await at(to)).view.size)
        throw new OutOfBounds(`a range lies within the log and has at most ${MAX_READ} leaves`);
      return from === to ? [] : readLeaves(store, from, to);
    },
    byTag: async (tags, { before = Number.MAX_SAFE_INTEGER, limit }) => {
      whileOpen();
      checkSearch(tags, before, limit);
      return tags.length === 0 ? [] : store.byTag(tags, before, limit);
    },
    inclusion: proofs.inclusion,
    consistency: proofs.consistency,
    proof: (index, { size } = {}) => proofs.receipt(index, size),
    file: proofs.file,
    verify: async (options = {}) => {
      whileOpen();
      return store.snapshot((reader) => audit(reader, identity, options));
    },
    exportTiles: async (dir, options = {}) => {
      const end = await at(Number.POSITIVE_INFINITY);
      await writeDirectory(dir, store, end, options);
      return { size: end.view.size };
    },
    close: async () => {
      if (!open) return;
      await group.close();
      open = false;
      await indexer.stop();
      await store.close();
    },
  };
}

const isRange = (from: number, to: number): boolean =>
  Number.isSafeInteger(from) && Number.isSafeInteger(to) && from >= 0 && from <= to && to - from <= MAX_READ;

function checkSearch(tags: readonly Buffer[], before: number, limit: number): void {
  const counts =
    Number.isSafeInteger(before) && before >= 0 && Number.isSafeInteger(limit) && limit >= 0 && limit <= MAX_READ;
  if (!counts || tags.length > MAX_TAGS || tags.some((tag) => tag.length !== TAG_BYTES)) {
    throw new OutOfBounds(
      `a search has at most ${MAX_TAGS} tags of ${TAG_BYTES} bytes and a limit of at most ${MAX_READ}`,
    );
  }
}
