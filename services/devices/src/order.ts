/** What one device says keeps the order in which it came, though much of it is under way at once. */

const NAMES_MAX = 50_000;
/** Who says more than that in one millisecond is throttled long before; a clock that was set back by more is believed. */
const AHEAD_MS = 1_000;

/** Of two messages of one name that come in the same millisecond, the later has the later time. */
export class Arrivals {
  readonly #last = new Map<string, number>();

  /** Milliseconds since 1970, at or shortly after `now`. */
  at(name: string, now: number): number {
    const last = this.#last.get(name) ?? 0;
    const at = now > last || last - now > AHEAD_MS ? now : last + 1;
    if (this.#last.size > NAMES_MAX) this.#forget(now);
    this.#last.set(name, at);
    return at;
  }

  #forget(now: number): void {
    for (const [name, last] of this.#last) if (last < now) this.#last.delete(name);
  }
}
