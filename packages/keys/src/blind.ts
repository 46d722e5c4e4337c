/** Keyed hashes of what may not be stored: one key for all, kept with the roots; one domain for each use. */
import sodium from 'sodium-native';
import { BadName } from './errors.ts';
import type { Key } from './secrets.ts';

export const HASH_BYTES = 32;
const BLIND_DOMAIN = Buffer.from('kept/blind/v1\0');
const SUPPRESSION_DOMAIN = Buffer.from('kept/suppression/v1\0');
const PROOF_DOMAIN = Buffer.from('kept/keyring-proof/v1\0');
const KIND = /^[a-z][a-z0-9-]{0,31}$/;

export interface Hashes {
  /** Equal for equal values of one kind, and for nothing else. */
  blind(kind: string, value: string): Buffer;
  ownerBlind(region: string, owner: string): Buffer;
  /** What the suppression list holds for a blind: of its own domain, so that it does not lead to old claims. */
  suppression(blind: Uint8Array): Buffer;
  /** What a key store keeps to know its keyring by. */
  proof(): Buffer;
}

/** BLAKE2b-256 keyed with `key`, which is used, not copied. */
export function hashesUnder(key: Key): Hashes {
  const kinds = new Map<string, Buffer>();
  const hash = (...parts: Uint8Array[]): Buffer => {
    const out = Buffer.alloc(HASH_BYTES);
    sodium.crypto_generichash_batch(out, parts, key);
    return out;
  };
  const prefix = (kind: string): Buffer => {
    const known = kinds.get(kind);
    if (known) return known;
    if (!KIND.test(kind)) throw new BadName('a kind of identifier', KIND);
    const made = Buffer.concat([BLIND_DOMAIN, Buffer.from(`${kind}\0`)]);
    kinds.set(kind, made);
    return made;
  };
  const blind = (kind: string, value: string) => hash(prefix(kind), Buffer.from(value));
  return {
    blind,
    ownerBlind: (region, owner) => blind('owner', `${region}/${owner}`),
    suppression: (of) => hash(SUPPRESSION_DOMAIN, of),
    proof: () => hash(PROOF_DOMAIN),
  };
}
