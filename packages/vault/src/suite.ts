/**
 * Authenticated encryption of one value, by two suites.
 *
 *     blob   := head u8 | nonce | ciphertext | tag (16)
 *     head   := version << 4 | suite        version 1; it is authenticated with the rest
 *
 *     1  XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03), nonce 24 bytes     the default
 *     2  AES-256-GCM (NIST SP 800-38D), nonce 12 bytes                       where FIPS 140 is asked for
 *
 * INVARIANT: every key here seals one row's column, and is derived anew for it, so random nonces stay far below the
 * bound of the shorter one (2^32 messages under one key, SP 800-38D 8.3).
 */
import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';
import sodium from 'sodium-native';
import { Altered, UnknownSuite } from './errors.ts';
import { workspace } from './pack.ts';

/** A way to seal: the name by which a configuration chooses it. */
export type SuiteName = 'xchacha20-poly1305' | 'aes-256-gcm';

const VERSION = 1;
const XCHACHA = (VERSION << 4) | 1;
const GCM = (VERSION << 4) | 2;
const TAG_BYTES = 16;
const NONCE_BYTES: Readonly<Record<number, number>> = { [XCHACHA]: 24, [GCM]: 12 };
const HEADS: Readonly<Record<SuiteName, number>> = { 'xchacha20-poly1305': XCHACHA, 'aes-256-gcm': GCM };

/** Bytes that a blob is longer than its plaintext. */
export const overhead = (suite: SuiteName): number => 1 + NONCE_BYTES[HEADS[suite]]! + TAG_BYTES;

/** Random bytes are fetched by the page: one call for many nonces. */
const pool = Buffer.allocUnsafeSlow(24 * 512);
let drawn = pool.length;

function draw(out: Buffer, at: number, bytes: number): void {
  if (drawn + bytes > pool.length) {
    randomFillSync(pool);
    drawn = 0;
  }
  pool.copy(out, at, drawn, drawn + bytes);
  drawn += bytes;
}

/**
 * Seals `plain` and wipes it. `aad` is what the blob is bound to; its first byte is kept free for the head.
 * INVARIANT: `aad[0]` is written here and in `open`; callers reserve it.
 */
export function seal(suite: SuiteName, plain: Buffer, aad: Buffer, key: Buffer): Buffer {
  const head = HEADS[suite];
  const nonceBytes = NONCE_BYTES[head]!;
  const out = Buffer.allocUnsafe(1 + nonceBytes + plain.length + TAG_BYTES);
  out[0] = aad[0] = head;
  draw(out, 1, nonceBytes);
  const nonce = out.subarray(1, 1 + nonceBytes);
  if (head === XCHACHA) {
    sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(out.subarray(1 + nonceBytes), plain, aad, null, nonce, key);
  } else {
    const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAAD(aad);
    cipher.update(plain).copy(out, 1 + nonceBytes);
    cipher.final();
    cipher.getAuthTag().copy(out, out.length - TAG_BYTES);
  }
  plain.fill(0);
  return out;
}

/** The plaintext, in the workspace: valid until its next use, to be wiped by the caller. Throws VAULT_ALTERED. */
export function open(blob: Buffer, aad: Buffer, key: Buffer): Buffer {
  const head = blob[0] ?? 0;
  const nonceBytes = NONCE_BYTES[head];
  if (nonceBytes === undefined) throw new UnknownSuite();
  const bytes = blob.length - 1 - nonceBytes - TAG_BYTES;
  if (bytes < 0) throw new Altered();
  aad[0] = head;
  const nonce = blob.subarray(1, 1 + nonceBytes);
  const out = workspace(bytes).subarray(0, bytes);
  try {
    if (head === XCHACHA) {
      sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(out, null, blob.subarray(1 + nonceBytes), aad, nonce, key);
    } else {
      openGcm(out, blob, nonce, aad, key);
    }
  } catch {
    // The cause says no more than this, and may hold bytes.
    throw new Altered();
  }
  return out;
}

function openGcm(out: Buffer, blob: Buffer, nonce: Buffer, aad: Buffer, key: Buffer): void {
  const cipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAAD(aad);
  cipher.setAuthTag(blob.subarray(blob.length - TAG_BYTES));
  const part = cipher.update(blob.subarray(1 + nonce.length, blob.length - TAG_BYTES));
  try {
    cipher.final();
    part.copy(out);
  } finally {
    part.fill(0);
  }
}
