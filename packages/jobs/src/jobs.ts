import { setTimeout as sleep } from 'node:timers/promises';
import { DBOS, DBOSClient } from '@dbos-inc/dbos-sdk';
import { ensureSystemDatabase } from '@dbos-inc/dbos-sdk/internal/system_database';
import { GlobalLogger } from '@dbos-inc/dbos-sdk/internal/telemetry/logs';
import { type Clock, type Duration, type Instant, Millis, Seconds, systemClock } from '@kept/base';
import { openPool, type Pool } from '@kept/db';
import pg from 'pg';
import { Desk, QUEUE, type Workflow } from './desk.ts';
import { JobsUnavailable, WrongName, WrongTime } from './errors.ts';
import { type Heart, prepareExecutors, startHeart } from './executors.ts';
import { type JobsLog, libraryLog, stackOf } from './log.ts';
import { isWord, type Noted, type Plain } from './plain.ts';
import { body, makeRun, type Run } from './run.ts';
import { plainSerializer } from './serializer.ts';
import { StepGate, type Surroundings } from './steps.ts';
import { openStore, type Store } from './store.ts';

export interface JobsOptions {
  /** Connection string of the jobs' database. It may be that of a region; the tables have a schema of their own, `dbos`. */
  readonly url: string;
  /** Name of this process among those that work on the same jobs; a restarted process has the same one again. */
  readonly executorId: string;
  /** For `run.now` and waits. Not the system's: waits look at it every few milliseconds; for tests. */
  readonly clock?: Clock;
  /** How long a process may be silent before others take its jobs over. Ten seconds unless said. */
  readonly lease?: Duration;
  /** How often the queue is looked at: the most that a job waits to begin. A tenth of a second unless said. */
  readonly poll?: Duration;
  readonly log?: (line: JobsLog) => void;
}

/** When a workflow starts by itself. */
export interface Schedule {
  readonly name: string;
  /** Five fields, or six with seconds first: `30 3 * * *`. */
  readonly cron: string;
  /** IANA name; UTC unless said. */
  readonly timezone?: string;
}

export interface CloseOptions {
  /** How long steps under way may take to end. Five seconds unless said. Jobs that wait are not waited for. */
  readonly within?: Duration;
}

/** Constant: a job must survive a new version of the program. Changes within a workflow go through `run.changed`. */
const VERSION = 'kept-1';
/** A job parked for months is taken up again at each restart; the library's 100 would give it up. */
const RECOVERIES_MAX = 1_000_000;

let open = false;

/**
 * Durable jobs on PostgreSQL. Define workflows and schedules, then `launch`, then `start` jobs. One in a process at a time.
 *
 * Guarantees: a job that `start` has accepted ends, once, whatever is killed meanwhile; its steps are done at least once
 * and noted once, transactions of a store exactly once. What is stored is plain (see `Plain`), errors without the values
 * they speak of.
 */
export class Jobs extends Desk {
  readonly #options: JobsOptions;
  readonly #gate = new StepGate();
  readonly #around: Surroundings;
  readonly #workflows = new Map<string, Workflow>();
  /** Jobs that this process has in hand. */
  readonly #running = new Set<string>();
  readonly #schedules: (Schedule & { workflow: string })[] = [];
  #pools: { heart: Pool; library: pg.Pool } | null = null;
  #heart: Heart | null = null;
  #state: 'new' | 'launched' | 'closed' = 'new';

