import { expect, test } from 'vitest';
import { MADE_UP, Stores } from './stores.ts';
import { timeAt, timesOf } from './times.ts';

const [store] = Stores.parse(MADE_UP).stores;
const monday = Date.parse('2026-11-23T01:30:00Z');

test('times are those of the store’s own clock, on days that it is open, with an hour’s notice', () => {
  const times = timesOf({ ...store!, days: [1, 3] }, monday);
  // 09:30 there: 10:00 is too soon.
  expect(times.slice(0, 3).map(({ day, time }) => `${day} ${time}`)).toEqual([
    ...['2026-11-23 11:00', '2026-11-23 12:00', '2026-11-23 13:00'],
  ]);
  expect(new Set(times.map(({ day }) => day))).toEqual(
    new Set(['2026-11-23', '2026-11-25', '2026-11-30', '2026-12-02']),
  );
  expect(times.at(-1)?.time).toBe('17:00');
});

test('clocks that are put back give each time once', () => {
  const berlin = { ...store!, zone: 'Europe/Berlin', opens: '01:00', closes: '05:00', days: [7] };
  const times = timesOf(berlin, Date.parse('2026-10-24T12:00:00Z')).filter(({ day }) => day === '2026-10-25');
  expect(times.map(({ time }) => time)).toEqual(['01:00', '02:00', '03:00', '04:00']);
  expect(timeAt(berlin, times[3]!.at).time).toBe('04:00');
});

test('a store that is open to midnight has no visit past it', () => {
  const late = { ...store!, opens: '22:00', closes: '23:59', days: [1] };
  expect(timesOf(late, monday).map(({ time }) => time)).toEqual(['22:00', '22:00']);
});
