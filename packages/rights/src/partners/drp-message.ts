/** Messages of the Data Rights Protocol: base64 of an Ed25519 signature and the JSON behind it, as libsodium combines them. */
import { type KeyObject, verify } from 'node:crypto';
import type { Instant } from '@kept/base';
import type { DrpAgent } from '@kept/recipients';
import { z } from 'zod';

const SIGNATURE = 64;
const BASE64 = /^[A-Za-z0-9+/\s]+={0,2}\s*$/;
/** A message that is good for longer than this is not taken: it could be used again for as long (3.07 asks for minutes). */
const VALID_FOR_MS = 3_600_000;

export interface Opened {
  readonly signature: Buffer;
  readonly value: unknown;
}

/** Null unless the key signed it and it is JSON. Nothing of it is read before. */
export function openMessage(body: string, key: KeyObject): Opened | null {
  if (!BASE64.test(body)) return null;
  const bytes = Buffer.from(body, 'base64');
  if (bytes.length <= SIGNATURE) return null;
  const [signature, message] = [bytes.subarray(0, SIGNATURE), bytes.subarray(SIGNATURE)];
  if (!verify(null, message, key, signature)) return null;
  try {
    return { signature, value: JSON.parse(message.toString('utf8')) as unknown };
  } catch {
    return null;
  }
}

const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const envelope = {
  'agent-id': z.string().max(64),
  'business-id': z.string().max(64),
  'issued-at': instant,
  'expires-at': instant,
  'drp.version': z.string().max(8),
};
export const KeySetup = z.object(envelope);
export const Exercise = z.object({
  ...envelope,
  'agent-request-id': z.string().min(1).max(100).optional(),
  exercise: z.enum(['access', 'access:categories', 'access:specific', 'deletion', 'sale:opt-out', 'sale:opt-in']),
  regime: z.string().max(20).optional(),
  status_callback: z
    .url({ protocol: /^https$/ })
    .max(500)
    .optional(),
  email: z.email().max(254).optional(),
  phone_number: z
    .string()
    .regex(/^\+[0-9]{6,15}$/)
    .optional(),
  address: z.object({ country: z.string().max(60).optional() }).optional(),
});
export const Revocation = z.object({ reason: z.string().max(2_000).optional() });

type Envelope = z.output<typeof KeySetup>;

/** What is wrong with an envelope whose signature holds, in the order of section 3.07; null where nothing is. */
export function faultOf(said: Envelope, agent: DrpAgent, business: string, now: Instant): string | null {
  if (said['agent-id'] !== agent.id) return 'the message is another agent’s';
  if (said['business-id'] !== business) return 'the message is for another business';
  if (said['issued-at'] > now) return 'the message is from the future';
  if (said['expires-at'] <= now) return 'the message has expired';
  if (said['expires-at'] - said['issued-at'] > VALID_FOR_MS) return 'the message is valid for more than an hour';
  if (said['drp.version'] !== '1.0') return 'this speaks version 1.0 of the protocol';
  return null;
}
