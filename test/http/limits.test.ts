/** How often somebody may try, by whom it is about and by where it comes from; and that trying tells nothing. */
import { randomBytes } from 'node:crypto';
import { type Answer, PASSWORD, type Person, type TestHouse, testHouse, Visitor } from '@kept/server/testing';
import { beforeAll, describe, expect, test } from 'vitest';

let kept: TestHouse;
let lin: Person;
beforeAll(async () => {
  // A proxy on this machine is believed; whoever comes from elsewhere is not.
  kept = await testHouse({ env: { KEPT_TRUST_PROXY: 'loopback' } });
  lin = await kept.person();
});

const email = () => ({ kind: 'email', value: `nobody.${randomBytes(5).toString('hex')}@post.example` });
const registration = (contact: object) => ({
  ...{ contact, residence: 'CN', ageAtLeast: 18, language: 'en', notice: kept.house.program.hash },
});
/** Behind the proxy, as whoever it says. */
const behind = (address: string): Visitor => {
  const visitor = new Visitor(kept.app, kept.origin, '127.0.0.1');
  const { call } = visitor;
  visitor.call = (method, path, body, headers) =>
    call.call(visitor, method, path, body, { ...headers, 'x-forwarded-for': address }) as never;
  return visitor;
};

/** Calls until one is turned away for being too many; answers how many were not. */
async function until(max: number, call: () => Promise<Answer>, wait: number): Promise<number> {
  for (let n = 0; n <= max; n++) {
    const before = Date.now();
    const { status, headers, body } = await call();
    if (status !== 429) continue;
    expect(body).toMatchObject({ code: 'IDENTITY_TOO_MANY', retryAt: expect.any(Number) });
    expect(body.retryAt).toBeGreaterThan(before);
    const seconds = Number(headers['retry-after']);
    expect(seconds).toBeGreaterThanOrEqual(1);
    expect(seconds).toBeLessThanOrEqual(wait);
    return n;
  }
  return max + 1;
}

describe('by whom it is about, from wherever', () => {
  const HOUR = 3_600;

  test.each(['/api/session/code', '/api/password-resets'])('codes: POST %s', async (path) => {
    const people = [await kept.person(), { email: email().value }];
    // Registering takes one.
    const allowed = await Promise.all(
      people.map(({ email: value }) =>
        until(6, () => kept.visitor().call('POST', path, { contact: { kind: 'email', value } }), HOUR),
      ),
    );
    expect(allowed).toEqual([4, 5]);
  });

  test('codes: registering and resending', async () => {
    const contact = email();
    const begun = await kept
      .visitor()
      .must<{ registration: string }>(202, 'POST', '/api/registrations', registration(contact));
    const again = () => kept.visitor().call('POST', `/api/registrations/${begun.registration}/code`);
    expect(await until(6, again, HOUR)).toBe(4);
    expect((await kept.visitor().call('POST', '/api/registrations', registration(contact))).status).toBe(429);
  });

  test('passwords, wrong and then right', async () => {
    const mira = await kept.person();
    const contact = { kind: 'email', value: mira.email };
    const tryWith = (password: string) => kept.visitor().call('POST', '/api/session', { contact, password });
    for (let i = 0; i < 3; i++) await tryWith(PASSWORD);
    expect(await until(30, () => tryWith('not-the-password'), HOUR)).toBe(20);
    const right = await tryWith(PASSWORD);
    expect([right.status, right.body.code]).toEqual([429, 'IDENTITY_TOO_MANY']);
    // A code still works: nobody is locked out by another's guessing.
    expect((await kept.visitor().call('POST', '/api/session/code', { contact })).status).toBe(202);
  });
});

