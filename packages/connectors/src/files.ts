/**
 * A folder of files beside Kept: CSV and Parquet. A collection is a file, or all whose names have a pattern
 * (`orders-*.csv`); then `@file` is part of the key. What goes is written out of the file.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { csv } from './csv.ts';
import { NotAsDeclared } from './errors.ts';
import { replaceFile } from './file-change.ts';
import type { Changes, FileFormat, Numbered } from './file-format.ts';
import { sayFiles } from './files-errors.ts';
import { FILE } from './key-pattern.ts';
import { parquet } from './parquet.ts';
import { columnsOf, keySet, keyText, maskedColumns, matcher, paged } from './plain-rows.ts';
import { type Collection, columnOf, type Drift, type Match, PAGE, type Row, type Store } from './words.ts';

type Change = (row: Row, absent: '' | null) => 'gone' | Readonly<Record<string, string | null>> | null;

/** `delimiter` of CSV. The folder, and whatever of it is declared, has to be ours to write. */
export function openFiles(dataset: string, folder: string, delimiter = ','): Store {
  const files = new Folder(dataset, folder, delimiter);
  const asked = async <T>(collection: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw sayFiles(error, dataset, collection);
    }
  };
  const sum = async (counts: AsyncIterable<number>): Promise<number> => {
    let all = 0;
    for await (const n of counts) all += n;
    return all;
  };
  return {
    survey: (collections) => asked(dataset, () => files.survey(collections)),
    async *rows(collection, matches, columns) {
      try {
        yield* paged(files.found(collection, matches, columns), PAGE);
      } catch (error) {
        throw sayFiles(error, dataset, collection.id);
      }
    },
    count: (collection, keys) => asked(collection.id, () => sum(files.counts(collection, keys, () => true))),
    remove: (collection, keys) => asked(collection.id, () => files.change(collection, keys, () => 'gone')),
    mask: (collection, keys) =>
      asked(collection.id, () =>
        files.change(collection, keys, (row, absent) => maskedColumns(collection, row, absent)),
      ),
    unmasked: (collection, keys) =>
      asked(collection.id, () =>
        sum(files.counts(collection, keys, (row, absent) => maskedColumns(collection, row, absent) !== null)),
      ),
    close: async () => undefined,
  };
}

class Folder {
  readonly #dataset: string;
  readonly #folder: string;
  readonly #csv: FileFormat;

  constructor(dataset: string, folder: string, delimiter: string) {
    this.#dataset = dataset;
    this.#folder = folder;
    this.#csv = csv(delimiter);
  }

