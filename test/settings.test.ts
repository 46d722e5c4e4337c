/** Settings: a wrong one is said in one sentence before anything is written, and databases of others serve as well as ours. */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join as path } from 'node:path';
import { testDatabase } from '@kept/db/testing';
import { afterAll, expect, inject, test, vi } from 'vitest';
import { KeptError } from '../packages/base/src/index.ts';
import { ensureDatabase, openExternal, openPool } from '../packages/db/src/index.ts';
import { beginKept, port, serversOf, startKept, testFolder } from './system/kept.ts';
import { Agent, certificate, close, fillIn, join, Operator } from './system/life.ts';

vi.setConfig({ testTimeout: 240_000 });

const root = await testFolder();
const inFile = path(root, 'a file');
await writeFile(inFile, '');
const nobody = 'postgres://nobody:not-the-secret@127.0.0.1:1/kept';

const WRONG: readonly [Readonly<Record<string, string>>, RegExp][] = [
  [{ KEPT_PORT: 'many' }, /^KEPT_PORT must be a whole number/],
  [{ KEPT_PORT: '70000' }, /^KEPT_PORT must be/],
  [{ KEPT_HOST: '203.0.113.9' }, /^`203.0.113.9` is no address that this machine can listen on/],
  [{ KEPT_HOST: 'nowhere.invalid' }, /^`nowhere.invalid` is no address/],
  [{ KEPT_ORIGIN: 'home.example/kept' }, /^KEPT_ORIGIN must be an address without path/],
  [{ KEPT_TRUST_PROXY: 'yes' }, /^KEPT_TRUST_PROXY must be addresses or networks/],
  [{ KEPT_TRUST_PROXY: '10.0.0.0/33' }, /^KEPT_TRUST_PROXY must be/],
  [{ KEPT_DATABASE_CN: 'mysql://localhost/kept' }, /^KEPT_DATABASE_CN must be a URL/],
  [{ KEPT_DATABASE_CN: nobody }, /^the database at `127.0.0.1:1\/kept` does not answer/],
  [{ KEPT_KEYS: nobody }, /^the database at `127.0.0.1:1\/kept` does not answer/],
  [{ KEPT_DATABASE_MOON: nobody }, /^there is no setting `KEPT_DATABASE_MOON`/],
  [{ KEPT_SMTP: 'mail.example' }, /^KEPT_SMTP must be a URL/],
  [{ KEPT_SMS_YUNPIAN_BASE: 'sms.example' }, /^KEPT_SMS_YUNPIAN_BASE must be/],
  [{ KEPT_DATA: inFile }, /cannot be made \(ENOTDIR\)/],
  [{ KEPT_DATA: '/proc/kept' }, /cannot be made/],
];

test('each wrong setting is one sentence with a way out, and nothing is written', async () => {
  const { startKept: start } = await import('../apps/server/src/index.ts');
  for (const [setting, sentence] of WRONG) {
    const data = path(root, 'never made');
    const failed = await start({ env: { KEPT_DATA: data, KEPT_PORT: port(), ...setting }, step: () => {} }).catch(
      (error: unknown) => error,
    );
    expect(failed, Object.keys(setting)[0]!).toBeInstanceOf(KeptError);
    const { message, help } = failed as KeptError;
    expect(message).toMatch(sentence);
    expect(message).not.toMatch(/\n|not-the-secret/);
    expect(help).toBeTruthy();
    expect(existsSync(data)).toBe(false);
  }
});

test('at the command line: the sentence, the way out, exit code 1', async () => {
  const data = path(root, 'never made');
  const begun = beginKept({ data, env: { KEPT_PORT: 'many' } });
  expect(await begun.ended).toEqual({ code: 1, signal: null });
  expect(begun.output()).toMatch(/^ {2}… loading the program\nkept: KEPT_PORT must be .*\n {6}see the table .*\n$/);
  expect(existsSync(data)).toBe(false);
});

/** A PostgreSQL of the machine, older than ours. */
const OTHERS = 'postgres://postgres@localhost:5432/postgres';
const there = await openExternal(OTHERS).catch(() => null);
const required = process.env['KEPT_REQUIRE_SERVICES'] === '1';

/** A database of its own on that server, dropped at the end. */
async function othersDatabase(): Promise<string> {
  const name = `kept_test_${process.pid}_${Math.floor(Math.random() * 1e9)}`;
  await ensureDatabase(OTHERS, name);
  afterAll(async () => {
    const pool = openPool(OTHERS, { name: 'kept test' });
    await pool.query(`drop database ${name} with (force)`);
    await pool.end();
  });
  return OTHERS.replace(/[^/]+$/, name);
}

test.skipIf(!there && !required)('a PostgreSQL at localhost:5432 serves a region, and the key store', async () => {
  expect(there?.version).toBeGreaterThanOrEqual(15);
  const env = { KEPT_PORT: port(), KEPT_DATABASE_CN: await othersDatabase(), KEPT_KEYS: await othersDatabase() };
  const data = path(root, 'with others');
  const kept = await startKept({ data, env });
  expect(kept.output()).toMatch('KEPT_KEYS and KEPT_DATABASE_CN are on one server');
  // The other region has none named: its server is ours.
  expect(serversOf(data)).toBe(1);
  const operator = await Operator.at(kept);
  for (const residence of ['CN', 'DE']) {
    const contact = { kind: 'email', value: `lin.${residence.toLowerCase()}@home.example` } as const;
    const lin = await join(kept, operator, { contact, password: 'paper-lantern-42-eaves', residence });
    await fillIn(lin.agent, { 'profile-name': 'Lin Lan' });
    await certificate(kept, await close(lin.agent, lin.password));
    expect((await new Agent(kept.url).call('POST', '/api/session', { contact, password: lin.password })).status).toBe(
      401,
    );
    expect(await operator.verified(lin.region)).toBeGreaterThan(3);
  }
  expect(await kept.stop()).toBe(0);
});

test('two servers: neither is remarked upon', async () => {
  expect(inject('dataServer')).not.toBe(inject('keysServer'));
  const [cn, sg, keys] = [await testDatabase('data'), await testDatabase('data'), await testDatabase('keys')];
  const env = { KEPT_PORT: port(), KEPT_DATABASE_CN: cn.url, KEPT_DATABASE_SG: sg.url, KEPT_KEYS: keys.url };
  const data = path(root, 'all of them others');
  const kept = await startKept({ data, env });
  expect(kept.output()).not.toMatch('are on one server');
  expect(serversOf(data)).toBe(0);
  expect(await kept.stop()).toBe(0);
});
