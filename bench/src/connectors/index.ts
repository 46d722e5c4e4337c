/** One person out of a graph of 2,000 tables: planned, copied, erased; beside the same statements written by hand. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Collection,
  erase,
  erasureOrder,
  find,
  memoryNotes,
  openPostgres,
  planOf,
  readAll,
  sweep,
  type Work,
} from '@kept/connectors';
import { openPool, type Pool, startServer } from '@kept/db';
import { type Bench, type Check, mergedChecks, type Options, type Result } from '../bench.ts';
import { Figures } from '../figures.ts';

const TABLES = 2_000;
/** Of each of the two people in each table. */
const ROWS = 50;
const PORT = 19_700;
const PEOPLE = ['lin@home.example', 'mira@home.example'] as const;

const nameOf = (i: number): string => `t${i}`;
/** A tree: each table's rows name one of the table above; whose ids are the person's share of the numbers. */
const above = (i: number): number => (i - 1) >> 1;

const collections = (): Collection[] =>
  Array.from({ length: TABLES }, (_, i) => ({
    ...{ id: `shop.${nameOf(i)}`, dataset: 'shop', name: nameOf(i), primaryKey: ['id'], erase: 'delete', after: [] },
    held: { collection: 'orders', purpose: 'delivery' },
    fields: [
      { path: 'id', references: [] },
      i === 0
        ? { path: 'email', identity: 'email', references: [] }
        : { path: 'parent', references: [{ collection: `shop.${nameOf(above(i))}`, field: 'id', direction: 'from' }] },
      { path: 'value', references: [] },
    ],
  }));

/** So many tables are made in one transaction. */
const TOGETHER = 100;

async function fill(pool: Pool): Promise<void> {
  for (let from = 0; from < TABLES; from += TOGETHER)
    await pool.query(Array.from({ length: TOGETHER }, (_, i) => filled(from + i)).join(';'));
}

function filled(i: number): string {
  const key = i === 0 ? 'email text' : 'parent bigint not null';
  const by = i === 0 ? `case p when 0 then '${PEOPLE[0]}' else '${PEOPLE[1]}' end` : 'p * 1000 + n';
  return `create table if not exists ${nameOf(i)} (id bigint primary key, ${key}, value text);
    create index if not exists ${nameOf(i)}_by on ${nameOf(i)} (${i === 0 ? 'email' : 'parent'}); truncate ${nameOf(i)};
    insert into ${nameOf(i)} select p * 1000 + n, ${by}, md5(n::text || p) || md5(p::text)
      from generate_series(0, 1) p, generate_series(1, ${ROWS}) n`;
}

async function timed<T>(work: () => Promise<T> | T): Promise<{ ms: number; MiB: number; answer: T }> {
  const memory = (): number => process.memoryUsage().rss / 2 ** 20;
  globalThis.gc?.();
  const before = memory();
  let most = before;
  const look = setInterval(() => {
    most = Math.max(most, memory());
  }, 20);
  const from = performance.now();
  try {
    const answer = await work();
    return { ms: performance.now() - from, MiB: Math.max(most, memory()) - before, answer };
  } finally {
    clearInterval(look);
  }
}

/** What somebody writes who knows this graph: one select, one delete for each table, ids carried along. */
async function byHandCopy(pool: Pool, email: string): Promise<Map<number, string[]>> {
  const ids = new Map<number, string[]>();
  for (let i = 0; i < TABLES; i++) {
    const { rows } =
      i === 0
        ? await pool.query<{ id: string }>('select id::text, email, value from t0 where email = $1', [email])
        : await pool.query<{ id: string }>(
            `select id::text, parent::text, value from ${nameOf(i)} where parent = any($1::bigint[])`,
            [ids.get(above(i))],
          );
    ids.set(
      i,
      rows.map(({ id }) => id),
    );
  }
  return ids;
}

async function byHandErase(pool: Pool, email: string): Promise<void> {
  const ids = await byHandCopy(pool, email);
  for (let i = TABLES - 1; i >= 0; i--)
    await pool.query(`delete from ${nameOf(i)} where id = any($1::bigint[])`, [ids.get(i)]);
}

