import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { appendFile, chmod, chown, cp, lchown, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { binaries } from './binaries.ts';
import { freePort, runningServer } from './index.ts';
import { clearRemains, kill, markOf, postmasterOf, serves } from './processes.ts';
import { testDatabase } from './testing.ts';

interface Answer {
  port: number;
  adopted: boolean;
  url: string;
  ms: number;
  code: string;
  message: string;
  cause: string;
}

interface Kept {
  readonly child: ChildProcess;
  readonly answer: Answer;
  next(): Promise<Record<string, unknown>>;
  stop(): Promise<void>;
  /** Kill -9 of this process; its server lives on. */
  kill(): Promise<void>;
}

const root = await mkdtemp(join(tmpdir(), "kept server's test "));
await chmod(root, 0o755);
const folders: string[] = [];
const children: ChildProcess[] = [];
const asRoot = process.getuid?.() === 0;

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  for (const dir of folders) if (existsSync(join(dir, 'data'))) await clearRemains(join(dir, 'data'));
  await rm(root, { recursive: true, force: true });
});

let made = 0;
function folder(...under: string[]): string {
  const dir = join(root, ...under, `server ${made++}`);
  folders.push(dir);
  return dir;
}

const wanted = (): number => 41_000 + Math.floor(Math.random() * 15_000);

