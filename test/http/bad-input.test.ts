/** Named examples of what nobody should send: each is refused in words that name the field and repeat nothing. */
import { ActedOn, Problem } from '@kept/api';
import { type Answer, PASSWORD, type Person, type TestHouse, testHouse } from '@kept/server/testing';
import { beforeAll, describe, expect, test } from 'vitest';

let kept: TestHouse;
let lin: Person;
beforeAll(async () => {
  kept = await testHouse();
  lin = await kept.person();
});

/** A refusal as every refusal is; answers its problem. */
function refused({ status, headers, body, text }: Answer, expected: number, code: string): Problem {
  expect({ status, code: body?.code }).toEqual({ status: expected, code });
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(body.status).toBe(status);
  expect(Problem.strict().parse(JSON.parse(text))).toEqual(body);
  return body;
}

const start = (contact: object, more: object = {}) => ({
  ...{ contact, residence: 'CN', ageAtLeast: 18, language: 'en', notice: kept.house.program.hash },
  ...more,
});

describe('a contact that is none', () => {
  const BAD = [
    ['email', 'canary'],
    ['email', 'canary@'],
    ['email', '@mail.example'],
    ['email', 'canary@mail'],
    ['email', 'canary@@mail.example'],
    ['email', 'can ary@mail.example'],
    ['email', 'canary@mail..example'],
    ['email', 'canary@-mail.example'],
    ['email', `${'c'.repeat(65)}@mail.example`],
    ['email', `canary@${'a'.repeat(64)}.example`],
    ['email', `canary@${'mail.'.repeat(60)}example`],
    ['email', 'canary\r\nbcc: mira@mail.example'],
    ['email', 'canary\u0000@mail.example'],
    ['email', '"canary"@mail.example'],
    ['email', '<canary@mail.example>'],
    ['email', 'canary@xn--\u{1f4a9}.example\u202e'],
    ['phone', '12'],
    ['phone', '+'],
    ['phone', '+86'],
    ['phone', '10000000042'],
    ['phone', '+999 100 0000 0042'],
    ['phone', '+86 100 0000 0042 canary'],
    ['phone', `+86${'1'.repeat(30)}`],
    ['phone', '+86 100\u00000042'],
    ['phone', 'canary@mail.example'],
    ['phone', '+86;ext=canary'],
  ] as const;
  const ROUTES = [
    ['/api/session', { password: PASSWORD }],
    ['/api/session/code', {}],
    ['/api/session/code/verify', { code: '000000' }],
    ['/api/password-resets', {}],
    ['/api/password-resets/confirm', { code: '000000', password: PASSWORD }],
  ] as const;

  test.each(BAD)('%s %j', async (kind, value) => {
    for (const [path, more] of ROUTES) {
      const answer = await kept.visitor().call('POST', path, { contact: { kind, value }, ...more });
      const code = answer.body.code === 'IDENTITY_CONTACT_INVALID' ? 'IDENTITY_CONTACT_INVALID' : 'REQUEST_INVALID';
      expect(refused(answer, 400, code).field).toBe('/contact/value');
      expect(answer.text).not.toContain(value);
      expect(answer.text).not.toMatch(/canary|0042/);
    }
  });

  test.each([...BAD.filter(([, value]) => value !== '10000000042')])('%s %j cannot register', async (kind, value) => {
    const { status, body } = await kept.visitor().call('POST', '/api/registrations', start({ kind, value }));
    expect({ status, field: body.field }).toEqual({ status: 400, field: '/contact/value' });
  });

  test('a kind that there is not', async () => {
    for (const contact of [{ kind: 'fax', value: '+861' }, { kind: 'email' }, {}, null, [], 'x', 7]) {
      const answer = await kept.visitor().call('POST', '/api/session', { contact, password: PASSWORD });
      expect(refused(answer, 400, 'REQUEST_INVALID').field).toMatch(/^\/contact/);
    }
  });
});

