/**
 * What one would write without Kept: plain columns, a statement for each read or insert; the same with an audit row
 * ("naively compliant"); and the same technique that Kept uses, many callers in one statement.
 */
import { Batcher } from '@kept/base';
import { type Pool, transaction } from '@kept/db';
import { COLUMNS, FIELDS, type Field, type Person } from './people.ts';

const LIST = COLUMNS.join(', ');
const PLAIN = `(id uuid primary key, ${COLUMNS.map((name) => `${name} text`).join(', ')}`;

export const AUDIT_TABLE = `create table audit (id bigint generated always as identity primary key, at timestamptz not null default now(),
  who text, subject uuid, purpose text, action text, fields text)`;

type Row = Record<string, string>;
export type Values = Readonly<Record<Field, string>>;

const valuesOf = (row: Row): Values =>
  Object.fromEntries(FIELDS.map((field, i) => [field, row[COLUMNS[i]!]])) as Values;

export const readRaw = async (pool: Pool, id: string): Promise<Values> =>
  valuesOf(
    (await pool.query<Row>({ name: 'raw_read', text: `select ${LIST} from plain where id = $1`, values: [id] }))
      .rows[0]!,
  );

export async function readAudited(pool: Pool, id: string): Promise<Values> {
  const values = await readRaw(pool, id);
  await audit(pool, id, 'use');
  return values;
}

const audit = (db: Pick<Pool, 'query'>, id: string, action: string): Promise<unknown> =>
  db.query({
    name: 'raw_audit',
    text: 'insert into audit (who, subject, purpose, action, fields) values ($1, $2, $3, $4, $5)',
    values: ['bench', id, 'delivery', action, LIST],
  });

/** Equal technique: what is asked for in one turn is one statement. */
export function coalescedRaw(pool: Pool): (id: string) => Promise<Values> {
  const batcher = new Batcher<string, Values>({ max: 500, lanes: 2 }, async (ids) => {
    const text = `select id, ${LIST} from plain where id = any($1::uuid[])`;
    const { rows } = await pool.query<Row>({ name: 'raw_read_many', text, values: [`{${ids.join(',')}}`] });
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => valuesOf(found.get(id)!));
  });
  return (id) => batcher.add(id);
}

export const plainTable = `create table plain ${PLAIN})`;
/** With the two unique indexes that "one account for each e-mail and phone" takes. */
export const uniqueTable = `create table plain_unique ${PLAIN}, unique (email), unique (phone))`;

const INSERT = `insert into plain_unique (id, ${LIST}) values ($1, ${COLUMNS.map((_, i) => `$${i + 2}`).join(', ')})`;
const values = ({ id, values }: Person): string[] => [id, ...FIELDS.map((field) => values[field])];

export const insertRaw = (pool: Pool, person: Person): Promise<unknown> =>
  pool.query({ name: 'raw_insert', text: INSERT, values: values(person) });

export const insertAudited = (pool: Pool, person: Person): Promise<unknown> =>
  transaction(pool, async (db) => {
    await db.query({ name: 'raw_insert', text: INSERT, values: values(person) });
    await audit(db as unknown as Pool, person.id, 'collect');
  });

export function groupedInserts(pool: Pool): (person: Person) => Promise<undefined> {
  const text = `insert into plain_unique (id, ${LIST}) select * from unnest($1::uuid[], ${COLUMNS.map((_, i) => `$${i + 2}::text[]`).join(', ')})`;
  const batcher = new Batcher<Person, undefined>({ max: 500, lanes: 2 }, async (people) => {
    const columns = [people.map(({ id }) => id), ...FIELDS.map((field) => people.map((each) => each.values[field]))];
    await pool.query({ name: 'raw_insert_many', text, values: columns });
    return people.map(() => undefined);
  });
  return (person) => batcher.add(person);
}

/** Fills `plain` with the people. */
export async function fillPlain(pool: Pool, people: readonly Person[]): Promise<void> {
  const text = `insert into plain (id, ${LIST}) select * from unnest($1::uuid[], ${COLUMNS.map((_, i) => `$${i + 2}::text[]`).join(', ')})`;
  for (let at = 0; at < people.length; at += 1_000) {
    const some = people.slice(at, at + 1_000);
    await pool.query({
      text,
      values: [some.map(({ id }) => id), ...FIELDS.map((field) => some.map((each) => each.values[field]))],
    });
  }
  await pool.query('vacuum analyze plain');
}