  async *found(collection: Collection, matches: readonly Match[], columns: readonly string[]): AsyncGenerator<Row> {
    const isMatch = matcher(matches);
    const wanted = [...columns, ...collection.primaryKey, ...matches.map(({ field }) => columnOf(field))];
    for (const name of await this.#filesOf(collection))
      for await (const { row } of this.#numbered(collection, name, wanted)) {
        const absent = wanted.find((column) => !(column in row));
        if (absent !== undefined) throw new NotAsDeclared(`${collection.id}.${absent}`, 'there is no such column');
        if (isMatch(row)) yield columnsOf(row, columns);
      }
  }

  /** Of each file, how many rows of these keys are so. */
  async *counts(
    collection: Collection,
    keys: readonly Row[],
    isSo: (row: Row, absent: '' | null) => boolean,
  ): AsyncGenerator<number> {
    for (const name of await this.#filesOf(collection)) {
      const found = await this.#named(collection, name, keys);
      yield found.filter(({ row }) => isSo(row, this.#formatOf(name).absent)).length;
    }
  }

  /** Answers how many rows of these keys there are. */
  async change(collection: Collection, keys: readonly Row[], to: Change): Promise<number> {
    let n = 0;
    for (const name of await this.#filesOf(collection)) {
      const path = join(this.#folder, name);
      n += await alone(path, () => this.#changeOne(collection, name, path, keys, to));
    }
    return n;
  }

  async #changeOne(
    collection: Collection,
    name: string,
    path: string,
    keys: readonly Row[],
    to: Change,
  ): Promise<number> {
    const format = this.#formatOf(name);
    const found = await this.#named(collection, name, keys);
    oneEach(collection, found);
    const changes: Changes = new Map(
      found.flatMap(({ n, row }) => {
        const change = to(row, format.absent);
        return change ? [[n, change] as const] : [];
      }),
    );
    if (changes.size > 0)
      await replaceFile(this.#dataset, path, (beside) => format.write(path, beside, collection.id, changes));
    return found.length;
  }

  async survey(collections: readonly Collection[]) {
    const rows = new Map<string, number | null>();
    const drift: Drift[] = [];
    for (const collection of collections) {
      const { id, fields, name, erase, primaryKey } = collection;
      const names = await this.#filesOf(collection).catch((error: unknown) => {
        if (error instanceof NotAsDeclared) return null;
        throw error;
      });
      if (!names) drift.push({ code: 'no-collection', at: id });
      let n = 0;
      const missing = new Set<string>();
      for (const each of names ?? []) {
        const [format, path] = [this.#formatOf(each), join(this.#folder, each)];
        const columns = [...(await format.columns(path, id)), FILE];
        for (const { path: field } of fields) if (!columns.includes(columnOf(field))) missing.add(columnOf(field));
        n += await format.count(path);
      }
      rows.set(id, names && n);
      for (const column of missing) drift.push({ code: 'no-column', at: `${id}.${column}` });
      if (name.includes('*') && erase !== 'keep' && !primaryKey.includes(FILE)) drift.push({ code: 'no-key', at: id });
    }
    return { rows, drift, foreignKeys: [] };
  }

  #formatOf(name: string): FileFormat {
    return name.endsWith('.parquet') ? parquet : this.#csv;
  }

  async #filesOf({ id, name }: Collection): Promise<string[]> {
    const pattern = new RegExp(`^${name.split('*').map(literally).join('[^/]*')}$`);
    const names = (await readdir(this.#folder)).filter((each) => !each.startsWith('.') && pattern.test(each));
    if (names.length === 0 && !name.includes('*')) throw new NotAsDeclared(id, 'there is no such file');
    return names.toSorted();
  }

  async *#numbered({ id }: Collection, name: string, wanted?: readonly string[]): AsyncGenerator<Numbered> {
    for await (const { n, row } of this.#formatOf(name).rows(join(this.#folder, name), id, wanted))
      yield { n, row: { ...row, [FILE]: name } };
  }

  async #named(collection: Collection, name: string, keys: readonly Row[]): Promise<Numbered[]> {
    const found: Numbered[] = [];
    if (collection.primaryKey.includes(FILE) && !keys.some((key) => key[FILE] === name)) return found;
    const set = keySet(collection, keys);
    for await (const each of this.#numbered(collection, name))
      if (set.has(keyText(collection, each.row))) found.push(each);
    return found;
  }
}

/** One change of a file after another, within this process. */
const inTurn = new Map<string, Promise<unknown>>();

async function alone<T>(path: string, work: () => Promise<T>): Promise<T> {
  const before = inTurn.get(path) ?? Promise.resolve();
  const mine = before.catch(() => undefined).then(work);
  inTurn.set(path, mine);
  try {
    return await mine;
  } finally {
    if (inTurn.get(path) === mine) inTurn.delete(path);
  }
}

const literally = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Two rows of one key that are not alike are two people's, perhaps: neither is touched. */
function oneEach(collection: Collection, found: readonly Numbered[]): void {
  const seen = new Map<string, string>();
  for (const { row } of found) {
    const [key, whole] = [keyText(collection, row), JSON.stringify(row)];
    if ((seen.get(key) ?? whole) !== whole) throw new NotAsDeclared(collection.id, 'two rows have one key');
    seen.set(key, whole);
  }
}
