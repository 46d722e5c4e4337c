/**
 * What a kilowatt hour costs, as its people read it in a copy of their data.
 *
 *     CNY Asia/Shanghai
 *     2026-01-01 0.5383
 *     1234567 22:00-06:00 0.3583
 *
 * First the currency and the place whose clock counts; then from which day on which price holds; below it the hours that have
 * another one, with the days on which they begin (1 Monday to 7 Sunday).
 */
import { Temporal } from 'temporal-polyfill';
import { isZone } from './api/index.ts';

export interface Hours {
  readonly days: readonly number[];
  /** `22:00`; `to` may be after midnight. */
  readonly from: string;
  readonly to: string;
  /** In the currency, for a kilowatt hour. */
  readonly price: number;
}

export interface Period {
  /** The first day: `2026-01-01`. */
  readonly from: string;
  readonly price: number;
  /** The first that is so counts. */
  readonly hours: readonly Hours[];
}

export interface Tariff {
  /** ISO 4217. */
  readonly currency: string;
  /** IANA name. */
  readonly zone: string;
  readonly periods: readonly Period[];
}

export const textOf = ({ currency, zone, periods }: Tariff): string =>
  [
    `${currency} ${zone}`,
    ...periods.flatMap(({ from, price, hours }) => [
      `${from} ${price}`,
      ...hours.map((each) => `${each.days.join('')} ${each.from}-${each.to} ${each.price}`),
    ]),
  ].join('\n');

const HEAD = /^([A-Z]{3}) ([\w/+-]{1,60})$/;
const PERIOD = /^(\d{4}-\d\d-\d\d) (-?[\d.e-]+)$/;
const HOURS = /^([1-7]{1,7}) (\d\d:\d\d)-(\d\d:\d\d) (-?[\d.e-]+)$/;

/** Null for what is none: a person may correct this text as they like. */
export function tariffOf(text: string): Tariff | null {
  const [head = '', ...lines] = text.split('\n');
  const [, currency, zone = ''] = HEAD.exec(head) ?? [];
  if (!currency || !isZone(zone)) return null;
  const periods: { from: string; price: number; hours: Hours[] }[] = [];
  for (const line of lines) {
    const [, day, price] = PERIOD.exec(line) ?? [];
    const [, days, from, to, other] = HOURS.exec(line) ?? [];
    if (day && isDay(day) && Number.isFinite(Number(price)))
      periods.push({ from: day, price: Number(price), hours: [] });
    else if (days && Number.isFinite(Number(other)))
      periods.at(-1)?.hours.push({ days: [...days].map(Number), from: from!, to: to!, price: Number(other) });
  }
  const inOrder = periods.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return inOrder.length > 0 ? { currency, zone, periods: inOrder } : null;
}

function isDay(day: string): boolean {
  try {
    return Temporal.PlainDate.from(day, { overflow: 'reject' }) !== null;
  } catch {
    return false;
  }
}

/** When the price may turn between these, in milliseconds since 1970. */
export function turnsOf({ zone, periods }: Tariff, from: number, until: number): number[] {
  const hours = periods.flatMap((period) => period.hours.flatMap((each) => [each.from, each.to]));
  const times = [...new Set(['00:00', ...hours])].map((each) =>
    Temporal.PlainTime.from(each === '24:00' ? '00:00' : each),
  );
  const last = Temporal.Instant.fromEpochMilliseconds(until).toZonedDateTimeISO(zone).toPlainDate();
  const turns: number[] = [];
  let day = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).toPlainDate();
  for (; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 }))
    for (const plainTime of times) {
      const at = day.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds;
      if (at > from && at < until) turns.push(at);
    }
  return turns;
}

/** Null before the first period. */
export function priceAt({ zone, periods }: Tariff, at: number): number | null {
  const now = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const day = now.toPlainDate().toString();
  const period = periods.findLast(({ from }) => from <= day);
  if (!period) return null;
  const time = now.toPlainTime().toString({ smallestUnit: 'minute' });
  return period.hours.find((each) => isIn(each, now.dayOfWeek, time))?.price ?? period.price;
}

function isIn({ days, from, to }: Hours, day: number, time: string): boolean {
  if (from < to) return days.includes(day) && time >= from && time < to;
  // Over midnight: before it the day itself, after it the day before.
  return (days.includes(day) && time >= from) || (days.includes(day === 1 ? 7 : day - 1) && time < to);
}
