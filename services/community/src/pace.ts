/** How fast one person may write, in this process. */
import type { Clock } from '@kept/kit';
import { TooMany } from './errors.ts';

const WINDOW_MS = 600_000;
/** Of people who wrote lately, as many as are remembered. */
const PEOPLE = 50_000;

export class Pace {
  readonly #clock: Clock;
  readonly #most: number;
  readonly #lately = new Map<string, number[]>();

  constructor(clock: Clock, most: number) {
    this.#clock = clock;
    this.#most = most;
  }

  /** Counts one more. Throws COMMUNITY_TOO_MANY. */
  step(person: string): void {
    const now = this.#clock.now();
    const lately = (this.#lately.get(person) ?? []).filter((at) => at > now - WINDOW_MS);
    if (lately.length >= this.#most) throw new TooMany();
    this.#lately.delete(person);
    this.#lately.set(person, [...lately, now]);
    const [oldest] = this.#lately.keys();
    if (this.#lately.size > PEOPLE && oldest !== undefined) this.#lately.delete(oldest);
  }
}
