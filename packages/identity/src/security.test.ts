import { type KeptError, Minutes, Seconds } from '@kept/base';
import { expect, test } from 'vitest';
import { deviceOf } from './device.ts';
import type { Contact } from './index.ts';
import { type Browser, PASSWORD, refusal, testDesks } from './testing.ts';
import { naming, policy } from './testing-policy.ts';
import { totp } from './totp.testing.ts';

const { clock, codeTo, desks, keys, newBrowser, newPerson, sent } = await testDesks({
  policy,
  naming,
  regions: ['cn'],
});
const { identity, gate, pool } = desks['cn']!;

const mail = (name: string): Contact => ({ kind: 'email', value: `${name}@post.example` });
const signIn = async (contact: Contact, browser = newBrowser()) => {
  const { body } = await browser.keep(identity.signIn(browser.caller, { contact, password: PASSWORD }));
  return { browser, body };
};
/** The library goes by real time; each code works once, so steps apart are used. */
const appCode = (secret: string, step = 0) => totp(secret, Date.now() + Seconds(30 * step));

async function withTotp(name: string) {
  const person = await newPerson(mail(name));
  const setup = (await person.browser.keep(identity.startTotp(person.browser.caller, { password: PASSWORD }))).body;
  await person.browser.keep(identity.confirmTotp(person.browser.caller, { code: appCode(setup.secret, -1) }));
  return { ...person, ...setup };
}

test('a person sees where they are signed in, and ends what is not theirs', async () => {
  const { id, browser } = await newPerson(mail('mira'));
  const phone = newBrowser(
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile/15E148 Safari/604.1',
  );
  await signIn(mail('mira'), phone);
  await signIn(mail('mira'));
  const sessions = await identity.sessions(browser.caller);
  expect(sessions.map(({ device, address, current }) => [device, address, current])).toEqual([
    ['Chrome, Linux', expect.stringMatching(/^203\.0\.113\.\d+$/), false],
    ['Safari, iOS', phone.ip, false],
    ['Chrome, Linux', browser.ip, true],
  ]);
  const other = (await newPerson(mail('other'))).browser;
  await identity.endSession(other.caller, sessions[1]!.id);
  expect(await identity.session(phone.cookie)).toMatchObject({ person: id });
  await identity.endSession(browser.caller, sessions[1]!.id);
  expect(await identity.session(phone.cookie)).toBeUndefined();
  await identity.endOtherSessions(browser.caller);
  expect((await identity.sessions(browser.caller)).map(({ current }) => current)).toEqual([true]);
  expect(await refusal(identity.sessions(newBrowser().caller))).toBe('IDENTITY_SIGNED_OUT');
});

test('a new password ends the other sessions; guessable and wrong ones change nothing', async () => {
  const { browser } = await newPerson(mail('changer'));
  const { browser: elsewhere } = await signIn(mail('changer'));
  const change = (current: string, next: string) =>
    browser.keep(identity.changePassword(browser.caller, { current, next }));
  expect(await refusal(change('wrong-password-1', 'another-Horse-entirely-77'))).toBe('IDENTITY_PASSWORD_WRONG');
  for (const weak of ['Password123!', 'changer.post.example', 'short'])
    expect(await change(PASSWORD, weak).catch((e: unknown) => e)).toMatchObject({
      code: 'IDENTITY_PASSWORD_WEAK',
      path: '/next',
    });
  expect(await identity.session(elsewhere.cookie)).toBeDefined();
  await change(PASSWORD, 'another-Horse-entirely-77');
  expect(await identity.session(browser.cookie)).toBeDefined();
  expect(await identity.session(elsewhere.cookie)).toBeUndefined();
  await identity.idle();
  expect(sent.at(-1)).toMatchObject({ to: 'changer@post.example', subject: '您的密码已更改' });
});

test('an authenticator app: set up, asked for after password and code alike, each code once', async () => {
  const { id, browser, secret, uri, backupCodes } = await withTotp('app');
  expect(new URL(uri).pathname).toContain(encodeURIComponent('Kept:app@post.example'));
  expect(backupCodes.length).toBe(10);
  expect(await identity.secondSteps(browser.caller)).toEqual({ totp: true, passkeys: [] });
  expect(await refusal(identity.startTotp(browser.caller, { password: PASSWORD }))).toBe('IDENTITY_TOTP_ON');

  const first = await signIn(mail('app'));
  expect(first.body).toEqual({ secondStep: ['totp', 'backup-code'] });
  expect(await identity.session(first.browser.cookie)).toBeUndefined();
  const step = (of: Browser, code: string) => of.keep(identity.signInByTotp(of.caller, { code }));
  expect(await refusal(step(first.browser, '000000'))).toBe('IDENTITY_SECOND_STEP_WRONG');
  const code = appCode(secret);
  expect((await step(first.browser, code)).body).toEqual({ person: id });
  expect(await identity.session(first.browser.cookie)).toMatchObject({ person: id });
  expect(await refusal(step((await signIn(mail('app'))).browser, code))).toBe('IDENTITY_SECOND_STEP_WRONG');

  await identity.sendSignInCode(newBrowser().caller, { contact: mail('app') });
  const byCode = newBrowser();
  const answer = await byCode.keep(
    identity.signInByCode(byCode.caller, { contact: mail('app'), code: await codeTo('app@post.example') }),
  );
  expect(answer.body).toEqual({ secondStep: ['totp', 'backup-code'] });
  expect(await identity.session(byCode.cookie)).toBeUndefined();
});

