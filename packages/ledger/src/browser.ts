/**
 * Checks a receipt in the person's own browser: that an entry is in the log, under a checkpoint that the log's key
 * signed. Needs WebCrypto with Ed25519, and nothing else; imports nothing that a browser lacks.
 *
 * - **Receipt**: a leaf, its inclusion proof, and the checkpoint it leads to. All binary values in standard base64.
 */
import { parseCheckpointText, parseKeyText, parseNote } from './notetext.ts';

/** One entry with its proof: all that somebody needs to verify it who has the public key and nothing else. */
export interface Receipt {
  /** The entry itself. */
  readonly leaf: string;
  /** Its place, from 0. */
  readonly index: number;
  /** Number of leaves of the tree that the proof is for; the checkpoint's size. */
  readonly size: number;
  /** Inclusion proof (RFC 6962, 2.1.1), lowest first; 32 bytes each. */
  readonly hashes: readonly string[];
  /** Signed note (C2SP tlog-checkpoint). */
  readonly checkpoint: string;
}

/**
 * What is wrong with a receipt: not in the form of one; a checkpoint of another log, or not signed by the key; the
 * leaf is not at that place of the signed tree; or this browser has no Ed25519.
 */
export type ReceiptFault = 'malformed' | 'signature' | 'inclusion' | 'unsupported';

export type ReceiptCheck =
  | {
      readonly valid: true;
      readonly origin: string;
      readonly size: number;
      readonly root: string;
      readonly leaf: Uint8Array;
    }
  | { readonly valid: false; readonly fault: ReceiptFault };

type Bytes = Uint8Array<ArrayBuffer>;

const ED25519 = 1;

/**
 * Checks a receipt against the written form of the log's key, `<name>+<id>+<base64>`. Never throws. Valid means: the
 * holder of that key signed a tree that has exactly this leaf at this index. It says nothing about what the leaf
 * means, and nothing about whether others were shown the same tree.
 */
export async function verifyReceipt(receipt: Receipt, key: string): Promise<ReceiptCheck> {
  try {
    return await check(receipt, key);
  } catch {
    return { valid: false, fault: 'malformed' };
  }
}

async function check({ leaf, index, size, hashes, checkpoint }: Receipt, key: string): Promise<ReceiptCheck> {
  const signed = await openSigned(checkpoint, key);
  if (typeof signed === 'string') return { valid: false, fault: signed };
  const { origin, root } = signed;
  if (!isCount(index) || size !== signed.size || index >= size) return { valid: false, fault: 'inclusion' };
  const bytes = fromBase64(leaf);
  const computed = await rootFrom(await sha256([0], bytes), index, size, hashes.map(fromBase64));
  if (!computed || !same(computed, fromBase64(root))) return { valid: false, fault: 'inclusion' };
  return { valid: true, origin, size, root, leaf: bytes };
}

/** The checkpoint within a note, if the key signed it and it is of the key's log. */
async function openSigned(
  note: string,
  key: string,
): Promise<(ReturnType<typeof parseCheckpointText> & {}) | ReceiptFault> {
  const { name, id, base64 } = parseKeyText(key)!;
  const typed = fromBase64(base64);
  const parsed = parseNote(note)!;
  const text = utf8(parsed.text);
  const checkpoint = parseCheckpointText(parsed.text)!;
  const expected = (await sha256(utf8(`${name}\n`), typed)).subarray(0, 4);
  if (typed[0] !== ED25519 || typed.length !== 33 || hex(expected) !== id) return 'malformed';
  const own = parsed.signatures.filter((each) => each.name === name).map((each) => fromBase64(each.base64));
  const ours = own.filter((blob) => same(blob.subarray(0, 4), expected));
  if (ours.length === 0 || checkpoint.origin !== name) return 'signature';
  const publicKey = await importKey(typed.slice(1));
  if (!publicKey) return 'unsupported';
  for (const blob of ours) {
    if (!(await crypto.subtle.verify('Ed25519', publicKey, blob.slice(4), text))) return 'signature';
  }
  return checkpoint;
}

async function importKey(raw: Bytes): Promise<Parameters<typeof crypto.subtle.verify>[1] | undefined> {
  try {
    return await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
  } catch {
    return undefined;
  }
}

/** RFC 9162, 2.1.3.2; undefined if the proof has not the length it needs. */
async function rootFrom(
  leaf: Bytes,
  index: number,
  size: number,
  hashes: readonly Bytes[],
): Promise<Bytes | undefined> {
  let node = leaf;
  let fn = index;
  let sn = size - 1;
  for (const hash of hashes) {
    if (sn === 0 || hash.length !== 32) return undefined;
    if (fn % 2 === 1 || fn === sn) {
      node = await sha256([1], hash, node);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)];
    } else {
      node = await sha256([1], node, hash);
    }
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 ? node : undefined;
}

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;

const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

const hex = (bytes: Bytes): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Throws on anything that is not base64; the caller turns that into a fault. */
const fromBase64 = (text: string): Bytes => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

const same = (a: Bytes, b: Bytes): boolean => a.length === b.length && a.every((byte, i) => byte === b[i]);

async function sha256(...parts: (Bytes | number[])[]): Promise<Bytes> {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', joined));
}
