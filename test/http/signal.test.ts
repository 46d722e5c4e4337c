/** Global Privacy Control: what a browser says for its person counts before anything else of theirs is decided. */
import type { ActivityEntry, ConsentState, HonouredSignal } from '@kept/api';
import { smartmiGlobal } from '@kept/policy-smartmi-global';
import { signalScope } from '@kept/rights';
import { type Person, testHouse, type Visitor } from '@kept/server/testing';
import { expect, test } from 'vitest';

const { app, house, person } = await testHouse();
const COOKIE = 'cookie-statistics';
const SIGNAL = { 'sec-gpc': '1' };

interface Asked {
  readonly consents: readonly ConsentState[];
  readonly signal: HonouredSignal | null;
}

const give = (visitor: Visitor, headers = {}) =>
  visitor.call('PUT', `/api/my/consents/${COOKIE}`, { given: true }, headers);

/** Whether the next decision on what the consent is for lets it be collected. */
async function collects({ id, region }: Person): Promise<boolean> {
  const ask = { action: 'collect', actor: { role: 'person' }, service: 'account', subject: id } as const;
  const fields = ['cookie-usage'];
  return house.regions
    .get(region)!
    .gate.permit({ ...ask, collection: 'cookies', purpose: COOKIE, fields })
    .then(
      () => true,
      (error: { code?: string }) => {
        expect(error.code).toBe('GATE_REFUSED');
        return false;
      },
    );
}

test('a browser that sends it withdraws what was agreed to: the very next decision refuses, and the person is told', async () => {
  const lin = await person();
  expect((await give(lin.visitor)).status).toBe(200);
  expect(await collects(lin)).toBe(true);

  const { body } = await lin.visitor.call<Asked>('GET', '/api/my/consents', undefined, SIGNAL);
  expect(await collects(lin)).toBe(false);
  expect(body.consents.find(({ id }) => id === COOKIE)).toMatchObject({ given: false, state: 'withdrawn' });
  expect(body.signal).toMatchObject({ stopped: [{ id: COOKIE }] });
  const { entries } = await lin.visitor.must<{ entries: ActivityEntry[] }>(200, 'GET', '/api/my/activity');
  expect(entries.find(({ kind }) => kind === 'consent')?.reason).toMatch('Global Privacy Control');

  expect(await give(lin.visitor, SIGNAL)).toMatchObject({
    status: 403,
    body: { code: 'RIGHTS_SIGNAL_ON', clause: '3' },
  });
  expect(await collects(lin)).toBe(false);
  expect((await give(lin.visitor)).status).toBe(200);
  expect(await collects(lin)).toBe(true);
});

test('of somebody who was never asked it is a no, on record once however many calls bring it', async () => {
  const { visitor } = await person();
  await Promise.all(Array.from({ length: 6 }, () => visitor.call('GET', '/api/my/data', undefined, SIGNAL)));
  await visitor.call('GET', '/api/my/recipients', undefined, SIGNAL);
  const { entries } = await visitor.must<{ entries: ActivityEntry[] }>(200, 'GET', '/api/my/activity');
  expect(entries.filter(({ kind }) => kind === 'consent')).toHaveLength(1);
  const { consents, signal } = await visitor.must<Asked>(200, 'GET', '/api/my/consents');
  expect(consents.find(({ id }) => id === COOKIE)).toMatchObject({ state: 'refused' });
  expect(signal).toBeNull();
});

test('any other value is no signal', async () => {
  const lin = await person();
  await give(lin.visitor);
  for (const value of ['0', 'true', '']) await lin.visitor.call('GET', '/api/my/data', undefined, { 'sec-gpc': value });
  expect(await collects(lin)).toBe(true);
});

test('where a policy advertises, every consent and every purpose of it is reached, and nothing else', () => {
  const { consents, purposes } = signalScope(smartmiGlobal);
  expect(consents).toContain('interest-ads');
  expect(consents).toContain('cookie-statistics');
  expect(consents).not.toContain('marketing');
  expect(purposes.filter((id) => !Object.hasOwn(smartmiGlobal.purposes, id))).toEqual([]);
});

test('the site says of itself that it follows the signal', async () => {
  const answer = await app.inject('/.well-known/gpc.json');
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toMatch('application/json');
  expect(answer.json()).toEqual({ gpc: true, lastUpdate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
});
