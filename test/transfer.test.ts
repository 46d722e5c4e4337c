/** Two instances of Kept, each with databases of its own: everything held goes straight from one to the other, and nowhere else. */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join as path } from 'node:path';
import { type Person, type TestHouse, testHouse } from '@kept/server/testing';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { type Kept, port, startKept, testFolder } from './system/kept.ts';
import { Agent, choose, join, Operator, type Somebody } from './system/life.ts';

const PASSWORD = 'paper-lantern-42-eaves';
const PROFILE = { 'profile-name': 'Lin', 'profile-bio': 'herbs and slow tea' };
let [here, there]: [TestHouse, Kept] = [] as never;
let [lin, linThere, mo]: [Person, Somebody, Somebody] = [] as never;
const identity = await generateX25519Identity();
const recipient = await identityToRecipient(identity);

beforeAll(async () => {
  const parties = path(await testFolder(), 'parties');
  await mkdir(parties);
  const file = { receiver: 'other-home', label: 'Other Home', hosts: ['127.0.0.1'] };
  await writeFile(path(parties, 'other.mjs'), `export default ${JSON.stringify(file)};`);
  here = await testHouse({ env: { KEPT_PARTIES: parties } });
  there = await startKept({ data: path(await testFolder(), 'kept'), env: { KEPT_PORT: port(), KEPT_DEMO: '0' } });
  lin = await here.person({ nickname: 'Lin of the lake' });
  await lin.visitor.must(200, 'PUT', '/api/my/consents/profile', { given: true });
  await lin.visitor.must(200, 'PATCH', '/api/account/profile', { values: PROFILE });
  const operator = await Operator.at(there);
  const newcomer = (name: string) => ({
    contact: { kind: 'email', value: `${name}@home.example` } as const,
    password: PASSWORD,
  });
  linThere = await join(there, operator, newcomer('lin'));
  mo = await join(there, operator, newcomer('mo'));
}, 240_000);

/** By number: a name that leads inside is not called. */
const address = async (who: Somebody): Promise<string> => {
  const { body } = await who.agent.must(201, 'POST', '/api/my/arrivals');
  return `${there.url.replace('localhost', '127.0.0.1')}${String(body['path'])}`;
};
const send = (to: string) => lin.visitor.call<Record<string, string>>('POST', '/api/my/transfers', { to, lang: 'en' });
const mine = (to: string, more = '') => `/api/my/arrivals/${to.split('/').at(-1)}${more}`;

test('sealed to a key of hers, acknowledged byte for byte, taken in after her yes', async () => {
  const to = await address(linThere);
  expect((await lin.visitor.must<{ receivers: object[] }>(200, 'GET', '/api/my/receivers')).receivers).toEqual([
    { id: 'other-home', label: 'Other Home' },
  ]);
  const sent = await send(`${to}#${recipient}`);
  expect([sent.status, sent.body]).toEqual([201, expect.objectContaining({ receiver: 'Other Home' })]);
  expect((await linThere.agent.must(200, 'GET', mine(to))).body).toEqual({ bytes: sent.body['bytes'], whole: true });
  const fetched = await fetch(`${there.url}${mine(to, '/package')}`, { headers: linThere.agent.headers });
  const sealed = Buffer.from(await fetched.arrayBuffer());
  expect(createHash('sha256').update(sealed).digest('hex')).toBe(sent.body['sha256']);
  expect(sealed.includes('herbs')).toBe(false);
  const reader = new Decrypter();
  reader.addIdentity(identity);
  const files = unzipSync(await reader.decrypt(sealed));
  const { items } = JSON.parse(Buffer.from(files['account/1.json']!).toString()) as {
    items: { id: string; collectionId: string; field: string; value: string }[];
  };
  const rows = Object.values(Object.groupBy(items, ({ id }) => id.split('.').slice(0, 3).join('.'))).map((row) => ({
    collection: row![0]!.collectionId,
    values: Object.fromEntries(row!.map(({ field, value }) => [field, value])),
  }));
  await choose(linThere.agent, 'profile', true);
  await linThere.agent.must(200, 'POST', '/api/my/import', { rows });
  expect((await linThere.agent.must(200, 'GET', '/api/account/profile')).body['values']).toEqual(PROFILE);
  await linThere.agent.must(204, 'DELETE', mine(to));
  await linThere.agent.must(404, 'GET', mine(to));
  const entries = await here.house.regions.get(lin.region)!.gate.activity(lin.id, { limit: 200 });
  const told = entries.flatMap((entry) =>
    entry.kind === 'evidence' && String((entry.payload as { stage?: string }).stage).endsWith('on')
      ? [entry.payload as Record<string, unknown>]
      : [],
  );
  expect(told.toReversed()).toMatchObject([
    { stage: 'sending-on', receiver: 'other-home' },
    { stage: 'sent-on', receiver: 'other-home', sha256: sent.body['sha256'] },
  ]);
});

test('what came is its person’s, comes once and in order, and nothing is sent elsewhere', async () => {
  const to = await address(linThere);
  await mo.agent.must(404, 'GET', mine(to));
  await mo.agent.must(404, 'GET', mine(to, '/package'));
  await mo.agent.must(404, 'DELETE', mine(to));
  await linThere.agent.must(404, 'GET', mine(to, '/package'));
  expect((await send(`${to}#${recipient}`)).status).toBe(201);
  // A second time it is whole already; an address that is over is none.
  expect((await send(`${to}#${recipient}`)).body['code']).toBe('RIGHTS_NOT_TAKEN_WHOLE');
  expect((await send(`${to.slice(0, -43)}${'a'.repeat(43)}#${recipient}`)).body['code']).toBe('RECIPIENTS_NOT_TAKEN');
  const token = to.split('/').at(-1)!;
  for (const host of [
    'http://127.0.0.2:1',
    'http://[::1]:1',
    'https://other.example',
    'http://169.254.169.254',
    'http://localhost:1',
  ])
    expect((await send(`${host}/api/arrivals/${token}#${recipient}`)).body['code']).toBe('RIGHTS_NO_RECEIVER');
  for (const wrong of [
    to,
    `${to}#age1short`,
    `ftp://127.0.0.1/api/arrivals/${token}#${recipient}`,
    `${there.url}/api/console#${recipient}`,
  ])
    expect((await send(wrong)).status).toBe(400);
  const piece = (address: string, offset: number, bytes: number) =>
    fetch(`${address}?offset=${offset}&end=0`, {
      ...{ method: 'PATCH', body: Buffer.alloc(bytes) },
      headers: { 'content-type': 'application/octet-stream' },
    });
  const fresh = await address(mo);
  expect((await piece(fresh, 5, 10)).status).toBe(400);
  expect((await piece(fresh, 0, 10)).status).toBe(200);
  expect((await (await piece(fresh, 0, 10)).json()) as object).toEqual({ bytes: 10, sha256: null });
  expect((await piece(fresh, 10, 1024 * 1024 + 1)).status).toBe(413);
  await new Agent(there.url).must(401, 'POST', '/api/my/arrivals');
});
