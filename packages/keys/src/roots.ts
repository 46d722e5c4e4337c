import type { Key, Secrets } from './secrets.ts';

/** The key that opens the top of a tree. Versions only grow. */
export interface Root {
  readonly version: number;
  readonly key: Key;
}

/**
 * Keeps the root of one tree, outside every database and backup: one live root and, while it is being replaced, a
 * staged one.
 *
 * Versions only grow: a number once seen is refused for ever after with KEYS_SUPERSEDED, so that a writer that was
 * given up for dead cannot stage or commit late. Several processes may hold stores of one root; each call is atomic
 * among them.
 */
export interface RootStore {
  /** Fresh copies of the live root, and of the staged one if there is one. The caller frees the keys. */
  read(): Promise<{ live: Root; staged: Root | null }>;
  /** Keeps `next` beside the live root. Durable when it resolves. Refuses a version that is not above all seen. */
  stage(next: Root): Promise<void>;
  /**
   * Makes the staged root live and destroys the old one, beyond recovery by whoever gets the medium later. Durable when
   * it resolves. Repeating it is harmless.
   */
  commit(version: number): Promise<void>;
  /** Destroys a staged root and refuses this version from now on. Refused once the version is live. */
  abort(version: number): Promise<void>;
  close(): void;
}

/**
 * The copy of the suppression list that stays with the roots when databases are restored: an append-only list of
 * 32-byte keyed hashes. Appending is not called by two processes at once.
 */
export interface SuppressionCopy {
  /** Positions in use. A position whose record was torn by a crash counts, and reads as absent. */
  length(): Promise<number>;
  /** Durable when it resolves. */
  append(hashes: readonly Buffer[]): Promise<void>;
  /** The hashes from a position on, some at a time. */
  read(from: number): AsyncIterable<Buffer[]>;
}

/**
 * What stands outside the databases and makes erasure final: the roots, and the list of whom to erase again. A folder
 * by default (`fileKeyring`), a KMS or HSM where one is to be had.
 *
 * What it keeps is never backed up and restored: it may be replicated, so that the newest state survives, but an older
 * state of it would bring erased keys back.
 */
export interface KeyProvider {
  readonly secrets: Secrets;
  /** All names under which something is kept. */
  names(): Promise<string[]>;
  /** The root kept under this name. Null if none is; KEYS_ROOT_MISMATCH if it is another tree's. */
  open(name: string, tree: Buffer): Promise<RootStore | null>;
  /**
   * Keeps the first root of a new tree, durably. One that was kept so before and never committed is replaced; throws
   * KEYS_ROOT_MISMATCH if there is a live one.
   */
  found(name: string, tree: Buffer, first: Root): Promise<RootStore>;
  /** Destroys the root kept under this name, if there is one. */
  destroy(name: string): Promise<void>;
  readonly suppressed: SuppressionCopy;
  close(): void;
}

/** Seals a root for a medium that may remember it: KMS, TPM, passphrase. Replacing the sealer kills what it remembers. */
export interface Sealer {
  /** At most 4000 bytes. */
  seal(plain: Key, aad: Buffer): Promise<Buffer>;
  /** Into locked memory. Throws if the bytes are not this sealer's. */
  open(sealed: Buffer, aad: Buffer, into: Key): Promise<void>;
}
