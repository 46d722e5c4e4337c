import { checkId } from './check.ts';
import { heldIn, WHICH_MAX } from './column.ts';
import type { Context } from './context.ts';
import { BadValue, NoRow, NotDeclared, Taken } from './errors.ts';
import { foldRows } from './fold.ts';
import { inserter, plainValue } from './insert.ts';
import { keyOfFile, openMany, openOne } from './open.ts';
import { type Parts, partsOf } from './parts.ts';
import type { ListedRow, SealedTable } from './sealed-table.ts';
import {
  countHaving,
  deleteRows,
  deleteSome,
  selectHaving,
  selectListed,
  selectListedAfter,
  selectNewest,
  selectNewestOf,
  selectUntil,
  statement,
  updatePlain,
} from './statements.ts';
import type { PurposeGroups, TableDef } from './table-def.ts';
import { insertRow, updateRow } from './write.ts';

const FIRST = '00000000-0000-0000-0000-000000000000';
/** SQLSTATE of a value that may be there once. */
const UNIQUE = '23505';
/** Rows that one statement removes at most. */
const PIECE = 5_000;

/** Throws VAULT_BAD_TABLE. */
export function sealedTable<D extends TableDef, G extends PurposeGroups>(c: Context, def: D): SealedTable<D, G> {
  const parts = partsOf(c, def);
  const inserts = inserter(c, def);
  const listed = statement<Record<string, unknown>>(selectListed(def, WHICH_MAX));
  const listedAfter = statement<Record<string, unknown>>(selectListedAfter(def, WHICH_MAX));
  const removed = statement<{ id: string }>(deleteRows(def.name));
  const removedSome = statement<{ count: number }>(deleteSome(def.name));
  const table = {
    def,
    insert: (permit, row) => insertRow(parts, inserts, permit, row),
    open: (permit, id) => openOne(parts, permit, id),
    openMany: (permit, ids) => openMany(parts, permit, ids),
    update: (permit, id, values) => updateRow(parts, permit, id, values),
    fold: (permit, ids, join) => foldRows(parts, permit, ids, join),
    updatePlain: (owner, id, plain) => setPlain(parts, owner, id, plain),
    async rows(owner) {
      checkId(def.name, owner);
      return (await listed(c.pool, [owner])).map((row) => listedRow(parts, row));
    },
    async rowsAfter(owner, after, limit) {
      for (const id of [owner, after ?? FIRST]) checkId(def.name, id);
      return (await listedAfter(c.pool, [owner, after ?? FIRST, limit])).map((row) => listedRow(parts, row));
    },
    async having(column, value) {
      if (!def.plain[column]?.indexed) throw new NotDeclared(def.name, `an index by \`${column}\``);
      const rows = await statement<Record<string, unknown>>(selectHaving(def, column, WHICH_MAX))(c.pool, [value]);
      return rows.map((row) => ({ ...listedRow(parts, row), owner: row['owner_id'] as string }));
    },
    fileKey: (permit, row, field) => keyOfFile(parts, permit, row, field),
    async newest(column, value, before, limit) {
      if (!def.plain[column]?.indexed) throw new NotDeclared(def.name, `an index by \`${column}\``);
      const rows = await statement<Record<string, unknown>>(selectNewest(def, column, WHICH_MAX))(c.pool, [
        ...[value, before, limit],
      ]);
      return rows.map((row) => ({ ...listedRow(parts, row), owner: row['owner_id'] as string }));
    },
    async newestOf(column, values, before, limit) {
      if (!def.plain[column]?.indexed) throw new NotDeclared(def.name, `an index by \`${column}\``);
      const sql = selectNewestOf(def, column, WHICH_MAX);
      const rows = await statement<Record<string, unknown>>(sql)(c.pool, [values, before, limit]);
      return rows.map((row) => ({ ...listedRow(parts, row), owner: row['owner_id'] as string }));
    },
    async counts(column, values) {
      if (!def.plain[column]?.indexed) throw new NotDeclared(def.name, `an index by \`${column}\``);
      const sql = countHaving(def, column);
      const rows = await statement<{ value: string; count: number }>(sql)(c.pool, [values]);
      return new Map(rows.map(({ value, count }) => [value, count]));
    },
    async until(column, moment) {
      const { indexed, type } = def.plain[column] ?? {};
      if (!indexed || type !== 'timestamptz') throw new NotDeclared(def.name, `an index by the time \`${column}\``);
      const rows = await statement<Record<string, unknown>>(selectUntil(def, column, WHICH_MAX))(c.pool, [moment]);
      return rows.map((row) => ({ ...listedRow(parts, row), owner: row['owner_id'] as string }));
    },
    async remove(owner, ids) {
      for (const id of [owner, ...ids]) checkId(def.name, id);
      return (await removed(c.pool, [owner, `{${ids.join(',')}}`])).length;
    },
    async removeOwner(owner) {
      checkId(def.name, owner);
      for (let total = 0; ; ) {
        const [gone] = await removedSome(c.pool, [owner, PIECE]);
        total += gone!.count;
        if (gone!.count < PIECE) return total;
      }
    },
  } satisfies SealedTable;
  // The types of a table say more than its code knows: which purpose opens which field is checked at run time too.
  return table as unknown as SealedTable<D, G>;
}

async function setPlain(
  { c, def }: Parts,
  owner: string,
  id: string,
  plain: Readonly<Record<string, unknown>>,
): Promise<void> {
  for (const each of [owner, id]) checkId(def.name, each);
  const names = Object.keys(plain);
  for (const name of names) if (!Object.hasOwn(def.plain, name)) throw new NotDeclared(def.name, name);
  const values = names.map((name) => plainValue(def.plain[name]!.type, plain[name]));
  let rows: unknown[];
  try {
    rows = await statement(updatePlain(def.name, names))(c.pool, [owner, id, new Date(c.clock.now()), ...values]);
  } catch (error) {
    const { code = '' } = error as { code?: string };
    if (code === UNIQUE) throw new Taken(def.name);
    throw /^(22|23)/.test(code) ? new BadValue(def.name, error) : error;
  }
  if (rows.length === 0) throw new NoRow();
}

function listedRow({ def, columns }: Parts, row: Record<string, unknown>): ListedRow {
  const present = columns.flatMap((column) => {
    const start = row[column.name] as Buffer | null;
    return start ? heldIn(column, start) : [];
  });
  return {
    id: row.id as string,
    plain: Object.fromEntries(Object.keys(def.plain).map((name) => [name, row[name]])) as ListedRow['plain'],
    bucket: row.bucket as string,
    createdAt: row.created_at as Date,
    updatedAt: row.updated_at as Date,
    present,
  };
}
