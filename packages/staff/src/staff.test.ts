/** Accounts of staff on a real database: one person is one account, however they come in; what ends, ends at once. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Json, ManualClock, Minutes, SeededRandom } from '@kept/base';
import { migrate } from '@kept/db';
import { testDatabase } from '@kept/db/testing';
import { openPasswords } from '@kept/identity';
import { totp } from '@kept/identity/testing';
import { openKeys } from '@kept/keys';
import { afterAll, expect, test } from 'vitest';
import { Staff, staffMigrations } from './index.ts';

const { pool } = await testDatabase('data');
const rootDir = await mkdtemp(join(tmpdir(), 'kept-test-'));
const keys = await openKeys({ url: (await testDatabase('keys')).url, rootDir });
afterAll(async () => {
  await keys.close();
  await rm(rootDir, { recursive: true, force: true });
});
await migrate(pool, staffMigrations);
const clock = new ManualClock(Date.UTC(2026, 10, 27, 9));
const recorded: [string, Json][] = [];
const options = {
  ...{ pool, clock, keys: keys.region('cn'), random: new SeededRandom(7), passwords: await openPasswords() },
  blind: (kind: string, value: string) => keys.blind(kind, value),
  record: async (id: string, _: string, payload: Json) => recorded.push([id, payload]),
  activity: async () => [],
};
const staff = await Staff.open(options);
const owner = (await staff.byLink(staff.ownerLink())).member;
const PASSWORD = 'seven-lamps-over-the-canal';
const code = (error: unknown) => (error as { code?: string }).code;
const refused = (work: Promise<unknown>) => work.then(() => 'done', code);

async function colleague(name: string, login: string) {
  const { link, member } = await staff.invite(owner.id, name, 'agent');
  const { session } = await staff.byLink(link);
  const { secret } = await staff.propose(member.id);
  await staff.enrol(member.id, login, PASSWORD, totp(secret, clock.now()));
  clock.advance(Minutes(1));
  return { id: member.id, secret, session, link };
}

test('every link of the owner is the same person, also after a start anew; each works once unless said', async () => {
  const again = await Staff.open(options);
  expect((await again.byLink(again.ownerLink())).member.id).toBe(owner.id);
  const link = staff.ownerLink();
  await staff.byLink(link);
  expect(await refused(staff.byLink(link))).toBe('OPERATOR_INVALID_TOKEN');
  const shell = staff.ownerLink('always');
  await staff.byLink(shell);
  expect((await staff.byLink(shell)).member.id).toBe(owner.id);
  expect(await refused(again.byLink(shell))).toBe('OPERATOR_INVALID_TOKEN');
});

test('an invitation works once and for a week, and lets nobody do anything before they chose how to sign in', async () => {
  const { link, member } = await staff.invite(owner.id, 'Chen Wei', 'auditor');
  expect(member).toMatchObject({ role: 'auditor', state: 'invited', name: 'Chen Wei' });
  const [a, b] = await Promise.all([refused(staff.byLink(link)), refused(staff.byLink(link))]);
  expect(new Set([a, b])).toEqual(new Set(['OPERATOR_INVALID_TOKEN', 'done']));
  const late = await staff.invites(owner.id, member.id);
  clock.advance(Minutes(7 * 24 * 60 + 1));
  expect(await refused(staff.byLink(late))).toBe('OPERATOR_INVALID_TOKEN');
  const { session } = await staff.byLink(await staff.invites(owner.id, member.id));
  expect(await staff.session(session)).toMatchObject({ id: member.id, state: 'invited' });
});

test('a weak password, a wrong code and a taken name are refused; then name, password and code let in', async () => {
  const { id, secret } = await colleague('Mira Sol', 'Mira');
  const { link, member } = await staff.invite(owner.id, 'Other', 'agent');
  await staff.byLink(link);
  const proposed = (await staff.propose(member.id)).secret;
  const now = totp(proposed, clock.now());
  const wrong = now === '000000' ? '000001' : '000000';
  expect(await refused(staff.enrol(member.id, 'other', 'short', now))).toBe('OPERATOR_PASSWORD_WEAK');
  expect(await refused(staff.enrol(member.id, 'other', PASSWORD, wrong))).toBe('OPERATOR_CODE_WRONG');
  expect(await refused(staff.enrol(member.id, ' ｍira ', PASSWORD, now))).toBe('STAFF_LOGIN_TAKEN');
  expect((await staff.one(member.id)).state).toBe('invited');
  const shown = totp(secret, clock.now());
  expect((await staff.byPassword('MIRA', PASSWORD, shown)).member.id).toBe(id);
  // A code counts once, and none before it.
  expect(await refused(staff.byPassword('mira', PASSWORD, shown))).toBe('OPERATOR_CREDENTIALS_WRONG');
});

test('five wrong tries lock the account, however many come at once, and the right ones wait as well', async () => {
  const { secret } = await colleague('Bo', 'bo-the-agent');
  const tries = await Promise.all(
    Array.from({ length: 8 }, () => refused(staff.byPassword('bo-the-agent', 'wrong-password-here', '000000'))),
  );
  expect(tries.filter((each) => each === 'OPERATOR_CREDENTIALS_WRONG')).toHaveLength(5);
  expect(tries.filter((each) => each === 'OPERATOR_LOCKED')).toHaveLength(3);
  const right = () => staff.byPassword('bo-the-agent', PASSWORD, totp(secret, clock.now()));
  expect(await refused(right())).toBe('OPERATOR_LOCKED');
  clock.advance(Minutes(16));
  expect(await refused(right())).toBe('done');
  expect(await refused(staff.byPassword('nobody-here', PASSWORD, '000000'))).toBe('OPERATOR_CREDENTIALS_WRONG');
});

test('a removal ends every session, destroys the name, frees it for others, and stays in what was recorded', async () => {
  const { id, session, secret } = await colleague('Gone Soon', 'gone');
  expect(await staff.session(session)).toMatchObject({ id, state: 'active' });
  await staff.remove(owner.id, id);
  expect(await staff.session(session)).toBe(null);
  expect(await staff.one(id)).toMatchObject({ state: 'removed', name: null });
  expect(await refused(staff.byPassword('gone', PASSWORD, totp(secret, clock.now())))).toBe(
    'OPERATOR_CREDENTIALS_WRONG',
  );
  expect(await refused(staff.invites(owner.id, id))).toBe('STAFF_UNKNOWN');
  expect(recorded).toContainEqual([owner.id, { act: 'remove', about: { member: id } }]);
  await colleague('Somebody Else', 'gone');
});

test('who was removed does not come back with a restored database', async () => {
  const { id, session, secret } = await colleague('Back Again', 'back');
  const { rows } = await pool.query('select * from staff.member where id = $1', [id]);
  const sessions = await pool.query('select * from staff.session where member = $1', [id]);
  await staff.remove(owner.id, id);
  const { sealed, login_blind } = rows[0] as { sealed: Buffer; login_blind: Buffer };
  await pool.query(
    `update staff.member set state = 'active', removed_at = null, sealed = $2, login_blind = $3 where id = $1`,
    [id, sealed, login_blind],
  );
  const { hash, expires_at } = sessions.rows[0] as { hash: Buffer; expires_at: Date };
  await pool.query('insert into staff.session (hash, member, expires_at) values ($1, $2, $3)', [hash, id, expires_at]);
  const again = await Staff.open(options);
  expect(await again.session(session)).toBe(null);
  expect(await refused(again.byPassword('back', PASSWORD, totp(secret, clock.now())))).toBe(
    'OPERATOR_CREDENTIALS_WRONG',
  );
});

test('the owner is neither removed nor reset, and nothing of anybody lies readable', async () => {
  expect(await refused(staff.remove(owner.id, owner.id))).toBe('STAFF_OWNER_STAYS');
  expect(await refused(staff.invites(owner.id, owner.id))).toBe('STAFF_OWNER_STAYS');
  const { rows } = await pool.query<{ text: string }>(
    `select m::text as text from staff.member m union all select s::text from staff.session s`,
  );
  const all = rows.map(({ text }) => text).join('\n');
  const hex = (text: string) => Buffer.from(text).toString('hex');
  for (const each of ['Mira Sol', 'Bo', 'mira', 'bo-the-agent', PASSWORD].filter((word) => word.length > 3))
    for (const form of [each, hex(each)]) expect(all.includes(form)).toBe(false);
  // Neither does what is recorded name anybody.
  expect(JSON.stringify(recorded)).not.toMatch(/Mira|Chen|agent-/);
});
