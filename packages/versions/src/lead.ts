import type { Instant } from '@kept/base';
import type { Program } from '@kept/policy';

/** From when a version may hold at the earliest, by the change duties of `program`, where everybody was told at `told`. */
export function earliest({ manifest }: Program, told: Instant): Instant {
  const { lead } = manifest.changes;
  if (lead === undefined) return told;
  const date = new Date(told);
  const { count, unit } = lead;
  if (unit === 'hour') date.setUTCHours(date.getUTCHours() + count);
  // Of working days at most five come in seven, and holidays are not counted short: twice as many, and a week.
  else if (unit === 'working-day') date.setUTCDate(date.getUTCDate() + 2 * count + 7);
  else if (unit === 'day') date.setUTCDate(date.getUTCDate() + count);
  // A month has 31 days at most, a year 366: late rather than early.
  else date.setUTCDate(date.getUTCDate() + count * (unit === 'month' ? 31 : 366));
  return date.getTime();
}
