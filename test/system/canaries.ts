/** People who say something unmistakable in every personal field, and what is to be found nowhere because of it. */
import { expect } from 'vitest';
import { Authenticator } from '../../packages/identity/src/testing-authenticator.ts';
import { totp } from '../../packages/identity/src/totp.testing.ts';
import { HOME_TEXTS, livesInAHome } from './canary-home.ts';
import type { Kept } from './kept.ts';
import { Agent, begin, certificate, choose, close, fillIn, held, join, type Operator, type Somebody } from './life.ts';

const PICTURE = Buffer.from('\x89PNG canary in the picture, drawn by nobody').toString('base64');

const FIELDS = {
  'profile-name': '林岚·澄江渔火',
  'profile-phone': '+86 100 0000 7781',
  'profile-email': 'canary.profile@post.example',
  'profile-picture': `data:image/png;base64,${PICTURE}`,
  'profile-region': 'Canary Quay, Hangzhou',
  'profile-bio': 'keeps forty canaries\nand a balcony of herbs',
  'profile-company': 'Canary Lanterns Limited',
  'profile-industry': 'canary breeding',
  'profile-company-contact-address': '7 Canary Bridge, Suzhou',
  'profile-company-contact': 'Mira Canary-Oduya',
  'profile-company-phone': '+86 100 0000 7782',
  'profile-company-address': '9 Canary Gardens, Suzhou',
  'profile-registered-at': '1987-03-29',
  'profile-industry-role': 'canary inspector',
  'profile-staff-role': 'head of canaries',
} as const;

const BY_MAIL = 'lin.canary-lan@post.example';
const NEXT_MAIL = 'stranger.canary@post.example';
const BY_PHONE = '+86 100 0000 7783';
const DEVICE = { 'user-agent': 'CanaryBrowser/7.7 (a device of nobody)', 'x-forwarded-for': '203.0.113.177' };
const FIRST = 'canary-lantern-42-eaves';
const SECOND = 'canary-river-43-boats';
const WRONG = 'canary-guess-44-wrong';

/** All that is looked for; what Kept itself makes up is added as it comes. */
export const texts: Record<string, string> = {
  ...FIELDS,
  'profile-picture': PICTURE,
  ...{ 'e-mail': BY_MAIL, 'part of the e-mail': 'canary-lan', 'other e-mail': NEXT_MAIL },
  ...{ phone: BY_PHONE, 'phone, as kept': BY_PHONE.replaceAll(' ', ''), 'digits of it': '10000007783' },
  ...{ nickname: 'Canary of the Eaves', corrected: 'Canary of the Lanterns', passkey: 'canary passkey of Lin' },
  ...{ device: DEVICE['user-agent'], address: DEVICE['x-forwarded-for'] },
  ...{ 'password 1': FIRST, 'password 2': SECOND, 'wrong password': WRONG },
  ...HOME_TEXTS,
  ...{ 'hash of a password': '$argon2id$', 'address of nobody': '@phone.invalid' },
};

/** Where they live. */
export interface Stage {
  readonly kept: Kept;
  readonly operator: Operator;
}

/** Two who have joined, one by mail and one by phone, and have done all that can be done with an account. */
export async function everybodyLives(stage: Stage): Promise<readonly [Somebody, Somebody]> {
  const { kept, operator } = stage;
  const nickname = texts['nickname']!;
  const mail = { kind: 'email', value: BY_MAIL } as const;
  const phone = { kind: 'phone', value: BY_PHONE } as const;
  const lin = await join(kept, operator, {
    contact: mail,
    password: FIRST,
    nickname,
    residence: 'DE',
    headers: DEVICE,
  });
  await noteMessage(operator, 'registration by e-mail');
  const mira = await join(kept, operator, { contact: phone, password: FIRST, nickname, headers: DEVICE });
  await noteMessage(operator, 'registration by phone');
  await waits(stage);
  await misuses(stage, lin);
  for (const somebody of [lin, mira]) await lives(stage, somebody);
  await secures(stage, lin);
  texts['secret of a device'] = await livesInAHome(lin);
  return [lin, mira];
}

/** Both close their accounts. */
export async function everybodyLeaves({ kept }: Stage, [lin, mira]: readonly [Somebody, Somebody]): Promise<void> {
  // A code of the app works once: this is the next one.
  const code = totp(texts['app secret']!, Date.now() + 30_000);
  const closures = [await close(lin.agent, SECOND, code), await close(mira.agent, FIRST)];
  for (const each of closures) await certificate(kept, each);
}

/** What the last message said: its words around the code, since six digits alone turn up by chance. */
async function noteMessage(operator: Operator, name: string): Promise<void> {
  const [message] = await operator.messages();
  const text = message!.text;
  const at = text.search(/\b\d{6}\b/);
  texts[`message: ${name}`] = text.slice(0, 40);
  if (at >= 0) texts[`code: ${name}`] = text.slice(Math.max(0, at - 6), at + 10);
}

const noteSession = (name: string, { agent }: Somebody): void => {
  const value = decodeURIComponent(/kept\.session=([^;]+)/.exec(agent.headers['cookie'] ?? '')![1]!);
  const [token = '', signature = ''] = value.split('.');
  Object.assign(texts, { [`session of ${name}`]: token, [`signature of ${name}`]: signature });
};

