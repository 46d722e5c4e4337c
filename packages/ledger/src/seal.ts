/** Seals of rows: what the database keeps beside the leaves, covered by a key that the database does not have. */
import { createHmac, createSecretKey, hash, type KeyObject, timingSafeEqual } from 'node:crypto';
import { encodeTags } from './rows.ts';
import type { Signer } from './signer.ts';
import type { Bundle } from './store.ts';

/**
 * The key of the seals of a log. Derived from a signature of the log's key, which only the holder of that key can
 * make; the signed text is not that of a note, so nobody is ever shown this signature.
 */
export async function sealKey(origin: string, signer: Signer): Promise<KeyObject> {
  const secret = await signer.sign(Buffer.from(`kept ledger: key of row seals, version 1\n${origin}`));
  return createSecretKey(Buffer.from(hash('sha256', secret, 'hex'), 'hex'));
}

/** HMAC-SHA-256 over place and tags of a bundle, 32 bytes. */
export function seal(key: KeyObject, { first, count, tags }: Pick<Bundle, 'first' | 'count' | 'tags'>): Buffer {
  const place = Buffer.allocUnsafe(12);
  place.writeBigUInt64BE(BigInt(first), 0);
  place.writeUInt32BE(count, 8);
  const mac = createHmac('sha256', key).update(place);
  return (tags ? mac.update(encodeTags(tags)) : mac).digest();
}

export const isSealed = (key: KeyObject, bundle: Bundle): boolean =>
  bundle.seal.length === 32 && timingSafeEqual(bundle.seal, seal(key, bundle));
