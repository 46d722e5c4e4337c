/** For stores that have no language to ask in: rows are looked at one by one, and masked before they are written. */
import { randomBytes } from 'node:crypto';
import { maskedIn, maskedPartsOf, textsAt } from './nested.ts';
import type { Collection, Mask, Match, Row } from './words.ts';

/** Whether any match holds of a row, exactly or, where it says so, in large and small letters alike. */
export function matcher(matches: readonly Match[]): (row: Row) => boolean {
  const sought = matches.map(({ field, values, folded }) => {
    const [column, ...path] = field.split('.') as [string, ...string[]];
    return { column, path, folded, values: new Set(values) };
  });
  return (row) =>
    sought.some(({ column, path, folded, values }) =>
      textsAt(row[column], path).some((text) => values.has(folded ? text.toLowerCase() : text)),
    );
}

/** A key as one text, to be compared. */
export const keyText = (collection: Pick<Collection, 'primaryKey'>, row: Row): string =>
  JSON.stringify(collection.primaryKey.map((column) => row[column] ?? null));

export const keySet = (collection: Pick<Collection, 'primaryKey'>, keys: readonly Row[]): ReadonlySet<string> =>
  new Set(keys.map((key) => keyText(collection, key)));

/** Another text each time. */
export function maskText(mask: Mask): string | null {
  if (mask.with === 'null') return null;
  if (mask.with === 'text') return mask.text;
  return `${randomBytes(Math.ceil(mask.length / 2))
    .toString('hex')
    .slice(0, mask.length)}${mask.suffix}`;
}

/**
 * Columns of the row that its masks change, as they leave them; null where there is nothing left to do. What is random
 * counts as masked when it has the form that the mask writes. `absent`: how the store writes a value that is not there.
 */
export function maskedColumns(
  collection: Collection,
  row: Row,
  absent: string | null = null,
): Record<string, string | null> | null {
  const { whole, nested } = maskedPartsOf(collection);
  const changed: Record<string, string | null> = {};
  for (const { column, mask } of whole)
    if (column in row && !isMasked(mask, row[column] ?? absent, absent)) changed[column] = maskText(mask) ?? absent;
  for (const [column, fields] of nested) {
    const after = maskedIn(row[column] || null, fields);
    if (after !== null) changed[column] = after;
  }
  return Object.keys(changed).length > 0 ? changed : null;
}

function isMasked(mask: Mask, value: string | null, absent: string | null): boolean {
  if (mask.with === 'null') return value === absent;
  if (mask.with === 'text') return value === mask.text;
  const { length, suffix } = mask;
  return (
    value !== null &&
    value.length === length + suffix.length &&
    value.endsWith(suffix) &&
    /^[0-9a-f]*$/.test(value.slice(0, length))
  );
}

/** Only these columns, each there. */
export const columnsOf = (row: Row, columns: readonly string[]): Row =>
  Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));

/** In pages of at most `size`, as they come. */
export async function* paged<T>(all: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let page: T[] = [];
  for await (const each of all) {
    page.push(each);
    if (page.length < size) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}
