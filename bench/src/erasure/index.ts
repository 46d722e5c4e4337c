/** Erasing a person of many rows by their key, beside deleting the rows. */
import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SeededRandom } from '@kept/base';
import { type Bench, type Check, median, mergedChecks, type Options, type Result } from '../bench.ts';
import { Figures } from '../figures.ts';
import { openWorld, TABLE, type World } from '../vault/kept.ts';
import { COLUMNS, FIELDS, type Person, person } from '../vault/people.ts';
import { CROWD, crowd, ROWS } from './crowd.ts';

const FEW = 10;
const MANY = 100_000;
/** People with few rows in a round: one erasure alone tells little. */
const PEOPLE = 40;
const AT_ONCE = 500;
const SEED = 20_261_126;

const BY_PERSON = { role: 'person' } as const;

/** A person whose rows were each collected and sealed as a service would. */
async function fillPerson({ keys, subjects, gate, table }: World, values: Person['values'], rows: number) {
  const id = randomUUID();
  await keys.put([`person:${id}`]);
  await subjects.create({ id, ageBand: 'adult', jurisdiction: 'everywhere' });
  const permit = await gate.permit({
    ...{ action: 'collect', actor: BY_PERSON, service: 'bench', purpose: 'delivery', collection: 'order' },
    ...{ fields: FIELDS, subject: id },
  });
  const one = () => table.insert(permit, { id: randomUUID(), plain: {}, values, bucket: 'closure' });
  for (let at = 0; at < rows; at += AT_ONCE) {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, rows - at) }, one));
  }
  return id;
}

/** The same rows as plain columns, found by an index on the person. */
async function fillPlain({ pool }: World, owner: string, values: Person['values'], rows: number): Promise<void> {
  const list = COLUMNS.map((_, i) => `$${i + 3}::text`);
  await pool.query(
    `insert into plain_rows select $1::uuid, gen_random_uuid(), ${list.join(', ')} from generate_series(1, $2::int)`,
    [owner, rows, ...FIELDS.map((field) => values[field])],
  );
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

async function round(world: World, values: Person['values'], figures: Figures): Promise<Check[]> {
  const { vault, pool } = world;
  const few = await Promise.all(Array.from({ length: PEOPLE }, () => fillPerson(world, values, FEW)));
  const many = await fillPerson(world, values, MANY);
  await fillPlain(world, few[0]!, values, FEW);
  await fillPlain(world, many, values, MANY);
  await pool.query(`vacuum analyze ${TABLE.name}`);
  await pool.query('vacuum analyze plain_rows');
  const owned = async (owner: string): Promise<number> =>
    (await pool.query(`select count(*)::int as n from ${TABLE.name} where owner_id = $1`, [owner])).rows[0].n;
  const rows = await owned(many);

  const waits: number[] = [];
  for (const owner of few) waits.push(await took(() => vault.erasePerson(owner)));
  figures.add(`kept, ${FEW} rows`, 'erase', 'ms', median(waits));
  figures.add(`kept, ${FEW} rows`, `erase, slowest of ${PEOPLE}`, 'ms', Math.max(...waits));
  figures.add(`kept, ${MANY} rows`, 'erase', 'ms', await took(() => vault.erasePerson(many)));
  const remove = (owner: string) => pool.query('delete from plain_rows where owner_id = $1', [owner]);
  figures.add(`delete, ${FEW} rows`, 'erase', 'ms', await took(() => remove(few[0]!)));
  const deleted = await took(() => remove(many));
  const vacuumed = await took(() => pool.query('vacuum plain_rows'));
  figures.add(`delete, ${MANY} rows`, 'erase', 'ms', deleted);
  figures.add(`delete and vacuum, ${MANY} rows`, 'erase', 'ms', deleted + vacuumed);
  figures.add(`kept, ${MANY} rows`, 'free the space, afterwards', 'ms', await took(() => vault.removeOwner(many)));

  const opens = await Promise.all(
    [many, ...few].map((owner) =>
      world.keys.use(`person:${owner}`, () => true).catch((error: { code?: string }) => error.code !== 'KEYS_NO_KEY'),
    ),
  );
  return [
    { what: 'rows of the large person before', count: MANY, wrong: Math.abs(MANY - rows) },
    { what: 'erased people whose key still opens', count: opens.length, wrong: opens.filter(Boolean).length },
    { what: 'rows of the large person afterwards', count: MANY, wrong: await owned(many) },
  ];
}

async function measured({ rounds, progress }: Options): Promise<Result> {
  const dir = await mkdtemp(join(tmpdir(), 'kept-bench-erasure-'));
  await chmod(dir, 0o755);
  const world = await openWorld(dir);
  try {
    const columns = COLUMNS.map((name) => `${name} text`).join(', ');
    await world.pool.query(`create table plain_rows (owner_id uuid, id uuid, ${columns}, primary key (owner_id, id))`);
    const { values } = person(new SeededRandom(SEED), 1);
    const figures = new Figures();
    const checks: Check[] = [];
    for (let i = 1; i <= rounds; i++) {
      progress(`round ${i} of ${rounds}: ${MANY.toLocaleString('en')} rows are filled in`);
      checks.push(...(await round(world, values, figures)));
      progress(`round ${i} of ${rounds}: ${CROWD.toLocaleString('en')} people at once`);
      const kept = () => fillPerson(world, values, ROWS);
      const plain = (owner: string) => fillPlain(world, owner, values, ROWS);
      checks.push(...(await crowd(world, { kept, plain }, figures)));
    }
    return { series: figures.series(), compare: COMPARE, checks: mergedChecks(checks), notes: NOTES };
  } finally {
    await world.close();
    await rm(dir, { recursive: true, force: true });
  }
}

const COMPARE = [
  { of: `kept, ${CROWD} people at once`, to: `delete, ${CROWD} people at once`, metric: 'erasures' },
  { of: `kept, ${MANY} rows`, to: `kept, ${FEW} rows`, metric: 'erase' },
  ...['delete', 'delete and vacuum'].map((name) => ({
    of: `${name}, ${MANY} rows`,
    to: `kept, ${MANY} rows`,
    metric: 'erase',
  })),
];

const NOTES = [
  'at once: an entry of the ledger, the key and the rows of each, all asked for in one moment over 8 connections; beside it the delete with an audit row in one statement',
  'erased is: the key is destroyed durably, its root replaced; nothing that was sealed under it opens, in tables, logs or backups',
  'delete is one statement over plain columns with an index on the person; logs and backups keep what it deletes',
  'vacuum frees the space of what was deleted for other rows; its bytes stay in the file until those are written over it',
];

/** Kept's erasure beside deleting rows. */
export const bench: Bench = {
  question: 'How long does it take to erase a person of ten rows and of a hundred thousand, beside deleting the rows?',
  run: measured,
};
