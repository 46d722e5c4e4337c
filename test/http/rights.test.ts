/** Rights that are exercised by a request: done everywhere by themselves, or decided by staff; nothing twice, nothing silent. */
import type { QueuedDetail, QueuedRequest, RightRequest } from '@kept/api';
import { type Person, type TestHouse, testHouse, type Visitor } from '@kept/server/testing';
import { beforeAll, describe, expect, test } from 'vitest';

let kept: TestHouse;
let first: Visitor;
let second: Visitor;
beforeAll(async () => {
  kept = await testHouse();
  first = await kept.operator();
  second = (await kept.staff('officer')).visitor;
}, 240_000);

const ask = async ({ visitor }: Person, body: object): Promise<RightRequest> =>
  (await visitor.must<{ request: RightRequest }>(202, 'POST', '/api/my/requests', body)).request;
const read = async ({ visitor }: Person, id: string): Promise<RightRequest> =>
  (await visitor.must<{ request: RightRequest }>(200, 'GET', `/api/my/requests/${id}`)).request;
const until = async (person: Person, id: string, state: RightRequest['state']): Promise<RightRequest> => {
  await expect.poll(async () => (await read(person, id)).state, { timeout: 120_000 }).toBe(state);
  return read(person, id);
};
const at = (id: string, what = ''): string => `/api/console/requests/cn/${id}${what}`;
const detail = async (operator: Visitor, id: string): Promise<QueuedDetail> =>
  (await operator.must<{ request: QueuedDetail }>(200, 'GET', at(id))).request;
const evidence = async ({ id, region }: Person, request: string) =>
  (await kept.house.regions.get(region)!.gate.activity(id, { limit: 500 })).flatMap((entry) =>
    entry.kind === 'evidence' && (entry.payload as { request?: string }).request === request
      ? [(entry.payload as { stage: string }).stage]
      : [],
  );