test('a backup code stands in for the app once, also when twenty try at once', async () => {
  const { id, backupCodes } = await withTotp('backup');
  const waiting = await Promise.all(Array.from({ length: 20 }, () => signIn(mail('backup'))));
  const tried = await Promise.allSettled(
    waiting.map(({ browser }) => browser.keep(identity.signInByBackupCode(browser.caller, { code: backupCodes[0]! }))),
  );
  expect(tried.flatMap((each) => (each.status === 'fulfilled' ? [each.value.body] : []))).toEqual([{ person: id }]);
  const codes = new Set(tried.flatMap((each) => (each.status === 'rejected' ? [(each.reason as KeptError).code] : [])));
  expect([...codes].every((code) => ['IDENTITY_SECOND_STEP_WRONG', 'IDENTITY_LOCKED'].includes(code))).toBe(true);
});

test('tries run out for one sign-in, and then for the account', async () => {
  const { secret } = await withTotp('tries');
  const { browser } = await signIn(mail('tries'));
  const attempt = (of: Browser, code: string) => refusal(of.keep(identity.signInByTotp(of.caller, { code })));
  for (let i = 0; i < 5; i++) expect(await attempt(browser, `00000${i}`)).toBe('IDENTITY_SECOND_STEP_WRONG');
  expect(await attempt(browser, appCode(secret))).toBe('IDENTITY_SECOND_STEP_OVER');
  const { browser: again } = await signIn(mail('tries'));
  for (let i = 5; i < 10; i++) expect(await attempt(again, `00000${i}`)).toBe('IDENTITY_SECOND_STEP_WRONG');
  expect(await attempt((await signIn(mail('tries'))).browser, appCode(secret, 1))).toBe('IDENTITY_LOCKED');
  expect(await attempt(newBrowser(), appCode(secret, 1))).toBe('IDENTITY_SECOND_STEP_OVER');
});

test('the second step is of whoever gave the password, not of whoever else is signed in here', async () => {
  const a = await withTotp('anna');
  const { browser } = await newPerson(mail('ben'));
  const { body } = await signIn(mail('anna'), browser);
  expect(body).toHaveProperty('secondStep');
  expect((await browser.keep(identity.signInByTotp(browser.caller, { code: appCode(a.secret) }))).body).toEqual({
    person: a.id,
  });
});

test('the app is turned off with the password only, and backup codes are made anew', async () => {
  const { browser, backupCodes } = await withTotp('off');
  const fresh = (await identity.newBackupCodes(browser.caller, { password: PASSWORD })).body.backupCodes;
  expect(fresh).not.toEqual(backupCodes);
  expect(await refusal(identity.endTotp(browser.caller, { password: 'wrong-password-1' }))).toBe(
    'IDENTITY_PASSWORD_WRONG',
  );
  await browser.keep(identity.endTotp(browser.caller, { password: PASSWORD }));
  expect((await signIn(mail('off'))).body).toHaveProperty('person');
  expect(await identity.secondSteps(browser.caller)).toMatchObject({ totp: false });
});

test('proving the password once more makes a fresh session in place of the old', async () => {
  const { id, browser } = await newPerson(mail('prover'));
  const old = browser.cookie;
  await pool.query('update auth_session set created_at = created_at - $2::interval where user_id = $1', [id, '1 hour']);
  expect((await identity.session(old))!.freshUntil).toBeLessThan(clock.now());
  const prove = (proof: { password: string; code?: string }, of = browser) => of.keep(identity.prove(of.caller, proof));
  expect(await refusal(prove({ password: 'wrong-password-1' }))).toBe('IDENTITY_PASSWORD_WRONG');
  expect((await prove({ password: PASSWORD })).body.freshUntil).toBeGreaterThan(clock.now() + Minutes(14));
  expect(await identity.session(old)).toBeUndefined();
  expect((await identity.session(browser.cookie))!.freshUntil).toBeGreaterThan(clock.now());

  const app = await withTotp('prover-app');
  expect(await refusal(prove({ password: PASSWORD }, app.browser))).toBe('IDENTITY_SECOND_STEP_WRONG');
  await prove({ password: PASSWORD, code: appCode(app.secret) }, app.browser);
  expect(await identity.session(app.browser.cookie)).toMatchObject({ person: app.id });
});

