/**
 * Where keys live while a process uses them: locked pages outside the V8 heap, left out of core dumps.
 *
 * INVARIANT: no key has a Buffer of its own. V8 keeps typed arrays of up to 64 bytes on its heap, whatever allocated
 * them (Buffer.allocUnsafeSlow too), and leaves that copy behind when native code first asks for an address: a wipe
 * then misses it. A view into a large sodium_malloc block has one address for life.
 */
import sodium from 'sodium-native';

/** 32 bytes of locked memory, valid until freed. */
export type Key = Buffer;
export const KEY_BYTES = 32;
const KEYS_PER_BLOCK = 4096;

/** Hands out keys in locked memory, and takes them back wiped. Whoever frees a key must hold no other view of it. */
export class Secrets {
  readonly #free: Key[] = [];

  random(): Key {
    const key = this.#take();
    sodium.randombytes_buf(key);
    return key;
  }

  copy(from: Uint8Array): Key {
    const key = this.#take();
    key.set(from.subarray(0, KEY_BYTES));
    return key;
  }

  free(key: Key): void {
    sodium.sodium_memzero(key);
    this.#free.push(key);
  }

  #take(): Key {
    const free = this.#free.pop();
    if (free) return free;
    const block = sodium.sodium_malloc(KEYS_PER_BLOCK * KEY_BYTES);
    for (let at = KEY_BYTES; at < block.length; at += KEY_BYTES) this.#free.push(block.subarray(at, at + KEY_BYTES));
    return block.subarray(0, KEY_BYTES);
  }
}
