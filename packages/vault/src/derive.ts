/** Keys made of keys, in one locked place: valid until the next is made, in this turn of the event loop. */
import sodium from 'sodium-native';

const KEY_BYTES = 32;
const BLOB_DOMAIN = Buffer.from('kept/blob/v1\0');

/**
 * INVARIANT: a view into a large block of locked memory, never a Buffer of its own; V8 may move a small one and leave
 * a copy behind, which a wipe then misses.
 */
export const derived: Buffer = sodium.sodium_malloc(4096).subarray(0, KEY_BYTES);

export function wipeDerived(): void {
  derived.fill(0);
}

/** Keyed BLAKE2b-256 (RFC 7693) of the owner's key over the context. */
export function blobKey(owner: Buffer, context: Buffer): Buffer {
  sodium.crypto_generichash_batch(derived, [BLOB_DOMAIN, context], owner);
  return derived;
}
