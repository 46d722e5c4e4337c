/** What is done under one name is done one after the other, in this process. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  /** `work` begins when what came before it under this name is over, whatever became of that. */
  take<T>(name: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.#last.get(name) ?? Promise.resolve()).then(work);
    const settled: Promise<unknown> = turn.then(
      () => this.#leave(name, settled),
      () => this.#leave(name, settled),
    );
    this.#last.set(name, settled);
    return turn;
  }

  #leave(name: string, settled: Promise<unknown>): void {
    if (this.#last.get(name) === settled) this.#last.delete(name);
  }
}
