import { Millis } from '@kept/base';
import { testDatabase } from '@kept/db/testing';
import { expect, test } from 'vitest';
import { openJobs } from './index.ts';

test('a job that was given to a process which never heard of it is taken up again, one in hand is not', async () => {
  const { url, pool } = await testDatabase();
  const jobs = openJobs({ url, executorId: 'one', poll: Millis(20), lease: Millis(300) });
  const runs: string[] = [];
  const work = jobs.define('work', async (run, name: string) => {
    await run.step('only', async () => void runs.push(name));
    await run.receive('end', Millis(name === 'in-hand' ? 2_500 : 0));
  });
  await jobs.launch();
  await jobs.start(work, 'given', 'given');
  await jobs.result('given');
  await jobs.start(work, 'in-hand', 'in-hand');
  await expect.poll(() => runs).toEqual(['given', 'in-hand']);
  // As the queue leaves it when the connection breaks behind its commit: noted as this process's, and not begun.
  await pool.query(`delete from dbos.operation_outputs where workflow_uuid = 'given'`);
  await pool.query(
    `update dbos.workflow_status set status = 'PENDING', output = null, completed_at = null, executor_id = 'one',
       started_at_epoch_ms = 0, updated_at = 0 where workflow_uuid = 'given'`,
  );
  await pool.query(`update dbos.workflow_status set started_at_epoch_ms = 0 where workflow_uuid = 'in-hand'`);
  await expect.poll(async () => (await jobs.status('given'))?.state, { timeout: 5_000 }).toBe('done');
  expect((await jobs.result('in-hand'))?.state).toBe('done');
  expect(runs.toSorted()).toEqual(['given', 'given', 'in-hand']);
  await jobs.close({ within: Millis(500) });
});
