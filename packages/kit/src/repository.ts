import { Refused, uuidv7 } from '@kept/base';
import type { ActorRole, Manifest } from '@kept/policy';
import type { SealedTable, TableDef } from '@kept/vault';
import { FieldNotHeld, NothingHeld, ValueInvalid } from './errors.ts';
import { type HeldItem, type Holding, itemId } from './holding.ts';
import type { Region } from './region.ts';
import type { FieldForm, ResourceDeclaration } from './resource.ts';
import { bucketOf, expiryOf } from './retention.ts';

/** Who does something. `id` names a person of staff; the person themself needs none. */
export interface By {
  readonly role: ActorRole;
  readonly id?: string;
}

/** Values to take in, by field; `null` deletes, what is left out stays as it is. */
export type Values<F extends string> = { readonly [K in F]?: string | null };

/**
 * Records of one resource in one region. Nothing goes in or out but through a recorded decision: each method asks the
 * gate and throws `Refused` (GATE_REFUSED, with clause and reason) where the policy says no.
 */
export interface Repository<F extends string = string> {
  readonly table: TableDef;
  readonly form: Readonly<Record<F, FieldForm>>;
  readonly holding: Holding;
  /** Takes values from a person under the resource's collection row. `null` deletes one. Throws KIT_VALUE_INVALID. */
  collect(
    by: By,
    owner: string,
    values: Values<F>,
    row?: string,
  ): Promise<{ readonly row: string; readonly index: number }>;
  /** Opens fields of one row for a purpose; only those that have a value are in the answer. */
  read<K extends F>(
    by: By,
    owner: string,
    row: string,
    purpose: string,
    fields: readonly K[],
  ): Promise<{ readonly [P in K]?: string }>;
  /** Rows of a person, without opening anything. */
  rows(owner: string): Promise<readonly { readonly id: string; readonly createdAt: Date }[]>;
}

interface Options {
  readonly region: Region;
  readonly service: string;
  readonly resource: string;
  readonly declaration: ResourceDeclaration;
  readonly table: TableDef;
}

export function openRepository(options: Options): Repository {
  const { region, service, declaration, table } = options;
  const sealed = region.vault.table(table);
  const form = declaration.form as Readonly<Record<string, FieldForm>>;
  const rows = async (owner: string): Promise<{ id: string; createdAt: Date }[]> =>
    (await sealed.rows(owner)).map(({ id, createdAt }) => ({ id, createdAt: new Date(createdAt) }));
  return {
    table,
    form,
    holding: holdingOf(options, sealed),
    rows,
    async collect(by, owner, values, row = declaration.rows === 'one' ? owner : uuidv7(region.clock)) {
      const fields = Object.keys(values);
      check(form, values);
      const permit = await region.gate.permit({
        ...{ action: 'collect', actor: by, service, subject: owner, fields, collection: declaration.collection },
        purpose: purposeOf(region.program.manifest, declaration.collection, fields),
      });
      const known = (await sealed.rows(owner)).some(({ id }) => id === row);
      if (known) await sealed.update(permit, row, values);
      else
        await sealed.insert(permit, {
          id: row,
          plain: {},
          values: withValue(values),
          bucket: bucket(region, declaration, fields),
        });
      return { row, index: permit.index };
    },
    async read(by, owner, row, purpose, fields) {
      if (!(await rows(owner)).some(({ id }) => id === row)) return {};
      const ask = { action: 'use', actor: by, service, subject: owner, purpose, fields } as const;
      return stated(await sealed.open(region.gate.permit(ask), row), fields);
    },
  };
}

function holdingOf({ service, resource, declaration, table }: Options, sealed: SealedTable): Holding {
  const form = declaration.form as Readonly<Record<string, FieldForm>>;
  const fields = Object.values(table.sealed).flatMap((column) => column.fields);
  const { collection } = declaration;
  return {
    ...{ service, resource, collection, fields, correctable: fields },
    async items(owner) {
      const rows = await sealed.rows(owner);
      return rows.flatMap(({ id: row, createdAt, present }) =>
        present.map(
          (field): HeldItem => ({
            ...{ id: itemId(service, resource, row, field), service, resource, row, collection, field },
            collectedAt: new Date(createdAt),
          }),
        ),
      );
    },
    open: (permit, row) => sealed.open(permit, row),
    async correct(permit, row, values) {
      check(form, values as Values<string>);
      await sealed.update(permit, row, values as never);
    },
    remove: (owner) => sealed.removeOwner(owner),
  };
}

/** The purpose of the collection row that covers these fields; where several are needed, the first decides and the gate says which field it may not have. */
function purposeOf(manifest: Manifest, collection: string, fields: readonly string[]): string {
  const purposes = manifest.collections[collection]?.purposes ?? [];
  const whole = purposes.find((id) => fields.every((field) => manifest.purposes[id]?.fields.includes(field)));
  const some = whole ?? purposes[0];
  if (!some)
    throw new Refused('KIT_NO_PURPOSE', 'the policy gives no purpose for this', { clause: manifest.otherwise });
  return some;
}

function bucket({ program, clock }: Region, { collection }: ResourceDeclaration, fields: readonly string[]): string {
  const expiries = fields.map((field) => expiryOf(program, { field, collection, collectedAt: clock.now() }));
  const first = expiries.toSorted((a, b) => (a.at ?? Number.POSITIVE_INFINITY) - (b.at ?? Number.POSITIVE_INFINITY))[0];
  if (!first) throw new NothingHeld();
  return bucketOf(first);
}

const withValue = (values: Values<string>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

const stated = <K extends string>(
  values: Readonly<Record<string, unknown>>,
  fields: readonly K[],
): { readonly [P in K]?: string } =>
  Object.fromEntries(
    fields.flatMap((field) => (typeof values[field] === 'string' ? [[field, values[field]]] : [])),
  ) as { [P in K]?: string };

const PATTERNS: Record<FieldForm['kind'], readonly [RegExp, string]> = {
  text: [/^[^\p{Cc}]+$/u, 'takes one line of text'],
  multiline: [/^[^\p{Cc}\n\r\t]*(?:[\n\r\t][^\p{Cc}\n\r\t]*)*$/u, 'takes text without control characters'],
  email: [/^[^\s@]{1,64}@[^\s@]{1,190}$/, 'takes an e-mail address'],
  phone: [/^\+?[\d\s().-]{5,32}$/, 'takes a phone number'],
  date: [/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'takes a day such as 2026-11-23'],
  picture: [
    /^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/]+={0,2}$/,
    'takes a PNG, JPEG or WebP picture as a data URL',
  ],
};

function check(form: Readonly<Record<string, FieldForm>>, values: Values<string>): void {
  for (const [field, value] of Object.entries(values)) {
    const rule = Object.hasOwn(form, field) ? form[field] : undefined;
    if (!rule) throw new FieldNotHeld(field);
    if (value === null || value === undefined) continue;
    const [pattern, must] = PATTERNS[rule.kind];
    if (value.length > rule.longest) throw new ValueInvalid(field, `takes at most ${rule.longest} characters`);
    if (!pattern.test(value)) throw new ValueInvalid(field, must);
  }
}
