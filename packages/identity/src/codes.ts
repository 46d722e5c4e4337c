/** One-time codes: six digits, five minutes, three tries, one use, one live code for one matter. */
import { type Clock, Minutes, type Random } from '@kept/base';
import type { Pool } from '@kept/db';
import type { CodeUse } from '@kept/recipients';
import type { Claims } from './ports.ts';

/** Digits of a code. */
export const CODE_LENGTH = 6;
/** How long a code works. */
export const CODE_LIFE = Minutes(5);
/** Tries that a code has, right or wrong. */
export const CODE_TRIES = 3;

export interface Codes {
  /** A new code for this use and matter; the earlier one stops working. */
  issue(use: CodeUse, matter: string): Promise<string>;
  /** True once for the right code. Every call costs a try, whatever it brings; of many at once three count. */
  accept(use: CodeUse, matter: string, code: string): Promise<boolean>;
  /** Forgets what has expired. */
  sweep(): Promise<void>;
}

export interface CodesOptions {
  readonly pool: Pool;
  readonly claims: Claims;
  readonly clock: Clock;
  readonly random: Random;
}

export function openCodes({ pool, claims, clock, random }: CodesOptions): Codes {
  const about = (use: CodeUse, matter: string) => claims.blind('identity-code-about', `${use}\0${matter}`);
  // The matter is part of it: equal codes of two people do not look alike on disk.
  const blind = (use: CodeUse, matter: string, code: string) =>
    claims.blind('identity-code', `${use}\0${matter}\0${code}`);

  return {
    async issue(use, matter) {
      const code = digits(random);
      await pool.query(
        `insert into identity_code (about, code_blind, tries, used_at, expires_at) values ($1, $2, 0, null, $3)
         on conflict (about) do update
         set code_blind = excluded.code_blind, tries = 0, used_at = null, expires_at = excluded.expires_at`,
        [about(use, matter), blind(use, matter, code), new Date(clock.now() + CODE_LIFE)],
      );
      return code;
    },
    async accept(use, matter, code) {
      // One statement: who comes second waits for the row, and sees the try and the use of who came first.
      const { rows } = await pool.query<{ correct: boolean }>(
        `update identity_code
         set tries = tries + 1, used_at = case when code_blind = $2 then $3::timestamptz end
         where about = $1 and tries < $4 and used_at is null and expires_at > $3
         returning code_blind = $2 as correct`,
        [about(use, matter), blind(use, matter, code.trim()), new Date(clock.now()), CODE_TRIES],
      );
      return rows[0]?.correct === true;
    },
    async sweep() {
      await pool.query('delete from identity_code where expires_at <= $1', [new Date(clock.now())]);
    },
  };
}

/** Unbiased: draws again beyond the last whole million below 2^32. */
function digits(random: Random): string {
  const space = 10 ** CODE_LENGTH;
  const limit = Math.floor(2 ** 32 / space) * space;
  for (;;) {
    const drawn = new DataView(random.fill(new Uint8Array(4)).buffer).getUint32(0);
    if (drawn < limit) return String(drawn % space).padStart(CODE_LENGTH, '0');
  }
}
