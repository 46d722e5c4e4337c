/** Whole verifications of the ledgers, begun by an operator, followed while they run. */
import type { LedgerState } from '@kept/api';
import { type Clock, KeptError, systemClock } from '@kept/base';
import type { Ledger } from '@kept/ledger';

type Verification = LedgerState['verification'];

export class Audits {
  readonly #clock: Clock;
  readonly #states = new Map<string, Verification>();

  constructor(clock: Clock = systemClock) {
    this.#clock = clock;
  }

  of(region: string): Verification {
    return this.#states.get(region) ?? { state: 'never', done: 0, total: 0 };
  }

  /** When what the console shows was read. */
  at(_region: string): number {
    return this.#clock.now();
  }

  /** Does nothing while one is under way. */
  begin(region: string, ledger: Ledger): void {
    if (this.of(region).state === 'running') return;
    const total = ledger.size;
    this.#states.set(region, { state: 'running', done: 0, total });
    const onProgress = ({ done }: { done: number }): void =>
      void this.#states.set(region, { state: 'running', done, total });
    ledger.verify({ onProgress }).then(
      (report) => {
        const [problem] = report.problems;
        this.#states.set(region, {
          ...{
            state: report.valid ? 'verified' : 'broken',
            at: this.#clock.now(),
            done: report.size,
            total: report.size,
          },
          ...(problem && { problem: `at entry ${problem.at}: ${problem.what}` }),
        });
      },
      (error: unknown) => {
        const code = error instanceof KeptError ? error.code : 'INTERNAL';
        this.#states.set(region, {
          state: 'broken',
          at: this.#clock.now(),
          done: 0,
          total,
          problem: `the verification stopped: ${code}`,
        });
      },
    );
  }
}
