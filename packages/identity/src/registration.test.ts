import { Hours, type KeptError, Minutes } from '@kept/base';
import { expect, test } from 'vitest';
import type { Contact } from './index.ts';
import { refusal, testDesks } from './testing.ts';
import { naming, policy } from './testing-policy.ts';

const { clock, codeTo, desks, keys, newBrowser, sent } = await testDesks({ policy, naming, regions: ['cn'] });
const { identity, pool, subjects, gate } = desks.cn!;

const PASSWORD = 'correct-horse-battery-staple-41';
const mail = (name: string): Contact => ({ kind: 'email', value: `${name}@post.example` });
const body = (contact: Contact) => ({ contact, residence: 'CN', ageAtLeast: 18, language: 'zh-Hans' as const });
const start = async (contact: Contact) => (await identity.startRegistration(newBrowser().caller, body(contact))).body;
const confirm = (registration: string, code: string, more: object = {}) =>
  identity.confirmRegistration(newBrowser().caller, { registration, code, password: PASSWORD, ...more });

test('a person registers by e-mail: a code, a password, a session', async () => {
  const mira = newBrowser();
  const started = await mira.keep(
    identity.startRegistration(mira.caller, body({ kind: 'email', value: ' Mira.Oduya@Post.Example' })),
  );
  const { registration } = started.body;
  expect(started).toMatchObject({
    status: 202,
    body: { codeLength: 6, maskedContact: 'm•••••@post.example' },
    setCookies: [],
  });
  expect((await subjects.subject(registration)).status).toBe('prospective');
  const message = sent.at(-1)!;
  expect(message).toMatchObject({ to: 'mira.oduya@post.example', subject: expect.stringMatching(/^验证码 \d{6}$/) });

  const done = await mira.keep(
    identity.confirmRegistration(mira.caller, {
      registration,
      code: await codeTo(message.to),
      password: PASSWORD,
      nickname: '米拉',
    }),
  );
  expect(done).toMatchObject({ status: 201, body: { person: registration, region: 'cn' } });
  expect(done.setCookies.join()).toMatch(/^kept\.session=[^;]+; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Lax$/);
  expect((await subjects.subject(registration)).status).toBe('active');
  const session = await identity.session(mira.cookie);
  expect(session).toMatchObject({ person: registration, region: 'cn' });
  expect(session!.freshUntil - session!.createdAt).toBe(Minutes(15));
  expect(await identity.person(registration)).toEqual({
    id: registration,
    region: 'cn',
    maskedContact: 'm•••••@post.example',
    nickname: '米拉',
    language: 'zh-Hans',
  });
  const collected = (await gate.activity(registration)).flatMap((entry) =>
    entry.kind === 'decision' && entry.action === 'collect' ? [entry.fields] : [],
  );
  expect(collected).toEqual([
    ['session-address', 'session-device'],
    ['account-code', 'account-password', 'account-nickname'],
    ['account-email'],
  ]);
  expect(await refusal(confirm(registration, await codeTo(message.to)))).toBe('IDENTITY_REGISTRATION_OVER');
});

test('who said fourteen counts as fourteen, and who is younger leaves nothing', async () => {
  const bandOf = async (ageAtLeast: number): Promise<string> => {
    const { body: begun } = await identity.startRegistration(newBrowser().caller, {
      ...body(mail(`age${ageAtLeast}`)),
      ageAtLeast,
    });
    return (await subjects.subject(begun.registration)).ageBand;
  };
  expect([await bandOf(14), await bandOf(17), await bandOf(18)]).toEqual(['14-17', '14-17', 'adult']);

  const people = async (): Promise<number> => (await pool.query('select 1 from subjects.person')).rowCount!;
  const [before, messages] = [await people(), sent.length];
  const young = identity.startRegistration(newBrowser().caller, { ...body(mail('young')), ageAtLeast: 13 });
  await expect(young).rejects.toMatchObject({ code: 'IDENTITY_TOO_YOUNG', clause: '8.1', path: '/ageAtLeast' });
  expect([await people(), sent.length]).toEqual([before, messages]);
});

