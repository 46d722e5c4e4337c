/**
 * Sealing without a table: for rows whose shape a library decides, which is authentication and nothing else.
 *
 * What is opened here leaves no entry in the ledger. Personal data of a service goes through a `SealedTable`.
 */
import { blobKey, wipeDerived } from './derive.ts';
import { workspace } from './pack.ts';
import { open, type SuiteName, seal } from './suite.ts';

/** The part of a region's keys that is needed here. */
export interface KeyLender {
  use<T>(id: string, run: (key: Buffer) => T): Promise<T>;
}

/**
 * Seals bytes under a key derived from `key` (`person:…`, `org:…`, `day:…`) and bound to `context`, which names the
 * place: region, table, row and role. Neither is stored in the blob. Throws KEYS_NO_KEY.
 */
export function sealBlob(
  keys: KeyLender,
  key: string,
  context: string,
  plain: Uint8Array,
  suite: SuiteName = 'xchacha20-poly1305',
): Promise<Buffer> {
  return keys.use(key, (owner) => {
    const aad = contextBytes(context);
    const place = workspace(plain.length).subarray(0, plain.length);
    place.set(plain);
    const blob = seal(suite, place, aad, blobKey(owner, aad.subarray(1)));
    wipeDerived();
    return blob;
  });
}

/**
 * What `sealBlob` sealed under the same key and context; the caller owns the bytes and wipes them when done.
 * Throws KEYS_NO_KEY once the key is erased, VAULT_ALTERED if the blob was changed, moved or sealed for another place.
 */
export function openBlob(keys: KeyLender, key: string, context: string, blob: Buffer): Promise<Buffer> {
  return keys.use(key, (owner) => {
    const aad = contextBytes(context);
    try {
      const plain = open(blob, aad, blobKey(owner, aad.subarray(1)));
      const copy = Buffer.from(plain);
      plain.fill(0);
      return copy;
    } finally {
      wipeDerived();
    }
  });
}

/** With the first byte free, which `suite` fills. */
const contextBytes = (context: string): Buffer => Buffer.from(`\0${context}`);
