/** When one period ends. */
import { type Instant, Misuse } from '@kept/base';
import type { Period } from '@kept/policy';
import { Temporal } from 'temporal-polyfill';
import { dayKind } from './calendar.ts';
import type { Place } from './place.ts';

/** A time in which the clock stood still: proof of identity was waited for, where the law lets that count. */
export interface Pause {
  readonly from: Instant;
  readonly to: Instant;
}

/** How days are counted: where, which of them not, and what becomes of an end on a day off. */
export interface Counting extends Place {
  /** Whole days inside are not counted; hours go on. */
  readonly pauses?: readonly Pause[];
  /** A period that ends on a day off ends with the next day that is worked (Regulation 1182/71, Art. 3(4)). */
  readonly rolls?: boolean;
}

/** The end of a period: its last moment, the day it falls on, whether every day on the way is known. */
export interface Due {
  readonly at: Instant;
  readonly zone: string;
  /** False: a day that nobody has decreed yet was taken as worked, so that this is the earliest it can be. */
  readonly certain: boolean;
}

/** More than any law or policy gives; a loop ends there. */
const LONGEST = { hour: 100_000, day: 40_000, 'working-day': 10_000, month: 1_200, year: 100 } as const;

/** A period that is negative, not whole, or beyond a century. */
export class NotAPeriod extends Misuse {
  constructor() {
    super('DEADLINES_NOT_A_PERIOD', 'a period is a whole number from 0 to a century');
  }
}

/**
 * The last moment of a period that began at `from`. Days, working days, months and years end with the day, by the clock
 * of the place; the day on which the period began does not count (Regulation 1182/71, Art. 3). A month that is too short
 * ends the period with its last day. Hours, and a count of 0, are exact. Throws DEADLINES_NOT_A_PERIOD.
 */
export function dueAfter(from: Instant, { count, unit }: Period, where: Counting): Due {
  if (!Number.isInteger(count) || count < 0 || count > LONGEST[unit]) throw new NotAPeriod();
  const { zone } = where;
  if (count === 0) return { at: from, zone, certain: true };
  if (unit === 'hour') return { at: from + count * 3_600_000, zone, certain: true };
  const began = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).toPlainDate();
  const walk = new Walk(began, where);
  if (unit === 'working-day') walk.workingDays(count);
  else if (unit === 'day') walk.days(count);
  else walk.to(began.add(unit === 'month' ? { months: count } : { years: count }));
  if (where.rolls) walk.roll();
  return { at: endOf(walk.day, zone), zone, certain: walk.certain };
}

export const endOf = (day: Temporal.PlainDate, zone: string): Instant =>
  day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - 1;

class Walk {
  day: Temporal.PlainDate;
  certain = true;
  readonly #where: Counting;

  constructor(day: Temporal.PlainDate, where: Counting) {
    this.day = day;
    this.#where = where;
  }

  days(count: number): void {
    for (let left = count; left > 0; ) {
      this.day = this.day.add({ days: 1 });
      if (!this.#paused()) left--;
    }
  }

  workingDays(count: number): void {
    for (let left = count; left > 0; ) {
      this.day = this.day.add({ days: 1 });
      const kind = dayKind(this.#where.calendar, this.day);
      if (kind === 'off' || this.#paused()) continue;
      if (kind === 'may-be-worked') this.certain = false;
      left--;
    }
  }

  /** Each day on the way on which the clock stood still makes it a day longer. */
  to(end: Temporal.PlainDate): void {
    let paused = 0;
    while (Temporal.PlainDate.compare(this.day, end) < 0) {
      this.day = this.day.add({ days: 1 });
      if (this.#paused()) paused++;
    }
    this.days(paused);
  }

  roll(): void {
    const kind = (): string => dayKind(this.#where.calendar, this.day);
    while (kind() === 'off') this.day = this.day.add({ days: 1 });
    if (kind() === 'may-be-worked') this.certain = false;
  }

  #paused(): boolean {
    const { pauses, zone } = this.#where;
    if (!pauses || pauses.length === 0) return false;
    const begins = this.day.toZonedDateTime(zone).epochMilliseconds;
    const ends = endOf(this.day, zone);
    return pauses.some(({ from, to }) => from <= begins && to >= ends);
  }
}