/** Somebody who has begun, and does not go on. */
async function waits({ kept, operator }: Stage): Promise<void> {
  const agent = new Agent(kept.url, DEVICE);
  const password = SECOND;
  await begin(agent, { contact: { kind: 'email', value: NEXT_MAIL }, password, residence: 'DE' });
  await noteMessage(operator, 'registration that waits');
  // And a second time for somebody who is here already, who is told so.
  await begin(agent, { contact: { kind: 'email', value: BY_MAIL }, password, residence: 'DE' });
  await noteMessage(operator, 'registration of one who is here');
}

/** What is refused must not be written down on the way. */
async function misuses({ kept }: Stage, lin: Somebody): Promise<void> {
  const agent = new Agent(kept.url, DEVICE);
  const contact = { kind: 'email', value: BY_MAIL };
  const refused = [
    await agent.call('POST', '/api/session', { contact, password: WRONG }),
    await agent.call('POST', '/api/session', { contact, password: WRONG, [BY_MAIL]: BY_PHONE }),
    await agent.call('POST', '/api/session', { contact: { kind: 'phone', value: BY_MAIL }, password: WRONG }),
    await agent.call('POST', '/api/session/code/verify', { contact, code: '000000' }),
    await agent.call('GET', `/api/${encodeURIComponent(BY_MAIL)}`),
    await agent.call('GET', `/api/certificates/${encodeURIComponent(BY_MAIL)}`),
    await lin.agent.call('PATCH', '/api/account/profile', { values: { 'profile-name': FIELDS['profile-name'] } }),
    await lin.agent.call('PATCH', '/api/my/data', { item: BY_MAIL, value: texts['corrected'] }),
    await lin.agent.call('PUT', `/api/my/consents/${encodeURIComponent(BY_MAIL)}`, { given: true }),
  ];
  for (const { status } of refused) expect([400, 401, 403, 404]).toContain(status);
}

/** Fills in everything, looks at it, corrects it, takes copies, changes the choices. */
async function lives({ kept, operator }: Stage, { agent, contact }: Somebody): Promise<void> {
  await fillIn(agent, FIELDS);
  // It is all there, for the person.
  expect((await agent.must(200, 'GET', '/api/account/profile')).body['values']).toEqual(FIELDS);
  const items = await held(agent);
  for (const { id } of items.filter(({ revealable }) => revealable))
    await agent.must(200, 'POST', '/api/my/data/reveal', { item: id });
  const { id: name } = items.find(({ field }) => field === 'profile-name')!;
  await agent.must(200, 'PATCH', '/api/my/data', { item: name, value: texts['corrected'] });
  for (const format of ['json', 'csv', 'html']) await agent.must(200, 'GET', `/api/my/copy?format=${format}`);
  await choose(agent, 'profile', false);
  for (const page of ['activity', 'recipients', 'requests', 'consents'])
    await agent.must(200, 'GET', `/api/my/${page}`);
  await new Agent(kept.url, DEVICE).must(202, 'POST', '/api/session/code', { contact });
  await noteMessage(operator, `sign-in of ${contact.kind}`);
  await new Agent(kept.url, DEVICE).must(202, 'POST', '/api/password-resets', { contact });
  await noteMessage(operator, `reset of ${contact.kind}`);
}

/** Another password, an authenticator app, a passkey. */
async function secures({ kept }: Stage, somebody: Somebody): Promise<void> {
  const { agent, contact } = somebody;
  await agent.must(204, 'PUT', '/api/account/password', { current: FIRST, next: SECOND });
  const { text: sessions } = await agent.must(200, 'GET', '/api/account/sessions');
  expect(sessions).toMatch(DEVICE['x-forwarded-for']);
  const { body: app } = await agent.must(200, 'POST', '/api/account/totp', { password: SECOND });
  const backup = app['backupCodes'] as unknown as string[];
  Object.assign(texts, {
    'app secret': String(app['secret']),
    'backup code 1': backup[0]!,
    'backup code 2': backup[1]!,
  });
  await agent.must(204, 'POST', '/api/account/totp/confirm', { code: totp(String(app['secret']), Date.now()) });

  const key = new Authenticator(new URL(kept.url).origin);
  texts['passkey id'] = key.id.toString('base64url');
  const creation = await agent.must(200, 'POST', '/api/account/passkeys/options');
  const response = key.attestation(creation.body as never);
  await agent.must(201, 'POST', '/api/account/passkeys', { response, name: texts['passkey'] });

  const other = new Agent(kept.url, DEVICE);
  await other.must(200, 'POST', '/api/session', { contact, password: SECOND });
  await other.must(200, 'POST', '/api/session/backup-code', { code: backup[0] });
  const third = new Agent(kept.url, DEVICE);
  const asked = await third.must(200, 'POST', '/api/session/passkey/options');
  await third.must(200, 'POST', '/api/session/passkey', { response: key.assertion(asked.body as never) });
  noteSession('Lin', somebody);
  noteSession('Lin elsewhere', { ...somebody, agent: third });
}
