/**
 * What was erased stays erased: against whoever has every file, log and backup of the key store of any time, and the
 * present root. On a server of its own, with a log archive.
 */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPool, type Pool, type Server, startServer } from '@kept/db';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attack, bare, carve, filesIn } from './attacker.ts';
import { hashOf } from './audit.ts';
import { fileKeyring, type Key, type Keys, openKeys, Secrets } from './index.ts';

const SOAK = Number(process.env.KEPT_SOAK ?? 0);
const PERSONS = SOAK ? 5_000 : 600;
const dir = mkdtempSync(join(tmpdir(), 'kept-finality-'));
const at = (...names: string[]): string => join(dir, ...names);
const servers: Server[] = [];

/** Every key that was ever made, to look for its bytes. */
const everMade: Buffer[] = [];
class Watched extends Secrets {
  override random(): Key {
    const key = super.random();
    everMade.push(Buffer.from(key));
    return key;
  }
}

async function serve(name: string, settings: Record<string, string>): Promise<Server> {
  const server = await startServer({ dir: at(name), port: 40_000 + Math.floor(Math.random() * 9_000), settings });
  servers.push(server);
  return server;
}

const archive = (): Record<string, string> => ({
  archive_mode: 'on',
  archive_command: `cp %p ${at('wal')}/%f`,
  max_wal_size: '96MB',
});

/** The state of the attack, from which each test reads. */
let server: Server;
let keys: Keys;
let label = '';
const hashes = new Map<string, string>();
const ids = Array.from({ length: PERSONS }, (_, i) => `person:${i}`);
const victims = ids.filter((_, i) => i % 30 === 7);
const roots: Record<'old' | 'now', Buffer> = { old: Buffer.alloc(0), now: Buffer.alloc(0) };
let tree: Buffer = Buffer.alloc(0);

/** With owners and modes; the files of a running server may vanish meanwhile. */
const cp = (from: string, to: string): void =>
  void execFileSync('sh', ['-c', 'cp -a "$0" "$1" 2>/dev/null || true', from, to]);
const copy = (name: string): void => {
  cp(at('pg', 'data'), at('copies', name));
};

beforeAll(async () => {
  for (const sub of ['', 'wal', 'copies']) mkdirSync(at(sub), { recursive: true });
  chmodSync(dir, 0o755);
  chmodSync(at('wal'), 0o777);
  server = await serve('pg', archive());
  const pool = openPool(server.url('postgres'), { name: 'kept test' });
  let copying = false;
  const probe = (step: string): void => {
    // The raw files in the middle of an erasure, without asking the database.
    if (copying && step === 'erase:prepared') copy('prepared');
  };
  const root = fileKeyring({ dir: at('keyring'), secrets: new Watched() });
  keys = await openKeys({ url: server.url('postgres'), root, probe });
  const region = keys.region('cn');
  await region.put([...ids, 'group:account', 'bucket:2026-11']);
  for (const id of ids) hashes.set(id, await region.use(id, hashOf));
  tree = (await pool.query('select id from keys.tree')).rows[0].id;
  const rootNow = async (): Promise<Buffer> => Buffer.from((await (await root.open('cn', tree))!.read()).live.key);
  roots.old = await rootNow();

  const client = await pool.connect();
  await client.query("select pg_backup_start('before', true)");
  copy('before');
  label = (await client.query('select labelfile from pg_backup_stop(false)')).rows[0].labelfile;
  client.release();

  copying = true;
  await keys.suppressOwner('cn', victims[0]!.slice('person:'.length));
  await region.erase(victims.slice(0, 1));
  copying = false;
  await region.erase(victims.slice(1));
  await region.put(['person:newcomer']);
  roots.now = await rootNow();
  await pool.query('checkpoint');
  copy('after');
  await keys.close();
  await archived(pool);
  await pool.end();
  await server.stop();
}, 120_000);

