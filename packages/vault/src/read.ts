/** Coalesced reads of ciphertext: what is asked for in one turn is one statement. */
import { Batcher } from '@kept/base';
import type { Column } from './column.ts';
import type { Context } from './context.ts';
import { NoRow } from './errors.ts';
import { selectMany, selectPairs, statement } from './statements.ts';

export interface Place {
  readonly owner: string;
  readonly id: string;
}

export interface Fetched {
  readonly bucket: string;
  /** By column asked for, in order. */
  readonly cells: readonly (Buffer | null)[];
}

interface Row extends Record<string, unknown> {
  readonly bucket: string;
}

const BATCH = { max: 500, lanes: 2 };

/** Reads one row among many. Throws VAULT_ROW_NOT_FOUND for the caller whose row is not there. */
export function reader(c: Context, table: string, columns: readonly Column[]): Batcher<Place, Fetched> {
  const names = columns.map((each) => each.name);
  const select = statement<Row & { n: number }>(selectPairs(table, names));
  return new Batcher<Place, Fetched>(BATCH, async (places) => {
    const rows = await select(c.pool, [
      `{${places.map((place) => place.owner).join(',')}}`,
      `{${places.map((place) => place.id).join(',')}}`,
    ]);
    const answers: (Fetched | undefined)[] = places.map(() => undefined);
    for (const row of rows) answers[row.n - 1] = fetched(row, names);
    return answers.map((answer) => answer ?? new NoRow());
  });
}

/** Rows of one owner, those that are there. */
export function manyReader(c: Context, table: string, columns: readonly Column[]) {
  const names = columns.map((each) => each.name);
  const select = statement<Row & { id: string }>(selectMany(table, names));
  return async (owner: string, ids: readonly string[]): Promise<Map<string, Fetched>> => {
    const rows = await select(c.pool, [owner, `{${ids.join(',')}}`]);
    return new Map(rows.map((row) => [row.id, fetched(row, names)]));
  };
}

const fetched = (row: Row, names: readonly string[]): Fetched => ({
  bucket: row.bucket,
  cells: names.map((name) => row[name] as Buffer | null),
});
