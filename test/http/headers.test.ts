/** What other sites, other hosts and other files can make of it: nothing. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Endpoint } from '@kept/api';
import { type Answer, allRoutes, PASSWORD, type Person, type TestHouse, testHouse } from '@kept/server/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ORIGIN = 'https://kept.example';
let kept: TestHouse;
let lin: Person;
let endpoints: readonly Endpoint[];
let port: number;

beforeAll(async () => {
  const root = await mkdtemp(join(tmpdir(), 'kept-web-'));
  afterAll(() => rm(root, { recursive: true, force: true }));
  const web = join(root, 'built');
  await mkdir(join(web, 'assets'), { recursive: true });
  await writeFile(join(root, 'secret.txt'), 'canary');
  await writeFile(join(web, 'index.html'), '<!doctype html><title>Kept</title>');
  await writeFile(join(web, 'assets', 'app-1a2b3c4d.js'), 'export {};');
  kept = await testHouse({ origin: ORIGIN, web });
  lin = await kept.person();
  endpoints = allRoutes(kept.house).map(({ endpoint }) => endpoint);
  await kept.app.listen({ port: 0, host: '127.0.0.1' });
  port = (kept.app.server.address() as AddressInfo).port;
});

const nameOf = ({ method, path }: Endpoint): string => `${method} ${path}`;
const pathOf = ({ path }: Endpoint): string => path.replaceAll(/:\w+/g, '0193a1f2-7c00-7000-8000-000000000000');
const cookie = () => ({ cookie: lin.visitor.cookie });
const isForeign = ({ status, body }: Answer): boolean => status === 403 && body.code === 'HTTP_FOREIGN_ORIGIN';

describe('another site', () => {
  const changing = () => endpoints.filter(({ method }) => method !== 'GET');

  test.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['ours as its beginning', { origin: `${ORIGIN}.evil.example` }],
    ['ours as its end', { origin: 'https://evil-kept.example' }],
    ['another port', { origin: `${ORIGIN}:8443` }],
    ['without TLS', { origin: 'http://kept.example' }],
    ['none at all', { origin: 'null' }],
    ['an empty one', { origin: '' }],
    ['two', { origin: `${ORIGIN}, https://evil.example` }],
    ['unsaid, with a cookie', {}],
    ['unsaid, from another site', { 'sec-fetch-site': 'cross-site' }],
    ['unsaid, from a sister site', { 'sec-fetch-site': 'same-site' }],
    ['unsaid, typed by the person', { 'sec-fetch-site': 'none' }],
    ['its referrer ours', { referer: `${ORIGIN}/my-data` }],
  ])('changes nothing: origin %s', async (_, headers) => {
    const wrong: string[] = [];
    for (const endpoint of changing()) {
      const answer = await kept.visitor().send(endpoint.method, pathOf(endpoint), {
        headers: { ...cookie(), 'content-type': 'application/json', ...headers },
        payload: '{}',
      });
      if (!isForeign(answer)) wrong.push(`${nameOf(endpoint)} ${answer.status} ${answer.body?.code}`);
    }
    expect(wrong).toEqual([]);
    expect((await lin.visitor.call('GET', '/api/my/consents')).status).toBe(200);
  });

  test('sends no form', async () => {
    for (const endpoint of changing())
      for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain']) {
        const { status, body } = await kept.visitor().send(endpoint.method, pathOf(endpoint), {
          headers: { origin: ORIGIN, ...cookie(), 'content-type': type },
          payload: 'given=true',
        });
        expect([nameOf(endpoint), type, status, body.code]).toEqual([
          nameOf(endpoint),
          type,
          415,
          'REQUEST_MEDIA_TYPE',
        ]);
      }
  });

  test('opens nothing of a person’s by a link, a picture or a frame', async () => {
    for (const endpoint of endpoints.filter(({ method, who }) => method === 'GET' && who !== 'anyone'))
      for (const site of ['cross-site', 'same-site']) {
        const headers = { ...cookie(), 'sec-fetch-site': site };
        const answer = await kept.visitor().send('GET', pathOf(endpoint), { headers });
        expect([nameOf(endpoint), isForeign(answer)]).toEqual([nameOf(endpoint), true]);
      }
    for (const site of ['none', 'same-origin'])
      expect((await lin.visitor.call('GET', '/api/my/consents', undefined, { 'sec-fetch-site': site })).status).toBe(
        200,
      );
  });

  test('is let in to nothing by an answer', async () => {
    for (const path of ['/api/notice', '/api/openapi.json', '/api/session', '/'])
      for (const method of ['GET', 'OPTIONS']) {
        const { headers } = await kept.visitor().send(method, path, {
          headers: { origin: 'https://evil.example', 'access-control-request-method': 'PUT' },
        });
        expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      }
  });
});

describe('every answer', () => {
  const PATHS = [
    ...['/', '/my-data', '/assets/app-1a2b3c4d.js', '/reference/', '/reference/js/scalar.js', '/api/openapi.json'],
    ...['/api/notice', '/api/session', '/api/nothing', '/api/my/activity?limit=canary', '/api/ledger/cn/checkpoint'],
  ];

  test.each(PATHS)('%s', async (path) => {
    const { headers } = await kept.visitor().call('GET', path);
    const policy = String(headers['content-security-policy']);
    for (const part of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"])
      expect(policy.split(';')).toContain(part);
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|style-src [^;]*unsafe-inline|\*/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers).not.toHaveProperty('server');
    expect(headers).not.toHaveProperty('x-powered-by');
    if (path.startsWith('/api/')) expect(headers['cache-control']).toBe('no-store');
  });

  test('about a person stays out of every cache', async () => {
    for (const endpoint of endpoints.filter(({ who }) => who !== 'anyone')) {
      const { headers } = await lin.visitor.copy().call(endpoint.method, pathOf(endpoint));
      expect([nameOf(endpoint), headers['cache-control']]).toEqual([nameOf(endpoint), 'no-store']);
    }
  });

  test('a page is asked for anew, what it loads never', async () => {
    const cached = async (path: string) => (await kept.visitor().call('GET', path)).headers['cache-control'];
    expect(await cached('/')).toBe('no-cache');
    expect(await cached('/assets/app-1a2b3c4d.js')).toMatch(/max-age=31536000, immutable/);
  });

  test('to a HEAD says what a GET says, without a body', async () => {
    for (const path of ['/api/notice', '/api/nothing', '/', '/my-data', '/reference/', '/api/openapi.json']) {
      const [get, head] = [await lin.visitor.call('GET', path), await lin.visitor.call('HEAD', path)];
      expect([path, head.status, head.text]).toEqual([path, get.status, '']);
      expect(head.headers['content-type']).toBe(get.headers['content-type']);
    }
  });
});

