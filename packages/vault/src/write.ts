/** From permit and values to ciphertext, new or in place of what was there. */
import type { Batcher, Json } from '@kept/base';
import { type PoolClient, transaction } from '@kept/db';
import type { Permit } from '@kept/gate';
import { isBucket } from './buckets.ts';
import { CHANGING, COLLECTING, checkId, checkPermit, watched } from './check.ts';
import { type Column, openColumn, sealColumn } from './column.ts';
import { bucketKey, type Context, heldKeys, loaded, personKey, withKeys } from './context.ts';
import { BadValue, KeyErased, NoRow, NotDeclared, NotPermitted } from './errors.ts';
import type { SealedRow } from './insert.ts';
import type { Values } from './pack.ts';
import type { Parts } from './parts.ts';
import { selectForUpdate, statement, updateCells } from './statements.ts';

type AnyPermit = Permit | Promise<Permit>;

export interface Row {
  readonly id: string;
  readonly plain: Readonly<Record<string, unknown>>;
  readonly values: Values;
  readonly bucket: string;
}

export async function insertRow(
  parts: Parts,
  inserts: Batcher<SealedRow, undefined>,
  asked: AnyPermit,
  row: Row,
): Promise<void> {
  const { c, def } = parts;
  watched(asked);
  checkId(def.name, row.id);
  checkPlain(parts, row.plain);
  if (!isBucket(row.bucket)) throw new NotDeclared(def.name, 'a retention bucket of that form');
  const permit = await asked;
  checkPermit(c, permit, COLLECTING);
  const columns = columnsFor(parts, permit, row.values);
  const there = [personKey(permit.subject)];
  const made = [bucketKey(row.bucket), ...columns.map((column) => column.groupKey)];
  const seal = (): (Buffer | null)[] =>
    parts.columns.map((column) =>
      columns.includes(column) ? sealed(c, column, permit.subject, row, partOf(column, row.values)) : null,
    );
  const cells = [...there, ...made].every((id) => c.keys.cached(id)) ? seal() : await sealLoading(c, there, made, seal);
  await inserts.add({ owner: permit.subject, id: row.id, bucket: row.bucket, plain: row.plain, cells });
}

export async function updateRow(parts: Parts, asked: AnyPermit, id: string, values: Values): Promise<void> {
  const { c, def } = parts;
  watched(asked);
  checkId(def.name, id);
  const permit = await asked;
  checkPermit(c, permit, CHANGING);
  const columns = columnsFor(parts, permit, values);
  if (columns.length === 0) return;
  const names = columns.map((column) => column.name);
  const select = statement<Record<string, unknown>>(selectForUpdate(def.name, names));
  const write = statement(updateCells(def.name, names));
  await transaction(c.pool, async (db: PoolClient) => {
    const [held] = await select(db, [permit.subject, id]);
    if (!held) throw new NoRow();
    const row = { id, bucket: held.bucket as string };
    // The row is there, so its bucket had a key: one that is gone was destroyed, and what is added would outlive it.
    const there = [personKey(permit.subject), bucketKey(row.bucket)];
    const made = columns.map((column) => column.groupKey);
    const cells = await sealLoading(c, there, made, () =>
      columns.map((column) => {
        const merged = mergedInto(c, column, permit.subject, row, held[column.name] as Buffer | null, values);
        return sealed(c, column, permit.subject, row, merged);
      }),
    );
    await write(db, [permit.subject, id, new Date(c.clock.now()), ...cells]);
  });
}

/** The columns that these values go to. Refuses a value that the permit does not cover. */
function columnsFor({ def, columns }: Parts, permit: Permit, values: Values): readonly Column[] {
  const due = new Set<Column>();
  for (const field of Object.keys(values)) {
    const column = columns.find((each) => each.fields.includes(field));
    if (!column) throw new NotDeclared(def.name, field);
    if (!permit.fields.includes(field)) throw new NotPermitted(`it does not name \`${field}\``, permit.clause);
    if (permit.group !== column.group && permit.group !== '*') {
      throw new NotPermitted(`\`${field}\` is kept for another purpose`, permit.clause);
    }
    due.add(column);
  }
  return columns.filter((column) => due.has(column));
}

function checkPlain({ def }: Parts, plain: Readonly<Record<string, unknown>>): void {
  for (const name of Object.keys(plain)) if (!Object.hasOwn(def.plain, name)) throw new NotDeclared(def.name, name);
  for (const [name, { nullable }] of Object.entries(def.plain)) {
    if (!nullable && (plain[name] === undefined || plain[name] === null)) throw new BadValue(def.name);
  }
}

export const partOf = (column: Column, values: Values): Values =>
  Object.fromEntries(column.fields.flatMap((field) => (field in values ? [[field, values[field]]] : [])));

function mergedInto(
  c: Context,
  column: Column,
  owner: string,
  row: { id: string; bucket: string },
  cell: Buffer | null,
  values: Values,
): Values {
  const keys = heldKeys(c, personKey(owner), column.groupKey, bucketKey(row.bucket));
  if (!keys) throw new KeyErased();
  const held: Record<string, Json> = cell ? openColumn(column, owner, row.id, keys, cell, column.fields) : {};
  return { ...held, ...partOf(column, values) };
}

export function sealed(
  c: Context,
  column: Column,
  owner: string,
  row: { id: string; bucket: string },
  values: Values,
): Buffer | null {
  const keys = heldKeys(c, personKey(owner), column.groupKey, bucketKey(row.bucket));
  if (!keys) throw new KeyErased();
  return sealColumn(column, c.suite, owner, row.id, keys, values);
}

/**
 * Keys of groups and buckets are made when something is first sealed for them. Those that must be `there` are not: the
 * person's was made when they came, and one that is gone was erased.
 */
export async function sealLoading<T>(
  c: Context,
  there: readonly string[],
  made: readonly string[],
  seal: () => T,
): Promise<T> {
  await loaded(c, there);
  const missing = made.filter((id) => !c.keys.cached(id));
  if (missing.length > 0) await c.keys.put(missing);
  return withKeys(c, [...there, ...made], seal);
}
