/** What the console shows is counted, not said. */
import type { ConsoleOverview, ConsoleRecipient, OutboxMessage } from '@kept/api';
import { type TestHouse, testHouse, type Visitor } from '@kept/server/testing';
import { beforeAll, expect, test } from 'vitest';

let kept: TestHouse;
let operator: Visitor;
beforeAll(async () => {
  kept = await testHouse();
  operator = await kept.operator();
});

const overview = () => operator.must<ConsoleOverview>(200, 'GET', '/api/console/overview');
const decisionsIn = ({ decisions }: ConsoleOverview, region: string) =>
  decisions.find((each) => each.region.id === region)!;

test('people, decisions, requests and messages of every region', async () => {
  const before = await overview();
  expect(before.people).toEqual({ active: 0, prospective: 0, closing: 0 });
  expect(before.decisions.map(({ region }) => region.id)).toEqual([...kept.house.regions.keys()]);
  const { visitor } = await kept.person();
  await kept.person({ residence: 'DE' });
  const { status } = await visitor.call('PATCH', '/api/account/profile', { values: { 'profile-bio': 'herbs' } });
  expect(status).toBe(403);
  const after = await overview();
  expect(after.people).toEqual({ active: 2, prospective: 0, closing: 0 });
  const [cn, sg] = [decisionsIn(after, 'cn'), decisionsIn(after, 'sg')];
  expect(cn.permitted).toBeGreaterThan(0);
  expect(cn.refused).toBe(decisionsIn(before, 'cn').refused + 1);
  expect(sg.permitted).toBeGreaterThan(0);
  expect(sg.refused).toBe(0);
  expect(after.outbox).toEqual({ waiting: 2, failed: 0 });
  expect(after.attention).toMatchObject([{ id: 'outbox', standing: 'due', figure: '2', page: 'outbox' }]);
});

test('the counts are those of the ledger', async () => {
  const { id: person, region } = await kept.person();
  const { gate } = kept.house.regions.get(region)!;
  const outcomes = async () =>
    (await gate.activity(person, { limit: 1_000 })).flatMap((each) => (each.kind === 'decision' ? [each.outcome] : []));
  const before = [decisionsIn(await overview(), region), await outcomes()] as const;
  const ask = { actor: { role: 'service' }, service: 'account', subject: person } as const;
  for (let i = 0; i < 5; i++)
    await gate.ask({ ...ask, action: 'use', purpose: 'security', fields: ['session-device'] });
  await gate.ask({ ...ask, action: 'use', purpose: 'no-such-purpose', fields: ['session-device'] });
  const after = [decisionsIn(await overview(), region), await outcomes()] as const;
  for (const [name, outcome] of [
    ['permitted', 'permit'],
    ['refused', 'refuse'],
    ['undecided', 'cannot-tell'],
  ] as const) {
    const grown = (at: typeof before) => at[1].filter((each) => each === outcome).length;
    expect([name, after[0][name] - before[0][name]]).toEqual([name, grown(after) - grown(before)]);
  }
});

test('a message that no provider took needs a person', async () => {
  const { id, region } = await kept.person();
  await kept.house.quarters.get(region)!.pool.query(
    `insert into message (owner_id, id, recipient, channel, state, via, created_at)
       values ($1, gen_random_uuid(), null, 'email', 'failed', 'smtp', now())`,
    [id],
  );
  const { outbox, attention } = await overview();
  expect(outbox.failed).toBe(1);
  expect(attention).toContainEqual(expect.objectContaining({ id: 'failed', standing: 'broken', page: 'recipients' }));
});

test('what went to each recipient, and what the policy kept from it', async () => {
  const { id, region } = await kept.person();
  const { gate } = kept.house.regions.get(region)!;
  const list = () => operator.must<{ recipients: ConsoleRecipient[] }>(200, 'GET', '/api/console/recipients');
  const [first] = (await list()).recipients;
  const ask = { actor: { role: 'service' }, service: 'account', subject: id, recipient: first!.id } as const;
  await gate.ask({ ...ask, action: 'share', purpose: 'account', fields: ['account-password'] });
  const again = (await list()).recipients.find((each) => each.id === first!.id)!;
  expect(again.refused).toBe(first!.refused + 1);
});

test('the outbox is read to its end, page by page', async () => {
  for (let i = 0; i < 3; i++) await kept.person({ residence: i % 2 ? 'DE' : 'CN' });
  const all: string[] = [];
  for (let next: string | null = null, first = true; first || next; first = false) {
    const query: string = next === null ? '' : `&before=${encodeURIComponent(next)}`;
    const page: { messages: OutboxMessage[]; next: string | null } = await operator.must(
      ...([200, 'GET', `/api/console/outbox?limit=2${query}`] as const),
    );
    expect(page.messages.length).toBeLessThanOrEqual(2);
    all.push(...page.messages.map(({ id }) => id));
    next = page.next;
  }
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBe((await overview()).outbox.waiting);
});
