/** What proves who somebody is, used twice, late, by another, or made up. */
import { createHmac, randomBytes } from 'node:crypto';
import { Minutes } from '@kept/base';
import { ShiftedClock } from '@kept/identity/testing';
import { codeTo, PASSWORD, type Person, type TestHouse, testHouse, totp, type Visitor } from '@kept/server/testing';
import { beforeAll, describe, expect, test } from 'vitest';

const clock = new ShiftedClock();
let kept: TestHouse;
beforeAll(async () => {
  kept = await testHouse({ clock });
});

const SESSION = 'kept.session';
const isIn = async (cookie: string): Promise<boolean> => {
  const { status, body } = await kept.visitor().send('GET', '/api/my/consents', { headers: { cookie } });
  if (status !== 200) expect({ status, code: body.code }).toEqual({ status: 401, code: 'SESSION_REQUIRED' });
  return status === 200;
};
const contactOf = ({ email }: Pick<Person, 'email'>) => ({ kind: 'email', value: email });
const signIn = async (person: Person, password = PASSWORD): Promise<Visitor> => {
  const visitor = kept.visitor();
  await visitor.must(200, 'POST', '/api/session', { contact: contactOf(person), password });
  return visitor;
};
const refusal = async (visitor: Visitor, path: string, body: object): Promise<string> => {
  const answer = await visitor.call('POST', path, body);
  expect(answer.status).toBe(401);
  expect(answer.text).not.toMatch(/\d{6}/);
  return answer.body.code;
};

describe('a session cookie', () => {
  test('is worth nothing once its session has ended, however it ended', async () => {
    const lin = await kept.person();
    const [one, two, three] = [await signIn(lin), await signIn(lin), await signIn(lin)];
    const cookies = [lin.visitor, one, two, three].map(({ cookie }) => cookie);
    const live = () => Promise.all(cookies.map(isIn));
    expect(await live()).toEqual([true, true, true, true]);
    await one.must(204, 'DELETE', '/api/session');
    expect(await live()).toEqual([true, false, true, true]);
    const { sessions } = await lin.visitor.must<{ sessions: { id: string; current: boolean }[] }>(
      ...([200, 'GET', '/api/account/sessions'] as const),
    );
    // The latest first.
    await lin.visitor.must(204, 'DELETE', `/api/account/sessions/${sessions[0]!.id}`);
    expect(await live()).toEqual([true, false, true, false]);
    await lin.visitor.must(204, 'PUT', '/api/account/password', { current: PASSWORD, next: `${PASSWORD}-new` });
    expect(await live()).toEqual([false, false, false, false]);
    expect(await isIn(lin.visitor.cookie)).toBe(true);
  });

  test('ends by proving it anew: the new one is another', async () => {
    const { visitor } = await kept.person();
    const before = visitor.cookie;
    await visitor.must(200, 'POST', '/api/session/proof', { password: PASSWORD });
    expect(visitor.cookie).not.toBe(before);
    expect([await isIn(before), await isIn(visitor.cookie)]).toEqual([false, true]);
  });

  test('is not good with any of its bits changed', async () => {
    const { visitor } = await kept.person();
    const value = decodeURIComponent(visitor.jar.get(SESSION)!);
    const at = value.lastIndexOf('.');
    const kinds: Record<string, string[]> = {
      token: [...value.slice(0, at)].map((_, i) => flip(value, i)),
      signature: [...value.slice(at + 1)].map((_, i) => flip(value, at + 1 + i)),
      cut: [value.slice(0, at), value.slice(0, -5), value.slice(0, at + 1), value.slice(at), value.slice(1), ''],
      longer: [
        `${value}A`,
        `A${value}`,
        `${value}.${value}`,
        `${value.slice(0, at)}.${value.slice(at)}`,
        value.repeat(9),
      ],
      signed: [sign(value.slice(0, at), 'secret'), sign(value.slice(0, at), ''), `${value.slice(0, at)}.`],
    };
    for (const [kind, values] of Object.entries(kinds)) {
      for (const each of values) {
        const cookie = `${SESSION}=${encodeURIComponent(each)}`;
        expect([kind, each === value || (await isIn(cookie))]).toEqual([kind, each === value]);
      }
    }
    expect(await isIn(`${SESSION}=${encodeURIComponent(value)}`)).toBe(true);
  });

  test('is not good with another’s signature, of this region or the other', async () => {
    const people = [await kept.person(), await kept.person(), await kept.person({ residence: 'DE' })];
    const parts = people.map(({ visitor }) => decodeURIComponent(visitor.jar.get(SESSION)!).split('.'));
    for (const [token] of parts)
      for (const [other, signature] of parts) {
        const own = token === other;
        expect(await isIn(`${SESSION}=${encodeURIComponent(`${token}.${signature}`)}`)).toBe(own);
      }
  });

  test('is no other cookie under its name', async () => {
    const operator = await kept.operator();
    expect(await isIn(`${SESSION}=${operator.jar.get('kept.operator')}`)).toBe(false);
    const lin = await kept.person();
    const cookie = `kept.operator=${lin.visitor.jar.get(SESSION)}; ${SESSION}=${operator.jar.get('kept.operator')}`;
    const { status } = await kept.visitor().send('GET', '/api/console/overview', { headers: { cookie } });
    expect(status).toBe(401);
  });

  test('is prolonged by use, and not by whoever has lost it', async () => {
    const { id, region, visitor } = await kept.person();
    const { pool } = kept.house.quarters.get(region)!;
    await pool.query(
      `update auth_session set expires_at = expires_at - interval '2 days', updated_at = updated_at - interval '2 days'
       where user_id = $1`,
      [id],
    );
    const expires = async () => {
      const { rows } = await pool.query<{ at: Date }>('select expires_at as at from auth_session where user_id = $1', [
        id,
      ]);
      return rows[0]!.at.getTime();
    };
    const before = await expires();
    const { cookies } = await visitor.call('GET', '/api/my/consents');
    expect(cookies.some((line) => line.startsWith(`${SESSION}=`) && /Max-Age=1209600/.test(line))).toBe(true);
    expect((await expires()) - before).toBeGreaterThan(Minutes(60 * 24));
    expect((await visitor.call('GET', '/api/my/consents')).cookies).toEqual([]);
  });
});