test('a person registers by phone, and another spelling is the same person', async () => {
  const pat = newBrowser();
  const { registration } = (
    await identity.startRegistration(pat.caller, body({ kind: 'phone', value: '100 0000 0042' }))
  ).body;
  expect(sent.at(-1)!.to).toBe('+8610000000042');
  await pat.keep(
    identity.confirmRegistration(pat.caller, {
      registration,
      code: await codeTo('+8610000000042'),
      password: PASSWORD,
    }),
  );
  expect(await identity.person(registration)).toMatchObject({ maskedContact: '+86 100 •••• 0042' });
  const signedIn = await identity.signIn(newBrowser().caller, {
    contact: { kind: 'phone', value: '+86 100-0000-0042' },
    password: PASSWORD,
  });
  expect(signedIn.body).toEqual({ person: registration });
});

test('three wrong codes lock it, also for the right one; a new code opens it again', async () => {
  const { registration } = await start(mail('three'));
  const right = await codeTo('three@post.example');
  for (let i = 0; i < 3; i++) expect(await refusal(confirm(registration, '000000'))).toBe('IDENTITY_CODE_WRONG');
  expect(await refusal(confirm(registration, right))).toBe('IDENTITY_CODE_WRONG');
  await identity.resendCode(newBrowser().caller, { registration });
  expect(await refusal(confirm(registration, right))).toBe('IDENTITY_CODE_WRONG');
  expect((await confirm(registration, await codeTo('three@post.example'))).body.person).toBe(registration);
});

test('a code ends after five minutes, a registration after thirty', async () => {
  const { registration } = await start(mail('slow'));
  const code = await codeTo('slow@post.example');
  clock.advance(Minutes(6));
  expect(await refusal(confirm(registration, code))).toBe('IDENTITY_CODE_WRONG');
  clock.advance(Minutes(25));
  expect(await refusal(identity.resendCode(newBrowser().caller, { registration }))).toBe('IDENTITY_REGISTRATION_OVER');
});

test('a guessable password is refused offline, and costs no try', async () => {
  const { registration } = await start(mail('weak'));
  const code = await codeTo('weak@post.example');
  for (const [password, reason] of [
    ['Password123!', 'guessable'],
    ['short', 'short'],
    ['weak.post.example', 'guessable'],
  ] as const)
    expect(await confirm(registration, code, { password }).catch((e: unknown) => e)).toMatchObject({
      code: 'IDENTITY_PASSWORD_WEAK',
      reason,
    });
  expect((await confirm(registration, code)).status).toBe(201);
});

test('a held contact looks like a free one; its holder is told, and nobody is signed in', async () => {
  const { registration: holder } = await start(mail('held'));
  await confirm(holder, await codeTo('held@post.example'));
  const before = sent.length;
  const again = await start(mail('held'));
  expect(Object.keys(again).sort()).toEqual(Object.keys(await start(mail('free'))).sort());
  expect(again).toMatchObject({ codeLength: 6, maskedContact: 'h•••••@post.example' });
  expect(sent[before]).toMatchObject({ to: 'held@post.example', subject: '您已有账号' });
  expect(await codeTo('held@post.example')).toBe('');
  for (let i = 0; i < 4; i++) expect(await refusal(confirm(again.registration, '123456'))).toBe('IDENTITY_CODE_WRONG');
  expect((await identity.resendCode(newBrowser().caller, { registration: again.registration })).status).toBe(202);
});

test('two who began with one contact: the first to confirm has it, the other is told once they have proved it', async () => {
  const first = await start(mail('twice'));
  const codeOfFirst = await codeTo('twice@post.example');
  const second = await start(mail('twice'));
  const codeOfSecond = await codeTo('twice@post.example');
  const late = newBrowser();
  await confirm(first.registration, codeOfFirst);
  const work = late.keep(
    identity.confirmRegistration(late.caller, {
      registration: second.registration,
      code: codeOfSecond,
      password: PASSWORD,
    }),
  );
  expect(await refusal(work)).toBe('IDENTITY_CONTACT_TAKEN');
  expect(await identity.session(late.cookie)).toBeUndefined();
  expect((await pool.query('select 1 from auth_user where id = $1', [second.registration])).rowCount).toBe(0);
  expect((await subjects.subject(second.registration)).status).toBe('prospective');
});

