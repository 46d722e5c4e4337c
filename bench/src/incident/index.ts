/** Whom something reached among a million decisions about a hundred thousand people, beside asking a table of audit rows. */
import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bench, type Check, mergedChecks, type Options, type Result } from '../bench.ts';
import { Figures } from '../figures.ts';
import { openWorld, type World } from '../vault/kept.ts';
import { FIELDS } from '../vault/people.ts';

const PEOPLE = 100_000;
const EACH = 10;
/** Of so many decisions one is by the account in question. */
const OF = 100;
const AT_ONCE = 1_000;
const SOMEBODY = randomUUID();

async function batches(count: number, work: (i: number) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < count; at += AT_ONCE)
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - at) }, (_, i) => work(at + i)));
}

/** Everybody, and what is done with their data; the same as rows of an audit table with what an investigation would index. */
async function fill({ keys, subjects, gate, pool }: World, people: readonly string[], progress: Options['progress']) {
  for (let at = 0; at < PEOPLE; at += AT_ONCE)
    await keys.put(people.slice(at, at + AT_ONCE).map((id) => `person:${id}`));
  await batches(PEOPLE, (i) => subjects.create({ id: people[i]!, ageBand: 'adult', jurisdiction: 'everywhere' }));
  await batches(PEOPLE, (i) => subjects.activate(people[i]!));
  for (let each = 0; each < EACH; each++) {
    progress(`${((each + 1) * PEOPLE).toLocaleString('en')} decisions are made`);
    await batches(PEOPLE, (i) => {
      const theirs = (each * PEOPLE + i * 7) % OF === 0;
      const actor = theirs ? ({ role: 'operator', id: SOMEBODY } as const) : ({ role: 'service' } as const);
      const fields = FIELDS.slice(0, 1 + ((i + each) % FIELDS.length));
      return gate.ask({ action: 'use', actor, service: 'bench', purpose: 'delivery', fields, subject: people[i]! });
    });
  }
  await pool.query('create table audit (owner_id uuid, at timestamptz, actor text, action text, fields text[])');
  for (let each = 0; each < EACH; each++)
    await pool.query(
      `insert into audit select u.id, now(), case when ($3::bigint + (u.place - 1) * 7) % $4 = 0 then $2 else 'service' end, 'use',
         ($5::text[])[1:1 + ((u.place - 1 + $6::int) % cardinality($5::text[]))]
       from unnest($1::uuid[]) with ordinality u (id, place)`,
      [people, SOMEBODY, each * PEOPLE, OF, FIELDS, each],
    );
  await pool.query('create index on audit (actor, at)');
  await pool.query('vacuum analyze audit');
}

const ASKED = `select owner_id::text as subject, count(distinct a.ctid)::int as entries, min(at), max(at), array_agg(distinct f) as fields
  from audit a, unnest(fields) f where actor = $1 and at between $2 and $3 group by owner_id`;

async function timed<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const from = performance.now();
  return [await work(), (performance.now() - from) / 1_000];
}

async function round({ gate, keys, pool }: World, from: number, figures: Figures): Promise<Check[]> {
  const to = Date.now() + 1;
  const name = `${(PEOPLE * EACH).toLocaleString('en')} decisions, ${PEOPLE.toLocaleString('en')} people`;
  keys.forget();
  let worst = 0;
  let last = performance.now();
  // How long nobody else is served at a time.
  const beat = setInterval(() => {
    worst = Math.max(worst, performance.now() - last - 5);
    last = performance.now();
  }, 5);
  const [trace, seconds] = await timed(() => gate.trace({ from, to, actor: SOMEBODY }));
  clearInterval(beat);
  figures.add('kept', `one account, ${name}`, 's', seconds);
  figures.add('kept', 'others wait at most', 'ms', worst);
  const [everybody, all] = await timed(() => gate.trace({ from, to }));
  figures.add('kept', `everybody, ${name}`, 's', all);
  await pool.query('set enable_seqscan = on');
  const [{ rows }, plain] = await timed(() =>
    pool.query<{ subject: string; entries: number }>(ASKED, [SOMEBODY, new Date(0), new Date(to)]),
  );
  figures.add('audit rows, in the clear', `one account, ${name}`, 's', plain);
  const counts = new Map(rows.map(({ subject, entries }) => [subject, entries]));
  const wrong = trace.people.filter(({ subject, entries }) => counts.get(subject) !== entries).length;
  return [
    {
      what: 'people whom it reached, as the audit rows say',
      count: rows.length,
      wrong: wrong + Math.abs(rows.length - trace.people.length),
    },
    { what: 'people whom anything reached', count: PEOPLE, wrong: Math.abs(PEOPLE - everybody.people.length) },
    { what: 'decisions gone through', count: PEOPLE * EACH, wrong: Math.abs(PEOPLE * EACH - everybody.decisions) },
  ];
}

async function measured({ rounds, progress }: Options): Promise<Result> {
  const dir = await mkdtemp(join(tmpdir(), 'kept-bench-incident-'));
  await chmod(dir, 0o755);
  const world = await openWorld(dir);
  try {
    const from = Date.now();
    const people = Array.from({ length: PEOPLE }, () => randomUUID()).sort();
    await fill(world, people, progress);
    const figures = new Figures();
    const checks: Check[] = [];
    for (let i = 1; i <= rounds; i++) {
      progress(`round ${i} of ${rounds}`);
      checks.push(...(await round(world, from, figures)));
    }
    return { series: figures.series(), compare: COMPARE, checks: mergedChecks(checks), notes: NOTES };
  } finally {
    await world.close();
    await rm(dir, { recursive: true, force: true });
  }
}

const NAME = `one account, ${(PEOPLE * EACH).toLocaleString('en')} decisions, ${PEOPLE.toLocaleString('en')} people`;
const COMPARE = [{ of: 'kept', to: 'audit rows, in the clear', metric: NAME }];

const NOTES = [
  'every decision of that time is opened with the key of whom it is about; the cache of keys is emptied before each round',
  'audit rows: who, when, by whom and which fields in the clear, with an index on the account; they outlive the erasure of whom they are about',
  'all decisions are of one day; each further day costs each person one more hash',
];

/** A trace of the ledger beside a query of audit rows. */
export const bench: Bench = {
  question: 'How long does it take to find whom an incident reached, beside audit rows in the clear?',
  run: measured,
};
