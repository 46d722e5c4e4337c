/** The library's tables as they stand in the database: plain columns, one blob, blind indexes. */
import type { BetterAuthOptions } from 'better-auth';
import { getAuthTables } from 'better-auth/db';
import { Undeclared } from './errors.ts';
import { PERSONAL, type Personal } from './personal.ts';

/** One table, under the names that the database sees. */
export interface Model {
  readonly name: string;
  readonly fields: Readonly<
    Record<string, { readonly type: string; readonly unique: boolean; readonly refers: boolean }>
  >;
  readonly owner: 'self' | 'person' | 'day' | undefined;
  readonly group: string;
  readonly sealed: ReadonlySet<string>;
  /** Blind index by field: the kind of its keyed hash. */
  readonly blinds: Readonly<Record<string, string>>;
  readonly claims: Readonly<Record<string, string>>;
  readonly kept: ReadonlySet<string>;
}

export type Schema = Readonly<Record<string, Model>>;

/** Throws `IDENTITY_MODEL_UNDECLARED` for a table that the library has under these options and nobody has declared. */
export function schemaOf(options: BetterAuthOptions, personal: Readonly<Record<string, Personal>> = PERSONAL): Schema {
  const schema: Record<string, Model> = {};
  for (const [name, table] of Object.entries(getAuthTables(options))) {
    const spec = personal[name];
    if (!spec) throw new Undeclared(name);
    const known = (names: readonly string[] = []) => names.filter((field) => field in table.fields);
    const claims = Object.fromEntries(Object.entries(spec.claim ?? {}).filter(([field]) => field in table.fields));
    const indexed = known(spec.index).map((field) => [field, kindOf(name, field)] as const);
    schema[name] = {
      name,
      fields: Object.fromEntries(
        Object.entries(table.fields).map(([field, { type, unique, references }]) => [
          field,
          { type: String(type), unique: unique === true, refers: references !== undefined },
        ]),
      ),
      owner: spec.owner,
      group: spec.group ?? '',
      sealed: new Set(known(spec.seal)),
      blinds: { ...Object.fromEntries(indexed), ...claims },
      claims,
      kept: new Set(known(spec.keep)),
    };
  }
  return schema;
}

const snake = (text: string): string => text.replace(/[A-Z]+/g, (upper) => `_${upper.toLowerCase()}`);

/** Kind of the keyed hashes of one field; hashes of two fields cannot be compared. */
export const kindOf = (model: string, field: string): string =>
  `auth-${snake(model)}-${snake(field)}`.replaceAll('_', '-');

/** A quoted identifier. Names come from the library's schema, never from a request. */
export const column = (field: string): string => `"${snake(field)}"`;
export const raw = (field: string): string => snake(field);
export const blindOf = (field: string): string => `${field}_blind`;
export const tableOf = (model: string): string => `"auth_${snake(model)}"`;

const TYPES: Readonly<Record<string, string>> = {
  date: 'timestamptz',
  boolean: 'boolean',
  number: 'bigint',
  json: 'jsonb',
};

/** The statements that make these tables. A test holds the migration file against it, so that an update is noticed. */
export function ddl(schema: Schema): string {
  return Object.values(schema)
    .map((model) => [create(model), ...indexes(model)].join('\n'))
    .join('\n\n');
}

function create(model: Model): string {
  const columns = ['id text primary key'];
  if (model.sealed.size > 0) columns.push('key_id text not null', 'sealed bytea not null');
  for (const [field, { type }] of Object.entries(model.fields))
    if (!model.sealed.has(field)) columns.push(`${column(field)} ${TYPES[type] ?? 'text'}`);
  for (const field of Object.keys(model.blinds)) columns.push(`${column(blindOf(field))} bytea`);
  return `create table ${tableOf(model.name)} (\n  ${columns.join(',\n  ')}\n);`;
}

function indexes(model: Model): string[] {
  const statement = (field: string, unique: boolean) =>
    `create ${unique ? 'unique ' : ''}index ${column(`auth_${model.name}_${field}`)} on ${tableOf(model.name)} (${column(field)});`;
  const plain = Object.entries(model.fields)
    .filter(([field, { unique, refers }]) => !model.sealed.has(field) && (unique || refers))
    .map(([field, { unique }]) => statement(field, unique));
  const blind = Object.keys(model.blinds).map((field) => statement(blindOf(field), model.fields[field]!.unique));
  return [...plain, ...blind];
}
