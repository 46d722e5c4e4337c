/** An age found later: withheld at once, erased with proof or set free; a process may die before or after any effect. */
import { generateKeyPairSync } from 'node:crypto';
import { decide, subjectState } from '@kept/decide';
import { openStage } from '@kept/kit/testing';
import { keySigner } from '@kept/ledger';
import letters from '@kept/service-letters';
import { expect, test } from 'vitest';
import { LETTER, type RightsRegion } from '../context.ts';
import { dying, Killed } from '../dying.harness.ts';
import { Requests } from '../index.ts';
import type { KeptRequest } from '../kept-request.ts';
import { find } from './finding.ts';
import { eraseYoung, look, proveYoung, release, withhold, type YoungStep } from './young-course.ts';

const stage = await openStage(letters);
const { region } = stage;
const signer = keySigner(generateKeyPairSync('ed25519').privateKey);
const requests = new Requests({ pool: stage.pool, clock: region.clock, region: region.id });
const place = (stage.context.at(region.id) as { resources: { letter?: unknown } }).resources.letter as {
  collect(by: object, owner: string, values: object, row: string): Promise<unknown>;
};
const ROW = '0193a1f2-7c00-7000-8000-000000000077';
const idle = { ...stage.rights.workflows, begin: async () => {} };
const finding = { requests: () => requests, workflows: idle };
const CHILD = { years: 12, why: 'seen', by: 'one' } as const;

async function somebody(): Promise<string> {
  const { id } = await stage.newPerson();
  await place.collect({ role: 'person' }, id, { [LETTER]: 'a letter' }, ROW);
  return id;
}

function stepOf(owner: string, { id }: KeptRequest, watch = <T extends object>(target: T): T => target): YoungStep {
  const at: RightsRegion = {
    ...region,
    ...{ program: region.program, gate: watch(region.gate), subjects: watch(region.subjects) },
    ...{ identity: watch(region.identity), holdings: region.holdings.map(watch) },
  };
  return {
    context: { services: [letters], letters: () => null, documents: () => null },
    ...{ region: at, requests: watch(requests), owner, request: id },
    sign: async (bytes) => Buffer.from(await signer.sign(bytes)),
    across: { at: () => at, requests: () => watch(requests), suppression: stage.desks.keys },
    around: { regions: [region.id], origin: 'https://home.example' },
  };
}

const stagesOf = async (owner: string): Promise<string[]> =>
  (await region.gate.activity(owner, { limit: 100 })).flatMap((entry) =>
    entry.kind === 'evidence' && entry.of === 'right' ? [String((entry.payload as { stage?: string }).stage)] : [],
  );
/** Purposes for which anything of theirs may be used, but for what the law or a life demands. */
async function used(owner: string): Promise<string[]> {
  const subject = subjectState(region.program, await region.subjects.subject(owner));
  return Object.entries(region.program.manifest.purposes).flatMap(([purpose, { basis, fields }]) => {
    if (basis === 'legal-obligation' || basis === 'vital-interest') return [];
    const asked = { action: 'use', purpose, fields, subject } as const;
    const by = (['person', 'service', 'operator', 'system'] as const).map((actor) =>
      decide(region.program, { ...asked, actor }),
    );
    return by.some(({ permitted }) => permitted.length > 0) ? [purpose] : [];
  });
}

async function run(at: number): Promise<boolean> {
  const owner = await somebody();
  const made = (await find(finding, region, owner, CHILD))!;
  const { watch, reached } = dying(at);
  const step = stepOf(owner, made, watch);
  // A step whose end was not noted is taken again.
  const again = async <T>(work: (step: YoungStep) => Promise<T>): Promise<T> =>
    work(step).catch((error: unknown) => {
      if (error instanceof Killed) return again(work);
      throw error;
    });
  await again(withhold);
  expect(await again(look)).toBe('waits');
  expect(await stagesOf(owner)).toEqual(['withheld']);
  expect(await requests.second(owner, made.id, 'one', true)).toBe(false);
  expect(await requests.second(owner, made.id, 'two', true)).toBe(true);
  expect(await again(look)).toBe('erase');
  await again(eraseYoung);
  // A start takes up what is running: the closure goes on with the finding, and gets no workflow of its own.
  expect((await requests.byId(made.id)).state).toBe('running');
  await again(proveYoung);
  const after = await requests.byId(made.id);
  expect(after).toMatchObject({ state: 'done', owner: made.id, carries: { region: region.id } });
  const [own, closure] = await Promise.all([after.code, after.carries!.code].map((code) => requests.byCode(code)));
  expect(closure).toMatchObject({ certificate: { right: { id: 'closure' } } });
  expect(JSON.stringify(own)).toContain(after.carries!.code);
  expect(JSON.stringify(own)).not.toContain(owner);
  for (const { items } of region.holdings) expect(await items(owner)).toEqual([]);
  await expect(region.keys.use(`person:${owner}`, () => true)).rejects.toMatchObject({ code: 'KEYS_NO_KEY' });
  return reached();
}

test('is withheld and erased, each once, wherever the process dies', async () => {
  let deaths = 0;
  while (await run(deaths)) deaths++;
  expect(deaths).toBeGreaterThan(20);
});

test('from the first step on nothing is used, and nobody gets in', async () => {
  const owner = await somebody();
  expect(await region.subjects.accountBar(owner)).toBeUndefined();
  expect((await used(owner)).length).toBeGreaterThan(0);
  const made = (await find(finding, region, owner, CHILD))!;
  await withhold(stepOf(owner, made));
  expect(await region.subjects.accountBar(owner)).toMatchObject({ rule: 'no-account', clause: '8.1' });
  expect((await region.subjects.subject(owner)).ageBand).toBe('under-14');
  expect(await used(owner)).toEqual([]);
  // Found again it is the same finding.
  expect((await find(finding, region, owner, { ...CHILD, why: 'papers' }))!.id).toBe(made.id);
});

test('whoever was wrong about the age is not agreed with, and everything is as it was', async () => {
  const owner = await somebody();
  const { ageBand } = await region.subjects.subject(owner);
  const made = (await find(finding, region, owner, CHILD))!;
  const step = stepOf(owner, made);
  await withhold(step);
  expect(await requests.second(owner, made.id, 'two', false)).toBe(true);
  expect(await look(step)).toBe('lifted');
  for (const _ of [1, 2]) await release(step);
  expect((await region.subjects.subject(owner)).ageBand).toBe(ageBand);
  expect((await requests.byId(made.id)).state).toBe('cancelled');
  expect(await stagesOf(owner)).toEqual(['age-not-found', 'withheld']);
  expect(await look(step)).toBe('gone');
});

test('an age that bars nobody is noted, and nobody grows older by a word', async () => {
  const owner = await somebody();
  expect(await find(finding, region, owner, { ...CHILD, years: 15 })).toBeNull();
  expect((await region.subjects.subject(owner)).ageBand).toBe('14-17');
  expect(await stagesOf(owner)).toEqual(['age-noted']);
  await expect(find(finding, region, owner, { ...CHILD, years: 40 })).rejects.toMatchObject({
    code: 'RIGHTS_CANNOT_BE_OLDER',
  });
});
