import { Days, Hours, type KeptError, Minutes } from '@kept/base';
import { openPool } from '@kept/db';
import { compile } from '@kept/policy';
import { expect, test } from 'vitest';
import { type Contact, openIdentity } from './index.ts';
import { PASSWORD, refusal, report, testDesks } from './testing.ts';
import { naming, policy } from './testing-policy.ts';

const { clock, codeTo, desks, keys, newBrowser, newPerson, sent } = await testDesks({
  policy,
  naming,
  regions: ['cn'],
});
const { identity, pool, keys: regionKeys } = desks['cn']!;

const mail = (name: string): Contact => ({ kind: 'email', value: `${name}@post.example` });

test('a password opens a session, whatever the case of the address; a wrong one tells nothing', async () => {
  const { id } = await newPerson(mail('mira'));
  const laptop = newBrowser();
  const answer = await laptop.keep(identity.signIn(laptop.caller, { contact: mail('MIRA'), password: PASSWORD }));
  expect(answer.body).toEqual({ person: id });
  expect(await identity.session(laptop.cookie)).toMatchObject({ person: id, region: 'cn' });
  const wrong = (contact: Contact) => identity.signIn(newBrowser().caller, { contact, password: 'wrong-password-1' });
  const [known, unknown] = await Promise.all(
    [mail('mira'), mail('nobody')].map((c) => wrong(c).catch((e: unknown) => e)),
  );
  expect({ ...(known as object) }).toEqual({ ...(unknown as object) });
  expect((known as KeptError).code).toBe('IDENTITY_CREDENTIALS_WRONG');
});

test('whether there is an account cannot be measured', async () => {
  await newPerson(mail('timed'));
  // Processor time of all threads, and the least of several: what else runs on this machine counts little.
  const cost = async (contact: Contact) => {
    const from = process.cpuUsage();
    await identity.signIn(newBrowser().caller, { contact, password: 'wrong-password-1' }).catch(() => {});
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1_000;
  };
  let [held, free] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let i = 0; i < 15; i++) {
    held = Math.min(held, await cost(mail('timed')));
    free = Math.min(free, await cost(mail('freely')));
  }
  report(`wrong password: ${held.toFixed(1)} ms of a contact that somebody has, ${free.toFixed(1)} ms of a free one`);
  expect(free).toBeGreaterThan(0.7 * held);
  expect(held).toBeGreaterThan(0.7 * free);
});

test('wrong passwords for one account are counted, from wherever; right ones are not', async () => {
  const { id } = await newPerson(mail('counted'));
  const attempt = (password: string) => identity.signIn(newBrowser().caller, { contact: mail('counted'), password });
  for (let i = 0; i < 25; i++) await attempt(PASSWORD);
  for (let i = 0; i < 20; i++) expect(await refusal(attempt('wrong-password-1'))).toBe('IDENTITY_CREDENTIALS_WRONG');
  expect(await refusal(attempt(PASSWORD))).toBe('IDENTITY_TOO_MANY');
  await identity.sendSignInCode(newBrowser().caller, { contact: mail('counted') });
  const byCode = await identity.signInByCode(newBrowser().caller, {
    contact: mail('counted'),
    code: await codeTo('counted@post.example'),
  });
  expect(byCode.body).toEqual({ person: id });
  clock.advance(Hours(1));
  expect((await attempt(PASSWORD)).body).toEqual({ person: id });
});

test('a code signs in once; for an unknown contact nothing is sent, and the answer is the same', async () => {
  const { id } = await newPerson({ kind: 'phone', value: '+86 100 0000 0077' });
  const contact: Contact = { kind: 'phone', value: '+86 (100) 0000-0077' };
  const known = await identity.sendSignInCode(newBrowser().caller, { contact });
  const before = sent.length + 1;
  const unknown = await identity.sendSignInCode(newBrowser().caller, { contact: mail('stranger') });
  expect(unknown).toEqual(known);
  const code = await codeTo('+8610000000077');
  expect(sent.length).toBe(before);
  expect(await refusal(identity.signInByCode(newBrowser().caller, { contact: mail('stranger'), code }))).toBe(
    'IDENTITY_CODE_WRONG',
  );
  const twenty = await Promise.allSettled(
    Array.from({ length: 20 }, () => identity.signInByCode(newBrowser().caller, { contact, code })),
  );
  const won = twenty.filter((each) => each.status === 'fulfilled');
  expect(won.map(({ value }) => value.body)).toEqual([{ person: id }]);
});

