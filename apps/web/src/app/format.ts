import type { Instant, Language } from '@kept/api';

const locales: Readonly<Record<Language, string>> = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en-GB' };

/** `Intl` says "now", which is no answer to when something was done. */
const justNow: Readonly<Record<Language, string>> = { 'zh-Hans': '刚刚', 'zh-Hant': '剛剛', en: 'just now' };

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Figures, dates and lists as the language writes them. Instants are shown in the browser's time zone. */
export interface Format {
  number(value: number): string;
  /** `¥5.38`; by ISO 4217. */
  money(value: number, currency: string): string;
  /** `2026年11月20日`, `20 November 2026`. */
  date(at: Instant): string;
  /** Without the year where it is this year's: `11月20日`, `20 November`. */
  shortDate(at: Instant): string;
  /** `11月20日 21:07`. */
  dateTime(at: Instant): string;
  /** With the year, for what is kept: `2026年11月20日 21:07`. */
  fullDateTime(at: Instant): string;
  time(at: Instant): string;
  /** For lists whose figures stand under each other: `2026-11-20`, in every language. */
  isoDay(at: Instant): string;
  /** `11-20 21:07`, with the year where it is another. */
  stamp(at: Instant): string;
  /** `9 天后`, `2 minutes ago`. */
  relative(at: Instant, now: Instant): string;
  /** `A、B和C`; what is named twice is said once. */
  list(items: readonly string[]): string;
  country(code: string): string;
  /** Order of names, as a reader of the language expects. */
  compare(a: string, b: string): number;
}

const two = (n: number): string => String(n).padStart(2, '0');

function isoDay(at: Instant): string {
  const d = new Date(at);
  return `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}`;
}

function stamp(at: Instant): string {
  const d = new Date(at);
  const clock = `${two(d.getHours())}:${two(d.getMinutes())}`;
  const sameYear = d.getFullYear() === new Date().getFullYear();
  return `${sameYear ? isoDay(at).slice(5) : isoDay(at)} ${clock}`;
}

function relative(formatter: Intl.RelativeTimeFormat, span: number): string {
  const size = Math.abs(span);
  if (size < minute) return formatter.format(Math.round(span / second), 'second');
  if (size < hour) return formatter.format(Math.round(span / minute), 'minute');
  if (size < day) return formatter.format(Math.round(span / hour), 'hour');
  if (size < 60 * day) return formatter.format(Math.round(span / day), 'day');
  if (size < 700 * day) return formatter.format(Math.round(span / (30.44 * day)), 'month');
  return formatter.format(Math.round(span / (365.25 * day)), 'year');
}

function build(language: Language): Format {
  const locale = locales[language];
  const number = new Intl.NumberFormat(locale);
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  const monthDay = new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric' });
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const span = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  const collator = new Intl.Collator(locale);
  const shortDate = (at: Instant): string =>
    new Date(at).getFullYear() === new Date().getFullYear() ? monthDay.format(at) : date.format(at);
  return {
    number: (value) => number.format(value),
    money: (value, currency) => new Intl.NumberFormat(locale, { style: 'currency', currency }).format(value),
    date: (at) => date.format(at),
    shortDate,
    dateTime: (at) => `${shortDate(at)}${language === 'en' ? ', ' : ' '}${time.format(at)}`,
    fullDateTime: (at) => `${date.format(at)}${language === 'en' ? ', ' : ' '}${time.format(at)}`,
    time: (at) => time.format(at),
    isoDay,
    stamp,
    relative: (at, now) => (Math.abs(at - now) < 5 * second ? justNow[language] : relative(span, at - now)),
    list: (items) => list.format(new Set(items)),
    country: (code) => countries.of(code) ?? code,
    compare: (a, b) => collator.compare(a, b),
  };
}

const built = new Map<Language, Format>();

/** One per language; `Intl` objects are dear to make. */
export function formatFor(language: Language): Format {
  const known = built.get(language);
  if (known !== undefined) return known;
  const format = build(language);
  built.set(language, format);
  return format;
}
