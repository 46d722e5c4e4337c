import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inDays, lifeAxis, nowAt, pastLabels } from './life-axis.ts';

const now = Date.UTC(2026, 10, 23, 9);
const day = 86_400_000;

describe('the shared axis', () => {
  it('keeps the order of moments and stays within 0 and 100', () => {
    const moment = fc.integer({ min: now - 3_000 * day, max: now + 9_000 * day });
    fc.assert(
      fc.property(moment, moment, fc.array(moment, { maxLength: 8 }), (a, b, rest) => {
        const axis = lifeAxis(
          now,
          [a, b, ...rest].filter((at) => at <= now),
        );
        const [first, second] = a <= b ? [a, b] : [b, a];
        expect(axis.at(first)).toBeLessThanOrEqual(axis.at(second));
        for (const at of [a, b]) {
          expect(axis.at(at)).toBeGreaterThanOrEqual(0);
          expect(axis.at(at)).toBeLessThan(100);
        }
      }),
    );
  });

  it('puts the present at its place and a month well before half a year', () => {
    const axis = lifeAxis(now, [now - 900 * day]);
    expect(axis.at(now)).toBe(nowAt);
    expect(inDays(30)).toBeGreaterThan(inDays(9));
    expect(inDays(180) - inDays(30)).toBeGreaterThan(8);
  });

  it('begins with the earliest moment, however young, and is never without length', () => {
    expect(lifeAxis(now, [now - 3 * 3_600_000]).from).toBe(now - 3 * 3_600_000);
    expect(lifeAxis(now, [now]).from).toBe(now - 60_000);
  });

  it('labels years only where there is room', () => {
    const labels = pastLabels(lifeAxis(now, [now - 980 * day]));
    expect(labels.map(({ kind }) => kind)).toEqual(['start', 'year', 'year']);
    expect(pastLabels(lifeAxis(now, [now - 3 * day]))).toHaveLength(1);
  });
});
