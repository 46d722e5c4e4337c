/**
 * One graph over every kind of system, as an operator declares it: after an erasure nothing of the person is left in any,
 * and of everybody else every byte is. People, rows and letters are random; the seed is printed with a failure.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManualClock } from '@kept/base';
import { migrate } from '@kept/db';
import { testDatabase } from '@kept/db/testing';
import { createClient } from '@redis/client';
import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import { asyncBufferFromFile } from 'hyparquet/src/node.js';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, expect, test } from 'vitest';
import { TestApi } from './http.harness.ts';
import { type Connector, connectorsMigrations, Elsewhere, readConnectors } from './index.ts';
import { TestS3 } from './s3.harness.ts';
import { HELD } from './shop.harness.ts';

const REDIS = 'redis://127.0.0.1:6379';
const there = await new Promise<boolean>((done) => {
  const socket = connect(6379, '127.0.0.1', () => done(socket.end() !== undefined)).on('error', () => done(false));
});
const withRedis = test.skipIf(!there && process.env['KEPT_REQUIRE_SERVICES'] !== '1');

const [own, shop] = [await testDatabase(), await testDatabase()];
await migrate(own.pool, connectorsMigrations);
await shop.pool.query(`create table client (id uuid primary key, mail text unique, name text);
  create table bill (id uuid primary key, client uuid not null references client, text text)`);
const folder = await mkdtemp(join(tmpdir(), 'kept-everywhere-'));
const [s3, api] = [new TestS3(), new TestApi()];
const [s3Url, apiUrl] = [await s3.listen(), await api.listen()];
const root = `kept-everywhere-${process.pid}`;
const redis = there ? await createClient({ url: REDIS }).connect() : null;
afterAll(async () => {
  redis?.destroy();
  await Promise.all([s3.close(), api.close(), rm(folder, { recursive: true })]);
});

const label = { 'zh-Hans': '系统', 'zh-Hant': '系統', en: 'System' };
const shared = { label, held: HELD };
const ofClient = { references: ['shop.client.id'] };
const DECLARED: Connector[] = [
  {
    ...{ ...shared, id: 'shop', store: { kind: 'postgresql', url: { env: 'SHOP' } } },
    collections: {
      client: { primaryKey: ['id'], fields: { id: {}, mail: { identity: 'email' }, name: {} } },
      bill: { primaryKey: ['id'], fields: { id: {}, client: ofClient, text: {} } },
    },
  },
  {
    ...{ ...shared, id: 'cache', store: { kind: 'redis', url: { env: 'CACHE' } } },
    collections: { visit: { name: `${root}:visit:{client}:*`, fields: { client: ofClient, value: {} } } },
  },
  {
    ...{ ...shared, id: 'media', store: { kind: 's3', url: { env: 'MEDIA' } } },
    collections: { photo: { name: 'photos/{client}/*', fields: { client: ofClient, size: {}, content: {} } } },
  },
  {
    ...{ ...shared, id: 'exports', store: { kind: 'files', folder: 'exports' } },
    collections: {
      line: { name: 'lines-*.csv', primaryKey: ['no'], fields: { no: {}, client: ofClient, text: {} } },
      score: { name: 'scores.parquet', primaryKey: ['no'], fields: { no: {}, client: ofClient, text: {} } },
    },
  },
  {
    ...{
      ...shared,
      id: 'desk',
      store: { kind: 'http', url: { env: 'DESK' }, auth: { bearer: { env: 'DESK_TOKEN' } } },
    },
    collections: {
      contact: {
        primaryKey: ['id'],
        fields: { id: {}, mail: { identity: 'email' }, name: {} },
        http: {
          find: {
            mail: { path: '/contacts/search', body: { mail: '{value}' }, rows: 'data.items', next: { page: 'page' } },
          },
          ...{ read: { path: '/contacts/{id}', row: 'contact' }, erase: { path: '/contacts/{id}' } },
        },
      },
      ticket: {
        primaryKey: ['id'],
        fields: { id: {}, contact: { references: ['desk.contact.id'] }, text: {} },
        http: {
          find: {
            contact: { path: '/contacts/{value}/tickets', rows: 'items', next: { cursor: 'after', query: 'after' } },
          },
          ...{ read: { path: '/tickets/{id}' }, erase: { path: '/tickets/{id}' } },
        },
      },
    },
  },
];
for (const each of DECLARED) await writeFile(join(folder, `${each.id}.mjs`), `export default ${JSON.stringify(each)};`);
await mkdir(join(folder, 'exports'));
const env = { SHOP: shop.url, CACHE: REDIS, MEDIA: s3Url, DESK: apiUrl.href, DESK_TOKEN: api.token };

interface Person {
  readonly id: string;
  readonly mail: string;
  readonly texts: readonly string[];
}

const letters = fc.oneof(
  fc.constantFrom(
    '=1+1',
    '@SUM(A1)',
    'a,"b"',
    'l\nn',
    '中文 ü',
    "o'; drop table bill; --",
    '{"a":1}',
    '..',
    '%2F',
    '+x',
    '-x',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter((text) => !/[\0\uFEFF]/.test(text)),
);
const people = fc
  .array(fc.array(letters, { maxLength: 5 }), { minLength: 2, maxLength: 4 })
  .map((all) => all.map((texts, i): Person => ({ id: randomUUID(), mail: `p${i}.x@home.example`, texts })));

const csvCell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const lineOf = ({ id }: Person, no: number, text: string): string => `${no},${id},${csvCell(text)}\r\n`;

/** Fills every system; each text of a person is a row in each. */
async function fill(all: readonly Person[]): Promise<void> {
  await shop.pool.query('truncate client, bill');
  s3.buckets.clear();
  s3.put('photos', 'readme.txt', 'nobody’s');
  api.contacts.clear();
  api.tickets.clear();
  await clear();
  const rows = all.flatMap((person) => person.texts.map((text, i) => ({ person, text, i })));
  for (const { id, mail } of all) {
    await shop.pool.query('insert into client values ($1, $2, $3)', [id, mail.toUpperCase(), mail]);
    api.contacts.set(id, { id, mail, name: `not ${mail}` });
  }
  for (const { person, text, i } of rows) {
    await shop.pool.query('insert into bill values ($1, $2, $3)', [randomUUID(), person.id, text]);
    await redis!.set(`${root}:visit:${person.id}:${i}`, text);
    s3.put('photos', `${person.id}/${i}-${text}`, text);
    api.tickets.set(`${person.id}-${i}`, { id: `${person.id}-${i}`, contact: person.id, text });
  }
  await writeExports(rows);
}

