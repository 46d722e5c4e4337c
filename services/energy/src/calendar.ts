/** Days, months and years by the clock of a place, cut where a price changes. */
import { Temporal } from 'temporal-polyfill';
import { priceAt, type Tariff, turnsOf } from './tariff.ts';

export type Span = 'day' | 'month' | 'year';
const STEP = { day: { hours: 1 }, month: { days: 1 }, year: { months: 1 } } as const;

/** `date` lies in it: `2026-11-27`. A day has 23 or 25 hours where the clock is put. */
export function columnsOf(span: Span, date: string, zone: string): Float64Array {
  const day = Temporal.PlainDate.from(date);
  const first = span === 'day' ? day : span === 'month' ? day.with({ day: 1 }) : day.with({ month: 1, day: 1 });
  const start = first.toZonedDateTime(zone);
  const end = first.add({ [`${span}s`]: 1 }).toZonedDateTime(zone).epochMilliseconds;
  const edges: number[] = [];
  for (let i = 0; edges.length === 0 || edges.at(-1)! < end; i++)
    edges.push(Math.min(end, start.add(timesOf(STEP[span], i)).epochMilliseconds));
  return Float64Array.from(edges);
}

const timesOf = (step: object, times: number): object =>
  Object.fromEntries(Object.entries(step).map(([unit, count]) => [unit, (count as number) * times]));

export interface Stretches {
  readonly edges: Float64Array;
  /** Of each stretch: the column that it lies in, and what a kilowatt hour costs; null where nobody has said. */
  readonly columns: readonly number[];
  readonly prices: readonly (number | null)[];
}

export function stretchesOf(columns: Float64Array, tariff: Tariff | null): Stretches {
  const [from, until] = [columns[0]!, columns.at(-1)!];
  const turns = tariff ? turnsOf(tariff, from, until) : [];
  const edges = Float64Array.from(new Set([...columns, ...turns])).sort();
  const starts = [...edges.slice(0, -1)];
  let column = 0;
  return {
    edges,
    columns: starts.map((at) => {
      while (columns[column + 1]! <= at) column++;
      return column;
    }),
    prices: starts.map((at) => (tariff ? priceAt(tariff, at) : null)),
  };
}
