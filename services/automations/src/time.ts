/** Times of day by the clock of a place, and the sun above it. */
import { getTimes } from 'suncalc';
import { Temporal } from 'temporal-polyfill';
import type { AutomationConfig } from './api/config.ts';

type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';
export const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
export type Place = NonNullable<AutomationConfig['place']>;
export type SunEvent = 'sunrise' | 'sunset';

const zoned = (at: number, zone: string) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

/**
 * The first moment after `after` at which clocks there show this time. One that is skipped in spring comes an hour
 * later, one that comes twice in autumn counts once.
 */
export function nextTime(at: string, zone: string, after: number, weekdays?: readonly Weekday[]): number {
  const time = Temporal.PlainTime.from(at);
  let day = zoned(after, zone).toPlainDate();
  for (;;) {
    const moment = day.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
    if (moment > after && (!weekdays || weekdays.includes(WEEKDAYS[day.dayOfWeek - 1]!))) return moment;
    day = day.add({ days: 1 });
  }
}

const SECONDS = (text: string): number => {
  const [hours = 0, minutes = 0, seconds = 0] = text.split(':').map(Number);
  return hours * 3_600 + minutes * 60 + seconds;
};

/** What a clock there shows. */
export function clockAt(at: number, zone: string): { readonly seconds: number; readonly weekday: Weekday } {
  const { hour, minute, second, dayOfWeek } = zoned(at, zone);
  return { seconds: hour * 3_600 + minute * 60 + second, weekday: WEEKDAYS[dayOfWeek - 1]! };
}

export interface Window {
  readonly after?: string | undefined;
  readonly before?: string | undefined;
  readonly weekday?: readonly Weekday[] | undefined;
}

/** From `after` on, until `before` without it; over midnight where they stand so. */
export function inWindow({ after, before, weekday }: Window, at: number, zone: string): boolean {
  const now = clockAt(at, zone);
  if (weekday && !weekday.includes(now.weekday)) return false;
  const [from, to] = [after === undefined ? 0 : SECONDS(after), before === undefined ? 86_400 : SECONDS(before)];
  return from < to ? now.seconds >= from && now.seconds < to : now.seconds >= from || now.seconds < to;
}

const HORIZON_DAYS = 370;

/** The first after `after`; null where the sun does neither within a year. */
export function nextSun(event: SunEvent, { latitude, longitude }: Place, after: number, offset = 0): number | null {
  for (let day = -1; day <= HORIZON_DAYS; day++) {
    const moment = sunAt(event, { latitude, longitude }, after - offset * 1_000 + day * 86_400_000);
    if (moment !== null && moment + offset * 1_000 > after) return moment + offset * 1_000;
  }
  return null;
}

/** Of the day by the sun's own clock in which a moment lies; null where there is none on that day. To the second. */
export function sunAt(event: SunEvent, { latitude, longitude }: Place, at: number): number | null {
  const moment = getTimes(new Date(at), latitude, longitude)[event]?.getTime() ?? Number.NaN;
  return Number.isFinite(moment) ? Math.round(moment / 1_000) * 1_000 : null;
}

/** The same of the day by the clocks of a zone. */
export function sunOfDay(event: SunEvent, place: Place, at: number, zone: string): number | null {
  const noon = zoned(at, zone).toPlainDate().toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).epochMilliseconds;
  return sunAt(event, place, noon);
}