describe('a cookie', () => {
  const attributes = (line: string) => line.split('; ').slice(1).toSorted();

  test('of a person is for our pages, over TLS, out of reach of scripts', async () => {
    const visitor = kept.visitor();
    const contact = { kind: 'email', value: lin.email };
    const { cookies } = await visitor.call('POST', '/api/session', { contact, password: PASSWORD });
    expect([...visitor.jar.keys()]).toEqual(['__Secure-kept.session']);
    const line = cookies.find((each) => each.startsWith('__Secure-kept.session='))!;
    expect(attributes(line)).toEqual(['HttpOnly', 'Max-Age=1209600', 'Path=/', 'SameSite=Lax', 'Secure']);
    for (const each of cookies) expect(attributes(each)).toEqual(expect.arrayContaining(['HttpOnly', 'Secure']));
    const { cookies: cleared } = await visitor.call('DELETE', '/api/session');
    expect(visitor.jar.size).toBe(0);
    for (const each of cleared) expect(attributes(each)).toEqual(expect.arrayContaining(['HttpOnly', 'Secure']));
  });

  test('of an operator is for the console’s calls', async () => {
    const visitor = kept.visitor();
    const { cookies } = await visitor.call('POST', '/api/operator/session', {
      token: kept.house.operators.staff.ownerLink(),
    });
    expect([...visitor.jar.keys()]).toEqual(['__Secure-kept.operator']);
    expect(attributes(cookies[0]!)).toEqual(['HttpOnly', 'Max-Age=28800', 'Path=/api', 'SameSite=Strict', 'Secure']);
    expect((await visitor.call('GET', '/api/console/overview')).status).toBe(200);
  });
});

describe('another host', () => {
  test('named by the request is never repeated, nor gone by', async () => {
    const plain = await kept.visitor().call('GET', '/api/notice');
    for (const host of [
      'evil.example',
      'evil.example:99',
      'localhost@evil.example',
      '[',
      'a b',
      '%',
      '<script>evil',
      '',
    ])
      for (const path of ['/api/notice', '/reference', '/reference/', '/', '/api/session', '/api/nothing']) {
        const { status, headers, text } = await kept.visitor().send('GET', path, {
          headers: {
            host,
            'x-forwarded-host': 'evil.example',
            'x-forwarded-proto': 'evil',
            forwarded: 'host=evil.example',
          },
        });
        expect([host, path, status < 500]).toEqual([host, path, true]);
        expect(text + JSON.stringify(headers)).not.toContain('evil');
        if (path === '/api/notice') expect(text).toBe(plain.text);
      }
  });
});

