/** Notes signed with Ed25519 (C2SP signed-note, signature type 0x01). */
import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto';
import { Malformed, NoteRefused } from './errors.ts';
import { isKeyName, type NoteSignature, parseKeyText, parseNote } from './notetext.ts';
import type { Signer } from './signer.ts';

const ED25519 = 1;
const KEY_BYTES = 32;
const KEY_ID_BYTES = 4;
const SIGNATURE_BYTES = 64;

/** DER of a SubjectPublicKeyInfo for Ed25519 (RFC 8410), up to the 32 bytes of the key. */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** A public key that notes are verified with, and the name it signs under. */
export interface VerifierKey {
  readonly name: string;
  /** 4 bytes: SHA-256(name ‖ 0x0A ‖ 0x01 ‖ key), cut. */
  readonly id: Buffer;
  /** 32 bytes, RFC 8032. */
  readonly publicKey: Buffer;
  /** `<name>+<id>+<base64>`, the form that other tools of transparency logs read. */
  readonly text: string;
  readonly object: KeyObject;
}

/**
 * The key with this name. The name is not empty and has no Unicode space, plus or control character; the public key
 * is 32 bytes of Ed25519. Throws LEDGER_MALFORMED otherwise.
 */
export function verifierKey(name: string, publicKey: Buffer): VerifierKey {
  if (!isKeyName(name)) throw new Malformed('a key name is not empty and has no space, plus or control character');
  if (publicKey.length !== KEY_BYTES) throw new Malformed(`an Ed25519 public key has ${KEY_BYTES} bytes`);
  const typed = Buffer.concat([Buffer.of(ED25519), publicKey]);
  const digest = hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), typed]), 'hex');
  const id = Buffer.from(digest.slice(0, 2 * KEY_ID_BYTES), 'hex');
  return {
    name,
    id,
    publicKey,
    text: `${name}+${id.toString('hex')}+${typed.toString('base64')}`,
    object: createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' }),
  };
}

/** Reads `<name>+<id>+<base64>`. Throws LEDGER_MALFORMED if it is not that, not Ed25519, or the id is not the key's. */
export function parseVerifierKey(text: string): VerifierKey {
  const typed = Buffer.from(parseKeyText(text)?.base64 ?? '', 'base64');
  if (typed[0] !== ED25519 || typed.length !== 1 + KEY_BYTES)
    throw new Malformed('not the text of an Ed25519 note key');
  const key = verifierKey(parseKeyText(text)!.name, typed.subarray(1));
  if (key.text !== text) throw new Malformed('the id in the text of a note key is not of that key');
  return key;
}

/** Signs `text`, which ends with a newline. What comes back is the whole note. */
export async function signNote(text: string, key: VerifierKey, signer: Signer): Promise<string> {
  const signature = await signer.sign(Buffer.from(text));
  return `${text}\n— ${key.name} ${Buffer.concat([key.id, signature]).toString('base64')}\n`;
}

/**
 * The text of a note that this key signed. Signatures of other keys are passed over, as the specification asks.
 * Throws LEDGER_NOTE_REFUSED if it is not a note (at most 1,000,000 characters and 100 signatures), the key did not
 * sign it, or a signature in its name is false.
 */
export function openNote(note: string, key: VerifierKey): string {
  const parsed = parseNote(note);
  if (!parsed) throw new NoteRefused('not in the form of a signed note');
  const own = parsed.signatures.filter((signature) => isOf(signature, key));
  if (own.length === 0) throw new NoteRefused('no signature of the expected key');
  const text = Buffer.from(parsed.text);
  for (const { base64 } of own) {
    const blob = Buffer.from(base64, 'base64');
    // A second spelling of the same signature would let a stored note change without notice.
    const canonical = blob.toString('base64') === base64 && blob.length === KEY_ID_BYTES + SIGNATURE_BYTES;
    if (!canonical || !verify(null, text, key.object, blob.subarray(KEY_ID_BYTES))) {
      throw new NoteRefused('a signature of the expected key is false');
    }
  }
  return parsed.text;
}

const isOf = ({ name, base64 }: NoteSignature, key: VerifierKey): boolean =>
  name === key.name && Buffer.from(base64, 'base64').subarray(0, KEY_ID_BYTES).equals(key.id);
