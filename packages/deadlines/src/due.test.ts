import type { Period } from '@kept/policy';
import chineseDays from 'chinese-days';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { dayKind, dueAfter, knownUntil, placeOf } from './index.ts';
import { slowDue } from './testing.ts';

const seed = Number(process.env['KEPT_SEED'] ?? Date.now() % 1_000_000);
const runs = { seed, numRuns: 60 };

const ZONES = [
  'Asia/Shanghai',
  'America/Los_Angeles',
  'Europe/Athens',
  'Europe/Lisbon',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Asia/Kamchatka',
];
const from = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2031, 11, 31) });
const zone = fc.constantFrom(...ZONES);
const DAY = 86_400_000;
const pausesAfter = (at: number) =>
  fc
    .tuple(fc.integer({ min: -2 * DAY, max: 20 * DAY }), fc.integer({ min: 0, max: 9 * DAY }))
    .map(([begins, length]) => [{ from: at + begins, to: at + begins + length }]);

test('days and months end as if they were counted one by one, in any zone, with and without pauses', () => {
  const period: fc.Arbitrary<Period> = fc.oneof(
    fc.record({ count: fc.integer({ min: 1, max: 95 }), unit: fc.constant('day' as const) }),
    fc.record({ count: fc.integer({ min: 1, max: 4 }), unit: fc.constant('month' as const) }),
  );
  const all = fc
    .tuple(from, zone, period)
    .chain(([at, where, each]) =>
      fc.tuple(fc.constant({ at, where, each }), fc.oneof(fc.constant([]), pausesAfter(at))),
    );
  fc.assert(
    fc.property(all, ([{ at, where, each }, pauses]) => {
      const due = dueAfter(at, each, { zone: where, calendar: '*', pauses });
      expect(due).toEqual({ at: slowDue(at, each, { zone: where, pauses }), zone: where, certain: true });
    }),
    runs,
  );
});

test('working days in China end as a second reading of the decrees says', () => {
  const within = fc.integer({ min: Date.UTC(2019, 0, 1), max: Date.UTC(2026, 9, 1) });
  fc.assert(
    fc.property(within, fc.integer({ min: 1, max: 40 }), (at, count) => {
      const each = { count, unit: 'working-day' } as const;
      const worked = (date: string): boolean => chineseDays.isWorkday(date);
      const due = dueAfter(at, each, placeOf(['CN']));
      expect(due).toEqual({
        at: slowDue(at, each, { zone: 'Asia/Shanghai', worked }),
        zone: 'Asia/Shanghai',
        certain: true,
      });
    }),
    runs,
  );
});

test('a longer period never ends sooner, a pause never makes it shorter, and a later beginning never ends it earlier', () => {
  const unit = fc.constantFrom('day', 'working-day', 'month', 'hour' as const) as fc.Arbitrary<Period['unit']>;
  const residence = fc.constantFrom('CN', 'DE', 'US', 'US-CA', 'RU', 'HU', '*');
  fc.assert(
    fc.property(
      from,
      residence,
      unit,
      fc.integer({ min: 1, max: 30 }),
      fc.boolean(),
      (at, where, each, count, rolls) => {
        const place = { ...placeOf([where]), rolls };
        const due = dueAfter(at, { count, unit: each }, place).at;
        expect(due).toBeGreaterThan(at);
        expect(dueAfter(at, { count: count + 1, unit: each }, place).at).toBeGreaterThanOrEqual(due);
        expect(dueAfter(at + 3 * DAY, { count, unit: each }, place).at).toBeGreaterThanOrEqual(due);
        const pauses = [{ from: at + DAY, to: at + 5 * DAY }];
        expect(dueAfter(at, { count, unit: each }, { ...place, pauses }).at).toBeGreaterThanOrEqual(due);
      },
    ),
    runs,
  );
});

const onDay = (date: string, where: string): number =>
  Temporal.PlainDate.from(date).toZonedDateTime(where).epochMilliseconds;
