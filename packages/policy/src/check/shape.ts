import { isTerm } from '@kept/vocab';
import { isCountry } from '../country.ts';
import type { Names } from '../names.ts';
import type { Report } from '../problem.ts';
import { LANGUAGES } from '../text.ts';

type Path = readonly (string | number)[];

/** What the checks of one manifest share: the ids it declares, and where problems go. */
export interface Context {
  readonly report: Report;
  readonly declared: Readonly<Record<keyof Names, ReadonlySet<string>>>;
}

/** Reports what is wrong with the form of a value, or with a name in it. */
export type Shape = (value: unknown, path: Path, context: Context) => void;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const mismatch = ({ report }: Context, path: Path, expected: string): void =>
  report(path, 'POLICY_SHAPE', `is not ${expected}`, `write ${expected}`);

const scalar =
  (expected: string, fits: (value: unknown) => boolean): Shape =>
  (value, path, context) => {
    if (!fits(value)) mismatch(context, path, expected);
  };

export const string = scalar('a text that is not empty', (value) => typeof value === 'string' && value.trim() !== '');
export const boolean = scalar('true or false', (value) => typeof value === 'boolean');
export const whole = scalar('a whole number from 0', (value) => Number.isSafeInteger(value) && (value as number) >= 0);
export const country = scalar('an ISO 3166-1 alpha-2 code', (value) => typeof value === 'string' && isCountry(value));
export const id = scalar('an id: lower case, digits, hyphens', (value) => typeof value === 'string' && ID.test(value));
export const day = scalar('a day, such as 2025-11-24', (value) => typeof value === 'string' && isDay(value));
export const exactly = (expected: unknown): Shape => scalar(JSON.stringify(expected), (value) => value === expected);

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

function isDay(value: string): boolean {
  const time = Date.parse(`${value}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

export const oneOf = (...words: readonly string[]): Shape =>
  scalar(`one of ${words.join(', ')}`, (value) => words.includes(value as string));

export const optional =
  (shape: Shape): Shape =>
  (value, path, context) => {
    if (value !== undefined) shape(value, path, context);
  };

export const nullable =
  (shape: Shape): Shape =>
  (value, path, context) => {
    if (value !== null) shape(value, path, context);
  };

export const text: Shape = (value, path, context) => {
  if (!isRecord(value)) return mismatch(context, path, 'a sentence in every language');
  for (const lang of LANGUAGES) {
    if (typeof value[lang] === 'string' && value[lang].trim() !== '') continue;
    context.report(
      [...path, lang],
      'POLICY_TEXT_MISSING',
      `says nothing in ${lang}`,
      'write the sentence in every language',
    );
  }
  onlyMembers(value, LANGUAGES, path, context);
};

export const term: Shape = (value, path, { report }) => {
  if (typeof value === 'string' && isTerm(value)) return;
  report(path, 'POLICY_UNKNOWN_TERM', 'is no term of the pinned vocabulary', 'look it up in @kept/vocab');
};

/** A name that the manifest declares, or one of `others`. */
export const ref =
  (kind: keyof Names, ...others: readonly string[]): Shape =>
  (value, path, { report, declared }) => {
    if (typeof value === 'string' && (declared[kind].has(value) || others.includes(value))) return;
    report(
      path,
      'POLICY_UNKNOWN_NAME',
      `names a ${kind} that is not declared`,
      `declare the ${kind}, or correct the name`,
    );
  };

/** The other end of a transfer: a region, a country, or `*`. */
export const place: Shape = (value, path, context) => {
  if (typeof value === 'string' && isCountry(value)) return;
  ref('region', '*')(value, path, context);
};

/** A list in which nothing stands twice. */
export const list =
  (shape: Shape): Shape =>
  (value, path, context) => {
    if (!Array.isArray(value)) return mismatch(context, path, 'a list');
    const seen = new Set<unknown>();
    for (const [i, item] of value.entries()) {
      shape(item, [...path, i], context);
      if (typeof item === 'string' && seen.has(item))
        context.report([...path, i], 'POLICY_TWICE', 'stands twice in its list', 'write it once');
      seen.add(item);
    }
  };

export const record =
  (shape: Shape, key: Shape = id): Shape =>
  (value, path, context) => {
    if (!isRecord(value)) return mismatch(context, path, 'a record');
    for (const [name, item] of Object.entries(value)) {
      key(name, [...path, name], context);
      shape(item, [...path, name], context);
    }
  };

/** An object with these members and no others: a misspelt member says nothing, and must not pass for something said. */
export const object =
  (members: Readonly<Record<string, Shape>>): Shape =>
  (value, path, context) => {
    if (!isRecord(value)) return mismatch(context, path, 'an object');
    for (const [name, shape] of Object.entries(members)) shape(value[name], [...path, name], context);
    onlyMembers(value, Object.keys(members), path, context);
  };

function onlyMembers(
  value: Record<string, unknown>,
  members: readonly string[],
  path: Path,
  { report }: Context,
): void {
  for (const name of Object.keys(value))
    if (!members.includes(name) && value[name] !== undefined)
      report([...path, name], 'POLICY_SHAPE', 'is no member that belongs here', 'remove it, or correct its name');
}
