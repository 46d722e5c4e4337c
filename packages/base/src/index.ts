/**
 * Words that every other package uses.
 *
 * - **Instant**, **Duration**: milliseconds, the one since 1970 (UTC), the other a length.
 * - **Clock**, **Random**: where time and unpredictability come from; injected.
 * - **KeptError**: coded, without personal values, one of four kinds.
 */
export { Batcher, type BatcherOptions } from './batch.ts';
export { canonicalJson, type Json } from './canonical.ts';
export { csvCell } from './csv.ts';
export { Bug, type ErrorDetails, type ErrorKind, KeptError, Misuse, Refused, Unavailable } from './errors.ts';
export { firstIdAt, isUuid, uuidOf, uuidv7 } from './ids.ts';
export { type Random, SeededRandom, systemRandom } from './random.ts';
export {
  type Clock,
  Days,
  type Duration,
  Hours,
  type Instant,
  ManualClock,
  Millis,
  Minutes,
  Seconds,
  systemClock,
} from './time.ts';
export { Turns } from './turns.ts';
