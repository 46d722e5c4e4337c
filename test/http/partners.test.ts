/** Programs of others at the door: OpenDSR and the Data Rights Protocol, signed, confirmed by the person, and nothing for whom nobody declared. */
import 'reflect-metadata';
import { generateKeyPairSync, type KeyObject, randomUUID, sign, webcrypto } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OutsideOutcome } from '@kept/api';
import { Days, Minutes } from '@kept/base';
import { ShiftedClock } from '@kept/identity/testing';
import { callBack, knownKey, openProcessor, ownSeal, readCallback } from '@kept/recipients';
import { callBackTo, DOWN } from '@kept/rights';
import { codeTo, type TestHouse, testHouse } from '@kept/server/testing';
import { SubjectAlternativeNameExtension, X509CertificateGenerator } from '@peculiar/x509';
import { afterAll, beforeAll, expect, test } from 'vitest';

const clock = new ShiftedClock();
let kept: TestHouse;
let folder: string;
const agentKeys = generateKeyPairSync('ed25519');
const rivalKeys = generateKeyPairSync('ed25519');
const seals = { kept: await certified('kept.example'), acme: await certified('opendsr.acme.example') };

async function certified(domain: string): Promise<{ key: string; certificate: string }> {
  const alg = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
  const keys = await webcrypto.subtle.generateKey(alg, true, ['sign', 'verify']);
  const made = await X509CertificateGenerator.createSelfSigned(
    {
      ...{ name: `CN=${domain}`, keys, signingAlgorithm: alg },
      ...{ notBefore: new Date(Date.now() - 86_400_000), notAfter: new Date(Date.now() + 86_400_000 * 90) },
      extensions: [new SubjectAlternativeNameExtension([{ type: 'dns', value: domain }])],
    },
    webcrypto as never,
  );
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  return {
    key: `-----BEGIN PRIVATE KEY-----\n${pkcs8}\n-----END PRIVATE KEY-----\n`,
    certificate: made.toString('pem'),
  };
}

const rawOf = ({ publicKey }: { publicKey: KeyObject }): string =>
  Buffer.from((publicKey.export({ format: 'jwk' }) as { x: string }).x, 'base64url').toString('base64');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-partners-'));
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  const declare = (name: string, value: object) => write(`${name}.mjs`, `export default ${JSON.stringify(value)};`);
  await write('kept.key', seals.kept.key);
  await write('kept.pem', seals.kept.certificate);
  await write('acme.pem', seals.acme.certificate);
  await declare('own', { own: { domain: 'kept.example', key: 'kept.key', certificate: 'kept.pem' } });
  const acme = { controller: 'acme', domain: 'opendsr.acme.example', certificate: 'acme.pem' };
  await declare('acme', { ...acme, callbacks: ['127.0.0.1'] });
  await declare('drp', { drp: { business: 'KEPT_HOME', agents: 'agents.json' } });
  const entry = { web_url: 'https://127.0.0.1/', technical_contact: 'a@agent.example' };
  const agents = [
    { ...entry, id: 'FAIR_AGENT', name: 'Fair & Co', verify_key: rawOf(agentKeys) },
    { ...entry, id: 'RIVAL', name: 'Rival', verify_key: rawOf(rivalKeys) },
  ];
  await write('agents.json', JSON.stringify(agents));
  kept = await testHouse({ clock, env: { KEPT_PARTIES: folder } });
}, 240_000);
afterAll(() => rm(folder, { recursive: true }));

interface Said {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  /** Of what the protocols answer, the parts that go into further calls. */
  readonly body: Readonly<Record<'token' | 'request_id' | 'user_verification_url' | 'status', string>>;
}
async function call(method: 'GET' | 'POST' | 'DELETE', url: string, headers: object, payload?: string): Promise<Said> {
  const answer = await kept.app.inject({
    method,
    url,
    headers: { ...headers },
    ...(payload !== undefined && { payload }),
  });
  let body: unknown = answer.body;
  try {
    body = JSON.parse(answer.body);
  } catch {}
  return { status: answer.statusCode, headers: answer.headers, body: body as Said['body'] };
}

