import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Bench, Check, Options, Result, Series } from '../bench.ts';
import type { Measured } from './harness.ts';

const run = promisify(execFile);

/** Everybody who is asked, and on how many questions each is compared with the reference in every round. */
const ENGINES: readonly { readonly name: string; readonly checks: number }[] = [
  { name: 'kept', checks: 4_000 },
  { name: 'kept-batch', checks: 20_000 },
  { name: 'reference', checks: 100 },
  { name: 'casl', checks: 4_000 },
  { name: 'casbin', checks: 2_000 },
  { name: 'json-rules', checks: 2_000 },
  { name: 'cedar', checks: 2_000 },
  { name: 'cerbos', checks: 1_000 },
];
const ROUND_MS = 1_000;
const PEERS = ENGINES.map((engine) => engine.name).filter((name) => !name.startsWith('kept'));

async function once(name: string, checks: number): Promise<Measured> {
  const file = join(import.meta.dirname, 'worker.ts');
  const { stdout } = await run(process.execPath, [file, name, String(checks), String(ROUND_MS)]);
  return JSON.parse(stdout) as Measured;
}

/** All rounds, every engine once in each; those that do not run are named with the reason, and left out from then on. */
async function measureAll({ rounds, progress }: Options) {
  const done = new Map<string, Measured[]>(ENGINES.map(({ name }) => [name, []]));
  const failed = new Map<string, string>();
  for (let round = 1; round <= rounds; round++)
    for (const { name, checks } of ENGINES) {
      if (failed.has(name)) continue;
      progress(`round ${round} of ${rounds}: ${name}`);
      try {
        done.get(name)!.push(await once(name, checks));
      } catch (error) {
        failed.set(
          name,
          String((error as { stderr?: string }).stderr || error)
            .split('\n')
            .find((line) => /\w/.test(line)) ?? 'no reason given',
        );
      }
    }
  return { done, failed };
}

const FIGURES = [
  { metric: 'p50', unit: 'us' },
  { metric: 'p99', unit: 'us' },
  { metric: 'cpu', unit: 'us' },
  { metric: 'loop', unit: 'us' },
  { metric: 'rate', unit: 'requests/s' },
] as const;

async function measured(options: Options): Promise<Result> {
  const { done, failed } = await measureAll(options);
  const ran = [...done].filter(([, rounds]) => rounds.length > 0);
  const series: Series[] = ran.flatMap(([name, rounds]) =>
    FIGURES.flatMap(({ metric, unit }) => {
      const values = rounds.flatMap((round) => round[metric] ?? []);
      return values.length === 0 ? [] : [{ name, metric, unit, values }];
    }),
  );
  const checks: Check[] = ran.map(([name, rounds]) => ({
    what: `${name}: decision and clause of each field, against the reference`,
    count: rounds.reduce((sum, round) => sum + round.checked, 0),
    wrong: rounds.reduce((sum, round) => sum + round.wrong, 0),
  }));
  // A peer may be missing; a bench without us says nothing.
  const ours = ENGINES.filter(({ name }) => name.startsWith('kept'));
  checks.push({ what: 'kept runs', count: ours.length, wrong: ours.filter(({ name }) => failed.has(name)).length });
  return {
    series,
    compare: PEERS.filter((name) => done.get(name)!.length > 0).map((of) => ({ of, to: 'kept', metric: 'p50' })),
    checks,
    notes: [
      'one request is five fields of one person, for one purpose, recipient and region; cpu is of the asking process',
      'rate and p99 carry whatever else the machine does; p50 and loop are the figures to compare',
      'kept answers with a decision that names reason and clause of each refused field; the person’s state is looked up in a map; nothing is recorded',
      'cedar here is its WebAssembly build in Node, whose cost is mostly turning JSON to and fro: it says little about native Cedar',
      'cerbos is a server of its own: the transport on the loopback is in its figure',
      'opa is left out: its WebAssembly runtime needs a policy compiled beforehand, for which no package ships the compiler',
      ...ran.map(([name, rounds]) => `${name}: ${rounds[0]!.form}`),
      ...[...failed].map(([name, why]) => `${name} DID NOT RUN: ${why}`),
    ],
  };
}

/** Kept's decisions beside those of other engines, on one policy and one list of requests. */
export const bench: Bench = {
  question: 'How long does it take to decide what may be done with five fields, and by which clause?',
  run: measured,
};
