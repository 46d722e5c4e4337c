import { expect, test } from 'vitest';
import { calendarDays, longest } from './time.ts';

/** Counts forward from each day of a week and takes the longest, as a calendar without holidays would. */
function slowly(workingDays: number): number {
  const spans = [0, 1, 2, 3, 4, 5, 6].map((start) => {
    let days = 0;
    for (let left = workingDays; left > 0; days++) if ((start + days + 1) % 7 < 5) left--;
    return days;
  });
  return Math.max(...spans);
}

test('working days, as a calendar counts them', () => {
  for (let count = 1; count <= 60; count++)
    expect(calendarDays({ count, unit: 'working-day' }), `${count}`).toBe(slowly(count));
  expect(calendarDays({ count: 0, unit: 'working-day' })).toBe(0);
});

test('other periods are the longest that they can be', () => {
  expect(calendarDays({ count: 15, unit: 'day' })).toBe(15);
  expect(calendarDays({ count: 25, unit: 'hour' })).toBe(2);
  expect(calendarDays({ count: 2, unit: 'month' })).toBe(62);
  expect(calendarDays({ count: 1, unit: 'year' })).toBe(366);
  expect(longest({ count: 45, unit: 'day', extension: { count: 45, unit: 'day' } })).toBe(90);
  expect(longest({ count: 0, unit: 'day', said: 'at-once' })).toBe(0);
});
