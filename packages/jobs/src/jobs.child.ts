/** A process that works on jobs, for tests that kill and stop it. Arguments: URL, executor, lease and closing in ms, jobs to start. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Millis } from '@kept/base';
import { openPool } from '@kept/db';
import { openJobs } from './index.ts';

const [url = '', executorId = '', lease = '10000', jobsToStart = '0'] = process.argv.slice(2);
const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
const began = performance.now();
const pool = openPool(url, { name: 'worker' });
const jobs = openJobs({
  url,
  executorId,
  lease: Millis(Number(lease)),
  poll: Millis(20),
  log: (line) => line.event === 'taken-over' && say(line),
});
const store = jobs.store('data', pool);
const five = jobs.define('five', async (run, id: string) => {
  for (const name of ['s1', 's2', 's3', 's4', 's5']) {
    if (name === 's2') {
      await run.step(name, async () => {
        await pool.query('insert into attempt (job, step) values ($1, $2)', [id, name]);
        await sleep(10);
      });
      continue;
    }
    await run.transaction(store, name, async (client) => {
      await client.query('insert into effect (job, step) values ($1, $2)', [id, name]);
      await sleep(10);
      await client.query('update total set n = n + 1');
      return name;
    });
    if (name === 's3') await run.sleep(Millis(30));
  }
  return id;
});
await jobs.launch();
say({ ready: Math.round(performance.now() - began) });
for (let i = 0; i < Number(jobsToStart); i++) await jobs.start(five, `five-${i}`, `five-${i}`);
say({ started: Number(jobsToStart) });
process.stdin.once('data', async () => {
  const from = performance.now();
  await jobs.close();
  await pool.end();
  say({ closed: Math.round(performance.now() - from) });
  process.exit(0);
});
