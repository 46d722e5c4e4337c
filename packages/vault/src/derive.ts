/** Keys made of keys, in one locked place: valid until the next is made, in this turn of the event loop. */
import sodium from 'sodium-native';

const KEY_BYTES = 32;
const BLOB_DOMAIN = Buffer.from('kept/blob/v1\0');

/**
 * INVARIANT: a view into a large block of locked memory, never a Buffer of its own; V8 may move a small one and leave
 * a copy behind, which a wipe then misses.
 */
const block: Buffer = sodium.sodium_malloc(4096);
/** The key of one row's column, or of one blob. */
export const derived: Buffer = block.subarray(0, KEY_BYTES);
/** What a purpose group and a retention bucket make together. */
export const combined: Buffer = block.subarray(KEY_BYTES, 2 * KEY_BYTES);

export function wipeDerived(): void {
  block.fill(0, 0, 2 * KEY_BYTES);
}

/** Keyed BLAKE2b-256 (RFC 7693) of the owner's key over the context. */
export function blobKey(owner: Buffer, context: Buffer): Buffer {
  sodium.crypto_generichash_batch(derived, [BLOB_DOMAIN, context], owner);
  return derived;
}
