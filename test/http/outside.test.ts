/** Rights of people who are not signed in: a contact proven by a code, nothing said before it, and the same way afterwards. */
import type { OutsideOutcome, OutsideProof, QueuedDetail, QueuedRequest, RightRequest } from '@kept/api';
import { Minutes } from '@kept/base';
import { ShiftedClock } from '@kept/identity/testing';
import { codeTo, PASSWORD, type Person, type TestHouse, testHouse, totp, type Visitor } from '@kept/server/testing';
import { beforeAll, describe, expect, test } from 'vitest';

const clock = new ShiftedClock();
let kept: TestHouse;
beforeAll(async () => {
  kept = await testHouse({ clock });
});

const email = (value: string) => ({ kind: 'email', value });
const newAddress = (() => {
  let n = 0;
  return () => `nobody.${++n}@mail.example`;
})();
const ask = (visitor: Visitor, to: string, more: object = { right: 'copy' }) =>
  visitor.must<OutsideProof>(202, 'POST', '/api/outside/requests', { contact: email(to), residence: 'CN', ...more });
const prove = async (visitor: Visitor, { proof }: OutsideProof, to: string): Promise<OutsideOutcome> =>
  visitor.must(200, 'POST', `/api/outside/requests/${proof}/confirmation`, { code: await codeTo(kept.house, to) });
const made = (outcome: OutsideOutcome): Extract<OutsideOutcome, { outcome: 'made' }> => {
  if (outcome.outcome !== 'made') throw new Error(outcome.outcome);
  return outcome;
};
const ended = async (visitor: Visitor, link: string): Promise<RightRequest & { packaged: boolean }> => {
  for (;;) {
    const { request, packaged } = await visitor.must<{ request: RightRequest; packaged: boolean }>(
      ...([200, 'GET', `/api/outside/status/${link}`] as const),
    );
    if (request.state !== 'running') return { ...request, packaged };
    await new Promise((done) => setTimeout(done, 20));
  }
};

const SEALED = { seal: { passphrase: 'a lantern under the eaves' } };
const PASSPORT = Buffer.from('%PDF-1.7\nthe passport of lin lan').toString('base64');

/** Guarded by a second step: waits for documents, which somebody opens, and which are gone once it is decided. */
async function provenByDocuments(visitor: Visitor, link: string, { id, visitor: lin }: Person): Promise<void> {
  const path = `/api/outside/status/${link}/documents` as const;
  const refused = async (data: string) => (await visitor.call('POST', path, { data })).body.code;
  expect(await refused(Buffer.from('<svg onload="x"/>').toString('base64'))).toBe('RIGHTS_DOCUMENT_UNREADABLE');
  expect(await refused(Buffer.alloc(2_097_154, '%PDF-1').toString('base64'))).toBe('REQUEST_INVALID');
  expect(await visitor.must(200, 'GET', path)).toEqual({ wanted: true, most: 3, documents: [] });
  for (let i = 0; i < 3; i++) await visitor.must(201, 'POST', path, { data: PASSPORT });
  expect(await refused(PASSPORT)).toBe('RIGHTS_DOCUMENTS_FULL');
  expect((await visitor.call('POST', `/api/outside/status/${link}/packages`, SEALED)).status).toBe(404);

  const operator = await kept.operator();
  const { requests } = await operator.must<{ requests: QueuedRequest[] }>(200, 'GET', '/api/console/requests');
  const queued = requests.find(({ waits, right }) => waits === 'decision' && right.id === 'copy')!;
  const address = `/api/console/requests/cn/${queued.id}` as const;
  const { request } = await operator.must<{ request: QueuedDetail }>(200, 'GET', address);
  expect(request.documents.map(({ type }) => type)).toEqual(Array(3).fill('application/pdf'));
  const document = `${address}/documents/${request.documents[0]!.id}` as const;
  expect(await operator.must(200, 'POST', document)).toEqual({ type: 'application/pdf', data: PASSPORT });
  expect((await lin.call('POST', document)).status).toBe(401);
  await operator.must(200, 'POST', `${address}/decision`, { outcome: 'granted' });
  expect(await ended(visitor, link)).toMatchObject({ state: 'done', packaged: true });
  expect((await operator.call('POST', document)).status).toBe(400);
  expect(await visitor.must(200, 'GET', path)).toEqual({ wanted: false, most: 3, documents: [] });
  const { pool } = kept.house.quarters.get('cn')!;
  const { rows } = await pool.query('select id from letters_document where owner_id = $1', [id]);
  expect(rows).toEqual([]);
  const entries = await kept.house.regions.get('cn')!.gate.activity(id, { limit: 200 });
  const told = JSON.stringify(entries);
  expect(told.split('documents-deleted').length - 1).toBe(1);
  expect(told).toContain('"role":"operator"');
}

