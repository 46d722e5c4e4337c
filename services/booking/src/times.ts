/** When a store can be visited: by its own clock, for the days to come. */
import { Temporal } from 'temporal-polyfill';
import type { Store } from './stores.ts';

/** Days ahead that can be booked. */
const DAYS_AHEAD = 14;
/** Nobody is surprised by somebody who booked a moment ago. */
const NOTICE_MS = 60 * 60_000;

export interface Time {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** `2026-11-28` and `10:00` by the clock of the store. */
  readonly day: string;
  readonly time: string;
}

export const minutesOf = ({ minutes }: Store): number => minutes * 60_000;

/** By the clock of the store. */
export function timeAt({ zone }: Pick<Store, 'zone'>, at: number): Time {
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const time = there.toPlainTime().toString({ smallestUnit: 'minute' });
  return { at, day: there.toPlainDate().toString(), time };
}

/** Times at which a visit may begin, whether or not they are taken; the soonest first. */
export function timesOf(store: Store, now: number): Time[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(store.zone).toPlainDate();
  const closes = Temporal.PlainTime.from(store.closes);
  const found: Time[] = [];
  for (let ahead = 0; ahead < DAYS_AHEAD; ahead++) {
    const day = today.add({ days: ahead });
    if (!store.days.includes(day.dayOfWeek)) continue;
    for (let n = 0; ; n++) {
      const begins = Temporal.PlainTime.from(store.opens).add({ minutes: n * store.minutes });
      const ends = begins.add({ minutes: store.minutes });
      // Past midnight the clock begins anew.
      if (Temporal.PlainTime.compare(ends, begins) <= 0 || Temporal.PlainTime.compare(ends, closes) > 0) break;
      const at = day.toZonedDateTime({ timeZone: store.zone, plainTime: begins }).epochMilliseconds;
      if (at >= now + NOTICE_MS) found.push(timeAt(store, at));
    }
  }
  return found;
}
