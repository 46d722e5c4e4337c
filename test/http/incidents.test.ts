/** An incident from suspicion to closure: whom it reached, who is told by when, what people read of it. */
import type { Incident, IncidentDetail, MyIncident, PublicIncident, RightRequest } from '@kept/api';
import { Hours, ManualClock } from '@kept/base';
import { Rejected } from '@kept/recipients';
import { type Person, testHouse, type Visitor } from '@kept/server/testing';
import { expect, test } from 'vitest';

const clock = new ManualClock(Date.now());
const begun = clock.now();
const kept = await testHouse({ clock });
const owner = await kept.operator();
const { visitor: officer, id: officerId } = await withId('officer');
const { visitor: auditor } = await kept.staff('auditor');
const [lin, mo, ada] = [await kept.person(), await kept.person(), await kept.person({ residence: 'DE' })] as const;

async function withId(role: 'officer') {
  const { visitor } = await kept.staff(role);
  const { operator } = await visitor.must<{ operator: { id: string } }>(200, 'GET', '/api/session');
  return { visitor, id: operator.id };
}

const at = '/api/console/incidents';
const read = (id: string, by: Visitor = owner) => by.must<IncidentDetail>(200, 'GET', `${at}/${id}`);
const suspect = (sought: object, more: object = {}) =>
  owner.must<IncidentDetail>(201, 'POST', at, { drill: false, critical: false, sought, ...more });
const mine = async ({ visitor }: Person) =>
  (await visitor.must<{ incidents: MyIncident[] }>(200, 'GET', '/api/incidents/mine')).incidents;
const published = async () =>
  (await kept.visitor().must<{ incidents: PublicIncident[] }>(200, 'GET', '/api/incidents')).incidents;
async function traced(id: string): Promise<IncidentDetail> {
  await owner.must(202, 'POST', `${at}/${id}/trace`);
  await expect.poll(async () => (await read(id)).state).toBe('traced');
  return read(id);
}
async function told(id: string): Promise<IncidentDetail> {
  const { people } = await read(id);
  await owner.must(202, 'POST', `${at}/${id}/notices`, { people });
  await expect.poll(async () => (await read(id)).state).toBe('told');
  return read(id);
}
const everybody = () => ({ from: 0, to: clock.now() + 1, actions: ['collect'] });

/** What Lin wrote is opened by the officer, whose account turns out to have been somebody else's. */
async function opened(): Promise<void> {
  const asked = { right: 'complaint', note: 'My bell rings at night.' };
  const { request } = await lin.visitor.must<{ request: RightRequest }>(202, 'POST', '/api/my/requests', asked);
  await officer.must(200, 'POST', `/api/console/requests/cn/${request.id}/letter`);
}

test('it is read off the ledger whom somebody’s doing reached, and nobody else is told of it', async () => {
  await opened();
  clock.advance(Hours(1));
  const { id } = await suspect({ from: begun, to: clock.now(), actor: officerId });
  const found = await traced(id);
  expect(found).toMatchObject({ people: 1, told: 0, announced: false, jurisdictions: [{ people: 1 }] });
  expect(found.fields.length).toBeGreaterThan(0);
  // In China alone: nobody else is owed anything.
  expect(found.clocks.map(({ authority, reach }) => [authority.id, reach])).toEqual([
    ['cn-cac', 'yes'],
    ['cn-cac-final', 'yes'],
  ]);
  expect(found.clocks[0]!.dueAt).toBe(found.noticedAt + Hours(4));

  // Nobody is told before everything is written that the policy promises.
  const early = await owner.call('POST', `${at}/${id}/notices`, { people: 1 });
  expect(early).toMatchObject({ status: 403, body: { code: 'INCIDENTS_PARTS_MISSING', clause: '5.4' } });
  await owner.must(200, 'PUT', `${at}/${id}/parts`, { parts: found.drafts });
  const changed = await owner.call('POST', `${at}/${id}/notices`, { people: 2 });
  expect(changed).toMatchObject({ status: 409, body: { code: 'INCIDENTS_STATE_CONFLICT' } });
  expect(await mine(lin)).toEqual([]);

  const done = await told(id);
  expect(done).toMatchObject({ told: 1, unreached: 0, announced: false, byChannel: [{ channel: 'email', people: 1 }] });
  expect(await mine(lin)).toMatchObject([{ id, clause: '5.4', uses: 1, fields: found.fields }]);
  expect((await mine(lin))[0]!.parts.map(({ part }) => part)).toEqual(found.promised.map(({ part }) => part));
  expect([await mine(mo), await mine(ada), await published()]).toEqual([[], [], []]);
  expect(await written(lin)).toBe(1);
  expect(await written(mo)).toBe(0);
});

/** Messages about an incident in the outbox to somebody. */
async function written({ email }: Person): Promise<number> {
  const reader = { actor: { role: 'operator', id: officerId }, service: 'console' } as const;
  const list = await kept.house.regions.get('cn')!.recipients.outbox.list(reader, { limit: 100 });
  return list.filter(({ message }) => message?.to === email && message.text.includes('/incidents')).length;
}

