/** A recipient that speaks OpenDSR, over real HTTP: told, asked, and believed only where it signs as declared. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Millis, systemClock } from '@kept/base';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { openProcessor, readCallback } from './opendsr.ts';
import { readParties } from './parties.ts';
import { knownKey } from './signing.ts';
import { dsrServer } from './testing.ts';

const server = await dsrServer();
afterAll(() => server.close());
beforeEach(() => {
  server.mood = 'well';
});
const key = knownKey(server.domain, server.publicKey);
const processor = openProcessor({ url: server.url, key, clock: systemClock, timeout: Millis(2_000), token: 't0ken' });
const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: { code: string }) => error.code,
  );

const request = (id: string) => ({
  ...{ id, type: 'erasure' as const, regulation: 'ccpa' as const, submittedAt: Date.UTC(2026, 10, 2) },
  identities: { email: ['lin@home.example'], phone_number: ['+8610000000001'] },
  callback: 'https://kept.example/opendsr/callbacks',
});
const ID = '0b8a2f3c-52c1-4a9e-9a55-1f0f7e0c7a01';

test('a request has the form of the specification, and its receipt is their signature over it', async () => {
  const { expectedAt } = await processor.submit(request(ID));
  expect(expectedAt).toBeGreaterThan(Date.now());
  expect(JSON.parse(server.got.get(ID)!.body)).toEqual({
    regulation: 'ccpa',
    subject_request_id: ID,
    subject_request_type: 'erasure',
    api_version: '2.0',
    submitted_time: '2026-11-02T00:00:00.000Z',
    subject_identities: [{ identity_type: 'email', identity_value: 'lin@home.example', identity_format: 'raw' }],
    status_callback_urls: ['https://kept.example/opendsr/callbacks'],
    extensions: { '127.0.0.1': { phone_number: ['+8610000000001'] } },
  });
  server.got.get(ID)!.state = 'completed';
  const status = await processor.status(ID);
  expect(status).toMatchObject({ state: 'completed', proof: { domain: '127.0.0.1' } });
  expect(key.isSigned(status!.proof!.body, status!.proof!.signature, Date.now())).toBe(true);
  expect(await processor.status('0b8a2f3c-52c1-4a9e-9a55-1f0f7e0c7a02')).toBeNull();
});

test('what is signed by another key, or not at all, counts for nothing; what is down is tried again', async () => {
  server.mood = 'other';
  expect(await codeOf(processor.submit(request(ID)))).toBe('RECIPIENTS_UNSIGNED');
  expect(await codeOf(processor.status(ID))).toBe('RECIPIENTS_UNSIGNED');
  server.mood = 'down';
  expect(await codeOf(processor.submit(request(ID)))).toBe('RECIPIENTS_NOT_TAKEN');
  server.mood = 'locked';
  expect(await codeOf(processor.submit(request(ID)))).toBe('RECIPIENTS_ACCOUNT');
  server.mood = 'hang-up';
  expect(await codeOf(processor.submit(request(ID)))).toBe('RECIPIENTS_UNCERTAIN');
});

test('a callback counts if the declared key signed it and it names our address', () => {
  const url = 'https://kept.example/opendsr/callbacks';
  const read = (change: { body?: string; url?: string; domain?: string } = {}) => {
    const { headers, body } = server.callback(ID, url);
    const proof = { domain: change.domain ?? server.domain, body: change.body ?? body };
    const signature = headers['x-opendsr-signature']!;
    return readCallback({ ...proof, signature }, { key, url: change.url ?? url, now: Date.now() });
  };
  expect(read()).toMatchObject({ id: ID, state: 'completed' });
  expect(read({ url: 'https://other.example/opendsr/callbacks' })).toBeNull();
  expect(read({ body: '{}' })).toBeNull();
  expect(read({ domain: 'other.example' })).toBeNull();
});

test('recipients are declared in files; what is wrong in one is said with its place', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kept-parties-'));
  const clock = systemClock;
  const declared = async (value: unknown, env = {}) => {
    // A module is read once under one name.
    const name = `p${Math.floor(Math.random() * 1e9)}.mjs`;
    const own = await mkdtemp(join(folder, 'd'));
    await writeFile(join(own, 'key.pem'), server.publicKey);
    await writeFile(join(own, name), `export default ${JSON.stringify(value)};`);
    return readParties(own, { env, clock });
  };
  try {
    const opendsr = { url: server.url, certificate: 'key.pem', token: { env: 'DSR_TOKEN' } };
    const { recipients, seal } = await declared({ recipient: 'sms', opendsr }, { DSR_TOKEN: 'x' });
    expect(recipients.get('sms')).toMatchObject({ letters: null, opendsr: { domain: '127.0.0.1' } });
    expect(seal).toBeNull();
    expect(await codeOf(declared({ recipient: 'sms', opendsr }))).toBe('RECIPIENTS_SETTING');
    expect(await codeOf(declared({ recipient: 'sms', letters: 'nobody' }))).toBe('RECIPIENTS_NOT_A_PARTY');
    const plain = { ...opendsr, url: 'http://dsr.example/v2' };
    expect(await codeOf(declared({ recipient: 'sms', opendsr: plain }, { DSR_TOKEN: 'x' }))).toBe('RECIPIENTS_SETTING');
    const none = { url: server.url, certificate: 'none.pem' };
    expect(await codeOf(declared({ recipient: 'sms', opendsr: none }))).toBe('RECIPIENTS_SETTING');
    expect(await codeOf(readParties(join(folder, 'no'), { env: {}, clock }))).toBe('RECIPIENTS_NOT_A_PARTY');
  } finally {
    await rm(folder, { recursive: true });
  }
});