describe('a field that does not do is named', () => {
  test('every one at once, and no other', async () => {
    const body = start({ kind: 'email', value: 'lin@mail.example' }, { residence: 'cn', ageAtLeast: 'yes', canary: 1 });
    const problem = refused(await kept.visitor().call('POST', '/api/registrations', body), 400, 'REQUEST_INVALID');
    expect(problem.problems?.map(({ field }) => field).toSorted()).toEqual(['/*', '/ageAtLeast', '/residence']);
  });

  test('but a name that somebody made up is not repeated', async () => {
    const answer = await kept.visitor().call('POST', '/api/session', { 'lin@mail.example': 1, '+86 100': 2 });
    const fields = refused(answer, 400, 'REQUEST_INVALID').problems?.map(({ field }) => field);
    expect(fields?.toSorted()).toEqual(['/*', '/*', '/contact', '/password']);
    expect(answer.text).not.toContain('mail.example');
  });

  test('in the address too', async () => {
    const bad = ['/api/my/activity?before=canary', '/api/my/activity?limit=0', '/api/my/activity?limit=1&limit=2'];
    for (const [path, field] of [
      [bad[0], '/query/before'],
      [bad[1], '/query/limit'],
      [bad[2], '/query/limit'],
      ['/api/my/activity?canary=1', '/query/*'],
      ['/api/my/consents?canary=1', '/query/*'],
      ['/api/my/copy?format=exe', '/query/format'],
      ['/api/my/requests/canary', '/params/id'],
      ['/api/my/activity/1e400/proof', '/params/index'],
      ['/api/my/consents?lang=canary', '/query/lang'],
    ] as const) {
      const answer = await lin.visitor.call('GET', path!);
      expect([path, refused(answer, 400, 'REQUEST_INVALID').field]).toEqual([path, field]);
      expect(answer.text).not.toContain('canary');
    }
  });

  test('and every route may be asked in a language', async () => {
    for (const path of ['/api/my/consents', '/api/my/activity', '/api/my/data', '/api/notice', '/api/session'])
      expect([path, (await lin.visitor.call('GET', `${path}?lang=zh-Hant`)).status]).toEqual([path, 200]);
  });

  test('a value that its field cannot hold', async () => {
    const { consents } = await lin.visitor.must<{ consents: { id: string; fields: { id: string }[] }[] }>(
      ...([200, 'GET', '/api/my/consents'] as const),
    );
    const consent = consents.find(({ fields }) => fields.some(({ id }) => id === 'profile-bio'))!.id;
    await lin.visitor.must(200, 'PUT', `/api/my/consents/${consent}`, { given: true });
    for (const [field, value] of [
      ['profile-name', 'canary\nof two lines'],
      ['profile-phone', 'canary'],
      ['profile-email', 'canary'],
      ['profile-registered-at', '2026-13-01'],
      ['profile-picture', 'data:text/html;base64,Y2FuYXJ5'],
      ['profile-bio', 'c'.repeat(501)],
      ['no-such-field', 'canary'],
      ['account-password', 'canary'],
      ['constructor', 'canary'],
    ] as const) {
      const answer = await lin.visitor.call('PATCH', '/api/account/profile', { values: { [field]: value } });
      const held = field.startsWith('profile');
      const problem = refused(answer, 400, held ? 'KIT_VALUE_INVALID' : 'KIT_FIELD_NOT_HELD');
      expect(problem.field).toBe(`/values/${held ? field : '*'}`);
      expect(answer.text).not.toMatch(/canary|ccc/);
    }
    const { values } = await lin.visitor.must<{ values: object }>(200, 'GET', '/api/account/profile');
    expect(values).toEqual({});
  });
});

