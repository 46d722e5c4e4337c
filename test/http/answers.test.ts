/** What staff answer in their own words, and what the same over and over may cost. */
import type { Certificate, QueuedDetail, RightRequest } from '@kept/api';
import { type Person, type TestHouse, testHouse, type Visitor } from '@kept/server/testing';
import { beforeAll, describe, expect, test } from 'vitest';

let kept: TestHouse;
let first: Visitor;
let second: Visitor;
beforeAll(async () => {
  kept = await testHouse();
  first = await kept.operator();
  second = (await kept.staff('officer')).visitor;
});

const WORDS = 'Dear Lin, the bell rang because its clock was an hour off. It is put right.';
const at = (id: string, more = '') => `/api/console/requests/cn/${id}${more}` as const;
const ask = async ({ visitor }: Person, body: object): Promise<RightRequest> =>
  (await visitor.must<{ request: RightRequest }>(202, 'POST', '/api/my/requests', body)).request;
const read = async ({ visitor }: Person, id: string): Promise<RightRequest> =>
  (await visitor.must<{ request: RightRequest }>(200, 'GET', `/api/my/requests/${id}`)).request;
const until = async (person: Person, id: string, state: string): Promise<RightRequest> => {
  await expect.poll(async () => (await read(person, id)).state, { timeout: 120_000 }).toBe(state);
  return read(person, id);
};
const detail = async (id: string): Promise<QueuedDetail> =>
  (await first.must<{ request: QueuedDetail }>(200, 'GET', at(id))).request;
const open = (visitor: Visitor, id: string) => visitor.call<{ text: string }>('POST', `/api/my/requests/${id}/answer`);
const certificateOf = async (code: string | undefined): Promise<Certificate> =>
  (await kept.visitor().must<{ certificate: Certificate }>(200, 'GET', `/api/certificates/${code}`)).certificate;

describe('an answer in words', () => {
  test('is read by whoever asked and nobody else, on the record; the certificate says that it is there, not what', async () => {
    const [lin, mo] = [await kept.person(), await kept.person()];
    const { id } = await ask(lin, { right: 'complaint', note: 'My bell rings at night.' });
    expect((await open(lin.visitor, id)).status).toBe(400);
    await first.must(200, 'POST', at(id, '/decision'), { outcome: 'granted', answer: WORDS });
    const done = await until(lin, id, 'done');
    expect(done.answered).toBe(true);
    expect(await open(lin.visitor, id)).toMatchObject({ status: 200, body: { text: WORDS } });
    expect((await open(mo.visitor, id)).status).toBe(404);
    expect((await first.call('POST', at(id, '/answer'))).status).toBe(400);
    const certificate = JSON.stringify(await certificateOf(done.certificate));
    expect(certificate).toContain('Answered in words');
    expect(certificate).not.toContain('bell');
    // Sealed, and in no row that can be read.
    const { pool } = kept.house.quarters.get('cn')!;
    const { rows } = await pool.query<{ row: string }>(
      'select row_to_json(l)::text as row from letters_letter l where owner_id = $1',
      [lin.id],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]!.row).not.toContain('bell');
  });

  test('of a refusal is read by the second before they agree; sent back, it is gone', async () => {
    const lin = await kept.person();
    const { id } = await ask(lin, { right: 'explanation' });
    await first.must(200, 'POST', at(id, '/decision'), { outcome: 'refused', ground: 0, answer: WORDS });
    expect(await second.must(200, 'POST', at(id, '/answer'))).toEqual({ text: WORDS });
    expect((await read(lin, id)).answered).toBeUndefined();
    expect((await open(lin.visitor, id)).body).toMatchObject({ code: 'RIGHTS_NO_ANSWER' });
    await second.must(200, 'POST', at(id, '/agreement'), { agrees: false });
    expect((await second.call('POST', at(id, '/answer'))).status).toBe(400);
    await first.must(200, 'POST', at(id, '/decision'), { outcome: 'refused', ground: 1, answer: 'Not so.' });
    await second.must(200, 'POST', at(id, '/agreement'), { agrees: true });
    const refused = await until(lin, id, 'refused');
    expect(refused).toMatchObject({ answered: true, refusal: { clause: '7.4' } });
    expect((await open(lin.visitor, id)).body).toEqual({ text: 'Not so.' });
  });
});

