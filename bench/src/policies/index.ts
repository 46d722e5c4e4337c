/** The five published policies, each beside the invented one that peers are measured on. */

import { can, diff } from '@kept/analyse';
import { SeededRandom } from '@kept/base';
import { decide, type Request } from '@kept/decide';
import { interpret, type PlainRequest, randomRequest, stateOf } from '@kept/decide/testing';
import { compile, type Manifest, type Program } from '@kept/policy';
import { aqaraAccount } from '@kept/policy-aqara-account';
import { aqaraCommunity } from '@kept/policy-aqara-community';
import { aqaraDeveloper } from '@kept/policy-aqara-developer';
import { smartmiGlobal } from '@kept/policy-smartmi-global';
import { smartmiLegacy } from '@kept/policy-smartmi-legacy';
import { type Bench, type Check, median, mergedChecks, type Options, type Result } from '../bench.ts';
import { program as world } from '../decide/policy.ts';
import { Figures } from '../figures.ts';

/** Fields in one request, as peers are asked. */
const WIDTH = 5;
/** People and requests: as many as the invented policy is asked by the peers' bench. */
const REQUESTS = 20_000;
const CHECKED = 2_000;
const SEED = 20_261_126;
const TIMED_MS = 1_000;
const COMPILES = 5;

interface Contender {
  readonly program: Program;
  readonly plain: readonly PlainRequest[];
  readonly asked: readonly Request[];
}

function contender(manifest: Manifest): Contender {
  const program = compile(manifest);
  const random = new SeededRandom(SEED);
  const plain: PlainRequest[] = [];
  while (plain.length < REQUESTS) {
    const request = randomRequest(program, random);
    if (request.fields.length === WIDTH) plain.push(request);
  }
  const asked = plain.map((each) => ({ ...each, subject: stateOf(program, each.subject) }) as Request);
  return { program, plain, asked };
}

/** Keeps the answers, so that nothing of what is timed can be left out. */
export const kept: { answer: unknown } = { answer: undefined };

function microseconds({ program, asked }: Contender): number {
  let count = 0;
  const from = performance.now();
  while (performance.now() - from < TIMED_MS)
    for (let k = 0; k < 200; k++) kept.answer = decide(program, asked[count++ % REQUESTS]!);
  return ((performance.now() - from) * 1_000) / count;
}

function took(work: () => unknown): number {
  const from = performance.now();
  kept.answer = work();
  return performance.now() - from;
}

/** Against the oracle, which reads the manifest as it is written. */
function wrong({ program, plain, asked }: Contender): Check {
  let count = 0;
  for (let i = 0; i < CHECKED; i++)
    if (JSON.stringify(decide(program, asked[i]!)) !== JSON.stringify(interpret(program.manifest, plain[i]!))) count++;
  return { what: 'decisions of the policies, against the oracle', count: CHECKED, wrong: count };
}

async function measured({ rounds, progress }: Options): Promise<Result> {
  const real: readonly Manifest[] = [aqaraAccount, aqaraCommunity, aqaraDeveloper, smartmiGlobal, smartmiLegacy];
  const contenders = [world().manifest, ...real].map(contender);
  const figures = new Figures();
  const checks = contenders.map(wrong);
  for (const each of contenders) microseconds(each);
  for (let round = 1; round <= rounds; round++) {
    progress(`round ${round} of ${rounds}`);
    for (const each of contenders) {
      const { program } = each;
      const times = Array.from({ length: COMPILES }, () => took(() => compile(program.manifest)));
      figures.add(program.id, 'decide', 'us', microseconds(each));
      figures.add(program.id, 'compile', 'ms', median(times));
    }
    for (const { program } of contenders.slice(1))
      figures.add(
        program.id,
        'can: everything that anybody may do',
        'ms',
        took(() => can(program, {})),
      );
    const [legacy, global] = [contenders.at(-1)!.program, contenders.at(-2)!.program];
    figures.add(
      'smartmi-legacy to smartmi-global',
      'diff',
      'ms',
      took(() => diff(legacy, global)),
    );
  }
  const compare = real.map(({ id }) => ({ of: id, to: 'world', metric: 'decide' }));
  return { series: figures.series(), compare, checks: mergedChecks(checks), notes: NOTES };
}

const NOTES = [
  `a request is ${WIDTH} fields of one of ${REQUESTS.toLocaleString('en')} people, drawn from a seed, about as likely permitted as refused; nothing is recorded`,
  'world is the invented policy of the bench `decide`, asked in the same way',
  'can and diff go through the whole decision space',
];

/** What real policies cost to decide by, to compile and to question. */
export const bench: Bench = {
  question:
    'Do the five published policies decide as fast as an invented one, and what do compiling and comparing cost?',
  run: measured,
};