test('a new password by code ends every session and signs nobody in', async () => {
  const { browser } = await newPerson(mail('forgot'));
  const contact = mail('forgot');
  await identity.sendResetCode(newBrowser().caller, { contact });
  const code = await codeTo('forgot@post.example');
  const reset = (password: string, with_ = code) =>
    identity.resetPassword(newBrowser().caller, { contact, code: with_, password });
  expect(await refusal(reset('Password123!'))).toBe('IDENTITY_PASSWORD_WEAK');
  expect(await refusal(identity.signInByCode(newBrowser().caller, { contact, code }))).toBe('IDENTITY_CODE_WRONG');
  const done = await reset('another-Horse-entirely-77');
  expect(done).toMatchObject({ body: null, setCookies: [] });
  expect(await refusal(reset('third-Horse-entirely-78'))).toBe('IDENTITY_CODE_WRONG');
  expect(await identity.session(browser.cookie)).toBeUndefined();
  expect(await refusal(identity.signIn(newBrowser().caller, { contact, password: PASSWORD }))).toBe(
    'IDENTITY_CREDENTIALS_WRONG',
  );
  expect(
    (await identity.signIn(newBrowser().caller, { contact, password: 'another-Horse-entirely-77' })).body,
  ).toHaveProperty('person');
  await identity.idle();
  expect(sent.at(-1)).toMatchObject({ to: 'forgot@post.example', subject: '您的密码已更改' });
});

test('a request from another site is refused', async () => {
  const { browser } = await newPerson(mail('origin'));
  const foreign = { ...browser.caller, origin: 'https://evil.example' };
  expect(await refusal(identity.signOut(foreign))).toBe('IDENTITY_ORIGIN');
  expect(await refusal(identity.signIn(foreign, { contact: mail('origin'), password: PASSWORD }))).toBe(
    'IDENTITY_ORIGIN',
  );
  const { cookie: _, ...bare } = foreign;
  expect(await refusal(identity.signIn(bare, { contact: mail('origin'), password: PASSWORD }))).toBe('IDENTITY_ORIGIN');
  expect(await identity.session(browser.cookie)).toBeDefined();
});

test('signing out ends the session; a forged or foreign cookie is nobody', async () => {
  const { browser } = await newPerson(mail('out'));
  const cookie = browser.cookie;
  const token = decodeURIComponent(browser.jar.get('kept.session')!).split('.')[0];
  for (const forged of [
    `kept.session=${token}`,
    `kept.session=${token}.AAAA`,
    `kept.session=${cookie.slice(13, -6)}AAAAAA`,
    'kept.session=%E0%A4%A',
    'other=1',
    '',
  ])
    expect(await identity.session(forged)).toBeUndefined();
  expect(await identity.session(`a=1; ${cookie}; b=2`)).toBeDefined();
  const left = await browser.keep(identity.signOut(browser.caller));
  expect(left.setCookies.join()).toContain('Max-Age=0');
  expect(await identity.session(cookie)).toBeUndefined();
});

