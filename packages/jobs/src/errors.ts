import { Bug, type KeptError, Misuse, Refused, Unavailable } from '@kept/base';

/** A value on its way into the durable store is more than ids, numbers and short words. Says where, never what. */
export class NotPlain extends Misuse {
  constructor(path: string, why: string) {
    super('JOBS_NOT_PLAIN', `a durable value ${why}`, {
      path,
      help: 'pass ids and read the data in the step that needs it: what a workflow is given or answers is kept in clear',
    });
  }
}

/** The id belongs to another workflow already. */
export class IdTaken extends Misuse {
  constructor(id: string) {
    super('JOBS_ID_TAKEN', `job \`${id}\` exists and runs another workflow`);
  }
}

/** The name of a workflow, step, topic or schedule, or the id of a job, is not one word. */
export class WrongName extends Misuse {
  constructor() {
    super('JOBS_NAME', 'jobs, workflows, steps, topics and schedules are named by an id or a short word');
  }
}

/** Defined twice, or too late; opened twice; used before `launch` or after `close`. */
export class WrongTime extends Misuse {
  constructor(what: string) {
    super('JOBS_WRONG_TIME', what);
  }
}

/** No job has this id. */
export class UnknownJob extends Misuse {
  constructor(id: string) {
    super('JOBS_UNKNOWN', `there is no job \`${id}\``);
  }
}

/** The job was cancelled before it ended. */
export class Cancelled extends Misuse {
  constructor(id: string) {
    super('JOBS_CANCELLED', `job \`${id}\` was cancelled`);
  }
}

/** A step threw what is not one of our errors. Its message may quote personal values, so it is neither kept nor shown. */
export class StepFailed extends Bug {
  constructor(step: string, name: string) {
    super('JOBS_STEP_FAILED', `step \`${step}\` failed with ${name}`);
  }
}

/** The program no longer takes the steps that this job has recorded. */
export class StepsChanged extends Bug {
  constructor() {
    super('JOBS_STEPS_CHANGED', 'a workflow was changed while jobs of it were under way', {
      help: 'guard the change with `run.changed(name)`, so that jobs begun before it take the old way',
    });
  }
}

/** The database of the jobs cannot be used. */
export class JobsUnavailable extends Unavailable {
  constructor(cause: unknown) {
    super('JOBS_UNAVAILABLE', 'the database of the jobs does not answer', { cause });
  }
}

/** What may be kept of an error: all of ours, nothing of others'. */
export interface KeptRecord {
  readonly kind: string;
  readonly code: string;
  readonly message: string;
  readonly help?: string;
  readonly path?: string;
  readonly clause?: string;
  readonly reason?: string;
}

/** The error as one of ours, without cause: what a step throws is stored. */
export function presentable(error: unknown, step: string): KeptError {
  return (
    revive(error) ??
    new StepFailed(step, error instanceof Error ? error.name.replace(/[^A-Za-z0-9]/g, '') : typeof error)
  );
}

/**
 * The error again, as thrown just now or as read from the store; null if it is none of ours. Of its class only the kind
 * survives, in both cases: a workflow that catches it must not go one way live and another way after a restart.
 */
export function revive(value: unknown): KeptError | null {
  const { kind, code, message, help, path, clause, reason } = (value ?? {}) as Partial<KeptRecord>;
  const Kind = KINDS[kind as keyof typeof KINDS];
  if (!Kind || typeof code !== 'string' || typeof message !== 'string') return null;
  return new Kind(code, message, {
    ...(help && { help }),
    ...(path && { path }),
    ...(clause && { clause }),
    ...(reason && { reason }),
  });
}

const KINDS = { bug: Bug, misuse: Misuse, refused: Refused, unavailable: Unavailable };