describe('by where it comes from, whomever it is about', () => {
  const CALLS = [
    ['registering', 10, 60, (from: Visitor) => from.call('POST', '/api/registrations', registration(email()))],
    [
      'confirming',
      20,
      60,
      (from: Visitor) =>
        from.call('POST', `/api/registrations/${crypto.randomUUID()}/confirm`, { code: '000000', password: PASSWORD }),
    ],
    ['resending', 10, 60, (from: Visitor) => from.call('POST', `/api/registrations/${crypto.randomUUID()}/code`)],
    [
      'signing in',
      5,
      10,
      (from: Visitor) => from.call('POST', '/api/session', { contact: email(), password: PASSWORD }),
    ],
    ['codes', 5, 10, (from: Visitor) => from.call('POST', '/api/session/code', { contact: email() })],
    ['resets', 10, 60, (from: Visitor) => from.call('POST', '/api/password-resets', { contact: email() })],
  ] as const;

  test.each(CALLS)('%s', async (_, max, wait, call) => {
    const [one, two] = [kept.visitor(), kept.visitor()];
    expect(await until(max + 1, () => call(one), wait)).toBe(max);
    expect((await call(two)).status).not.toBe(429);
  });

  const signIn = (from: Visitor) => from.call('POST', '/api/session', { contact: email(), password: PASSWORD });

  test('a proxy that is believed tells who it is; each is counted for themself', async () => {
    const [one, two] = [behind('203.0.113.7'), behind('203.0.113.8')];
    expect(await until(6, () => signIn(one), 10)).toBe(5);
    expect((await signIn(two)).status).not.toBe(429);
    // What the client wrote itself stands before what the proxy wrote.
    const liar = behind('203.0.113.99, 203.0.113.7');
    expect((await signIn(liar)).status).toBe(429);
    const { sessions } = await signedIn(behind('203.0.113.9'));
    expect(sessions.find(({ current }) => current)?.address).toBe('203.0.113.9');
  });

  test('one that is not believed tells nothing', async () => {
    const from = kept.visitor();
    let n = 0;
    const call = () =>
      from.call(
        'POST',
        '/api/session',
        { contact: email(), password: PASSWORD },
        { 'x-forwarded-for': `203.0.113.${++n}` },
      );
    expect(await until(6, call, 10)).toBe(5);
    for (const name of ['x-client-ip', 'x-real-ip', 'forwarded', 'cf-connecting-ip', 'true-client-ip'])
      expect(
        (await from.call('POST', '/api/session', { contact: email(), password: PASSWORD }, { [name]: '203.0.113.50' }))
          .status,
      ).toBe(429);
  });

  test('what is no address is none', async () => {
    for (const text of ['canary', '999.1.1.1', '', ', ,', '\u00e9\u00ff', '<script>', '2001:db8::1%eth0']) {
      const { status } = await behind(text).call('POST', '/api/session', { contact: email(), password: PASSWORD });
      expect([text, status < 500]).toEqual([text, true]);
    }
  });

  async function signedIn(from: Visitor) {
    await from.must(200, 'POST', '/api/session', { contact: { kind: 'email', value: lin.email }, password: PASSWORD });
    return from.must<{ sessions: { current: boolean; address: string }[] }>(200, 'GET', '/api/account/sessions');
  }
});

const ROUNDS_MAX = 25;

describe('who has an account and who has none cannot be told apart', () => {
  const told = ({ status, headers, cookies, body }: Answer<unknown>) => ({
    ...{ status, cookies },
    headers: { ...headers, date: undefined, 'retry-after': undefined },
    body: JSON.stringify(body)
      .replaceAll(/\d{13}/g, 'then')
      .replaceAll(/[0-9a-f-]{36}/g, 'id')
      .replaceAll(/\w•+/g, 'masked'),
  });

  test.each([
    ['a wrong password', '/api/session', { password: 'not-the-password' }],
    ['a code to sign in', '/api/session/code', {}],
    ['a wrong code', '/api/session/code/verify', { code: '000000' }],
    ['a code to reset', '/api/password-resets', {}],
    ['a wrong code to reset', '/api/password-resets/confirm', { code: '000000', password: 'another-lantern-eaves-17' }],
  ])('by the answer: %s', async (_, path, more) => {
    const ask = async (contact: object) => told(await kept.visitor().call('POST', path, { contact, ...more }));
    expect(await ask({ kind: 'email', value: (await kept.person()).email })).toEqual(await ask(email()));
  });

  test('by the answer: registering', async () => {
    const ask = async (contact: object) =>
      told(await kept.visitor().call('POST', '/api/registrations', registration(contact)));
    const { value } = email();
    await kept.person({ email: value });
    expect(await ask({ kind: 'email', value })).toEqual(await ask(email()));
  });

  test('by the time', async () => {
    const known = await Promise.all(Array.from({ length: 4 }, () => kept.person()));
    const ways = [
      (contact: object) => ['/api/session', { contact, password: 'not-the-password' }],
      (contact: object) => ['/api/session/code', { contact }],
      (contact: object) => ['/api/session/code/verify', { contact, code: '000000' }],
    ] as const;
    // The least of each: whatever else the machine does only adds to it.
    const least = { known: Number.POSITIVE_INFINITY, unknown: Number.POSITIVE_INFINITY };
    const round = async (way: (typeof ways)[number]): Promise<void> => {
      for (const person of known)
        for (const [kind, contact] of [
          ['known', { kind: 'email', value: person.email }],
          ['unknown', email()],
        ] as const) {
          const from = performance.now();
          const [path, body] = way(contact);
          await kept.visitor().call('POST', path as string, body);
          least[kind] = Math.min(least[kind], performance.now() - from);
          // What is sent is sent after the answer.
          for (const { identity } of kept.house.regions.values()) await identity.idle();
        }
    };
    // What is measured here is a hash or a statement more or less: half as long again, or more, however often it is measured.
    const alike = (): boolean => least.known / least.unknown > 0.67 && least.known / least.unknown < 1.5;
    for (const way of ways) {
      Object.assign(least, { known: Number.POSITIVE_INFINITY, unknown: Number.POSITIVE_INFINITY });
      for (let i = 0; i < ROUNDS_MAX && (i < 3 || !alike()); i++) await round(way);
      expect([way({})[0], alike()]).toEqual([way({})[0], true]);
    }
  });
});