async function writeExports(rows: readonly { person: Person; text: string }[]): Promise<void> {
  for (const part of [0, 1]) {
    const lines = rows.flatMap(({ person, text }, no) => (no % 2 === part ? [lineOf(person, no, text)] : []));
    await writeFile(join(folder, 'exports', `lines-${part}.csv`), `no,client,text\r\n${lines.join('')}`);
  }
  const schema = [
    { name: 'root', num_children: 3 },
    ...['no', 'client', 'text'].map((name) => ({
      name,
      type: 'BYTE_ARRAY',
      converted_type: 'UTF8',
      repetition_type: 'OPTIONAL',
    })),
  ];
  const columnData = [
    { name: 'no', data: rows.map((_, no) => `${no}`) },
    { name: 'client', data: rows.map(({ person }) => person.id) },
    { name: 'text', data: rows.map(({ text }) => text) },
  ];
  const bytes = parquetWriteBuffer({ columnData, schema: schema as never, rowGroupSize: 4 });
  await writeFile(join(folder, 'exports', 'scores.parquet'), Buffer.from(bytes));
}

async function clear(): Promise<void> {
  for await (const keys of redis!.scanIterator({ MATCH: `${root}:*` })) if (keys.length > 0) await redis!.del(keys);
}

/** Everything that is anywhere, but for rows that name this person. */
async function dump(without?: Person): Promise<Record<string, string>> {
  const isOther = (text: string): boolean => !without || !text.includes(without.id);
  const { rows } = await shop.pool.query<{ r: string }>(
    'select c::text as r from client c union all select b::text from bill b order by r',
  );
  const visits: [string, string | null][] = [];
  for await (const keys of redis!.scanIterator({ MATCH: `${root}:*` }))
    for (const key of keys) if (isOther(key)) visits.push([key, await redis!.get(key)]);
  const scores = await parquetReadObjects({
    file: await asyncBufferFromFile(join(folder, 'exports', 'scores.parquet')),
  });
  const csv = await Promise.all([0, 1].map((part) => readFile(join(folder, 'exports', `lines-${part}.csv`), 'utf8')));
  const mine = without?.texts.flatMap((text) => Array.from({ length: 60 }, (_, no) => lineOf(without, no, text))) ?? [];
  return {
    shop: rows
      .map(({ r }) => r)
      .filter(isOther)
      .join('\n'),
    cache: JSON.stringify(visits.toSorted(([a], [b]) => (a < b ? -1 : 1))),
    media: s3.dump('photos', (key) => !isOther(key)),
    desk: api.dump((id) => id === without?.id),
    scores: JSON.stringify(scores.filter((row) => isOther(JSON.stringify(row)))),
    csv: mine.reduce((text, line) => text.replaceAll(line, ''), csv.join('|')),
  };
}

withRedis(
  'PostgreSQL, Redis, S3, CSV, Parquet and an HTTP API, with Redis at localhost:6379: of one nothing is left, of others all',
  async () => {
    const held = new Map<string, Buffer>();
    const keys = {
      put: async (ids: readonly string[]) => ids.forEach((id) => void held.set(id, held.get(id) ?? randomBytes(32))),
      use: async <T>(id: string, run: (key: Buffer) => T) => run(held.get(id)!),
      erase: async (ids: readonly string[]) => ids.forEach((id) => void held.delete(id)),
    };
    const elsewhere = new Elsewhere({
      declared: await readConnectors(folder, env),
      pool: own.pool,
      keys,
      clock: new ManualClock(),
    });
    await fc.assert(
      fc.asyncProperty(people, async (all) => {
        await fill(all);
        const [first] = all;
        const identities = { email: [first!.mail] };
        const counts: Record<string, number> = {};
        const late: string[] = [];
        for await (const { node, rows } of elsewhere.read(identities, (connector) => late.push(connector))) {
          counts[node.collection.id] = (counts[node.collection.id] ?? 0) + rows.length;
          expect(JSON.stringify(rows)).not.toContain(all[1]!.id);
        }
        const n = first!.texts.length;
        const of =
          n > 0
            ? Object.fromEntries(
                ['shop.bill', 'cache.visit', 'media.photo', 'exports.line', 'exports.score', 'desk.ticket'].map(
                  (id) => [id, n],
                ),
              )
            : {};
        expect(counts).toEqual({ 'shop.client': 1, 'desk.contact': 1, ...of });
        expect(late).toEqual([]);
        const before = await dump(first);
        const request = randomUUID();
        await elsewhere.begin(request, identities);
        await elsewhere.erase(request);
        const after = await dump();
        expect(after).toEqual(before);
        for (const text of Object.values(after)) {
          expect(text).not.toContain(first!.id);
          expect(text.toLowerCase()).not.toContain(first!.mail);
        }
      }),
      { numRuns: 2 },
    );
    await clear();
    await elsewhere.close();
  },
);
