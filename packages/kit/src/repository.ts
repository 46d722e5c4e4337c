import { firstIdAt, type Instant, uuidv7 } from '@kept/base';
import type { FieldsOfPurpose, Manifest, PurposeOf } from '@kept/policy';
import type { ListedRow, TableDef } from '@kept/vault';
import { bucketOf, isOver } from './bucket.ts';
import { append, type Entry, fold, readMany, show } from './bulk.ts';
import { tellCorrection } from './corrections.ts';
import { NothingGiven } from './errors.ts';
import { removeFiles } from './file-names.ts';
import { type Files, filesOf, openFile, sweepFiles } from './files.ts';
import { checkValues, packed, unpacked } from './form.ts';
import { type HeldItem, type Holding, itemId, type OwnPermit } from './holding.ts';
import {
  asked,
  type By,
  keptOnlyIfStillAgreed,
  type Listed,
  live,
  type Options,
  type Parts,
  type Plain,
  type Values,
  withdrawn,
} from './parts.ts';
import type { FieldForm } from './resource.ts';
import { keepingOf } from './retention.ts';

/**
 * Records of one resource in one region. Nothing goes in or out but through a recorded decision: each method asks the
 * gate and throws `Refused` (GATE_REFUSED, with clause and reason) where the policy says no. What has ended is not here,
 * whether or not its bytes are gone.
 */
