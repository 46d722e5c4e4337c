/**
 * Reading and erasing, node by node. Each piece of work is harmless when done again, so that whoever makes it durable needs
 * to note only which are done.
 */
import { createHash } from 'node:crypto';
import { Bug, KeptError } from '@kept/base';
import { CameBack, NotAsDeclared, StillReferred } from './errors.ts';
import { textsAt } from './nested.ts';
import type { Notes } from './notes.ts';
import type { Node, Plan } from './plan.ts';
import { type Collection, columnOf, type Identities, type Match, type Row, type Store } from './words.ts';

/** What the work of one person is done with. */
export interface Work {
  readonly plan: Plan;
  /** By dataset. */
  readonly stores: ReadonlyMap<string, Store>;
  readonly identities: Identities;
  readonly notes: Notes;
}

const storeOf = ({ stores }: Work, { dataset }: Collection): Store => {
  const store = stores.get(dataset);
  if (!store) throw new Bug('CONNECTORS_NO_STORE', `nothing is open for dataset \`${dataset}\``);
  return store;
};

const valuesList = (id: string, field: string): string => `${id}.${field}`;
const keysList = (id: string): string => `${id}#`;

/** What finds the rows of a node: all it is asked by at first, then further values as far as there are any. */
async function* rounds({ identities, notes }: Work, { identities: known, edges }: Node): AsyncGenerator<Match[]> {
  const first = known.flatMap(({ kind, field }): Match[] => {
    const values = identities[kind] ?? [];
    if (values.length === 0) return [];
    return kind === 'email'
      ? [{ field, values: values.map((each) => each.toLowerCase()), folded: true }]
      : [{ field, values }];
  });
  const pages = edges.map(({ from, field, to }) => ({
    field: to,
    next: notes.pages(valuesList(from, field))[Symbol.asyncIterator](),
  }));
  for (let matches = first; ; matches = []) {
    for (const { field, next } of pages) {
      const { value, done } = await next.next();
      if (!done) matches.push({ field, values: value });
    }
    if (matches.length === 0) return;
    yield matches;
  }
}

/** Rows of a node, each once, with these columns and those that further work needs. */
async function* rowsOf(work: Work, node: Node, columns: readonly string[]): AsyncGenerator<readonly Row[]> {
  const { collection, sought } = node;
  const wanted = [...new Set([...columns, ...collection.primaryKey, ...sought.map(columnOf)])];
  const seen = new Set<string>();
  const isNew = (digest: string): boolean => !seen.has(digest) && seen.add(digest) !== undefined;
  for await (const matches of rounds(work, node)) {
    for await (const page of storeOf(work, collection).rows(collection, matches, wanted)) {
      // Rows that two rounds find are told apart by a digest of their key, for as long as this node is read. Of a row without
      // key nobody can tell: two that are alike are two.
      const fresh = collection.primaryKey.length === 0 ? page : page.filter((row) => isNew(digestOf(collection, row)));
      for (const path of sought) {
        const [column, ...rest] = path.split('.') as [string, ...string[]];
        await work.notes.add(
          valuesList(collection.id, path),
          fresh.flatMap((row) => textsAt(row[column], rest)),
        );
      }
      if (fresh.length > 0) yield fresh;
    }
  }
}

const digestOf = (collection: Collection, row: Row): string =>
  createHash('sha256').update(keyOf(collection, row)).digest('base64').slice(0, 22);

const keyOf = ({ primaryKey }: Collection, row: Row): string =>
  JSON.stringify(primaryKey.map((column) => row[column] ?? null));

const keyRow = ({ primaryKey }: Collection, key: string): Row => {
  const values = JSON.parse(key) as (string | null)[];
  return Object.fromEntries(primaryKey.map((column, i) => [column, values[i] ?? null]));
};

/** Told of each node that could not be read whole: its system does not answer, or what leads to it could not be read. */
export type WhenLate = (node: Node) => void;

/**
 * Everything that is kept of the person, in pages of one node after another. Values that find further rows are forgotten
 * when the last that they find is read, so that memory holds what is under way only. With `late`, a
 * system that does not answer stops nothing else.
 */
