import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDatabase, type Server, startServer } from '@kept/db';
import type { Bench, Check, Options, Result } from '../bench.ts';
import { Figures } from '../figures.ts';
import { type Sample, sample } from '../sample.ts';
import { appendTo, auditTable, fill, type Long, openBenchLog, useLong } from './durable.ts';
import { type Contender, GROUP, kept, LEAF_BYTES, merkletreejs, naive } from './memory.ts';

/** Groups a round. merkletreejs builds its whole tree anew for each, so it gets fewer: a long log is unfair to it. */
const MEMORY: readonly { readonly name: string; readonly run: Contender; readonly groups: number }[] = [
  { name: 'kept', run: kept, groups: 200 },
  { name: 'createHash', run: naive, groups: 50 },
  { name: 'merkletreejs', run: merkletreejs, groups: 10 },
];
/** Callers at once, and operations a round. */
const CROWDS: readonly (readonly [concurrent: number, count: number])[] = [
  [1, 1_000],
  [16, 16_000],
  [64, 40_000],
  [100, 60_000],
  [1_000, 100_000],
];
/** A pool of 16 connections serves no more than that at once. */
const AUDITED = [1, 16, 64];
const LONG = 1_000_000;

function add(out: Figures, name: string, { rate, own, p50, p99 }: Sample): void {
  out.add(name, 'rate', 'entries/s', rate);
  out.add(name, 'cpu', 'us', own);
  out.add(name, 'p50', 'ms', p50);
  out.add(name, 'p99', 'ms', p99);
}

async function inMemory(out: Figures, warm: boolean): Promise<void> {
  for (const { name, run, groups } of MEMORY) {
    const [used, from] = [process.cpuUsage(), performance.now()];
    await run(groups);
    const wall = performance.now() - from;
    const { user, system } = process.cpuUsage(used);
    if (warm) continue;
    out.add(`memory ${name}`, 'rate', 'leaves/s', ((groups * GROUP) / wall) * 1_000);
    out.add(`memory ${name}`, 'cpu', 'us', (user + system) / (groups * GROUP));
  }
}

async function durably(
  out: Figures,
  url: string,
  keyFile: string,
  round: number,
  progress: Options['progress'],
): Promise<number> {
  const ledger = await openBenchLog(url, keyFile);
  const audit = await auditTable(url);
  const append = appendTo(ledger);
  await sample(2_000, 16, append);
  for (const [concurrent, count] of CROWDS) {
    progress(`round ${round}: ${concurrent} at once`);
    add(out, `durable kept ${concurrent}`, await sample(count, concurrent, append));
    if (!AUDITED.includes(concurrent)) continue;
    const inserts = Math.min(count, 8_000);
    add(out, `durable audit row ${concurrent}`, await sample(inserts, concurrent, audit.insert));
  }
  await audit.close();
  const { problems } = await ledger.verify();
  await ledger.close();
  return problems.length;
}

async function measured({ rounds, progress }: Options): Promise<Result> {
  const dir = await mkdtemp(join(tmpdir(), 'kept-bench-ledger-'));
  await chmod(dir, 0o755);
  const server = await startServer({ dir: join(dir, 'data'), port: 47_480 });
  try {
    return await measureOn(server, join(dir, 'ledger.pem'), rounds, progress);
  } finally {
    await server.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

const database = async (server: Server, name: string): Promise<string> => {
  await ensureDatabase(server.url('postgres'), name);
  return server.url(name);
};

async function measureOn(
  server: Server,
  keyFile: string,
  rounds: number,
  progress: Options['progress'],
): Promise<Result> {
  const out = new Figures();
  let broken = 0;
  const long: Long[] = [];
  progress(`a log of ${LONG} leaves is filled`);
  const longUrl = await database(server, 'long');
  await fill(longUrl, keyFile, LONG);
  await inMemory(out, true);
  for (let round = 1; round <= rounds; round++) {
    progress(`round ${round} of ${rounds}: in memory`);
    await inMemory(out, false);
    broken += await durably(out, await database(server, `round_${round}`), keyFile, round, progress);
    progress(`round ${round}: the long log`);
    long.push(await useLong(longUrl, keyFile, LONG));
  }
  for (const { open, proof, search, verify } of long) {
    out.add('long log', 'open', 'ms', open);
    out.add('long log', 'proof', 'ms', proof);
    out.add('long log', 'search', 'ms', search);
    out.add('long log', 'verify', 'leaves/s', verify);
  }
  const roots = await Promise.all([kept(7), naive(7)]);
  const checks: Check[] = [
    { what: 'kept and createHash: the same root over the same leaves', count: 1, wrong: roots[0] === roots[1] ? 0 : 1 },
    { what: 'the appended logs verify whole', count: rounds, wrong: broken },
    { what: 'the long log verifies whole', count: rounds, wrong: long.filter(({ valid }) => !valid).length },
  ];
  return {
    series: out.series(),
    compare: [
      { of: 'memory kept', to: 'memory createHash', metric: 'rate' },
      { of: 'memory kept', to: 'memory merkletreejs', metric: 'rate' },
      ...AUDITED.map((n) => ({ of: `durable kept ${n}`, to: `durable audit row ${n}`, metric: 'rate' })),
    ],
    checks,
    notes: [
      `a leaf has ${LEAF_BYTES} bytes; in memory there is a signed checkpoint each ${GROUP} leaves; cpu is of this process only`,
      'durable: PostgreSQL 18 on this machine, fsync on; each caller waits for its entry; the number is how many callers there are',
      'an audit row is a row, an index entry and a commit for each entry, over 16 connections; it proves nothing',
      'merkletreejs has another tree than RFC 6962, and gets ten groups where kept gets two hundred',
      `the long log has ${LONG} leaves in groups of up to 64; search is the newest 50 of 200 leaves with one tag`,
    ],
  };
}

/** The ledger beside a tree written plainly, a library of npm, and an audit table without proofs. */
export const bench: Bench = {
  question: 'What does it cost to record an entry that cannot be changed unseen?',
  run: measured,
};
