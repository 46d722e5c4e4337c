/** Visits on a whole server: no place is given away twice, people are told, and what was given goes. */
import { Days, ManualClock } from '@kept/base';
import { itemId } from '@kept/kit';
import { type Person, type TestHouse, testHouse } from '@kept/server/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Visit } from './api/index.ts';
import service from './index.ts';
import { booked } from './routes.harness.ts';

const STORE = 'sample-nanshan';
const TIMES = `/api/booking/stores/${STORE}/times`;
/** Of nobody else here. */
const PHONE = '+861007654321';
const clock = new ManualClock(Date.now());
let kept: TestHouse;
beforeAll(async () => {
  kept = await testHouse({ clock });
}, 60_000);

const body = (starts: number, more: object = {}) => ({
  ...{ store: STORE, starts, at: 'store', name: 'Lin Lan', phone: '+861001234567', need: 'A lamp' },
  ...more,
});
const timesOf = async ({ visitor }: Person): Promise<number[]> =>
  (await visitor.must<{ times: { at: number }[] }>(200, 'GET', TIMES)).times.map(({ at }) => at);

/** What these were sent about visits. */
async function messagesTo(...who: string[]): Promise<{ to: string; text: string }[]> {
  const reader = { actor: { role: 'operator', id: 'test' }, service: 'console' } as const;
  const all = await kept.house.regions.get('cn')!.recipients.outbox.list(reader, { limit: 100 });
  return all.flatMap(({ message }) =>
    message && who.includes(message.to) && message.text.includes('Sample store') ? [message] : [],
  );
}

test('of eight people at once, as many have a visit as there are places', async () => {
  const people = [];
  for (let i = 0; i < 8; i++) people.push(await kept.person());
  const starts = (await timesOf(people[0]!))[3]!;
  const answers = await Promise.all(
    people.map(({ visitor }) => visitor.call('POST', '/api/booking/visits', body(starts))),
  );
  const refused = answers.filter(({ status }) => status !== 201);
  expect(refused.map(({ status, body: { code } }) => `${status} ${code}`)).toEqual(
    Array.from({ length: 6 }, () => '409 BOOKING_TIME_TAKEN'),
  );
  expect(await timesOf(people[0]!)).not.toContain(starts);
  // Whoever was refused left nothing behind.
  const { rows } = await kept.house.quarters.get('cn')!.pool.query('select place from booking_visit order by place');
  expect(rows.map(({ place }) => place)).toEqual([`${STORE} ${starts} 1`, `${STORE} ${starts} 2`]);
  // Two who move to one place at the same moment do not both get it.
  const [first, second] = people.filter((_, i) => answers[i]!.status === 201) as [Person, Person];
  const other = (await timesOf(first))[5]!;
  await kept.person().then(({ visitor }) => visitor.must(201, 'POST', '/api/booking/visits', body(other)));
  const moved = await Promise.all(
    [first, second].map(async ({ visitor }) => {
      const { visits } = await visitor.must<{ visits: Visit[] }>(200, 'GET', '/api/booking/visits');
      return (await visitor.call('PUT', `/api/booking/visits/${visits[0]!.id}`, { starts: other })).status;
    }),
  );
  expect(moved.toSorted((a, b) => a - b)).toEqual([200, 409]);
});