const combined = (value: object, key: KeyObject = agentKeys.privateKey): string => {
  const message = Buffer.from(JSON.stringify(value));
  return Buffer.concat([sign(null, message, key), message]).toString('base64');
};
const iso = (shift: number): string => new Date(clock.now() + shift).toISOString();
const envelope = (more: object = {}): object => ({
  ...{ 'agent-id': 'FAIR_AGENT', 'business-id': 'KEPT_HOME', 'drp.version': '1.0' },
  ...{ 'issued-at': iso(-1_000), 'expires-at': iso(300_000) },
  ...more,
});
const text = (token?: string) => ({ 'content-type': 'text/plain', ...(token && { authorization: `Bearer ${token}` }) });
const DRP = '/drp/v1';
const setUp = (id = 'FAIR_AGENT', more: object = {}, key = agentKeys.privateKey) =>
  call('POST', `${DRP}/agent/${id}`, text(), combined(envelope({ 'agent-id': id, ...more }), key));
const tokenOf = async (id = 'FAIR_AGENT', key = agentKeys.privateKey): Promise<string> => {
  const { status, body } = await setUp(id, { nonce: randomUUID() }, key);
  expect(status).toBe(200);
  return body.token;
};
const deletion = (email: string, more: object = {}): object =>
  envelope({
    exercise: 'deletion',
    regime: 'ccpa',
    email,
    email_verified: true,
    'agent-request-id': randomUUID(),
    ...more,
  });
const exercise = (token: string, value: object, key = agentKeys.privateKey) =>
  call('POST', `${DRP}/data-rights-request`, text(token), combined(value, key));
const confirm = async (proof: string, email: string): Promise<OutsideOutcome> =>
  kept
    .visitor()
    .must(200, 'POST', `/api/outside/requests/${proof}/confirmation`, { code: await codeTo(kept.house, email) });
const until = (read: () => Promise<unknown>) => expect.poll(read, { timeout: 20_000, interval: 30 });

test('DRP: a pairwise key is for whom the directory names, signed, fresh, once', async () => {
  const good = combined(envelope());
  const first = await call('POST', `${DRP}/agent/FAIR_AGENT`, text(), good);
  expect(first).toMatchObject({ status: 200, body: { 'agent-id': 'FAIR_AGENT' } });
  const refused: Said[] = [
    await call('POST', `${DRP}/agent/FAIR_AGENT`, text(), good),
    await setUp('NOBODY'),
    await setUp('FAIR_AGENT', {}, rivalKeys.privateKey),
    await setUp('FAIR_AGENT', { 'agent-id': 'RIVAL' }),
    await setUp('FAIR_AGENT', { 'business-id': 'OTHER' }),
    await setUp('FAIR_AGENT', { 'issued-at': iso(60_000) }),
    await setUp('FAIR_AGENT', { 'expires-at': iso(-1) }),
    await setUp('FAIR_AGENT', { 'expires-at': iso(86_400_000) }),
    await setUp('FAIR_AGENT', { 'drp.version': '0.9' }),
    await call('POST', `${DRP}/agent/FAIR_AGENT`, text(), 'not base64 at all!'),
  ];
  for (const each of refused) expect(each).toMatchObject({ status: 403, body: '' });
  const { token } = first.body;
  expect(await call('GET', `${DRP}/agent/FAIR_AGENT`, text(token))).toMatchObject({ status: 200, body: {} });
  expect((await call('GET', `${DRP}/agent/RIVAL`, text(token))).status).toBe(403);
  expect((await call('GET', `${DRP}/agent/FAIR_AGENT`, text())).status).toBe(403);
});

test('DRP: a deletion waits for the person, becomes an ordinary request, and its agent sees how far it is', async () => {
  const lin = await kept.person();
  const token = await tokenOf();
  const begun = await exercise(token, deletion(lin.email, { address: { country: 'CN' } }));
  expect(begun).toMatchObject({ status: 200, body: { status: 'in_progress', reason: 'need_user_verification' } });
  const id = begun.body.request_id;
  const proof = begun.body.user_verification_url.split('/').at(-1)!;
  expect(await confirm(proof, lin.email)).toMatchObject({ outcome: 'made' });
  const status = async () => (await call('GET', `${DRP}/data-rights-request/${id}`, text(token))).body.status;
  await until(status).toBe('fulfilled');
  expect(JSON.stringify(await call('GET', `${DRP}/data-rights-request/${id}`, text(token)))).not.toContain(lin.email);
  const { requests } = await lin.visitor.must<{ requests: object[] }>(200, 'GET', '/api/my/requests');
  expect(requests).toContainEqual(expect.objectContaining({ state: 'done' }));
  // The process died after it became a request, before that was noted with the message.
  const { pool } = kept.house.quarters.get('cn')!;
  await pool.query('update right_partner_request set region = null, request = null where id = $1', [id]);
  expect(await status()).toBe('fulfilled');
  // Another agent's is nobody's.
  const rival = await tokenOf('RIVAL', rivalKeys.privateKey);
  expect((await call('GET', `${DRP}/data-rights-request/${id}`, text(rival))).status).toBe(403);
  expect((await call('GET', `${DRP}/data-rights-request/${randomUUID()}`, text(rival))).status).toBe(403);
  const end = combined({ reason: 'too late' });
  expect((await call('DELETE', `${DRP}/data-rights-request/${id}`, text(token), end)).status).toBe(409);
});

