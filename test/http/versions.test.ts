/** A version of the policy on its way into force: drafted, reviewed, told to everybody, published, and answered person by person. */
import type {
  ActivityEntry,
  ConsoleVersion,
  Explanation,
  InventoryRow,
  MyChanges,
  QueuedDetail,
  RightRequest,
  VersionDiff,
  WaitingMatter,
} from '@kept/api';
import { Hours, ManualClock } from '@kept/base';
import { compile, type Manifest } from '@kept/policy';
import { aqaraAccount } from '@kept/policy-aqara-account';
import { testHouse } from '@kept/server/testing';
import { expect, test, vi } from 'vitest';

/** As soon as a workflow has done its step. */
const SOON = { timeout: 60_000 };
const clock = new ManualClock(Date.now());
const kept = await testHouse({ clock });

const { purposes, rights } = aqaraAccount;
const say = (en: string) => ({ en, 'zh-Hans': en, 'zh-Hant': en });
/** One field more for two purposes, one with a consent and one without; and less of a right. */
const second = {
  ...aqaraAccount,
  version: '2027-01-01',
  purposes: {
    ...purposes,
    profile: { ...purposes.profile, fields: [...purposes.profile.fields, 'booking-region'] },
    security: { ...purposes.security, fields: [...purposes.security.fields, 'account-nickname'] },
  },
  rights: {
    ...rights,
    closure: { ...rights.closure, deadline: { count: 60, unit: 'day' }, fee: say('Ten coins.') },
    explanation: { ...rights.explanation, refusalGrounds: rights.explanation.refusalGrounds.toReversed() },
  },
} as unknown as Manifest;
const after = compile(second);

const old = await kept.person({ nickname: 'Lin' });
const operator = await kept.operator();
await old.visitor.must(200, 'PUT', '/api/my/consents/profile', { given: true });

/** Refused before the second version is in force. */
const ground = rights.explanation.refusalGrounds[0]!.label.en;
const refused = await old.visitor.must<{ request: RightRequest }>(202, 'POST', '/api/my/requests', {
  right: 'explanation',
});
const ended = async () =>
  (await old.visitor.must<{ request: RightRequest }>(200, 'GET', `/api/my/requests/${refused.request.id}`)).request;

const NEW: Readonly<Record<string, string>> = { profile: 'booking-region', security: 'account-nickname' };
const explained = (purpose: string, field = NEW[purpose]!) =>
  old.visitor.must<Explanation>(200, 'POST', '/api/my/explanations', { purpose, fields: [field] });
const changes = () => old.visitor.must<MyChanges>(200, 'GET', '/api/my/changes');
const versions = async () =>
  (await operator.must<{ versions: ConsoleVersion[] }>(200, 'GET', '/api/console/versions')).versions;

test('a version is handed in whole or not at all, and changes nothing yet', async () => {
  const broken = await operator.call('POST', '/api/console/versions', { manifest: { ...second, otherwise: '99' } });
  expect(broken).toMatchObject({ status: 400, body: { code: 'POLICY_INVALID' } });
  const unfit = (change: object) =>
    operator.call('POST', '/api/console/versions', { manifest: { ...second, version: 'unfit', ...change } });
  const us = { ...aqaraAccount.regions.sg, country: 'US' };
  const everywhere = Object.fromEntries(
    Object.entries(second.purposes).map(([id, each]) => [id, { ...each, regions: [...each.regions, 'us'] }]),
  );
  for (const change of [
    { regions: { ...aqaraAccount.regions, us }, purposes: everywhere },
    { purposes: { ...second.purposes, profile: { ...second.purposes['profile'], group: 'elsewhere' } } },
  ])
    expect(await unfit(change)).toMatchObject({
      status: 400,
      body: { code: expect.stringMatching(/VERSIONS_UNFIT|POLICY_INVALID/) },
    });
  const moved = await unfit({
    purposes: { ...second.purposes, profile: { ...second.purposes['profile'], group: 'elsewhere' } },
  });
  expect(moved.body.code).toBe('VERSIONS_UNFIT');
  const draft = await operator.must<ConsoleVersion>(201, 'POST', '/api/console/versions', { manifest: second });
  expect(draft).toMatchObject({ state: 'draft', inForce: false, policy: { version: '2027-01-01', hash: after.hash } });
  expect(await operator.call('POST', '/api/console/versions', { manifest: second })).toMatchObject({ status: 409 });
  expect((await explained('security')).outcome).toBe('refuse');
  expect(await changes()).toMatchObject({
    asked: [],
    rights: [],
    versions: [],
    policy: { version: aqaraAccount.version },
  });
});

