import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Days, ManualClock, Millis, Misuse, Refused, Seconds, SeededRandom, Unavailable } from '@kept/base';
import { testDatabase } from '@kept/db/testing';
import { afterEach, expect, test } from 'vitest';
import { type Jobs, type JobsLog, type JobsOptions, openJobs, type Plain, type Workflow } from './index.ts';

const opened: Jobs[] = [];
afterEach(async () => {
  for (const jobs of opened.splice(0)) await jobs.close({ within: Millis(500) });
});

function open(url: string, options: Partial<JobsOptions> = {}): Jobs {
  const jobs = openJobs({ url, executorId: 'test', poll: Millis(20), ...options });
  opened.push(jobs);
  return jobs;
}

test('a job runs its steps in order, once per id, and can be looked at', async () => {
  const { url } = await testDatabase();
  const jobs = open(url);
  const done: string[] = [];
  const work = jobs.define('work', async (run, person: string, n: number) => {
    const a = await run.step('first', async () => done.push(`first ${person}`) + n);
    await run.tell({ stage: 'between' });
    await run.step('second', async () => void done.push(`second ${a}`));
    return { a };
  });
  await jobs.launch();
  const person = randomUUID();
  const id = `erasure:${person}`;
  await jobs.start(work, id, person, 1);
  await jobs.start(work, id, person, 1);
  expect(await jobs.result(id)).toMatchObject({
    id,
    workflow: 'work',
    state: 'done',
    args: [person, 1],
    answer: { a: 2 },
    executor: 'test',
  });
  expect(done).toEqual([`first ${person}`, 'second 2']);
  expect((await jobs.steps(id)).map((step) => step.name)).toEqual(['first', 'DBOS.setEvent', 'second']);
  expect(await jobs.progress(id)).toEqual({ stage: 'between' });
  expect(await jobs.list({ workflow: 'work' })).toHaveLength(1);
  expect(await jobs.list({ state: 'failed' })).toHaveLength(0);
  expect(await jobs.status('absent')).toBeNull();
  await expect(jobs.result('absent')).rejects.toMatchObject({ code: 'JOBS_UNKNOWN' });
  expect(await jobs.purge(Date.now() + 1_000)).toBe(1);
  expect(await jobs.status(id)).toBeNull();
});

test('nothing personal gets in, by any door', async () => {
  const { url, pool } = await testDatabase();
  const jobs = open(url);
  const takes = jobs.define('takes', async (run, what: Plain) => {
    await run.receive('topic', Seconds(1));
    return what;
  });
  const steps = jobs.define('steps', async (run) => {
    await run.step('leaks', async () => 'anna@example.com');
  });
  const answers = jobs.define('answers', async () => ({ name: 'Anna Muster' }));
  const throws = jobs.define('throws', async (run) => {
    await run.step('fails', async () => {
      throw new TypeError('anna@example.com is taken');
    });
  });
  const tells = jobs.define('tells', async (run) => run.tell('Anna Muster'));
  await jobs.launch();
  await expect(jobs.start(takes, 'a', 'anna@example.com')).rejects.toMatchObject({ code: 'JOBS_NOT_PLAIN' });
  await expect(jobs.start(takes, 'anna@example.com', 1)).rejects.toMatchObject({ code: 'JOBS_NAME' });
  await jobs.start(takes, 'b', 1);
  await expect(jobs.send('b', 'topic', 'Anna Muster')).rejects.toMatchObject({ code: 'JOBS_NOT_PLAIN' });
  for (const [workflow, code] of [
    [steps, 'JOBS_NOT_PLAIN'],
    [answers, 'JOBS_NOT_PLAIN'],
    [throws, 'JOBS_STEP_FAILED'],
    [tells, 'JOBS_NOT_PLAIN'],
  ] as const) {
    await jobs.start(workflow, `try-${workflow.name}`);
    await expect(jobs.result(`try-${workflow.name}`), workflow.name).rejects.toMatchObject({ code });
  }
  await jobs.result('b');
  const { rows } = await pool.query(`select tablename from pg_tables where schemaname = 'dbos'`);
  for (const { tablename } of rows) {
    const kept = await pool.query(`select t::text as row from dbos.${tablename} t`);
    expect(
      kept.rows.filter(({ row }) => /anna/i.test(row)),
      tablename,
    ).toEqual([]);
  }
});

