import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { type Migration, migrate, openPool } from './index.ts';
import { testDatabase } from './testing.ts';

const first: Migration = {
  name: '0001_begin.sql',
  sql: 'create table thing (id int primary key); insert into thing values (1);',
};
const second: Migration = { name: '0002_more.sql', sql: 'alter table thing add column note text;' };

test('applies what is due, once, per owner', async () => {
  const { pool } = await testDatabase();
  expect(await migrate(pool, { owner: 'a', files: [first] })).toEqual(['0001_begin.sql']);
  expect(await migrate(pool, { owner: 'a', files: [first] })).toEqual([]);
  expect(await migrate(pool, { owner: 'a', files: [first, second] })).toEqual(['0002_more.sql']);
  expect(
    await migrate(pool, { owner: 'b', files: [{ name: '0001_begin.sql', sql: 'create table other ()' }] }),
  ).toHaveLength(1);
  const { rows } = await pool.query('select owner, number from kept_migration order by 1, 2');
  expect(rows.map((row) => `${row.owner}${row.number}`)).toEqual(['a1', 'a2', 'b1']);
});

test('ten runners at once: each file is applied by one of them', async () => {
  const { url, pool } = await testDatabase();
  const runners = Array.from({ length: 10 }, () => openPool(url, { name: 'runner', max: 2 }));
  const slow = { name: '0001_begin.sql', sql: `${first.sql} select pg_sleep(0.2);` };
  const applied = await Promise.all(runners.map((runner) => migrate(runner, { owner: 'a', files: [slow, second] })));
  await Promise.all(runners.map((runner) => runner.end()));
  expect(applied.flat().sort()).toEqual(['0001_begin.sql', '0002_more.sql']);
  expect((await pool.query('select count(*) as n from thing')).rows[0].n).toBe(1);
});

test('a failing file leaves nothing of its run', async () => {
  const { pool } = await testDatabase();
  const broken = { name: '0002_more.sql', sql: 'create table half (); select 1/0;' };
  await expect(migrate(pool, { owner: 'a', files: [first, broken] })).rejects.toMatchObject({
    code: 'DB_MIGRATION_FAILED',
  });
  const { rows } = await pool.query(
    `select to_regclass('thing') as thing, to_regclass('half') as half, (select count(*) from kept_migration) as n`,
  );
  expect(rows[0]).toEqual({ thing: null, half: null, n: 0 });
  expect(await migrate(pool, { owner: 'a', files: [first, second] })).toHaveLength(2);
});

test('refuses changed files, a newer database, gaps in the numbers, a file that commits', async () => {
  const { pool } = await testDatabase();
  const run = (files: Migration[]): Promise<readonly string[]> => migrate(pool, { owner: 'a', files });
  await run([first, second]);
  await expect(run([{ ...first, sql: `${first.sql} ` }, second])).rejects.toMatchObject({
    code: 'DB_MIGRATION_CHANGED',
  });
  await expect(run([first])).rejects.toMatchObject({ code: 'DB_MIGRATION_UNKNOWN' });
  await expect(run([first, { ...second, name: '0003_more.sql' }])).rejects.toMatchObject({
    code: 'DB_MIGRATION_INVALID',
  });
  await expect(run([{ ...first, name: 'begin.sql' }])).rejects.toMatchObject({ code: 'DB_MIGRATION_INVALID' });
  const commits = { name: '0001_begin.sql', sql: 'create table sly (); commit; begin;' };
  await expect(migrate(pool, { owner: 'sly', files: [commits] })).rejects.toMatchObject({
    code: 'DB_MIGRATION_INVALID',
  });
});

test('reads a folder, with or without a slash, and does not mind rewritten line ends', async () => {
  const { pool } = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), `kept migrations ${randomUUID()}`));
  await writeFile(join(folder, '0002_more.sql'), second.sql);
  await writeFile(join(folder, '0001_begin.sql'), `${first.sql}\n--\n`);
  await writeFile(join(folder, 'README.md'), 'not SQL');
  expect(await migrate(pool, { owner: 'a', files: pathToFileURL(folder) })).toEqual([
    '0001_begin.sql',
    '0002_more.sql',
  ]);
  await writeFile(join(folder, '0001_begin.sql'), `${first.sql}\r\n--\r\n`);
  expect(await migrate(pool, { owner: 'a', files: pathToFileURL(`${folder}/`) })).toEqual([]);
  await rm(folder, { recursive: true });
});
