/**
 * A Redis beside Kept. A row is a key of the collection's pattern (`cart:{user_id}:*`): `@key`, the parts of its name, and
 * what it holds: the fields of a hash, the members of a text that is a JSON object, else `value`.
 */
import { createClient } from '@redis/client';
import { NotAsDeclared, StoreDown } from './errors.ts';
import { byParts, KEY, type KeyPattern, keyPattern } from './key-pattern.ts';
import { columnsOf, maskedColumns, matcher, paged } from './plain-rows.ts';
import { sayRedis } from './redis-errors.ts';
import { type Collection, type Drift, type Match, PAGE, type Row, type Store } from './words.ts';

type Client = ReturnType<typeof clientOf>;

const clientOf = (url: string) =>
  createClient({ url, socket: { reconnectStrategy: false, connectTimeout: 15_000, socketTimeout: 120_000 } });

/** Kinds of values of which a part can be masked. */
const MASKABLE = new Set(['hash', 'string']);
const SCANNED = 1_000;

/** Opens nothing until it is asked. `url`: `redis://name:password@host:6379/0`; that name may scan, read, write and delete. */
export function openRedis(dataset: string, url: string): Store {
  let open: Promise<Client> | null = null;
  // A connection that is lost is made anew by whoever asks next.
  const forget = (): void => {
    open = null;
  };
  const connected = (): Promise<Client> => {
    open ??= (async () => {
      const client = clientOf(url);
      client.on('error', forget).on('end', forget);
      await client.connect();
      return client;
    })();
    open.catch(forget);
    return open;
  };
  const asked = async <T>(collection: string, work: (client: Client) => Promise<T>): Promise<T> => {
    try {
      return await work(await connected());
    } catch (error) {
      throw sayRedis(error, dataset, collection);
    }
  };
  return {
    survey: (collections) => asked(dataset, (client) => surveyed(client, collections)),
    async *rows(collection, matches, columns) {
      try {
        yield* rowsOf(await connected(), collection, matches, columns);
      } catch (error) {
        throw sayRedis(error, dataset, collection.id);
      }
    },
    count: ({ id }, keys) => asked(id, (client) => client.exists(keys.map(nameOf))),
    // One command: all of a page, or none of it.
    remove: ({ id }, keys) => asked(id, (client) => client.del(keys.map(nameOf))),
    mask: (collection, keys) =>
      asked(collection.id, async (client) => {
        const masked = await Promise.all(keys.map((key) => maskKey(client, collection, nameOf(key))));
        return masked.filter((there) => there).length;
      }),
    unmasked: (collection, keys) =>
      asked(collection.id, async (client) => {
        const rows = await Promise.all(keys.map((key) => heldAt(client, collection.id, nameOf(key))));
        return rows.filter((row) => row && maskedColumns(collection, row.columns, row.absent)).length;
      }),
    async close() {
      const client = await open?.catch(() => null);
      if (client?.isOpen) client.destroy();
    },
  };
}

const nameOf = (row: Row): string => row[KEY] ?? '';
const globOf = (pattern: KeyPattern): string => `${pattern.prefix.replaceAll(/[\\*?[\]^-]/g, '\\$&')}*`;

/** In no order; a key may come twice while others are written. */
async function* keysUnder(client: Client, pattern: KeyPattern): AsyncGenerator<string> {
  let cursor = '0';
  do {
    const page = await client.scan(cursor, { MATCH: globOf(pattern), COUNT: SCANNED });
    cursor = page.cursor;
    yield* page.keys;
  } while (cursor !== '0');
}

/** Looks at every key under the prefix, but for a pattern whose parts name one key. */
async function* rowsOf(
  client: Client,
  collection: Collection,
  matches: readonly Match[],
  columns: readonly string[],
): AsyncGenerator<readonly Row[]> {
  const pattern = keyPattern(collection.id, collection.name);
  const isMatch = matcher(matches);
  const asked = byParts(pattern, matches);
  const named = asked?.map(({ part, value }) => pattern.at(part, value));
  const direct = named?.every((each) => each === null || 'key' in each)
    ? named.flatMap((each) => (each && 'key' in each ? [each.key] : []))
    : null;
  const seen = new Set<string>();
  async function* wanted(): AsyncGenerator<string> {
    for await (const key of direct ?? keysUnder(client, pattern)) {
      const parts = pattern.read(key);
      if (!parts || seen.has(key) || (asked && !isMatch(parts))) continue;
      seen.add(key);
      yield key;
    }
  }
  for await (const keys of paged(wanted(), PAGE)) {
    const rows = await Promise.all(keys.map((key) => rowAt(client, collection.id, pattern, key)));
    const page = rows.filter((row): row is Row => row !== null && isMatch(row)).map((row) => columnsOf(row, columns));
    if (page.length > 0) yield page;
    // Only keys that were found are remembered: what is looked at in passing may be everything.
    if (!asked) for (const [i, key] of keys.entries()) if (!rows[i] || !isMatch(rows[i])) seen.delete(key);
  }
}

async function rowAt(client: Client, collection: string, pattern: KeyPattern, key: string): Promise<Row | null> {
  const value = await heldAt(client, collection, key);
  return value && { ...value.columns, ...pattern.read(key), [KEY]: key };
}

