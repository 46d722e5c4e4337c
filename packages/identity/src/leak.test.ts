/** Looks for what people said in every byte that two database servers wrote: heaps, indexes, write-ahead logs, logs. */
import { Seconds } from '@kept/base';
import { holdLog, scan } from '@kept/db/testing';
import { expect, inject, test } from 'vitest';
import type { Contact } from './index.ts';
import { PASSWORD, report, testDesks } from './testing.ts';
import { naming, policy } from './testing-policy.ts';
import { totp } from './totp.testing.ts';

const { codeTo, desks, front, newBrowser, newPerson } = await testDesks({
  policy,
  naming,
  regions: ['cn', 'sg'],
  rateLimit: true,
  loud: true,
  baseURL: 'https://home.example',
});

const USER_AGENT = 'KeptAgent/9.7 (marker-ua-7781)';
const EMAIL = 'mira.oduya-varga@post.example';
const NEXT = 'mira.second-address@post.example';
const PHONE = '+8610000077810';
const NICKNAME = '欧杜雅·瓦尔加';
const STRANGER = 'unheard.of.stranger@post.example';
const RESET = 'another-Horse-entirely-77';

test('nothing that people said, and nothing that signs them in, is readable on either server', {
  timeout: 60_000,
}, async () => {
  await Promise.all([holdLog('data'), holdLog('keys')]);
  const mail = (value: string): Contact => ({ kind: 'email', value });
  const mira = await newPerson(mail(EMAIL), { nickname: NICKNAME });
  const pat = await newPerson({ kind: 'phone', value: PHONE });
  const { identity, pool } = desks['cn']!;
  const browser = newBrowser(USER_AGENT);
  const failed = (work: Promise<unknown>) => work.catch(() => {});
  await browser.keep(front.signIn(browser.caller, { contact: mail(EMAIL), password: PASSWORD }));
  const setup = (await browser.keep(identity.startTotp(browser.caller, { password: PASSWORD }))).body;
  await browser.keep(identity.confirmTotp(browser.caller, { code: totp(setup.secret, Date.now() - Seconds(30)) }));
  await identity.sessions(browser.caller);
  await identity.sendContactCode(browser.caller, { contact: mail(NEXT) });
  await identity.changeContact(browser.caller, { contact: mail(NEXT), code: await codeTo(NEXT) });
  await front.sendSignInCode(newBrowser().caller, { contact: { kind: 'phone', value: PHONE } });
  await front.signInByCode(newBrowser().caller, {
    contact: { kind: 'phone', value: PHONE },
    code: await codeTo(PHONE),
  });
  await front.sendResetCode(newBrowser().caller, { contact: { kind: 'phone', value: PHONE } });
  await front.resetPassword(newBrowser().caller, {
    contact: { kind: 'phone', value: PHONE },
    code: await codeTo(PHONE),
    password: RESET,
  });
  await failed(front.signIn(newBrowser().caller, { contact: mail(STRANGER), password: 'the-stranger-tried-this-1' }));
  await front.startRegistration(newBrowser().caller, {
    contact: mail(STRANGER),
    residence: 'DE',
    ageAtLeast: 18,
    language: 'en',
  });
  await front.startRegistration(newBrowser().caller, {
    contact: mail(NEXT),
    residence: 'DE',
    ageAtLeast: 18,
    language: 'en',
  });
  await failed(identity.changePassword(mira.browser.caller, { current: PASSWORD, next: 'Password123!' }));
  await Promise.all(Array.from({ length: 5 }, () => failed(newPerson(mail('racing.for.this@post.example')))));
  await identity.idle();

  const control = 'this-control-is-written-in-the-clear';
  await pool.query('create table leak_control (text text)');
  // More than once: the log is cut into pages, and one of them may end within it.
  for (let i = 0; i < 3; i++) await pool.query('insert into leak_control values ($1)', [control]);
  await pool.query('checkpoint');

  const token = decodeURIComponent(browser.jar.get('__Secure-kept.session')!);
  const needles: Record<string, string> = {
    ...{ EMAIL, NEXT, PHONE, NICKNAME, STRANGER, USER_AGENT, PASSWORD, RESET },
    ...{
      local: 'oduya-varga',
      second: 'second-address',
      digits: '10000077810',
      marker: 'marker-ua-7781',
      racing: 'racing.for.this',
    },
    ...{ tried: 'the-stranger-tried-this', hash: '$argon2id$', secret: setup.secret, backup: setup.backupCodes[0]! },
    ...{
      token: token.split('.')[0]!,
      signature: token.split('.')[1]!,
      address: mira.browser.ip,
      address2: pat.browser.ip,
      noEmail: '@phone.invalid',
    },
  };
  const from = performance.now();
  const { hits, files, bytes } = scan([inject('dataDir'), inject('keysDir')], { ...needles, control });
  report(
    `scanned ${files} files, ${Math.round(bytes / 1e6)} MB, for ${Object.keys(needles).length} values: ${Math.round(performance.now() - from)} ms`,
  );
  // The scan sees, and the server did log its parameters.
  const seen = hits.filter((hit) => hit.startsWith('control '));
  expect(seen.some((hit) => hit.endsWith('.log'))).toBe(true);
  expect(seen.some((hit) => hit.includes('pg_wal'))).toBe(true);
  expect(hits.filter((hit) => !hit.startsWith('control '))).toEqual([]);
});
