/** Many rows by one decision: what devices send, and what is made of it later. */
import { type Instant, Refused, uuidv7 } from '@kept/base';
import { bucketOf } from './bucket.ts';
import { BucketsDiffer, NothingGiven } from './errors.ts';
import { checkValues, packed, unpacked } from './form.ts';
import { asked, type By, keptOnlyIfStillAgreed, live, type Parts, type Plain, type Values } from './parts.ts';

/** A new row: its values, and its plain columns. `id` is a UUID of the caller's; one that is there throws VAULT_ROW_CONFLICT. */
export interface Entry<F extends string = string> {
  readonly id?: string;
  readonly values: Values<F>;
  readonly plain?: Plain;
}

type Texts = Readonly<Record<string, string>>;

export async function append(
  parts: Parts,
  by: By,
  owner: string,
  entries: readonly Entry[],
  from: Instant = parts.region.clock.now(),
): Promise<{ rows: string[]; index: number; clause: string }> {
  const { region, sealed, form } = parts;
  for (const { values } of entries) checkValues(form, values);
  const fields = [...new Set(entries.flatMap(({ values }) => Object.keys(values)))];
  if (fields.length === 0) throw new NothingGiven();
  const [pending, ...others] = asked(parts, by, owner, fields);
  if (others.length > 0) throw new BucketsDiffer('fields of several purposes');
  const [permit, consents] = await Promise.all([pending!, region.subjects.consents(owner)]);
  const bucket = bucketOf(parts.keeping(), from, consents);
  const rows = entries.map(({ id = uuidv7(region.clock), values, plain = {} }) => ({
    ...{ id, plain, bucket },
    values: packed(form, values),
  }));
  await Promise.all(rows.map((row) => sealed.insert(permit, row)));
  await keptOnlyIfStillAgreed(parts, owner);
  return { rows: rows.map(({ id }) => id), index: permit.index, clause: permit.clause };
}

export async function readMany(
  parts: Parts,
  by: By,
  owner: string,
  rows: readonly string[],
  purpose: string,
  fields: readonly string[],
  as: 'text' | 'kept' = 'text',
): Promise<ReadonlyMap<string, Texts>> {
  const { region, service, sealed, form } = parts;
  const there = new Map((await live(parts, await sealed.rows(owner))).map((row) => [row.id, row]));
  const wanted = rows.filter((id) => there.has(id));
  const collectedAt = Math.min(region.clock.now(), ...wanted.map((id) => there.get(id)!.createdAt.getTime()));
  const ask = { action: 'use', actor: by, service, subject: owner, purpose, fields, collectedAt } as const;
  const opened = await sealed.openMany(region.gate.permit(ask), wanted);
  return new Map([...opened].map(([id, values]) => [id, (as === 'kept' ? values : unpacked(form, values)) as Texts]));
}

/** Rows of one person that are asked for together. */
export async function show(
  parts: Parts,
  by: By,
  rows: readonly { readonly owner: string; readonly id: string }[],
  purpose: string,
  fields: readonly string[],
): Promise<ReadonlyMap<string, Texts>> {
  const { region, service, sealed, form } = parts;
  const shown = new Map<string, Texts>();
  const ofOne = async ([owner, own]: [string, typeof rows]): Promise<void> => {
    const ask = { action: 'disclose', actor: by, service, subject: owner, purpose, fields } as const;
    const opened = await sealed.openMany(
      region.gate.permit(ask),
      own.map(({ id }) => id),
    );
    for (const [id, values] of opened) shown.set(id, unpacked(form, values) as Texts);
  };
  const asked = [...Map.groupBy(rows, ({ owner }) => owner)];
  for (const outcome of await Promise.allSettled(asked.map(ofOne)))
    if (outcome.status === 'rejected' && !isNo(outcome.reason)) throw outcome.reason;
  return shown;
}

/** The policy, or the person's choice, says no; or the person is gone. */
const isNo = (error: unknown): boolean => error instanceof Refused;

export async function fold(
  parts: Parts,
  by: By,
  owner: string,
  rows: readonly string[],
  purpose: string,
  join: (values: readonly Texts[]) => Texts,
): Promise<boolean> {
  const { region, service, sealed, form, fields } = parts;
  if (rows.length < 2) return false;
  const listed = new Map((await live(parts, await sealed.rows(owner))).map((row) => [row.id, row]));
  const there = rows.filter((id) => listed.has(id));
  if (new Set(there.map((id) => listed.get(id)!.bucket)).size > 1) throw new BucketsDiffer('rows of several buckets');
  const permit = await region.gate.permit({
    ...{ action: 'use', actor: by, service, subject: owner, purpose, fields },
  });
  return sealed.fold(permit, there, (all) => packed(form, join(all.map((each) => unpacked(form, each) as Texts))));
}
