/**
 * No plaintext on disk: what people say in every personal field of the account, what signs them in and what is sent to
 * them is looked for in every byte that Kept and its databases write, before and after they leave.
 */
import { writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join as path } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openPool, runningServer, startServer } from '../packages/db/src/index.ts';
import { everybodyLeaves, everybodyLives, texts } from './system/canaries.ts';
import { type Kept, port, startKept, testFolder } from './system/kept.ts';
import { Operator } from './system/life.ts';
import { formsOf, type Hit, scan } from './system/scan.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const root = await testFolder();
const data = path(root, 'kept');
let kept: Kept;

/**
 * Servers that log every statement with every parameter, as the worst operator would have them, more than PostgreSQL
 * does by itself; and whose log for recovery holds whole pages uncompressed, so that a text cannot hide in them.
 */
async function makeLoud(): Promise<void> {
  const settings = {
    log_statement: 'all',
    log_min_messages: 'debug1',
    log_min_error_statement: 'debug1',
    log_error_verbosity: 'verbose',
    log_parameter_max_length: '-1',
    log_parameter_max_length_on_error: '-1',
    wal_compression: 'off',
  };
  for (const name of ['data', 'keys']) {
    const server = await startServer({ dir: path(data, name), port: Number(port()) });
    const pool = openPool(server.url('postgres'), { name: 'kept test' });
    for (const [setting, value] of Object.entries(settings))
      await pool.query(`alter role kept set ${setting} = '${value}'`);
    await pool.end();
    await server.stop();
  }
}

const inBoth = async (statement: string, values: unknown[] = []): Promise<void> => {
  for (const name of ['data', 'keys']) {
    const pool = openPool(runningServer(path(data, name))!.url('postgres'), { name: 'kept test' });
    await pool.query(statement, values);
    await pool.end();
  }
};

/** Looks through all that there is now; the process's own output lies among it. */
function look(): { hits: readonly Hit[]; figures: string } {
  writeFileSync(path(root, 'output.txt'), kept.output());
  const from = performance.now();
  const { hits, files, bytes } = scan([root], texts);
  const ms = Math.round(performance.now() - from);
  return {
    hits,
    figures: `${files} files, ${Math.round(bytes / 1e6)} MB, ${Object.keys(texts).length} texts, ${ms} ms`,
  };
}

beforeAll(async () => {
  await makeLoud();
  const [tmp, home] = [path(root, 'tmp'), path(root, 'home')];
  await Promise.all([mkdir(tmp), mkdir(home)]);
  const env = { KEPT_PORT: port(), KEPT_TRUST_PROXY: 'loopback', TMPDIR: tmp, HOME: home };
  kept = await startKept({ data, cwd: root, env });
});
afterAll(() => kept?.stop());

/** Everything that was written is in files. */
async function quiet(): Promise<ReturnType<typeof look>> {
  await inBoth('checkpoint');
  return look();
}

test('nothing of it is found while they live here, nor after they have left, nor once everything has stopped', async () => {
  const stage = { kept, operator: await Operator.at(kept) };
  const everybody = await everybodyLives(stage);
  const { hits, figures } = await quiet();
  process.stdout.write(`figures: ${figures}\n`);
  expect(hits).toEqual([]);
  await everybodyLeaves(stage, everybody);
  expect((await quiet()).hits).toEqual([]);
  expect(await kept.stop()).toBe(0);
  expect(look().hits).toEqual([]);
});

test('a text that is written in the open is found in each of its forms: in tables, logs for recovery, and what servers say', async () => {
  const control = 'written-in-the-open/by a test?>>';
  const servers = await Promise.all(
    ['data', 'keys'].map((name) => startServer({ dir: path(data, name), port: Number(port()) })),
  );
  await inBoth('create table control (form bytea)');
  const forms = formsOf(control);
  for (const bytes of forms.values()) await inBoth('insert into control values ($1)', [bytes]);
  await inBoth('checkpoint');
  await Promise.all(servers.map((server) => server.stop()));
  const { hits } = scan([root], { control });
  for (const name of ['data', 'keys']) {
    const here = hits.filter(({ file }) => file.startsWith(path(data, name)));
    expect(new Set(here.filter(({ file }) => file.includes('/base/')).map(({ form }) => form))).toEqual(
      new Set(forms.keys()),
    );
    expect(new Set(here.filter(({ file }) => file.includes('/pg_wal/')).map(({ form }) => form))).toEqual(
      new Set(forms.keys()),
    );
    // Parameters are logged in hex.
    expect(here.some(({ file, form }) => file.endsWith('server.log') && form === 'hex')).toBe(true);
  }
});
