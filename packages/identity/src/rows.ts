/** Reading and writing sealed rows: what the library's adapter is made of. */
import type { Pool, PoolClient } from '@kept/db';
import { atomic, type Effects } from './effects.ts';
import { contactTaken } from './errors.ts';
import { type Condition, whereClause } from './filter.ts';
import type { Claims } from './ports.ts';
import { blindOf, column, type Model, raw, tableOf } from './schema.ts';
import { isNobodysEmail, type Row, type Sealing } from './sealing.ts';

/** Where rows are: the pool, or inside a transaction its client, then with that transaction's effects. */
export interface Place {
  readonly pool: Pool;
  readonly region: string;
  readonly claims: Claims;
  readonly sealing: Sealing;
  readonly tx?: { readonly client: PoolClient; readonly effects: Effects };
}

export type Where = readonly Condition[];
export type Increment = Readonly<Record<string, number>>;

async function run(db: Pool | PoolClient, sql: string, args: unknown[]): Promise<Row[]> {
  return (await db.query<Row>(sql, args)).rows;
}

const on = (place: Place): Pool | PoolClient => place.tx?.client ?? place.pool;

const within = <T>(place: Place, work: (client: PoolClient, effects: Effects) => Promise<T>): Promise<T> =>
  place.tx ? work(place.tx.client, place.tx.effects) : atomic(place.pool, work);

const filter = (place: Place, model: Model, where: Where, args: unknown[]): string =>
  whereClause(place.sealing, model, where, args);

/** One row at most, locked before it is changed: of many who want it, one gets it. */
const firstOf = (place: Place, model: Model, where: Where, args: unknown[]): string =>
  ` where id = (select id from ${tableOf(model.name)}${filter(place, model, where, args)} limit 1 for update)`;

/** Opened rows; those whose key is erased are left out. `tail` is order, limit and offset. */
export async function find(place: Place, model: Model, where: Where, tail = ''): Promise<Row[]> {
  const args: unknown[] = [];
  const rows = await run(
    on(place),
    `select * from ${tableOf(model.name)}${filter(place, model, where, args)}${tail}`,
    args,
  );
  const found = await Promise.all(rows.map((row) => place.sealing.reveal(model, row)));
  return found.filter((row) => row !== null);
}

export async function count(place: Place, model: Model, where: Where): Promise<number> {
  const args: unknown[] = [];
  const sql = `select count(*) as n from ${tableOf(model.name)}${filter(place, model, where, args)}`;
  return Number((await run(on(place), sql, args))[0]!.n);
}

/** Throws `IDENTITY_CONTACT_TAKEN`, and then nothing is written. */
export function insert(place: Place, model: Model, data: Row): Promise<Row | null> {
  const { sealing } = place;
  return within(place, async (client, effects) => {
    const row = sealing.columns(model, data);
    if (model.sealed.size > 0) {
      const keyId = await sealing.keyOf(model, data);
      await moveClaims(place, effects, model, personOf(keyId), null, data);
      row.key_id = keyId;
      row.sealed = await sealing.seal(model, String(data.id), keyId, data);
    }
    const names = Object.keys(row);
    const values = names.map((_, i) => `$${i + 1}`).join(', ');
    const sql = `insert into ${tableOf(model.name)} (${names.map(column).join(', ')}) values (${values}) returning *`;
    return sealing.reveal(model, (await run(client, sql, Object.values(row)))[0]);
  });
}

export interface Change {
  readonly set: Row;
  readonly increment?: Increment;
  readonly many?: boolean;
}

/** Changes one row, or all. A sealed field is changed by reading its row, merging and writing it, under its lock. */
export async function change(place: Place, model: Model, where: Where, { set, increment = {}, many = false }: Change) {
  if (Object.keys(set).some((field) => model.sealed.has(field)))
    return reseal(place, model, where, set, increment, many);
  const args: unknown[] = [];
  const assigned = assignments(place.sealing.columns(model, set), increment, args);
  const which = many ? filter(place, model, where, args) : firstOf(place, model, where, args);
  return run(on(place), `update ${tableOf(model.name)} set ${assigned}${which} returning *`, args);
}

function reseal(
  place: Place,
  model: Model,
  where: Where,
  set: Row,
  increment: Increment,
  many: boolean,
): Promise<Row[]> {
  const { sealing } = place;
  const table = tableOf(model.name);
  return within(place, async (client, effects) => {
    const found: unknown[] = [];
    const clause = `${filter(place, model, where, found)}${many ? '' : ' limit 1'} for update`;
    const changed: Row[] = [];
    for (const row of await run(client, `select * from ${table}${clause}`, found)) {
      const before = await sealing.reveal(model, row);
      if (!before) continue;
      const keyId = String(row.key_id);
      await moveClaims(place, effects, model, personOf(keyId), before, set);
      const sealed = await sealing.seal(model, String(row.id), keyId, set, before);
      const args: unknown[] = [];
      const assigned = assignments({ ...sealing.columns(model, set), sealed }, increment, args);
      changed.push(
        ...(await run(client, `update ${table} set ${assigned} where id = $${args.push(row.id)} returning *`, args)),
      );
    }
    return changed;
  });
}

function assignments(columns: Row, increment: Increment, args: unknown[]): string {
  return [
    ...Object.entries(columns).map(([field, value]) => `${column(field)} = $${args.push(value)}`),
    ...Object.entries(increment).map(
      ([field, by]) => `${column(field)} = coalesce(${column(field)}, 0) + $${args.push(by)}`,
    ),
  ].join(', ');
}

/** Deletes one row and answers it, to one caller. */
export async function consume(place: Place, model: Model, where: Where): Promise<Row | null> {
  const args: unknown[] = [];
  const sql = `delete from ${tableOf(model.name)}${firstOf(place, model, where, args)} returning *`;
  return place.sealing.reveal(model, (await run(on(place), sql, args))[0]);
}

/** Deletes rows and, with them, gives back what they had claimed. */
export function remove(place: Place, model: Model, where: Where): Promise<number> {
  return within(place, async (client, effects) => {
    const args: unknown[] = [];
    const rows = await run(
      client,
      `delete from ${tableOf(model.name)}${filter(place, model, where, args)} returning *`,
      args,
    );
    for (const row of rows)
      for (const [field, kind] of Object.entries(model.claims)) {
        const blind = row[raw(blindOf(field))] as Buffer | null;
        if (blind) effects.after(() => place.claims.release(kind, blind, personOf(String(row.key_id))));
      }
    return rows.length;
  });
}

/** Takes the claims of what is new and gives back those of what is gone, together with the transaction. */
async function moveClaims(
  place: Place,
  effects: Effects,
  model: Model,
  person: string,
  before: Row | null,
  after: Row,
) {
  const { claims, region, sealing } = place;
  for (const [field, kind] of Object.entries(model.claims)) {
    if (!(field in after) || before?.[field] === after[field]) continue;
    const blind = (value: unknown) => (isNobodysEmail(value) ? null : sealing.blind(model, field, value));
    const next = blind(after[field]);
    const last = before && blind(before[field]);
    if (next && !(await claims.claim(kind, next, person, region))) throw contactTaken();
    if (next) effects.undo(() => claims.release(kind, next, person));
    if (last) effects.after(() => claims.release(kind, last, person));
  }
}

const personOf = (keyId: string): string => keyId.replace(/^person:/, '');
