/**
 * One-click unsubscribe (RFC 8058): a way out in the head of every mail that advertises, for whoever holds the mail.
 *
 * The token names a person and a purpose, and is sealed: it says nothing to anybody else, and can be made by nobody else.
 */
import { KeptError } from '@kept/base';
import type { Program } from '@kept/policy';
import { type KeyLender, openBlob, sealBlob } from '@kept/vault';
import { isWithin } from '@kept/vocab';

/** What a link stops, and for whom. */
export interface Unsubscription {
  readonly person: string;
  readonly purpose: string;
}

/** Keys of one region that can be made when first needed. */
export interface TokenKeys extends KeyLender {
  put(ids: string[]): Promise<unknown>;
}

/** Whether mail for this purpose is advertising, by the policy's own words. */
export const isMarketing = ({ manifest }: Program, purpose: string): boolean =>
  manifest.purposes[purpose]?.dpv.some((iri) => isWithin(iri, 'dpv:Marketing')) ?? false;

const KEY = 'unsubscribe';
const UUID_BYTES = 16;
const context = (region: string): string => `${region}/unsubscribe`;

/** Of 40 to 200 characters that an address takes as they are. Works as long as the region has its key. */
export async function unsubscribeToken(
  keys: TokenKeys,
  region: string,
  { person, purpose }: Unsubscription,
): Promise<string> {
  await keys.put([KEY]);
  const plain = Buffer.concat([Buffer.from(person.replaceAll('-', ''), 'hex'), Buffer.from(purpose)]);
  return (await sealBlob(keys, KEY, context(region), plain)).toString('base64url');
}

/** Null for a token that was not made in this region, or was changed. Throws KEYS_STORE_DOWN. */
export async function openUnsubscribeToken(
  keys: KeyLender,
  region: string,
  token: string,
): Promise<Unsubscription | null> {
  const plain = await openBlob(keys, KEY, context(region), Buffer.from(token, 'base64url')).catch((error: unknown) => {
    if (error instanceof KeptError && error.kind !== 'unavailable') return null;
    throw error;
  });
  if (plain === null || plain.length <= UUID_BYTES) return null;
  const hex = plain.subarray(0, UUID_BYTES).toString('hex');
  const person = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { person, purpose: plain.subarray(UUID_BYTES).toString() };
}