const dayOf = (at: number, where: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(where).toPlainDate().toString();
const dueDay = (date: string, each: Period, residences: string[], rolls = false): string => {
  const place = placeOf(residences);
  return dayOf(dueAfter(onDay(date, place.zone) + DAY / 2, each, { ...place, rolls }).at, place.zone);
};

test('months are clamped to their end, and a day off at the end is passed where the regime says so', () => {
  expect(dueDay('2027-01-31', { count: 1, unit: 'month' }, ['DE'])).toBe('2027-02-28');
  expect(dueDay('2028-01-31', { count: 1, unit: 'month' }, ['DE'])).toBe('2028-02-29');
  expect(dueDay('2026-11-30', { count: 3, unit: 'month' }, ['DE'])).toBe('2027-02-28');
  // 25 December 2026 is a Friday, the 26th a Saturday: Monday the 28th.
  expect(dueDay('2026-11-25', { count: 1, unit: 'month' }, ['DE'], true)).toBe('2026-12-28');
  expect(dueDay('2028-02-29', { count: 1, unit: 'year' }, ['DE'])).toBe('2029-02-28');
});

test('working days as the authorities publish them: decreed weekends in China, federal and state days off, the EEA', () => {
  // National Day 2026: off from 1 to 7 October, Saturday the 10th and Sunday 20 September are worked.
  expect(dueDay('2026-09-30', { count: 3, unit: 'working-day' }, ['CN'])).toBe('2026-10-10');
  // Spring Festival 2026: off from 15 to 23 February; Saturdays 14 and 28 are worked.
  expect(dueDay('2026-02-13', { count: 2, unit: 'working-day' }, ['CN'])).toBe('2026-02-24');
  // Thanksgiving; California's day after it is no federal one.
  expect(dueDay('2026-11-25', { count: 1, unit: 'working-day' }, ['US-CA'])).toBe('2026-11-27');
  // Columbus Day is federal, and no day off in California.
  expect(dueDay('2026-10-09', { count: 1, unit: 'working-day' }, ['US'])).toBe('2026-10-13');
  expect(dueDay('2026-10-09', { count: 1, unit: 'working-day' }, ['US-CA'])).toBe('2026-10-12');
  // Good Friday is off in Germany, not in France: for the whole EEA it is worked.
  expect(dueDay('2026-04-02', { count: 1, unit: 'working-day' }, ['DE'])).toBe('2026-04-07');
  expect(dueDay('2026-04-02', { count: 1, unit: 'working-day' }, ['FR'])).toBe('2026-04-03');
  expect(dueDay('2026-04-02', { count: 1, unit: 'working-day' }, ['DE', 'FR'])).toBe('2026-04-03');
  expect(dueDay('2026-12-24', { count: 1, unit: 'working-day' }, ['DE', 'FR'])).toBe('2026-12-28');
});

test('beyond what is decreed every day may be worked, and the answer says that it is not certain', () => {
  expect(knownUntil('CN')).toBe('2026-12-24');
  const place = placeOf(['CN']);
  const due = dueAfter(onDay('2026-12-20', place.zone), { count: 15, unit: 'working-day' }, place);
  // 21 to 24 December are known: four. Then one a day.
  expect(dayOf(due.at, place.zone)).toBe('2027-01-04');
  expect(due.certain).toBe(false);
  const nowhere = placeOf(['BR']);
  expect(nowhere).toEqual({ zone: 'Pacific/Kiritimati', calendar: '*' });
  expect(dueAfter(0, { count: 10, unit: 'working-day' }, nowhere)).toMatchObject({ certain: false });
  expect(dayKind('CN', Temporal.PlainDate.from('2031-05-03'))).toBe('may-be-worked');
  expect(dayKind('no such', Temporal.PlainDate.from('2026-05-03'))).toBe('may-be-worked');
});

test('what is no period is refused', () => {
  for (const count of [-1, 1.5, Number.NaN, 1e9])
    expect(() => dueAfter(0, { count, unit: 'day' }, placeOf(['CN']))).toThrow(
      expect.objectContaining({ code: 'DEADLINES_NOT_A_PERIOD' }),
    );
});
