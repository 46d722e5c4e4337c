/**
 * Erasure is final: against whoever took a base backup of both databases with all of their log before somebody left, and
 * has every credential of today. What that credential was before, the root that was replaced, nobody has any more.
 */
import { execFileSync } from 'node:child_process';
import { join as path } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { attack, bare, captured, carve, filesIn } from '../packages/keys/src/attacker.ts';
import { fileKeyring } from '../packages/keys/src/index.ts';
import { Opening } from './system/attacker.ts';
import { beginKept, type Kept, port, startKept, testFolder } from './system/kept.ts';
import { Agent, certificate, close, fillIn, join, Operator, type Somebody } from './system/life.ts';
import { archived, archiveLogs, on, putBack, takeBackup } from './system/restore.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const root = await testFolder();
const at = (...names: string[]): string => path(root, ...names);
const data = at('kept');

let kept: Kept;
/** She leaves; Mira stays. */
let lin: Somebody;
let mira: Somebody;
let tree: Buffer;
const roots: Record<'old' | 'now', Buffer> = { old: Buffer.alloc(0), now: Buffer.alloc(0) };

async function rootOf(keyring: string): Promise<Buffer> {
  const provider = fileKeyring({ dir: keyring });
  try {
    return Buffer.from((await (await provider.open('cn', tree))!.read()).live.key);
  } finally {
    provider.close();
  }
}

const copyKeyring = (to: string): void => void execFileSync('cp', ['-a', at('kept', 'keyring'), to]);

beforeAll(async () => {
  await archiveLogs(data, at('archive'));
  kept = await startKept({ data, env: { KEPT_PORT: port() } });
  const operator = await Operator.at(kept);
  const password = 'paper-lantern-42-eaves';
  const somebody = (value: string): Promise<Somebody> =>
    join(kept, operator, { contact: { kind: 'email', value }, password, nickname: 'Somebody of the Eaves' });
  lin = await somebody('lin.lan@home.example');
  mira = await somebody('mira.oduya@home.example');
  for (const { agent, id } of [lin, mira])
    await fillIn(agent, { 'profile-name': `Name of ${id}`, 'profile-region': 'Hangzhou' });
  tree = await on(
    data,
    'keys',
    'kept_keys',
    async (pool) => (await pool.query(`select id from keys.tree where region = 'cn'`)).rows[0].id,
  );

  await takeBackup(data, at('backup'));
  copyKeyring(at('keyring before'));
  await certificate(kept, await close(lin.agent, lin.password));
  await mira.agent.must(200, 'GET', '/api/account/profile');
  await archived(data);
  expect(await kept.stop()).toBe(0);
  copyKeyring(at('keyring now'));
  [roots.old, roots.now] = await Promise.all([rootOf(at('keyring before')), rootOf(at('keyring now'))]);
});

/** Every file but those of the keyring: tables, indexes, logs for recovery, of before and of now. */
const everything = (): string[] =>
  [at('backup'), at('archive'), at('kept', 'data'), at('kept', 'keys')].flatMap(filesIn);

test('no key of hers can be had with the root of today, and none lies in the open in any file', () => {
  const nodes = carve(everything());
  const before = captured(tree, nodes, [roots.old]);
  const now = attack(tree, nodes, [roots.now]);
  const lost = [...before.keys()].filter((hash) => !now.has(hash));
  // Hers alone is gone, and with the old root it would be there: the search sees.
  expect(lost.length).toBe(1);
  expect(before.size).toBeGreaterThan(3);
  // The templates of a new server are most of its bytes, and are never written to.
  const files = everything().filter((file) => !/\/base\/[14]\//.test(file));
  expect(bare([...before.values(), roots.old, roots.now], files)).toEqual([]);
  expect(bare([roots.now], filesIn(at('keyring now')))).toEqual([at('keyring now', 'cn.root')]);
  expect(bare([roots.old], filesIn(at('keyring now')))).toEqual([]);
});

let restored: Kept;

test('put back with the root of today: no value of hers opens with any key that can be had; hers would', async () => {
  putBack(at('backup'), at('archive'), 'data', at('restored'), 'backup');
  putBack(at('backup'), at('archive'), 'keys', at('restored'), 'end');
  execFileSync('cp', ['-a', at('keyring now'), at('restored', 'keyring')]);
  const nodes = carve(everything());
  const opening = await Opening.of(at('restored'), 'cn');
  const [old, now] = [roots.old, roots.now].map((key) => [...captured(tree, nodes, [key]).values()]);
  const hers = await opening.valuesOf(lin.id, old!);
  expect(hers).toEqual(
    expect.arrayContaining([expect.stringContaining(lin.contact.value), expect.stringContaining(`Name of ${lin.id}`)]),
  );
  expect(await opening.valuesOf(lin.id, now!)).toEqual([]);
  expect((await opening.valuesOf(mira.id, now!)).length).toBe((await opening.valuesOf(mira.id, old!)).length);
});

test('on start she is erased again: her rows go, nobody signs in as her, all else works, and the ledger verifies', async () => {
  restored = await startKept({ data: at('restored'), env: { KEPT_PORT: port() } });
  expect(restored.output()).toMatch('1 people had come back with a restored database and were erased again');
  const signIn = ({ contact, password }: Somebody) =>
    new Agent(restored.url).call('POST', '/api/session', { contact, password });
  expect((await signIn(lin)).status).toBe(401);
  const asHer = new Agent(restored.url, { cookie: lin.agent.headers['cookie'] ?? '' });
  expect((await asHer.call('GET', '/api/my/data')).status).toBe(401);
  expect(await Opening.rowsOf(at('restored'), 'cn', lin.id)).toEqual({});
  expect((await signIn(mira)).status).toBe(200);
  const again = new Agent(restored.url);
  await again.must(200, 'POST', '/api/session', { contact: mira.contact, password: mira.password });
  expect((await again.must(200, 'GET', '/api/account/profile')).body['values']).toMatchObject({
    'profile-name': `Name of ${mira.id}`,
  });
  expect(await (await Operator.at(restored)).verified('cn')).toBeGreaterThan(5);
  expect(await restored.stop()).toBe(0);

  const later = await startKept({ data: at('restored'), env: { KEPT_PORT: port() } });
  expect(later.output()).not.toMatch('erased again');
  expect(await later.stop()).toBe(0);
});

test('a key store from before, without its log, is not served from', async () => {
  putBack(at('backup'), at('archive'), 'data', at('alone'), 'backup');
  putBack(at('backup'), at('archive'), 'keys', at('alone'), 'backup');
  execFileSync('cp', ['-a', at('keyring now'), at('alone', 'keyring')]);
  const alone = beginKept({ data: at('alone'), env: { KEPT_PORT: port() } });
  expect((await alone.ended).code).toBe(1);
  expect(alone.output()).toMatch('the key store of region `cn` is older than its root');
});
