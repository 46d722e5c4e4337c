import { expect, test } from 'vitest';
import { inWindow, nextSun, nextTime, sunOfDay } from './time.ts';

const at = (text: string): number => Date.parse(text);

test('a time of day is by the clocks of its zone, on its days', () => {
  expect(nextTime('07:00', 'Asia/Shanghai', at('2026-11-27T00:00:00Z'))).toBe(at('2026-11-27T23:00:00Z'));
  expect(nextTime('08:00', 'Asia/Shanghai', at('2026-11-27T00:00:00Z'))).toBe(at('2026-11-28T00:00:00Z'));
  // 27 November 2026 is a Friday.
  expect(nextTime('09:30:15', 'UTC', at('2026-11-27T10:00:00Z'), ['mon'])).toBe(at('2026-11-30T09:30:15Z'));
});

test('one that is skipped in spring comes once, and one that comes twice in autumn counts once', () => {
  const spring = nextTime('02:30', 'Europe/Berlin', at('2026-03-28T12:00:00Z'));
  expect(spring).toBe(at('2026-03-29T01:30:00Z'));
  expect(nextTime('02:30', 'Europe/Berlin', spring)).toBe(at('2026-03-30T00:30:00Z'));
  const autumn = nextTime('02:30', 'Europe/Berlin', at('2026-10-24T12:00:00Z'));
  expect(autumn).toBe(at('2026-10-25T00:30:00Z'));
  expect(nextTime('02:30', 'Europe/Berlin', autumn)).toBe(at('2026-10-26T01:30:00Z'));
});

test('a window may go over midnight', () => {
  const night = { after: '22:00', before: '06:00' };
  expect(inWindow(night, at('2026-11-27T23:30:00Z'), 'UTC')).toBe(true);
  expect(inWindow(night, at('2026-11-27T06:00:00Z'), 'UTC')).toBe(false);
  expect(inWindow({ after: '08:00' }, at('2026-11-27T07:59:59Z'), 'UTC')).toBe(false);
  expect(inWindow({ weekday: ['fri'] }, at('2026-11-27T16:30:00Z'), 'Asia/Shanghai')).toBe(false);
});

// By the almanac of Hong Kong Observatory and of timeanddate for these days, to two minutes.
test.each([
  ['Shanghai', { latitude: 31.2, longitude: 121.5 }, 'Asia/Shanghai', '2026-06-21', '04:51', '19:01'],
  ['London', { latitude: 51.5, longitude: -0.1 }, 'Europe/London', '2026-06-21', '04:43', '21:21'],
  ['Auckland', { latitude: -36.8, longitude: 174.8 }, 'Pacific/Auckland', '2026-12-21', '05:58', '20:39'],
] as const)('the sun above %s', (_, place, zone, day, rises, sets) => {
  const noon = nextTime('12:00', zone, at(`${day}T00:00:00Z`) - 12 * 3_600_000);
  for (const [event, text] of [
    ['sunrise', rises],
    ['sunset', sets],
  ] as const) {
    const meant = nextTime(text, zone, noon - 12 * 3_600_000);
    expect(Math.abs(sunOfDay(event, place, noon, zone)! - meant)).toBeLessThan(3 * 60_000);
    const next = nextSun(event, place, noon - 12 * 3_600_000, -600)!;
    expect(Math.abs(next - meant + 600_000)).toBeLessThan(4 * 60_000);
  }
});

test('where the sun does not set for weeks, its next setting is waited for', () => {
  const tromsø = { latitude: 69.6, longitude: 18.9 };
  expect(sunOfDay('sunset', tromsø, at('2026-06-21T10:00:00Z'), 'Europe/Oslo')).toBeNull();
  const next = new Date(nextSun('sunset', tromsø, at('2026-06-21T10:00:00Z'))!);
  expect([6, 7]).toContain(next.getUTCMonth());
});