test('a contact is changed by a code to the new one; the claim moves, the old one is told', async () => {
  const { id, browser } = await newPerson(mail('before'));
  await newPerson(mail('occupied'));
  const change = (contact: Contact, code: string) => identity.changeContact(browser.caller, { contact, code });
  await identity.sendContactCode(browser.caller, { contact: mail('occupied') });
  expect(sent.at(-1)).toMatchObject({ to: 'occupied@post.example', subject: '您已有账号' });
  expect(await refusal(change(mail('occupied'), '123456'))).toBe('IDENTITY_CODE_WRONG');

  await identity.sendContactCode(browser.caller, { contact: mail('after') });
  const code = await codeTo('after@post.example');
  expect(await refusal(change(mail('elsewhere'), code))).toBe('IDENTITY_CODE_WRONG');
  await change(mail('After'), code);
  expect(await keys.locate('email', keys.blind('email', 'after@post.example'))).toMatchObject({ owner: id });
  expect(await keys.locate('email', keys.blind('email', 'before@post.example'))).toBeNull();
  expect((await signIn(mail('after'))).body).toEqual({ person: id });
  expect(await refusal(signIn(mail('before')))).toBe('IDENTITY_CREDENTIALS_WRONG');
  await identity.idle();
  expect(sent.at(-1)).toMatchObject({ to: 'before@post.example', subject: '您的联系方式已更换' });

  // A second kind of contact: both sign in.
  const phone: Contact = { kind: 'phone', value: '+8610000000099' };
  await identity.sendContactCode(browser.caller, { contact: phone });
  await change(phone, await codeTo('+8610000000099'));
  expect((await signIn(phone)).body).toEqual({ person: id });
  // What was taken down then was decided like what was taken down first.
  const collected = (await gate.activity(id)).flatMap((entry) =>
    entry.kind === 'decision' && entry.action === 'collect' && entry.collection === 'registration' ? entry.fields : [],
  );
  expect(collected).toContain('account-phone');
  expect(await refusal(identity.sendContactCode(newBrowser().caller, { contact: mail('x') }))).toBe(
    'IDENTITY_SIGNED_OUT',
  );
});

test('what is held is shown under a permit, and to that permit only', async () => {
  const { id, browser } = await newPerson({ kind: 'phone', value: '+86 100 0000 0055' }, { nickname: '林岚' });
  const setup = (await browser.keep(identity.startTotp(browser.caller, { password: PASSWORD }))).body;
  await browser.keep(identity.confirmTotp(browser.caller, { code: appCode(setup.secret) }));
  const ask = (fields: readonly string[], subject = id) =>
    gate.permit({
      action: 'use',
      actor: { role: 'person', id: subject },
      service: 'account',
      purpose: 'rights',
      fields,
      subject,
    });
  const held = [
    ...Object.values(naming.account).slice(2),
    naming.session.address,
    naming.session.device,
    ...Object.values(naming.secondStep).slice(2),
  ];
  expect(await identity.values(await ask(held))).toEqual({
    'account-phone': '+8610000000055',
    'account-nickname': '林岚',
    'account-password': true,
    'session-address': [browser.ip],
    'session-device': [browser.userAgent],
    'second-step-secret': true,
    'second-step-backup-codes': true,
  });
  expect((await identity.held(id)).map(({ field }) => field).sort()).toEqual(
    [
      'account-password',
      'account-phone',
      'second-step-backup-codes',
      'second-step-secret',
      'session-address',
      'session-device',
    ].sort(),
  );
  expect(await identity.values(await ask(['account-nickname']))).toEqual({ 'account-nickname': '林岚' });

  const permit = await ask(['account-nickname']);
  await identity.rename(permit, ' 小岚 ');
  expect(await identity.person(id)).toMatchObject({ nickname: '小岚' });
  expect(await refusal(identity.rename(await ask(['account-phone']), 'x'))).toBe('IDENTITY_NOT_PERMITTED');
  expect(await refusal(identity.values({ ...permit }))).toBe('IDENTITY_NOT_PERMITTED');
  clock.advance(Seconds(31));
  expect(await refusal(identity.values(permit))).toBe('IDENTITY_NOT_PERMITTED');
});

test.each([
  ['Mozilla/5.0 (Windows NT 10.0) Chrome/141.0 Safari/537.36 Edg/141.0', 'Edge, Windows'],
  ['Mozilla/5.0 (Linux; Android 15) Chrome/141.0 Mobile Safari/537.36 MicroMessenger/8.0', 'WeChat, Android'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 15_0) Gecko/20100101 Firefox/144.0', 'Firefox, macOS'],
  ['curl/8.5.0', ''],
  ['', ''],
])('%s is %s', (userAgent, device) => expect(deviceOf(userAgent)).toBe(device));
