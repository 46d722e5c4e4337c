/** Base backups with their write-ahead log, and what is put back from them, as an operator would do it. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPool, type Pool, runningServer, startServer } from '../../packages/db/src/index.ts';
import { port } from './kept.ts';

export const SERVERS = ['data', 'keys'] as const;
export type ServerName = (typeof SERVERS)[number];

/** Runs on one of the embedded servers of a data folder. */
export async function on<T>(
  data: string,
  name: ServerName,
  database: string,
  work: (pool: Pool) => Promise<T>,
): Promise<T> {
  const pool = openPool(runningServer(join(data, name))!.url(database), { name: 'kept test' });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}

/** Both servers keep all of their log from their first start on: in `<archive>/data` and `<archive>/keys`. */
export async function archiveLogs(data: string, archive: string): Promise<void> {
  for (const name of SERVERS) {
    mkdirSync(join(archive, name), { recursive: true });
    chmodSync(join(archive, name), 0o777);
    const server = await startServer({ dir: join(data, name), port: Number(port()) });
    await on(data, name, 'postgres', async (pool) => {
      await pool.query(`alter system set archive_mode = 'on'`);
      await pool.query(`alter system set archive_command = 'cp "%p" "${join(archive, name)}/%f"'`);
    });
    await server.stop();
  }
}

/** A base backup of both, of servers that run. */
export async function takeBackup(data: string, to: string): Promise<void> {
  for (const name of SERVERS) {
    mkdirSync(join(to, name), { recursive: true });
    await on(data, name, 'postgres', async (pool) => {
      const client = await pool.connect();
      await client.query(`select pg_backup_start('before', true)`);
      // Files of a running server may vanish meanwhile.
      execFileSync('sh', ['-c', 'cp -a "$0" "$1" 2>/dev/null || true', join(data, name, 'data'), join(to, name)]);
      const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)');
      writeFileSync(join(to, name, 'label'), rows[0]!.labelfile);
      client.release();
    });
    execFileSync('cp', ['-a', join(data, name, 'password'), join(to, name)]);
  }
}

/** What has been logged so far is in the archive when it resolves. */
export async function archived(data: string): Promise<void> {
  for (const name of SERVERS)
    await on(data, name, 'postgres', async (pool) => {
      const { rows } = await pool.query<{ segment: string }>('select pg_walfile_name(pg_switch_wal()) as segment');
      for (let last = ''; last < rows[0]!.segment; await sleep(20))
        last = (await pool.query('select last_archived_wal as last from pg_stat_archiver')).rows[0].last ?? '';
    });
}

/** `end`: all of the log is replayed. `backup`: nothing beyond what makes the backup whole. */
export type Until = 'end' | 'backup';

/** Puts a server back; it recovers when it is started. */
export function putBack(backup: string, archive: string, name: ServerName, data: string, until: Until): void {
  const to = join(data, name);
  mkdirSync(to, { recursive: true });
  // As an operator does it who has no regard for owners: the server's account is given what lies in its folder.
  execFileSync('cp', ['-r', '--preserve=mode', join(backup, name, 'data'), join(backup, name, 'password'), to]);
  rmSync(join(to, 'data', 'postmaster.pid'), { force: true });
  execFileSync('cp', [join(backup, name, 'label'), join(to, 'data', 'backup_label')]);
  writeFileSync(join(to, 'data', 'recovery.signal'), '');
  const settings = [
    `restore_command = 'cp "${join(archive, name)}/%f" "%p"'`,
    `archive_mode = 'off'`,
    `hot_standby = 'off'`,
    ...(until === 'backup' ? [`recovery_target = 'immediate'`, `recovery_target_action = 'promote'`] : []),
  ];
  appendFileSync(join(to, 'data', 'postgresql.auto.conf'), `\n${settings.join('\n')}\n`);
}
