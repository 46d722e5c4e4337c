interface Waiting<T, R> {
  item: T;
  done: (result: R) => void;
  failed: (error: unknown) => void;
}

export interface BatcherOptions {
  /** Items in one batch at most. */
  readonly max: number;
  /** Batches under way at once. */
  readonly lanes: number;
  /**
   * Milliseconds from the beginning of one batch of a lane to that of the next, at least; none if absent. A lone caller
   * waits for nobody all the same, a steady trickle comes in fewer and larger batches.
   */
  readonly rest?: number;
}

/**
 * Group commit and coalesced reads, without a timer unless lanes rest: what arrives while every lane is busy is the next batch, so that a
 * lone caller waits for nobody and a crowd shares round trips.
 *
 * `run` answers in the order of its items; an answer that is an Error rejects that caller alone. If `run` throws, the
 * whole batch is rejected with it.
 */
export class Batcher<T, R> {
  readonly #run: (items: T[]) => Promise<(R | Error)[]>;
  readonly #max: number;
  readonly #rest: number;
  #idle: number;
  #waiting: Waiting<T, R>[] = [];
  #scheduled = false;

  constructor(options: BatcherOptions, run: (items: T[]) => Promise<(R | Error)[]>) {
    this.#run = run;
    this.#max = options.max;
    this.#rest = options.rest ?? 0;
    this.#idle = options.lanes;
  }

  add(item: T): Promise<R> {
    return new Promise((done, failed) => {
      this.#waiting.push({ item, done, failed });
      if (this.#scheduled) return;
      this.#scheduled = true;
      // After the promises that are due now: those who come in the same turn share the batch.
      setImmediate(() => {
        this.#scheduled = false;
        this.#start();
      });
    });
  }

  #start(): void {
    while (this.#idle > 0 && this.#waiting.length > 0) {
      this.#idle--;
      void this.#settle(this.#waiting.splice(0, this.#max));
    }
  }

  async #settle(batch: Waiting<T, R>[]): Promise<void> {
    const began = this.#rest > 0 ? performance.now() : 0;
    try {
      const results = await this.#run(batch.map((each) => each.item));
      for (const [i, each] of batch.entries()) {
        const result = results[i];
        if (result instanceof Error) each.failed(result);
        else each.done(result as R);
      }
    } catch (error) {
      for (const each of batch) each.failed(error);
    } finally {
      const left = this.#rest > 0 ? began + this.#rest - performance.now() : 0;
      if (left > 0 && batch.length < this.#max) setTimeout(() => this.#next(), left);
      else this.#next();
    }
  }

  #next(): void {
    this.#idle++;
    this.#start();
  }
}
