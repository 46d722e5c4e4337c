/** How a step is done: not while closing, again while what it needs is away, its answer plain, its error one of ours. */
import { setTimeout as sleep } from 'node:timers/promises';
import { DBOS } from '@dbos-inc/dbos-sdk';
import { DBOSError } from '@dbos-inc/dbos-sdk/datasource';
import type { Duration } from '@kept/base';
import { presentable, revive } from './errors.ts';
import { passes, patience } from './patience.ts';

/**
 * Lets steps finish, and nothing more begin, when the process closes: a step cut in two is done twice.
 *
 * INVARIANT: a job that comes here while closing waits for ever, rather than getting an error: an error would be noted,
 * as the step's or the job's. Another process, or the next launch, goes on from the last note.
 */
export class StepGate {
  #closing = false;
  #inside = 0;
  #empty: (() => void) | null = null;

  /** Does the work, unless closing; `close` does not wait for it. Calls `work` at once. */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closing) return forever();
    try {
      return await work();
    } catch (error) {
      // Whatever breaks while the library is taken down is not the job's fault.
      if (this.#closing) return forever();
      throw error;
    }
  }

  /** The same for a step, from its beginning to the end of its noting; `close` waits for it. */
  async enter<T>(step: () => Promise<T>): Promise<T> {
    return this.pass(async () => {
      this.#inside++;
      try {
        return await step();
      } finally {
        this.#left();
      }
    });
  }

  /** Waits in the middle of a step; `close` does not wait for that, and nothing comes after it. */
  async outside(wait: () => Promise<void>): Promise<void> {
    this.#left();
    await wait();
    if (this.#closing) return forever();
    this.#inside++;
  }

  /** Resolves when no step is under way, or after `within`. */
  async close(within: Duration): Promise<void> {
    this.#closing = true;
    if (this.#inside === 0) return;
    const empty = new Promise<void>((done) => {
      this.#empty = done;
    });
    await Promise.race([empty, sleep(within, undefined, { ref: false })]);
  }

  #left(): void {
    if (--this.#inside === 0) this.#empty?.();
  }
}

const forever = <T>(): Promise<T> => new Promise(() => {});

/** What a step needs of the process it runs in. */
export interface Surroundings {
  readonly gate: StepGate;
  /** A step threw; it is tried again if `again`. */
  readonly onTrouble: (step: string, error: unknown, again: boolean) => void;
}

export async function persistently<T>(
  name: string,
  work: () => Promise<T>,
  { gate, onTrouble }: Surroundings,
): Promise<T> {
  const pause = patience();
  for (;;) {
    try {
      return await work();
    } catch (error) {
      // The library's own say that the job was cancelled or handed over; it must see them.
      if (error instanceof DBOSError) throw error;
      const again = passes(error) && !DBOS.stepStatus?.cancelSignal?.aborted;
      onTrouble(name, error, again);
      if (!again) throw presentable(error, name);
      await gate.outside(pause);
    }
  }
}

/** A step's error, live or from the store, as the same kind of thing. */
export async function thrownAgain<T>(step: Promise<T>): Promise<T> {
  try {
    return await step;
  } catch (error) {
    throw revive(error) ?? error;
  }
}
