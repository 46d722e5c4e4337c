/** The reasons for which a policy lets a right be asked for, one by one: granted where it holds, refused where it does not. */
import type { Certificate, QueuedDetail, QueuedRequest, RequestPreview, RightRequest } from '@kept/api';
import { compile } from '@kept/policy';
import { type Person, type TestHouse, testHouse, type Visitor } from '@kept/server/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { grantOf } from '../../packages/rights/src/deadline.ts';
import { findingOf } from '../../packages/rights/src/reasons.ts';
import { aqaraAccount } from '../../policies/aqara-account/src/index.ts';
import { smartmiGlobal } from '../../policies/smartmi-global/src/index.ts';

let kept: TestHouse;
let first: Visitor;
let second: Visitor;
beforeAll(async () => {
  kept = await testHouse();
  first = await kept.operator();
  second = (await kept.staff('officer')).visitor;
}, 60_000);

const GROUNDS = aqaraAccount.rights.erasure.grounds;
const DOES_NOT_HOLD = 'The reason that was named does not hold';

/** Somebody with a profile, which they agreed to. */
async function withProfile(): Promise<Person> {
  const person = await kept.person();
  await consent(person, true);
  await person.visitor.must(200, 'PATCH', '/api/account/profile', { values: { 'profile-bio': 'herbs' } });
  return person;
}
const consent = ({ visitor }: Person, given: boolean) =>
  visitor.must(200, 'PUT', '/api/my/consents/profile', { given });
const profileOf = async ({ visitor }: Person) =>
  (await visitor.must<{ values: object }>(200, 'GET', '/api/account/profile')).values;

const previewOf = ({ visitor }: Person) =>
  visitor.must<RequestPreview>(200, 'GET', '/api/my/requests/preview?right=erasure');
const body = { right: 'erasure', confirm: 'delete' };
const ask = async ({ visitor }: Person, more: object): Promise<RightRequest> =>
  (await visitor.must<{ request: RightRequest }>(202, 'POST', '/api/my/requests', { ...body, ...more })).request;
async function until({ visitor }: Person, id: string, state: RightRequest['state']): Promise<RightRequest> {
  const read = async () =>
    (await visitor.must<{ request: RightRequest }>(200, 'GET', `/api/my/requests/${id}`)).request;
  await expect.poll(async () => (await read()).state, { timeout: 15_000 }).toBe(state);
  return read();
}
const at = (id: string, what = ''): string => `/api/console/requests/cn/${id}${what}`;
const detail = async (id: string): Promise<QueuedDetail> =>
  (await first.must<{ request: QueuedDetail }>(200, 'GET', at(id))).request;
/** Lines of the certificate with their clauses. */
async function proven({ certificate }: RightRequest): Promise<unknown[]> {
  const path = `/api/certificates/${certificate}`;
  const found = await kept.visitor().must<{ certificate: Certificate }>(200, 'GET', path);
  return found.certificate.facts.flatMap(({ lines }) => lines);
}
const line = (ground: keyof typeof GROUNDS) => ({ text: GROUNDS[ground].label.en, clause: '7.1' });

/** Done by the policy alone, and said on the request, in the queue and in the certificate. */
async function granted(person: Person, ground: keyof typeof GROUNDS): Promise<void> {
  const done = await until(person, (await ask(person, { ground })).id, 'done');
  const { text: label, clause } = line(ground);
  expect(done.reason).toEqual({ label, clause });
  expect(await proven(done)).toContainEqual(line(ground));
  const { requests } = await first.must<{ requests: QueuedRequest[] }>(200, 'GET', '/api/console/requests?ended=1');
  const row = requests.find(({ id }) => id === done.id);
  expect(row).toMatchObject({ reason: { label, clause }, decision: { outcome: 'granted', byPolicy: true } });
}

/** Nothing is touched, and it is said why not. */
async function refused(person: Person, ground: keyof typeof GROUNDS): Promise<void> {
  const before = await profileOf(person);
  const no = await until(person, (await ask(person, { ground })).id, 'refused');
  expect(no.reason).toEqual({ label: GROUNDS[ground].label.en, clause: '7.1' });
  expect(no.refusal).toMatchObject({ ground: DOES_NOT_HOLD, clause: '7.1' });
  expect(no.refusal!.complain.length).toBeGreaterThan(0);
  const lines = await proven(no);
  expect(lines).toContainEqual(line(ground));
  expect(lines).toContainEqual({ text: DOES_NOT_HOLD, clause: '7.1' });
  expect(await profileOf(person)).toEqual(before);
}

