/**
 * An HTTP API beside Kept, of which a declaration says how rows are found, read, erased and masked. Rows are JSON objects;
 * what is no text in them is written as JSON.
 */
import { z } from 'zod';
import { NotAsDeclared } from './errors.ts';
import { type Answer, type Call, type CallOptions, caller } from './http-calls.ts';
import { inPages } from './pages.ts';
import { columnsOf, maskedColumns, matcher, paged } from './plain-rows.ts';
import { type Collection, columnOf, type Drift, type Match, PAGE, type Row, type Store } from './words.ts';

const path = z.string().regex(/^\/[^\s#]*$/);
const within = z.string().regex(/^[^.\s]+(\.[^.\s]+)*$/);
const next = z.union([
  /** Where in the answer the address of the next page stands. */
  z.strictObject({ url: within }),
  /** Where in the answer the mark stands that the next page is asked for by, and under which name. */
  z.strictObject({ cursor: within, query: z.string().min(1) }),
  /** The name under which pages are counted, from 1, until one is empty. */
  z.strictObject({ page: z.string().min(1) }),
]);

/** How one collection is spoken of. `{value}` is what is asked by, `{id}` a column of the key. */
export const endpoints = z.strictObject({
  /** By the field that finds rows. A body keeps what is asked by out of addresses and logs. */
  find: z.record(
    z.string().min(1),
    z.strictObject({
      path,
      method: z.enum(['GET', 'POST']).optional(),
      body: z.record(z.string(), z.json()).optional(),
      /** Where in the answer the list of rows stands; the answer itself unless said. */
      rows: within.optional(),
      next: next.optional(),
    }),
  ),
  /** One row; 404 or 410 once it is gone. It proves an erasure. */
  read: z.strictObject({ path, row: within.optional() }).optional(),
  erase: z.strictObject({ path, method: z.enum(['DELETE', 'POST']).optional() }).optional(),
  /** The body is what changes, by column, unless it is `none`. */
  mask: z
    .strictObject({ path, method: z.enum(['PATCH', 'PUT', 'POST']).optional(), body: z.literal('none').optional() })
    .optional(),
});
export type Endpoints = z.output<typeof endpoints>;
type Find = Endpoints['find'][string];

/** Rows that are asked for at once. */
const AT_ONCE = 8;
const MOST_PAGES = 100_000;

type Ask = (collection: string, call: Call) => Promise<Answer>;

/** `by`: endpoints by collection. */
export function openHttp(options: CallOptions, by: ReadonlyMap<string, Endpoints>): Store {
  const ask = caller(options);
  const of = ({ id }: Collection): Endpoints => {
    const found = by.get(id);
    if (!found) throw new NotAsDeclared(id, 'nothing says how it is spoken of');
    return found;
  };
  const one = async (collection: Collection, key: Row): Promise<Row | null> => {
    const { read } = of(collection);
    if (!read) throw new NotAsDeclared(collection.id, 'nothing says how a row is read');
    const answer = await ask(collection.id, { method: 'GET', path: filled(collection, read.path, key) });
    return answer && rowOf(collection.id, at(answer.json, read.row));
  };
  /** Answers for how many of the keys it holds. */
  async function each(keys: readonly Row[], work: (key: Row) => Promise<boolean>): Promise<number> {
    let n = 0;
    for (const some of inPages(keys, AT_ONCE)) n += (await Promise.all(some.map(work))).filter((held) => held).length;
    return n;
  }
  return {
    async survey(collections) {
      // Whoever answers at all, and lets us in.
      const [first] = collections;
      if (first) await hello(ask, first, of(first));
      return {
        rows: new Map(collections.map(({ id }) => [id, null])),
        drift: collections.flatMap((collection) => gaps(collection, of(collection))),
        foreignKeys: [],
      };
    },
    async *rows(collection, matches, columns) {
      for await (const page of paged(found(ask, collection, of(collection), matches), PAGE))
        yield page.map((row) => columnsOf(row, columns));
    },
    count: (collection, keys) => each(keys, async (key) => (await one(collection, key)) !== null),
    remove: (collection, keys) =>
      each(keys, async (key) => {
        const { erase } = of(collection);
        if (!erase) throw new NotAsDeclared(collection.id, 'nothing says how a row is erased');
        const answer = await ask(collection.id, {
          method: erase.method ?? 'DELETE',
          path: filled(collection, erase.path, key),
        });
        return answer !== null;
      }),
    mask: (collection, keys) =>
      each(keys, async (key) => {
        const { mask } = of(collection);
        if (!mask) throw new NotAsDeclared(collection.id, 'nothing says how a row is masked');
        const row = await one(collection, key);
        const changed = row && maskedColumns(collection, row);
        if (!changed) return row !== null;
        const call = { method: mask.method ?? 'PATCH', path: filled(collection, mask.path, key) } as const;
        await ask(collection.id, mask.body === 'none' ? call : { ...call, body: asWritten(row, changed) });
        return true;
      }),
    unmasked: (collection, keys) =>
      each(keys, async (key) => {
        const row = await one(collection, key);
        return row !== null && maskedColumns(collection, row) !== null;
      }),
    close: async () => undefined,
  };
}

/** What is missing for what is to be done with a collection. */
function gaps({ id, erase, fields }: Collection, { find, read, erase: gone, mask }: Endpoints): Drift[] {
  const drift: Drift[] = [];
  const asked = fields.filter(
    ({ identity, references }) => identity !== undefined || references.some(({ direction }) => direction === 'from'),
  );
  for (const field of asked) if (!(field.path in find)) drift.push({ code: 'no-column', at: `${id}.${field.path}` });
  if (erase !== 'keep' && !read) drift.push({ code: 'no-key', at: id });
  if (erase === 'delete' && !gone) drift.push({ code: 'no-key', at: id });
  if (erase === 'mask' && !mask) drift.push({ code: 'not-masked', at: id });
  return drift;
}

/** Asks for what nobody has. */
async function hello(ask: Ask, { id }: Collection, { find }: Endpoints): Promise<void> {
  const [first] = Object.values(find);
  if (first) await ask(id, callOf(first, 'kept-asks-whether-you-answer'));
}

const callOf = ({ path: where, method, body }: Find, value: string): Call => ({
  ...{ method: method ?? (body ? 'POST' : 'GET'), path: where.replaceAll('{value}', encodeURIComponent(value)) },
  ...(body && { body: inBody(body, value) }),
});

/** The value in the place of each text that is `{value}`. */
function inBody(body: unknown, value: string): unknown {
  if (body === '{value}') return value;
  if (Array.isArray(body)) return body.map((each) => inBody(each, value));
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(Object.entries(body).map(([name, each]) => [name, inBody(each, value)]));
}

async function* found(
  ask: Ask,
  collection: Collection,
  { find }: Endpoints,
  matches: readonly Match[],
): AsyncGenerator<Row> {
  for (const match of matches) {
    const how = find[match.field];
    if (!how) throw new NotAsDeclared(`${collection.id}.${match.field}`, 'nothing says how rows are found by it');
    for (const value of match.values)
      for await (const row of pagesOf(ask, collection, how, value)) {
        const column = columnOf(match.field);
        // A list that was asked for by a value need not say it again; one that says another is another's.
        const whole = column in row ? row : { ...row, [column]: value };
        if (matcher([{ ...match, values: [value] }])(whole)) yield whole;
      }
  }
}

async function* pagesOf(ask: Ask, { id }: Collection, how: Find, value: string): AsyncGenerator<Row> {
  let call = callOf(how, value);
  const first = call;
  for (let page = 1; page <= MOST_PAGES; page++) {
    const counted = how.next && 'page' in how.next ? how.next.page : null;
    const answer = await ask(id, counted ? { ...first, path: withQuery(first.path, counted, `${page}`) } : call);
    const list = answer === null ? [] : at(answer.json, how.rows);
    for (const each of Array.isArray(list) ? list : list === null || list === undefined ? [] : [list])
      yield rowOf(id, each);
    if (answer === null || !how.next) return;
    if (counted) {
      if (!Array.isArray(list) || list.length === 0) return;
      continue;
    }
    const mark = at(answer.json, 'url' in how.next ? how.next.url : (how.next as { cursor: string }).cursor);
    if (typeof mark !== 'string' && typeof mark !== 'number') return;
    if (`${mark}` === '') return;
    const further =
      'url' in how.next ? `${mark}` : withQuery(first.path, (how.next as { query: string }).query, `${mark}`);
    if (further === call.path) throw new NotAsDeclared(id, 'a page says that it follows itself');
    call = { ...first, path: further };
  }
  throw new NotAsDeclared(id, 'the pages do not end');
}

const withQuery = (where: string, name: string, value: string): string =>
  `${where}${where.includes('?') ? '&' : '?'}${encodeURIComponent(name)}=${encodeURIComponent(value)}`;

function at(value: unknown, where: string | undefined): unknown {
  return (where?.split('.') ?? []).reduce<unknown>(
    (here, name) => (typeof here === 'object' && here !== null ? (here as Record<string, unknown>)[name] : undefined),
    value,
  );
}

function rowOf(collection: string, value: unknown): Row {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new NotAsDeclared(collection, 'a row is no object');
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      each === null || each === undefined ? null : typeof each === 'string' ? each : JSON.stringify(each),
    ]),
  );
}

function filled({ id, primaryKey }: Collection, where: string, key: Row): string {
  return where.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = primaryKey.includes(name) ? key[name] : null;
    // Never an address that names more than one row.
    if (value === null || value === undefined || value === '' || value === '.' || value === '..')
      throw new NotAsDeclared(`${id}.${name}`, 'a row cannot be named by it');
    return encodeURIComponent(value);
  });
}

/** Objects are objects again. */
const asWritten = (row: Row, changed: Readonly<Record<string, string | null>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(changed).map(([name, value]) => [
      name,
      value !== null && /^[[{]/.test(row[name] ?? '') && /^[[{]/.test(value) ? (JSON.parse(value) as unknown) : value,
    ]),
  );