const left = async (pool: Pool, person: number): Promise<number> => {
  let n = 0;
  for (const i of [0, 1, TABLES >> 1, TABLES - 1]) {
    const { rows } = await pool.query(
      `select count(*)::int as n from ${nameOf(i)} where id between ${person * 1000} and ${person * 1000 + 999}`,
    );
    n += rows[0].n;
  }
  return n;
};

async function round(pool: Pool, url: string, figures: Figures): Promise<Check[]> {
  await fill(pool);
  const declared = collections();
  const planned = await timed(() => planOf(declared));
  const plan = planned.answer;
  const store = openPostgres('shop', url);
  const work = (email: string): Work => ({
    ...{ plan, identities: { email: [email] }, notes: memoryNotes(), stores: new Map([['shop', store]]) },
  });
  try {
    figures.add('kept', 'plan', 'ms', planned.ms);
    figures.add('kept', 'compare with what is there, and count', 'ms', (await timed(() => store.survey(declared))).ms);
    let rows = 0;
    const copied = await timed(async () => {
      for await (const page of readAll(work(PEOPLE[0]))) rows += page.rows.length;
    });
    const byHand = await timed(() => byHandCopy(pool, PEOPLE[0]));
    figures.add('kept', 'copy', 'ms', copied.ms);
    figures.add('kept', 'memory of the copy, at most', 'MiB', copied.MiB);
    figures.add('by hand', 'copy', 'ms', byHand.ms);
    const erased = await timed(async () => {
      const one = work(PEOPLE[0]);
      for (const node of plan.nodes) await find(one, node);
      for (const node of erasureOrder(plan)) await erase(one, node);
      let back = 0;
      for (const node of plan.nodes) back += await sweep(one, node);
      return back;
    });
    figures.add('kept', 'find, erase, count again, look for again', 'ms', erased.ms);
    figures.add('kept', 'memory of the erasure, at most', 'MiB', erased.MiB);
    const others = await left(pool, 1);
    const wrong = (await left(pool, 0)) + erased.answer;
    figures.add('by hand', 'erase', 'ms', (await timed(() => byHandErase(pool, PEOPLE[1]))).ms);
    return [
      { what: 'rows of the copy', count: TABLES * ROWS, wrong: Math.abs(TABLES * ROWS - rows) },
      { what: 'rows of the person afterwards, in four tables', count: 4 * ROWS, wrong },
      { what: 'rows of the other person missing', count: 4 * ROWS, wrong: 4 * ROWS - others },
    ];
  } finally {
    await store.close();
  }
}

async function measured({ rounds, progress }: Options): Promise<Result> {
  const dir = await mkdtemp(join(tmpdir(), 'kept-bench-connectors-'));
  await chmod(dir, 0o755);
  const server = await startServer({ dir: join(dir, 'data'), port: PORT });
  const url = server.url('postgres');
  const pool = openPool(url, { name: 'bench', max: 2 });
  try {
    const figures = new Figures();
    const checks: Check[] = [];
    for (let i = 1; i <= rounds; i++) {
      progress(`round ${i} of ${rounds}: ${TABLES} tables are filled in`);
      checks.push(...(await round(pool, url, figures)));
    }
    return {
      series: figures.series(),
      compare: [{ of: 'kept', to: 'by hand', metric: 'copy' }],
      checks: mergedChecks(checks),
      notes: NOTES,
    };
  } finally {
    await pool.end();
    await server.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

const NOTES = [
  `${TABLES} tables in a tree, ${ROWS} rows of each of two people in every one; embedded PostgreSQL with fsync`,
  'by hand: one select and one delete for each table, ids carried along, nothing counted or looked for again',
  'memory is what the process grew by, looked at every 20 ms',
];

export const bench: Bench = {
  question:
    'a person out of 2,000 tables of another system: planned, copied, erased, proved; beside statements by hand',
  run: measured,
};
