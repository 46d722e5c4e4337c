import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, chown, lchown, mkdir, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { binaries } from './binaries.ts';
import { postmasterOf } from './processes.ts';
import { copied, folder, query, root, run, wanted } from './server.harness.ts';

const asRoot = process.getuid?.() === 0;

test.runIf(asRoot)('as root, below a folder that only root may enter: data, programs, or both', async () => {
  const closed = join(root, 'closed');
  await mkdir(closed, { mode: 0o700 });
  await chmod(closed, 0o700);
  const native = join(closed, 'native');
  execFileSync('cp', ['-r', binaries(), native]);
  // What root has in an ordinary container: the narrower capability to walk through is not among them.
  const few = [
    'chown',
    'dac_override',
    'fowner',
    'fsetid',
    'kill',
    'setgid',
    'setuid',
    'setpcap',
    'net_bind_service',
    'sys_chroot',
  ];
  const container = [
    'setpriv',
    `--bounding-set=-all,${few.map((name) => `+${name}`).join(',')}`,
    '--inh-caps=-all',
    '--',
  ];
  const cases: [string, { native?: string; prefix?: string[] }][] = [
    [folder('closed'), {}],
    [folder('closed'), { native, prefix: container }],
  ];
  for (const [dir, how] of cases) {
    const first = await run(dir, wanted(), how);
    expect(first.answer).toMatchObject({ adopted: false });
    const { pid } = postmasterOf(join(dir, 'data'))!;
    expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Uid:\s+65534\s+65534/m);
    await first.kill();
    const second = await run(dir, wanted(), how);
    expect(second.answer).toMatchObject({ adopted: true, url: first.answer.url });
    await second.stop();
  }
});

test.runIf(asRoot)('as an ordinary account, on a folder of root’s making, and of another account', async () => {
  const DAEMON = 1;
  const daemon = ['setpriv', `--reuid=${DAEMON}`, `--regid=${DAEMON}`, '--clear-groups', '--inh-caps=-all', '--'];
  const dir = folder();
  await mkdir(dir);
  await chown(dir, DAEMON, DAEMON);
  const own = await run(dir, wanted(), { prefix: daemon });
  expect(own.answer).toMatchObject({ adopted: false });
  await own.stop();

  // Root on the account's folder: the server stays the account's, and so does all that root adds.
  const byRoot = await run(dir);
  const { pid } = postmasterOf(join(dir, 'data'))!;
  expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Uid:\s+1\s/m);
  await byRoot.stop();
  const back = await run(dir, wanted(), { prefix: daemon });
  expect(back.answer).toMatchObject({ adopted: false });
  await back.stop();

  const roots = await copied();
  await (await run(roots)).stop();
  expect((await run(roots, wanted(), { prefix: daemon })).answer).toMatchObject({
    code: 'DB_FOLDER_UNUSABLE',
    message: expect.stringMatching(/another account/),
  });
});

test.runIf(asRoot)('a folder that root copied or moved works on', async () => {
  const dir = await copied();
  for (const entry of await readdir(dir, { recursive: true })) await lchown(join(dir, entry), 0, 0);
  await lchown(dir, 0, 0);
  const moved = folder();
  await rename(dir, moved);
  const kept = await run(moved);
  expect(await query(kept.answer.url, 'select n from memory')).toEqual([]);
  await kept.stop();
});
