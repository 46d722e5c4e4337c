import { execFile } from 'node:child_process';
import { mkdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { buildWeb, webDist, webIsFresh, webSources } from './build.ts';

/** Of its own: other tests build and serve the real one meanwhile. */
const dir = `${webDist}.test-${process.pid}`;

afterAll(() => rm(dir, { recursive: true, force: true }));

const start = async (): Promise<string> =>
  (await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'build.ts'), '--dir', dir])).stdout;

it('of processes that start together one builds, and whoever serves the pages meanwhile finds them whole', async () => {
  await buildWeb({ dir });
  await rm(join(dir, '.source-hash'));
  // One that was killed at it holds nobody up.
  await mkdir(`${dir}.lock`);
  await writeFile(join(`${dir}.lock`, 'pid'), String(2 ** 22 + 1));
  let over = false;
  const missing: unknown[] = [];
  const looking = (async () => {
    while (!over) await readFile(join(dir, 'index.html')).catch((error: unknown) => missing.push(error));
  })();
  const outputs = await Promise.all([start(), start(), start()]);
  over = true;
  await looking;
  expect(outputs.filter((text) => text.includes('Built the web app'))).toHaveLength(1);
  expect(await webIsFresh(dir)).toBe(true);
  // Between two renames there is no folder of that name, for some microseconds.
  expect(missing.length).toBeLessThan(3);
}, 240_000);

it('what the pages import of the workspaces is among what makes a build stale', async () => {
  const files = await webSources();
  // Of the ledger only its browser part is bundled, which imports nothing of others.
  const pages = await Promise.all(
    files
      .filter((path) => /\.tsx?$/.test(path) && !path.includes('/packages/ledger/'))
      .map((path) => readFile(path, 'utf8').catch(() => '')),
  );
  const names = new Set(pages.flatMap((text) => [...text.matchAll(/from '(@kept\/[a-z/-]+)'/g)].map((hit) => hit[1]!)));
  const found = [...names]
    .filter((name) => name !== '@kept/web')
    .map((name) => fileURLToPath(import.meta.resolve(name)));
  expect(found.length).toBeGreaterThan(5);
  const real = await Promise.all(found.map((path) => realpath(path)));
  const missing = real.filter((path) => !files.includes(path));
  expect(missing).toEqual([]);
});
