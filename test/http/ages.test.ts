/** An age found later, over the running house: withheld at once, two have looked, erased with a certificate. */
import type { OutsideProof, QueuedDetail, QueuedRequest, RightRequest } from '@kept/api';
import { PASSWORD, type Person, type TestHouse, testHouse, type Visitor } from '@kept/server/testing';
import { beforeAll, expect, test } from 'vitest';

let kept: TestHouse;
let owner: Visitor;
let second: Visitor;
beforeAll(async () => {
  kept = await testHouse();
  owner = await kept.operator();
  second = (await kept.staff('officer')).visitor;
});

type Reported = { outcome: 'withheld'; request: QueuedDetail } | { outcome: 'noted' | 'nothing-held' };
const contact = (value: string) => ({ kind: 'email', value });
const report = (by: Visitor, { email }: Pick<Person, 'email'>, years: number) =>
  by.call<Reported>('POST', '/api/console/ages', { contact: contact(email), residence: 'CN', years, why: 'guardian' });
async function found(child: Pick<Person, 'email'>): Promise<QueuedDetail> {
  const { body } = await report(owner, child, 12);
  if (body.outcome !== 'withheld') throw new Error(body.outcome);
  return body.request;
}
const addressOf = ({ id }: { id: string }) => `/api/console/requests/cn/${id}` as const;
const stateOf = async (request: { id: string }) =>
  (await owner.must<{ request: QueuedDetail }>(200, 'GET', addressOf(request))).request;
const shut = async ({ visitor }: Person) =>
  expect.poll(async () => (await visitor.call('GET', '/api/my/data')).status, { timeout: 60_000 }).toBe(401);
const signIn = ({ email }: Person) =>
  kept.visitor().call('POST', '/api/session', { contact: contact(email), password: PASSWORD });

/** The newest message to an address. */
async function messageTo(to: string): Promise<string> {
  const reader = { actor: { role: 'operator', id: 'test' }, service: 'console' } as const;
  const outbox = await kept.house.regions.get('cn')!.recipients.outbox.list(reader, { limit: 50 });
  return outbox.find(({ message }) => message?.to === to)?.message?.text ?? '';
}

test('a child is withheld at once, followed by a link, and erased once two have looked', async () => {
  const child = await kept.person();
  const request = await found(child);
  expect(request).toMatchObject({
    ...{ waits: null, clause: '8.1', title: 'Younger than allowed: under 14' },
    young: { below: 14, why: 'a guardian said so', guardian: false },
  });
  await shut(child);
  const again = await signIn(child);
  expect([again.status, again.body.code, again.body.clause]).toEqual([403, 'IDENTITY_WITHHELD', '8.1']);
  await expect.poll(async () => (await stateOf(request)).waits, { timeout: 60_000 }).toBe('second');
  // In the queue, without a name; whoever noted it cannot be the second.
  const { requests } = await owner.must<{ requests: QueuedRequest[] }>(200, 'GET', '/api/console/requests');
  expect(requests.find(({ id }) => id === request.id)).toMatchObject({ waits: 'second', decision: { mine: true } });
  expect((await owner.call('POST', `${addressOf(request)}/agreement`, { agrees: true })).body.code).toBe(
    'RIGHTS_SAME_PERSON',
  );
  const link = /\/ask\/status\/([\w-]{43})/.exec(await messageTo(child.email))?.[1];
  const follow = async () =>
    (await kept.visitor().must<{ request: RightRequest }>(200, 'GET', `/api/outside/status/${link}`)).request;
  expect(await follow()).toMatchObject({ state: 'running', cancellable: false, clause: '8.1' });
  expect((await follow()).young?.next).toMatch(/second person/);

  await second.must(200, 'POST', `${addressOf(request)}/agreement`, { agrees: true });
  await expect.poll(async () => (await stateOf(request)).state, { timeout: 120_000 }).toBe('done');
  const { certificate: code } = await follow();
  const { certificate } = await kept
    .visitor()
    .must<{ certificate: { title: string; facts: { lines: { text: string }[] }[] } }>(
      ...([200, 'GET', `/api/certificates/${code}`] as const),
    );
  const closure = certificate.facts
    .flatMap(({ lines }) => lines)
    .find(({ text }) => /^CN(-[0-9A-Z]{4}){4}$/.test(text));
  expect(await kept.visitor().must(200, 'GET', `/api/certificates/${closure!.text}`)).toMatchObject({ ready: true });
  expect(JSON.stringify(certificate)).not.toContain(child.id);
  expect(await kept.house.front.whose({ kind: 'email', value: child.email }, 'CN')).toBeNull();
});

test('what a second person does not agree with is withheld no longer, and the person may come in again', async () => {
  const grown = await kept.person();
  const request = await found(grown);
  await shut(grown);
  await expect.poll(async () => (await stateOf(request)).waits, { timeout: 60_000 }).toBe('second');
  await second.must(200, 'POST', `${addressOf(request)}/agreement`, { agrees: false });
  await expect.poll(async () => (await signIn(grown)).status, { timeout: 60_000 }).toBe(200);
  await expect.poll(async () => (await stateOf(request)).state, { timeout: 60_000 }).toBe('cancelled');
});

test('a person corrects their own age downward alone; nothing is told of nobody', async () => {
  const lin = await kept.person();
  const correct = (years: number) => lin.visitor.call('POST', '/api/my/age', { years });
  expect((await correct(15)).body).toEqual({ outcome: 'noted' });
  expect((await lin.visitor.call('GET', '/api/my/data')).status).toBe(200);
  const older = await correct(30);
  expect([older.status, older.body.code]).toEqual([403, 'RIGHTS_CANNOT_BE_OLDER']);
  expect((await correct(11)).body).toMatchObject({ outcome: 'withheld', clause: '8.1' });
  await shut(lin);
  expect((await report(owner, { email: 'nobody.here@home.example' }, 12)).body).toEqual({ outcome: 'nothing-held' });
  const auditor = (await kept.staff('auditor')).visitor;
  expect((await report(auditor, lin, 12)).status).toBe(403);
  expect((await kept.visitor().call<OutsideProof>('POST', '/api/my/age', { years: 12 })).status).toBe(401);
});