describe('a file', () => {
  test.each([
    ...['/../secret.txt', '/assets/../../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/..%5csecret.txt'],
    ...['/assets/..%2f..%2fsecret.txt', '/assets/%2e%2e/%2e%2e/secret.txt', '/....//secret.txt', '//../secret.txt'],
    ...['/%252e%252e/secret.txt', '/%c0%ae%c0%ae/secret.txt', '/assets/../../secret.txt%00.js', '/\\..\\secret.txt'],
    ...['/etc/passwd', '//etc/passwd', '/file:///etc/passwd', '/.env', '/assets', '/assets/', '/package.json'],
  ])('that is not ours is not given: %s', async (path) => {
    const inject = await kept.visitor().call('GET', path);
    const raw = await talk(`GET ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`);
    for (const text of [inject.text, raw]) expect(text).not.toMatch(/canary|root:|"dependencies"/);
    // The page, which finds that there is no such place, or nothing.
    expect(inject.status === 200 ? inject.headers['content-type'] : inject.status).toSatisfy(
      (is: unknown) => is === 'text/html; charset=utf-8' || is === 400 || is === 404,
    );
  });
});

describe('over the wire', () => {
  const request = (head: string, body = '') => talk(`${head}\r\nhost: localhost\r\nconnection: close\r\n\r\n${body}`);

  test('what is no HTTP is told so in our words', async () => {
    for (const [sent, code] of [
      ['GARBAGE canary\r\n\r\n', 'REQUEST_UNREADABLE'],
      ['GET / HTTP/9.9\r\n\r\n', 'REQUEST_UNREADABLE'],
      ['GET / HTTP/1.1\r\nhost: a\r\ncanary\r\n\r\n', 'REQUEST_UNREADABLE'],
      ['GET / HTTP/1.1\r\nhost: a\r\ncontent-length: canary\r\n\r\n', 'REQUEST_UNREADABLE'],
      [`GET / HTTP/1.1\r\nhost: a\r\nx: ${'canary'.repeat(5_000)}\r\n\r\n`, 'REQUEST_HEADERS_TOO_LARGE'],
      [
        'POST /api/session HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n',
        'REQUEST_UNREADABLE',
      ],
    ] as const) {
      const answer = await talk(sent);
      expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
      expect(answer).toContain('content-type: application/problem+json');
      expect(answer).toContain(`"code":"${code}"`);
      expect(answer).not.toContain('canary');
    }
  });

  test('nobody says what they are', async () => {
    for (const path of ['/', '/api/notice', '/api/nothing', '/api/%zz'])
      expect(await request(`GET ${path} HTTP/1.1`)).not.toMatch(/^(server|x-powered-by|via):/im);
  });

  test('a whole address as the target is no other host’s', async () => {
    const answer = await request('GET http://evil.example/api/session HTTP/1.1');
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer).not.toContain('evil');
  });

  test('odd methods get nowhere', async () => {
    for (const method of ['TRACE', 'CONNECT', 'TRACK', 'PURGE', 'SEARCH', 'get']) {
      const answer = await request(`${method} /api/session HTTP/1.1`);
      expect([method, answer === '' || /^HTTP\/1\.1 4\d\d /.test(answer)]).toEqual([method, true]);
    }
  });

  test('a body in pieces, with names of another case', async () => {
    const body = '4\r\n{"co\r\n8\r\nntact":1\r\n1\r\n}\r\n0\r\n\r\n';
    const head = `POST /api/session HTTP/1.1\r\nOrIgIn: ${ORIGIN}\r\nCONTENT-TYPE: application/json\r\nTransfer-Encoding: chunked`;
    expect(await request(head, body)).toContain('"code":"REQUEST_INVALID"');
  });
});

/** Bytes there and back, until the other side has said all. */
function talk(sent: string): Promise<string> {
  return new Promise((done, failed) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(sent));
    socket.setEncoding('latin1').setTimeout(5_000, () => failed(new Error('it hangs')));
    socket.on('data', (text: string) => {
      heard += text;
    });
    socket.on('close', () => done(heard));
    socket.on('error', () => done(heard));
  });
}