describe('a visit', () => {
  test('is told by text message and mail, moved, taken along to a calendar, and called off', async () => {
    const lin = await kept.person();
    const times = await timesOf(lin);
    const { visit, told } = await lin.visitor.must<{ visit: Visit; told: string[] }>(
      ...([201, 'POST', '/api/booking/visits', body(times[8]!, { phone: PHONE })] as const),
    );
    expect(told).toEqual(['sms', 'email']);
    const sent = await messagesTo(PHONE, lin.email);
    expect(sent.map(({ to }) => to).toSorted()).toEqual([PHONE, lin.email].toSorted());
    const moved = await lin.visitor.must<{ visit: Visit }>(200, 'PUT', `/api/booking/visits/${visit.id}`, {
      starts: times[9]!,
    });
    expect(moved.visit.starts.at).toBe(times[9]);
    expect(await timesOf(lin)).toContain(times[8]);
    const { text, headers } = await lin.visitor.call('GET', `/api/booking/visits/${visit.id}/calendar`);
    expect(headers['content-type']).toContain('text/calendar');
    const lines = text.replaceAll('\r\n ', '').split('\r\n');
    const utc = (at: number) => `${new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '')}`;
    expect(lines).toEqual(
      expect.arrayContaining(['SEQUENCE:1', 'SUMMARY:Sample store Nanshan', `DTSTART:${utc(times[9]!)}`]),
    );
    expect(text).not.toMatch(/Lin Lan|lamp|100123/);
    await lin.visitor.must(204, 'DELETE', `/api/booking/visits/${visit.id}`);
    expect(await lin.visitor.must(200, 'GET', '/api/booking/visits')).toEqual({ visits: [] });
  });

  test('at home needs an address, one at the store keeps none', async () => {
    const lin = await kept.person();
    const [, starts] = (await timesOf(lin)) as [number, number];
    const home = await lin.visitor.call('POST', '/api/booking/visits', body(starts, { at: 'home' }));
    expect(home.body.code).toBe('BOOKING_ADDRESS_MISSING');
    await lin.visitor.must(
      201,
      'POST',
      '/api/booking/visits',
      body(starts, { address: '2 Quay Lane', region: 'Port' }),
    );
    const { rows } = await kept.house.quarters
      .get('cn')!
      .pool.query('select id from booking_visit where owner_id = $1', [lin.id]);
    const item = itemId('booking', 'visit', rows[0]!.id, 'booking-address');
    expect((await lin.visitor.call('POST', '/api/my/data/reveal', { item })).status).toBe(404);
  });

  test('is at a time that the store offers, and one person has five at most', async () => {
    const lin = await kept.person();
    const times = await timesOf(lin);
    const odd = await lin.visitor.call('POST', '/api/booking/visits', body(times[0]! + 60_000));
    expect(odd.body.code).toBe('BOOKING_NOT_OFFERED');
    for (const starts of times.slice(20, 25)) await lin.visitor.must(201, 'POST', '/api/booking/visits', body(starts));
    const sixth = await lin.visitor.call('POST', '/api/booking/visits', body(times[25]!));
    expect(sixth.body.code).toBe('BOOKING_ENOUGH');
  });

  test('of somebody whose data lie elsewhere is refused with the clause', async () => {
    const mira = await kept.person({ residence: 'DE' });
    const [starts] = await timesOf(mira);
    const { status, body: problem } = await mira.visitor.call('POST', '/api/booking/visits', body(starts!));
    expect([status, problem.code, problem.clause]).toEqual([403, 'GATE_REFUSED', expect.any(String)]);
  });
});

describe('staff', () => {
  test('see times, open who comes on the record, and call off with word to whoever was to come', async () => {
    const lin = await kept.person();
    const id = await booked(lin, 'sample-chaoyang');
    const { visitor } = await kept.staff('agent');
    const list = await visitor.must<{ visits: object[] }>(200, 'GET', '/api/console/booking/sample-chaoyang/visits');
    expect(JSON.stringify(list)).not.toMatch(/Lin|1001234567|curtains/);
    const details = `/api/console/booking/sample-chaoyang/visits/${id}/details`;
    expect(await visitor.must(200, 'POST', details)).toMatchObject({ name: 'Lin Lan', address: null });
    const { entries } = await lin.visitor.must<{ entries: object[] }>(200, 'GET', '/api/my/activity');
    expect(JSON.stringify(entries[0])).toContain('operator');
    await visitor.must(204, 'DELETE', `/api/console/booking/sample-chaoyang/visits/${id}`);
    expect(await lin.visitor.must(200, 'GET', '/api/booking/visits')).toEqual({ visits: [] });
    expect(await messagesTo(lin.email)).toEqual(
      expect.arrayContaining([expect.objectContaining({ text: expect.stringContaining('called off') })]),
    );
    // It is gone for the staff as well.
    expect((await visitor.call('POST', details)).status).toBe(404);
  });
});

test('what was given for a visit goes a week after it', async () => {
  const region = kept.house.regions.get('cn')!;
  const count = async () =>
    (await kept.house.quarters.get('cn')!.pool.query('select count(*)::int as n from booking_visit')).rows[0]!.n;
  expect(await count()).toBeGreaterThan(5);
  clock.advance(Days(1));
  expect(await service.over!(region)).toBe(0);
  clock.advance(Days(22));
  expect(await service.over!(region)).toBeGreaterThan(5);
  expect(await count()).toBe(0);
});
