/** What a connector knows of the tables of its database, until something there is not as declared. */
import { driftOf, type TableShape } from './drift.ts';
import { NotAsDeclared } from './errors.ts';
import type { Collection, Survey } from './words.ts';

export interface TableSource<T> {
  readonly dataset: string;
  catalogOf(collections: readonly Collection[]): Promise<Iterable<readonly [id: string, table: T | null]>>;
  /** An error of the driver as one of ours, without a value. */
  say(error: unknown, collection: string): Error;
}

export class KnownTables<T extends TableShape> {
  readonly #source: TableSource<T>;
  readonly #tables = new Map<string, T | null>();

  constructor(source: TableSource<T>) {
    this.#source = source;
  }

  async guarded<R>(collection: string, work: () => Promise<R>): Promise<R> {
    try {
      return await work();
    } catch (error) {
      throw this.said(error, collection);
    }
  }

  said(error: unknown, collection: string): Error {
    const ours = this.#source.say(error, collection);
    // What was known of the tables is asked for again.
    if (ours instanceof NotAsDeclared) this.#tables.clear();
    return ours;
  }

  /** Throws CONNECTORS_NOT_AS_DECLARED. */
  async of(collection: Collection): Promise<T> {
    if (!this.#tables.has(collection.id)) await this.#learn([collection]);
    const table = this.#tables.get(collection.id);
    if (!table) throw new NotAsDeclared(collection.id, 'there is no such table');
    return table;
  }

  /** Asks anew, and counts the rows of each table; null of one that is not there. */
  survey(collections: readonly Collection[], count: (table: T) => number | Promise<number>): Promise<Survey> {
    return this.guarded(this.#source.dataset, async () => {
      this.#tables.clear();
      await this.#learn(collections);
      const rows = new Map<string, number | null>();
      for (const { id } of collections) {
        const table = this.#tables.get(id);
        rows.set(id, table ? await count(table) : null);
      }
      return { rows, ...driftOf(collections, this.#tables) };
    });
  }

  async #learn(collections: readonly Collection[]): Promise<void> {
    for (const [id, table] of await this.#source.catalogOf(collections)) this.#tables.set(id, table);
  }
}