test('what is refused is refused by two, on a ground of the version in force', async () => {
  const address = `/api/console/requests/cn/${refused.request.id}`;
  await expect
    .poll(async () => (await operator.must<{ request: QueuedDetail }>(200, 'GET', address)).request.waits, SOON)
    .toBe('decision');
  await operator.must(200, 'POST', `${address}/decision`, { outcome: 'refused', ground: 0 });
  const { visitor } = await kept.staff('officer');
  await visitor.must(200, 'POST', `${address}/agreement`, { agrees: true });
  await expect.poll(async () => (await ended()).state, SOON).toBe('refused');
  expect((await ended()).refusal).toMatchObject({ ground, clause: rights.explanation.clause });
});

test('its difference is read in the console before anybody is told', async () => {
  const [, draft] = await versions();
  const diff = await operator.must<VersionDiff>(200, 'GET', `/api/console/versions/${draft!.id}/diff`);
  expect(diff.counts.rightsReduced).toBeGreaterThan(0);
  const section = (wanted: string) => diff.sections.find(({ id }) => id === wanted)?.lines ?? [];
  expect(section('allowed').some(({ label, waits }) => label.includes(purposes.profile.label.en) && waits)).toBe(true);
  expect(section('refused')).toEqual([]);
  expect(diff.summary.length).toBeGreaterThan(0);
  const early = await operator.call('POST', `/api/console/versions/${draft!.id}/publication`, {});
  expect(early).toMatchObject({ status: 409, body: { code: 'VERSIONS_CONFLICT' } });
});

test('everybody is told before it counts, and it counts from its time on', async () => {
  const { id } = (await versions())[1]!;
  await operator.must(200, 'POST', `/api/console/versions/${id}/review`);
  const effectiveAt = clock.now() + Hours(2);
  await operator.must(202, 'POST', `/api/console/versions/${id}/publication`, { effectiveAt });
  await vi.waitFor(async () => expect((await versions())[1]).toMatchObject({ state: 'published', told: 1 }), 10_000);
  expect((await versions())[1]).toMatchObject({ effectiveAt, inForce: false, notifiedAt: clock.now() });
  const { messages } = await operator.must<{ messages: { subject: string; text: string }[] }>(
    200,
    'GET',
    '/api/console/outbox',
  );
  const told = messages.filter(({ text }) => text.includes('/changes'));
  expect(told).toHaveLength(1);
  expect(told[0]!.text).toContain('without your yes');

  // Settled, said, and not in force yet.
  expect((await explained('profile')).outcome).toBe('refuse');
  expect((await changes()).versions).toMatchObject([{ policy: { version: '2027-01-01' }, effectiveAt }]);
  clock.advance(Hours(2));
  expect((await versions()).map(({ inForce }) => inForce)).toEqual([false, true]);
  expect(kept.house.program.hash).toBe(after.hash);
});

test('what was refused before stays refused on the ground that was said', async () => {
  expect(after.manifest.rights['explanation']!.refusalGrounds[0]!.label.en).not.toBe(ground);
  expect((await ended()).refusal).toMatchObject({ ground, clause: rights.explanation.clause });
});

test('a consent is to what was shown: a page from before the change is told so', async () => {
  const give = (notice: string) => old.visitor.call('PUT', '/api/my/consents/profile', { given: true, notice });
  expect(await give(compile(aqaraAccount).hash)).toMatchObject({
    ...{ status: 409, body: { code: 'SUBJECT_VERSION_CONFLICT' } },
  });
});

