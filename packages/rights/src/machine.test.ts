/**
 * The state machine of a request against a model of it: whatever is asked, merged, decided, sent back, extended, withdrawn and
 * done in whatever order, and wherever a process dies, it stands where the model says, and each effect happened once.
 */
import { generateKeyPairSync } from 'node:crypto';
import { openStage } from '@kept/kit/testing';
import { keySigner } from '@kept/ledger';
import letters from '@kept/service-letters';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RightsRegion } from './context.ts';
import { carryOut, confirm, decide, prove, type Step } from './course.ts';
import { dying, Killed } from './dying.harness.ts';
import { isInForce, lift } from './executing.ts';
import { Requests } from './index.ts';
import type { KeptRequest } from './kept-request.ts';

const RUNS = Number(process.env['KEPT_SOAK'] ?? 30);
/** Granted by the policy; by the policy until it is too often; by somebody. */
const KINDS = ['restriction', 'copy', 'complaint'] as const;
type Kind = (typeof KINDS)[number];
const STAFF = ['one', 'two', 'three'] as const;
/** So often a copy is granted without a look. */
const COPIES = 2;

const stage = await openStage(letters);
const signer = keySigner(generateKeyPairSync('ed25519').privateKey);
const requests = new Requests({ pool: stage.pool, clock: stage.region.clock, region: stage.region.id });
const due = { at: stage.region.clock.now() + 86_400_000 * 15, zone: 'Asia/Shanghai' };

interface Decided {
  readonly outcome: 'granted' | 'refused';
  readonly by: string;
  readonly second?: string;
}
interface Modelled {
  readonly id: string;
  readonly kind: Kind;
  state: KeptRequest['state'];
  decision: Decided | null;
  extended: boolean;
  lifted: boolean;
}
interface Model {
  readonly all: Modelled[];
}
interface Real {
  readonly person: string;
}
type Command = fc.AsyncCommand<Model, Real, true>;

const command = (name: string, run: Command['run']): Command => ({
  check: async () => true,
  run: async (model, real) => {
    await run(model, real);
    await agrees(model, real);
  },
  toString: () => name,
});
/** On one of those that there are. */
const onOne = (name: string, at: number, run: (one: Modelled, model: Model, real: Real) => Promise<void>): Command => ({
  ...command(`${name} #${at}`, (model, real) => run(model.all[at % model.all.length]!, model, real)),
  check: async ({ all }) => all.length > 0,
});

const ask = (kind: Kind): Command =>
  command(`ask ${kind}`, async (model, { person }) => {
    const same = model.all.find((each) => each.kind === kind && each.state === 'running');
    // Twice at once is once, as one after the other.
    const [one, two] = await Promise.all([0, 1].map(() => requests.make(person, kind, { due, firstEntry: 0 })));
    expect(two!.id).toBe(one!.id);
    if (same) expect(one!.id).toBe(same.id);
    else model.all.push({ id: one!.id, kind, state: 'running', decision: null, extended: false, lifted: false });
  });

const decideAs = (at: number, outcome: Decided['outcome'], by: string): Command =>
  onOne(`${by} decides ${outcome}`, at, async (one, _, { person }) => {
    const may = one.state === 'running' && one.decision === null;
    const decision = { outcome, by, at: 1, ...(outcome === 'refused' && { ground: 0 }) };
    expect(await requests.decide(person, one.id, decision)).toBe(may);
    if (may) one.decision = { outcome, by };
  });

const lookAgain = (at: number, by: string, agreed: boolean): Command =>
  onOne(`${by} ${agreed ? 'agrees' : 'sends back'}`, at, async (one, _, { person }) => {
    const { state, decision } = one;
    const may = state === 'running' && decision !== null && decision.by !== by && decision.second === undefined;
    expect(await requests.second(person, one.id, by, agreed)).toBe(may);
    if (may) one.decision = agreed ? { ...decision, second: by } : null;
  });

const extendOne = (at: number): Command =>
  onOne('extend', at, async (one, _, { person }) => {
    const may = one.state === 'running' && !one.extended;
    expect(await requests.extend(person, one.id, { at: due.at + 1, zone: due.zone })).toBe(may);
    one.extended ||= may;
  });

const withdraw = (at: number): Command =>
  onOne('withdraw', at, async (one, _, { person }) => {
    const may = one.state === 'running' && one.decision === null;
    expect(await requests.cancel(person, one.id)).toBe(may);
    if (may) one.state = 'cancelled';
  });

