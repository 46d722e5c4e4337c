/** Codes of an authenticator app (RFC 6238: SHA-1, six digits, half a minute), one step early or late. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import type { Instant, Random } from '@kept/base';

const STEP_MS = 30_000;
const BYTES = 20;

export const newSecret = (random: Random): string =>
  base32.encode(random.fill(new Uint8Array(BYTES)), { padding: false });

/** What the app scans. */
export const uriOf = (secret: string, account: string): string =>
  createOTP(Buffer.from(base32.decode(secret))).url('Kept', account);

/** The half minute whose code this is; null for none near. */
export async function stepOf(secret: string, code: string, now: Instant): Promise<number | null> {
  const otp = createOTP(Buffer.from(base32.decode(secret)));
  const middle = Math.floor(now / STEP_MS);
  let found: number | null = null;
  for (const step of [middle - 1, middle, middle + 1]) if (same(await otp.hotp(step), code)) found = step;
  return found;
}

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
const same = (a: string, b: string): boolean => timingSafeEqual(hash(a), hash(b));