export interface Repository<F extends string = string, M extends Manifest = Manifest> {
  readonly table: TableDef;
  readonly form: Readonly<Record<F, FieldForm>>;
  readonly holding: Holding;
  /**
   * Takes values from a person under the resource's collection row; each purpose among them is a decision of its own,
   * and nothing is kept unless all permit. `null` deletes one. Throws KIT_VALUE_INVALID.
   */
  collect(
    by: By,
    owner: string,
    values: Values<F>,
    row?: string,
    plain?: Plain,
  ): Promise<{ readonly row: string; readonly index: number }>;
  /**
   * Takes many new rows from a person by one decision, durable when it resolves. `from` is when the oldest of it counts
   * as collected, now if absent: rows that end together share a key. Throws KIT_VALUE_INVALID.
   */
  append(
    by: By,
    owner: string,
    entries: readonly Entry<F>[],
    from?: Instant,
  ): Promise<{ readonly rows: readonly string[]; readonly index: number; readonly clause: string }>;
  /** Opens fields of one row for a purpose; only those that have a value are in the answer. */
  read<const P extends PurposeOf<M>, const K extends F & FieldsOfPurpose<M, P>>(
    by: By,
    owner: string,
    row: string,
    purpose: P,
    fields: readonly K[],
  ): Promise<{ readonly [Q in K]?: string }>;
  /**
   * The same of many rows by one decision; rows that are not there are not in the answer. `kept`: as the form’s packing
   * keeps them, for who can read that faster than the text.
   */
  readMany<const P extends PurposeOf<M>, const K extends F & FieldsOfPurpose<M, P>>(
    by: By,
    owner: string,
    rows: readonly string[],
    purpose: P,
    fields: readonly K[],
    as?: 'text' | 'kept',
  ): Promise<ReadonlyMap<string, { readonly [Q in K]?: string }>>;
  /**
   * Makes one row of several that end together, in one transaction: `join` is given the values of each by age, and answers
   * those of the oldest, which stays; the others go. False, and nothing changed, where somebody reads the person’s rows one
   * after the other, or fewer than two are there: it is for later.
   */
  fold<const P extends PurposeOf<M>>(
    by: By,
    owner: string,
    rows: readonly string[],
    purpose: P,
    join: (values: readonly { readonly [Q in F]?: string }[]) => { readonly [Q in F]?: string },
  ): Promise<boolean>;
  /** Files that rows tell of, where the form has a field of the kind `file`. */
  readonly files: Files;
  /**
   * Fields of many rows of whomever, each asked for as to be shown to others (`disclose`): one decision for each owner. What
   * the policy refuses for its owner, and what is gone, is not in the answer, which is by row.
   */
  show<const P extends PurposeOf<M>, const K extends F & FieldsOfPurpose<M, P>>(
    by: By,
    rows: readonly { readonly owner: string; readonly id: string }[],
    purpose: P,
    fields: readonly K[],
  ): Promise<ReadonlyMap<string, { readonly [Q in K]?: string }>>;
  /** Rows of a person, without opening anything. */
  rows(owner: string): Promise<readonly Listed[]>;
  /** Rows of whomever that have this value in an indexed plain column. */
  having(column: string, value: string): Promise<readonly (Listed & { readonly owner: string })[]>;
  /** The newest of them, before the row `before` where it is not null. */
  newest(
    column: string,
    value: string,
    before: string | null,
    limit: number,
  ): Promise<readonly (Listed & { readonly owner: string })[]>;
  /** The same of those that have one of these values, each named once. */
  newestOf(
    column: string,
    values: readonly string[],
    before: string | null,
    limit: number,
  ): Promise<readonly (Listed & { readonly owner: string })[]>;
  /**
   * How many rows a person has that were made since, `most` at the most: of rows whose ids this repository gives out. As
   * it is counted where everybody writes, what follows from it holds for every process together.
   */
  countSince(owner: string, since: Instant, most: number): Promise<number>;
  /** How many rows of whomever have each of these values. */
  counts(column: string, values: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Rows of whomever whose time in an indexed plain column has come. */
  until(column: string, moment: Instant): Promise<readonly (Listed & { readonly owner: string })[]>;
  /** Sets plain columns, which are not personal. Throws VAULT_TAKEN for a value that may be there once. */
  setPlain(owner: string, row: string, plain: Plain): Promise<void>;
  /** Removes rows whose purpose is over; false where there was none. */
  remove(owner: string, row: string | readonly string[]): Promise<boolean>;
}

export function openRepository(options: Options): Repository {
  const { region, service, declaration, table } = options;
  const fields = Object.values(table.sealed).flatMap((column) => column.fields);
  const parts: Parts = {
    ...options,
    sealed: region.vault.table(table),
    form: declaration.form as Readonly<Record<string, FieldForm>>,
    fields,
    fileField: fields.find((field) => declaration.form[field as never]?.['kind'] === 'file') ?? null,
    keeping: () => keepingOf(region.program.manifest, { field: fields[0]!, collection: declaration.collection }),
  };
  const rows = async (owner: string) => live(parts, await parts.sealed.rows(owner));
  return {
    table,
    form: parts.form,
    holding: holdingOf(parts),
    rows,
    having: async (column, value) => live(parts, await parts.sealed.having(column, value)),
    newest: async (column, value, before, limit) =>
      live(parts, await parts.sealed.newest(column, value, before, limit)),
    newestOf: async (column, values, before, limit) =>
      live(parts, await parts.sealed.newestOf(column, values, before, limit)),
    countSince: async (owner, since, most) => (await parts.sealed.rowsAfter(owner, firstIdAt(since), most)).length,
    counts: (column, values) => parts.sealed.counts(column, values),
    files: filesOf(parts),
    show: (by, some, purpose, wanted) => show(parts, by, some, purpose, wanted) as never,
    until: async (column, moment) => live(parts, await parts.sealed.until(column, new Date(moment))),
    setPlain: (owner, row, plain) => parts.sealed.updatePlain(owner, row, plain),
    collect: (by, owner, values, row = declaration.rows === 'one' ? owner : uuidv7(region.clock), plain = {}) =>
      collect(parts, by, owner, values, row, plain),
    append: (by, owner, entries, from) => append(parts, by, owner, entries, from),
    readMany: (by, owner, ids, purpose, wanted, as) => readMany(parts, by, owner, ids, purpose, wanted, as) as never,
    fold: (by, owner, ids, purpose, join) => fold(parts, by, owner, ids, purpose, join as never),
    async read(by, owner, row, purpose, wanted) {
      const held = (await rows(owner)).find(({ id }) => id === row);
      if (held === undefined) return {};
      const collectedAt = held.createdAt.getTime();
      const ask = { action: 'use', actor: by, service, subject: owner, purpose, fields: wanted, collectedAt } as const;
      return stated(parts.form, await parts.sealed.open(region.gate.permit(ask), row), wanted);
    },
    async remove(owner, row) {
      await removeFiles(parts, owner, [row].flat());
      return (await parts.sealed.remove(owner, [row].flat())) > 0;
    },
  };
}

async function collect(
  parts: Parts,
  by: By,
  owner: string,
  values: Values<string>,
  row: string,
  plain: Plain,
): Promise<{ row: string; index: number }> {
  const { region, sealed } = parts;
  checkValues(parts.form, values);
  if (Object.keys(values).length === 0) throw new NothingGiven();
  const permits = await Promise.all(asked(parts, by, owner, Object.keys(values)));
  const there = (await sealed.rows(owner)).find(({ id }) => id === row);
  const over = there !== undefined && (await isOver(region, there.bucket));
  if (over) await sealed.remove(owner, [row]);
  let known = there !== undefined && !over;
  for (const permit of permits) {
    const own = packed(parts.form, Object.fromEntries(permit.fields.map((field) => [field, values[field] ?? null])));
    if (known) await sealed.update(permit, row, own);
    else {
      const bucket = bucketOf(parts.keeping(), region.clock.now(), await region.subjects.consents(owner));
      await sealed.insert(permit, { id: row, plain, values: own, bucket });
    }
    known = true;
  }
  await keptOnlyIfStillAgreed(parts, owner);
  return { row, index: permits[0]!.index };
}

const isTyped = ({ kind }: FieldForm): boolean => kind !== 'picture' && kind !== 'document' && kind !== 'file';

/** Rows that are listed or opened at once, of a person who has many. */
const PAGE = 500;

function holdingOf(parts: Parts): Holding {
  const { service, resource, declaration, sealed, fields, form } = parts;
  const { collection } = declaration;
  const itemsOf = async (rows: readonly ListedRow[]): Promise<HeldItem[]> =>
    (await live(parts, rows)).flatMap(({ id: row, createdAt: collectedAt, present }) =>
      present.map((field) => ({
        ...{ id: itemId(service, resource, row, field), service, resource, row, collection, field, collectedAt },
      })),
    );
  return {
    ...{ service, resource, collection, fields, correctable: fields },
    single: declaration.rows === 'one' ? fields.filter((field) => isTyped(form[field]!)) : [],
    check: (values) => checkValues(form, values),
    items: async (owner) => itemsOf(await sealed.rows(owner)),
    async *pages(owner) {
      let rows: readonly ListedRow[];
      let last: string | null = null;
      do {
        rows = await sealed.rowsAfter(owner, last, PAGE);
        last = rows.at(-1)?.id ?? null;
        yield await itemsOf(rows);
      } while (rows.length === PAGE);
    },
    open: async (permit, row) => unpacked(form, await sealed.open(permit, row)),
    openMany: async (permit, rows) =>
      new Map([...(await sealed.openMany(permit, rows))].map(([row, values]) => [row, unpacked(form, values)])),
    async correct(permit, row, values) {
      checkValues(form, values);
      await sealed.update(permit, row, packed(form, values) as never);
      if (parts.fileField !== null && values[parts.fileField] === null) await removeFiles(parts, permit.subject, [row]);
      await tellCorrection(parts.region, { service, resource, owner: permit.subject, row });
    },
    ...(parts.fileField === null
      ? {
          async take(owner: string, values: Readonly<Record<string, string>>) {
            const row = declaration.rows === 'one' ? owner : uuidv7(parts.region.clock);
            await collect(parts, { role: 'person' }, owner, values, row, {});
          },
        }
      : {
          file: (permit: OwnPermit | Promise<OwnPermit>, row: string) => openFile(parts, permit, row, 'whole'),
          sweep: () => sweepFiles(parts),
        }),
    ...(declaration.shown && { takeDown: (owner: string) => takeDown(parts, owner) }),
    withdrawn: (owner, consent) => withdrawn(parts, owner, consent),
    async remove(owner) {
      if (parts.fileField !== null) await parts.region.files.store.removeOwner(owner);
      return sealed.removeOwner(owner);
    },
  };
}

async function takeDown(parts: Parts, owner: string): Promise<number> {
  const ids = (await parts.sealed.rows(owner)).map(({ id }) => id);
  await removeFiles(parts, owner, ids);
  return ids.length === 0 ? 0 : parts.sealed.remove(owner, ids);
}

const stated = <K extends string>(
  form: Parts['form'],
  values: Readonly<Record<string, unknown>>,
  fields: readonly K[],
): { readonly [P in K]?: string } => {
  const texts = unpacked(form, values);
  return Object.fromEntries(
    fields.flatMap((field) => (typeof texts[field] === 'string' ? [[field, texts[field]]] : [])),
  ) as { [P in K]?: string };
};