test('what it newly allows waits for the yes of whoever was here before, each act by itself', async () => {
  const { asked, rights: spared, versions: since } = await changes();
  expect(asked.map(({ matter, state }) => [matter, state])).toEqual([
    ['profile', 'waiting'],
    ['security', 'waiting'],
  ]);
  expect(JSON.stringify(since[0]!.sections)).toContain(purposes.profile.label.en);
  expect(await explained('profile')).toMatchObject({ outcome: 'refuse' });
  expect((await explained('profile')).change.join()).toContain('if you agree to this change');

  const answer = (matter: string, agreed: boolean, notice: string = after.hash) =>
    old.visitor.call<MyChanges>('PUT', `/api/my/changes/${matter}`, { agreed, notice });
  expect((await answer('profile', true, compile(aqaraAccount).hash)).status).toBe(409);
  expect((await answer('nonsense', true)).status).toBe(404);
  expect((await answer('profile', false)).body.asked[0]).toMatchObject({ state: 'refused' });
  expect((await explained('profile')).outcome).toBe('refuse');
  // What was done before goes on.
  expect((await explained('profile', 'profile-name')).outcome).toBe('permit');
  expect((await answer('profile', true)).body.asked.map(({ matter, state }) => [matter, state])).toEqual([
    ['security', 'waiting'],
    ['profile', 'agreed'],
  ]);
  expect((await explained('profile')).outcome).toBe('permit');
  expect((await explained('security')).outcome).toBe('refuse');
  await answer('profile', false);
  expect((await explained('profile')).outcome).toBe('refuse');

  // Of the right the person keeps what they had, until they give it up themselves.
  expect(spared).toMatchObject([{ matter: 'right:closure', state: 'kept' }]);
  const dueIn = async () =>
    (await old.visitor.must<{ deadline: string }>(200, 'GET', '/api/my/requests/preview?right=closure')).deadline;
  expect(await dueIn()).toContain('15');
  expect((await answer('right:closure', true)).body.rights).toMatchObject([{ state: 'agreed' }]);
  expect(await dueIn()).toContain('60');
  await answer('right:closure', false);

  const { entries } = await old.visitor.must<{ entries: ActivityEntry[] }>(200, 'GET', '/api/my/activity');
  expect(entries.filter(({ kind }) => kind === 'consent').length).toBeGreaterThan(5);
  const receipt = await old.visitor.send('GET', '/api/my/consents/receipt');
  expect(receipt.text).toContain('change/profile');
});

test('the console counts who is waited for, and knows nobody by more than an id', async () => {
  const fresh = await kept.person();
  expect((await fresh.visitor.must<MyChanges>(200, 'GET', '/api/my/changes')).asked).toEqual([]);
  const { people, matters } = await operator.must<{ people: number; matters: WaitingMatter[] }>(
    200,
    'GET',
    '/api/console/waiting',
  );
  expect({ people, matters: matters.map(({ matter, people: n, some }) => [matter, n, some]) }).toEqual({
    people: 1,
    matters: [
      ['profile', 1, [old.id]],
      ['security', 1, [old.id]],
    ],
  });
});

test('the inventory has every field of every collection, with who gets it and where it lies', async () => {
  const { rows } = await operator.must<{ rows: InventoryRow[] }>(200, 'GET', '/api/console/inventory?lang=zh-Hans');
  const count = Object.values(second.collections).reduce(
    (n, { required, optional }) => n + required.length + optional.length,
    0,
  );
  expect(rows).toHaveLength(count);
  for (const row of rows)
    expect([row.field.id, row.retention.length > 0, row.purposes.length > 0]).toEqual([row.field.id, true, true]);
  expect(rows.find(({ field }) => field.id === 'account-phone')).toMatchObject({
    field: { label: '手机号码' },
    regions: [{ id: 'cn' }, { id: 'sg' }],
  });
});
