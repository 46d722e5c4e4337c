/** What Kept uses of sodium-native, which ships no types. */
declare module 'sodium-native' {
  const sodium: {
    sodium_malloc(bytes: number): Buffer;
    sodium_memzero(of: Uint8Array): void;
    randombytes_buf(out: Uint8Array): void;
    crypto_generichash(out: Uint8Array, input: Uint8Array, key?: Uint8Array): void;
    crypto_generichash_batch(out: Uint8Array, inputs: Uint8Array[], key?: Uint8Array): void;
    crypto_aead_xchacha20poly1305_ietf_encrypt(
      out: Uint8Array,
      message: Uint8Array,
      aad: Uint8Array | null,
      secretNonce: null,
      nonce: Uint8Array,
      key: Uint8Array,
    ): number;
    crypto_aead_xchacha20poly1305_ietf_decrypt(
      out: Uint8Array,
      secretNonce: null,
      sealed: Uint8Array,
      aad: Uint8Array | null,
      nonce: Uint8Array,
      key: Uint8Array,
    ): number;
  };
  export default sodium;
}