test('DRP: an access ends with the address of the person’s own page, and nothing that opens it', async () => {
  const lin = await kept.person();
  const token = await tokenOf();
  const begun = await exercise(token, deletion(lin.email, { exercise: 'access', address: { country: 'CN' } }));
  await confirm(begun.body.user_verification_url.split('/').at(-1)!, lin.email);
  const read = () => call('GET', `${DRP}/data-rights-request/${begun.body.request_id}`, text(token));
  await until(async () => (await read()).body.status).toBe('fulfilled');
  expect((await read()).body).toMatchObject({ results_url: `${kept.origin}/my-data` });
});

test('DRP: an agent is called back when something has changed, and again when it was down', async () => {
  const token = await tokenOf();
  const { body } = await exercise(token, deletion('called.drp@mail.example'));
  const heard: string[] = [];
  let down = true;
  const agent = createServer((request, response) => {
    request.setEncoding('utf8').on('data', (part: string) => !down && heard.push(JSON.parse(part).status));
    request.on('end', () => response.writeHead(down ? 503 : 200).end());
  });
  await new Promise<void>((done) => agent.listen(0, '127.0.0.1', done));
  try {
    // In place of an address of the agent's site, which the message must name and which has TLS.
    const url = `http://127.0.0.1:${(agent.address() as AddressInfo).port}/`;
    await kept.house.quarters
      .get('cn')!
      .pool.query('update right_partner_request set callback = $2 where id = $1', [body.request_id, url]);
    const tell = (before: string) => callBackTo(kept.house.rights, body.request_id, 0, before);
    expect(await tell('')).toBe(DOWN);
    down = false;
    const now = await tell('');
    expect(now).toBe('in_progress:need_user_verification');
    expect(await tell(now)).toBe(now);
    await call('DELETE', `${DRP}/data-rights-request/${body.request_id}`, text(token), combined({}));
    expect(await tell(now)).toBe('revoked');
    expect(heard).toEqual(['in_progress', 'revoked']);
  } finally {
    agent.close();
  }
});

test('DRP: before the proof a held and an unheld contact look alike; afterwards the agent hears no more than it must', async () => {
  const token = await tokenOf();
  const nobody = 'nobody.drp@mail.example';
  const begun = await exercise(token, deletion(nobody));
  expect(begun.body).toMatchObject({ status: 'in_progress', reason: 'need_user_verification' });
  const id = begun.body.request_id;
  await confirm(begun.body.user_verification_url.split('/').at(-1)!, nobody);
  const after = await call('GET', `${DRP}/data-rights-request/${id}`, text(token));
  expect(after.body).toMatchObject({ status: 'denied', reason: 'no_match' });
  const again = await exercise(token, deletion(nobody, { exercise: 'sale:opt-in' }));
  expect(again.body).toMatchObject({ status: 'denied', reason: 'claim_not_covered' });
});

test('DRP: what is taken back before the person confirms is never done; what nobody confirms is over', async () => {
  const lin = await kept.person();
  const token = await tokenOf();
  const begun = await exercise(token, deletion(lin.email));
  const id = begun.body.request_id;
  const path = `${DRP}/data-rights-request/${id}`;
  expect((await call('DELETE', path, text(token), combined({}, rivalKeys.privateKey))).status).toBe(403);
  expect((await call('DELETE', path, text(token), combined({ reason: 'no' }))).body.status).toBe('revoked');
  const proof = begun.body.user_verification_url.split('/').at(-1)!;
  const code = await codeTo(kept.house, lin.email);
  const late = await kept.visitor().call('POST', `/api/outside/requests/${proof}/confirmation`, { code });
  expect(late.status).toBe(404);
  const { requests } = await lin.visitor.must<{ requests: object[] }>(200, 'GET', '/api/my/requests');
  expect(requests).toEqual([]);
  clock.advance(Minutes(2));
  const left = await exercise(token, deletion(lin.email));
  clock.advance(Days(4));
  const over = await call('GET', `${DRP}/data-rights-request/${left.body.request_id}`, text(token));
  expect(over.body).toMatchObject({ status: 'denied', reason: 'insuf_verification' });
});