async function run(
  dir: string,
  port: number = wanted(),
  how: { native?: string; prefix?: string[] } = {},
): Promise<Kept> {
  const [command = '', ...args] = [
    ...(how.prefix ?? []),
    ...[
      process.execPath,
      fileURLToPath(new URL('server.child.ts', import.meta.url)),
      JSON.stringify({ dir, port }),
      how.native ?? '',
    ],
  ];
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const next = async (): Promise<Record<string, unknown>> => JSON.parse((await lines.next()).value ?? '{}');
  const answer = (await next()) as unknown as Answer;
  const gone = async (): Promise<void> =>
    void (child.exitCode === null && child.signalCode === null && (await once(child, 'exit')));
  return {
    child,
    answer,
    next,
    stop: async () => {
      child.stdin.write('stop\n');
      await gone();
    },
    kill: async () => {
      child.kill('SIGKILL');
      await gone();
    },
  };
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

/** A data folder made once; tests that do not look at its making start from a copy. */
let template: Promise<string> | null = null;
async function prepared(...under: string[]): Promise<string> {
  template ??= (async () => {
    const dir = folder();
    const kept = await run(dir);
    await query(kept.answer.url, 'create table memory (n int)');
    await kept.stop();
    return dir;
  })();
  const from = await template;
  const dir = folder(...under);
  await mkdir(dir, { recursive: true });
  await cp(join(from, 'data'), join(dir, 'data'), { recursive: true });
  await cp(join(from, 'password'), join(dir, 'password'));
  return dir;
}

test('starts cold, stops clean, starts warm, all in a folder with spaces and quotes in its name', async () => {
  const dir = folder('deep', 'down');
  const first = await run(dir);
  expect(first.answer.adopted).toBe(false);
  await query(first.answer.url, 'create table memory (n int); insert into memory values (42)');
  await first.stop();
  expect(postmasterOf(join(dir, 'data'))).toBeNull();
  expect(runningServer(dir)).toBeNull();

  const second = await run(dir);
  expect(await query(second.answer.url, 'select n from memory')).toEqual([{ n: 42 }]);
  expect(await query(runningServer(dir)!.url('postgres'), `select current_setting('fsync') as fsync`)).toEqual([
    { fsync: 'on' },
  ]);
  // Far under a second when nothing else runs; generous for a crowded machine.
  expect(second.answer.ms).toBeLessThan(5_000);
  await second.stop();
});

test('kill -9 of Kept: the server lives on, and the next one takes it over, port and password included', async () => {
  const dir = await prepared();
  const first = await run(dir);
  await query(first.answer.url, 'insert into memory values (1)');
  await first.kill();
  expect(await query(first.answer.url, 'select n from memory')).toEqual([{ n: 1 }]);
  const second = await run(dir, wanted());
  expect(second.answer).toMatchObject({ adopted: true, port: first.answer.port, url: first.answer.url });
  await second.stop();
  await expect(query(first.answer.url, 'select 1')).rejects.toThrow();
});

test('kill -9 of Kept and of every process of the server: what was committed is there', async () => {
  const dir = await prepared();
  const kept = await run(dir);
  await query(kept.answer.url, 'insert into memory values (1), (2)');
  const { pid } = postmasterOf(join(dir, 'data'))!;
  await kept.kill();
  kill(pid, 'SIGKILL');
  const again = await run(dir);
  expect(again.answer.adopted).toBe(false);
  expect(await query(again.answer.url, 'select count(*)::int as n from memory')).toEqual([{ n: 2 }]);
  await again.stop();
});

test('kill -9 of the postmaster under a running Kept: it is back by itself on the same port', async () => {
  const dir = await prepared();
  const kept = await run(dir);
  for (let round = 1; round <= 2; round++) {
    await query(kept.answer.url, `insert into memory values (${round})`);
    const { pid } = postmasterOf(join(dir, 'data'))!;
    // A session at work is what outlives its postmaster.
    const busy = query(kept.answer.url, 'insert into memory select 99 from pg_sleep(60)').catch(() => 'cut off');
    await sleep(50);
    kill(pid, 'SIGKILL');
    expect(await kept.next()).toEqual({ restarted: true });
    expect(await busy).toBe('cut off');
    expect(await query(kept.answer.url, 'select count(*)::int as n from memory')).toEqual([{ n: round }]);
  }
  await kept.stop();
});

test('a second Kept on the folder is told so in one sentence, and disturbs nothing', async () => {
  const dir = await prepared();
  const first = await run(dir);
  const second = await run(dir);
  expect(second.answer).toMatchObject({
    code: 'DB_FOLDER_IN_USE',
    message: expect.stringContaining(`process ${first.child.pid}`),
  });
  expect(await query(first.answer.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await first.stop();
});

test('a stale pid file is seen through, even when its number is another living process', async () => {
  const dir = await prepared();
  const data = join(dir, 'data');
  for (const pid of [process.pid, 1, 4_000_000]) {
    await writeFile(
      join(data, 'postmaster.pid'),
      `${pid}\n${data}\n1700000000\n5432\n\n127.0.0.1\n  1234567 1234567\nready   \n`,
    );
    const kept = await run(dir);
    expect(kept.answer).toMatchObject({ adopted: false });
    await kept.stop();
  }
});

test('a first start killed half-way is no trouble for the next', async () => {
  const dir = folder();
  for (const pause of [100, 300, 500, 900]) {
    const kept = run(dir);
    await sleep(pause);
    children.at(-1)!.kill('SIGKILL');
    await kept;
  }
  const kept = await run(dir);
  expect(await query(kept.answer.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect((await readdir(dir)).filter((name) => name.startsWith('data'))).toEqual(['data']);
  await kept.stop();
});

test('a taken port: the next free one; several at once: one each', async () => {
  const port = await freePort(wanted());
  const other = createServer().listen(port, '127.0.0.1');
  await once(other, 'listening');
  const dirs = [await prepared(), await prepared(), await prepared()];
  const kept = await Promise.all(dirs.map((dir) => run(dir, port)));
  const ports = kept.map((each) => each.answer.port);
  expect(new Set(ports).size).toBe(3);
  expect(Math.min(...ports)).toBeGreaterThan(port);
  for (const each of kept) expect(await query(each.answer.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await Promise.all(kept.map((each) => each.stop()));
  other.close();
});

test('folders that cannot be the server’s are refused, and left as they are', async () => {
  const alien = folder();
  await mkdir(join(alien, 'data'), { recursive: true });
  await writeFile(join(alien, 'data', 'diary.txt'), 'mine');
  expect((await run(alien)).answer).toMatchObject({
    code: 'DB_FOLDER_UNUSABLE',
    message: expect.stringMatching(/not PostgreSQL/),
  });
  expect(readFileSync(join(alien, 'data', 'diary.txt'), 'utf8')).toBe('mine');

  const older = await prepared();
  await writeFile(join(older, 'data', 'PG_VERSION'), '17\n');
  expect((await run(older)).answer).toMatchObject({
    code: 'DB_FOLDER_UNUSABLE',
    message: expect.stringMatching(/of PostgreSQL 17/),
  });

  await writeFile(join(root, 'file'), '');
  expect((await run(join(root, 'file', 'below'))).answer).toMatchObject({
    code: 'DB_FOLDER_UNUSABLE',
    message: expect.stringMatching(/ENOTDIR/),
  });

  const broken = await prepared();
  await appendFile(join(broken, 'data', 'postgresql.conf'), 'no such setting\n');
  expect((await run(broken)).answer).toMatchObject({
    code: 'DB_SERVER_FAILED',
    cause: expect.stringMatching(/postgresql.conf/),
  });
});

test('no personal value reaches the log, whatever goes wrong', async () => {
  const dir = await prepared();
  const kept = await run(dir);
  const client = new pg.Client({ connectionString: kept.answer.url });
  await client.connect();
  const name = 'Wilhelmine.Musterfrau';
  await client.query('create table person (name text primary key, age int check (age < 200), born date)');
  await client.query('insert into person values ($1, 1)', [name]);
  const failing: [string, unknown[]][] = [
    ['insert into person values ($1, 2)', [name]],
    ['insert into person values ($1, 999)', [`${name}2`]],
    ['select $1::text::date', [name]],
    ['select $1::text::uuid', [name]],
    ['insert into person (name, born) values ($1, $2)', ['x', name]],
    [`select * from person where name = '${name}' and nonsense`, []],
    [`do $$ begin raise warning '%', '${name}'; raise exception '%', '${name}'; end $$`, []],
    [`set application_name = '${name}'; select pg_terminate_backend(pg_backend_pid())`, []],
  ];
  client.on('error', () => {});
  for (const [text, values] of failing) await client.query(text, values).catch(() => {});
  await query(kept.answer.url.replace(/kept:[^@]+/, `${name}:${name}`), 'select 1').catch(() => {});
  await kept.stop();
  const log = readFileSync(join(dir, 'server.log'), 'utf8');
  expect(log).toMatch(/database system is ready/);
  // The role of a failed sign-in is a name of ours, never a person's: nobody but Kept has roles here.
  expect(
    log.split('\n').filter((line) => line.includes(name) && !line.includes('password authentication failed')),
  ).toEqual([]);
});

test.runIf(asRoot)('as root, below a folder that only root may enter: data, programs, or both', async () => {
  const closed = join(root, 'closed');
  await mkdir(closed, { mode: 0o700 });
  await chmod(closed, 0o700);
  const native = join(closed, 'native');
  await cp(binaries(), native, { recursive: true, verbatimSymlinks: true });
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
    [await prepared(), { native }],
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
  const ordinary = ['setpriv', `--reuid=${DAEMON}`, `--regid=${DAEMON}`, '--clear-groups', '--inh-caps=-all', '--'];
  const dir = folder();
  await mkdir(dir);
  await chown(dir, DAEMON, DAEMON);
  const own = await run(dir, wanted(), { prefix: ordinary });
  expect(own.answer).toMatchObject({ adopted: false });
  await own.stop();

  // Root on the account's folder: the server stays the account's, and so does all that root adds.
  const byRoot = await run(dir);
  const { pid } = postmasterOf(join(dir, 'data'))!;
  expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Uid:\s+1\s/m);
  await byRoot.stop();
  const back = await run(dir, wanted(), { prefix: ordinary });
  expect(back.answer).toMatchObject({ adopted: false });
  await back.stop();

  const roots = await prepared();
  await (await run(roots)).stop();
  expect((await run(roots, wanted(), { prefix: ordinary })).answer).toMatchObject({
    code: 'DB_FOLDER_UNUSABLE',
    message: expect.stringMatching(/another account/),
  });
});

test.runIf(asRoot)('a folder that root copied or moved works on', async () => {
  const dir = await prepared();
  for (const entry of await readdir(dir, { recursive: true })) await lchown(join(dir, entry), 0, 0);
  await lchown(dir, 0, 0);
  const moved = folder();
  await rename(dir, moved);
  const kept = await run(moved);
  expect(await query(kept.answer.url, 'select count(*)::int as n from memory')).toEqual([{ n: 0 }]);
  await kept.stop();
});

test('a process is told by what it serves, not by its number', async () => {
  await testDatabase();
  const dir = await prepared();
  const mark = markOf(join(dir, 'data'));
  expect(serves(process.pid, mark)).toBe(false);
  const kept = await run(dir);
  const { pid } = postmasterOf(join(dir, 'data'))!;
  expect(serves(pid, mark)).toBe(true);
  expect(serves(pid, mark.slice(0, -1))).toBe(false);
  expect(serves(pid, `${mark}0`)).toBe(false);
  await kept.stop();
});
