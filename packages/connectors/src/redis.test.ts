/** Over a real Redis, at its usual port. */
import { connect } from 'node:net';
import { createClient } from '@redis/client';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Collection, Match, Row, Treatment } from './index.ts';
import { KEY } from './key-pattern.ts';
import { openRedis } from './redis.ts';
import { HELD } from './shop.harness.ts';

const URL = 'redis://127.0.0.1:6379';
const there = await new Promise<boolean>((done) => {
  const socket = connect(6379, '127.0.0.1', () => done(socket.end() !== undefined)).on('error', () => done(false));
});
const required = process.env['KEPT_REQUIRE_SERVICES'] === '1';
const withRedis = test.skipIf(!there && !required);
const admin = there || required ? await createClient({ url: URL }).connect() : null;
/** Brackets and stars are letters here. */
const root = `kept[test]*${process.pid}`;
const store = openRedis('cache', URL);

async function allKeys(): Promise<string[]> {
  const found: string[] = [];
  for await (const page of admin!.scanIterator({ MATCH: `kept\\[test\\]\\*${process.pid}:*`, COUNT: 1_000 }))
    found.push(...page);
  return found.toSorted();
}
async function clean(): Promise<void> {
  const keys = admin ? await allKeys() : [];
  if (keys.length > 0) await admin!.del(keys);
}
afterAll(async () => {
  await clean();
  admin?.destroy();
  await store.close();
});

const collectionOf = (
  name: string,
  pattern: string,
  fields: Collection['fields'],
  erase: Treatment = 'delete',
): Collection => ({
  ...{
    id: `cache.${name}`,
    dataset: 'cache',
    name: `${root}:${pattern}`,
    primaryKey: [KEY],
    erase,
    held: HELD,
    after: [],
  },
  fields: [{ path: KEY, references: [] }, ...fields],
});
const field = (path: string, more: Partial<Collection['fields'][number]> = {}) => ({ path, references: [], ...more });
const CART = collectionOf('cart', 'cart:{user_id}:*', [field('user_id', { identity: 'user_id' }), field('value')]);
const PROFILE = collectionOf(
  'profile',
  'profile:{id}',
  [
    ...[field('id'), field('email', { identity: 'email', mask: { with: 'null' } })],
    ...[field('name', { mask: { with: 'text', text: 'gone' } }), field('home.city', { mask: { with: 'null' } })],
  ],
  'mask',
);
const SEEN = collectionOf('seen', 'seen:{id}', [field('id'), field('email'), field('at')], 'mask');

beforeEach(async () => {
  if (!admin) return;
  await clean();
  const put = admin.multi();
  for (let i = 0; i < 1_201; i++) put.set(`${root}:cart:lin:${i}`, `lamp ${i}`);
  put.rPush(`${root}:cart:lin:list`, ['a', 'b']);
  put.set(`${root}:cart:mira:1`, 'door').set(`${root}:cart:linus:1`, 'roof');
  put.hSet(`${root}:profile:1`, { email: 'Lin@Home.example', name: 'Lin', home: '{"city":"Suzhou","size":4}' });
  put.hSet(`${root}:profile:2`, { email: 'mira@home.example', name: 'Mira', home: '{"city":"Wuxi"}' });
  put.set(`${root}:profile:3`, '{"email":"lin@home.example","name":"Lin","home":{"city":"Suzhou"},"n":1}', {
    expiration: { type: 'EX', value: 900 },
  });
  await put.exec();
});

async function rowsOf(collection: Collection, matches: Match[], columns: string[], from = store): Promise<Row[]> {
  const all: Row[] = [];
  for await (const page of from.rows(collection, matches, columns)) all.push(...page);
  return all;
}
const byMail: Match[] = [{ field: 'email', values: ['lin@home.example'], folded: true }];

withRedis('Redis at localhost:6379: keys by a part of their name, each once, and they really go', async () => {
  const { rows, drift } = await store.survey([CART]);
  expect([rows.get(CART.id), drift]).toEqual([1_204, []]);
  const others = (await allKeys()).filter((key) => !key.startsWith(`${root}:cart:lin:`));
  const found = await rowsOf(CART, [{ field: 'user_id', values: ['lin', '*', 'l?n'] }], [KEY, 'user_id', 'value']);
  expect(found).toHaveLength(1_202);
  expect(found.find((row) => row[KEY]!.endsWith(':list'))).toEqual({
    [KEY]: `${root}:cart:lin:list`,
    user_id: 'lin',
    value: '["a","b"]',
  });
  for (let i = 0; i < found.length; i += 500) {
    const page = found.slice(i, i + 500);
    expect(await store.count(CART, page)).toBe(page.length);
    expect(await store.remove(CART, page)).toBe(page.length);
    expect(await store.remove(CART, page)).toBe(0);
  }
  expect(await allKeys()).toEqual(others);
});

withRedis(
  'Redis: hashes and JSON by what they hold, masked in their parts, with the time that they have to live',
  async () => {
    const found = await rowsOf(PROFILE, byMail, [KEY, 'email', 'name', 'home']);
    expect(new Set(found.map((row) => row[KEY]))).toEqual(new Set([`${root}:profile:1`, `${root}:profile:3`]));
    const before = await admin!.hGetAll(`${root}:profile:2`);
    expect(await store.unmasked(PROFILE, found)).toBe(2);
    expect(await store.mask(PROFILE, found)).toBe(2);
    expect(await store.unmasked(PROFILE, found)).toBe(0);
    expect({ ...(await admin!.hGetAll(`${root}:profile:1`)) }).toEqual({
      name: 'gone',
      home: '{"city":null,"size":4}',
    });
    expect(await admin!.get(`${root}:profile:3`)).toBe('{"email":null,"name":"gone","home":{"city":null},"n":1}');
    expect(await admin!.ttl(`${root}:profile:3`)).toBeGreaterThan(800);
    expect(await admin!.hGetAll(`${root}:profile:2`)).toEqual(before);
    expect(await rowsOf(PROFILE, byMail, [KEY])).toEqual([]);
  },
);

withRedis('Redis: what nobody could mask, or tell whose it is, is told before anything runs', async () => {
  await admin!.sAdd(`${root}:seen:1`, 'a');
  await admin!.set(`${root}:profile:1:2`, 'whose');
  const mail = collectionOf(
    'mail',
    'mail:{email}',
    [field('email', { identity: 'email', mask: { with: 'null' } })],
    'mask',
  );
  expect((await store.survey([SEEN, CART, mail])).drift).toEqual([
    { code: 'not-masked', at: SEEN.id },
    { code: 'not-masked', at: mail.id },
  ]);
  const loose = collectionOf('loose', 'profile:{id}:{part}', [field('id'), field('part')]);
  await admin!.set(`${root}:profile::2`, 'whose');
  expect((await store.survey([loose])).drift).toEqual([{ code: 'ambiguous', at: loose.id }]);
});

withRedis('Redis: down, or locked out, is said so', async () => {
  const trouble = async (url: string): Promise<unknown> => {
    const other = openRedis('cache', url);
    const error = await rowsOf(CART, [{ field: 'user_id', values: ['lin'] }], [KEY], other).catch(
      (thrown: unknown) => thrown,
    );
    await other.close();
    return error;
  };
  expect(await trouble('redis://127.0.0.1:1')).toMatchObject({ code: 'CONNECTORS_STORE_DOWN' });
  expect(await trouble('redis://nobody:wrong@127.0.0.1:6379')).toMatchObject({ code: 'CONNECTORS_STORE_REFUSES' });
});
