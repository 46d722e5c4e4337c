/** Recipients are told: over real HTTP by OpenDSR, else by a letter; once, whatever dies on the way, and until they answer. */
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { Hours, Millis } from '@kept/base';
import { testDatabase } from '@kept/db/testing';
import { openJobs } from '@kept/jobs';
import { openStage } from '@kept/kit/testing';
import { keySigner } from '@kept/ledger';
import { knownKey, NO_INBOUND, openProcessor, type Parties } from '@kept/recipients';
import { dsrServer } from '@kept/recipients/testing';
import account, { naming } from '@kept/service-account';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { Packages, partnerRoutes, Requests, type RightsContext, workflowsOf } from '../index.ts';
import { requestView } from '../request-view.ts';
import { noteTellings } from './noting.ts';
import { tellingRoutes } from './telling-routes.ts';

const stage = await openStage(account, { naming });
const { region } = stage;
const { clock } = stage.desks;
const server = await dsrServer();
afterAll(() => server.close());
beforeEach(() => {
  server.mood = 'well';
  server.posts = 0;
});
const key = knownKey(server.domain, server.publicKey);
const opendsr = { ...openProcessor({ url: server.url, key, clock, timeout: Millis(2_000) }), key };
const parties: Parties = {
  ...{ seal: null, inbound: NO_INBOUND, receivers: new Map() },
  recipients: new Map([
    ['yunpian', { recipient: 'yunpian', letters: null, opendsr }],
    ['fadada', { recipient: 'fadada', letters: null, opendsr: null }],
  ]),
};
const signer = keySigner(generateKeyPairSync('ed25519').privateKey);
const requests = new Requests({ pool: stage.pool, clock, region: region.id });
const { tellings } = requests;
const { url } = await testDatabase();
const jobs = openJobs({ url, executorId: 'one', clock, poll: Millis(20) });
const around: Omit<RightsContext, 'workflows'> = {
  ...{ services: [account], regions: [region.id], origin: 'https://home.example', packages: new Packages(clock) },
  ...{ requests: () => requests, at: () => region, letters: () => null, documents: () => null },
  wishes: () => null,
  suppression: stage.desks.keys,
  outward: { parties, findBy: { email: naming.account.email, phone_number: naming.account.phone } },
};
const workflows = workflowsOf(jobs, around, () => signer);
const context: RightsContext = { ...around, workflows };
await jobs.launch();
afterAll(() => jobs.close({ within: Millis(500) }));

let people = 0;
/** Known by a phone, which both recipients have really received. */
async function newPerson(): Promise<{ owner: string; phone: string }> {
  const phone = `+86100000077${String(++people).padStart(2, '0')}`;
  const { id: owner } = await stage.desks.newPerson({ kind: 'phone', value: phone });
  await received(owner, 'yunpian', 'verification-sms', ['account-phone', 'account-code']);
  return { owner, phone };
}
const received = (owner: string, recipient: string, purpose: string, fields: string[], via = 'http') =>
  stage.pool.query(
    `insert into share_receipt (owner_id, id, recipient, purpose, fields, via, certain, at, ledger_index)
     values ($1, $2, $3, $4, $5, $6, true, now(), 0)`,
    [owner, randomUUID(), recipient, purpose, fields, via],
  );
const due = () => ({ at: clock.now() + 86_400_000 * 15, zone: 'Asia/Shanghai' });
const asked = async (owner: string, kind: string, about = {}) => {
  const made = await requests.make(owner, kind, { due: due(), about, firstEntry: region.ledger.size, language: 'en' });
  await workflows.begin(region.id, made);
  expect((await jobs.result(made.id))?.state).toBe('done');
  return made;
};
const stateOf = async (request: string, recipient = 'yunpian') =>
  (await tellings.of(request)).find((each) => each.recipient === recipient);
const poll = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 20_000, interval: 20 });
const stagesOf = async (subject: string): Promise<string[]> =>
  (await region.gate.activity(subject, { limit: 50 })).flatMap((entry) =>
    entry.kind === 'evidence' && entry.of === 'recipient-told' ? [(entry.payload as { stage: string }).stage] : [],
  );

