/** Values, lengths of time and times of day, as other platforms write them. */
import type { Thing } from './names.ts';
import { type Path, record, type Source } from './source.ts';

const ON: ReadonlySet<string> = new Set(['on', 'locked', 'open']);
const OFF: ReadonlySet<string> = new Set(['off', 'unlocked', 'closed']);
const COVER: Readonly<Record<string, string>> = { open: 'OPEN', closed: 'CLOSE' };

/** What Home Assistant calls `on` is what the device says; undefined, and said, where it has no such value. */
export function ownValue(source: Source, path: Path, { feature }: Thing, value: unknown): string | undefined {
  const text = textOf(source, path, value);
  if (text === undefined) return undefined;
  const values = feature?.values ?? [];
  if (feature?.kind === 'binary') {
    if (values.includes(text)) return text;
    const own = ON.has(text) ? values[0] : OFF.has(text) ? values[1] : undefined;
    if (own !== undefined) return own;
  } else if (feature?.kind === 'enum') {
    if (values.includes(text)) return text;
    const own = COVER[text];
    if (own !== undefined && values.includes(own)) return own;
  } else if (text !== 'unavailable' && text !== 'unknown' && text !== 'on' && text !== 'off') return text;
  source.cannot(path, 'value', text);
  return undefined;
}

/** A scalar as text. YAML 1.1 reads `on` as true, and Home Assistant with it. */
export function textOf(source: Source, path: Path, value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (typeof value !== 'string' || value === '' || value.length > 500) {
    source.cannot(path, 'value', value);
    return undefined;
  }
  if (isTemplate(value)) {
    source.cannot(path, 'template', value);
    return undefined;
  }
  return value;
}

export const isTemplate = (value: string): boolean => /\{\{|\{%/.test(value);

export function number(source: Source, path: Path, value: unknown): number | undefined {
  const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof read === 'number' && Number.isFinite(read)) return read;
  source.cannot(path, typeof value === 'string' && isTemplate(value) ? 'template' : 'value', value);
  return undefined;
}

const UNITS = { days: 86_400, hours: 3_600, minutes: 60, seconds: 1, milliseconds: 0.001 } as const;
const WORDS: Readonly<Record<string, number>> = {
  ...{ s: 1, sec: 1, second: 1, seconds: 1, m: 60, min: 60, minute: 60, minutes: 60 },
  ...{ h: 3_600, hour: 3_600, hours: 3_600, d: 86_400, day: 86_400, days: 86_400 },
};

/** Whole seconds: `90`, `"00:01:30"`, `{minutes: 1, seconds: 30}`, `90sec`, `1min30sec`. */
export function seconds(source: Source, path: Path, value: unknown): number | undefined {
  const read = secondsOf(value);
  if (read === undefined) {
    source.cannot(path, typeof value === 'string' && isTemplate(value) ? 'template' : 'value', value);
    return undefined;
  }
  if (Number.isInteger(read)) return read;
  source.cannot(path, 'range', value);
  return undefined;
}

function secondsOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return secondsOfText(value.trim());
  const parts = record(value);
  if (!parts || !Object.keys(parts).every((key) => key in UNITS)) return undefined;
  const all = Object.entries(parts).map(([key, part]) => Number(part) * UNITS[key as keyof typeof UNITS]);
  return all.every(Number.isFinite) ? all.reduce((sum, each) => sum + each, 0) : undefined;
}

function secondsOfText(text: string): number | undefined {
  const [, sign = '', clock] = /^([+-]?)(\d+:\d{2}(?::\d{2})?)$/.exec(text) ?? [];
  if (clock !== undefined) {
    const [hours = 0, minutes = 0, rest = 0] = clock.split(':').map(Number);
    return (sign === '-' ? -1 : 1) * (hours * 3_600 + minutes * 60 + rest);
  }
  if (/^[+-]?\d+$/.test(text)) return Number(text);
  if (!/^(\d+\s*[a-z]+\s*)+$/i.test(text)) return undefined;
  let sum = 0;
  for (const [, count, word] of text.toLowerCase().matchAll(/(\d+)\s*([a-z]+)/g)) {
    const unit = WORDS[word!];
    if (unit === undefined) return undefined;
    sum += Number(count) * unit;
  }
  return sum;
}

/** `7:05`, `07:05:00`, `7:05 pm`; undefined for what is none. */
export function timeOfDay(value: unknown): string | undefined {
  // YAML 1.1 reads 7:05 as a number to the base of sixty.
  if (typeof value !== 'string') return undefined;
  const [, h, m, s, half] = /^(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(am|pm)?$/i.exec(value.trim()) ?? [];
  if (h === undefined || m === undefined) return undefined;
  const hour = half === undefined ? Number(h) : (Number(h) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  if (hour > 23 || Number(m) > 59 || Number(s ?? 0) > 59) return undefined;
  return [String(hour).padStart(2, '0'), m, ...(s === undefined || s === '00' ? [] : [s])].join(':');
}
