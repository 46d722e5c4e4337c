/** Grouped inserts: many callers, one statement, an answer for each. */
import { Batcher } from '@kept/base';
import type { Context } from './context.ts';
import { BadValue, RowExists, Taken } from './errors.ts';
import { insertRows, statement } from './statements.ts';
import type { TableDef } from './table-def.ts';

/** A row with its personal fields sealed: ready to be sent, nothing left to protect. */
export interface SealedRow {
  readonly owner: string;
  readonly id: string;
  readonly bucket: string;
  readonly plain: Readonly<Record<string, unknown>>;
  /** By sealed column, in declared order. */
  readonly cells: readonly (Buffer | null)[];
}

const BATCH = { max: 500, lanes: 3 };
/** Classes of SQLSTATE that one row can cause: data exceptions and integrity constraints. And two batches in each other's way. */
const OF_ONE_ROW = /^(22|23|40P01)/;

export function inserter(c: Context, def: TableDef): Batcher<SealedRow, undefined> {
  const insert = statement<{ owner_id: string; id: string }>(insertRows(def));
  const conflict = Object.values(def.plain).some(({ unique }) => unique)
    ? () => new Taken(def.name)
    : () => new RowExists();
  const all = async (rows: readonly SealedRow[]): Promise<(undefined | Error)[]> => {
    const inserted = await insert(c.pool, parameters(c, def, rows));
    const fresh = new Set(inserted.map((row) => row.owner_id + row.id));
    // Of two in one group that ask for one id, or one value that may be there once, the first has it.
    return rows.map(({ owner, id }) => (fresh.delete(owner + id) ? undefined : conflict()));
  };
  // Where one of them cannot be, halves are tried one after the other, so that it fails alone and the first of two wins.
  const settled = async (rows: readonly SealedRow[]): Promise<(undefined | Error)[]> => {
    try {
      return await all(rows);
    } catch (error) {
      if (!OF_ONE_ROW.test(codeOf(error))) return rows.map(() => error as Error);
      if (rows.length === 1) return [new BadValue(def.name, error)];
    }
    const half = rows.length >> 1;
    const first = await settled(rows.slice(0, half));
    return [...first, ...(await settled(rows.slice(half)))];
  };
  return new Batcher<SealedRow, undefined>(BATCH, settled);
}

function parameters(c: Context, def: TableDef, rows: readonly SealedRow[]): unknown[] {
  const cells = rows.flatMap((row) => row.cells.filter((cell) => cell !== null));
  const list = (of: (row: SealedRow) => string): string => `{${rows.map(of).join(',')}}`;
  const values: unknown[] = [
    list((row) => row.owner),
    list((row) => row.id),
    rows.map((row) => row.bucket),
    new Date(c.clock.now()),
    Buffer.concat(cells),
  ];
  for (const [name, { type }] of Object.entries(def.plain)) {
    values.push(rows.map((row) => plainValue(type, row.plain[name])));
  }
  const starts = Object.keys(def.sealed).map(() => [] as number[]);
  const bytes = Object.keys(def.sealed).map(() => [] as number[]);
  let at = 1;
  for (const row of rows) {
    for (const [i, cell] of row.cells.entries()) {
      starts[i]!.push(at);
      bytes[i]!.push(cell?.length ?? 0);
      at += cell?.length ?? 0;
    }
  }
  for (const [i, each] of starts.entries()) values.push(`{${each.join(',')}}`, `{${bytes[i]!.join(',')}}`);
  return values;
}

/** JSON is one text to the driver, which would take an array apart. */
export const plainValue = (type: string, value: unknown): unknown =>
  value === undefined || value === null ? null : type === 'jsonb' ? JSON.stringify(value) : value;

const codeOf = (error: unknown): string => (error as { code?: string } | null)?.code ?? '';