describe('what needs nobody', () => {
  test('a restriction stops the processing, is confirmed, decided and proved, and ends with a certificate', async () => {
    const person = await kept.person();
    const { subjects } = kept.house.regions.get(person.region)!;
    const preview = await person.visitor.must<{ choices: { id: string }[] }>(
      ...([200, 'GET', '/api/my/requests/preview?right=restriction'] as const),
    );
    const [purpose] = preview.choices;
    const made = await ask(person, { right: 'restriction', fields: [purpose!.id] });
    expect(made.due.at - made.madeAt).toBeGreaterThan(14 * 86_400_000);
    const done = await until(person, made.id, 'done');
    expect(done.steps.map(({ id, state }) => [id, state])).toEqual(
      ['received', 'confirmed', 'decided', 'executed', 'proved'].map((id) => [id, 'done']),
    );
    expect((await subjects.subject(person.id)).restricted).toEqual([purpose!.id]);
    expect(await evidence(person, made.id)).toEqual(['closed', 'decided', 'received']);
    const certificate = await kept
      .visitor()
      .must<{ ready: boolean; certificate: { right: { id: string }; facts: unknown[] } }>(
        ...([200, 'GET', `/api/certificates/${made.certificate}`] as const),
      );
    expect(certificate).toMatchObject({ ready: true, certificate: { right: { id: 'restriction' } } });
    expect(certificate.certificate.facts).toHaveLength(1);
  });

  test('an objection to everything that can be stopped; the law goes on', async () => {
    const person = await kept.person();
    const { id } = await ask(person, { right: 'objection' });
    await until(person, id, 'done');
    const { subjects, program } = kept.house.regions.get(person.region)!;
    const { objected } = await subjects.subject(person.id);
    expect(objected.length).toBeGreaterThan(10);
    for (const each of objected) expect(program.manifest.purposes[each]!.basis).not.toBe('legal-obligation');
  });

  test('what was stopped is allowed again, but for what something else stops', async () => {
    const person = await kept.person();
    const { subjects, program } = kept.house.regions.get(person.region)!;
    const { choices } = await person.visitor.must<{ choices: { id: string }[] }>(
      ...([200, 'GET', '/api/my/requests/preview?right=restriction'] as const),
    );
    const [a, b] = choices.map(({ id }) => id) as [string, string];
    const restricted = async () => (await subjects.subject(person.id)).restricted;
    const stop = async (right: string, fields?: string[]) =>
      until(person, (await ask(person, { right, ...(fields && { fields }) })).id, 'done');
    const lift = ({ id }: RightRequest) => person.visitor.must(200, 'POST', `/api/my/requests/${id}/lifting`);
    const [one, two, everything] = [
      await stop('restriction', [a]),
      await stop('restriction', [a, b]),
      await stop('restriction'),
    ];
    expect(everything.liftable).toBe(true);
    expect(await restricted()).toEqual(['*']);
    await lift(everything);
    expect((await restricted()).toSorted()).toEqual([a, b].toSorted());
    await lift(two);
    expect(await restricted()).toEqual([a]);
    await lift(one);
    expect(await restricted()).toEqual([]);
    await person.visitor.must(400, 'POST', `/api/my/requests/${one.id}/lifting`);

    const objected = async () => (await subjects.subject(person.id)).objected;
    const [all, named] = [await stop('objection'), await stop('objection', [a])];
    expect((await objected()).length).toBeGreaterThan(10);
    await lift(all);
    expect(await objected()).toEqual([a]);
    await lift(named);
    expect(await objected()).toEqual([]);
    expect(program.purposes.of(a)).toBeGreaterThanOrEqual(0);
  });

  test('an erasure takes what the account does not need, by category, and says what stays', async () => {
    const person = await kept.person({ nickname: 'Lin' });
    await person.visitor.must(200, 'PUT', '/api/my/consents/profile', { given: true });
    const values = { 'profile-name': 'Lin of the tests', 'profile-bio': 'herbs' };
    await person.visitor.must(200, 'PATCH', '/api/account/profile', { values });
    const preview = await person.visitor.must<{ choices: { id: string }[]; confirm: string; stays: unknown[] }>(
      ...([200, 'GET', '/api/my/requests/preview?right=erasure'] as const),
    );
    expect(preview.choices.map(({ id }) => id)).toContain('profile');
    expect(preview.stays.length).toBeGreaterThan(0);
    const body = { right: 'erasure', fields: ['profile'] };
    await person.visitor.must(400, 'POST', '/api/my/requests', body);
    await person.visitor.must(400, 'POST', '/api/my/requests', {
      ...body,
      fields: ['booking'],
      confirm: preview.confirm,
    });
    const { id } = await ask(person, { ...body, confirm: preview.confirm });
    const done = await until(person, id, 'done');
    expect(done.goes.map(({ count }) => count)).toEqual([2]);
    const profile = await person.visitor.must<{ values: object }>(200, 'GET', '/api/account/profile');
    expect(profile.values).toEqual({});
    // The account is untouched.
    await person.visitor.must(200, 'GET', '/api/my/data');
  });

  test('who asks twice for the same has asked once; for something else, again', async () => {
    const person = await kept.person();
    const body = { right: 'complaint', note: 'Twice' };
    const [one, two] = [await ask(person, body), await ask(person, body)];
    expect(two.id).toBe(one.id);
    const other = await ask(person, { right: 'explanation' });
    expect(other.id).not.toBe(one.id);
  });

  test('the third copy within a month is looked at, not made by itself', async () => {
    const person = await kept.person();
    for (let i = 0; i < 2; i++) await until(person, (await ask(person, { right: 'copy' })).id, 'done');
    const { id } = await ask(person, { right: 'copy' });
    await expect.poll(async () => (await detail(first, id)).waits).toBe('decision');
    expect(await detail(first, id)).toMatchObject({ repeats: 2, fee: expect.any(String) });
  });
});

