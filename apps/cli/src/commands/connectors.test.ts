/** `kept connectors`, as an operator runs it, over a real database. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { testDatabase } from '@kept/db/testing';
import { afterAll, expect, test } from 'vitest';

const { url, pool } = await testDatabase();
await pool.query(`create table person (id int primary key, email text);
  create table wish (id int primary key, person int references person, text text);
  insert into person values (1, 'lin@home.example'), (2, 'mira@home.example');
  insert into wish values (1, 1, 'a lamp'), (2, 2, 'a door')`);
const folder = await mkdtemp(join(tmpdir(), 'kept-connectors-'));
afterAll(() => rm(folder, { recursive: true }));
const declaration = {
  ...{ id: 'crm', label: { 'zh-Hans': '客户系统', 'zh-Hant': '客戶系統', en: 'Customer system' } },
  ...{
    store: { kind: 'postgresql', url: { env: 'CRM_URL' } },
    held: { collection: 'registration', purpose: 'account' },
  },
  collections: {
    person: { primaryKey: ['id'], fields: { id: {}, email: { identity: 'email' } } },
    wish: { primaryKey: ['id'], fields: { id: {}, person: { references: ['crm.person.id'] }, text: {} } },
  },
};
await writeFile(join(folder, 'crm.mjs'), `export default ${JSON.stringify(declaration)};`);
const bin = fileURLToPath(new URL('../../bin/kept.js', import.meta.url));

function kept(input: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const env = { PATH: process.env['PATH'], CRM_URL: url, KEPT_CONNECTORS: folder };
  return spawnSync(process.execPath, [bin, 'connectors', ...args], { input, env, encoding: 'utf8' });
}

test('a plan with the rows of one person, then these and no others gone', async () => {
  const person = JSON.stringify({ email: ['lin@home.example'] });
  const plan = kept(person, 'plan', '--json', '--for', '-');
  expect(plan.status).toBe(0);
  expect(JSON.parse(plan.stdout)).toMatchObject({
    nodes: [
      { collection: 'crm.person', by: ['email = email'], erasedAs: 2, rows: 2, theirs: 1 },
      { collection: 'crm.wish', by: ['person = crm.person.id'], erasedAs: 1, rows: 2, theirs: 1 },
    ],
    drift: [],
  });
  expect(kept('{"name":["lin"]}', 'run', '--yes')).toMatchObject({ status: 1, stdout: '' });
  const run = kept(person, 'run', '--yes', '--json');
  expect(JSON.parse(run.stdout)).toMatchObject({ receipts: [{ gone: 1 }, { gone: 1 }], back: 0 });
  expect((await pool.query('select id from wish')).rows).toEqual([{ id: 2 }]);
  await pool.query('drop table wish');
  const drifted = kept('', 'plan');
  expect([drifted.status, drifted.stdout]).toEqual([
    1,
    expect.stringContaining('✗ crm.wish: there is none of that name'),
  ]);
});