test('a closure is told to whoever received something, signed, chased, and kept as a receipt without a value', async () => {
  const { owner, phone } = await newPerson();
  const made = await asked(owner, 'closure');
  await poll(async () => (await stateOf(made.id))?.state).toBe('told');
  const telling = (await stateOf(made.id))!;
  // The key of the account is gone; what they know the person by was sealed under another.
  expect(server.got.get(telling.id)!.body).toContain(phone);
  expect(telling.sealed!.toString('latin1')).not.toContain(phone);
  const { certificate } = (await requests.byCode(made.code)) as { certificate: { facts: unknown } };
  expect(JSON.stringify(certificate.facts)).toContain('Who else is told');
  server.got.get(telling.id)!.state = 'completed';
  const later = async () => {
    clock.advance(Hours(1));
    return (await stateOf(made.id))?.state;
  };
  await poll(later).toBe('answered');
  expect(await stateOf(made.id)).toMatchObject({ sealed: null, trouble: null });
  const proof = (await tellings.proof(telling.id))!;
  expect(key.isSigned(proof.body, proof.signature, clock.now())).toBe(true);
  expect(JSON.stringify(proof)).not.toContain(phone);
  await expect(region.keys.use(`told:${telling.id}`, () => true)).rejects.toMatchObject({ code: 'KEYS_NO_KEY' });
  // Nobody's any more: on record under the telling's own name.
  expect(await region.keys.use(`person:${telling.id}`, () => true)).toBe(true);
  expect(server.posts).toBe(1);
  const view = requestView(context, region, await requests.byId(made.id), 'en').steps.at(-1);
  expect(view).toMatchObject({ id: 'told', state: 'done', confirmations: [{ confirmed: true }] });
}, 240_000);

test('a recipient that took it and hung up is asked before it is told again', async () => {
  const { owner } = await newPerson();
  server.mood = 'hang-up';
  const made = await asked(owner, 'closure');
  await poll(async () => (await stateOf(made.id))?.trouble).toBe('RECIPIENTS_UNCERTAIN');
  server.mood = 'well';
  await poll(async () => (await stateOf(made.id))?.state).toBe('told');
  expect(server.posts).toBe(1);
}, 240_000);

test('what a recipient signs by another key is no answer, and the console sees why it waits', async () => {
  const { owner } = await newPerson();
  server.mood = 'other';
  const made = await asked(owner, 'closure');
  await poll(async () => (await stateOf(made.id))?.trouble).toBe('RECIPIENTS_UNSIGNED');
  expect((await stateOf(made.id))?.state).toBe('noted');
  server.mood = 'well';
  await poll(async () => (await stateOf(made.id))?.state).toBe('told');
}, 240_000);

test('a callback ends it at once, from the recipient that was told and from nobody else', async () => {
  const { owner } = await newPerson();
  const made = await asked(owner, 'closure');
  await poll(async () => (await stateOf(made.id))?.state).toBe('told');
  const { id } = (await stateOf(made.id))!;
  server.got.get(id)!.state = 'completed';
  const call = async (change: object = {}, to = 'https://home.example/opendsr/callbacks') => {
    const { headers, body } = server.callback(id, to);
    const sent: Record<string, string> = { ...headers, ...change };
    const [{ handle }] = partnerRoutes as [(typeof partnerRoutes)[number]];
    return (await handle({ address: '192.0.2.1', params: {}, header: (name) => sent[name] ?? '', body }, context))
      .status;
  };
  server.mood = 'other';
  expect(await call()).toBe(403);
  server.mood = 'well';
  expect(await call({ 'x-opendsr-signature': '' })).toBe(403);
  expect(await call({}, 'https://other.example/opendsr/callbacks')).toBe(403);
  expect((await stateOf(made.id))?.state).toBe('told');
  const entries = region.ledger.size;
  const again = 20;
  for (let i = 0; i < again; i++) expect(await call()).toBe(202);
  expect((await stateOf(made.id))?.state).toBe('answered');
  // Noted once; others who are being told meanwhile may add some of their own.
  const noted = region.ledger.size - entries;
  expect(noted).toBeGreaterThan(0);
  expect(noted).toBeLessThan(again);
}, 240_000);

