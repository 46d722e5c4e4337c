/** From permit and ciphertext to values. */
import type { Json } from '@kept/base';
import type { PendingPermit, Permit } from '@kept/gate';
import { checkId, checkPermit, OPENING } from './check.ts';
import { openColumn } from './column.ts';
import { bucketKey, type Context, heldKeys, personKey, withKeys } from './context.ts';
import { KeyErased, NotPermitted } from './errors.ts';
import { masked } from './mask.ts';
import type { Parts, View } from './parts.ts';
import type { Fetched } from './read.ts';

type Opened = Record<string, Json>;
type AnyPermit = Permit | Promise<Permit>;

/**
 * The ciphertext is fetched, and the person's key loaded, while the permit is being recorded; nothing is opened before.
 */
export async function openOne(parts: Parts, asked: AnyPermit, id: string): Promise<Opened> {
  checkId(parts.def.name, id);
  const early = ahead(parts, asked, (view, subject) => view.one.add({ owner: subject, id }));
  const permit = await asked;
  const view = viewFor(parts, permit);
  const row = await (early ?? view.one.add({ owner: permit.subject, id }));
  return openRow(parts.c, view, permit, id, row);
}

export async function openMany(parts: Parts, asked: AnyPermit, ids: readonly string[]): Promise<Map<string, Opened>> {
  for (const id of ids) checkId(parts.def.name, id);
  const early = ahead(parts, asked, (view, subject) => view.many(subject, ids));
  const permit = await asked;
  const view = viewFor(parts, permit);
  const rows = await (early ?? view.many(permit.subject, ids));
  const opened = new Map<string, Opened>();
  for (const [id, row] of rows) opened.set(id, await openRow(parts.c, view, permit, id, row));
  return opened;
}

/** Begins to fetch what a permit that is not yet there will need. Its own failure must not pass before the permit's. */
function ahead<T>(
  parts: Parts,
  asked: AnyPermit,
  fetch: (view: View, subject: string) => Promise<T>,
): Promise<T> | undefined {
  const { subject, group } = asked as Partial<PendingPermit>;
  const view = typeof subject === 'string' && typeof group === 'string' ? parts.view(group) : undefined;
  if (!view) return undefined;
  const fetching = fetch(view, subject!);
  fetching.catch(() => {});
  return fetching;
}

/** Refuses a permit that opens nothing here, and one that does not name a field of what it opens. */
function viewFor({ c, view, def }: Parts, permit: Permit): View {
  checkPermit(c, permit, OPENING);
  const found = view(permit.group);
  if (!found) throw new NotPermitted(`\`${def.name}\` keeps nothing for its purpose`, permit.clause);
  if (!found.columns.some((column) => column.fields.some((field) => permit.fields.includes(field)))) {
    throw new NotPermitted(`it names no field that \`${def.name}\` keeps for its purpose`, permit.clause);
  }
  return found;
}

function openRow(c: Context, view: View, permit: Permit, id: string, row: Fetched): Opened | Promise<Opened> {
  const { subject, fields } = permit;
  const person = personKey(subject);
  const bucket = bucketKey(row.bucket);
  const wanted = (field: string): boolean => fields.includes(field);
  const due = view.columns.flatMap((column, i) => {
    const cell = row.cells[i];
    return cell && column.fields.some(wanted) ? [{ column, cell }] : [];
  });
  const open = (): Opened => {
    let values: Opened | undefined;
    for (const { column, cell } of due) {
      const keys = heldKeys(c, person, column.groupKey, bucket);
      if (!keys) throw new KeyErased();
      const opened = openColumn(column, subject, id, keys, cell, wanted);
      values = values ? Object.assign(values, opened) : opened;
    }
    if (!values) return {};
    // What the policy lets be seen only in another form leaves here in no other.
    for (const field of permit.masked) if (values[field] !== undefined) values[field] = masked(values[field]);
    return values;
  };
  // Without a turn of the event loop where every key is at hand, which is nearly always.
  if (due.every(({ column }) => heldKeys(c, person, column.groupKey, bucket))) return open();
  return withKeys(c, [person, bucket, ...due.map(({ column }) => column.groupKey)], open);
}