test('DRP: forged, replayed, expired, oversized and malformed messages are refused, and say why', async () => {
  const token = await tokenOf();
  const value = deletion('forged@mail.example');
  const message = combined(value);
  const post = (body: string, headers: object = text(token)) =>
    call('POST', `${DRP}/data-rights-request`, headers, body);
  expect(await post(message, text())).toMatchObject({ status: 401, body: { code: '401' } });
  expect(await post(message, text('x'.repeat(43)))).toMatchObject({ status: 401 });
  expect(await exercise(token, value, rivalKeys.privateKey)).toMatchObject({ status: 403 });
  const changed = Buffer.from(message, 'base64');
  changed[changed.length - 3]! ^= 1;
  expect(await post(changed.toString('base64'))).toMatchObject({ status: 403 });
  expect(await exercise(token, { ...value, 'agent-id': 'RIVAL' })).toMatchObject({
    status: 403,
    body: { fatal: true },
  });
  expect(await exercise(token, { ...value, 'business-id': 'X' })).toMatchObject({ status: 403, body: { fatal: true } });
  expect(await exercise(token, { ...value, 'expires-at': iso(-1) })).toMatchObject({ status: 403 });
  expect(await exercise(token, { ...value, exercise: 'everything' })).toMatchObject({ status: 400 });
  expect(await exercise(token, { ...value, email: undefined })).toMatchObject({ status: 400 });
  const elsewhere = { ...value, status_callback: 'https://victim.example/' };
  expect(await exercise(token, elsewhere)).toMatchObject({ status: 400 });
  expect(await post('A'.repeat(40_000))).toMatchObject({ status: 413, body: { code: '413' } });
  expect(await post(message, { ...text(token), 'content-type': 'application/xml' })).toMatchObject({ status: 415 });
  expect(await post(message)).toMatchObject({ status: 200 });
  expect(await post(message)).toMatchObject({ status: 409, body: { fatal: true } });
  expect(await exercise(token, { ...value, nonce: 1 })).toMatchObject({ status: 409 });
  const told = JSON.stringify(await exercise(token, { ...value, email: 'forged@mail' }));
  expect(told).not.toContain('forged');
});

test('OpenDSR: another Kept passes an erasure on, over HTTP; the answers are signed by the certificate of discovery', async () => {
  await kept.app.listen({ port: 0, host: '127.0.0.1' });
  const url = `http://127.0.0.1:${(kept.app.server.address() as AddressInfo).port}/opendsr/v2`;
  const lin = await kept.person();
  const key = knownKey('kept.example', seals.kept.certificate);
  const acme = ownSeal('opendsr.acme.example', seals.acme.key, seals.acme.certificate);
  const processor = openProcessor({ url, key, clock, seal: acme });
  const request = (id: string, email: string) => ({
    ...{ id, type: 'erasure' as const, regulation: 'gdpr' as const, submittedAt: clock.now() },
    identities: { email: [email], phone_number: [] },
  });
  const id = randomUUID();
  const asked = request(id, lin.email);
  await processor.submit(asked);
  // The same again is the same; another's under the same id is refused.
  await processor.submit(asked);
  await expect(processor.submit(request(id, 'other@mail.example'))).rejects.toMatchObject({
    code: 'RECIPIENTS_REJECTED',
  });
  expect(await processor.status(id)).toMatchObject({ state: 'pending' });
  const { rows } = await kept.house.quarters
    .get('cn')!
    .pool.query<{ proof: string }>('select proof from right_partner_request where theirs = $1', [id]);
  expect(await confirm(rows[0]!.proof, lin.email)).toMatchObject({ outcome: 'made' });
  await until(async () => (await processor.status(id))?.state).toBe('completed');
  expect(await processor.status(randomUUID())).toBeNull();

  const discovery = await call('GET', '/opendsr/v2/discovery', {});
  expect(discovery.body).toMatchObject({ api_version: '2.0', supported_subject_request_types: expect.any(Array) });
  expect((await call('GET', '/opendsr/v2/certificate.pem', {})).body).toBe(seals.kept.certificate);
  const other = openProcessor({
    url,
    key,
    clock,
    seal: ownSeal('kept.example', seals.kept.key, seals.kept.certificate),
  });
  await expect(other.submit(request(randomUUID(), lin.email))).rejects.toMatchObject({ code: 'RECIPIENTS_ACCOUNT' });
  const unsigned = openProcessor({ url, key, clock });
  await expect(unsigned.status(id)).rejects.toMatchObject({ code: 'RECIPIENTS_ACCOUNT' });
}, 240_000);