test('what is proven otherwise takes no documents, and a stranger gives none to another’s', async () => {
  const [lin, mo] = [await kept.person(), await kept.person()];
  const { request } = await lin.visitor.must<{ request: RightRequest }>(202, 'POST', '/api/my/requests', {
    right: 'copy',
  });
  const copy = request.id;
  const due = { at: kept.house.regions.get('cn')!.clock.now() + 86_400_000, zone: 'Asia/Shanghai' };
  const made = await kept.house.rights
    .requests('cn')
    .make(lin.id, 'explanation', { due, firstEntry: 0, proof: 'documents' });
  await kept.house.rights.workflows.begin('cn', made);
  const shown = made.id;
  const give = (who: Person, id: string) =>
    who.visitor.call('POST', `/api/my/requests/${id}/documents`, { data: PASSPORT });
  expect((await give(lin, copy)).body.code).toBe('RIGHTS_NO_DOCUMENTS');
  expect((await give(mo, shown)).status).toBe(404);
  expect((await give(lin, shown)).status).toBe(201);
  await lin.visitor.must(200, 'DELETE', `/api/my/requests/${shown}`);
  const { pool } = kept.house.quarters.get('cn')!;
  const left = async () => (await pool.query('select id from letters_document where owner_id = $1', [lin.id])).rowCount;
  await expect.poll(left, { timeout: 120_000 }).toBe(0);
});

describe('before the contact is proven', () => {
  test('nobody can tell whether anything is held: same answer, same message, same rows', async () => {
    const lin = await kept.person();
    const stranger = newAddress();
    const answers = [await ask(kept.visitor(), lin.email), await ask(kept.visitor(), stranger)];
    const shape = (answer: object) => Object.entries(answer).map(([name, value]) => [name, typeof value]);
    expect(shape(answers[0]!)).toEqual(shape(answers[1]!));
    const reader = { actor: { role: 'operator', id: 'test' }, service: 'console' } as const;
    const list = await kept.house.regions.get('cn')!.recipients.outbox.list(reader, { limit: 20 });
    const texts = [lin.email, stranger].map((to) =>
      list.find(({ message }) => message?.to === to)!.message!.text.replaceAll(/\d{6}/g, '######'),
    );
    expect(texts[0]).toBe(texts[1]);
    const { pool } = kept.house.quarters.get('cn')!;
    const { rows } = await pool.query('select id from right_request where owner_id = $1', [lin.id]);
    expect(rows).toEqual([]);
  });

  test('a wrong code, a used one, a late one and one of another proof prove nothing', async () => {
    const lin = await kept.person();
    const visitor = kept.visitor();
    const first = await ask(visitor, lin.email, { right: 'objection' });
    const path = (proof: string) => `/api/outside/requests/${proof}/confirmation`;
    const code = await codeTo(kept.house, lin.email);
    const wrong = await visitor.call('POST', path(first.proof), { code: code === '000000' ? '000001' : '000000' });
    expect([wrong.status, wrong.body.code]).toEqual([401, 'IDENTITY_CODE_WRONG']);
    const other = await ask(visitor, newAddress());
    expect((await visitor.call('POST', path(other.proof), { code })).status).toBe(401);
    expect(made(await prove(visitor, first, lin.email)).request.right.id).toBe('objection');
    expect((await visitor.call('POST', path(first.proof), { code })).status).toBe(404);
    const late = await ask(visitor, newAddress());
    clock.advance(Minutes(31));
    expect((await visitor.call('POST', path(late.proof), { code: '000000' })).status).toBe(404);
  });

  test('a proof opens no account, and a registration proves no request', async () => {
    const visitor = kept.visitor();
    const { proof } = await ask(visitor, newAddress());
    expect((await visitor.call('POST', `/api/registrations/${proof}/code`)).status).toBe(404);
    const body = { code: '123456', password: PASSWORD };
    expect((await visitor.call('POST', `/api/registrations/${proof}/confirm`, body)).status).toBe(404);
  });

  test('one contact is written to five times an hour, whoever asks', async () => {
    const to = newAddress();
    for (let i = 0; i < 5; i++) await ask(kept.visitor(), to);
    const answer = await kept.visitor().call('POST', '/api/outside/requests', {
      ...{ contact: email(to), residence: 'CN', right: 'copy' },
    });
    expect([answer.status, answer.body.code]).toEqual([429, 'IDENTITY_TOO_MANY']);
  });

  test('what is not granted, not typed, not read or no name is refused before anybody is written to', async () => {
    const visitor = kept.visitor();
    const refused = async (more: object) => {
      const body = { contact: email(newAddress()), residence: 'CN', ...more };
      return (await visitor.call('POST', '/api/outside/requests', body)).body.code;
    };
    expect(await refused({ right: 'relatives' })).toBe('RIGHTS_NOT_HERE');
    expect(await refused({ right: 'closure' })).toBe('RIGHTS_NOT_CONFIRMED');
    expect(await refused({ right: 'copy', note: 'for nobody' })).toBe('RIGHTS_NO_LETTERS');
    for (const name of ['win.example', 'https://x', 'a\nb', '<b>'])
      expect(await refused({ right: 'copy', agent: { name } })).toBe('REQUEST_INVALID');
  });
});

