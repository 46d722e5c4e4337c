/** Reads and inserts of twelve personal fields, decided, sealed and recorded, beside plain columns. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SeededRandom } from '@kept/base';
import { openPool, type Pool } from '@kept/db';
import type { Bench, Check, Options, Result } from '../bench.ts';
import { Figures } from '../figures.ts';
import { type Sample, sample } from '../sample.ts';
import { fillKept, insertKept, openWorld, readKept, type World } from './kept.ts';
import { FIELDS, type Field, type Person, people } from './people.ts';
import {
  AUDIT_TABLE,
  coalescedRaw,
  fillPlain,
  groupedInserts,
  insertAudited,
  insertRaw,
  plainTable,
  readAudited,
  readRaw,
  uniqueTable,
  type Values,
} from './raw.ts';

const PEOPLE = 20_000;
const CROWDS = [16, 64, 256];
const READS = 8_000;
/** An audit row for each read is slow: fewer of them take as long. */
const READS_AUDITED = 3_000;
const INSERTS = 4_000;
const CONNECTIONS = 8;
const SEED = 20_261_126;

interface Contender {
  readonly name: string;
  readonly count: number;
  readonly run: (i: number) => Promise<unknown>;
}

interface Setting {
  readonly world: World;
  readonly raw: Pool;
  readonly held: readonly Person[];
  readonly random: SeededRandom;
  /** Numbers new people, so that no two have one phone number. */
  next: number;
}

async function openSetting(dir: string, progress: Options['progress']): Promise<Setting> {
  const world = await openWorld(dir);
  const raw = openPool(world.url, { name: 'bench raw', max: CONNECTIONS });
  const random = new SeededRandom(SEED);
  const held = people(random, PEOPLE);
  for (const table of [plainTable, uniqueTable, AUDIT_TABLE]) await raw.query(table);
  progress(`${PEOPLE} people are filled in`);
  await fillPlain(raw, held);
  await fillKept(world, held);
  return { world, raw, held, random, next: PEOPLE };
}

/** Somebody who was not asked for just now: 7,919 is prime to the number of people. */
const pick = (held: readonly Person[], i: number): Person => held[(i * 7_919) % held.length]!;

function readers({ world, raw, held }: Setting): Contender[] {
  const coalesced = coalescedRaw(raw);
  return [
    { name: 'kept', count: READS, run: (i) => readKept(world, pick(held, i).id) },
    { name: 'raw', count: READS, run: (i) => readRaw(raw, pick(held, i).id) },
    { name: 'raw+audit', count: READS_AUDITED, run: (i) => readAudited(raw, pick(held, i).id) },
    { name: 'raw coalesced', count: READS, run: (i) => coalesced(pick(held, i).id) },
  ];
}

/** Each with people of its own, whom nobody has yet. */
function inserters(setting: Setting): Contender[] {
  const { world, raw } = setting;
  const grouped = groupedInserts(raw);
  const of = (name: string, insert: (person: Person) => Promise<unknown>): Contender => {
    const fresh = people(setting.random, INSERTS).map((each) => renumbered(each, setting.next++));
    return { name, count: INSERTS, run: (i) => insert(fresh[i]!) };
  };
  return [
    of('kept', (each) => insertKept(world, each)),
    of('raw', (each) => insertRaw(raw, each)),
    of('raw+audit', (each) => insertAudited(raw, each)),
    of('raw grouped', grouped),
  ];
}

const renumbered = ({ id, values }: Person, n: number): Person => ({
  id,
  values: { ...values, phone: `+999${100_000_000 + n}x`, email: `anna.${n}.x@home.example` },
});

function add(figures: Figures, name: string, what: string, { rate, cpu, p50, p99 }: Sample): void {
  figures.add(name, what, '/s', rate);
  figures.add(name, `${what}, work per CPU second`, '/s', 1e6 / cpu);
  figures.add(name, `${what}, p50`, 'ms', p50);
  figures.add(name, `${what}, p99`, 'ms', p99);
}

