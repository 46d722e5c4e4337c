/** From permit and ciphertext to values. */
import type { Json } from '@kept/base';
import type { PendingPermit, Permit } from '@kept/gate';
import { checkId, checkPermit, FILING, OPENING, opens, watched } from './check.ts';
import { type Column, fileKey, openColumn } from './column.ts';
import { bucketKey, type Context, heldKeys, personKey, withKeys } from './context.ts';
import { KeyErased, NotPermitted } from './errors.ts';
import { masked } from './mask.ts';
import type { Parts, View } from './parts.ts';
import type { Fetched } from './read.ts';
import { sealLoading } from './write.ts';

type Opened = Record<string, Json>;
type AnyPermit = Permit | Promise<Permit>;

/**
 * The ciphertext is fetched, and the person's key loaded, while the permit is being recorded; nothing is opened before.
 */
export async function openOne(parts: Parts, asked: AnyPermit, id: string): Promise<Opened> {
  watched(asked);
  checkId(parts.def.name, id);
  const early = ahead(parts, asked, (view, subject) => view.one.add({ owner: subject, id }));
  const permit = await asked;
  const view = viewFor(parts, permit);
  const row = await (early ?? view.one.add({ owner: permit.subject, id }));
  return openRow(parts.c, view, permit, id, row);
}

export async function openMany(parts: Parts, asked: AnyPermit, ids: readonly string[]): Promise<Map<string, Opened>> {
  watched(asked);
  for (const id of ids) checkId(parts.def.name, id);
  const early = ahead(parts, asked, (view, subject) => view.many(subject, ids));
  const permit = await asked;
  const view = viewFor(parts, permit);
  const rows = await (early ?? view.many(permit.subject, ids));
  const opened = new Map<string, Opened>();
  for (const [id, row] of rows) opened.set(id, await openRow(parts.c, view, permit, id, row));
  return opened;
}

/** What a file of a row is sealed under. Throws VAULT_NOT_PERMITTED, VAULT_KEY_ERASED. */
export async function keyOfFile(
  { c, def, columns }: Parts,
  asked: AnyPermit,
  { id, bucket }: { readonly id: string; readonly bucket: string },
  field: string,
): Promise<Buffer> {
  watched(asked);
  checkId(def.name, id);
  const permit = await asked;
  checkPermit(c, permit, FILING);
  const of = columns.find(({ fields }) => fields.includes(field));
  if (!of || !opens(permit, of.group) || !permit.fields.includes(field) || permit.masked.includes(field))
    throw new NotPermitted(`it does not open \`${field}\` of \`${def.name}\``, permit.clause);
  const [person, kept] = [personKey(permit.subject), bucketKey(bucket)];
  const [there, made] =
    permit.action === 'collect' ? [[person], [kept, of.groupKey]] : [[person, kept, of.groupKey], []];
  return sealLoading(c, there, made, () => fileKey(of, permit.subject, id, heldKeys(c, person, of.groupKey, kept)!));
}

/** Begins to fetch what a permit that is not yet there will need. Its own failure must not pass before the permit's. */
function ahead<T>(
  parts: Parts,
  asked: AnyPermit,
  fetch: (view: View, subject: string) => Promise<T>,
): Promise<T> | undefined {
  const { subject, group } = (asked ?? {}) as Partial<PendingPermit>;
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
  if (!found.columns.some((column) => names(permit, column))) {
    throw new NotPermitted(`it names no field that \`${def.name}\` keeps for its purpose`, permit.clause);
  }
  return found;
}

function names({ fields }: Permit, column: Column): boolean {
  for (const field of fields) if (column.fields.includes(field)) return true;
  return false;
}

/** Without a turn of the event loop where every key is at hand, which is nearly always. */
function openRow(c: Context, view: View, permit: Permit, id: string, row: Fetched): Opened | Promise<Opened> {
  const person = personKey(permit.subject);
  const bucket = bucketKey(row.bucket);
  const open = (): Opened | undefined => {
    let values: Opened | undefined;
    for (let i = 0; i < view.columns.length; i++) {
      const column = view.columns[i]!;
      const cell = row.cells[i];
      if (!cell || !names(permit, column)) continue;
      const keys = heldKeys(c, person, column.groupKey, bucket);
      if (!keys) return undefined;
      const opened = openColumn(column, permit.subject, id, keys, cell, permit.fields);
      values = values ? Object.assign(values, opened) : opened;
    }
    return maskedFor(permit, values ?? {});
  };
  return open() ?? openLoading(c, [person, bucket, ...view.columns.map((column) => column.groupKey)], open);
}

async function openLoading(c: Context, keys: string[], open: () => Opened | undefined): Promise<Opened> {
  return withKeys(c, keys, () => {
    const opened = open();
    if (!opened) throw new KeyErased();
    return opened;
  });
}

/** What the policy lets be seen only in another form leaves here in no other. */
function maskedFor({ masked: due }: Permit, values: Opened): Opened {
  for (const field of due) if (values[field] !== undefined) values[field] = masked(values[field]);
  return values;
}
