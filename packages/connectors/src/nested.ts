/** Values within a column that holds an object, or lists of them: `address.city`, `contacts.name`. */
import { masked } from './plan.ts';
import { type Collection, columnOf, type Mask } from './words.ts';

/** Every scalar at the path, through lists, as text. */
export function textsAt(text: string | null | undefined, path: readonly string[]): string[] {
  if (text === null || text === undefined) return [];
  if (path.length === 0 && !/^[[{"]/.test(text)) return [text];
  const found: string[] = [];
  const walk = (value: unknown, at: number): void => {
    if (Array.isArray(value)) for (const each of value) walk(each, at);
    else if (value === null || value === undefined) return;
    else if (at < path.length) {
      if (typeof value === 'object') walk((value as Record<string, unknown>)[path[at]!], at + 1);
    } else if (typeof value === 'string') found.push(value);
    else if (typeof value === 'number' || typeof value === 'boolean') found.push(`${value}`);
  };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // A text that only looks like one, or `{a,b}` as PostgreSQL writes a list.
    value = /^\{.*\}$/s.test(text) ? listOf(text) : text;
  }
  walk(value, 0);
  return found;
}

/** One level of a PostgreSQL array. */
const listOf = (text: string): string[] =>
  [...text.slice(1, -1).matchAll(/"((?:[^"\\]|\\.)*)"|([^,]+)/g)].flatMap(([, quoted, bare]) =>
    quoted !== undefined ? [quoted.replaceAll(/\\(.)/g, '$1')] : bare === 'NULL' ? [] : [bare!],
  );

/** The same object with what is at the path replaced wherever it is; null where nothing was there to replace. */
function maskedAt(text: string, path: readonly string[], value: string | null): string | null {
  let changed = false;
  const walk = (here: unknown, at: number): unknown => {
    if (here === null || here === undefined) return here;
    if (at === path.length) {
      if (here !== value) changed = true;
      return value;
    }
    if (Array.isArray(here)) return here.map((each) => walk(each, at));
    const name = path[at]!;
    if (typeof here !== 'object' || !(name in here)) return here;
    return { ...here, [name]: walk((here as Record<string, unknown>)[name], at + 1) };
  };
  const whole = walk(JSON.parse(text), 0);
  return changed ? JSON.stringify(whole) : null;
}

/** Masked columns, and those of which only parts are. */
export function maskedPartsOf(collection: Collection): {
  whole: { column: string; mask: Mask }[];
  nested: Map<string, { path: string[]; mask: Mask }[]>;
} {
  const fields = masked(collection);
  const parts = fields.filter(({ path }) => path.includes('.'));
  const nested = Map.groupBy(
    parts.map(({ path, mask }) => ({ column: columnOf(path), path: path.split('.').slice(1), mask })),
    ({ column }) => column,
  );
  const whole = fields.filter(({ path }) => !path.includes('.')).map(({ path, mask }) => ({ column: path, mask }));
  return { whole, nested };
}

/** What is random within an object is left out: nothing would tell a later look that it was done. */
const inside = (mask: Mask): string | null => (mask.with === 'text' ? mask.text : null);

/** The object as its masks leave it; null where they have nothing to do. */
export function maskedIn(text: string | null, fields: readonly { path: string[]; mask: Mask }[]): string | null {
  if (text === null) return null;
  let now = text;
  for (const { path, mask } of fields) now = maskedAt(now, path, inside(mask)) ?? now;
  return now === text ? null : now;
}
