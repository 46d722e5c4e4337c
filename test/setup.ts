/** Starts the two PostgreSQL servers that all test files share, in a folder that goes with them. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startServer } from '../packages/db/src/index.ts';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = await mkdtemp(join(tmpdir(), 'kept-test-'));
  const settings = { max_connections: 200, wal_level: 'replica', max_wal_senders: 4 };
  const open = async (name: string, port: number) => {
    const dir = join(root, name);
    return { dir, server: await startServer({ dir, port, settings }) };
  };
  await chmod(root, 0o755);
  const from = 20_000 + Math.floor(Math.random() * 20_000);
  const data = await open('data', from);
  const keys = await open('keys', from + 200);
  project.provide('dataServer', data.server.url('postgres'));
  project.provide('keysServer', keys.server.url('postgres'));
  project.provide('dataDir', data.dir);
  project.provide('keysDir', keys.dir);
  return async () => {
    await Promise.all([data.server.stop(), keys.server.stop()]);
    await rm(root, { recursive: true, force: true });
  };
}
