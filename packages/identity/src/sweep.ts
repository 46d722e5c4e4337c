/** What runs once in a while: expired rows go, and with them the keys of days that are over. */
import { Days } from '@kept/base';
import type { Desk } from './desk.ts';

/** Rows of nobody live ten minutes at most; of a day that ended a day ago, nothing lives. */
const OVER = Days(2);
/** Days looked back on: as many as a stopped process may have missed. */
const BACK = 30;
/** Longer than any window of the library's limiter. */
const RATE_LIFE = Days(1);

export async function sweep(desk: Desk, today: () => Promise<string>): Promise<void> {
  const { pool, clock, keys, claims, people, registrations, codes, limits } = desk;
  const now = new Date(clock.now());
  for (const id of await registrations.sweep()) {
    // Also the claim of somebody whose confirmation died between the claim and the account.
    await claims.releaseAll(id);
    await people.erase(id);
  }
  await codes.sweep();
  await limits.sweep();
  await pool.query('delete from auth_verification where expires_at < $1', [now]);
  await pool.query('delete from auth_session where expires_at < $1', [now]);
  await pool.query('delete from auth_rate_limit where last_request < $1', [clock.now() - RATE_LIFE]);
  await today();
  await keys.erase(Array.from({ length: BACK }, (_, i) => dayBefore(clock.now() - OVER, i)));
}

const dayBefore = (from: number, days: number): string =>
  `day:${new Date(from - Days(days)).toISOString().slice(0, 10)}`;
