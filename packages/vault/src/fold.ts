/** Several rows of a person become one, in one transaction: whoever reads sees all of them, or the one. */
import { type PoolClient, transaction } from '@kept/db';
import type { Permit } from '@kept/gate';
import { CHANGING, checkId, checkPermit, opens, watched } from './check.ts';
import { type Column, openColumn } from './column.ts';
import { bucketKey, type Context, heldKeys, personKey } from './context.ts';
import { KeyErased, NotPermitted } from './errors.ts';
import { aloneWith } from './holds.ts';
import type { Values } from './pack.ts';
import type { Parts } from './parts.ts';
import { deleteRows, selectManyForUpdate, statement, updateCells } from './statements.ts';
import { partOf, sealed, sealLoading } from './write.ts';

type Held = Record<string, unknown> & { readonly id: string; readonly bucket: string };

/**
 * The first stays, the others go. False, and nothing changed, where somebody reads the person row after row, or fewer than
 * two are there. INVARIANT: read under the lock that they are changed under, so that what was erased does not come back.
 */
export async function foldRows(
  parts: Parts,
  asked: Permit | Promise<Permit>,
  ids: readonly string[],
  join: (rows: readonly Values[]) => Values,
): Promise<boolean> {
  const { c, def, columns } = parts;
  watched(asked);
  for (const id of ids) checkId(def.name, id);
  const permit = await asked;
  checkPermit(c, permit, CHANGING);
  for (const column of columns) checkCovers(permit, column);
  const names = columns.map(({ name }) => name);
  const select = statement<Held>(selectManyForUpdate(def.name, names));
  const [write, remove] = [statement(updateCells(def.name, names)), statement(deleteRows(def.name))];
  return transaction(c.pool, async (db: PoolClient) => {
    if (!(await aloneWith(db, permit.subject))) return false;
    const all = await select(db, [permit.subject, `{${ids.join(',')}}`]);
    const rows = all.filter(({ bucket }) => bucket === all[0]!.bucket);
    const [first, ...rest] = rows;
    if (!first || rest.length === 0) return false;
    const there = [personKey(permit.subject), bucketKey(first.bucket)];
    const made = columns.map(({ groupKey }) => groupKey);
    const cells = await sealLoading(c, there, made, () => {
      const joined = join(rows.map((row) => opened(c, columns, permit.subject, row)));
      return columns.map((column) => sealed(c, column, permit.subject, first, partOf(column, joined)));
    });
    await write(db, [permit.subject, first.id, new Date(c.clock.now()), ...cells]);
    await remove(db, [permit.subject, `{${rest.map(({ id }) => id).join(',')}}`]);
    return true;
  });
}

/** A row is rewritten whole, so all of it is opened. */
function checkCovers(permit: Permit, { group, fields }: Column): void {
  if (!opens(permit, group)) throw new NotPermitted('a row that is folded is of one purpose', permit.clause);
  if (!fields.every((field) => permit.fields.includes(field)))
    throw new NotPermitted('it does not name every field of the row', permit.clause);
  // What is seen only in part would be kept only in part.
  if (permit.masked.length > 0) throw new NotPermitted('it shows a field in another form', permit.clause);
}

function opened(c: Context, columns: readonly Column[], owner: string, row: Held): Values {
  const values: Record<string, Values[string]> = {};
  for (const column of columns) {
    const keys = heldKeys(c, personKey(owner), column.groupKey, bucketKey(row.bucket));
    if (!keys) throw new KeyErased();
    const cell = row[column.name] as Buffer | null;
    if (cell) Object.assign(values, openColumn(column, owner, row.id, keys, cell, column.fields));
  }
  return values;
}
