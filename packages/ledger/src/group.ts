/** Group commit without timers: the leaves that arrive while a group is being recorded are the next group. */
import { Closed, OutOfBounds, Overloaded } from './errors.ts';
import { TAG_BYTES } from './rows.ts';
import { MAX_LEAF_BYTES } from './tile.ts';

/** Leaves and bytes of one group at most: bounds what a reader must hold to look at one row. */
const MAX_LEAVES = 1_024;
const MAX_BYTES = 4 * 2 ** 20;

/** Leaves that wait at most; the memory for them is the callers' anyway. */
const MAX_WAITING = 65_536;

type Tag = Buffer | undefined;

/** Records a group; gives the index of its first leaf. */
export type Record = (leaves: readonly Uint8Array[], tags: readonly Tag[] | null) => Promise<number>;

interface Waiting {
  readonly leaf: Uint8Array;
  readonly tag: Tag;
  readonly done: (index: number) => void;
  readonly failed: (error: unknown) => void;
}

export class GroupCommit {
  readonly #record: Record;
  #waiting: Waiting[] = [];
  #scheduled = false;
  #busy = false;
  #closed = false;
  #idle: (() => void)[] = [];

  constructor(record: Record) {
    this.#record = record;
  }

  add(leaf: Uint8Array, tag: Tag): Promise<number> {
    return new Promise((done, failed) => {
      if (this.#closed) throw new Closed();
      if (leaf.length > MAX_LEAF_BYTES) throw new OutOfBounds(`a leaf has at most ${MAX_LEAF_BYTES} bytes`);
      if (tag && tag.length !== TAG_BYTES) throw new OutOfBounds(`a tag has ${TAG_BYTES} bytes`);
      if (this.#waiting.length >= MAX_WAITING) throw new Overloaded(this.#waiting.length);
      this.#waiting.push({ leaf, tag, done, failed });
      this.#schedule();
    });
  }

  /** Takes no more; resolves when what was taken is settled. */
  close(): Promise<void> {
    this.#closed = true;
    return new Promise((done) => {
      if (this.#busy || this.#waiting.length > 0) this.#idle.push(done);
      else done();
    });
  }

  #schedule(): void {
    if (this.#scheduled || this.#busy) return;
    this.#scheduled = true;
    // After the promises that are due now: those who were just answered and come again share the next group with
    // those who waited meanwhile, instead of alternating with them in two half-full groups.
    setImmediate(() => {
      this.#scheduled = false;
      void this.#flush();
    });
  }

  async #flush(): Promise<void> {
    const group = this.#take();
    this.#busy = true;
    try {
      const tags = group.some((each) => each.tag) ? group.map((each) => each.tag) : null;
      const first = await this.#record(
        group.map((each) => each.leaf),
        tags,
      );
      for (let i = 0; i < group.length; i++) group[i]!.done(first + i);
    } catch (error) {
      for (const each of group) each.failed(error);
    }
    this.#busy = false;
    if (this.#waiting.length > 0) this.#schedule();
    else for (const done of this.#idle.splice(0)) done();
  }

  #take(): Waiting[] {
    let bytes = 0;
    let count = 0;
    while (count < this.#waiting.length && count < MAX_LEAVES) {
      bytes += this.#waiting[count]!.leaf.length;
      if (bytes > MAX_BYTES && count > 0) break;
      count++;
    }
    if (count === this.#waiting.length) {
      const all = this.#waiting;
      this.#waiting = [];
      return all;
    }
    return this.#waiting.splice(0, count);
  }
}