describe('the five of Aqara accounts', () => {
  test('are offered in words, and one that is not among them is refused', async () => {
    const person = await withProfile();
    const { grounds } = await previewOf(person);
    expect(grounds).toEqual(
      Object.entries(GROUNDS).map(([id, { label, holds }]) => ({
        ...{ id, label: label.en, clause: '7.1', byPolicy: holds !== 'judged' },
      })),
    );
    for (const more of [{ ground: 'because' }, { ground: 'toString' }]) {
      const answer = await person.visitor.call('POST', '/api/my/requests', { ...body, ...more });
      expect([answer.status, answer.body.code]).toEqual([400, 'RIGHTS_NOT_A_CHOICE']);
    }
    const noted = await person.visitor.call('POST', '/api/my/requests', { ...body, ground: 'done', note: 'please' });
    expect([noted.status, noted.body.code]).toEqual([400, 'RIGHTS_NO_LETTERS']);
  });

  test('no longer needed: what the account works without; refused where it needs all that is there', async () => {
    const person = await withProfile();
    await granted(person, 'done');
    expect(await profileOf(person)).toEqual({});
    await refused(person, 'done');
  });

  test('the period is over: refused while it runs, granted afterwards', async () => {
    const person = await withProfile();
    await refused(person, 'ended');
    const region = kept.house.regions.get(person.region)!;
    const day = { after: 'collection', count: 1, unit: 'day' } as const;
    const rule = { collections: ['profile'], until: day, end: 'erase', clause: '2.1.2' } as const;
    const program = compile({ ...aqaraAccount, version: 'shorter', retention: [rule, ...aqaraAccount.retention] });
    const about = { ground: 'ended' };
    const finding = (after: number) =>
      findingOf(
        { ...region, program, clock: { now: () => region.clock.now() + after } } as never,
        aqaraAccount.rights.erasure,
        { owner: person.id, about } as never,
        {},
      );
    expect(await finding(0)).toEqual({ because: 'ended', finding: 'fails' });
    expect(await finding(90_000_000)).toEqual({ because: 'ended', finding: 'holds' });
    // What lies in other systems was not looked at: somebody has to.
    const beside = { at: () => ({}) };
    const request = { owner: person.id, about } as never;
    const found = await findingOf(region as never, aqaraAccount.rights.erasure, request, { beside } as never);
    expect(found).toEqual({ because: 'ended', finding: 'unclear' });
  });

  test('consent taken back: refused while it stands, granted once it is', async () => {
    const person = await withProfile();
    await refused(person, 'consent-withdrawn');
    await consent(person, false);
    await granted(person, 'consent-withdrawn');
    expect(await profileOf(person)).toEqual({});
  });

  test.each(['unlawful', 'law'] as const)('%s: somebody looks, and a no takes two', async (ground) => {
    const person = await withProfile();
    const no = await ask(person, { ground, note: 'It was told to my employer.' });
    await expect.poll(async () => (await detail(no.id)).waits, { timeout: 15_000 }).toBe('decision');
    const { reason, grounds, letter, conditions } = await detail(no.id);
    expect([reason?.label, letter]).toEqual([GROUNDS[ground].label.en, true]);
    expect(conditions).toContain(GROUNDS[ground].label.en);
    const decision = { outcome: 'refused', ground: grounds.indexOf(DOES_NOT_HOLD) };
    await first.must(200, 'POST', at(no.id, '/decision'), decision);
    await second.must(200, 'POST', at(no.id, '/agreement'), { agrees: true });
    const answered = await until(person, no.id, 'refused');
    expect(answered.refusal).toMatchObject({ ground: DOES_NOT_HOLD, clause: '7.1' });
    expect(await proven(answered)).toContainEqual(line(ground));
    expect(await profileOf(person)).toEqual({ 'profile-bio': 'herbs' });

    const yes = await ask(person, { ground });
    await expect.poll(async () => (await detail(yes.id)).waits, { timeout: 15_000 }).toBe('decision');
    await first.must(200, 'POST', at(yes.id, '/decision'), { outcome: 'granted' });
    expect(await proven(await until(person, yes.id, 'done'))).toContainEqual(line(ground));
    expect(await profileOf(person)).toEqual({});
  });

  test('who names none is given what the account works without', async () => {
    const person = await withProfile();
    const done = await until(person, (await ask(person, {})).id, 'done');
    expect(done.reason?.label).toBe(GROUNDS.done.label.en);
    expect(await profileOf(person)).toEqual({});
  });
});

test('California asks for no reason, and nobody else is offered that', async () => {
  const program = compile(smartmiGlobal);
  const rightIn = (jurisdiction: string) => grantOf(program, 'erasure', { jurisdiction })!.right;
  expect(Object.keys(rightIn('eea').grounds!)).toEqual(['no-reason-left']);
  const found = async (ground: string, jurisdiction: string) => {
    const request = { owner: 'nobody', about: { ground } } as never;
    return (await findingOf({ program } as never, rightIn(jurisdiction), request, {}))?.finding;
  };
  expect(await found('asked', 'california')).toBe('holds');
  expect(await found('asked', 'eea')).toBe('unclear');
});
