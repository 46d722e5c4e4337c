import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { SeededRandom } from '@kept/base';
import { openPool, type Pool, startServer } from '@kept/db';
import { testDatabase } from '@kept/db/testing';
import { afterAll, expect, test } from 'vitest';

const SOAK = Number(process.env.KEPT_SOAK ?? 0);
const JOBS = 6;

interface Worker {
  readonly child: ChildProcess;
  /** The first line with this key. */
  line(key: string): Promise<Record<string, unknown>>;
  end(signal: NodeJS.Signals): Promise<void>;
}

const children: ChildProcess[] = [];
afterAll(() => children.forEach((child) => void child.kill('SIGKILL')));

function work(url: string, executor: string, options: { lease?: number; start?: number } = {}): Worker {
  const file = fileURLToPath(new URL('jobs.child.ts', import.meta.url));
  const args = [file, url, executor, String(options.lease ?? 10_000), String(options.start ?? 0)];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  const lines: Record<string, unknown>[] = [];
  let wake = (): void => {};
  createInterface(child.stdout).on('line', (line) => {
    lines.push(JSON.parse(line));
    wake();
  });
  return {
    child,
    line: async (key) => {
      for (;;) {
        const found = lines.find((line) => key in line);
        if (found) return found;
        await new Promise<void>((done) => {
          wake = done;
        });
      }
    },
    end: async (signal) => {
      child.kill(signal);
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}

async function prepared(): Promise<{ url: string; pool: Pool }> {
  const database = await testDatabase();
  await prepare(database.pool);
  return database;
}

// No key on `effect`: doing a step twice must show, not fail.
const prepare = (pool: Pool): Promise<unknown> =>
  pool.query(
    `create table effect (job text, step text); create table attempt (job text, step text);
     create table total (n int); insert into total values (0)`,
  );

/** The jobs that have not ended, as far as they have come; all of them must have been started. */
async function unfinished(pool: Pool): Promise<unknown[]> {
  const { rows } = await pool
    .query(
      `select s.workflow_uuid as id, status, executor_id as executor, count(o.function_id) as steps
       from dbos.workflow_status s left join dbos.operation_outputs o using (workflow_uuid) group by 1, 2, 3 order by 1`,
    )
    .catch(() => ({ rows: [] }));
  return rows.length < JOBS ? [...rows, 'not all are started'] : rows.filter(({ status }) => status !== 'SUCCESS');
}

/** What every one of these tests comes to: each job done, each exactly-once step done exactly once. */
async function expectExactlyOnce(pool: Pool): Promise<void> {
  expect(
    (await pool.query('select job, step, count(*) as n from effect group by 1, 2 having count(*) <> 1')).rows,
  ).toEqual([]);
  expect((await pool.query('select count(*) as n from effect')).rows[0].n).toBe(JOBS * 4);
  expect((await pool.query('select n from total')).rows[0].n).toBe(JOBS * 4);
  expect((await pool.query('select count(distinct job) as n from attempt')).rows[0].n).toBe(JOBS);
  expect((await pool.query(`select count(*) as n from dbos.workflow_status where status <> 'SUCCESS'`)).rows[0].n).toBe(
    0,
  );
  // The notes of jobs that are done are gone.
  expect((await pool.query('select count(*) as n from dbos.transaction_completion')).rows[0].n).toBe(0);
}

test.each(Array.from({ length: SOAK || 1 }, (_, seed) => seed))(
  'kill -9 again and again: every job is resumed and ends, and no exactly-once step is done twice (%i)',
  async (seed) => {
    const random = new SeededRandom(seed);
    const { url, pool } = await prepared();
    let kills = 0;
    while ((await unfinished(pool)).length > 0 && kills < 40) {
      const worker = work(url, 'one', { start: JOBS });
      await worker.line('ready');
      // Too short to get through at first, longer each time, so that it ends on any machine.
      await sleep(random.below(80 + 100 * kills));
      await worker.end('SIGKILL');
      kills++;
    }
    expect(kills).toBeGreaterThan(1);
    await expectExactlyOnce(pool);
  },
  300_000,
);

test('processes that launch together on an empty database all come to work', async () => {
  const { url, pool } = await prepared();
  const workers = ['one', 'two', 'three'].map((name) => work(url, name));
  await Promise.all(workers.map((worker) => worker.line('ready')));
  await Promise.all(workers.map((worker) => worker.end('SIGKILL')));
  expect((await pool.query('select count(*)::int as n from dbos.queues')).rows[0].n).toBe(1);
});

test('the jobs of a process that is killed are taken over by another, once it has been silent for its lease', async () => {
  const { url, pool } = await prepared();
  const two = work(url, 'two', { lease: 800 });
  await two.line('ready');
  const one = work(url, 'one', { lease: 800, start: JOBS });
  await one.line('started');
  await one.end('SIGKILL');
  await expect.poll(() => unfinished(pool), { timeout: 120_000 }).toEqual([]);
  await two.end('SIGKILL');
  await expectExactlyOnce(pool);
});

test('a process that was only stopped finds its jobs taken, and adds nothing to them', async () => {
  const { url, pool } = await prepared();
  const one = work(url, 'one', { lease: 600, start: JOBS });
  await one.line('started');
  one.child.kill('SIGSTOP');
  const two = work(url, 'two', { lease: 600 });
  await two.line('ready');
  // Not while the stopped process has a transaction open; that one ends when it goes on, or by the server's patience.
  await sleep(1_200);
  one.child.kill('SIGCONT');
  await expect.poll(() => unfinished(pool), { timeout: 120_000 }).toEqual([]);
  await Promise.all([one.end('SIGKILL'), two.end('SIGKILL')]);
  await expectExactlyOnce(pool);
});

test.each(Array.from({ length: SOAK || 1 }, (_, seed) => seed))(
  'closing lets steps end, and leaves the rest for whoever comes (%i)',
  async (seed) => {
    const random = new SeededRandom(seed);
    const { url, pool } = await prepared();
    for (let closes = 0; closes < 2; closes++) {
      const worker = work(url, 'one', { start: JOBS });
      await worker.line('ready');
      await sleep(random.below(200));
      worker.child.stdin!.write('close\n');
      // Steps are short here: the time that steps may take is not used up.
      expect((await worker.line('closed'))['closed']).toBeLessThan(4_000);
    }
    const last = work(url, 'two', { start: JOBS });
    await expect.poll(() => unfinished(pool), { timeout: 240_000 }).toEqual([]);
    await last.end('SIGKILL');
    await expectExactlyOnce(pool);
    // No step was cut in two, so none was done twice, although these may be.
    expect((await pool.query('select count(*) as n from attempt')).rows[0].n).toBe(JOBS);
  },
  120_000,
);

test('kill -9 of the database, twice: the jobs wait for it and go on', async () => {
  const root = await mkdtemp(join(tmpdir(), 'kept-jobs-'));
  await chmod(root, 0o755);
  const dir = join(root, 'server');
  let restarts = 0;
  const server = await startServer({
    dir,
    port: 45_000 + Math.floor(Math.random() * 5_000),
    onRestart: () => restarts++,
  });
  const pool = openPool(server.url('postgres'), { name: 'test' });
  try {
    await prepare(pool);
    const worker = work(server.url('postgres'), 'one', { start: JOBS });
    await worker.line('started');
    for (let kills = 1; kills <= 2; kills++) {
      process.kill(Number(readFileSync(join(dir, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
      await expect.poll(() => restarts, { timeout: 120_000 }).toBe(kills);
    }
    await expect.poll(() => unfinished(pool), { timeout: 240_000 }).toEqual([]);
    await worker.end('SIGKILL');
    await expectExactlyOnce(pool);
  } finally {
    await pool.end();
    await server.stop();
    await rm(root, { recursive: true });
  }
}, 120_000);
