import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeFolder } from './index.ts';

const root = mkdtempSync(join(tmpdir(), 'kept folder '));
afterAll(() => rmSync(root, { recursive: true }));

test('makes what is missing, twice and by many at once', async () => {
  const dir = join(root, 'some', 'way', 'down');
  await Promise.all([makeFolder(dir), makeFolder(dir), makeFolder(join(dir, 'further'))]);
  await makeFolder(dir);
  expect(statSync(join(dir, 'further')).isDirectory()).toBe(true);
});

test('says what stands in the way', async () => {
  writeFileSync(join(root, 'file'), '');
  symlinkSync(join(root, 'nowhere'), join(root, 'dangling'));
  // Where a file system makes no folders, Node's own way never ends.
  for (const dir of [join(root, 'file'), join(root, 'file', 'below'), join(root, 'dangling'), '/proc/kept/data'])
    await expect(makeFolder(dir)).rejects.toMatchObject({ code: 'DB_FOLDER_UNUSABLE' });
});
