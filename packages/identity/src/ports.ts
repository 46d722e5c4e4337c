/** What identity needs of the key store, the subjects and the recipients: exactly this much, so that it can be given less. */
import type { KeyLender } from '@kept/vault';

/** Keyed hashes, and who holds which contact, over all regions. `@kept/keys` is one. */
export interface Claims {
  /** 32 bytes of keyed hash; hashes of different kinds cannot be compared. */
  blind(kind: string, value: string): Buffer;
  /** True if `owner` holds it now, first come first served over all regions. */
  claim(kind: string, blind: Buffer, owner: string, region: string): Promise<boolean>;
  release(kind: string, blind: Buffer, owner: string): Promise<unknown>;
  releaseAll(owner: string): Promise<unknown>;
  locate(kind: string, blind: Buffer): Promise<{ readonly owner: string; readonly region: string } | null>;
}

/** The data keys of one region. A region of `@kept/keys` is one. */
export interface RegionKeys extends KeyLender {
  /** Makes the keys that do not exist yet; durable when it resolves. */
  put(ids: string[]): Promise<unknown>;
  /** The key if it is in the cache; of use in this turn of the event loop only. */
  cached(id: string): unknown;
  /** Brings keys into the cache. Throws `KEYS_NO_KEY` for one that was erased or never was. */
  load(ids: string[]): Promise<unknown>;
  /** Final when it resolves, in every process. */
  erase(ids: string[]): Promise<unknown>;
}

/** A person as the kernel knows them. `@kept/subjects` is one. */
export interface People {
  create(person: { id: string; ageBand: string; jurisdiction: string; region: string }): Promise<unknown>;
  activate(id: string): Promise<unknown>;
  /** The rule for the young that keeps somebody from having an account; undefined where none does. */
  accountBar(id: string): Promise<{ readonly clause: string } | undefined>;
  /** Harmless if there is nobody of this id. */
  erase(id: string): Promise<unknown>;
}

export const isNoKey = (error: unknown): boolean => {
  const { code } = (error ?? {}) as { code?: unknown };
  return code === 'KEYS_NO_KEY' || code === 'VAULT_KEY_ERASED';
};
