import { uuidv7 } from '@kept/base';
import type { PendingPermit } from '@kept/gate';
import type { ActorRole, FieldsOfPurpose, Manifest, PurposeOf } from '@kept/policy';
import type { ListedRow, SealedTable, TableDef } from '@kept/vault';
import { bucketOf, isOver } from './bucket.ts';
import { NothingGiven, WithdrawnMeanwhile } from './errors.ts';
import { checkValues } from './form.ts';
import { type HeldItem, type Holding, itemId } from './holding.ts';
import type { Region } from './region.ts';
import type { FieldForm, ResourceDeclaration } from './resource.ts';
import { type Keeping, keepingOf, purposeOf } from './retention.ts';

/** Who does something. `id` names a person of staff; the person themself needs none. */
export interface By {
  readonly role: ActorRole;
  readonly id?: string;
}

/** Values to take in, by field; `null` deletes, what is left out stays as it is. */
export type Values<F extends string> = { readonly [K in F]?: string | null };

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
  ): Promise<{ readonly row: string; readonly index: number }>;
  /** Opens fields of one row for a purpose; only those that have a value are in the answer. */
  read<const P extends PurposeOf<M>, const K extends F & FieldsOfPurpose<M, P>>(
    by: By,
    owner: string,
    row: string,
    purpose: P,
    fields: readonly K[],
  ): Promise<{ readonly [Q in K]?: string }>;
  /** Rows of a person, without opening anything. */
  rows(owner: string): Promise<readonly { readonly id: string; readonly createdAt: Date }[]>;
  /** Removes a row whose purpose is over; false where there was none. */
  remove(owner: string, row: string): Promise<boolean>;
}

interface Options {
  readonly region: Region;
  readonly service: string;
  readonly resource: string;
  readonly declaration: ResourceDeclaration;
  readonly table: TableDef;
}

/** What the operations on one resource share. */
interface Parts extends Options {
  readonly sealed: SealedTable;
  readonly form: Readonly<Record<string, FieldForm>>;
  readonly fields: readonly string[];
  /** By the policy in force. */
  keeping(): Keeping;
}

export function openRepository(options: Options): Repository {
  const { region, service, declaration, table } = options;
  const fields = Object.values(table.sealed).flatMap((column) => column.fields);
  const parts: Parts = {
    ...options,
    sealed: region.vault.table(table),
    form: declaration.form as Readonly<Record<string, FieldForm>>,
    fields,
    keeping: () => keepingOf(region.program.manifest, { field: fields[0]!, collection: declaration.collection }),
  };
  const rows = async (owner: string) => (await live(parts, owner)).map(({ id, createdAt }) => ({ id, createdAt }));
  return {
    table,
    form: parts.form,
    holding: holdingOf(parts),
    rows,
    collect: (by, owner, values, row = declaration.rows === 'one' ? owner : uuidv7(region.clock)) =>
      collect(parts, by, owner, values, row),
    async read(by, owner, row, purpose, wanted) {
      if (!(await rows(owner)).some(({ id }) => id === row)) return {};
      const ask = { action: 'use', actor: by, service, subject: owner, purpose, fields: wanted } as const;
      return stated(await parts.sealed.open(region.gate.permit(ask), row), wanted);
    },
    remove: async (owner, row) => (await parts.sealed.remove(owner, [row])) > 0,
  };
}

/** Rows that have not ended. */
async function live({ region, sealed }: Parts, owner: string): Promise<ListedRow[]> {
  const rows = await sealed.rows(owner);
  const over = new Map<string, boolean>();
  for (const { bucket } of rows) if (!over.has(bucket)) over.set(bucket, await isOver(region, bucket));
  return rows.filter(({ bucket }) => !over.get(bucket));
}

async function collect(
  parts: Parts,
  by: By,
  owner: string,
  values: Values<string>,
  row: string,
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
    const own = Object.fromEntries(permit.fields.map((field) => [field, values[field] ?? null]));
    if (known) await sealed.update(permit, row, own);
    else {
      const bucket = bucketOf(parts.keeping(), region.clock.now(), await region.subjects.consents(owner));
      await sealed.insert(permit, { id: row, plain: {}, values: own, bucket });
    }
    known = true;
  }
  await keptOnlyIfStillAgreed(parts, owner);
  return { row, index: permits[0]!.index };
}

/** One question for each purpose that these fields are kept for. */
function asked({ region, service, declaration }: Parts, by: By, owner: string, fields: readonly string[]) {
  const { collection } = declaration;
  const purposes = Map.groupBy(fields, (field) => purposeOf(region.program.manifest, { field, collection })!);
  const ask = { action: 'collect', actor: by, service, subject: owner, collection } as const;
  return [...purposes].map(
    ([purpose, own]): PendingPermit<string, string, 'collect'> => region.gate.permit({ ...ask, purpose, fields: own }),
  );
}

/** A consent may be withdrawn between the decision and the write; then what was written goes as it would have gone. */
async function keptOnlyIfStillAgreed(parts: Parts, owner: string): Promise<void> {
  const { consents } = parts.keeping();
  if (consents.length === 0) return;
  const given = (await parts.region.subjects.subject(owner)).consents;
  const missing = consents.find((consent) => !given.includes(consent));
  if (missing === undefined) return;
  await withdrawn(parts, owner, missing);
  throw new WithdrawnMeanwhile(parts.region.program.manifest.consents[missing]?.clause);
}

/** Keys first: what they open is gone before its row is. */
async function withdrawn({ region, sealed, keeping }: Parts, owner: string, consent: string): Promise<number> {
  if (!keeping().consents.includes(consent)) return 0;
  const rows = await sealed.rows(owner);
  await Promise.all([...new Set(rows.map(({ bucket }) => bucket))].map((bucket) => region.vault.destroyBucket(bucket)));
  return sealed.remove(
    owner,
    rows.map(({ id }) => id),
  );
}

function holdingOf(parts: Parts): Holding {
  const { service, resource, declaration, sealed, fields, form } = parts;
  const { collection } = declaration;
  return {
    ...{ service, resource, collection, fields, correctable: fields },
    async items(owner) {
      return (await live(parts, owner)).flatMap(({ id: row, createdAt: collectedAt, present }) =>
        present.map(
          (field): HeldItem => ({
            ...{ id: itemId(service, resource, row, field), service, resource, row, collection, field, collectedAt },
          }),
        ),
      );
    },
    open: (permit, row) => sealed.open(permit, row),
    async correct(permit, row, values) {
      checkValues(form, values);
      await sealed.update(permit, row, values as never);
    },
    withdrawn: (owner, consent) => withdrawn(parts, owner, consent),
    remove: (owner) => sealed.removeOwner(owner),
  };
}

const stated = <K extends string>(
  values: Readonly<Record<string, unknown>>,
  fields: readonly K[],
): { readonly [P in K]?: string } =>
  Object.fromEntries(
    fields.flatMap((field) => (typeof values[field] === 'string' ? [[field, values[field]]] : [])),
  ) as { [P in K]?: string };