async function archived(pool: Pool): Promise<void> {
  const { rows } = await pool.query('select pg_walfile_name(pg_switch_wal()) as segment');
  for (let last = ''; last < rows[0].segment; await sleep(20)) {
    last = (await pool.query('select last_archived_wal as last from pg_stat_archiver')).rows[0].last ?? '';
  }
}

afterAll(async () => {
  for (const each of servers) await each.stop().catch(() => {});
  rmSync(dir, { recursive: true, force: true });
});

const filesOf = (...names: string[]): string[] => names.flatMap((name) => filesIn(at(name)));
const everything = (): string[] => filesOf('copies', 'wal', 'pg');
const gone = () => victims.map((id) => hashes.get(id)!);
const left = () => ids.filter((id) => !victims.includes(id)).map((id) => hashes.get(id)!);
const among = (keys: Set<string>, hashes: string[]): number => hashes.filter((hash) => keys.has(hash)).length;

test('with every file, log and backup and the present root nothing that was erased opens, and all else does', () => {
  const keys = attack(tree, carve(everything()), [roots.now]);
  expect(among(keys, gone())).toBe(0);
  expect(among(keys, left())).toBe(left().length);
});

test('the same search finds everything where the old root was kept', () => {
  for (const place of ['copies/before', 'copies/prepared', 'copies/after', 'wal']) {
    expect(among(attack(tree, carve(filesOf(place)), [roots.old]), gone()), place).toBe(gone().length);
  }
});

test('no key lies in the open in any file, but for the roots in their keyring', () => {
  // The templates of a new server, which are most of its bytes, only when there is time.
  const files = everything().filter((file) => SOAK > 0 || !/\/base\/[14]\//.test(file));
  expect(bare(everMade, files)).toEqual([]);
  writeFileSync(at('copies', 'planted'), Buffer.concat([randomBytes(999), everMade[9]!, randomBytes(999)]));
  expect(
    bare(
      everMade,
      filesIn(at('copies')).filter((file) => file.endsWith('planted')),
    ),
  ).toEqual([at('copies', 'planted')]);
  rmSync(at('copies', 'planted'));
  expect(bare(everMade, filesOf('keyring')).sort()).toEqual([at('keyring', '0-index.root'), at('keyring', 'cn.root')]);
});

/** A server on the base backup of before the erasures, its log replayed to the end unless the settings say otherwise. */
async function restored(name: string, settings: Record<string, string>): Promise<Server> {
  mkdirSync(at(name));
  // As an operator does it who has no regard for owners: the server's account is given what lies in its folder.
  execFileSync('cp', ['-r', '--preserve=mode', at('copies', 'before'), at(name, 'data')]);
  execFileSync('cp', ['--preserve=mode', at('pg', 'password'), at(name)]);
  rmSync(at(name, 'data', 'postmaster.pid'), { force: true });
  writeFileSync(at(name, 'data', 'backup_label'), label);
  writeFileSync(at(name, 'data', 'recovery.signal'), '');
  return serve(name, { restore_command: `cp ${at('wal')}/%f %p`, hot_standby: 'off', ...settings });
}

test('a backup whose log is replayed opens, without what was erased; alone it does not open', async () => {
  const replayed = await restored('replayed', {});
  const again = await openKeys({ url: replayed.url('postgres'), rootDir: at('keyring') });
  expect(await again.region('cn').use(ids[0]!, hashOf)).toBe(hashes.get(ids[0]!));
  for (const id of victims)
    await expect(again.region('cn').use(id, hashOf)).rejects.toMatchObject({ code: 'KEYS_NO_KEY' });
  const owners = victims.slice(0, 2).map((id) => id.slice('person:'.length));
  expect(await again.suppressedOwners('cn', owners)).toEqual(owners.slice(0, 1));
  await again.close();

  const alone = await restored('alone', { recovery_target: 'immediate', recovery_target_action: 'promote' });
  const opening = openKeys({ url: alone.url('postgres'), rootDir: at('keyring') });
  await expect(opening).rejects.toMatchObject({ code: 'KEYS_ROOT_MISMATCH' });
}, 120_000);