test('what is unavailable is tried again; any other error is the answer, and the workflow may catch it by its kind', async () => {
  const { url } = await testDatabase();
  const lines: JobsLog[] = [];
  const jobs = open(url, { log: (line) => lines.push(line) });
  let tries = 0;
  const work = jobs.define('work', async (run) => {
    await run.step('away', async () => {
      if (++tries < 3) throw new Unavailable('TEST_AWAY', 'not yet');
    });
    try {
      await run.step('refused', async () => {
        throw new Refused('TEST_REFUSED', 'no', { clause: '1.2' });
      });
    } catch (error) {
      return error instanceof Refused ? (error.clause ?? '') : 'lost';
    }
    return 'not-thrown';
  });
  await jobs.launch();
  await jobs.start(work, 'a');
  expect(await jobs.result('a')).toMatchObject({ answer: '1.2' });
  expect(tries).toBe(3);
  expect(lines.map((line) => line.event)).toEqual(['step-waits', 'step-waits', 'step-failed']);
});

test('messages are received in order, once, or time runs out', async () => {
  const { url } = await testDatabase();
  const jobs = open(url);
  const work = jobs.define('work', async (run) => {
    const first = await run.receive<string>('answer', Seconds(10));
    const second = await run.receive<string>('answer', Seconds(10));
    const third = await run.receive<string>('answer', Millis(50));
    return [first, second, third];
  });
  await jobs.launch();
  await jobs.start(work, 'a');
  await jobs.send('a', 'answer', 'yes', 'key-1');
  await jobs.send('a', 'answer', 'yes', 'key-1');
  await jobs.send('a', 'answer', 'no');
  expect((await jobs.result('a'))?.answer).toEqual(['yes', 'no', null]);
  await expect(jobs.send('absent', 'answer', 'yes')).rejects.toMatchObject({ code: 'JOBS_UNKNOWN' });
});

test('waits go by the injected clock', async () => {
  const { url } = await testDatabase();
  const clock = new ManualClock();
  const jobs = open(url, { clock });
  const work = jobs.define('work', async (run) => {
    const from = await run.now();
    await run.sleep(Days(15));
    const none = await run.receive('never', Days(30));
    return [none, (await run.now()) - from];
  });
  await jobs.launch();
  await jobs.start(work, 'a');
  expect(await jobs.result('a', Millis(300))).toBeNull();
  clock.advance(Days(15));
  expect(await jobs.result('a', Millis(300))).toBeNull();
  clock.advance(Days(30));
  expect((await jobs.result('a', Seconds(5)))?.answer).toEqual([null, Days(45)]);
});

test('a cancelled job stops, and goes on when resumed', async () => {
  const { url } = await testDatabase();
  const jobs = open(url);
  const done: number[] = [];
  const work = jobs.define('work', async (run) => {
    for (let i = 0; i < 3; i++) {
      await run.step(`s${i}`, async () => void done.push(i));
      await run.receive('go', Seconds(30));
    }
  });
  await jobs.launch();
  await jobs.start(work, 'a');
  await expect.poll(() => done).toEqual([0]);
  await jobs.cancel('a');
  await jobs.send('a', 'go', true);
  await expect(jobs.result('a')).rejects.toMatchObject({ code: 'JOBS_CANCELLED' });
  expect(done).toEqual([0]);
  await jobs.resume('a');
  await jobs.send('a', 'go', true);
  await jobs.send('a', 'go', true);
  expect(await jobs.result('a', Seconds(10))).toMatchObject({ state: 'done' });
  expect(done).toEqual([0, 1, 2]);
});

