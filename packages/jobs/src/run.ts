/** What a workflow does durable things with. */
import { setTimeout as sleep } from 'node:timers/promises';
import { DBOS, Error as Library } from '@dbos-inc/dbos-sdk';
import { DBOSError } from '@dbos-inc/dbos-sdk/datasource';
import { type Clock, type Duration, type Instant, systemClock } from '@kept/base';
import type { PoolClient } from '@kept/db';
import { presentable, StepsChanged, WrongName } from './errors.ts';
import { assertPlain, isWord, type Noted, type Plain } from './plain.ts';
import { persistently, type StepGate, type Surroundings, thrownAgain } from './steps.ts';
import { inStore, type Store } from './store.ts';

/**
 * One job under way. Everything that a workflow does besides computing goes through this: after a restart the workflow
 * runs again from the top, and each of these answers what it answered before instead of doing it again.
 *
 * A workflow takes its steps in the same order every time: no clock, no randomness, no I/O but in here.
 */
export interface Run {
  /** The job's id. */
  readonly id: string;
  /** The time, the same after a restart. */
  now(): Promise<Instant>;
  /**
   * Does `work` at least once: again after a crash in the middle of it, never after its answer is noted. While what it
   * needs is `Unavailable`, it is tried again, for as long as it takes; any other error is the step's answer and thrown.
   */
  step<T extends Noted>(name: string, work: () => Promise<T>): Promise<T>;
  /** Does `work` in one transaction of the store, exactly once, crash or not. It must write through `client` alone. */
  transaction<T extends Noted>(store: Store, name: string, work: (client: PoolClient) => Promise<T>): Promise<T>;
  /** Waits; a restart does not begin the wait again. */
  sleep(length: Duration): Promise<void>;
  sleepUntil(instant: Instant): Promise<void>;
  /** The next message of this topic, or null if none came in time. Each is received once, in the order sent. */
  receive<T extends Plain>(topic: string, within: Duration): Promise<T | null>;
  /** Tells those who watch how far the job is; see `jobs.progress`. */
  tell(progress: Plain): Promise<void>;
  /** Whether this job began after the change `name` was made to its workflow. Jobs begun before it take the old way. */
  changed(name: string): Promise<boolean>;
}

export const PROGRESS = 'progress';
const POLL_MS = 10;

export function makeRun(id: string, clock: Clock, around: Surroundings): Run {
  const { gate } = around;
  const step = <T extends Noted>(name: string, work: () => Promise<T>): Promise<T> => {
    const plainly = async (): Promise<T> => {
      const answer = await work();
      assertPlain(answer);
      return answer;
    };
    const noted = () => DBOS.runStep(() => persistently(named(name), plainly, around), { name });
    return thrownAgain(gate.enter(noted));
  };
  const now = (): Promise<Instant> => step('now', async () => clock.now());
  const sleepUntil = async (instant: Instant): Promise<void> => {
    if (clock === systemClock) {
      const length = Math.max(0, instant - (await now()));
      return gate.pass(() => DBOS.sleepms(length));
    }
    // A clock that is moved by hand: not one of the steps that closing waits for.
    const moved = async (): Promise<void> => {
      while (clock.now() < instant) await sleep(POLL_MS, undefined, { ref: false });
    };
    await gate.pass(() => DBOS.runStep(moved, { name: 'sleep' }));
  };
  return {
    id,
    now,
    step,
    transaction: (store, name, work) => thrownAgain(gate.enter(() => inStore(store, named(name), work))),
    sleep: async (length) => sleepUntil((await now()) + length),
    sleepUntil,
    receive: <T extends Plain>(topic: string, within: Duration) => receive<T>(named(topic), within, clock, gate, now),
    tell: (progress) => gate.enter(() => DBOS.setEvent(PROGRESS, progress)),
    changed: (name) => gate.enter(() => DBOS.patch(named(name))),
  };
}

async function receive<T extends Plain>(
  topic: string,
  within: Duration,
  clock: Clock,
  gate: StepGate,
  now: () => Promise<Instant>,
): Promise<T | null> {
  if (clock === systemClock) return gate.pass(() => DBOS.recv<T>(topic, { timeoutSeconds: within / 1_000 }));
  // The library waits by the real time; a clock that is moved by hand is looked at between short waits.
  const until = (await now()) + within;
  for (;;) {
    const options = { timeoutSeconds: (POLL_MS * 3) / 1_000, pollingIntervalMs: POLL_MS };
    const message = await gate.pass(() => DBOS.recv<T>(topic, options));
    if (message !== null || (await now()) >= until) return message;
  }
}

function named(name: string): string {
  if (!isWord(name)) throw new WrongName();
  return name;
}

/** The body of a workflow: what it throws is kept, so only what may be kept is thrown. */
export async function body<T>(gate: StepGate, work: () => Promise<T>): Promise<T> {
  try {
    return await gate.pass(work);
  } catch (error) {
    if (error instanceof Library.DBOSUnexpectedStepError) throw new StepsChanged();
    // The library's own say that the job was cancelled or handed over; it must see them.
    if (error instanceof DBOSError) throw error;
    throw presentable(error, 'workflow');
  }
}