describe('the same over and over', () => {
  const third = async (lin: Person): Promise<string> => {
    for (let i = 0; i < 2; i++) await until(lin, (await ask(lin, { right: 'copy' })).id, 'done');
    const { id } = await ask(lin, { right: 'copy' });
    await expect.poll(async () => (await detail(id)).waits, { timeout: 120_000 }).toBe('decision');
    return id;
  };
  const fee = { amount: 1_250, currency: 'EUR' };
  const say = (lin: Person, id: string, accepts: boolean) =>
    lin.visitor.call('POST', `/api/my/requests/${id}/fee`, { accepts });

  test('costs what is told beforehand, once it is accepted; the certificate says so', async () => {
    const lin = await kept.person();
    const id = await third(lin);
    expect((await detail(id)).chargeable).toBe(true);
    expect((await say(lin, id, true)).status).toBe(400);
    await first.must(200, 'POST', at(id, '/fee'), fee);
    expect((await first.call('POST', at(id, '/fee'), fee)).status).toBe(400);
    expect(await detail(id)).toMatchObject({ waits: 'fee', asked: { label: '€12.50', state: 'due' } });
    expect((await first.call('POST', at(id, '/decision'), { outcome: 'granted' })).status).toBe(400);
    expect(await read(lin, id)).toMatchObject({ fee: { label: '€12.50', state: 'due', clause: '7.6' } });
    const reader = { actor: { role: 'operator', id: 'test' }, service: 'console' } as const;
    const outbox = await kept.house.regions.get('cn')!.recipients.outbox.list(reader, { limit: 20 });
    expect(outbox.some(({ message }) => message?.to === lin.email && message.text.includes('€12.50'))).toBe(true);
    expect((await say(lin, id, true)).status).toBe(200);
    const done = await until(lin, id, 'done');
    expect(JSON.stringify(await certificateOf(done.certificate))).toContain('€12.50 · accepted');
  });

  test('is not done where the fee is declined, and is decided without one where it is waived', async () => {
    const [lin, mo] = [await kept.person(), await kept.person()];
    const [declined, waived] = [await third(lin), await third(mo)];
    for (const id of [declined, waived]) await first.must(200, 'POST', at(id, '/fee'), fee);
    expect((await say(mo, declined, true)).status).toBe(404);
    expect((await say(lin, declined, false)).status).toBe(200);
    expect(await read(lin, declined)).toMatchObject({ state: 'cancelled', fee: { state: 'declined' } });
    await first.must(200, 'DELETE', at(waived, '/fee'));
    expect((await say(mo, waived, true)).status).toBe(400);
    await first.must(200, 'POST', at(waived, '/decision'), { outcome: 'granted' });
    expect(await until(mo, waived, 'done')).toMatchObject({ fee: { state: 'waived' } });
  });

  test('is refused by two on the ground of the policy instead, and what is asked once is free', async () => {
    const lin = await kept.person();
    const { id } = await ask(lin, { right: 'complaint' });
    const answer = await first.call('POST', at(id, '/fee'), fee);
    expect([answer.status, answer.body.code, answer.body.clause]).toEqual([403, 'RIGHTS_NO_FEE', '10']);
    const again = await third(lin);
    await first.must(200, 'POST', at(again, '/decision'), { outcome: 'refused', ground: 0 });
    await second.must(200, 'POST', at(again, '/agreement'), { agrees: true });
    expect((await until(lin, again, 'refused')).refusal).toMatchObject({
      ground: 'Repeated again and again for no reason',
      clause: '7.6',
    });
  });
});
