import { type KeptError, Seconds } from '@kept/base';
import { expect, test } from 'vitest';
import type { Contact } from './index.ts';
import { PASSWORD, refusalOf, testDesks } from './testing.ts';
import { naming, policy } from './testing-policy.ts';
import { totp } from './totp.testing.ts';

const { codeTo, desks, front, newBrowser, newPerson } = await testDesks({
  policy,
  naming,
  regions: ['cn', 'sg'],
  rateLimit: true,
});
const mail = (name: string): Contact => ({ kind: 'email', value: `${name}@post.example` });
const rows = async (region: string, id: string) =>
  (await desks[region]!.pool.query('select 1 from auth_user where id = $1', [id])).rowCount;

test('where a person lives decides where they are kept, and they sign in from anywhere', async () => {
  const lin = await newPerson(mail('lin'), { residence: 'CN' });
  const mira = await newPerson(mail('mira'), { residence: 'DE' });
  expect([
    await rows('cn', lin.id),
    await rows('sg', lin.id),
    await rows('cn', mira.id),
    await rows('sg', mira.id),
  ]).toEqual([1, 0, 0, 1]);
  expect([
    await front.locate(mail('Lin')),
    await front.locate(mail('MIRA')),
    await front.locate(mail('nobody')),
  ]).toEqual(['cn', 'sg', undefined]);
  const away = newBrowser();
  const answer = await away.keep(front.signIn(away.caller, { contact: mail('mira'), password: PASSWORD }));
  expect(answer.body).toEqual({ person: mira.id });
  expect(await front.session(away.cookie)).toMatchObject({ person: mira.id, region: 'sg' });
  expect(front.at(away.cookie).region).toBe('sg');
  expect(await desks['cn']!.identity.session(away.cookie)).toBeUndefined();
  expect(await front.session(undefined)).toBeUndefined();
  expect(
    (await refusalOf(front.signIn(newBrowser().caller, { contact: mail('nobody'), password: PASSWORD }))).code,
  ).toBe('IDENTITY_CREDENTIALS_WRONG');
  expect(() => front.region('mars')).toThrow(expect.objectContaining({ code: 'IDENTITY_REGION' }));
});

test('a contact has one holder over all regions', async () => {
  await newPerson(mail('only'), { residence: 'CN' });
  const browser = newBrowser();
  const { body } = await front.startRegistration(browser.caller, {
    contact: mail('only'),
    residence: 'FR',
    ageAtLeast: 18,
    language: 'en',
  });
  expect(await codeTo('only@post.example')).toBe('');
  const confirm = { registration: body.registration, code: '123456', password: PASSWORD };
  expect((await refusalOf(front.confirmRegistration(browser.caller, confirm))).code).toBe('IDENTITY_CODE_WRONG');

  const [here, there] = [newBrowser(), newBrowser()];
  const start = async (of: typeof here, residence: string) => {
    const { registration } = (
      await front.startRegistration(of.caller, { contact: mail('both'), residence, ageAtLeast: 18, language: 'en' })
    ).body;
    return { registration, code: await codeTo('both@post.example'), password: PASSWORD };
  };
  const [cn, fr] = [await start(here, 'CN'), await start(there, 'FR')];
  const race = await Promise.allSettled([
    front.confirmRegistration(here.caller, cn),
    front.confirmRegistration(there.caller, fr),
  ]);
  expect(race.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  for (const each of race)
    if (each.status === 'rejected') expect((each.reason as KeptError).code).toBe('IDENTITY_CONTACT_TAKEN');
});

test('a second step, a code and a new password find their region too', async () => {
  const { id, browser } = await newPerson(mail('steps'), { residence: 'DE' });
  const { identity } = desks['sg']!;
  const { secret } = (await browser.keep(identity.startTotp(browser.caller, { password: PASSWORD }))).body;
  await browser.keep(identity.confirmTotp(browser.caller, { code: totp(secret, Date.now() - Seconds(30)) }));
  const away = newBrowser();
  const first = await away.keep(front.signIn(away.caller, { contact: mail('steps'), password: PASSWORD }));
  expect(first.body).toEqual({ secondStep: ['totp', 'backup-code'] });
  expect((await away.keep(front.signInByTotp(away.caller, { code: totp(secret, Date.now()) }))).body).toEqual({
    person: id,
  });
  expect((await refusalOf(front.signInByTotp(newBrowser().caller, { code: '123456' }))).code).toBe(
    'IDENTITY_SECOND_STEP_OVER',
  );
  await front.sendResetCode(newBrowser().caller, { contact: mail('steps') });
  const code = await codeTo('steps@post.example');
  await front.resetPassword(newBrowser().caller, {
    contact: mail('steps'),
    code,
    password: 'another-Horse-entirely-77',
  });
  expect(await front.session(away.cookie)).toBeUndefined();
});

test('too many attempts from one address are stopped, in the database, and told until when', async () => {
  const burst = newBrowser();
  const seen: string[] = [];
  for (let i = 0; i < 8; i++) {
    const error = await refusalOf(
      front.signIn(burst.caller, { contact: mail('nobody'), password: 'wrong-password-1' }),
    );
    seen.push(error.code);
    if (error.code === 'IDENTITY_TOO_MANY')
      expect((error as unknown as { until: number }).until).toBeGreaterThan(Date.now());
  }
  expect(seen.slice(0, 5)).toEqual(Array(5).fill('IDENTITY_CREDENTIALS_WRONG'));
  expect(seen.slice(5)).toEqual(Array(3).fill('IDENTITY_TOO_MANY'));
  expect((await desks['cn']!.pool.query('select 1 from auth_rate_limit')).rowCount).toBeGreaterThan(0);
  expect(
    (await refusalOf(front.signIn(newBrowser().caller, { contact: mail('nobody'), password: 'wrong-password-1' })))
      .code,
  ).toBe('IDENTITY_CREDENTIALS_WRONG');
});

test('who may not be written to is told so, with the clause, before anything is taken down', async () => {
  const { pool } = desks['sg']!;
  const count = async (): Promise<unknown> =>
    (await pool.query('select (select count(*) from subjects.person), (select count(*) from identity_registration)'))
      .rows;
  const before = await count();
  // The only carrier of text messages is in China, where what people elsewhere gave does not go.
  const contact: Contact = { kind: 'phone', value: '+49 151 0000 0042' };
  const start = (residence: string) =>
    front.startRegistration(newBrowser().caller, { contact, residence, ageAtLeast: 18, language: 'en' });
  expect(await refusalOf(start('DE'))).toMatchObject({
    ...{ kind: 'refused', code: 'RECIPIENTS_NOT_REACHABLE' },
    ...{ clause: '5.2', path: '/contact/value' },
  });
  expect(await count()).toEqual(before);
  expect((await start('CN')).body.maskedContact).toMatch(/^\+49/);
});
