/**
 * The text form of signed notes and checkpoints (C2SP signed-note, tlog-checkpoint), without any cryptography and
 * without Node, so that the web page reads them with the same code.
 *
 *     <text, ends with a newline>
 *
 *     — <key name> <base64(4 bytes key id ‖ signature)>
 */

/** Longest note that is looked at, in UTF-16 code units. */
export const MAX_NOTE = 1_000_000;

const MAX_SIGNATURES = 100;

export interface NoteSignature {
  readonly name: string;
  /** Standard base64 of key id (4 bytes) and signature. */
  readonly base64: string;
}

export interface NoteText {
  /** What is signed, with its final newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

const SIGNATURE = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/u;

/** A control character of ASCII other than a newline. */
const FORBIDDEN = /[^\n\u0020-\u{10ffff}]/u;

/** Whether a key may have this name: not empty, no Unicode space, no plus, no control character. */
export const isKeyName = (name: string): boolean =>
  name !== '' && name.isWellFormed() && !/[\s\u0085+]/u.test(name) && !FORBIDDEN.test(name);

/** Splits a note; undefined if it is not in the form of one. Says nothing about its signatures being true. */
export function parseNote(note: string): NoteText | undefined {
  if (note.length > MAX_NOTE || !note.isWellFormed() || FORBIDDEN.test(note)) return undefined;
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) return undefined;
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) return undefined;
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const [, name, base64] = SIGNATURE.exec(line) ?? [];
    if (name === undefined || base64 === undefined || !isKeyName(name) || base64.length % 4 !== 0) return undefined;
    signatures.push({ name, base64 });
  }
  return { text: note.slice(0, end + 1), signatures };
}

export interface CheckpointText {
  readonly origin: string;
  readonly size: number;
  /** Standard base64 of 32 bytes. */
  readonly root: string;
  /** Further lines, opaque. Kept writes none. */
  readonly extensions: readonly string[];
}

/** Reads the text of a checkpoint; undefined if it is not one, or its size is 2^53 or more. */
export function parseCheckpointText(text: string): CheckpointText | undefined {
  if (!text.endsWith('\n')) return undefined;
  const [origin, size, root, ...extensions] = text.slice(0, -1).split('\n');
  if (!origin || size === undefined || root === undefined || extensions.includes('')) return undefined;
  // 32 bytes leave two bits of the last character over; the canonical form has them zero.
  if (!/^(0|[1-9]\d{0,15})$/.test(size) || !/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/.test(root)) return undefined;
  return Number.isSafeInteger(Number(size)) ? { origin, size: Number(size), root, extensions } : undefined;
}

/** Text of a checkpoint. `root` is standard base64 of 32 bytes. */
export const checkpointText = (origin: string, size: number, root: string): string => `${origin}\n${size}\n${root}\n`;

/** `<name>+<key id, 8 hex digits>+<base64(type ‖ public key)>`: how the key of a note is written down. */
export interface KeyText {
  readonly name: string;
  readonly id: string;
  readonly base64: string;
}

/** Splits the written form of a key; undefined if it is not one. Does not check that the id is the key's. */
export function parseKeyText(key: string): KeyText | undefined {
  const [, name, id, base64] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/u.exec(key) ?? [];
  if (name === undefined || id === undefined || base64 === undefined || !isKeyName(name)) return undefined;
  return { name, id, base64 };
}
