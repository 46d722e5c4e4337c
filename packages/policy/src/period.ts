/** Which of two times is the longer, where calendars leave it open: it may be, or it cannot be. */
import type { Deadline, Period } from './manifest/rights.ts';

/** Days that a unit takes at least and at most. Working days may run on without a weekend, or fall among holidays. */
const DAYS: Readonly<Record<Period['unit'], readonly [least: number, most: number]>> = {
  hour: [1 / 24, 1 / 24],
  day: [1, 1],
  'working-day': [1, 2],
  month: [28, 31],
  year: [365, 366],
};

/**
 * Whether the periods together may end later than the others do. What both have of a unit cancels, so that 15 working
 * days are not longer than 15 working days; 25 days may be longer than 15 working days, and a month than 30 days.
 */
export function mayBeLonger(is: readonly Period[], was: readonly Period[]): boolean {
  const units = Object.keys(DAYS) as Period['unit'][];
  const amount = (periods: readonly Period[], unit: Period['unit']): number =>
    periods.reduce((sum, each) => sum + (each.unit === unit ? each.count : 0), 0);
  const days = units.map((unit) => {
    const more = amount(is, unit) - amount(was, unit);
    return more * DAYS[unit][more > 0 ? 1 : 0];
  });
  return days.reduce((sum, each) => sum + each, 0) > 0;
}

/** Not surely as early: by the number, with its extension, or from when it counts. */
export function mayBeLater(is: Deadline, was: Deadline): boolean {
  const whole = ({ extension, ...period }: Deadline): Period[] => (extension ? [period, extension] : [period]);
  return (
    mayBeLonger([is], [was]) ||
    mayBeLonger(whole(is), whole(was)) ||
    (is.from === 'verified' && was.from !== 'verified')
  );
}