const allowAgain = (at: number): Command =>
  onOne('allow again', at, async (one, _, { person }) => {
    const found = await requests.get(person, one.id);
    const may =
      one.kind === 'restriction' && one.state === 'done' && one.decision?.outcome === 'granted' && !one.lifted;
    expect(isInForce(found)).toBe(may);
    if (may) await lift(stage.region, requests, found);
    one.lifted ||= may;
  });

/** As far as it goes; the process dies at one effect, and another one takes it up. */
const goOn = (at: number, death: number): Command =>
  onOne(`go on, dying at ${death}`, at, async (one, model, { person }) => {
    const { watch } = dying(death);
    const region: RightsRegion = {
      ...stage.region,
      gate: watch(stage.region.gate),
      subjects: watch(stage.region.subjects),
    };
    const step: Step = {
      context: { services: [letters], letters: () => null, documents: () => null },
      ...{ region, requests: watch(requests), owner: person, request: one.id },
      sign: async (bytes) => Buffer.from(await signer.sign(bytes)),
    };
    const again = async <T>(work: () => Promise<T>): Promise<T> =>
      work().catch((error: unknown) => {
        if (error instanceof Killed) return again(work);
        throw error;
      });
    await again(() => confirm(step));
    const outcome = await again(() => decide(step));
    if (outcome === 'granted') await again(() => carryOut(step));
    if (outcome === 'granted' || outcome === 'refused') await again(() => prove(step));
    expect(outcome).toBe(goesOn(one, model));
  });

/** What the model says that comes of it. */
function goesOn(one: Modelled, { all }: Model): string {
  if (one.state !== 'running') return 'gone';
  const copies = all.filter(({ kind, state }) => kind === 'copy' && state === 'done').length;
  const byPolicy = one.kind === 'restriction' || (one.kind === 'copy' && copies < COPIES);
  if (one.decision === null && byPolicy) one.decision = { outcome: 'granted', by: 'policy' };
  const { decision } = one;
  if (decision === null || (decision.outcome === 'refused' && decision.second === undefined)) return 'waits';
  one.state = decision.outcome === 'granted' ? 'done' : 'refused';
  return decision.outcome;
}

async function agrees({ all }: Model, { person }: Real): Promise<void> {
  const kept = await requests.of(person);
  expect(kept.map(({ id }) => id).toSorted()).toEqual(all.map(({ id }) => id).toSorted());
  const stages = (await stage.region.gate.activity(person, { limit: 1_000 })).flatMap((entry) => {
    const { request, stage: at } = (entry.kind === 'evidence' ? entry.payload : {}) as Record<string, string>;
    return request === undefined ? [] : [`${request} ${at}`];
  });
  // Nothing is on record twice.
  expect(stages.length).toBe(new Set(stages).size);
  for (const one of all) {
    const found = kept.find(({ id }) => id === one.id)!;
    const { state, decision, wasAt, liftedAt } = found;
    expect([state, wasAt !== null, liftedAt !== null]).toEqual([one.state, one.extended, one.lifted]);
    const decided = decision && { outcome: decision.outcome, by: decision.by };
    expect(decided).toEqual(one.decision && { outcome: one.decision.outcome, by: one.decision.by });
    expect(decision?.second).toBe(one.decision?.second);
    const ended = state === 'done' || state === 'refused';
    expect(stages.includes(`${one.id} closed`)).toBe(ended);
    expect('certificate' in (await requests.byCode(found.code))).toBe(ended);
  }
  const stopped = all.some(
    (one) => one.kind === 'restriction' && one.state === 'done' && one.decision?.outcome === 'granted' && !one.lifted,
  );
  expect((await stage.region.subjects.subject(person)).restricted).toEqual(stopped ? ['*'] : []);
}

test('a request stands where the model says, whatever comes in whatever order', async () => {
  const at = fc.nat({ max: 5 });
  const staff = fc.constantFrom(...STAFF);
  const commands = fc.commands(
    [
      fc.constantFrom(...KINDS).map(ask),
      fc.tuple(at, fc.constantFrom('granted' as const, 'refused' as const), staff).map((all) => decideAs(...all)),
      fc.tuple(at, staff, fc.boolean()).map((all) => lookAgain(...all)),
      at.map(extendOne),
      at.map(withdraw),
      at.map(allowAgain),
      fc.tuple(at, fc.nat({ max: 24 })).map((all) => goOn(...all)),
    ],
    { maxCommands: 24, size: 'max' },
  );
  await fc.assert(
    fc.asyncProperty(commands, async (each) => {
      const { id: person } = await stage.newPerson();
      await fc.asyncModelRun(() => ({ model: { all: [] }, real: { person } }), each);
    }),
    { numRuns: RUNS },
  );
}, 600_000);
