import type { Store } from './store.ts';

/** Leaves behind the mark that are worth a round of indexing: writing them together is cheaper, searching them dearer. */
const LAG = 4_096;

/** Leaves that one statement indexes. */
const STEP = 16_384;

/**
 * Keeps the index by tag near the end of the log, in the background. Nothing waits for it and nothing depends on it:
 * a search looks at what is not indexed yet in the bundles themselves.
 */
export class TagIndexer {
  readonly #store: Store;
  #lag = LAG;
  #running: Promise<void> | undefined;
  #stopped = false;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Says that so many leaves were appended. The first call also catches up with what a killed process left behind. */
  grew(leaves: number): void {
    this.#lag += leaves;
    if (this.#lag < LAG || this.#running || this.#stopped) return;
    this.#lag = 0;
    this.#running = this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  /** Resolves when it is at rest, for good. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    try {
      while (!this.#stopped && (await this.#store.indexTags(STEP)));
    } catch {
      // The lag grows on and the next round tries again; searches stay right meanwhile.
    }
  }
}
