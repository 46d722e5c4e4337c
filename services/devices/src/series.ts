/**
 * What a device told over time, as text that its people can read, and as the few bytes that are kept of it.
 *
 *     2026-11-26T23:00:00.000Z temperature 23.45
 *
 *     kept    := 'c' base64(deflate(column*)) | 'r' base64(deflate(text))       the second where the text is another
 *     column  := key text | count varint | times: first varint, then differences of differences, zigzag
 *                | 0, values: decimals varint, first, then differences, zigzag | 1, words: count, text*, index*
 *
 * A day of one sensor at one point a minute is about 1,500 bytes.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Packing } from '@kept/kit';
import { Reader, Writer } from './varint.ts';

/** One thing that was told. */
export interface Point {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly key: string;
  /** As JSON would write it; without line ends. */
  readonly value: string;
}

const LINE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) (\S+) (.*)$/;

export const textOfPoints = (points: readonly Point[]): string =>
  points.map(({ at, key, value }) => `${new Date(at).toISOString()} ${key} ${value}`).join('\n');

/** Lines that are of another form are left out. */
export const pointsOf = (text: string): Point[] =>
  text.split('\n').flatMap((line): Point[] => {
    const [, at, key, value] = LINE.exec(line) ?? [];
    return at ? [{ at: Date.parse(at), key: key!, value: value! }] : [];
  });

/** In order of time; of two of one key and time the later told. */
export function merged(...parts: readonly (readonly Point[])[]): Point[] {
  const known = new Map<string, Point>();
  for (const point of parts.flat()) known.set(`${point.at} ${point.key}`, point);
  return [...known.values()].sort(inOrder);
}

const inOrder = (a: Point, b: Point): number => a.at - b.at || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

export const packing: Packing = {
  pack(text) {
    const points = merged(pointsOf(text));
    const whole = textOfPoints(points) === text;
    const bytes = whole ? columns(points) : Buffer.from(text);
    return `${whole ? 'c' : 'r'}${deflateRawSync(bytes, { level: 9 }).toString('base64')}`;
  },
  unpack(kept) {
    const bytes = bytesOf(kept);
    return kept.startsWith('c') ? textOfPoints(pointsIn(bytes)) : bytes.toString();
  },
};

const bytesOf = (kept: string): Buffer => inflateRawSync(Buffer.from(kept.slice(1), 'base64'));

/** What is kept, as points. */
export function pointsKept(kept: string): Point[] {
  const bytes = bytesOf(kept);
  return kept.startsWith('c') ? pointsIn(bytes) : merged(pointsOf(bytes.toString()));
}

function columns(points: readonly Point[]): Buffer {
  const out = new Writer();
  for (const [key, own] of Map.groupBy(points, (point) => point.key)) {
    out.text(key);
    out.unsigned(own.length);
    times(out, own);
    const decimals = Math.max(...own.map(({ value }) => decimalsOf(value)));
    if (decimals <= DECIMALS_MAX) numbers(out, own, decimals);
    else words(out, own);
  }
  return out.bytes();
}

function times(out: Writer, points: readonly Point[]): void {
  let [before, step] = [0, 0];
  for (const { at } of points) {
    out.signed(at - before - step);
    step = before === 0 ? 0 : at - before;
    before = at;
  }
}

const DECIMALS_MAX = 6;
/** Infinity for what is no plain number, or would be written in another way. */
function decimalsOf(value: string): number {
  const [, rest = ''] = value.split('.');
  const number = Number(value);
  if (value === '' || String(number) !== value || Object.is(number, -0)) return Number.POSITIVE_INFINITY;
  if (Math.abs(number) > 1e9 || value.includes('e')) return Number.POSITIVE_INFINITY;
  return rest.length;
}

function numbers(out: Writer, points: readonly Point[], decimals: number): void {
  out.unsigned(0);
  out.unsigned(decimals);
  let before = 0;
  for (const { value } of points) {
    const scaled = Math.round(Number(value) * 10 ** decimals);
    out.signed(scaled - before);
    before = scaled;
  }
}

function words(out: Writer, points: readonly Point[]): void {
  const all = [...new Set(points.map(({ value }) => value))];
  const places = new Map(all.map((word, i) => [word, i]));
  out.unsigned(1);
  out.unsigned(all.length);
  for (const word of all) out.text(word);
  for (const { value } of points) out.unsigned(places.get(value)!);
}

function pointsIn(bytes: Buffer): Point[] {
  const points: Point[] = [];
  for (const { key, at, values } of columnsIn(bytes))
    for (const [i, value] of values.entries()) points.push({ at: at[i]!, key, value: String(value) });
  return points.sort(inOrder);
}

/** What was told of one key, in order of time. */
export interface Told {
  readonly key: string;
  readonly at: readonly number[];
  readonly values: readonly (number | string)[];
}

function* columnsIn(bytes: Buffer): Generator<Told> {
  const from = new Reader(bytes);
  while (!from.isOver()) {
    const key = from.text();
    const count = from.unsigned();
    const at = readTimes(from, count);
    yield { key, at, values: from.unsigned() === 0 ? readNumbers(from, count) : readWords(from, count) };
  }
}

/** The same as is kept, without the text between: a year of one sensor in a tenth of the time. */
export function toldIn(kept: string, key: string): Told[] {
  const bytes = bytesOf(kept);
  if (kept.startsWith('c')) return [...columnsIn(bytes)].filter((each) => each.key === key);
  const own = merged(pointsOf(bytes.toString()).filter((point) => point.key === key));
  return [{ key, at: own.map(({ at }) => at), values: own.map(({ value }) => value) }];
}

function readTimes(from: Reader, count: number): number[] {
  const times: number[] = [];
  let [before, step] = [0, 0];
  for (let i = 0; i < count; i++) {
    const at = before + step + from.signed();
    step = before === 0 ? 0 : at - before;
    before = at;
    times.push(at);
  }
  return times;
}

function readNumbers(from: Reader, count: number): number[] {
  const scale = 10 ** from.unsigned();
  let scaled = 0;
  return Array.from({ length: count }, () => {
    scaled += from.signed();
    return scaled / scale;
  });
}

function readWords(from: Reader, count: number): string[] {
  const all = Array.from({ length: from.unsigned() }, () => from.text());
  return Array.from({ length: count }, () => all[from.unsigned()]!);
}
