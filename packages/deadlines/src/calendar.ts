/**
 * Which days are worked. Saturday and Sunday are off everywhere; beyond that each country decrees its own, some of them
 * a year ahead only, and some move a working day to a weekend. What is not known yet is not guessed: it may be worked.
 */
import china from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { Temporal } from 'temporal-polyfill';
import table from '../data/holidays.json' with { type: 'json' };

/** `CN`, `US`, `US-CA`, `RU`, a country of the EEA, `EEA`: days off in all of them, or `*`: nothing is known. */
export type CalendarId = string;

/** `may-be-worked`: nobody has decreed yet, or nothing is known of the place. */
export type DayKind = 'worked' | 'off' | 'may-be-worked';

interface Calendar {
  /** Of several countries: a day is off only where it is in each. */
  readonly countries?: readonly string[];
  kind(day: Temporal.PlainDate): DayKind;
  /** The last day of which all is known. */
  readonly knownUntil: string;
}

type Years = Readonly<Record<string, string>>;

const isWeekend = (day: Temporal.PlainDate): boolean => day.dayOfWeek > 5;

function datesOf(years: Years | undefined): ReadonlySet<string> {
  const dates = Object.entries(years ?? {}).map(([year, days]) =>
    days.split(' ').map((day) => `${year}-${day.slice(0, 2)}-${day.slice(2)}`),
  );
  return new Set(dates.flat());
}

function fromTable(id: string, off: Years, worked: Years | undefined): Calendar {
  const [holidays, moved] = [datesOf(off), datesOf(worked)];
  const years = Object.keys(off).map(Number);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return {
    knownUntil: `${last}-12-31`,
    kind(day) {
      const date = day.toString();
      if (day.year >= first && day.year <= last)
        return moved.has(date) || !(isWeekend(day) || holidays.has(date)) ? 'worked' : 'off';
      // Where working days are moved to weekends, an unknown weekend may be one of them.
      return isWeekend(day) && !MOVES.has(id) ? 'off' : 'may-be-worked';
    },
  };
}

/** Where a decree moves working days to weekends. */
const MOVES = new Set(['HU', 'LV', 'RU']);

/** A year's decree comes late in the year before, and has reached back into its last days (29 December 2018). */
const TAIL_DAYS = 7;

function chinese(): Calendar {
  const [holidays, moved] = [new Set(Object.keys(china.holidays)), new Set(Object.keys(china.workdays))];
  const years = [...holidays].map((date) => Number(date.slice(0, 4)));
  const first = `${Math.min(...years)}-01-01`;
  const last = Temporal.PlainDate.from({ year: Math.max(...years), month: 12, day: 31 - TAIL_DAYS }).toString();
  return {
    knownUntil: last,
    kind(day) {
      const date = day.toString();
      if (moved.has(date)) return 'worked';
      if (holidays.has(date)) return 'off';
      if (date < first || date > last) return 'may-be-worked';
      return isWeekend(day) ? 'off' : 'worked';
    },
  };
}

function together(countries: readonly string[], calendars: readonly Calendar[]): Calendar {
  return {
    countries,
    knownUntil: calendars.map(({ knownUntil }) => knownUntil).toSorted()[0]!,
    kind(day) {
      const kinds = calendars.map((each) => each.kind(day));
      if (kinds.every((kind) => kind === 'off')) return 'off';
      return kinds.includes('worked') ? 'worked' : 'may-be-worked';
    },
  };
}

function all(): Record<CalendarId, Calendar> {
  const worked: Readonly<Record<string, Years>> = table.worked;
  const own = Object.fromEntries(
    Object.entries(table.off as Readonly<Record<string, Years>>).map(([id, off]) => [
      id,
      fromTable(id, off, worked[id]),
    ]),
  );
  const european = Object.keys(own).filter((id) => !/^(US|RU)/.test(id));
  return {
    ...own,
    CN: chinese(),
    EEA: together(
      european,
      european.map((id) => own[id]!),
    ),
    '*': { knownUntil: '', kind: () => 'may-be-worked' },
  };
}

/** By id. */
export const CALENDARS: Readonly<Record<CalendarId, Calendar>> = all();

/** What is known of a day; of an unknown calendar nothing is. */
export const dayKind = (calendar: CalendarId, day: Temporal.PlainDate): DayKind =>
  (CALENDARS[calendar] ?? CALENDARS['*']!).kind(day);

/** The last day (ISO 8601) of which everything is known; empty where nothing is. */
export const knownUntil = (calendar: CalendarId): string => CALENDARS[calendar]?.knownUntil ?? '';