export async function* readAll(
  work: Work,
  only: (node: Node) => boolean = () => true,
  late?: WhenLate,
): AsyncGenerator<{ node: Node; rows: readonly Row[] }> {
  const away = new Set<Store>();
  const partly = new Set<string>();
  const readers = new Map<string, number>();
  for (const { edges } of work.plan.nodes)
    for (const { from, field } of edges) {
      const list = valuesList(from, field);
      readers.set(list, (readers.get(list) ?? 0) + 1);
    }
  for (const node of work.plan.nodes) {
    const columns = only(node) ? [...new Set(node.collection.fields.map(({ path }) => columnOf(path)))] : [];
    const store = storeOf(work, node.collection);
    // What leads here was not read whole, so neither is this.
    let whole = !away.has(store) && node.edges.every(({ from }) => !partly.has(from));
    try {
      if (!away.has(store)) for await (const rows of rowsOf(work, node, columns)) if (only(node)) yield { node, rows };
    } catch (error) {
      if (!late || !(error instanceof KeptError) || error instanceof Bug) throw error;
      whole = false;
      // One that is not as declared may be so elsewhere; one that is down, or lets us not in, is so for all of it.
      if (!(error instanceof NotAsDeclared)) away.add(store);
    }
    if (!whole) {
      partly.add(node.collection.id);
      late?.(node);
    }
    for (const { from, field } of node.edges) {
      const list = valuesList(from, field);
      readers.set(list, readers.get(list)! - 1);
      if (readers.get(list) === 0) await work.notes.drop(list);
    }
  }
}

/** Finds the rows of a node and notes their keys; answers how many there are. Those before it come first. */
export async function find(work: Work, node: Node): Promise<number> {
  const { collection } = node;
  let rows = 0;
  for await (const page of rowsOf(work, node, [])) {
    rows += page.length;
    if (collection.erase === 'keep') continue;
    await work.notes.add(
      keysList(collection.id),
      page.map((row) => keyOf(collection, row)),
    );
  }
  return rows;
}

/** Erases what was found of a node, and proves it: answers how many rows went, however often it was begun. */
export async function erase(work: Work, { collection }: Node): Promise<number> {
  if (collection.erase === 'keep') return 0;
  const store = storeOf(work, collection);
  let refused: (readonly Row[])[] = [];
  for await (const page of keyPages(work, collection)) {
    if (collection.erase === 'mask') await store.mask(collection, page);
    else refused.push(...(await removed(store, collection, page, false)));
  }
  // Rows that name rows of their own table, in another page: the last found first, as long as some of them go.
  for (let split = false; refused.length > 0; ) {
    const still: (readonly Row[])[] = [];
    for (const rows of refused.toReversed()) still.unshift(...(await removed(store, collection, rows, split)));
    const stuck = count(still) === count(refused);
    if (stuck && split) throw new StillReferred(collection.id);
    split = stuck;
    refused = still;
  }
  for await (const page of keyPages(work, collection))
    if ((await leftOf(store, collection, page)) > 0) throw new CameBack(collection.id);
  return work.notes.size(keysList(collection.id));
}

async function* keyPages({ notes }: Work, collection: Collection): AsyncGenerator<readonly Row[]> {
  for await (const page of notes.pages(keysList(collection.id))) yield page.map((key) => keyRow(collection, key));
}

const leftOf = (store: Store, collection: Collection, keys: readonly Row[]): Promise<number> =>
  collection.erase === 'mask' ? store.unmasked(collection, keys) : store.count(collection, keys);

const count = (pages: readonly (readonly Row[])[]): number => pages.reduce((n, page) => n + page.length, 0);

/** Answers those that other rows of the same table still name; `split`: what does not go whole goes in halves. */
async function removed(
  store: Store,
  collection: Collection,
  rows: readonly Row[],
  split: boolean,
): Promise<(readonly Row[])[]> {
  try {
    await store.remove(collection, rows);
    return [];
  } catch (error) {
    const own = collection.fields.some(({ references }) =>
      references.some((each) => each.collection === collection.id),
    );
    if (!own || !(error instanceof StillReferred)) throw error;
    if (!split || rows.length === 1) return [rows];
    const half = rows.length >> 1;
    const last = await removed(store, collection, rows.slice(half), split);
    const first = await removed(store, collection, rows.slice(0, half), split);
    // Whatever went may have been what held the others: they are tried together again.
    const whole = count(last) + count(first) === rows.length;
    return whole ? [rows] : [...first, ...last];
  }
}

/**
 * Looks again for everything that led here: answers how many rows are there that should not be. They are noted, so that
 * `erase` takes them too.
 */
export async function sweep(work: Work, node: Node): Promise<number> {
  const { collection } = node;
  if (collection.erase === 'keep') return 0;
  const store = storeOf(work, collection);
  let back = 0;
  for await (const page of keyPages(work, collection)) back += await leftOf(store, collection, page);
  for await (const rows of rowsOf(work, node, [])) {
    const keys = rows.map((row) => keyOf(collection, row));
    const left = await leftOf(
      store,
      collection,
      keys.map((key) => keyRow(collection, key)),
    );
    if (left === 0) continue;
    back += await work.notes.add(keysList(collection.id), keys);
  }
  return back;
}

/** Forgets what was noted of a node. */
export async function forget({ notes }: Work, { collection, sought }: Node): Promise<void> {
  await notes.drop(keysList(collection.id));
  for (const field of sought) await notes.drop(valuesList(collection.id, field));
}
