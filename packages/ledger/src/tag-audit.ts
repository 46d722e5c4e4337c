import type { Findings } from './report.ts';
import type { Bundle, SnapshotReader } from './store.ts';

/** Walks along the index by tag in step with the bundles: every tag below its mark is in it, and nothing else is. */
export class TagComparison {
  readonly #reader: SnapshotReader;
  readonly #findings: Findings;
  #stream: AsyncIterator<readonly { readonly index: number; readonly tag: Buffer }[]> | undefined;
  #mark = 0;
  #piece: readonly { readonly index: number; readonly tag: Buffer }[] = [];
  #at = 0;

  constructor(reader: SnapshotReader, findings: Findings) {
    this.#reader = reader;
    this.#findings = findings;
  }

  async follow({ first, count, tags }: Bundle): Promise<void> {
    await this.#start();
    if (first >= this.#mark || !tags) return;
    if (first + count > this.#mark) this.#findings.add(first, 'the index by tag ends within a row');
    for (const [i, tag] of tags.entries()) {
      if (!tag) continue;
      const next = await this.#next();
      if (next?.index !== first + i || !next.tag.equals(tag))
        this.#findings.end(first + i, 'the index by tag is not made of the tags');
    }
  }

  async end(size: number): Promise<void> {
    await this.#start();
    if (this.#mark > size) this.#findings.add(size, 'the index by tag says it goes further than the log');
    if (await this.#next()) this.#findings.add(0, 'there are tags in the index that no leaf has');
  }

  async #start(): Promise<void> {
    if (this.#stream) return;
    this.#stream = this.#reader.indexedTags()[Symbol.asyncIterator]();
    const mark = await this.#reader.indexedSize();
    if (mark === undefined) this.#findings.add(0, 'the index by tag does not say how far it goes');
    this.#mark = mark ?? 0;
  }

  async #next(): Promise<{ readonly index: number; readonly tag: Buffer } | undefined> {
    if (this.#at === this.#piece.length) {
      const { done, value } = await this.#stream!.next();
      this.#piece = done ? [] : value;
      this.#at = 0;
    }
    return this.#piece[this.#at++];
  }
}
