import sodium from 'sodium-native';
import type { Sealer } from './roots.ts';
import { KEY_BYTES, type Key } from './secrets.ts';

const NONCE = 24;
const TAG = 16;

/** Seals roots with a key that the caller keeps elsewhere, XChaCha20-Poly1305. `key` is used, not copied. */
export const keySealer = (key: Key): Sealer => ({
  async seal(plain, aad) {
    const out = Buffer.alloc(NONCE + KEY_BYTES + TAG);
    const nonce = out.subarray(0, NONCE);
    sodium.randombytes_buf(nonce);
    sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(out.subarray(NONCE), plain, aad, null, nonce, key);
    return out;
  },
  async open(sealed, aad, into) {
    const nonce = sealed.subarray(0, NONCE);
    sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(into, null, sealed.subarray(NONCE), aad, nonce, key);
  },
});
