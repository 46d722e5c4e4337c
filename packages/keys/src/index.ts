/**
 * The keys of everything that is sealed, and what outlives an erasure.
 *
 * - **Key store**: the PostgreSQL instance that holds sealed keys, claims and the suppression list; apart from all data.
 * - **Data key**: 32 bytes for one id, a person's, an organisation's, a purpose group's, a retention bucket's, a day's.
 * - **Key tree**: seals the data keys of one region; **root**: the one key that opens it. To erase is to replace the root.
 * - **Keyring**: where roots are kept, outside every database and backup; behind a **KeyProvider**.
 * - **Blind index**: a keyed hash, by which an identifier is found without being stored; **claim**: who holds it.
 * - **Suppression list**: keyed hashes of erased owners and identifiers, so that a restored backup erases them again.
 */
export { abandonRegion } from './abandon.ts';
export type { Claims, Holder } from './claims.ts';
export {
  BadName,
  NodeAltered,
  NoKey,
  RingExposed,
  RingForeign,
  RootLost,
  RootMismatch,
  StoreDown,
  Superseded,
} from './errors.ts';
export { fileKeyring, type KeyringOptions } from './keyring.ts';
export { type Keys, keysMigrations, openKeys } from './keys.ts';
export type { CacheOptions, KeysOptions, RootPlace } from './options.ts';
export { groupKey, recordKey } from './record-key.ts';
export type { RegionKeys } from './region.ts';
export type { KeyProvider, Root, RootStore, Sealer, SuppressionCopy } from './roots.ts';
export { keySealer } from './sealer.ts';
export { KEY_BYTES, type Key, Secrets } from './secrets.ts';
