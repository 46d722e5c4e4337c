/** The durable workflow over days of a clock that is moved by hand: reminders, an escalation, a decision, the end. */
import { generateKeyPairSync } from 'node:crypto';
import { Days, Hours, Millis } from '@kept/base';
import { testDatabase } from '@kept/db/testing';
import { openJobs } from '@kept/jobs';
import { openStage } from '@kept/kit/testing';
import { keySigner } from '@kept/ledger';
import letters from '@kept/service-letters';
import { afterAll, expect, test } from 'vitest';
import { Packages, Requests, workflowsOf } from './index.ts';
import { type Documents, documentsOf, giveDocument } from './proof/documents.ts';

const stage = await openStage(letters);
const { region } = stage;
const { clock } = stage.desks;
const signer = keySigner(generateKeyPairSync('ed25519').privateKey);
const requests = new Requests({ pool: stage.pool, clock, region: region.id });
const place = (stage.context.at(region.id) as { resources: { letter?: unknown } }).resources.letter as never;
const papers = (stage.context.at(region.id) as { resources: { document?: unknown } }).resources.document as Documents;
const { url } = await testDatabase();
const jobs = openJobs({ url, executorId: 'one', clock, poll: Millis(20) });
const context = {
  ...{ services: [letters], regions: [region.id], origin: 'https://home.example', packages: new Packages(clock) },
  ...{ requests: () => requests, at: () => region, letters: () => place, documents: () => papers },
  wishes: () => null,
  suppression: stage.desks.keys,
};
const workflows = workflowsOf(jobs, context, () => signer);
await jobs.launch();
afterAll(() => jobs.close({ within: Millis(500) }));

const patient = { timeout: 120_000 };
const due = () => ({ at: clock.now() + Days(15), zone: 'Asia/Shanghai' });
const look = (owner: string, id: string) => requests.get(owner, id);

test('somebody above whoever has to decide is told before the deadline, and a decision ends it', async () => {
  const { id: owner } = await stage.newPerson();
  const made = await requests.make(owner, 'complaint', { due: due(), firstEntry: region.ledger.size });
  await workflows.begin(region.id, made);
  await expect.poll(async () => (await look(owner, made.id)).steps.confirmed, patient).toBeDefined();
  const told = async () => (await look(owner, made.id)).reminded;
  const seen = new Set<string | null>();
  while (clock.now() < made.dueAt - Hours(12)) {
    seen.add(await told());
    clock.advance(Hours(12));
    await new Promise((done) => setTimeout(done, 120));
  }
  await expect.poll(told, patient).toBe('escalate');
  expect(clock.now()).toBeLessThan(made.dueAt);
  // Nobody is told at once; when exactly is held by the tests of `remindersOf`.
  expect([...seen][0]).toBeNull();

  await requests.decide(owner, made.id, { outcome: 'granted', by: 'one', at: clock.now(), clauses: ['10'] });
  await workflows.wake(made.id, 'decided');
  await expect.poll(async () => (await look(owner, made.id)).state, patient).toBe('done');
  expect(await told()).toBe('escalate');
}, 240_000);

test('a request that its person stops ends, and so does one whose person is gone', async () => {
  const { id: owner } = await stage.newPerson();
  const one = await requests.make(owner, 'complaint', { due: due(), firstEntry: region.ledger.size });
  const two = await requests.make(owner, 'explanation', { due: due(), firstEntry: region.ledger.size });
  for (const each of [one, two]) await workflows.begin(region.id, each);
  for (const each of [one, two])
    await expect.poll(async () => (await look(owner, each.id)).steps.confirmed, patient).toBeDefined();
  expect(await requests.cancel(owner, one.id)).toBe(true);
  await workflows.wake(one.id, 'cancelled');
  expect((await jobs.result(one.id))?.state).toBe('done');
  const closure = await requests.make(owner, 'closure', { due: due(), firstEntry: region.ledger.size });
  await workflows.begin(region.id, closure);
  expect((await jobs.result(closure.id))?.state).toBe('done');
  await workflows.wake(two.id, 'gone');
  expect((await jobs.result(two.id))?.state).toBe('done');
  expect((await requests.byId(two.id)).state).toBe('cancelled');
}, 240_000);

test('a step that goes wrong is told to somebody above, and done once it can be', async () => {
  const { id: owner } = await stage.newPerson();
  const made = await requests.make(owner, 'restriction', {
    due: due(),
    firstEntry: region.ledger.size,
    about: { purposes: ['no-such-purpose'] },
  });
  await workflows.begin(region.id, made);
  await expect.poll(async () => (await look(owner, made.id)).reminded, patient).toBe('escalate');
  expect(await look(owner, made.id)).toMatchObject({ state: 'running' });
  const purpose = region.program.purposes.ids.find((id) => id !== 'rights')!;
  await stage.pool.query('update right_request set about = $2 where id = $1', [made.id, { purposes: [purpose] }]);
  await workflows.wake(made.id, 'again');
  await expect.poll(async () => (await look(owner, made.id)).state, patient).toBe('done');
  expect((await region.subjects.subject(owner)).restricted).toEqual([purpose]);
}, 240_000);

test('what asks for documents waits for somebody, and lapses with them where nobody could decide in time', async () => {
  const { id: owner } = await stage.newPerson();
  const made = await requests.make(owner, 'copy', { due: due(), firstEntry: region.ledger.size, proof: 'documents' });
  await giveDocument(papers, made, Buffer.from('%PDF-1.7 a passport').toString('base64'));
  await workflows.begin(region.id, made);
  await expect.poll(async () => (await look(owner, made.id)).steps.confirmed, patient).toBeDefined();
  expect(await documentsOf(papers, made)).toHaveLength(1);
  while ((await look(owner, made.id)).state === 'running') {
    clock.advance(Days(1));
    await workflows.wake(made.id, `day-${clock.now()}`);
    await new Promise((done) => setTimeout(done, 50));
  }
  expect(clock.now()).toBeGreaterThan(made.dueAt);
  await expect.poll(() => documentsOf(papers, made), patient).toEqual([]);
  const entries = await region.gate.activity(owner, { limit: 100 });
  const told = entries.filter(
    ({ kind, ...entry }) => kind === 'evidence' && JSON.stringify(entry).includes('documents-deleted'),
  );
  expect([(await look(owner, made.id)).state, told.length]).toEqual(['cancelled', 1]);
});
