/** A process may die before or after any effect of any step: the request ends all the same, and nothing is done twice. */
import { generateKeyPairSync } from 'node:crypto';
import { openStage } from '@kept/kit/testing';
import { keySigner } from '@kept/ledger';
import letters from '@kept/service-letters';
import { expect, test } from 'vitest';
import type { RightsRegion } from './context.ts';
import { carryOut, confirm, decide, prove, type Step } from './course.ts';
import { dying, Killed } from './dying.harness.ts';
import { Requests } from './index.ts';
import type { About } from './kept-request.ts';
import { type Documents, giveDocument } from './proof/documents.ts';

const stage = await openStage(letters);
const signer = keySigner(generateKeyPairSync('ed25519').privateKey);
const real = new Requests({ pool: stage.pool, clock: stage.region.clock, region: stage.region.id });
const place = (stage.context.at(stage.region.id) as { resources: { letter?: unknown } }).resources.letter as never;
const papers = (stage.context.at(stage.region.id) as { resources: { document?: unknown } }).resources
  .document as Documents;
const due = { at: stage.region.clock.now() + 86_400_000 * 15, zone: 'Asia/Shanghai' };

async function run(kind: string, about: About, at: number, outcome: 'granted' | 'refused' | null): Promise<boolean> {
  const person = await stage.newPerson();
  if (outcome) await letterOf(person.id, null);
  const request = await real.make(person.id, kind, { due, about, firstEntry: stage.region.ledger.size });
  if (outcome) await letterOf(person.id, request.id);
  const proven = kind === 'deceased';
  if (proven) await giveDocument(papers, request, Buffer.from('%PDF-1.7 a family register').toString('base64'));
  const { watch, reached } = dying(at);
  const region: RightsRegion = {
    ...stage.region,
    gate: watch(stage.region.gate),
    subjects: watch(stage.region.subjects),
    holdings: stage.region.holdings.map(watch),
  };
  const step: Step = {
    context: { services: [letters], letters: () => watch(place), documents: () => watch(papers) },
    ...{ region, requests: watch(real), owner: person.id, request: request.id },
    sign: async (bytes) => Buffer.from(await signer.sign(bytes)),
  };
  // A step whose end was not noted is taken again.
  const again = async <T>(work: () => Promise<T>): Promise<T> =>
    work().catch((error: unknown) => {
      if (error instanceof Killed) return again(work);
      throw error;
    });
  await again(() => confirm(step));
  if (outcome) {
    const decision = {
      outcome,
      by: 'one',
      at: 1,
      ...(outcome === 'refused' && { second: 'two', secondAt: 2, ground: 0 }),
    };
    await real.decide(person.id, request.id, decision);
  }
  const decided = await again(() => decide(step));
  expect(decided).toBe(outcome ?? 'granted');
  if (decided === 'granted') await again(() => carryOut(step));
  await again(() => prove(step));

  const after = await real.get(person.id, request.id);
  expect(after.state).toBe(outcome === 'refused' ? 'refused' : 'done');
  const stages = (await stage.region.gate.activity(person.id, { limit: 1_000 })).flatMap((entry) =>
    entry.kind === 'evidence' && entry.of === 'right' ? [(entry.payload as { stage: string }).stage] : [],
  );
  expect(stages).toEqual([...(proven ? ['documents-deleted'] : []), 'closed', 'decided', 'received']);
  const { rows } = await stage.pool.query(
    'select body is not null as signed from right_certificate where request = $1',
    [request.id],
  );
  expect(rows).toEqual([{ signed: true }]);
  const { restricted, objected } = await stage.region.subjects.subject(person.id);
  expect(restricted).toEqual(kind === 'restriction' ? (about.purposes ?? ['*']) : []);
  expect(objected).toEqual(kind === 'objection' ? about.purposes : []);
  for (const { items } of stage.region.holdings) expect(await items(person.id)).toEqual([]);
  return reached();
}

async function letterOf(owner: string, request: string | null): Promise<void> {
  if (request === null) return;
  const repository = place as { collect(by: object, owner: string, values: object, row: string): Promise<unknown> };
  await repository.collect({ role: 'person' }, owner, { 'request-text': 'a letter' }, request);
}

test.each([
  ['restriction', {}, null],
  ['objection', { purposes: ['marketing-sms'] }, null],
  ['complaint', {}, 'granted'],
  ['explanation', {}, 'refused'],
  ['deceased', {}, 'refused'],
] as const)('%s', async (kind, about, outcome) => {
  const purposes = Object.keys(stage.region.program.manifest.purposes);
  const named: About = 'purposes' in about ? { purposes: [purposes.find((id) => id !== 'rights')!] } : {};
  let deaths = 0;
  while (await run(kind, named, deaths, outcome)) deaths++;
  // Received, confirmed, decided, done, closed: each with its record and its mark, before and after.
  expect(deaths).toBeGreaterThan(12);
});

test('whoever decides first has decided', async () => {
  const person = await stage.newPerson();
  const request = await real.make(person.id, 'complaint', { due, firstEntry: 0 });
  const decisions = ['a', 'b', 'c'].map((by) => ({ outcome: 'granted', by, at: 1 }) as const);
  const won = await Promise.all(decisions.map((each) => real.decide(person.id, request.id, each)));
  expect(won.filter(Boolean)).toHaveLength(1);
  expect(await real.cancel(person.id, request.id)).toBe(false);
  expect(await real.extend(person.id, request.id, { at: due.at + 1, zone: due.zone })).toBe(true);
  expect(await real.extend(person.id, request.id, { at: due.at + 2, zone: due.zone })).toBe(false);
  expect(await real.get(person.id, request.id)).toMatchObject({ dueAt: due.at + 1, wasAt: due.at });
});

test('reminders only grow louder, and an answered request has none', async () => {
  const person = await stage.newPerson();
  const request = await real.make(person.id, 'complaint', { due, firstEntry: 0 });
  await real.remind(person.id, request.id, 'remind');
  await real.remind(person.id, request.id, 'escalate');
  await real.remind(person.id, request.id, 'remind');
  expect((await real.get(person.id, request.id)).reminded).toBe('escalate');
});

test('an erasure ends although a row goes at the same moment', async () => {
  const person = await stage.newPerson();
  const row = '0193a1f2-7c00-7000-8000-000000000077';
  await letterOf(person.id, row);
  const request = await real.make(person.id, 'erasure', { due, firstEntry: stage.region.ledger.size });
  const [holding] = stage.region.holdings;
  const found = await holding!.items(person.id);
  expect(found).toHaveLength(1);
  const step: Step = {
    context: { services: [letters], letters: () => place, documents: () => null },
    region: {
      ...stage.region,
      holdings: [
        {
          ...holding!,
          items: async (owner) => {
            const items = await holding!.items(owner);
            await (place as { remove(owner: string, row: string): Promise<boolean> }).remove(owner, row);
            return items;
          },
        },
      ],
    },
    ...{ requests: real, owner: person.id, request: request.id },
    sign: async (bytes) => Buffer.from(await signer.sign(bytes)),
  };
  await confirm(step);
  expect(await decide(step)).toBe('granted');
  await carryOut(step);
  await prove(step);
  expect((await real.get(person.id, request.id)).state).toBe('done');
});
