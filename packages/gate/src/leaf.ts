/**
 * What the ledger keeps of one event: bytes that say when, and to whom without the person's key nothing else.
 *
 *     leaf    := version u8 (1) | kind u8 | time u48be | tag 16 | body
 *     kind    := 1 decision | 2 evidence | 3 about nobody
 *     time    milliseconds since 1970-01-01T00:00:00Z
 *     tag     keyed BLAKE2b-128 of the day under the person's key; zero in kind 3
 *     body    nonce 24 | XChaCha20-Poly1305 of the payload, with the 24 bytes before it as associated data;
 *             the payload itself in kind 3, which names no person
 *     payload JSON in UTF-8, padded with spaces to a multiple of 64 bytes, so that its length tells little
 *
 * The key of the body is a keyed BLAKE2b-256 of the person's key. With that key erased, the entries of a person cannot
 * be read, told from another's, or told to be of one person; the log still verifies.
 */
import { randomFillSync } from 'node:crypto';
import type { Instant, Json } from '@kept/base';
import sodium from 'sodium-native';
import { Altered } from './errors.ts';

export const DECISION = 1;
export const EVIDENCE = 2;
export const ABOUT_NOBODY = 3;
export type Kind = typeof DECISION | typeof EVIDENCE | typeof ABOUT_NOBODY;

export const TAG_BYTES = 16;
const VERSION = 1;
const TIME_AT = 2;
const TAG_AT = 8;
const BODY_AT = TAG_AT + TAG_BYTES;
const NONCE_BYTES = 24;
const SEAL_BYTES = NONCE_BYTES + 16;
const PAD = 64;
const DAY_MS = 86_400_000;

const KEY_DOMAIN = Buffer.from('kept/leaf/v1\0');
/** Followed by the day, counted from 1970-01-01 (UTC), as u32be. */
const TAG_DOMAIN = Buffer.from('kept/tag/v1\0....');
const TAG_DAY_AT = TAG_DOMAIN.length - 4;

/** INVARIANT: a view into a large block of locked memory; a small Buffer of its own could be moved and leave a copy. */
const leafKey = sodium.sodium_malloc(4096).subarray(0, 32);
let scratch = Buffer.allocUnsafeSlow(4096);
const nonces = Buffer.allocUnsafeSlow(NONCE_BYTES * 512);
let drawn = nonces.length;

export interface Opened {
  readonly kind: Kind;
  readonly at: Instant;
  readonly payload: Json;
}

export const dayOf = (at: Instant): number => Math.floor(at / DAY_MS);

/** The tag of a person's entries of one day. */
export function tagOf(person: Buffer, day: number): Buffer {
  const tag = Buffer.allocUnsafe(TAG_BYTES);
  TAG_DOMAIN.writeUInt32BE(day, TAG_DAY_AT);
  sodium.crypto_generichash(tag, TAG_DOMAIN, person);
  return tag;
}

export function sealLeaf(kind: typeof DECISION | typeof EVIDENCE, at: Instant, payload: Json, person: Buffer): Buffer {
  const text = JSON.stringify(payload);
  const plain = padded(text);
  const leaf = Buffer.allocUnsafe(BODY_AT + SEAL_BYTES + plain.length);
  header(leaf, kind, at);
  TAG_DOMAIN.writeUInt32BE(dayOf(at), TAG_DAY_AT);
  sodium.crypto_generichash(leaf.subarray(TAG_AT, BODY_AT), TAG_DOMAIN, person);
  const nonce = leaf.subarray(BODY_AT, BODY_AT + NONCE_BYTES);
  drawNonce(nonce);
  sodium.crypto_generichash(leafKey, KEY_DOMAIN, person);
  sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
    leaf.subarray(BODY_AT + NONCE_BYTES),
    plain,
    leaf.subarray(0, BODY_AT),
    null,
    nonce,
    leafKey,
  );
  leafKey.fill(0);
  plain.fill(0);
  return leaf;
}

/** An event without a person whose key could seal it. `payload` names nobody. */
export function leafOfNobody(at: Instant, payload: Json): Buffer {
  const plain = padded(JSON.stringify(payload));
  const leaf = Buffer.alloc(BODY_AT + plain.length);
  header(leaf, ABOUT_NOBODY, at);
  plain.copy(leaf, BODY_AT);
  return leaf;
}

/** The tag of a leaf, as the ledger indexes it. */
export const leafTag = (leaf: Buffer): Buffer => leaf.subarray(TAG_AT, BODY_AT);

/** What can be read of a leaf without a key. */
export const kindOf = (leaf: Buffer): Kind => leaf[1] as Kind;
export const timeOf = (leaf: Buffer): Instant => leaf.readUIntBE(TIME_AT, 6);

/** Throws GATE_LEAF_ALTERED for a leaf of another person, or bytes that are none. */
export function openLeaf(leaf: Buffer, person: Buffer): Opened {
  if (leaf[0] === VERSION && leaf.length >= BODY_AT && kindOf(leaf) === ABOUT_NOBODY)
    return { kind: ABOUT_NOBODY, at: timeOf(leaf), payload: JSON.parse(leaf.toString('utf8', BODY_AT)) as Json };
  return openSome([leaf], person, () => true)[0]!;
}

/**
 * Of a person's leaves those whose text may be what is looked for: `maybe` sees its bytes, for this moment only, which costs
 * a tenth of reading it. Throws as `openLeaf` does.
 */
export function openSome(leaves: readonly Buffer[], person: Buffer, maybe: (plain: Buffer) => boolean): Opened[] {
  const opened: Opened[] = [];
  let used = 0;
  sodium.crypto_generichash(leafKey, KEY_DOMAIN, person);
  try {
    for (const leaf of leaves) {
      const plain = unsealed(leaf);
      used = Math.max(used, plain.length);
      if (maybe(plain))
        opened.push({ kind: kindOf(leaf), at: timeOf(leaf), payload: JSON.parse(plain.toString('utf8')) as Json });
    }
    return opened;
  } catch {
    throw new Altered();
  } finally {
    leafKey.fill(0);
    scratch.fill(0, 0, used);
  }
}

/** By the key in `leafKey`; the text is good until the next one. */
function unsealed(leaf: Buffer): Buffer {
  if (leaf[0] !== VERSION || leaf.length < BODY_AT) throw new Altered();
  const plain = room(leaf.length - BODY_AT - SEAL_BYTES);
  const sealed = leaf.subarray(BODY_AT + NONCE_BYTES);
  const nonce = leaf.subarray(BODY_AT, BODY_AT + NONCE_BYTES);
  sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(plain, null, sealed, leaf.subarray(0, BODY_AT), nonce, leafKey);
  return plain;
}

function header(leaf: Buffer, kind: Kind, at: Instant): void {
  leaf[0] = VERSION;
  leaf[1] = kind;
  leaf.writeUIntBE(at, TIME_AT, 6);
}

function padded(text: string): Buffer {
  const plain = room(3 * text.length + PAD);
  const bytes = plain.write(text, 0, 'utf8');
  const end = Math.ceil(bytes / PAD) * PAD;
  plain.fill(' ', bytes, end);
  return plain.subarray(0, end);
}

function room(bytes: number): Buffer {
  if (bytes < 0) throw new Altered();
  if (scratch.length < bytes) scratch = Buffer.allocUnsafeSlow(2 * bytes);
  return scratch.subarray(0, bytes);
}

function drawNonce(out: Buffer): void {
  if (drawn === nonces.length) {
    randomFillSync(nonces);
    drawn = 0;
  }
  nonces.copy(out, 0, drawn, drawn + NONCE_BYTES);
  drawn += NONCE_BYTES;
}
