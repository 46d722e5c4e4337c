/**
 * Signatures over bodies as OpenDSR has them: base64 over the body as it was sent, by the key of a certificate (RSA or
 * ECDSA with SHA-256, Ed25519 as it is).
 */
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify, X509Certificate } from 'node:crypto';
import type { Instant } from '@kept/base';
import { BadSetting } from './errors.ts';

/** What Kept signs with where it speaks for itself. */
export interface OwnSeal {
  /** For which the certificate is issued. */
  readonly domain: string;
  /** PEM, as it is handed to whoever checks. */
  readonly certificate: string;
  sign(body: string): string;
}

/** Somebody else's key, as it was declared; never one that a caller brings along. */
export interface KnownKey {
  readonly domain: string;
  isSigned(body: string, signature: string, now: Instant): boolean;
}

const digestOf = ({ asymmetricKeyType }: KeyObject): string | null =>
  asymmetricKeyType === 'ed25519' ? null : 'sha256';

/** Throws RECIPIENTS_SETTING where the key does not belong to the certificate, or the certificate not to the domain. */
export function ownSeal(domain: string, keyPem: string, certificatePem: string): OwnSeal {
  const key = parsed('own.key', () => createPrivateKey(keyPem));
  const certificate = parsed('own.certificate', () => new X509Certificate(certificatePem));
  if (!certificate.checkPrivateKey(key)) throw new BadSetting('own.key', 'it is not the key of the certificate');
  if (!certificate.checkHost(domain)) throw new BadSetting('own.certificate', 'it is not issued for the domain');
  return {
    ...{ domain, certificate: certificatePem },
    sign: (body) => sign(digestOf(key), Buffer.from(body), key).toString('base64'),
  };
}

/** A certificate that is issued for the domain and holds at the time of the signature; or a bare public key. */
export function knownKey(domain: string, pem: string): KnownKey {
  const key = parsed('certificate', () => createPublicKey(pem));
  const certificate = pem.includes('BEGIN CERTIFICATE') ? new X509Certificate(pem) : null;
  if (certificate && !certificate.checkHost(domain))
    throw new BadSetting('certificate', 'it is not issued for the domain');
  return {
    domain,
    isSigned(body, signature, now) {
      if (certificate && (now < Date.parse(certificate.validFrom) || now > Date.parse(certificate.validTo)))
        return false;
      if (!/^[A-Za-z0-9+/]{20,2000}={0,2}$/.test(signature)) return false;
      return verify(digestOf(key), Buffer.from(body), key, Buffer.from(signature, 'base64'));
    },
  };
}

function parsed<T>(setting: string, read: () => T): T {
  try {
    return read();
  } catch {
    // The library's own words may quote the file.
    throw new BadSetting(setting, 'it is not a PEM file of the right kind');
  }
}
