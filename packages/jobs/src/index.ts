/**
 * Durable jobs.
 *
 * - **Workflow**: a function whose steps are noted, so that it goes on where it stopped. **Job**: one run of it, by id.
 * - **Step**: a piece of a workflow that is not done again once its answer is noted.
 * - **Store**: a database in which a step and its note are one transaction, so that it is done exactly once.
 * - **Plain**: what may be stored in clear: ids, short words, numbers. Never personal data.
 * - **Executor**: a process that works on jobs; another takes over when it falls silent.
 */
export type { Job, JobState, JobStep, ListOptions, Workflow } from './desk.ts';
export {
  Cancelled,
  IdTaken,
  JobsUnavailable,
  NotPlain,
  StepFailed,
  StepsChanged,
  UnknownJob,
  WrongName,
  WrongTime,
} from './errors.ts';
export { jobsMigrations } from './executors.ts';
export { type CloseOptions, type Jobs, type JobsOptions, openJobs, type Schedule } from './jobs.ts';
export type { JobsLog } from './log.ts';
export { assertPlain, isWord, type Plain } from './plain.ts';
export type { Run } from './run.ts';
export type { Store } from './store.ts';
