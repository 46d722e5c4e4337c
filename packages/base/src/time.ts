declare const unit: unique symbol;

/** A point in time: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number & { readonly [unit]?: 'instant' };

/** A length of time in milliseconds. Made by `Seconds(5)`, `Days(30)`; never by hand. */
export type Duration = number & { readonly [unit]: 'duration' };

/** So many milliseconds, seconds, minutes, hours. */
export const Millis = (n: number): Duration => n as Duration;
export const Seconds = (n: number): Duration => (n * 1_000) as Duration;
export const Minutes = (n: number): Duration => (n * 60_000) as Duration;
export const Hours = (n: number): Duration => (n * 3_600_000) as Duration;
/** Days of 24 hours; for calendar days see the deadline engine in `rights`. */
export const Days = (n: number): Duration => (n * 86_400_000) as Duration;

/** Where the present comes from. Injected everywhere, so that a test can hold or move it. */
export interface Clock {
  now(): Instant;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands still until told to move. */
export class ManualClock implements Clock {
  #now: Instant;
  constructor(start: Instant = Date.UTC(2026, 10, 23, 9)) {
    this.#now = start;
  }
  now(): Instant {
    return this.#now;
  }
  advance(by: Duration): void {
    this.#now += by;
  }
}