test('everybody whom it reached is told once, however often the telling is begun', async () => {
  const { id } = await suspect(everybody());
  const found = await traced(id);
  expect(found.people).toBe(3);
  expect(found.jurisdictions.map(({ people }) => people).toSorted((a, b) => a - b)).toEqual([1, 2]);
  // Somebody somewhere else may live under either law.
  expect(found.clocks.map(({ authority, reach }) => [authority.id, reach])).toContainEqual(['eea-dpa', 'may-be']);
  await owner.must(200, 'PUT', `${at}/${id}/parts`, { parts: found.drafts });
  const before = await written(lin);
  await told(id);
  await kept.house.incidents.work.tell(id);
  expect(await written(lin)).toBe(before + 1);
  expect((await mine(ada)).map((each) => each.id)).toEqual([id]);
  const again = await owner.call('POST', `${at}/${id}/notices`, { people: 3 });
  expect(again).toMatchObject({ status: 409, body: { code: 'INCIDENTS_STATE_CONFLICT' } });
  expect(await owner.call('PUT', `${at}/${id}/parts`, { parts: found.drafts })).toMatchObject({ status: 409 });
});

test('whoever cannot be reached is told by an announcement, which says of nobody that it is about them', async () => {
  const sun = await kept.person();
  const { id } = await suspect({ ...everybody(), from: clock.now() - 1 });
  const { drafts, people } = await traced(id);
  expect(people).toBe(1);
  await owner.must(200, 'PUT', `${at}/${id}/parts`, { parts: drafts });
  // Its provider does not take the address.
  const { identity } = kept.house.regions.get('cn')!;
  const write = identity.write;
  const refuses = async () => {
    throw new Rejected('address', '550');
  };
  Object.assign(identity, { write: refuses });
  const done = await told(id).finally(() => Object.assign(identity, { write }));
  expect(done).toMatchObject({ told: 1, unreached: 1, announced: true });
  expect((await published()).map((each) => each.id)).toEqual([id]);
  expect(JSON.stringify(await published())).not.toMatch(new RegExp(`${sun.id}|${sun.email}`));
  expect((await mine(sun)).map((each) => each.id)).toEqual([id]);
});

test('a drill goes the whole way and tells nobody', async () => {
  const { id } = await suspect(everybody(), { drill: true });
  const { drafts } = await traced(id);
  await owner.must(200, 'PUT', `${at}/${id}/parts`, { parts: drafts });
  const before = [await written(lin), (await mine(lin)).length, (await published()).length];
  expect(await told(id)).toMatchObject({ told: 0, announced: false });
  expect([await written(lin), (await mine(lin)).length, (await published()).length]).toEqual(before);
  const report = await owner.must<{ text: string }>(200, 'GET', `${at}/${id}/reports/cn-cac`);
  expect(report.text).toContain('This is a drill');
  await owner.must(200, 'POST', `${at}/${id}/closure`, { as: 'closed', lessons: 'It took an hour.' });
});

test('it is closed when people were told and authorities have their reports, which say nothing of anybody', async () => {
  const { incidents } = await owner.must<{ incidents: Incident[] }>(200, 'GET', at);
  const { id } = incidents.find(({ people, drill, state }) => people === 1 && !drill && state === 'told')!;
  const close = (by: Visitor) => by.call('POST', `${at}/${id}/closure`, { as: 'closed', lessons: 'Found out.' });
  expect(await close(owner)).toMatchObject({ status: 403, body: { code: 'INCIDENTS_STILL_OPEN' } });
  const { text } = await owner.must<{ text: string }>(200, 'GET', `${at}/${id}/reports/cn-cac`);
  expect(text).toContain('People concerned: 1');
  expect(text).not.toContain(lin.email);
  for (const { authority } of (await read(id)).clocks)
    await owner.must(200, 'POST', `${at}/${id}/reports/${authority.id}`, { reference: 'CAC-17' });
  expect((await close(owner)).status).toBe(200);
  expect(await read(id)).toMatchObject({ state: 'closed', lessons: 'Found out.' });
  const dismiss = await owner.call('POST', `${at}/${id}/closure`, { as: 'dismissed', lessons: 'None.' });
  expect(dismiss).toMatchObject({ status: 409 });
});

test('one that was none ends as that; auditors read and do nothing', async () => {
  const { id } = await suspect({ from: 1, to: 2 });
  expect(await read(id, auditor)).toMatchObject({ people: null, state: 'suspected' });
  for (const [method, path, body] of [
    ['POST', at, { drill: true, critical: false, sought: { from: 1, to: 2 } }],
    ['POST', `${at}/${id}/trace`],
    ['POST', `${at}/${id}/notices`, { people: 0 }],
    ['POST', `${at}/${id}/reports/cn-cac`, { reference: 'x' }],
    ['POST', `${at}/${id}/closure`, { as: 'dismissed', lessons: 'x' }],
  ] as const)
    expect(await auditor.call(method, path, body)).toMatchObject({ status: 403 });
  expect(await owner.call('POST', at, { drill: false, critical: false, sought: { from: 2, to: 1 } })).toMatchObject({
    status: 400,
    body: { code: 'INCIDENTS_BAD_TIME' },
  });
  expect(await owner.call('GET', `${at}/${lin.id}`)).toMatchObject({
    status: 404,
    body: { code: 'INCIDENTS_UNKNOWN' },
  });
  await owner.must(200, 'POST', `${at}/${id}/closure`, { as: 'dismissed', lessons: 'A clock was wrong.' });
  expect(await read(id)).toMatchObject({ state: 'dismissed' });
});

test('who is erased leaves no row of it, and the counts stay', async () => {
  const before = await read((await mine(mo))[0]!.id);
  const { pool, region } = kept.house.quarters.get('cn')!;
  await region.subjects.erase(mo.id);
  const { rows } = await pool.query('select 1 from incidents.reached where owner_id = $1', [mo.id]);
  expect(rows).toEqual([]);
  expect((await read(before.id)).people).toBe(before.people);
});
