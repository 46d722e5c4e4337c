/** What to do while something we depend on is away: wait, longer each time, for as long as it takes. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Duration, Millis, Minutes, Unavailable } from '@kept/base';

/** PostgreSQL: connection lost, shutting down, starting up, too many clients, read only after a fail-over. */
const AWAY = /^(08|57P0[123]|53300|25006)/;
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
/** What `pg` throws without a code when a connection breaks or cannot be had. */
const BROKEN =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/** Whether the same call may succeed later. */
export function passes(error: unknown): boolean {
  if (error instanceof Unavailable) return true;
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') return UNREACHABLE.has(code) || (/^[0-9A-Z]{5}$/.test(code) && AWAY.test(code));
  return BROKEN.test(error.message);
}

const FIRST = Millis(100);
const LONGEST = Minutes(1);

/** Pauses of 0.1 s, 0.2 s, … up to a minute, each with a little chance in it, so that a crowd does not come back as one. */
export function patience(): () => Promise<void> {
  let next: number = FIRST;
  return async () => {
    const pause = (next * (0.75 + Math.random() / 2)) as Duration;
    next = Math.min(next * 2, LONGEST);
    await sleep(pause, undefined, { ref: false });
  };
}
