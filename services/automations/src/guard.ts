/** Against automations that set off each other, or themselves, for ever. */

/** One run sets off another, and that another: no further than this. */
export const DEPTH_MAX = 8;
/** Runs of one automation in ten seconds at most. */
export const RATE_MAX = 60;
const RATE_MS = 10_000;
/** What changes so soon after a command for it is taken for its effect. */
const EFFECT_MS = 10_000;
const REMEMBERED_MAX = 10_000;

/** Who or what is behind a change. */
export interface Cause {
  readonly by: 'person' | 'run';
  /** Opaque. */
  readonly id: string;
  readonly depth: number;
}

export class Guard {
  readonly #commands = new Map<string, { readonly cause: Cause; readonly until: number }>();
  readonly #rates = new Map<string, { from: number; count: number }>();

  commanded(entity: string, cause: Cause, now: number): void {
    // The newest stands last, so that the oldest goes first.
    this.#commands.delete(entity);
    this.#commands.set(entity, { cause, until: now + EFFECT_MS });
    if (this.#commands.size > REMEMBERED_MAX) this.#commands.delete(this.#commands.keys().next().value!);
  }

  /** Who had commanded what now changes; null where nobody had. */
  behind(entity: string, now: number): Cause | null {
    const known = this.#commands.get(entity);
    return known && now <= known.until ? known.cause : null;
  }

  /** Whether one more run of it is not too many. */
  lets(rule: string, now: number): boolean {
    const rate = this.#rates.get(rule);
    if (!rate || now - rate.from >= RATE_MS) {
      this.#rates.set(rule, { from: now, count: 1 });
      return true;
    }
    rate.count++;
    return rate.count <= RATE_MAX;
  }
}
