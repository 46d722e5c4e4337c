/**
 * The key of one record, from three keys that are all leaves of the key tree: the person's, the purpose group's and the
 * retention bucket's. Erasing any one of them leaves a string that cannot be told from a random one.
 */
import sodium from 'sodium-native';
import { KEY_BYTES, type Key } from './secrets.ts';

const GROUP_DOMAIN = Buffer.from('kept/record-group/v1\0');
const RECORD_DOMAIN = Buffer.from('kept/record/v1\0');
const both = sodium.sodium_malloc(2 * KEY_BYTES);

/**
 * What a purpose group and a retention bucket make together, into `out` (32 bytes of locked memory). Computed once for
 * each pair in use.
 */
export function groupKey(out: Key, purpose: Key, bucket: Key): void {
  both.set(purpose, 0);
  both.set(bucket, KEY_BYTES);
  sodium.crypto_generichash_batch(out, [GROUP_DOMAIN], both);
  both.fill(0);
}

/**
 * BLAKE2b-256 keyed with person and group key, over domain and context (region, table, row, role), into `out` (32 bytes
 * of locked memory).
 */
export function recordKey(out: Key, person: Key, group: Key, context: Uint8Array): void {
  both.set(person, 0);
  both.set(group, KEY_BYTES);
  sodium.crypto_generichash_batch(out, [RECORD_DOMAIN, context], both);
  both.fill(0);
}
