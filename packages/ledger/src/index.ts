/**
 * A tamper-evident log of opaque entries, with proofs that anyone can check.
 *
 * - **Leaf**: an entry; bytes that the ledger does not understand. A commitment or a ciphertext, never personal data.
 * - **Tag**: 16 opaque bytes beside a leaf, to find it by; not part of the tree, and not exported.
 * - **Index**: a leaf's place, from 0. **Size**: a number of leaves; also names the tree over the first so many.
 * - **Root**: the Merkle tree hash over all leaves (RFC 6962, SHA-256).
 * - **Checkpoint**: a signed note that says origin, size and root (C2SP signed-note, tlog-checkpoint).
 * - **Tile**: up to 256 hashes of the tree in one piece; **entry bundle**: up to 256 leaves (C2SP tlog-tiles).
 * - **Inclusion proof**: this leaf is in that tree. **Consistency proof**: that tree is a prefix of this one.
 * - **Receipt**: leaf, inclusion proof and checkpoint together.
 */
export type { AuditOptions } from './audit.ts';
export type { Receipt } from './browser.ts';
export { type Checkpoint, openCheckpoint, signCheckpoint } from './checkpoint.ts';
export { verifyDirectory } from './directory.ts';
export {
  BadKeyFile,
  Closed,
  Damaged,
  Malformed,
  NoteRefused,
  OtherLog,
  OutOfBounds,
  Overloaded,
  StoreUnavailable,
} from './errors.ts';
export { EMPTY_ROOT, leafHash, nodeHash } from './hash.ts';
export { type Ledger, type LedgerOptions, openLedger } from './ledger.ts';
export { openNote, parseVerifierKey, signNote, type VerifierKey, verifierKey } from './note.ts';
export { ledgerMigrations } from './postgres.ts';
export { consistencyProof, inclusionProof, type TileReader, verifyConsistency, verifyInclusion } from './proof.ts';
export type { Problem, Progress, Report, VerifyOptions } from './report.ts';
export { fileSigner, keySigner, type Signer } from './signer.ts';
export type { IndexedLeaf } from './store.ts';
export {
  decodeEntries,
  encodeEntries,
  MAX_LEAF_BYTES,
  parseTilePath,
  TILE_WIDTH,
  type TileName,
  tilePath,
  tileWidth,
} from './tile.ts';
export { appendGroup, type Edge, EMPTY_VIEW, type FullTile, Tree, type View } from './tree.ts';
