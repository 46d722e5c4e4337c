import { createHash } from 'node:crypto';
import { type Random, systemRandom } from './random.ts';
import { type Clock, type Instant, systemClock } from './time.ts';

const HEX = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'));
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * A UUID version 7 (RFC 9562, 5.7): 48 bits of time, 74 random bits. Sorts by the millisecond it was made in.
 * Opaque to everyone else: it says when a record was made, never of whom.
 */
export function uuidv7(clock: Clock = systemClock, random: Random = systemRandom): string {
  const bytes = random.fill(new Uint8Array(16));
  const now = clock.now();
  const high = Math.floor(now / 2 ** 16);
  bytes[0] = high >>> 24;
  bytes[1] = high >>> 16;
  bytes[2] = high >>> 8;
  bytes[3] = high;
  bytes[4] = now >>> 8;
  bytes[5] = now;
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  let out = '';
  for (let i = 0; i < 16; i++) {
    if (i === 4 || i === 6 || i === 8 || i === 10) out += '-';
    out += HEX[bytes[i]!]!;
  }
  return out;
}

/** Sorts before every id that `uuidv7` makes at this moment or later. */
export const firstIdAt = (moment: Instant): string =>
  uuidv7({ now: () => moment - 1 }, { fill: (bytes) => bytes.fill(255) });

/** The same for the same text (RFC 9562, version 8, of its SHA-256): who does a thing again finds it done. */
export function uuidOf(text: string): string {
  const digits = createHash('sha256').update(text).digest('hex');
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
}

/** Whether `value` is a UUID in lower-case hyphened form, as `uuidv7` writes it. */
export const isUuid = (value: string): boolean => UUID.test(value);