describe('a request that cannot be read', () => {
  const json = { 'content-type': 'application/json' };
  const send = (payload: string | Buffer, headers: Record<string, string> = json) =>
    kept.visitor().send('POST', '/api/session', { payload, headers: { origin: kept.origin, ...headers } });

  test.each([
    ['nothing', ''],
    ['half of it', '{"contact":{"kind":"email"'],
    ['two of them', '{}{}'],
    ['a comment', '{/* canary */}'],
    ['single quotes', "{'canary':1}"],
    ['no JSON', 'canary'],
    ['bytes that are no text', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
    ['a prototype', '{"__proto__":{"canary":1}}'],
    ['a constructor', '{"constructor":{"prototype":{"canary":1}}}'],
  ])('%s', async (_, payload) => {
    const answer = await send(payload);
    const { field } = refused(answer, 400, 'REQUEST_NOT_JSON');
    expect(field).toBe('/');
    expect(answer.text).not.toContain('canary');
  });

  test.each([
    ...['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml'],
    ...['application/jsonp', 'application/json; charset', 'canary', 'text/html', 'application/merge-patch+json'],
  ])('as %s', async (type) => {
    const answer = await send('{"contact":1}', { 'content-type': type });
    if (type.startsWith('application/json;')) expect(answer.status).toBe(400);
    else refused(answer, 415, 'REQUEST_MEDIA_TYPE');
  });

  test('too long', async () => {
    const canary = `{"password":"${'canary'.repeat(40_000)}"}`;
    const answer = await send(canary);
    refused(answer, 413, 'REQUEST_TOO_LARGE');
    expect(answer.text).not.toContain('canary');
  });

  test('nested without end', async () => {
    const deep = (n: number) => `{"response":{"clientExtensionResults":{"a":${'['.repeat(n)}${']'.repeat(n)}}}}`;
    for (const [depth, code] of [
      [40, 'REQUEST_INVALID'],
      [100, 'REQUEST_TOO_DEEP'],
      [60_000, 'REQUEST_TOO_DEEP'],
    ] as const) {
      const answer = await kept.visitor().send('POST', '/api/session/passkey', {
        ...{ payload: deep(depth), headers: { origin: kept.origin, ...json } },
      });
      refused(answer, 400, code);
    }
  });

  test('a body where none is taken', async () => {
    const answer = await lin.visitor.call('POST', '/api/account/passkeys/options', { canary: 1 });
    expect(refused(answer, 400, 'REQUEST_INVALID').field).toBe('/*');
    const list = await lin.visitor.call('DELETE', '/api/account/sessions', ['canary']);
    expect(refused(list, 400, 'REQUEST_INVALID').field).toBe('/');
  });

  test('at an address that is none', async () => {
    for (const path of ['/api/%zz', '/api/my/consents/%E0%A4%A', '/api/policies/%c0%80']) {
      const answer = await kept.visitor().call('GET', path);
      refused(answer, 400, 'REQUEST_BAD_ADDRESS');
      expect(answer.text).not.toContain(path.slice(5));
    }
    refused(await kept.visitor().call('GET', `/api/policies/${'a'.repeat(201)}`), 400, 'REQUEST_BAD_ADDRESS');
    for (const path of ['/api/nothing', '/api/', '/api', '/nothing', '/API/notice', '/api/notice/', '//api/notice'])
      refused(await kept.visitor().call('GET', path), 404, 'ROUTE_NOT_FOUND');
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])
      refused(await kept.visitor().call(method, '/api/notice'), 404, 'ROUTE_NOT_FOUND');
  });
});

describe('what is not there', () => {
  const GUESSES = ['constructor', 'toString', 'hasOwnProperty', 'valueOf', 'nothing', 'cn.', 'CN'];

  test('is not found by the name of what every object has', async () => {
    const operator = await kept.operator();
    for (const name of GUESSES) {
      const at = (path: string, method = 'GET', body?: object) => lin.visitor.call(method, path, body);
      refused(await at(`/api/my/consents/${name}`, 'PUT', { given: true }), 404, 'KIT_NOT_FOUND');
      refused(await at(`/api/policies/${name}`), 404, 'KIT_NOT_FOUND');
      refused(await at(`/api/notice?policy=${name}`), 404, 'KIT_NOT_FOUND');
      refused(await at(`/api/ledger/${name}/checkpoint`), 404, 'LEDGER_NOT_FOUND');
      refused(await at('/api/my/data/reveal', 'POST', { item: name }), 404, 'KIT_NOT_FOUND');
      const verification = await operator.call('POST', `/api/console/ledger/${name}/verification`);
      refused(verification, 404, 'KIT_NOT_FOUND');
      const asked = { purpose: name, fields: [name, 'account-email'], recipient: name };
      const explained = await lin.visitor.must<{ outcome: string }>(200, 'POST', '/api/my/explanations', asked);
      expect(explained.outcome).toBe('cannot-tell');
    }
  });

  test('a certificate, in whatever region', async () => {
    for (const code of ['CN-0000-0000-0000-0000', 'XX-0000-0000-0000-0000', 'CONSTRUCTOR', '--------', 'CN-------'])
      refused(await kept.visitor().call('GET', `/api/certificates/${code}`), 404, 'RIGHTS_NOT_FOUND');
  });
});

test('the codes on which the web app acts are those that it is answered', async () => {
  const nobody = await kept.visitor().call('GET', '/api/session');
  expect(nobody.body.code).toBe(ActedOn.sessionNone);
  const { email } = await kept.person();
  const contact = { kind: 'email', value: email };
  const old = await kept.visitor().call('POST', '/api/registrations', start(contact, { notice: '0'.repeat(64) }));
  refused(old, 409, ActedOn.noticeChanged);
  // `SESSION_NOT_FRESH` is in the authorisation test, on every route that asks for it.
  expect(ActedOn.sessionNotFresh).toBe('SESSION_NOT_FRESH');
});