const flip = (text: string, at: number): string =>
  text.slice(0, at) + (text[at] === 'a' ? 'b' : 'a') + text.slice(at + 1);
const sign = (value: string, secret: string): string =>
  `${value}.${createHmac('sha256', secret).update(value).digest('base64')}`;

describe('a code', () => {
  const begin = async (email: string) => {
    const visitor = kept.visitor();
    const { registration } = await visitor.must<{ registration: string }>(202, 'POST', '/api/registrations', {
      ...{ contact: { kind: 'email', value: email }, residence: 'CN', ageAtLeast: 18, language: 'en' },
      notice: kept.house.program.hash,
    });
    const path = `/api/registrations/${registration}`;
    return { visitor, path, confirm: (code: string) => ({ code, password: PASSWORD }) };
  };
  const newEmail = () => `mira.${randomBytes(5).toString('hex')}@post.example`;
  const other = (code: string): string => (code === '271828' ? '314159' : '271828');

  test('registers once', async () => {
    const email = newEmail();
    const { visitor, path, confirm } = await begin(email);
    const code = await codeTo(kept.house, email);
    await visitor.must(201, 'POST', `${path}/confirm`, confirm(code));
    const again = await kept.visitor().call('POST', `${path}/confirm`, confirm(code));
    expect([again.status, again.body.code]).toEqual([404, 'IDENTITY_REGISTRATION_OVER']);
    const resent = await kept.visitor().call('POST', `${path}/code`);
    expect([resent.status, resent.body.code]).toEqual([404, 'IDENTITY_REGISTRATION_OVER']);
  });

  test('is worth nothing after three tries, the fourth being right', async () => {
    const email = newEmail();
    const { visitor, path, confirm } = await begin(email);
    const code = await codeTo(kept.house, email);
    for (let i = 0; i < 3; i++)
      expect(await refusal(visitor, `${path}/confirm`, confirm(other(code)))).toBe('IDENTITY_CODE_WRONG');
    expect(await refusal(visitor, `${path}/confirm`, confirm(code))).toBe('IDENTITY_CODE_WRONG');
    expect(visitor.cookie).toBe('');
  });

  test('is worth nothing once another was sent, after five minutes, to another contact, and for another matter', async () => {
    const [lin, mira] = [await kept.person(), await kept.person()];
    const ask = (person: Person, path: string) =>
      kept.visitor().must(202, 'POST', path, { contact: contactOf(person) });
    const verify = '/api/session/code/verify';
    await ask(lin, '/api/session/code');
    const first = await codeTo(kept.house, lin.email);
    await ask(lin, '/api/session/code');
    const second = await codeTo(kept.house, lin.email);
    expect(second).not.toBe(first);
    const by = (code: string, person = lin) => ({ contact: contactOf(person), code });
    expect(await refusal(kept.visitor(), verify, by(first))).toBe('IDENTITY_CODE_WRONG');
    expect(await refusal(kept.visitor(), verify, by(second, mira))).toBe('IDENTITY_CODE_WRONG');
    const reset = { ...by(second), password: `${PASSWORD}-new` };
    expect(await refusal(kept.visitor(), '/api/password-resets/confirm', reset)).toBe('IDENTITY_CODE_WRONG');
    await kept.visitor().must(200, 'POST', verify, by(second));
    expect(await refusal(kept.visitor(), verify, by(second))).toBe('IDENTITY_CODE_WRONG');

    await ask(mira, '/api/session/code');
    const late = await codeTo(kept.house, mira.email);
    clock.advance(Minutes(5));
    expect(await refusal(kept.visitor(), verify, by(late, mira))).toBe('IDENTITY_CODE_WRONG');
    clock.advance(Minutes(-5));
  });

  test('of an app works once, and so does a backup code', async () => {
    const lin = await kept.person();
    const { secret, backupCodes } = await lin.visitor.must<{ secret: string; backupCodes: string[] }>(
      ...([200, 'POST', '/api/account/totp', { password: PASSWORD }] as const),
    );
    await lin.visitor.must(204, 'POST', '/api/account/totp/confirm', { code: totp(secret, Date.now()) });
    const half = async () => {
      const visitor = await signIn(lin);
      expect(visitor.jar.has(SESSION)).toBe(false);
      return visitor;
    };
    const code = totp(secret, Date.now() + 30_000);
    const [one, two] = [await half(), await half()];
    await one.must(200, 'POST', '/api/session/totp', { code });
    expect(await refusal(two, '/api/session/totp', { code })).toBe('IDENTITY_SECOND_STEP_WRONG');
    await two.must(200, 'POST', '/api/session/backup-code', { code: backupCodes[0] });
    const three = await half();
    expect(await refusal(three, '/api/session/backup-code', { code: backupCodes[0] })).toBe(
      'IDENTITY_SECOND_STEP_WRONG',
    );
    // A second step is for whoever gave the password, in that browser.
    expect(await refusal(kept.visitor(), '/api/session/totp', { code })).toBe('IDENTITY_SECOND_STEP_OVER');
    expect(await refusal(kept.visitor(), '/api/session/backup-code', { code: backupCodes[1] })).toBe(
      'IDENTITY_SECOND_STEP_OVER',
    );
  });
});

describe('the operator’s link', () => {
  test('opens the console once, and no other token does', async () => {
    const token = kept.house.operators.staff.ownerLink();
    const open = (each: string) => kept.visitor().call('POST', '/api/operator/session', { token: each });
    for (const each of [
      flip(token, 0),
      flip(token, token.length - 1),
      token.slice(1),
      `${token}A`,
      'constructor-constructor',
    ]) {
      const { status, body, cookies } = await open(each);
      expect([status, body.code, cookies]).toEqual([401, 'OPERATOR_INVALID_TOKEN', []]);
    }
    expect((await open(token)).status).toBe(200);
    expect((await open(token)).status).toBe(401);
  });
});
