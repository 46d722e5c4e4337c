import type { Deadline, Period } from '@kept/policy';

const CALENDAR_DAYS = { day: 1, month: 31, year: 366 } as const;

/** The longest that a period can be in calendar days, rounded up; holidays are left out. */
export function calendarDays({ count, unit }: Period): number {
  if (unit === 'hour') return Math.ceil(count / 24);
  // Five working days are a week; what is left over may begin before a weekend.
  if (unit === 'working-day') return Math.floor(count / 5) * 7 + (count % 5 === 0 ? 0 : (count % 5) + 2);
  return count * CALENDAR_DAYS[unit];
}

/** The longest that an answer can take in calendar days, with the extension; 0 at once. */
export const longest = ({ said, extension, ...length }: Deadline): number =>
  said === 'at-once' ? 0 : calendarDays(length) + (extension ? calendarDays(extension) : 0);
