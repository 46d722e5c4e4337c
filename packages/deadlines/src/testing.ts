/** A slow second opinion: walks the time in quarters of an hour and asks the platform's own calendar what day it is. */
import type { Instant } from '@kept/base';
import type { Period } from '@kept/policy';
import type { Pause } from './due.ts';

const QUARTER = 900_000;

export interface OracleOptions {
  readonly zone: string;
  readonly pauses?: readonly Pause[];
  /** By ISO date; every day counts unless said. */
  readonly worked?: (date: string) => boolean;
}

interface Day {
  readonly date: string;
  readonly begins: Instant;
  readonly ends: Instant;
}

/** The days after the one that holds `from`, one by one. */
function* daysAfter(from: Instant, zone: string): Generator<Day> {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  let at = Math.floor(from / QUARTER) * QUARTER;
  const first = format.format(at);
  let date = first;
  let begins = at;
  for (;;) {
    at += QUARTER;
    const now = format.format(at);
    if (now === date) continue;
    if (date !== first) yield { date, begins, ends: at - 1 };
    [date, begins] = [now, at];
  }
}

/** The end of a period of days, working days or months, day by day. */
export function slowDue(from: Instant, { count, unit }: Period, options: OracleOptions): Instant {
  const { zone, pauses = [], worked = () => true } = options;
  const stands = ({ begins, ends }: Day): boolean => pauses.some((each) => each.from <= begins && each.to >= ends);
  const began = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(from);
  const [year, month, dayOfMonth] = began.split('-').map(Number) as [number, number, number];
  const target = year * 12 + (month - 1) + count;
  let [left, paused, reached] = [count, 0, false];
  let last: Day | null = null;
  for (const day of daysAfter(from, zone)) {
    const [y, m, d] = day.date.split('-').map(Number) as [number, number, number];
    if (unit === 'month' && !reached) {
      const at = y * 12 + (m - 1);
      if (at > target) {
        // The month had no such day: its last one it was.
        reached = true;
        if (paused === 0) return last!.ends;
      } else {
        if (stands(day)) paused++;
        reached = at === target && d === dayOfMonth;
        if (reached && paused === 0) return day.ends;
        last = day;
        continue;
      }
    }
    if (unit === 'month') {
      if (!stands(day)) paused--;
      if (paused === 0) return day.ends;
    } else if (!stands(day) && (unit === 'day' || worked(day.date)) && --left === 0) {
      return day.ends;
    }
  }
  throw new Error('time has an end');
}
