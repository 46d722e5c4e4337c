/** How often something may happen, whoever asks and from wherever: slots, each taken by one writer for a while. */
import type { Clock, Duration, Instant } from '@kept/base';
import type { Pool } from '@kept/db';
import type { Claims } from './ports.ts';

export interface Limits {
  /** Takes a slot; undefined if all `max` are busy. */
  take(what: string, whose: string, max: number, time: Duration): Promise<Slot | undefined>;
  /** When the next of its slots is free; undefined where nobody has taken one. */
  freeAt(what: string, whose: string): Promise<Instant | undefined>;
  /** As if it had not been taken. */
  giveBack(slot: Slot): Promise<void>;
  sweep(): Promise<void>;
}

export interface Slot {
  readonly about: Buffer;
  readonly slot: number;
}

/** The first free slot, taken. Two who see the same one free: one of them gets it, the other looks again. */
const TAKE = `
  with free as (
    select s as slot from generate_series(0, $2::integer - 1) s
    where not exists (select from identity_slot t where t.about = $1 and t.slot = s and t.busy_until > $4)
    order by s limit 1),
  taken as (
    insert into identity_slot as t (about, slot, busy_until) select $1, slot, $3 from free
    on conflict (about, slot) do update set busy_until = excluded.busy_until where t.busy_until <= $4
    returning slot)
  select free.slot, taken.slot is not null as mine from free left join taken on true`;

export function openLimits({ pool, claims, clock }: { pool: Pool; claims: Claims; clock: Clock }): Limits {
  const aboutOf = (what: string, whose: string): Buffer => claims.blind('identity-limit', `${what}\0${whose}`);
  return {
    async take(what, whose, max, time) {
      const about = aboutOf(what, whose);
      for (;;) {
        const now = clock.now();
        const until = new Date(now + time);
        const { rows } = await pool.query<{ slot: number; mine: boolean }>(TAKE, [about, max, until, new Date(now)]);
        const [row] = rows;
        if (!row) return undefined;
        if (row.mine) return { about, slot: row.slot };
      }
    },
    async freeAt(what, whose) {
      const { rows } = await pool.query<{ at: Date | null }>(
        'select min(busy_until) as at from identity_slot where about = $1 and busy_until > $2',
        [aboutOf(what, whose), new Date(clock.now())],
      );
      return rows[0]?.at?.getTime();
    },
    async giveBack({ about, slot }) {
      await pool.query('delete from identity_slot where about = $1 and slot = $2', [about, slot]);
    },
    async sweep() {
      await pool.query('delete from identity_slot where busy_until <= $1', [new Date(clock.now())]);
    },
  };
}
