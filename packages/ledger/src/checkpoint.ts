/** Checkpoints (C2SP tlog-checkpoint): the signed size and root of a log. */
import { NoteRefused } from './errors.ts';
import { openNote, signNote, type VerifierKey } from './note.ts';
import { checkpointText, parseCheckpointText } from './notetext.ts';
import type { Signer } from './signer.ts';

/** What a log signs: its size and root at one moment (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** Name of the log: here always also the name of its key. */
  readonly origin: string;
  /** Number of leaves, below 2^53. */
  readonly size: number;
  /** Merkle tree hash (RFC 6962), 32 bytes. */
  readonly root: Buffer;
}

/** Signs size and root under the key's name as origin; gives the note. */
export const signCheckpoint = (size: number, root: Buffer, key: VerifierKey, signer: Signer): Promise<string> =>
  signNote(checkpointText(key.name, size, root.toString('base64')), key, signer);

/**
 * Reads a checkpoint that this key signed and whose origin is the key's name. Throws LEDGER_NOTE_REFUSED otherwise.
 * Extension lines are signed with the rest, and passed over.
 */
export function openCheckpoint(note: string, key: VerifierKey): Checkpoint {
  const parsed = parseCheckpointText(openNote(note, key));
  if (!parsed) throw new NoteRefused('not in the form of a checkpoint');
  if (parsed.origin !== key.name) throw new NoteRefused('a checkpoint of another log');
  return { origin: parsed.origin, size: parsed.size, root: Buffer.from(parsed.root, 'base64') };
}
