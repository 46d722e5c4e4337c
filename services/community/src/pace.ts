/** How fast one person may write, counted among what they wrote: so it holds for all processes of a server together. */
import type { Clock, Repository } from '@kept/kit';
import { TooMany } from './errors.ts';

const WINDOW_MS = 600_000;

export class Pace {
  readonly #rows: Pick<Repository, 'countSince' | 'remove'>;
  readonly #clock: Clock;
  readonly #most: number;

  /** `rows` have the ids that their repository gives out. */
  constructor(rows: Pick<Repository, 'countSince' | 'remove'>, clock: Clock, most: number) {
    this.#rows = rows;
    this.#clock = clock;
    this.#most = most;
  }

  /**
   * Writes one more, whose row `write` answers. Of those who write at the same moment each counts after it wrote, so the
   * last of them counts all, and what is too much is gone again. Throws COMMUNITY_TOO_MANY.
   */
  async step(person: string, write: () => Promise<string>): Promise<void> {
    if ((await this.#lately(person)) >= this.#most) throw new TooMany();
    const row = await write();
    if ((await this.#lately(person)) <= this.#most) return;
    await this.#rows.remove(person, row);
    throw new TooMany();
  }

  #lately(person: string): Promise<number> {
    return this.#rows.countSince(person, this.#clock.now() - WINDOW_MS, this.#most + 1);
  }
}
