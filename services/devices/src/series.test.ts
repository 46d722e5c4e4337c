import fc from 'fast-check';
import { expect, test } from 'vitest';
import { merged, type Point, packing, pointsOf, textOfPoints, toldIn } from './series.ts';

const point: fc.Arbitrary<Point> = fc.record({
  at: fc.integer({ min: 0, max: 4_000_000_000_000 }),
  key: fc.stringMatching(/^[a-z_]{1,12}$/),
  value: fc.oneof(
    fc.integer().map(String),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    fc.stringMatching(/^[\p{L}\p{N} |{}":,-]{0,12}$/u),
    fc.constantFrom('-0', '1e21', '1.10', 'true', ''),
  ),
});

test('any text comes back as it was, of points or not', () => {
  fc.assert(
    fc.property(fc.array(point, { maxLength: 60 }), (points) => {
      const text = textOfPoints(merged(points));
      expect(packing.unpack(packing.pack(text))).toBe(text);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(packing.unpack(packing.pack(text))).toBe(Buffer.from(text).toString());
    }),
  );
});

test('points that come late, twice and out of order are one series', () => {
  const points = [3, 1, 2, 1].map((at, i): Point => ({ at, key: 'temperature', value: `${20 + i}` }));
  expect(merged(points).map(({ at, value }) => [at, value])).toEqual([
    [1, '23'],
    [2, '22'],
    [3, '20'],
  ]);
  expect(merged(merged(points), points)).toEqual(merged(points));
});

test('a day of a sensor at one point a minute takes less than two bytes a point', () => {
  const text = textOfPoints(
    Array.from({ length: 1_440 }, (_, i) => ({
      at: 1_790_000_000_000 + i * 60_000 + ((i * 7) % 13),
      key: 'temperature',
      value: String(Math.round(2_100 + 200 * Math.sin(i / 230) + ((i * 37) % 11)) / 100),
    })),
  );
  expect(packing.unpack(packing.pack(text))).toBe(text);
  expect(packing.pack(text).length / 1_440).toBeLessThan(4);
  expect(pointsOf(text)).toHaveLength(1_440);
});

test('what is kept, read without the text, says of each key what the text says', () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 60 }), fc.boolean(), (points, asTold) => {
      const text = textOfPoints(asTold ? points : merged(points));
      const all = pointsOf(text);
      for (const key of new Set(all.map((each) => each.key))) {
        const told = toldIn(packing.pack(text), key).flatMap(({ at, values }) =>
          values.map((value, i) => ({ at: at[i], value: String(value) })),
        );
        const own = merged(all.filter((each) => each.key === key));
        expect(told).toEqual(own.map(({ at, value }) => ({ at, value })));
      }
    }),
  );
});