test('codes to one contact are capped, whoever asks', async () => {
  for (let i = 0; i < 5; i++) await start(mail('flood'));
  expect(await refusal(start(mail('flood')))).toBe('IDENTITY_TOO_MANY');
  clock.advance(Hours(1));
  await start(mail('flood'));
});

test('races: twenty begin at once, twenty right codes, thirty wrong ones', async () => {
  const begun = await Promise.allSettled(Array.from({ length: 20 }, () => start(mail('race'))));
  const won = begun.filter((each) => each.status === 'fulfilled').map(({ value }) => value);
  expect(won.length).toBe(5);
  expect(new Set(won.map(({ maskedContact, codeLength }) => `${maskedContact} ${codeLength}`)).size).toBe(1);
  for (const each of begun)
    if (each.status === 'rejected') expect((each.reason as KeptError).code).toBe('IDENTITY_TOO_MANY');

  // Each of the five has a code of its own; all confirm at once, twenty times over.
  const messages = sent.filter(({ to }) => to === 'race@post.example').map(({ text }) => /\d{6}/.exec(text)![0]);
  const all = won.flatMap(({ registration }) => messages.map((code) => [registration, code] as const));
  const outcomes = await Promise.allSettled(all.map(([registration, code]) => confirm(registration, code)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBe(1);
  const { rows } = await pool.query('select id from auth_user where email_blind = $1', [
    keys.blind('email', 'race@post.example'),
  ]);
  expect(rows.length).toBe(1);
  expect(await keys.locate('email', keys.blind('email', 'race@post.example'))).toEqual({
    owner: rows[0].id,
    region: 'cn',
  });

  const { registration } = await start(mail('right'));
  const right = await codeTo('right@post.example');
  const twenty = await Promise.allSettled(Array.from({ length: 20 }, () => confirm(registration, right)));
  expect(twenty.filter(({ status }) => status === 'fulfilled').length).toBe(1);

  const brute = await start(mail('brute'));
  const code = await codeTo('brute@post.example');
  const wrong = Array.from({ length: 30 }, (_, i) => String((Number(code) + 1 + i) % 1_000_000).padStart(6, '0'));
  const tried = await Promise.allSettled(wrong.map((each) => confirm(brute.registration, each)));
  expect(tried.filter(({ status }) => status === 'fulfilled').length).toBe(0);
  expect(await refusal(confirm(brute.registration, code))).toBe('IDENTITY_CODE_WRONG');
});

test('the policy decides whether a message may leave at all', async () => {
  const before = sent.length;
  const { body: begun } = await identity.startRegistration(newBrowser().caller, {
    ...body(mail('abroad')),
    residence: 'DE',
  });
  expect((await subjects.subject(begun.registration)).jurisdiction).toBe('elsewhere');
  expect(sent.length).toBe(before + 1);
  expect(
    await refusal(identity.startRegistration(newBrowser().caller, { ...body(mail('nowhere')), residence: 'Germany' })),
  ).toBe('IDENTITY_BAD_BODY');
});

test('who never confirms is erased, and leaves no claim; who did is not', async () => {
  const { registration: stays } = await start(mail('stays'));
  await confirm(stays, await codeTo('stays@post.example'));
  const { registration: gone } = await start(mail('gone'));
  // A process that died between the claim and the commit.
  await keys.claim('email', keys.blind('email', 'gone@post.example'), gone, 'cn');
  await pool.query('insert into identity_registration values ($1, now(), $2)', [stays, Buffer.of(0)]);
  clock.advance(Minutes(45));
  await identity.sweep();
  expect((await pool.query('select 1 from identity_registration')).rowCount).toBe(0);
  expect(await keys.locate('email', keys.blind('email', 'gone@post.example'))).toBeNull();
  await expect(subjects.subject(gone)).rejects.toMatchObject({ code: 'SUBJECT_UNKNOWN' });
  expect(await identity.person(stays)).toBeDefined();
  await expect(desks.cn!.keys.load([`person:${gone}`])).rejects.toMatchObject({ code: 'KEYS_NO_KEY' });
});
