/** How often something may happen, whoever asks and from wherever: slots, each taken by one writer for a while. */
import type { Clock, Duration } from '@kept/base';
import type { Pool } from '@kept/db';
import type { Claims } from './ports.ts';

export interface Limits {
  /** Takes a slot; undefined if all `max` are busy. */
  take(what: string, whose: string, max: number, time: Duration): Promise<Slot | undefined>;
  /** As if it had not been taken. */
  giveBack(slot: Slot): Promise<void>;
  sweep(): Promise<void>;
}

export interface Slot {
  readonly about: Buffer;
  readonly slot: number;
}

export function openLimits({ pool, claims, clock }: { pool: Pool; claims: Claims; clock: Clock }): Limits {
  return {
    async take(what, whose, max, time) {
      const about = claims.blind('identity-limit', `${what}\0${whose}`);
      const now = new Date(clock.now());
      for (let slot = 0; slot < max; slot++) {
        const { rowCount } = await pool.query(
          `insert into identity_slot (about, slot, busy_until) values ($1, $2, $3)
           on conflict (about, slot) do update set busy_until = excluded.busy_until
           where identity_slot.busy_until <= $4`,
          [about, slot, new Date(now.getTime() + time), now],
        );
        if (rowCount === 1) return { about, slot };
      }
      return undefined;
    },
    async giveBack({ about, slot }) {
      await pool.query('delete from identity_slot where about = $1 and slot = $2', [about, slot]);
    },
    async sweep() {
      await pool.query('delete from identity_slot where busy_until <= $1', [new Date(clock.now())]);
    },
  };
}
