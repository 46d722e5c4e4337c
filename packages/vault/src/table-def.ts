import type { Json } from '@kept/base';
import type { Columns } from '@kept/db';
import { BadTable } from './errors.ts';

/** PostgreSQL types that a plain column may have. */
export type PlainType = 'text' | 'timestamptz' | 'integer' | 'boolean' | 'uuid' | 'jsonb';

/** A column that says nothing of a person: a state, a count, a time. */
export interface PlainColumn {
  readonly type: PlainType;
  /** Why it is not personal, in one sentence. */
  readonly why: string;
  readonly nullable?: boolean;
  /** Rows of several people are found by it: see `SealedTable.having`. */
  readonly indexed?: boolean;
  /** Each value once in the whole table; null any number of times. Who comes second is told VAULT_TAKEN. */
  readonly unique?: boolean;
}

/** A column that holds declared fields of the row's owner, as one sealed value. */
export interface SealedColumn {
  /** Purpose group of the policy whose key, with the person's and the bucket's, seals it. */
  readonly group: string;
  /** In this order for ever; new ones go to the end. */
  readonly fields: readonly string[];
}

/** A table of one person's rows: `(owner_id, id)` is its key, by which it is also distributed. */
export interface TableDef {
  readonly name: string;
  readonly plain: Readonly<Record<string, PlainColumn>>;
  readonly sealed: Readonly<Record<string, SealedColumn>>;
}

/** Purpose group by purpose, as types: `GroupsOf<typeof manifest>`. */
export type PurposeGroups = Readonly<Record<string, string>>;
export type GroupsOf<M extends { readonly purposes: Readonly<Record<string, { readonly group: string }>> }> = {
  readonly [P in keyof M['purposes'] & string]: M['purposes'][P]['group'];
};

interface TypeOf {
  text: string;
  timestamptz: Date;
  integer: number;
  boolean: boolean;
  uuid: string;
  jsonb: Json;
}

type PlainOf<D extends TableDef> = D['plain'];
type Nullable<D extends TableDef> = {
  [C in keyof PlainOf<D>]: PlainOf<D>[C] extends { readonly nullable: true } ? C : never;
}[keyof PlainOf<D>];

/** Values of the plain columns; those that may be null may be left out. */
export type PlainValues<D extends TableDef> = string extends keyof PlainOf<D>
  ? Readonly<Record<string, Json | Date | undefined>>
  : { readonly [C in Exclude<keyof PlainOf<D>, Nullable<D>>]: TypeOf[PlainOf<D>[C]['type']] } & {
      readonly [C in Nullable<D>]?: TypeOf[PlainOf<D>[C]['type']] | null;
    };

type Pairs<D extends TableDef> = {
  [C in keyof D['sealed']]: {
    readonly group: D['sealed'][C]['group'];
    readonly field: D['sealed'][C]['fields'][number];
  };
}[keyof D['sealed']];

/** Purposes whose permits open something in this table. `rights` opens everything: it is the person's own. */
export type PurposesFor<D extends TableDef, G extends PurposeGroups> = string extends keyof G
  ? string
  : ({ [P in keyof G]: G[P] extends Pairs<D>['group'] ? P : never }[keyof G] & string) | 'rights';

/** Fields of this table that a permit of purpose P may open. */
export type FieldsFor<D extends TableDef, G extends PurposeGroups, P extends string> = P extends 'rights'
  ? Pairs<D>['field']
  : Extract<Pairs<D>, { readonly group: G[P] }>['field'];

const NAME = /^[a-z][a-z0-9_]{0,47}$/;
/** Columns that every sealed table has. */
const FIXED = {
  owner_id: ['id', 'the person'],
  id: ['id', 'the row'],
  bucket: ['id', 'names the key whose loss ends the row'],
  created_at: ['operational', 'when the row was made'],
  updated_at: ['operational', 'when the row was changed'],
} as const;

/** Throws VAULT_BAD_TABLE. Names go into statements: nothing but letters, digits and underscores gets through. */
export function checkTable(def: TableDef): void {
  const refuse = (why: string): never => {
    throw new BadTable(def.name, why);
  };
  if (!NAME.test(def.name)) refuse('its name is not lower-case letters, digits and underscores');
  const columns = [...Object.keys(def.plain), ...Object.keys(def.sealed)];
  for (const column of columns) {
    if (!NAME.test(column) || Object.hasOwn(FIXED, column)) refuse(`\`${column}\` cannot be the name of a column`);
  }
  if (new Set(columns).size !== columns.length) refuse('two columns have one name');
  if (Object.keys(def.sealed).length === 0) refuse('it seals nothing; a table of no person needs no vault');
  const fields = Object.values(def.sealed).flatMap((column) => column.fields);
  if (Object.values(def.sealed).some((column) => column.fields.length === 0)) refuse('a sealed column has no fields');
  if (new Set(fields).size !== fields.length) refuse('a field is sealed twice; one row holds one value of it');
}

/** What each column of the table holds, as its declaration says. */
export const columnsOf = ({ plain, sealed }: TableDef): Columns[string] => ({
  ...FIXED,
  ...Object.fromEntries(Object.entries(plain).map(([name, { why }]) => [name, ['operational', why] as const])),
  ...Object.fromEntries(
    Object.entries(sealed).map(([name, { fields }]) => [name, ['sealed', fields.join(', ')] as const]),
  ),
});

/** The statements that make the table: the service's first migration. Its columns are those of `def`, in order. */
export function ddl(def: TableDef): string {
  checkTable(def);
  const plain = Object.entries(def.plain).map(
    ([name, { type, nullable }]) => `${name} ${type}${nullable ? '' : ' not null'}`,
  );
  const sealed = Object.keys(def.sealed).map((name) => `${name} bytea`);
  const columns = [
    'owner_id uuid not null',
    'id uuid not null',
    'bucket text not null',
    'created_at timestamptz not null',
    'updated_at timestamptz not null',
    ...plain,
    ...sealed,
    'primary key (owner_id, id)',
  ];
  // Ciphertext does not compress: trying would cost time on every write of a long value. Apart, for PostgreSQL 15.
  const external = Object.keys(def.sealed).map((name) => `alter column ${name} set storage external`);
  const stored = external.length > 0 ? `alter table ${def.name} ${external.join(', ')};\n` : '';
  const indexed = Object.entries(def.plain)
    .filter(([, column]) => column.indexed)
    .map(([name]) => `create index ${def.name}_${name} on ${def.name} (${name}, id);\n`);
  const once = Object.entries(def.plain)
    .filter(([, column]) => column.unique)
    .map(([name]) => `create unique index ${def.name}_${name}_once on ${def.name} (${name});\n`);
  return `create table ${def.name} (\n  ${columns.join(',\n  ')}\n);\n${stored}${[...indexed, ...once].join('')}`;
}