describe('once it is proven', () => {
  test('somebody of whom nothing is held is told so', async () => {
    const to = newAddress();
    const visitor = kept.visitor();
    expect(await prove(visitor, await ask(visitor, to), to)).toEqual({ outcome: 'nothing-held' });
  });

  test('a copy is granted, packed under a passphrase, and fetched by the link; the person hears of it', async () => {
    const lin = await kept.person();
    const visitor = kept.visitor();
    const { link } = made(await prove(visitor, await ask(visitor, lin.email), lin.email));
    expect(await ended(visitor, link)).toMatchObject({ state: 'done', packaged: true, cancellable: false });
    const { path } = await visitor.must<{ path: string }>(201, 'POST', `/api/outside/status/${link}/packages`, {
      seal: { passphrase: 'a lantern under the eaves' },
    });
    const answer = await visitor.send('GET', path as `/api/${string}`);
    expect([answer.status, answer.text.startsWith('age-encryption.org/v1')]).toEqual([200, true]);
    // Of another link it is not there.
    const other = made(await prove(visitor, await ask(visitor, lin.email, { right: 'complaint' }), lin.email));
    expect((await visitor.send('GET', path.replace(link, other.link) as `/api/${string}`)).status).toBe(404);
    const { requests } = await lin.visitor.must<{ requests: RightRequest[] }>(200, 'GET', '/api/my/requests');
    expect(requests.map(({ right }) => right.id)).toEqual(['complaint', 'copy']);
    const reader = { actor: { role: 'operator', id: 'test' }, service: 'console' } as const;
    const list = await kept.house.regions.get('cn')!.recipients.outbox.list(reader, { limit: 20 });
    expect(list.some(({ message }) => message?.to === lin.email && /without signing in/i.test(message.text))).toBe(
      true,
    );
  });

  test('an account is closed, and the link still tells of it', async () => {
    const lin = await kept.person();
    const visitor = kept.visitor();
    const begun = await ask(visitor, lin.email, { right: 'closure', confirm: 'close my account' });
    const { link } = made(await prove(visitor, begun, lin.email));
    expect(await ended(visitor, link)).toMatchObject({ state: 'done', packaged: false });
    expect((await lin.visitor.call('GET', '/api/my/requests')).status).toBe(401);
    expect(await prove(visitor, await ask(visitor, lin.email), lin.email)).toEqual({ outcome: 'nothing-held' });
  });

  test('where a second step guards the account, documents take its place, and a closure takes a session', async () => {
    const lin = await kept.person();
    const { secret } = await lin.visitor.must<{ secret: string }>(200, 'POST', '/api/account/totp', {
      password: PASSWORD,
    });
    await lin.visitor.must(204, 'POST', '/api/account/totp/confirm', { code: totp(secret, Date.now()) });
    const visitor = kept.visitor();
    const closing = await ask(visitor, lin.email, { right: 'closure', confirm: 'close my account' });
    expect(await prove(visitor, closing, lin.email)).toEqual({ outcome: 'sign-in' });
    const objecting = made(await prove(visitor, await ask(visitor, lin.email, { right: 'objection' }), lin.email));
    expect(await ended(visitor, objecting.link)).toMatchObject({ state: 'done' });
    const { link } = made(await prove(visitor, await ask(visitor, lin.email), lin.email));
    await provenByDocuments(visitor, link, lin);
  });

  test('an agent asks, the person confirms, and the agent is on the person’s record', async () => {
    const lin = await kept.person();
    const agent = kept.visitor();
    const begun = await ask(agent, lin.email, { right: 'complaint', note: 'too slow', agent: { name: 'Fair & Co' } });
    const person = kept.visitor();
    expect(await person.must(200, 'GET', `/api/outside/requests/${begun.proof}`)).toMatchObject({
      ...{ right: { id: 'complaint' }, agent: { name: 'Fair & Co' } },
    });
    // The code finds its person a day later.
    clock.advance(Minutes(24 * 60));
    await person.must(202, 'POST', `/api/outside/requests/${begun.proof}/code`);
    const { request } = made(await prove(person, begun, lin.email));
    const region = kept.house.regions.get('cn')!;
    const stages = (await region.gate.activity(lin.id, { limit: 50 })).flatMap((entry) =>
      entry.kind === 'evidence' && entry.of === 'right' ? [entry.payload] : [],
    );
    expect(stages).toContainEqual(expect.objectContaining({ request: request.id, by: 'agent', agent: 'Fair & Co' }));
  });

  test('a link is over a month after the answer was due', async () => {
    const lin = await kept.person();
    const visitor = kept.visitor();
    const { link, expiresAt } = made(await prove(visitor, await ask(visitor, lin.email), lin.email));
    clock.advance(Minutes((expiresAt - clock.now()) / 60_000 + 1));
    const answer = await visitor.call('GET', `/api/outside/status/${link}`);
    expect([answer.status, answer.body.code]).toEqual([404, 'RIGHTS_LINK_UNKNOWN']);
  });
});
