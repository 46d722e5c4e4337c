/** A bucket of tokens for each of many names; those that are full are forgotten. */
const NAMES_MAX = 50_000;

export interface Rate {
  /** In a second, in the long run. */
  readonly rate: number;
  /** At once, after a rest. */
  readonly burst: number;
}

export class Throttle {
  readonly #rate: Rate;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  constructor(rate: Rate) {
    this.#rate = rate;
  }

  /** Whether there is room for one more. `now` in milliseconds. */
  lets(name: string, now: number): boolean {
    const { rate, burst } = this.#rate;
    const bucket = this.#buckets.get(name) ?? { tokens: burst, at: now };
    bucket.tokens = Math.min(burst, bucket.tokens + (Math.max(0, now - bucket.at) / 1_000) * rate);
    bucket.at = now;
    if (this.#buckets.size > NAMES_MAX) this.#forget(now);
    this.#buckets.set(name, bucket);
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  }

  #forget(now: number): void {
    const { rate, burst } = this.#rate;
    for (const [name, { tokens, at }] of this.#buckets)
      if (tokens + ((now - at) / 1_000) * rate >= burst) this.#buckets.delete(name);
  }
}