describe('what staff decide', () => {
  test('a complaint is read on the record, answered by clauses, and what was written is gone', async () => {
    const person = await kept.person();
    const note = 'My bell rings at night.';
    const { id } = await ask(person, { right: 'complaint', note });
    const { requests } = await first.must<{ requests: QueuedRequest[] }>(200, 'GET', '/api/console/requests');
    const row = requests.find((each) => each.id === id)!;
    expect(JSON.stringify(row)).not.toContain(person.id);
    expect(JSON.stringify(await detail(first, id))).not.toMatch(new RegExp(`${person.id}|bell|${person.email}`));
    expect((await first.must<{ text: string }>(200, 'POST', at(id, '/letter'))).text).toBe(note);
    const { gate } = kept.house.regions.get('cn')!;
    // The request itself is recorded meanwhile, by its workflow.
    const entries = await gate.activity(person.id, { limit: 10 });
    const opened = { kind: 'decision', actor: { role: 'operator' }, fields: ['request-text'] };
    expect(entries).toContainEqual(
      expect.objectContaining({ ...opened, actor: expect.objectContaining(opened.actor) }),
    );
    await first.must(400, 'POST', at(id, '/decision'), { outcome: 'granted' });
    await first.must(400, 'POST', at(id, '/decision'), { outcome: 'granted', clauses: ['no such'] });
    await first.must(200, 'POST', at(id, '/decision'), { outcome: 'granted', clauses: ['10'] });
    const done = await until(person, id, 'done');
    expect(done.steps.at(-1)!.state).toBe('done');
    await first.must(400, 'POST', at(id, '/letter'));
    const data = await person.visitor.must<object>(200, 'GET', '/api/my/data');
    expect(JSON.stringify(data)).not.toContain('request-text');
  });

  test('no takes two: ground, clause, reason and where to complain', async () => {
    const person = await kept.person();
    const { id } = await ask(person, { right: 'explanation', note: 'Why?' });
    await first.must(400, 'POST', at(id, '/decision'), { outcome: 'refused' });
    await first.must(400, 'POST', at(id, '/decision'), { outcome: 'refused', ground: 39 });
    await first.must(200, 'POST', at(id, '/decision'), { outcome: 'refused', ground: 0 });
    const waiting = await read(person, id);
    expect(waiting).toMatchObject({ state: 'running', cancellable: false });
    expect(waiting.refusal).toBeUndefined();
    const same = await first.call('POST', at(id, '/agreement'), { agrees: true });
    expect([same.status, same.body.code]).toEqual([403, 'RIGHTS_SAME_PERSON']);
    // Sent back, proposed again, agreed.
    await second.must(200, 'POST', at(id, '/agreement'), { agrees: false });
    expect((await detail(second, id)).waits).toBe('decision');
    await second.must(200, 'POST', at(id, '/decision'), { outcome: 'refused', ground: 1 });
    await first.must(200, 'POST', at(id, '/agreement'), { agrees: true });
    const { refusal } = await until(person, id, 'refused');
    expect(refusal).toMatchObject({ ground: expect.any(String), clause: '7.4', reason: expect.any(String) });
    expect(refusal!.complain.length).toBeGreaterThan(0);
    await first.must(400, 'POST', at(id, '/decision'), { outcome: 'granted', clauses: ['10'] });
  });

  test('about the dead nobody asks inside an account: the form for everybody names whose relative it is', async () => {
    const { visitor } = await kept.person();
    const asked = await visitor.call('POST', '/api/my/requests', { right: 'relatives' });
    expect([asked.status, asked.body.code]).toEqual([400, 'RIGHTS_NOT_HERE']);
    await visitor.must(400, 'GET', '/api/my/requests/preview?right=relatives');
  });

  test('a person may stop what nobody has decided, and not what is done; nobody else may', async () => {
    const person = await kept.person();
    const { id } = await ask(person, { right: 'complaint', note: 'never mind' });
    const stranger = await kept.person();
    await stranger.visitor.must(404, 'DELETE', `/api/my/requests/${id}`);
    const { request } = await person.visitor.must<{ request: RightRequest }>(200, 'DELETE', `/api/my/requests/${id}`);
    expect(request.state).toBe('cancelled');
    // Nobody will read what was written, so it goes.
    const held = async () => JSON.stringify(await person.visitor.must<object>(200, 'GET', '/api/my/data'));
    await expect.poll(held, { timeout: 120_000 }).not.toContain('request-text');
    await person.visitor.must(400, 'DELETE', `/api/my/requests/${id}`);
    await first.must(400, 'POST', at(id, '/decision'), { outcome: 'granted', clauses: ['10'] });
    const done = await ask(person, { right: 'restriction' });
    await until(person, done.id, 'done');
    await person.visitor.must(400, 'DELETE', `/api/my/requests/${done.id}`);
  });

  test('whoever closes the account takes along what else was asked for', async () => {
    const person = await kept.person();
    const open = await ask(person, { right: 'complaint', note: 'unanswered' });
    const { confirm } = await person.visitor.must<{ confirm: string }>(
      ...([200, 'GET', '/api/my/requests/preview?right=closure'] as const),
    );
    const { certificate } = await ask(person, { right: 'closure', confirm });
    const path = `/api/certificates/${certificate}`;
    const ready = async () => (await kept.visitor().must<{ ready: boolean }>(200, 'GET', path)).ready;
    await expect.poll(ready, { timeout: 120_000 }).toBe(true);
    expect(await detail(first, open.id)).toMatchObject({ state: 'cancelled', waits: null });
    await first.must(400, 'POST', at(open.id, '/letter'));
  });

  test('what the policy allows no extension of is not extended', async () => {
    const person = await kept.person();
    const { id } = await ask(person, { right: 'complaint' });
    expect((await detail(first, id)).extendable).toBe(false);
    await first.must(400, 'POST', at(id, '/extension'));
    await first.must(404, 'POST', '/api/console/requests/nowhere/0193a1f2-7c00-7000-8000-000000000000/letter');
  });

  test('and a note to what nobody reads is told, not lost', async () => {
    const person = await kept.person();
    const answer = await person.visitor.call('POST', '/api/my/requests', { right: 'restriction', note: 'please' });
    expect([answer.status, answer.body.code]).toEqual([400, 'RIGHTS_NO_LETTERS']);
  });
});