async function round(setting: Setting, figures: Figures, order: number): Promise<void> {
  const { dirs } = setting.world;
  for (const crowd of CROWDS) {
    // Rotated, so that nobody always comes first.
    for (const { name, count, run } of rotated(readers(setting), order))
      add(figures, name, `read, ${crowd} at once`, await sample(count, crowd, run, dirs));
    for (const { name, count, run } of rotated(inserters(setting), order))
      add(figures, name, `insert, ${crowd} at once`, await sample(count, crowd, run, dirs));
  }
}

const rotated = <T>(list: readonly T[], by: number): T[] => list.map((_, i) => list[(i + by) % list.length]!);

const same = (a: { readonly [F in Field]?: unknown }, b: Values): boolean =>
  FIELDS.every((field) => a[field] === b[field]);

/** What has to hold for the figures to mean anything. */
async function checked({ world, raw, held }: Setting): Promise<Check[]> {
  const some = Array.from({ length: 500 }, (_, i) => pick(held, i));
  const before = world.ledger.size;
  const ours = await Promise.all(some.map(async ({ id, values }) => same(await readKept(world, id), values)));
  const recorded = world.ledger.size - before;
  const theirs = await Promise.all(some.map(async ({ id, values }) => same(await readRaw(raw, id), values)));
  const report = await world.ledger.verify();
  const wrong = (list: readonly boolean[]): number => list.filter((each) => !each).length;
  return [
    { what: 'kept reads what was written', count: ours.length, wrong: wrong(ours) },
    { what: 'raw reads what was written', count: theirs.length, wrong: wrong(theirs) },
    { what: 'every read of kept is in its ledger', count: some.length, wrong: Math.abs(some.length - recorded) },
    { what: 'entries of the ledger, verified whole', count: report.size, wrong: report.problems.length },
  ];
}

async function measured({ rounds, progress }: Options): Promise<Result> {
  const dir = await mkdtemp(join(tmpdir(), 'kept-bench-vault-'));
  await chmod(dir, 0o755);
  const setting = await openSetting(dir, progress);
  try {
    const figures = new Figures();
    progress('warming up');
    await round(setting, new Figures(), 0);
    for (let i = 1; i <= rounds; i++) {
      progress(`round ${i} of ${rounds}`);
      await round(setting, figures, i);
    }
    return { series: figures.series(), compare: compared(), checks: await checked(setting), notes: NOTES };
  } finally {
    await setting.raw.end();
    await setting.world.close();
    await rm(dir, { recursive: true, force: true });
  }
}

const compared = (): Result['compare'] =>
  ['read', 'insert'].flatMap((what) =>
    CROWDS.flatMap((crowd) =>
      ['raw', 'raw+audit', what === 'read' ? 'raw coalesced' : 'raw grouped'].flatMap((to) =>
        ['', ', work per CPU second'].map((of) => ({ of: 'kept', to, metric: `${what}, ${crowd} at once${of}` })),
      ),
    ),
  );

const NOTES = [
  `${PEOPLE} people of twelve fields, about 200 bytes; PostgreSQL 18, fsync on, ${CONNECTIONS} connections each; keys of those who are read are in memory`,
  'a read of kept is decided, recorded durably in the ledger, and only then opened; an insert makes a key and two claims that nobody else may hold, is decided, recorded and sealed',
  'raw is one statement for each read or insert; raw+audit writes an audit row with it, as one does who has to show who read what; inserts have two unique indexes',
  'raw coalesced and raw grouped use the technique that kept uses, many callers in one statement, and do nothing else: the honest worst case',
  'work per CPU second counts this process and every database process: the higher, the less it costs',
];

/** Kept's vault beside plain columns of the same PostgreSQL. */
export const bench: Bench = {
  question: 'What do sealing, deciding and recording cost, beside plain columns?',
  run: measured,
};
