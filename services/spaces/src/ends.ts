/** Moments at which somebody's time in a home runs out: then whoever watches is told, as of any other change. */
import type { Clock } from '@kept/kit';

const LONGEST_MS = 60_000;

export class Ends {
  readonly #clock: Clock;
  readonly #tell: (home: string) => Promise<void>;
  readonly #due = new Map<string, number>();
  #wake: NodeJS.Timeout | undefined;
  #wakeAt = Number.POSITIVE_INFINITY;

  constructor(clock: Clock, tell: (home: string) => Promise<void>) {
    this.#clock = clock;
    this.#tell = tell;
  }

  /** The next of this home; Infinity where nobody's runs out. */
  expect(home: string, at: number): void {
    if (!Number.isFinite(at)) {
      this.#due.delete(home);
      return;
    }
    this.#due.set(home, at);
    this.#arm(at);
  }

  #arm(at: number): void {
    if (at >= this.#wakeAt) return;
    clearTimeout(this.#wake);
    this.#wakeAt = at;
    const wait = Math.min(LONGEST_MS, Math.max(0, at - this.#clock.now()));
    this.#wake = setTimeout(() => void this.tick(), wait);
    this.#wake.unref();
  }

  /** By itself, or called by a test that has moved its clock. What could not be told is told at the next change. */
  async tick(): Promise<void> {
    this.#wakeAt = Number.POSITIVE_INFINITY;
    const now = this.#clock.now();
    const over = [...this.#due].filter(([, at]) => at <= now).map(([home]) => home);
    for (const home of over) this.#due.delete(home);
    await Promise.allSettled(over.map((home) => this.#tell(home)));
    for (const at of this.#due.values()) this.#arm(at);
  }
}
