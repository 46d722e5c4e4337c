/** Starts the two PostgreSQL servers that all test files share, in a folder that goes with them, and with whatever the tests make. */
import { existsSync, statfsSync, statSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { freemem, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startServer } from '../packages/db/src/index.ts';
import { lockFolder } from '../packages/db/src/lock.ts';
import { clearRemains } from '../packages/db/src/processes.ts';

const PREFIX = 'kept-test-';
const NAMES = ['data', 'keys'] as const;
/** In memory where there is room: each of some ten thousand commits waits for the disk, and none of these must outlive a power cut. */
const FOLDERS = ['/dev/shm', tmpdir()];
const ROOM_BYTES = 4 * 2 ** 30;

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep();
  const root = await mkdtemp(join(FOLDERS.find(roomy) ?? tmpdir(), PREFIX));
  await chmod(root, 0o755);
  process.env['TMPDIR'] = join(root, 'tmp');
  await mkdir(process.env['TMPDIR']);
  await chmod(process.env['TMPDIR'], 0o1777);
  const from = 20_000 + Math.floor(Math.random() * 20_000);
  const settings = {
    ...{
      max_connections: 200,
      max_wal_size: '256MB',
      wal_level: 'replica',
      max_wal_senders: 4,
      max_replication_slots: 200,
    },
    // Tests read the log as a thief would, and a thief unpacks.
    wal_compression: 'off',
  };
  const opened = await Promise.allSettled(
    NAMES.map((name, i) => startServer({ dir: join(root, name), port: from + 200 * i, settings })),
  );
  const close = async (): Promise<void> => {
    await Promise.all(opened.flatMap((each) => (each.status === 'fulfilled' ? [each.value.stop()] : [])));
    await rm(root, { recursive: true, force: true });
  };
  const [data, keys] = opened.map((each) => (each.status === 'fulfilled' ? each.value : null));
  if (!data || !keys) {
    await close();
    throw opened.find((each) => each.status === 'rejected')?.reason;
  }
  project.provide('dataServer', data.url('postgres'));
  project.provide('keysServer', keys.url('postgres'));
  project.provide('dataDir', join(root, 'data'));
  project.provide('keysDir', join(root, 'keys'));
  return close;
}

function roomy(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize >= ROOM_BYTES && freemem() >= ROOM_BYTES;
}

const OLD_MS = 600_000;

/** Ends and removes what runs that were killed have left behind; those that live hold their locks. */
async function sweep(): Promise<void> {
  const present = FOLDERS.filter((folder) => existsSync(folder));
  const roots = (
    await Promise.all(present.map(async (folder) => (await readdir(folder)).map((name) => join(folder, name))))
  ).flat();
  for (const root of roots) {
    if (
      !basename(root).startsWith(PREFIX) ||
      Date.now() - (statSync(root, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) < OLD_MS
    )
      continue;
    try {
      const locks = NAMES.filter((each) => existsSync(join(root, each))).map((each) => lockFolder(join(root, each)));
      for (const each of NAMES) if (existsSync(join(root, each, 'data'))) await clearRemains(join(root, each, 'data'));
      for (const lock of locks) lock.release();
      await rm(root, { recursive: true, force: true });
    } catch {
      // In use, or another account's.
    }
  }
}
