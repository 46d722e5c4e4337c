/** What is to be done at a later moment. In memory: whoever sets one can say after a restart what it was. */
import type { Clock } from '@kept/kit';

const LONGEST_MS = 60_000;

export class Timers {
  readonly #clock: Clock;
  readonly #due = new Map<string, { readonly at: number; readonly act: (at: number) => void }>();
  #wake: NodeJS.Timeout | undefined;
  #wakeAt = Number.POSITIVE_INFINITY;
  #over: boolean;

  /** `wakes`: whether it does what is due by itself. */
  constructor(clock: Clock, wakes = true) {
    this.#clock = clock;
    this.#over = !wakes;
  }

  begin(): void {
    this.#over = false;
  }

  /** Instead of what bore the same name. `act` is told the moment that was meant. */
  set(name: string, at: number, act: (at: number) => void): void {
    this.#due.set(name, { at, act });
    this.#arm(at);
  }

  clear(name: string): void {
    this.#due.delete(name);
  }

  clearAll(prefix: string): void {
    for (const name of this.#due.keys()) if (name.startsWith(prefix)) this.#due.delete(name);
  }

  /** When the earliest is due; Infinity where nothing is. */
  next(): number {
    let earliest = Number.POSITIVE_INFINITY;
    for (const { at } of this.#due.values()) earliest = Math.min(earliest, at);
    return earliest;
  }

  /** Does what is due, the earliest first. By itself, or called by a test that has moved its clock. */
  tick(): void {
    for (;;) {
      const now = this.#clock.now();
      const ready = [...this.#due].filter(([, { at }]) => at <= now).sort(([, a], [, b]) => a.at - b.at);
      if (ready.length === 0) break;
      for (const [name, timer] of ready) {
        // One before it may have taken it away.
        if (this.#due.get(name) !== timer) continue;
        this.#due.delete(name);
        timer.act(timer.at);
      }
    }
    this.#wakeAt = Number.POSITIVE_INFINITY;
    const next = this.next();
    if (Number.isFinite(next)) this.#arm(next);
  }

  #arm(at: number): void {
    if (this.#over || at >= this.#wakeAt) return;
    clearTimeout(this.#wake);
    this.#wakeAt = at;
    const wait = Math.min(LONGEST_MS, Math.max(0, at - this.#clock.now()));
    this.#wake = setTimeout(() => this.tick(), wait);
    this.#wake.unref();
  }

  end(): void {
    this.#over = true;
    clearTimeout(this.#wake);
    this.#due.clear();
  }
}