test('a restriction is told by letter to those whom it concerns; read on the record, sent once, answered once', async () => {
  const { owner, phone } = await newPerson();
  await received(owner, 'fadada', 'e-contract', ['company-phone'], 'http');
  await received(owner, 'mail', 'notice-mail', ['account-email'], 'outbox');
  const made = await asked(owner, 'restriction', { purposes: ['verification-sms'] });
  const all = await tellings.of(made.id);
  // One is not concerned, and what lies in the outbox nobody has.
  expect(all.map(({ recipient, way }) => [recipient, way])).toEqual([['yunpian', 'letter']]);
  const params = { region: region.id, id: all[0]!.id };
  const calls = tellingRoutes.map(({ handle }) => async (body: object = {}) => {
    const given = { params, body, operator: { id: randomUUID(), role: 'officer' }, caller: { lang: 'en' }, query: {} };
    return (await handle({ ...given, person: null } as never, context)).body as Record<string, unknown>;
  });
  const [list, letter, move] = calls as [(typeof calls)[0], (typeof calls)[0], (typeof calls)[0]];
  expect((await list()).tellings).toContainEqual(expect.objectContaining({ id: all[0]!.id, state: 'noted' }));
  expect((await letter()).text).toContain(phone);
  expect((await stagesOf(owner))[0]).toMatch(/^opened-/);
  await expect(move({ act: 'answered' })).rejects.toMatchObject({ code: 'RIGHTS_TELLING_CONFLICT' });
  await expect(move({ act: 'send' })).rejects.toMatchObject({ code: 'RECIPIENTS_NO_MAIL' });
  expect(await move({ act: 'sent' })).toMatchObject({ telling: { state: 'told' } });
  await expect(move({ act: 'sent' })).rejects.toMatchObject({ code: 'RIGHTS_TELLING_CONFLICT' });
  expect(await move({ act: 'answered' })).toMatchObject({ telling: { state: 'answered' } });
  await expect(letter()).rejects.toMatchObject({ code: 'RIGHTS_TELLING_CONFLICT' });
}, 240_000);

test('noted twice is noted once, also when what finds the person is gone by then', async () => {
  const { owner } = await newPerson();
  const request = { owner, id: randomUUID(), kind: 'closure', about: {} };
  await noteTellings(context, region, tellings, request);
  const first = await tellings.of(request.id);
  await stage.pool.query('delete from share_receipt where owner_id = $1', [owner]);
  await noteTellings(context, region, tellings, request);
  expect(await tellings.of(request.id)).toEqual(first);
  expect(first).toHaveLength(1);
});

test('killed between the key and the note, it is noted under the same key, and no key is left over', async () => {
  const { owner } = await newPerson();
  const request = { owner, id: randomUUID(), kind: 'closure', about: {} };
  const made: string[] = [];
  const put = async (ids: readonly string[]): Promise<void> => {
    made.push(...ids);
    await region.keys.put(ids);
  };
  const keys = new Proxy(region.keys, {
    get(object, name) {
      const value = Reflect.get(object, name, object) as unknown;
      return name === 'put' ? put : typeof value === 'function' ? value.bind(object) : value;
    },
  });
  const dying = { note: () => Promise.reject(new Error('killed')), of: tellings.of.bind(tellings) };
  const at = { ...region, keys };
  await expect(noteTellings(context, at, dying as never, request)).rejects.toThrow('killed');
  await noteTellings(context, at, tellings, request);
  const [noted] = await tellings.of(request.id);
  expect(made).toEqual(Array(2).fill(`told:${noted!.id}`));
});

test('killed between the entry of who is told and its note, the entry stands once', async () => {
  const { owner } = await newPerson();
  const request = await requests.make(owner, 'erasure', { due: due(), firstEntry: region.ledger.size });
  const note = (tell: typeof tellings) =>
    noteTellings(context, region, tell, { ...request, kind: 'closure', about: {} });
  const dying = Object.assign(Object.create(tellings) as typeof tellings, {
    of: (id: string) => tellings.of(id),
    note: async () => {
      throw new Error('killed');
    },
  });
  await expect(note(dying)).rejects.toThrow('killed');
  await note(tellings);
  const told = (await region.gate.activity(owner, { limit: 50 })).filter(
    (entry) => entry.kind === 'evidence' && (entry.payload as { stage?: string }).stage === 'recipients',
  );
  expect(told).toHaveLength(1);
  expect(await tellings.of(request.id)).toHaveLength(1);
});
