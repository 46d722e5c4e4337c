/**
 * What a durable workflow may be given, answer and send. All of it is stored in clear, for as long as the job is
 * remembered, so that no personal value may be among it.
 */
import { NotPlain } from './errors.ts';

/** See `assertPlain`. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

// biome-ignore lint/suspicious/noConfusingVoidType: an async function that returns nothing answers nothing
export type Noted = Plain | void;

/** An id, with its kind before it if need be: `person:0190…`. */
const UUID = /^(?:[a-z][a-z-]{0,19}:)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** SHA-256, as hash of a policy or a leaf. */
const DIGEST = /^[0-9a-f]{64}$/;
/** The name of something that the program itself knows: a step, a field, a clause, a region, a language. */
const WORD = /^[A-Za-z0-9:._-]{1,64}$/;
/** A phone or identity number is such a word too, but for its digits; a date is not. */
const LONG_NUMBER = /\d{7}/;

const LENGTH_MAX = 65_536;
const DEPTH_MAX = 8;

/**
 * Whether a word may be kept in clear: a UUID (also after a kind, `person:…`), a SHA-256 in hex, or up to 64 letters, digits
 * and `:._-` without seven digits in a row. Names and free text have spaces, accents, ideographs; addresses an `@`;
 * phone numbers their digits.
 */
export const isWord = (text: string): boolean =>
  UUID.test(text) || DIGEST.test(text) || (WORD.test(text) && !LONG_NUMBER.test(text));

/**
 * Throws JOBS_NOT_PLAIN, with the path of the offender and without its value, unless `value` consists of ids, short
 * words, finite numbers, booleans, null, and arrays and plain objects of these; `undefined` counts as null. At most 64 KiB.
 */
export function assertPlain(value: unknown): void {
  walk(value, '', 0);
  if (JSON.stringify(value ?? null).length > LENGTH_MAX) throw new NotPlain('', 'is larger than 64 KiB');
}

function walk(value: unknown, path: string, depth: number): void {
  if (depth > DEPTH_MAX) throw new NotPlain(path, 'is nested too deeply');
  switch (typeof value) {
    case 'undefined':
    case 'boolean':
      return;
    case 'number':
      if (!Number.isFinite(value)) throw new NotPlain(path, 'is a number that JSON cannot say');
      return;
    case 'string':
      if (!isWord(value)) throw new NotPlain(path, 'is a text that is neither an id nor a short word');
      return;
    case 'object':
      inside(value, path, depth);
      return;
    default:
      throw new NotPlain(path, `is a ${typeof value}`);
  }
}

function inside(value: object | null, path: string, depth: number): void {
  if (value === null) return;
  if (Array.isArray(value)) {
    for (const [i, each] of value.entries()) walk(each, `${path}/${i}`, depth + 1);
    return;
  }
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new NotPlain(path, 'is neither an array nor a plain object');
  for (const [i, [key, each]] of Object.entries(value).entries()) {
    // A key that is not a word may be personal itself: its place is told, not its text.
    if (!isWord(key)) throw new NotPlain(`${path}/#${i}`, 'has a key that is neither an id nor a short word');
    walk(each, `${path}/${key}`, depth + 1);
  }
}
