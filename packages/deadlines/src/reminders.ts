/** When those who work on a request are reminded, and when somebody above them is: before a deadline, never after it. */
import type { Instant } from '@kept/base';
import { Temporal } from 'temporal-polyfill';
import { dayKind } from './calendar.ts';
import type { Place } from './place.ts';

/** A moment before a deadline: to whoever works on it, or to somebody above. */
export interface Reminder {
  readonly at: Instant;
  readonly kind: 'remind' | 'escalate';
}

/** Days before the deadline, at nine in the morning. */
const PLAN = [
  { days: 7, kind: 'remind' },
  { days: 3, kind: 'remind' },
  { days: 2, kind: 'escalate' },
  { days: 1, kind: 'escalate' },
] as const;
const MORNING = 9;
/** The longest row of days off that a reminder is moved over (a Chinese Spring Festival with its weekends). */
const MOVED_MOST = 12;

/**
 * The reminders of what began at `from` and is due at `due`, the earliest first. Each lies in `[from, due)`, on a working
 * day where there is one before. What is due too soon for the plan has both kinds still: half-way, and at three quarters.
 */
export function remindersOf(from: Instant, due: Instant, place: Place): readonly Reminder[] {
  if (due - from < 4) return [];
  const planned = PLAN.map(({ days, kind }) => ({ at: morningBefore(due, days, place), kind })).filter(
    ({ at }) => at > from && at < due,
  );
  const has = (kind: Reminder['kind']): boolean => planned.some((each) => each.kind === kind);
  const part = (of: number): Instant => from + Math.floor((due - from) * of);
  return [
    ...planned,
    ...(has('remind') ? [] : [{ at: part(0.5), kind: 'remind' as const }]),
    ...(has('escalate') ? [] : [{ at: part(0.75), kind: 'escalate' as const }]),
  ].toSorted((a, b) => a.at - b.at);
}

function morningBefore(due: Instant, days: number, { zone, calendar }: Place): Instant {
  const last = Temporal.Instant.fromEpochMilliseconds(due).toZonedDateTimeISO(zone).toPlainDate();
  let day = last.subtract({ days });
  for (let moved = 0; moved < MOVED_MOST && dayKind(calendar, day) === 'off'; moved++) day = day.subtract({ days: 1 });
  return day.toZonedDateTime({ timeZone: zone, plainTime: new Temporal.PlainTime(MORNING) }).epochMilliseconds;
}