test('a session ends after two weeks, is prolonged on its second day, and is fresh for a quarter of an hour', async () => {
  const { browser } = await newPerson(mail('long'));
  const first = (await identity.session(browser.cookie))!;
  expect(await identity.renew(browser.caller, first)).toEqual([]);
  await pool.query('update auth_session set expires_at = $1 where id = $2', [
    new Date(first.expiresAt - Days(2)),
    first.id,
  ]);
  const old = (await identity.session(browser.cookie))!;
  expect((await identity.renew(browser.caller, old)).join()).toContain('kept.session=');
  const renewed = (await identity.session(browser.cookie))!;
  expect(renewed.expiresAt).toBeGreaterThanOrEqual(first.expiresAt);
  expect(renewed.freshUntil).toBe(first.freshUntil);
  await pool.query('update auth_session set expires_at = $1 where id = $2', [
    new Date(clock.now() - Minutes(1)),
    first.id,
  ]);
  expect(await identity.session(browser.cookie)).toBeUndefined();
});

test('a key that is erased ends the session at once; what is left goes after, and the contact is free', async () => {
  const { id, browser } = await newPerson(mail('closed'));
  expect(await identity.session(browser.cookie)).toBeDefined();
  await regionKeys.erase([`person:${id}`]);
  expect(await identity.session(browser.cookie)).toBeUndefined();
  expect(await identity.person(id)).toBeUndefined();
  expect(await refusal(identity.signIn(newBrowser().caller, { contact: mail('closed'), password: PASSWORD }))).toBe(
    'IDENTITY_CREDENTIALS_WRONG',
  );
  await identity.removePerson(id);
  expect(await keys.locate('email', keys.blind('email', 'closed@post.example'))).toBeNull();
  const { rows } = await pool.query(
    `select 1 from auth_user where id = $1 union all select 1 from auth_session where user_id = $1 union all select 1 from auth_account where user_id = $1`,
    [id],
  );
  expect(rows).toEqual([]);
  expect((await newPerson(mail('closed'))).id).not.toBe(id);
});

test('a database that does not answer is said to be so, in every way in', async () => {
  const { browser } = await newPerson(mail('dark'));
  const dead = openPool('postgres://nobody@127.0.0.1:1/nothing', { name: 'kept test', max: 1 });
  const { gate, subjects: people, recipients } = desks['cn']!;
  const dark = await openIdentity({
    ...{ region: 'cn', baseURL: 'http://localhost:4180', pool: dead, claims: keys, keys: regionKeys, people, gate },
    ...{ recipients, program: () => compile(policy), naming, rateLimit: true },
  });
  const ways = [
    () => dark.session(browser.cookie),
    () => dark.signIn(browser.caller, { contact: mail('dark'), password: PASSWORD }),
    () =>
      dark.startRegistration(browser.caller, { contact: mail('x'), residence: 'CN', ageAtLeast: 18, language: 'en' }),
    () => dark.changePassword(browser.caller, { current: PASSWORD, next: PASSWORD }),
    () => dark.person('00000000-0000-0000-0000-000000000000'),
    () => dark.sweep(),
  ];
  for (const way of ways)
    expect(await way().catch((e: unknown) => e)).toMatchObject({ code: 'IDENTITY_STORE_DOWN', kind: 'unavailable' });
  await dead.end();
});

test('who is signed in is told from one row, for fifty at once as for one', async () => {
  const { browser } = await newPerson(mail('fast'));
  const cookie = browser.cookie;
  const count = Number(process.env['KEPT_SOAK'] ?? 3_000);
  await Promise.all(Array.from({ length: 200 }, () => identity.session(cookie)));
  const from = performance.now();
  const cpu = process.cpuUsage();
  for (let i = 0; i < count; i += 50) await Promise.all(Array.from({ length: 50 }, () => identity.session(cookie)));
  const took = performance.now() - from;
  const { user, system } = process.cpuUsage(cpu);
  let alone = performance.now();
  for (let i = 0; i < 300; i++) await identity.session(cookie);
  alone = (performance.now() - alone) / 300;
  report(
    `session: ${Math.round((1_000 * count) / took)}/s fifty at once, ${((user + system) / 1_000 / count).toFixed(3)} ms CPU each; ${alone.toFixed(2)} ms alone`,
  );
  expect(await identity.session(cookie)).not.toBeNull();
});
