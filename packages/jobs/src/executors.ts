/**
 * Which processes work on jobs, and what becomes of the jobs of one that is gone: another takes them over.
 *
 * A process says every so often that it lives. One that has been silent for a lease loses its jobs to whoever looks
 * next. It may live all the same (stopped in a debugger, cut off): then the library refuses what it still wants to note,
 * since each job knows the execution that owns it.
 */
import { randomUUID } from 'node:crypto';
import { DBOS } from '@dbos-inc/dbos-sdk';
import { DBOSExecutor } from '@dbos-inc/dbos-sdk/internal/dbos-executor';
import type { Duration } from '@kept/base';
import { type Migration, migrate, type Pool } from '@kept/db';
import { columns } from './columns.ts';
import { QUEUE } from './desk.ts';

export interface ExecutorsOptions {
  readonly pool: Pool;
  /** This process. A restarted one has the same and gets its own jobs back at once. */
  readonly executor: string;
  readonly lease: Duration;
  /** Whether this process has the job in hand. */
  readonly running: (job: string) => boolean;
  /** Another process has begun to use this name. */
  readonly onReplaced: () => void;
  readonly onTakenOver: (executor: string) => void;
}

export interface Heart {
  stop(): Promise<void>;
}

const FILES: readonly Migration[] = [
  {
    name: '0001_executor.sql',
    sql: `create table kept_executor (
      id text primary key,
      run uuid not null,
      seen_at timestamptz not null
    )`,
  },
];

/** Of the jobs' database; `launch` runs them. */
export const jobsMigrations = { owner: 'jobs', files: FILES, columns } as const;

export const prepareExecutors = (pool: Pool): Promise<readonly string[]> => migrate(pool, jobsMigrations);

const BEATS_IN_A_LEASE = 5;

/** Begins to beat; resolves when this process is known to live. */
export async function startHeart(options: ExecutorsOptions): Promise<Heart> {
  const { pool, executor, lease } = options;
  const run = randomUUID();
  await pool.query(
    `insert into kept_executor (id, run, seen_at) values ($1, $2, now())
     on conflict (id) do update set run = excluded.run, seen_at = excluded.seen_at`,
    [executor, run],
  );
  let looksFrom = performance.now();
  const beat = async (): Promise<boolean> => {
    try {
      const { rowCount } = await pool.query('update kept_executor set seen_at = now() where id = $1 and run = $2', [
        executor,
        run,
      ]);
      if (!rowCount) {
        options.onReplaced();
        return false;
      }
      if (performance.now() >= looksFrom) {
        await takeOver(options);
        await takeUp(options);
      }
    } catch {
      // After an outage everyone looks silent until they have had time to speak.
      looksFrom = performance.now() + lease;
    }
    return true;
  };
  let under: Promise<boolean> | null = null;
  const timer = setInterval(() => {
    if (under) return;
    under = beat().then((goesOn) => {
      under = null;
      if (!goesOn) clearInterval(timer);
      return goesOn;
    });
  }, lease / BEATS_IN_A_LEASE).unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await under;
      // What it leaves unfinished is nobody's from now on, rather than after a lease.
      await pool.query('delete from kept_executor where id = $1 and run = $2', [executor, run]).catch(() => {});
    },
  };
}

/** Jobs under way whose process is silent, or was never heard of, go back to the queue. Safe to do by several at once. */
async function takeOver({ pool, lease, onTakenOver }: ExecutorsOptions): Promise<void> {
  const { rows } = await pool.query<{ executor: string }>(
    `select distinct executor_id as executor from dbos.workflow_status s
     where status = 'PENDING' and not exists (
       select from kept_executor e where e.id = s.executor_id and e.seen_at > now() - make_interval(secs => $1))`,
    [lease / 1_000],
  );
  for (const { executor } of rows) {
    const taken = await DBOSExecutor.globalInstance?.recoverPendingWorkflows([executor]);
    if (taken?.length) onTakenOver(executor);
  }
  await pool.query(`delete from kept_executor where seen_at < now() - interval '1 day'`);
}

/**
 * Jobs that were given to this process, which never heard of it: the connection broke after the queue had noted it. They
 * look under way for as long as this process lives, so it puts them back itself.
 */
async function takeUp({ pool, executor, lease, running }: ExecutorsOptions): Promise<void> {
  const { rows } = await pool.query<{ id: string }>(
    `select workflow_uuid as id from dbos.workflow_status
     where status = 'PENDING' and executor_id = $1 and coalesce(started_at_epoch_ms, updated_at) < extract(epoch from now()) * 1000 - $2`,
    [executor, lease],
  );
  for (const { id } of rows) if (!running(id)) await DBOS.resumeWorkflow(id, { queueName: QUEUE });
}