test('a store’s step is one transaction: it fails whole, and meets others', async () => {
  const { url, pool } = await testDatabase();
  const other = await testDatabase('keys');
  await pool.query('create table t (n int primary key); create table counter (n int); insert into counter values (0)');
  await other.pool.query('create table far (n int)');
  const jobs = open(url);
  const near = jobs.store('near', pool);
  const far = jobs.store('far', other.pool);
  const half = jobs.define('half', async (run) => {
    await run.transaction(near, 'half', async (client) => {
      await client.query('insert into t values (1)');
      throw new Misuse('TEST_NO', 'no');
    });
  });
  const count = jobs.define('count', async (run) => {
    await run.transaction(far, 'far', async (client) => void (await client.query('insert into far values (1)')));
    return run.transaction(near, 'count', async (client) => {
      await client.query('set transaction isolation level serializable');
      const { rows } = await client.query('select n from counter');
      await client.query('update counter set n = $1', [rows[0].n + 1]);
      return rows[0].n as number;
    });
  });
  await jobs.launch();
  await jobs.start(half, 'half');
  await expect(jobs.result('half')).rejects.toMatchObject({ code: 'TEST_NO' });
  expect((await pool.query('select count(*) as n from t')).rows[0].n).toBe(0);
  const ids = Array.from({ length: 6 }, (_, i) => `count-${i}`);
  await Promise.all(ids.map((id) => jobs.start(count, id)));
  const answers = await Promise.all(ids.map(async (id) => (await jobs.result(id))?.answer));
  expect(answers.toSorted((a, b) => Number(a) - Number(b))).toEqual([0, 1, 2, 3, 4, 5]);
  expect((await other.pool.query('select count(*) as n from far')).rows[0].n).toBe(6);
  expect((await pool.query('select count(*) as n from dbos.transaction_completion')).rows[0].n).toBe(0);
});

test('schedules start their workflow when due, and end when they are no longer declared', async () => {
  const { url, pool } = await testDatabase();
  const dues: number[] = [];
  const first = open(url);
  first.schedule(
    { name: 'each-second', cron: '* * * * * *' },
    first.define('tick', async (_run, due: number) => void dues.push(due)),
  );
  await first.launch();
  await expect.poll(() => dues.length, { timeout: 8_000 }).toBeGreaterThan(1);
  expect(dues[1]! % 1_000).toBe(0);
  await first.close();
  const second = open(url);
  await second.launch();
  expect((await pool.query('select count(*) as n from dbos.workflow_schedules')).rows[0].n).toBe(0);
});

test('things out of time or twice are refused', async () => {
  const { url } = await testDatabase();
  const jobs = open(url);
  const work = jobs.define('work', async (run) => void (await run.receive('x', Seconds(5))));
  const other = jobs.define('other', async () => {});
  expect(() => jobs.define('work', async () => {})).toThrow(/twice/);
  expect(() => jobs.define('two words', async () => {})).toThrow(Misuse);
  await expect(jobs.start(work, 'a')).rejects.toMatchObject({ code: 'JOBS_WRONG_TIME' });
  await jobs.launch();
  expect(() => jobs.define('late', async () => {})).toThrow(/before/);
  await expect(open(url).launch()).rejects.toMatchObject({ code: 'JOBS_WRONG_TIME' });
  await jobs.start(work, 'a');
  await expect(jobs.start(other, 'a')).rejects.toMatchObject({ code: 'JOBS_ID_TAKEN' });
  await jobs.close();
  await expect(jobs.status('a')).rejects.toMatchObject({ code: 'JOBS_WRONG_TIME' });
  const unreachable = open('postgres://kept:x@127.0.0.1:1/none');
  await expect(unreachable.launch()).rejects.toMatchObject({ code: 'JOBS_UNAVAILABLE' });
});

test('closing at any moment fails no job, and does no step twice', async () => {
  const { url } = await testDatabase();
  const random = new SeededRandom(1);
  const done = new Map<string, number>();
  const declared = (): { jobs: Jobs; work: Workflow<[string, number]> } => {
    const jobs = open(url);
    const work = jobs.define('work', async (run, id: string, pause: number) => {
      for (const step of ['a', 'b', 'c']) {
        await run.step(step, async () => void done.set(`${id}${step}`, (done.get(`${id}${step}`) ?? 0) + 1));
        await run.sleep(Millis(pause));
        await run.tell(step);
      }
    });
    return { jobs, work: work as Workflow<[string, number]> };
  };
  const ids = Array.from({ length: 30 }, (_, i) => `job-${i}`);
  for (let closes = 0; closes < 4; closes++) {
    const { jobs, work } = declared();
    await jobs.launch();
    await Promise.all(ids.map((id) => jobs.start(work, id, id, 20 + random.below(60))));
    await sleep(random.below(150));
    await jobs.close();
  }
  const { jobs } = declared();
  await jobs.launch();
  for (const id of ids) expect((await jobs.result(id))?.state).toBe('done');
  expect([...done.values()].filter((times) => times !== 1)).toEqual([]);
  expect(done.size).toBe(90);
});
