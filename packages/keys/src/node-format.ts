/**
 * Wrap format, version 1. One node of the tree seals 64 slots under the node's own key. Little endian:
 *
 *   0 4 "KTN1"                                      8 4 index in its level       20 24 nonce, random
 *   4 1 suite (1 XChaCha20-Poly1305)               12 8 version of the key       44  n bitmap (8), 64 slots, tag (16)
 *   5 1 level (0 = leaf)   6 2 zero
 *
 * A slot is label (8) and key (32). In a leaf the label is a hash of the owner's id, so that a swapped row cannot hand
 * out a stranger's key; above, it is the version of the child's key, so that an older child does not fit. Additional
 * data: domain, tree id, and the header up to the nonce. No two keys ever share level, index and version.
 */
import sodium from 'sodium-native';
import { KEY_BYTES, type Key } from './secrets.ts';

export const FAN = 64;
/** 64 ** 6 data keys. */
export const LEVELS_MAX = 6;
const SLOT = 8 + KEY_BYTES;
const PLAIN = 8 + FAN * SLOT;
const HEADER = 20;
const BODY = 44;
export const SEALED_BYTES = BODY + PLAIN + 16;
const NODE_DOMAIN = Buffer.from('kept/keytree/node/v1\0');
const OWNER_DOMAIN = Buffer.from('kept/keytree/owner/v1\0');

/** A node's place in the tree as one number: level in the upper half, index in the lower. */
export const placeOf = (level: number, index: number): number => level * 2 ** 32 + index;
export const levelOf = (place: number): number => Math.floor(place / 2 ** 32);
export const indexOf = (place: number): number => place % 2 ** 32;
export const parentOf = (place: number): number => placeOf(levelOf(place) + 1, Math.floor(indexOf(place) / FAN));
export const childOf = (place: number, slot: number): number =>
  placeOf(levelOf(place) - 1, indexOf(place) * FAN + slot);

/** The plaintext of one node, in locked memory. */
export class Slots {
  readonly plain = sodium.sodium_malloc(PLAIN).fill(0);

  has(slot: number): boolean {
    return (this.plain[slot >> 3]! & (1 << (slot & 7))) !== 0;
  }
  used(): number[] {
    const slots: number[] = [];
    for (let slot = 0; slot < FAN; slot++) if (this.has(slot)) slots.push(slot);
    return slots;
  }
  label(slot: number): bigint {
    return this.plain.readBigUInt64LE(8 + slot * SLOT);
  }
  key(slot: number): Key {
    return this.plain.subarray(16 + slot * SLOT, 8 + (slot + 1) * SLOT);
  }
  set(slot: number, label: bigint, key: Key): void {
    this.plain[slot >> 3]! |= 1 << (slot & 7);
    this.plain.writeBigUInt64LE(label, 8 + slot * SLOT);
    this.plain.set(key, 16 + slot * SLOT);
  }
  clear(slot: number): void {
    this.plain[slot >> 3]! &= ~(1 << (slot & 7));
    this.plain.fill(0, 8 + slot * SLOT, 8 + (slot + 1) * SLOT);
  }
  wipe(): void {
    sodium.sodium_memzero(this.plain);
  }
}

function header(place: number, ver: number): Buffer {
  const bytes = Buffer.alloc(HEADER);
  bytes.write('KTN1\x01', 0, 'latin1');
  bytes[5] = levelOf(place);
  bytes.writeUInt32LE(indexOf(place), 8);
  bytes.writeBigUInt64LE(BigInt(ver), 12);
  return bytes;
}

export function sealNode(key: Key, tree: Buffer, place: number, ver: number, slots: Slots): Buffer {
  const head = header(place, ver);
  const ct = Buffer.allocUnsafe(SEALED_BYTES);
  head.copy(ct);
  const nonce = ct.subarray(HEADER, BODY);
  sodium.randombytes_buf(nonce);
  const aad = Buffer.concat([NODE_DOMAIN, tree, head]);
  sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(ct.subarray(BODY), slots.plain, aad, null, nonce, key);
  return ct;
}

/** False unless these bytes are this node under this key. On true the slots hold its plaintext: wipe them after use. */
export function openNode(key: Key, tree: Buffer, place: number, ver: number, ct: Buffer, slots: Slots): boolean {
  if (ct.length !== SEALED_BYTES) return false;
  const aad = Buffer.concat([NODE_DOMAIN, tree, header(place, ver)]);
  const nonce = ct.subarray(HEADER, BODY);
  try {
    sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(slots.plain, null, ct.subarray(BODY), aad, nonce, key);
    return true;
  } catch {
    return false;
  }
}

const digest = sodium.sodium_malloc(16);

export function ownerLabel(tree: Buffer, id: string): bigint {
  sodium.crypto_generichash_batch(digest, [OWNER_DOMAIN, tree, Buffer.from(id)]);
  return digest.readBigUInt64LE(0);
}
