/** What may be done with jobs from outside of them, in any process that has launched. */
import { setTimeout as sleep } from 'node:timers/promises';
import { DBOS, Error as Library, type WorkflowStatus } from '@dbos-inc/dbos-sdk';
import { type Duration, type Instant, type KeptError, Millis, Minutes } from '@kept/base';
import { Cancelled, IdTaken, revive, StepFailed, UnknownJob, WrongName } from './errors.ts';
import { assertPlain, isWord, type Noted, type Plain } from './plain.ts';
import { PROGRESS } from './run.ts';

export const QUEUE = 'kept';

/** A workflow by its name; made by `define`, given to `start` and `schedule`. */
export interface Workflow<Args extends readonly Plain[] = readonly Plain[], Answer extends Noted = Noted> {
  readonly name: string;
  readonly run: (...args: Args) => Promise<Answer>;
}

/** `waiting` in the queue, `running` (or asleep), then one of the last three. */
export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** A job as it stands. */
export interface Job {
  readonly id: string;
  readonly workflow: string;
  readonly state: JobState;
  readonly args: readonly Plain[];
  readonly createdAt: Instant;
  readonly endedAt: Instant | null;
  /** Of a job that is done. */
  readonly answer: Plain;
  /** Of a job that has failed. */
  readonly error: KeptError | null;
  /** The process that has it, or had it last. */
  readonly executor: string | null;
}

/** A step whose answer, or error, is noted. */
export interface JobStep {
  readonly name: string;
  readonly beganAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly failed: boolean;
}

export interface ListOptions {
  readonly workflow?: string;
  readonly state?: JobState;
  /** Only ids that begin so. */
  readonly prefix?: string;
  /** 100 unless said, 1000 at most; newest first. */
  readonly limit?: number;
  readonly offset?: number;
}

const STATES: Readonly<Record<JobState, readonly string[]>> = {
  waiting: ['ENQUEUED', 'DELAYED'],
  running: ['PENDING'],
  done: ['SUCCESS'],
  failed: ['ERROR', 'MAX_RECOVERY_ATTEMPTS_EXCEEDED'],
  cancelled: ['CANCELLED'],
};

const ENDED: ReadonlySet<JobState> = new Set(['done', 'failed', 'cancelled']);
const LOOK_MS = 50;

export abstract class Desk {
  /** Throws JOBS_WRONG_TIME unless launched. */
  protected abstract ready(): void;

  /**
   * Starts a job and resolves when it is on disk; from then on it will end, whatever is killed. The same id again does
   * nothing. Throws JOBS_NOT_PLAIN for arguments that may not be stored, JOBS_ID_TAKEN if the id is another workflow's.
   */
  async start<Args extends readonly Plain[]>(
    workflow: Workflow<Args, Noted>,
    id: string,
    ...args: Args
  ): Promise<void> {
    this.ready();
    if (!isWord(id)) throw new WrongName();
    assertPlain(args);
    try {
      await DBOS.startWorkflow(workflow.run as unknown as (...args: Plain[]) => Promise<unknown>, {
        workflowID: id,
        queueName: QUEUE,
      })(...args);
    } catch (error) {
      throw error instanceof Library.DBOSConflictingWorkflowError ? new IdTaken(id) : error;
    }
  }

  /** The job, or null if there is none. */
  async status(id: string): Promise<Job | null> {
    this.ready();
    const found = await DBOS.getWorkflowStatus(id);
    return found ? jobOf(found) : null;
  }

  async list({ workflow, state, prefix, limit = 100, offset = 0 }: ListOptions = {}): Promise<readonly Job[]> {
    this.ready();
    const found = await DBOS.listWorkflows({
      ...(workflow && { workflowName: workflow }),
      ...(state && { status: [...STATES[state]] as never }),
      ...(prefix && { workflow_id_prefix: prefix }),
      limit: Math.min(limit, 1_000),
      offset,
      sortDesc: true,
    });
    return found.map(jobOf);
  }

  /** The steps that are noted, in their order. Throws JOBS_UNKNOWN. */
  async steps(id: string): Promise<readonly JobStep[]> {
    this.ready();
    const steps = await DBOS.listWorkflowSteps(id);
    if (!steps) throw new UnknownJob(id);
    return steps.map(({ name, error, startedAtEpochMs, completedAtEpochMs }) => ({
      name,
      beganAt: startedAtEpochMs ?? null,
      endedAt: completedAtEpochMs ?? null,
      failed: error !== null,
    }));
  }

  /** Waits for the end of a job, a minute unless said. Throws its error, JOBS_CANCELLED, JOBS_UNKNOWN; null if it goes on. */
  async result(id: string, within: Duration = Minutes(1)): Promise<Job | null> {
    const until = performance.now() + within;
    for (;;) {
      const job = await this.status(id);
      if (!job) throw new UnknownJob(id);
      if (job.state === 'cancelled') throw new Cancelled(id);
      if (job.error) throw job.error;
      if (ENDED.has(job.state)) return job;
      if (performance.now() >= until) return null;
      await sleep(Math.min(LOOK_MS, Math.max(1, until - performance.now())));
    }
  }

  /**
   * Sends a message to a job; durable when it resolves. Received once by `run.receive`, now or whenever the job comes to
   * it. The same `key` again sends nothing. Throws JOBS_NOT_PLAIN, JOBS_UNKNOWN.
   */
  async send(id: string, topic: string, message: Plain, key?: string): Promise<void> {
    this.ready();
    if (!isWord(topic)) throw new WrongName();
    assertPlain(message);
    try {
      await DBOS.send(id, message, topic, key);
    } catch (error) {
      throw error instanceof Library.DBOSNonExistentWorkflowError ? new UnknownJob(id) : error;
    }
  }

  /** What the job told last, waiting `within` for the first word; null if it has said nothing. */
  async progress<T extends Plain>(id: string, within: Duration = Millis(0)): Promise<T | null> {
    this.ready();
    return DBOS.getEvent<T>(id, PROGRESS, { timeoutSeconds: within / 1_000 });
  }

  /** No further step begins; the one under way ends. Nothing is undone. A job that has ended stays as it is. */
  async cancel(id: string): Promise<void> {
    this.ready();
    await DBOS.cancelWorkflow(id);
  }

  /** A cancelled job goes on after its last noted step. */
  async resume(id: string): Promise<void> {
    this.ready();
    await DBOS.resumeWorkflow(id, { queueName: QUEUE });
  }

  /** Forgets jobs that ended before `before`, with all their notes, up to a thousand at once. Answers how many. */
  async purge(before: Instant): Promise<number> {
    this.ready();
    const ended = await DBOS.listWorkflows({
      completedBefore: new Date(before).toISOString(),
      status: (['done', 'failed', 'cancelled'] as const).flatMap((state) => [...STATES[state]]) as never,
      limit: 1_000,
      loadInput: false,
      loadOutput: false,
    });
    if (ended.length > 0) await DBOS.deleteWorkflows(ended.map(({ workflowID }) => workflowID));
    return ended.length;
  }
}

function jobOf(status: WorkflowStatus): Job {
  const state = (Object.keys(STATES) as JobState[]).find((each) => STATES[each].includes(status.status)) ?? 'running';
  return {
    id: status.workflowID,
    workflow: status.workflowName,
    state,
    args: (status.input ?? []) as readonly Plain[],
    createdAt: status.createdAt,
    endedAt: status.completedAt ?? null,
    answer: (state === 'done' ? (status.output ?? null) : null) as Plain,
    error: state === 'failed' ? (revive(status.error) ?? new StepFailed('workflow', 'error')) : null,
    executor: status.executorId || null,
  };
}
