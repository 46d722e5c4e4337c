/** What ends by itself is swept by a durable workflow that ends well, also where a service brings a sweep of its own. */
import { Millis } from '@kept/base';
import { testDatabase } from '@kept/db/testing';
import { openJobs } from '@kept/jobs';
import type { Service } from '@kept/kit';
import { openStage } from '@kept/kit/testing';
import account, { naming } from '@kept/service-account';
import { afterAll, expect, test } from 'vitest';
import { sweepOf } from './retention.ts';

const stage = await openStage(account, { naming });
const { url } = await testDatabase();
const jobs = openJobs({ url, executorId: 'one', clock: stage.region.clock, poll: Millis(20) });
const own = { declaration: { ...account.declaration, name: 'own-sweep' }, over: async () => 3 } as unknown as Service;
const sweep = sweepOf(jobs, stage.region, [account, own]);
await jobs.launch();
afterAll(() => jobs.close({ within: Millis(500) }));

test('every step of it can be named', async () => {
  await jobs.start(sweep, 'sweep-1', stage.region.clock.now());
  expect(await jobs.result('sweep-1')).toMatchObject({ state: 'done', answer: { keys: 0, rows: 0 } });
});
