/** States that this process has read: bounded in number and time, emptied entry by entry when somebody's change. */
export class StateCache<S> {
  /** Grows with every eviction. What was asked for in an older generation must not be stored, nor answered. */
  generation = 0;
  readonly #entries = new Map<string, { state: S; until: number }>();
  readonly #max: number;
  readonly #ms: number;

  constructor(max: number, ms: number) {
    this.#max = max;
    this.#ms = ms;
  }

  get(id: string): S | undefined {
    const hit = this.#entries.get(id);
    if (hit === undefined || performance.now() < hit.until) return hit?.state;
    this.#entries.delete(id);
    return undefined;
  }

  put(id: string, state: S): void {
    this.#entries.delete(id);
    this.#entries.set(id, { state, until: performance.now() + this.#ms });
    if (this.#entries.size <= this.#max) return;
    for (const oldest of this.#entries.keys()) {
      this.#entries.delete(oldest);
      return;
    }
  }

  /** These entries, or all if null. */
  evict(ids: readonly string[] | null): void {
    this.generation++;
    if (ids === null) this.#entries.clear();
    else for (const id of ids) this.#entries.delete(id);
  }
}