  constructor(options: JobsOptions) {
    super();
    if (!isWord(options.executorId)) throw new WrongName();
    this.#options = options;
    this.#around = {
      gate: this.#gate,
      onTrouble: (step, error, again) =>
        options.log?.({
          event: again ? 'step-waits' : 'step-failed',
          job: DBOS.workflowID ?? '',
          step,
          stack: stackOf(error),
        }),
    };
  }

  /** Gives a workflow its name. Throws JOBS_WRONG_TIME after `launch` or for a name that is taken. */
  define<Args extends readonly Plain[], Answer extends Noted>(
    name: string,
    work: (run: Run, ...args: Args) => Promise<Answer>,
  ): Workflow<Args, Answer> {
    this.#beforeLaunch(name);
    if (this.#workflows.has(name)) throw new WrongTime(`workflow \`${name}\` is defined twice`);
    const clock = this.#options.clock ?? systemClock;
    const whole = async (...args: unknown[]): Promise<Answer> => {
      const id = DBOS.workflowID!;
      this.#running.add(id);
      try {
        return await body(this.#gate, () => work(makeRun(id, clock, this.#around), ...(args as unknown as Args)));
      } finally {
        this.#running.delete(id);
      }
    };
    const run = DBOS.registerWorkflow(whole, { name, maxRecoveryAttempts: RECOVERIES_MAX });
    const workflow = { name, run } as unknown as Workflow<Args, Answer>;
    this.#workflows.set(name, workflow as unknown as Workflow);
    return workflow;
  }

  /** Names a database in which `run.transaction` works. The pool stays the caller's; close it after the jobs. */
  store(name: string, pool: Pool): Store {
    this.#beforeLaunch(name);
    return openStore(name, pool, this.#around);
  }

  /**
   * Starts the workflow whenever the cron expression says, once for all processes. It is given the instant it was due,
   * which is at most ten seconds past. Schedules that are no longer declared end at `launch`.
   */
  schedule(schedule: Schedule, workflow: Workflow<[due: Instant], Noted>): void {
    this.#beforeLaunch(schedule.name);
    this.#schedules.push({ ...schedule, workflow: workflow.name });
  }

  /** Makes the tables if absent, takes up the jobs that this process left, and begins to work. Throws JOBS_UNAVAILABLE. */
  async launch(): Promise<void> {
    this.#beforeLaunch('launch');
    if (open) throw new WrongTime('this process has opened the jobs already');
    open = true;
    try {
      await this.#launch();
      this.#state = 'launched';
    } catch (error) {
      await this.close({ within: Millis(0) });
      throw error instanceof WrongTime ? error : new JobsUnavailable(error);
    }
  }

  async #launch(): Promise<void> {
    const { url, executorId, lease = Seconds(10), log } = this.#options;
    const library = new pg.Pool({
      connectionString: url,
      application_name: 'kept jobs',
      max: 10,
      connectionTimeoutMillis: 15_000,
    });
    library.on('error', () => {});
    library.on('connect', (client) => void client.on('error', () => {}));
    const heart = openPool(url, { name: 'kept jobs heart', max: 2 });
    this.#pools = { heart, library };
    await prepareExecutors(heart);
    await oneAtATime(heart, () => this.#prepareQueue(library));
    this.#heart = await startHeart({
      pool: heart,
      executor: executorId,
      lease,
      running: (job) => this.#running.has(job),
      onReplaced: () => {
        log?.({ event: 'replaced', executor: executorId });
        void this.close();
      },
      onTakenOver: (executor) => log?.({ event: 'taken-over', executor }),
    });
    DBOS.setConfig({
      name: 'kept',
      systemDatabaseUrl: url,
      systemDatabasePool: library,
      executorID: executorId,
      applicationVersion: VERSION,
      enablePatching: true,
      serializer: plainSerializer,
      logger: libraryLog(log),
    });
    await DBOS.launch();
    await this.#applySchedules();
  }

  /** The library looks for new queues once a second; ours is there before it looks first. */
  async #prepareQueue(library: pg.Pool): Promise<void> {
    const { url, poll: minPollingIntervalMs = Millis(100), log } = this.#options;
    const logger = libraryLog(log);
    const known = await library
      .query('select from dbos.queues where name = $1 and polling_interval_sec = $2', [
        QUEUE,
        minPollingIntervalMs / 1_000,
      ])
      .catch(() => null);
    if (known?.rowCount) return;
    await ensureSystemDatabase(url, new GlobalLogger(undefined, { logger }), library);
    const client = await DBOSClient.create({
      systemDatabaseUrl: url,
      systemDatabasePool: library,
      applicationName: 'kept',
      logger,
    });
    try {
      await client.registerQueue(QUEUE, { minPollingIntervalMs, applicationName: 'kept' });
    } finally {
      await client.destroy();
    }
  }

  async #applySchedules(): Promise<void> {
    const wanted = new Set(this.#schedules.map(({ name }) => name));
    for (const { scheduleName } of await DBOS.listSchedules()) {
      if (!wanted.has(scheduleName)) await DBOS.deleteSchedule(scheduleName);
    }
    if (wanted.size === 0) return;
    await DBOS.applySchedules(
      this.#schedules.map(({ name, cron, timezone, workflow }) => ({
        scheduleName: name,
        schedule: cron,
        cronTimezone: timezone ?? 'UTC',
        queueName: QUEUE,
        workflowFn: this.#workflows.get(workflow)!.run as never,
      })),
    );
  }

  /**
   * Ends this process's work: steps under way may finish, waiting jobs are left to another process or the next launch.
   * Do it before closing the pools of the stores. May be called twice.
   */
  async close({ within = Seconds(5) }: CloseOptions = {}): Promise<void> {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    await this.#gate.close(within);
    await DBOS.shutdown({ deregister: true });
    await this.#heart?.stop();
    await this.#pools?.library.end();
    await this.#pools?.heart.end();
    open = false;
  }

  protected override ready(): void {
    if (this.#state !== 'launched')
      throw new WrongTime(`the jobs are ${this.#state === 'new' ? 'not launched yet' : 'closed'}`);
  }

  #beforeLaunch(name: string): void {
    if (!isWord(name)) throw new WrongName();
    if (this.#state !== 'new') throw new WrongTime('workflows, stores and schedules are declared before `launch`');
  }
}

const LOCK = 'select pg_try_advisory_lock(27508, -2) as mine';
const LOCK_LOOK_MS = 50;

/**
 * Of processes that launch together one makes the library's tables, and the others find them.
 *
 * INVARIANT: asks again and again rather than wait in a statement: the library makes indexes concurrently, which waits
 * for every statement under way, ours included, and PostgreSQL does not see that the two wait for one another.
 */
async function oneAtATime(pool: Pool, work: () => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    while (!(await client.query<{ mine: boolean }>(LOCK)).rows[0]!.mine) await sleep(LOCK_LOOK_MS);
    await work();
  } finally {
    // The lock is the session's, and goes with it.
    client.release(true);
  }
}

/** See `Jobs`. */
export const openJobs = (options: JobsOptions): Jobs => new Jobs(options);