test('OpenDSR: cancelled before the person confirmed; malformed and oversized refused in the form of the protocol', async () => {
  const acme = ownSeal('opendsr.acme.example', seals.acme.key, seals.acme.certificate);
  const headers = (what: string) => ({
    ...{ 'content-type': 'application/json', 'x-opendsr-controller-domain': acme.domain },
    'x-opendsr-signature': acme.sign(what),
  });
  const post = (body: string, path = '/opendsr/v2/requests') => call('POST', path, headers(body), body);
  const id = randomUUID();
  const identity = { identity_type: 'email', identity_value: 'cancel@mail.example', identity_format: 'raw' };
  const request = { subject_request_id: id, subject_request_type: 'access', submitted_time: iso(0) };
  const whole = { ...request, regulation: 'gdpr', subject_identities: [identity] };
  expect((await post(JSON.stringify(whole), '/opengdpr_requests')).status).toBe(201);
  const end = () => call('DELETE', `/opendsr/v2/requests/${id}`, headers(`DELETE /requests/${id}`));
  expect(await end()).toMatchObject({ status: 202, body: { subject_request_id: id } });
  const asked = await call('GET', `/opengdpr_requests/${id}`, headers(`GET /requests/${id}`));
  expect(asked.body).toMatchObject({ request_status: 'cancelled' });
  // A signature over one thing is none over another.
  const crossed = await call('DELETE', `/opendsr/v2/requests/${id}`, headers(`GET /requests/${id}`));
  expect(crossed).toMatchObject({ status: 403, body: { error: { code: 403 } } });
  expect(await post('{')).toMatchObject({ status: 400, body: { error: { code: 400 } } });
  expect(await post(JSON.stringify({ ...whole, subject_request_id: 'x' }))).toMatchObject({ status: 400 });
  const bare = { ...whole, subject_request_id: randomUUID(), subject_identities: [] };
  expect(await post(JSON.stringify(bare))).toMatchObject({ status: 400 });
  expect(await post(`"${'A'.repeat(40_000)}"`)).toMatchObject({ status: 413, body: { error: { code: 413 } } });
});

test('OpenDSR: a controller is called back at its own addresses alone, signed, for each change', async () => {
  const acme = ownSeal('opendsr.acme.example', seals.acme.key, seals.acme.certificate);
  const headers = (what: string) => ({
    ...{ 'content-type': 'application/json', 'x-opendsr-controller-domain': acme.domain },
    'x-opendsr-signature': acme.sign(what),
  });
  const heard: { body: string; domain: string; signature: string }[] = [];
  const controller = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => (body += part));
    request.on('end', () => {
      const said = (name: string) => String(request.headers[`x-opendsr-${name}`]);
      heard.push({ body, domain: said('processor-domain'), signature: said('signature') });
      response.writeHead(200).end();
    });
  });
  await new Promise<void>((done) => controller.listen(0, '127.0.0.1', done));
  try {
    const url = `http://127.0.0.1:${(controller.address() as AddressInfo).port}/callbacks`;
    const key = knownKey('kept.example', seals.kept.certificate);
    const post = (id: string, urls: string[]) => {
      const identity = { identity_type: 'email', identity_value: 'called.dsr@mail.example', identity_format: 'raw' };
      const request = { subject_request_id: id, subject_request_type: 'erasure', submitted_time: iso(0) };
      const body = JSON.stringify({
        ...request,
        regulation: 'gdpr',
        subject_identities: [identity],
        status_callback_urls: urls,
      });
      return call('POST', '/opendsr/v2/requests', headers(body), body);
    };
    const foreign = [
      'https://victim.example/',
      'http://opendsr.acme.example/',
      'http://169.254.169.254/',
      'https://[::1]/',
    ];
    for (const each of [...foreign, 'https://a:b@opendsr.acme.example/', 'file:///etc/passwd'])
      expect([each, await post(randomUUID(), [url, each])]).toMatchObject([each, { status: 400 }]);
    const id = randomUUID();
    expect((await post(id, [url])).status).toBe(201);
    const states = () => heard.map((each) => readCallback(each, { key, url, now: clock.now() })?.state);
    await until(async () => states()).toEqual(['pending']);
    await call('DELETE', `/opendsr/v2/requests/${id}`, headers(`DELETE /requests/${id}`));
    await until(async () => states()).toEqual(['pending', 'cancelled']);
    expect(JSON.stringify(heard)).not.toContain('called.dsr');
    await expect(callBack('https://localhost/', '{}', { hosts: ['localhost'] })).rejects.toMatchObject({
      code: 'RECIPIENTS_NOT_TAKEN',
    });
  } finally {
    controller.close();
  }
});
