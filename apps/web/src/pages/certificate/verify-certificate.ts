import type { Certificate } from '@kept/api';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** One text for one value (RFC 8785): keys sorted, no white space, members that are `undefined` left out. */
export function canonical(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const members = Object.entries(value as { readonly [key: string]: Json | undefined })
    .filter((member): member is [string, Json] => member[1] !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${members.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const bytesOf = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** The raw Ed25519 key in a C2SP verifier key, `<name>+<id>+<base64 of 0x01 and the key>`; null for any other. */
function rawKey(publicKey: string): Uint8Array<ArrayBuffer> | null {
  const encoded = publicKey.slice(publicKey.lastIndexOf('+', publicKey.indexOf('+') + 9) + 1);
  const typed = Uint8Array.from(atob(encoded), (char) => char.charCodeAt(0));
  return typed.length === 33 && typed[0] === 1 ? typed.slice(1) : null;
}

/** `unsupported`: this browser has no Ed25519. */
export type CertificateCheck = 'valid' | 'hash' | 'signature' | 'unsupported';

/**
 * Checks a certificate here, in the browser: that its hash is of what it says, and that the key it names signed the hash
 * (Ed25519 over its 32 bytes). Never throws.
 */
export async function verifyCertificate(certificate: Certificate): Promise<CertificateCheck> {
  const { hash, signature, ...content } = certificate;
  const text = new TextEncoder().encode(canonical(content as unknown as Json));
  const computed = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  if (hexOf(computed) !== hash) return 'hash';
  try {
    const raw = rawKey(certificate.ledger.publicKey);
    if (raw === null) return 'signature';
    const key = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
    return (await crypto.subtle.verify('Ed25519', key, bytesOf(signature), computed)) ? 'valid' : 'signature';
  } catch {
    return 'unsupported';
  }
}
