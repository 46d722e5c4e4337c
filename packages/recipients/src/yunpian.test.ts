import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Duration, Millis } from '@kept/base';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { type Adapter, deliverPatiently, type Parcel } from './adapter.ts';
import { yunpian } from './yunpian.ts';

/** A server that speaks the documented protocol; `next` overrides its answer, as the documented error examples do. */
const KEY = '0123456789abcdef0123456789abcdef';
const taken: URLSearchParams[] = [];
let next: ((response: ServerResponse) => void) | undefined;

const server = createServer((request, response) => void serve(request, response));
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = '';
  for await (const chunk of request) body += chunk;
  const form = new URLSearchParams(body);
  const fail = (status: number, code: number, msg: string) =>
    json(response, status, { http_status_code: status, code, msg, detail: msg });
  if (request.url !== '/v2/sms/single_send.json') return void response.writeHead(404).end();
  if (request.method !== 'POST') return fail(400, 11, 'GET is not supported');
  if (!request.headers['content-type']?.startsWith('application/x-www-form-urlencoded'))
    return fail(400, 14, 'decoding failed');
  if (form.get('apikey') !== KEY) return fail(400, -1, 'bad apikey');
  if (!form.get('mobile') || !form.get('text')) return fail(400, 1, 'argument missing');
  if (next) return next(response);
  if (!/^(1\d{10}|\+\d{6,15})$/.test(form.get('mobile')!)) return fail(400, 56, 'bad number');
  if (!/^【.{2,12}】/u.test(form.get('text')!)) return fail(400, 16, 'bad signature');
  taken.push(form);
  json(response, 200, {
    code: 0,
    msg: 'ok',
    count: 1,
    fee: 0.05,
    unit: 'RMB',
    mobile: form.get('mobile'),
    sid: 3_310_228_982,
  });
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json;charset=utf-8' }).end(JSON.stringify(value));
}

const adapter = (more: { apiKey?: string; timeout?: Duration; baseUrl?: string } = {}): Adapter =>
  yunpian({ apiKey: KEY, signature: 'Kept', baseUrl, timeout: Millis(400), ...more });
const parcel = (to: string): Parcel => ({
  id: '0192f0c4-0000-7000-8000-000000000001',
  to,
  subject: '',
  text: '您的验证码是 123456',
});

beforeEach(() => {
  taken.length = 0;
  next = undefined;
});

test('a number of mainland China goes without its country code, any other with it', async () => {
  expect(await adapter().deliver(parcel('+8610000000042'))).toEqual({ reference: '3310228982' });
  await adapter().deliver(parcel('+4915100000042'));
  expect(taken.map((form) => form.get('mobile'))).toEqual(['10000000042', '+4915100000042']);
  expect(taken[0]!.get('text')).toBe('【Kept】您的验证码是 123456');
  expect(taken[0]!.get('uid')).toBe('0192f0c4-0000-7000-8000-000000000001');
});

test.each([
  [400, 2, 'RECIPIENTS_REJECTED', 'address'],
  [200, 56, 'RECIPIENTS_REJECTED', 'address'],
  [400, 20, 'RECIPIENTS_REJECTED', 'country'],
  [400, 10, 'RECIPIENTS_REJECTED', 'opted-out'],
  [200, 53, 'RECIPIENTS_REJECTED', 'too-often'],
  [400, 22, 'RECIPIENTS_REJECTED', 'too-often'],
  [400, 4, 'RECIPIENTS_REJECTED', 'content'],
  [400, 99, 'RECIPIENTS_REJECTED', 'other'],
  [400, 3, 'RECIPIENTS_ACCOUNT', undefined],
  [400, -3, 'RECIPIENTS_ACCOUNT', undefined],
  [400, 5, 'RECIPIENTS_ACCOUNT', undefined],
  [400, -5, 'RECIPIENTS_NOT_TAKEN', undefined],
  [500, -50, 'RECIPIENTS_UNCERTAIN', undefined],
  [500, -53, 'RECIPIENTS_UNCERTAIN', undefined],
])('HTTP %i with code %i is %s', async (status, code, expected, reason) => {
  next = (response) => json(response, status, { http_status_code: status, code, msg: '+8610000000042', detail: '' });
  const error = await adapter()
    .deliver(parcel('+8610000000042'))
    .catch((e: unknown) => e);
  expect(error).toMatchObject({ code: expected, ...(reason ? { reason } : {}) });
  expect(String((error as Error).stack) + JSON.stringify(error)).not.toContain('10000000042');
});

test('a wrong key, no answer, a broken answer and no server', async () => {
  const outcome = (of: Adapter) =>
    of.deliver(parcel('+8610000000042')).then(
      () => 'taken',
      (e: { code: string }) => e.code,
    );
  expect(await outcome(adapter({ apiKey: 'wrong' }))).toBe('RECIPIENTS_ACCOUNT');
  next = () => {};
  expect(await outcome(adapter())).toBe('RECIPIENTS_UNCERTAIN');
  next = (response) => void response.destroy();
  expect(await outcome(adapter())).toBe('RECIPIENTS_UNCERTAIN');
  next = (response) => void response.writeHead(502).end('<html>bad gateway</html>');
  expect(await outcome(adapter())).toBe('RECIPIENTS_UNCERTAIN');
  next = (response) => void response.writeHead(302, { location: `${baseUrl}/elsewhere` }).end();
  expect(await outcome(adapter())).toBe('RECIPIENTS_UNCERTAIN');
  const gone = createServer();
  await new Promise<void>((done) => gone.listen(0, '127.0.0.1', done));
  const { port } = gone.address() as AddressInfo;
  await new Promise((done) => gone.close(done));
  expect(await outcome(adapter({ baseUrl: `http://127.0.0.1:${port}` }))).toBe('RECIPIENTS_NOT_TAKEN');
});

test('only a message that was certainly not taken is repeated', async () => {
  const run = async (code: number) => {
    let calls = 0;
    next = (response) =>
      json(response, 400, { http_status_code: 400, code: ++calls < 3 ? code : 0, msg: '', detail: '', sid: 7 });
    const waits = [Millis(1), Millis(1)];
    const result = await deliverPatiently(adapter(), parcel('+8610000000042'), { waits, sleep: async () => {} }).catch(
      (e: { code: string }) => e.code,
    );
    return [calls, result];
  };
  expect(await run(-5)).toEqual([3, { reference: '7' }]);
  expect(await run(-50)).toEqual([1, 'RECIPIENTS_UNCERTAIN']);
  expect(await run(53)).toEqual([1, 'RECIPIENTS_REJECTED']);
});

test('settings are refused at the start', () => {
  expect(() => adapter({ baseUrl: 'http://sms.example' })).toThrow('https');
  expect(() => adapter({ apiKey: ' ' })).toThrow('apiKey');
});