interface Value {
  readonly columns: Record<string, string | null>;
  readonly type: string;
  /** How it writes what is not there. */
  readonly absent: '' | null;
  /** As it lies there; null of anything but a text. */
  readonly text: string | null;
}

async function heldAt(client: Client, collection: string, key: string): Promise<Value | null> {
  const type = await client.type(key);
  const plain = (columns: Record<string, string | null>): Value => ({ columns, type, absent: null, text: null });
  switch (type) {
    case 'none':
      return null;
    case 'hash':
      return plain({ ...(await client.hGetAll(key)) });
    case 'string': {
      const text = await client.get(key);
      if (text === null) return null;
      const members = membersOf(text);
      return {
        ...(members ? { columns: members, absent: null } : { columns: { value: text }, absent: '' }),
        type,
        text,
      };
    }
    case 'list':
      return plain({ value: JSON.stringify(await client.lRange(key, 0, -1)) });
    case 'set':
      return plain({ value: JSON.stringify(await client.sMembers(key)) });
    case 'zset':
      return plain({ value: JSON.stringify(await client.zRange(key, 0, -1)) });
    case 'stream':
      return plain({ value: JSON.stringify(await client.xRange(key, '-', '+')) });
    default:
      throw new NotAsDeclared(
        collection,
        `a key holds ${/^[\w-]{1,20}$/.test(type) ? type : 'something'}, which is not read here`,
      );
  }
}

function membersOf(text: string): Record<string, string | null> | null {
  if (!text.startsWith('{')) return null;
  try {
    const value = JSON.parse(text) as Record<string, unknown>;
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [
        name,
        typeof each === 'string' ? each : each === null ? null : JSON.stringify(each),
      ]),
    );
  } catch {
    return null;
  }
}

/** Writes a text only where it is still the one that was read, and leaves it the time that it has to live. */
const REPLACE = `if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end redis.call('SET', KEYS[1], ARGV[2], 'KEEPTTL') return 1`;

/** Answers whether the key is there. */
async function maskKey(client: Client, collection: Collection, key: string): Promise<boolean> {
  const value = await heldAt(client, collection.id, key);
  if (!value) return false;
  const changed = maskedColumns(collection, value.columns, value.absent);
  if (!changed) return true;
  if (value.type === 'hash') {
    const all = Object.entries(changed);
    const write = client.multi();
    const [gone, set] = [all.filter(([, each]) => each === null), all.filter(([, each]) => each !== null)];
    if (gone.length > 0)
      write.hDel(
        key,
        gone.map(([name]) => name),
      );
    if (set.length > 0) write.hSet(key, Object.fromEntries(set as [string, string][]));
    await write.exec();
    return true;
  }
  if (value.text === null) throw new NotAsDeclared(collection.id, `a ${value.type} cannot be masked`);
  const { absent, text } = value;
  const after =
    absent === ''
      ? (changed['value'] ?? '')
      : JSON.stringify({ ...(JSON.parse(text) as object), ...asWritten(text, changed) });
  const done = await client.eval(REPLACE, { keys: [key], arguments: [text, after] });
  if (done !== 1) throw new StoreDown(collection.dataset, new Error('somebody else wrote the key meanwhile'));
  return true;
}

/** Members that were objects are objects again. */
function asWritten(text: string, changed: Readonly<Record<string, string | null>>): Record<string, unknown> {
  const before = JSON.parse(text) as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(changed).map(([name, value]) => [
      name,
      typeof before[name] === 'object' &&
      before[name] !== null &&
      value?.startsWith(Array.isArray(before[name]) ? '[' : '{')
        ? (JSON.parse(value) as unknown)
        : value,
    ]),
  );
}

async function surveyed(client: Client, collections: readonly Collection[]) {
  const rows = new Map<string, number>();
  const drift: Drift[] = [];
  for (const collection of collections) {
    const { id } = collection;
    const pattern = keyPattern(id, collection.name);
    const seen = new Set<string>();
    // What is masked keeps its name, and the name would still say whose it is.
    const named = collection.fields.some(
      ({ path, identity }) => pattern.parts.includes(path) && identity !== undefined && identity !== 'user_id',
    );
    let [n, ambiguous, unmaskable] = [0, false, collection.erase === 'mask' && named];
    for await (const keys of paged(keysUnder(client, pattern), SCANNED)) {
      const ours = keys.filter((key) => pattern.read(key) !== null);
      ambiguous ||= keys.some((key) => pattern.isAmbiguous(key));
      n += ours.length;
      if (collection.erase !== 'mask' || seen.size >= SCANNED) continue;
      for (const key of ours) seen.add(key);
      const types = await Promise.all(ours.map((key) => client.type(key)));
      unmaskable ||= types.some((type) => type !== 'none' && !MASKABLE.has(type));
    }
    rows.set(id, n);
    if (ambiguous) drift.push({ code: 'ambiguous', at: id });
    if (unmaskable) drift.push({ code: 'not-masked', at: id });
  }
  return { rows, drift, foreignKeys: [] };
}
