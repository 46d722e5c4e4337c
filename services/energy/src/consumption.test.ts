import { expect, test } from 'vitest';
import { columnsOf, stretchesOf } from './calendar.ts';
import { HOLD_MS, lineOf, ofCounter, ofPower } from './consumption.ts';
import { tableOf } from './table.ts';
import { priceAt, type Tariff, tariffOf, textOf } from './tariff.ts';

const HOUR = 3_600_000;
const line = (...points: readonly (readonly [hour: number, value: number])[]) =>
  lineOf([{ key: 'energy', at: points.map(([hour]) => hour * HOUR), values: points.map(([, value]) => value) }]);
const hours = (from: number, until: number) =>
  Float64Array.from({ length: until - from + 1 }, (_, i) => (from + i) * HOUR);

test('a counter is added up, through resets, small steps back, and what was told before', () => {
  // Home Assistant’s own example: 10, 15, 20 | reset | 10, 30 makes 10 + 30.
  const told = line([0.5, 10], [1.1, 15], [1.9, 20], [2.5, 10], [3.5, 30]);
  expect(ofCounter(told, hours(1, 4))).toEqual({ used: Float64Array.of(10, 10, 20), resets: 1 });
  // A step back of less than a tenth is a bad reading, whatever follows.
  const dips = line([0, 100], [1.5, 95], [2.5, 100], [3.5, 101]);
  expect(ofCounter(dips, hours(1, 4))).toEqual({ used: Float64Array.of(0, 0, 1), resets: 0 });
  // What a counter says first is no use, and what is negative is no counter.
  expect(ofCounter(line([1.5, 5_000], [2.5, -1], [3.5, 5_001]), hours(1, 4)).used).toEqual(Float64Array.of(0, 0, 1));
  expect(ofCounter(line(), hours(1, 4))).toEqual({ used: Float64Array.of(0, 0, 0), resets: 0 });
});

test('power flows until it is told otherwise, for two hours at most, and not beyond now', () => {
  const told = line([0.5, 1_000], [1.5, 0], [2, 2_000]);
  expect([...ofPower(told, hours(0, 6), 6 * HOUR)]).toEqual([0.5, 0.5, 2, 2, 0, 0]);
  expect([...ofPower(told, hours(0, 6), 2.25 * HOUR)]).toEqual([0.5, 0.5, 0.5, 0, 0, 0]);
  expect(HOLD_MS).toBe(2 * HOUR);
  expect([...ofPower(line([0, -500]), hours(0, 1), HOUR)]).toEqual([0]);
});

test('of two readings of one time the later piece counts, and what is no number is none', () => {
  const { at, values } = lineOf([
    { key: 'energy', at: [2, 1], values: ['2', 'much'] },
    { key: 'energy', at: [2], values: [3] },
  ]);
  expect([[...at], [...values]]).toEqual([[2], [3]]);
});

test('days have the hours that their place’s clock gives them', () => {
  expect(columnsOf('day', '2026-11-27', 'Asia/Shanghai')).toHaveLength(25);
  expect(columnsOf('day', '2026-03-29', 'Europe/Berlin')).toHaveLength(24);
  expect(columnsOf('day', '2026-10-25', 'Europe/Berlin')).toHaveLength(26);
  expect(columnsOf('month', '2026-02-11', 'Asia/Shanghai')).toHaveLength(29);
  const year = columnsOf('year', '2026-02-11', 'Asia/Shanghai');
  expect(year).toHaveLength(13);
  expect(new Date(year[0]!).toISOString()).toBe('2025-12-31T16:00:00.000Z');
});

const TARIFF: Tariff = {
  ...{ currency: 'CNY', zone: 'Asia/Shanghai' },
  periods: [
    { from: '2026-01-01', price: 0.5, hours: [] },
    { from: '2026-11-27', price: 0.6, hours: [{ days: [5], from: '22:00', to: '06:00', price: 0.3 }] },
  ],
};

test('a tariff is read as it was written, and holds by day and hour, over midnight too', () => {
  expect(tariffOf(textOf(TARIFF))).toEqual(TARIFF);
  const at = (local: string) => priceAt(TARIFF, Date.parse(`${local}:00+08:00`));
  expect(['2025-12-31T23:59', '2026-01-01T00:00', '2026-11-26T23:00'].map(at)).toEqual([null, 0.5, 0.5]);
  // The 27th is a Friday.
  expect(['2026-11-27T21:59', '2026-11-27T22:00', '2026-11-28T05:59', '2026-11-28T06:00'].map(at)).toEqual([
    ...[0.6, 0.3, 0.3, 0.6],
  ]);
  for (const text of ['', 'much', 'CNY Nowhere/Land\n2026-01-01 1', 'CNY UTC', 'CNY UTC\n2026-02-30 1'])
    expect(tariffOf(text)).toBeNull();
});

test('stretches are columns cut where the price turns', () => {
  const { edges, columns, prices } = stretchesOf(columnsOf('month', '2026-11-01', 'Asia/Shanghai'), TARIFF);
  expect(edges).toHaveLength(columns.length + 1);
  expect(new Set(columns)).toEqual(new Set(Array.from({ length: 30 }, (_, i) => i)));
  expect(prices.filter((price) => price === 0.3)).toHaveLength(2);
});

test('a name that is a formula, or has a comma, is a text in the table', () => {
  const device = { device: '', space: null, how: 'counter' as const, resets: 0, kwh: 1, cost: null, columns: [1] };
  const energies = { edges: [0, HOUR], currency: null, kwh: 1, cost: null, columns: [] };
  expect(tableOf({ ...energies, devices: [{ ...device, name: '=1+1,"x"' }] })).toBe(
    'from,until,device,space,by,kwh\r\n1970-01-01T00:00:00.000Z,1970-01-01T01:00:00.000Z,"\'=1+1,""x""",,counter,1\r\n',
  );
});
