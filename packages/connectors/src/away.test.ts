/** A real PostgreSQL, MariaDB and Redis in one graph: whichever is away holds itself and what only it leads to, nothing else. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManualClock, Minutes } from '@kept/base';
import { migrate } from '@kept/db';
import { openDoor, testDatabase } from '@kept/db/testing';
import { createClient } from '@redis/client';
import { createConnection } from 'mysql2/promise';
import { afterAll, expect, test } from 'vitest';
import { type Connector, connectorsMigrations, Elsewhere, readConnectors, type Waits } from './index.ts';
import { MemoryKeys } from './memory-keys.harness.ts';
import { HELD } from './shop.harness.ts';

const isThere = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => done(socket.end() !== undefined)).on('error', () => done(false));
  });
const there = (await isThere(3306)) && (await isThere(6379));
const withBoth = test.skipIf(!there && process.env['KEPT_REQUIRE_SERVICES'] !== '1');

const root = `kept_away_${process.pid}`;
const [own, shop] = [await testDatabase(), await testDatabase()];
await migrate(own.pool, connectorsMigrations);
await shop.pool.query(`create table client (id uuid primary key, mail text);
  create table bill (id serial primary key, client uuid not null references client)`);
const maria = there ? await createConnection({ uri: 'mysql://root@127.0.0.1:3306', multipleStatements: true }) : null;
await maria?.query(`create database ${root}; use ${root};
  create table contact (id int auto_increment primary key, mail varchar(80));
  create table parcel (id int auto_increment primary key, client varchar(36))`);
const redis = there ? await createClient({ url: 'redis://127.0.0.1:6379' }).connect() : null;
const doors = {
  shop: await openDoor(shop.url),
  depot: await openDoor(`mysql://root@127.0.0.1:3306/${root}`),
  cache: await openDoor('redis://127.0.0.1:6379'),
};
type System = keyof typeof doors;
const folder = await mkdtemp(join(tmpdir(), 'kept-away-'));
const clock = new ManualClock();
const keys = new MemoryKeys();

const shared = { label: { 'zh-Hans': '系统', 'zh-Hant': '系統', en: 'System' }, held: HELD };
const ofClient = { references: ['shop.client.id'] };
const DECLARED: Connector[] = [
  {
    ...{ ...shared, id: 'shop', store: { kind: 'postgresql', url: { env: 'SHOP' } } },
    collections: {
      client: { primaryKey: ['id'], fields: { id: {}, mail: { identity: 'email' } } },
      bill: { primaryKey: ['id'], fields: { id: {}, client: ofClient } },
    },
  },
  {
    ...{ ...shared, id: 'depot', store: { kind: 'mariadb', url: { env: 'DEPOT' } } },
    collections: {
      contact: { primaryKey: ['id'], fields: { id: {}, mail: { identity: 'email' } } },
      parcel: { primaryKey: ['id'], fields: { id: {}, client: ofClient } },
    },
  },
  {
    ...{ ...shared, id: 'cache', store: { kind: 'redis', url: { env: 'CACHE' } } },
    collections: { visit: { name: `${root}:{client}:*`, fields: { client: ofClient, value: {} } } },
  },
];
for (const each of DECLARED) await writeFile(join(folder, `${each.id}.mjs`), `export default ${JSON.stringify(each)};`);
const elsewhere = new Elsewhere({
  declared: await readConnectors(folder, { SHOP: doors.shop.url, DEPOT: doors.depot.url, CACHE: doors.cache.url }),
  ...{ pool: own.pool, keys, clock },
});
afterAll(async () => {
  await elsewhere.close();
  for (const door of Object.values(doors)) await door.shut();
  for (const key of (await redis?.keys(`${root}:*`)) ?? []) await redis!.del(key);
  redis?.destroy();
  await maria?.query(`drop database ${root}`);
  await maria?.end();
  await rm(folder, { recursive: true });
});

/** Two of each everywhere, by the same name; answers the id and the contact. */
async function arrives(): Promise<{ id: string; mail: string }> {
  const id = randomUUID();
  const mail = `${id.slice(0, 8)}@home.example`;
  await shop.pool.query('insert into client values ($1, $2)', [id, mail]);
  await shop.pool.query('insert into bill (client) values ($1), ($1)', [id]);
  await maria!.query('insert into contact (mail) values (?), (?)', [mail, mail]);
  await maria!.query('insert into parcel (client) values (?), (?)', [id, id]);
  for (const n of [1, 2]) await redis!.set(`${root}:${id}:${n}`, 'a lamp');
  return { id, mail };
}
/** Rows of somebody: client and bills, contacts, parcels, visits. */
async function rowsOf({ id, mail }: { id: string; mail: string }): Promise<number[]> {
  const { rows } = await shop.pool.query<{ n: number }>(
    'select ((select count(*) from client where id = $1) + (select count(*) from bill where client = $1))::int as n',
    [id],
  );
  const count = async (text: string, value: string): Promise<number> =>
    Number(((await maria!.query(text, [value])) as unknown as [[{ n: number }]])[0][0].n);
  return [
    rows[0]!.n,
    await count('select count(*) as n from contact where mail = ?', mail),
    await count('select count(*) as n from parcel where client = ?', id),
    (await redis!.keys(`${root}:${id}:*`)).length,
  ];
}
const standing = async (request: string): Promise<[string, string][]> =>
  (await elsewhere.systems.of(request)).map(({ connector, doneAt, why }) => [
    connector,
    doneAt === null ? why! : 'done',
  ]);

const DOWN = 'CONNECTORS_STORE_DOWN';
const BEHIND = 'CONNECTORS_BEHIND';
withBoth.each<[System, Record<System, string>, number[]]>([
  ['cache', { cache: DOWN, depot: 'done', shop: 'done' }, [0, 0, 0, 2]],
  ['depot', { cache: 'done', depot: DOWN, shop: 'done' }, [0, 2, 2, 0]],
  // It leads to parcels and visits: contacts, which are found by themselves, go all the same.
  ['shop', { cache: BEHIND, depot: BEHIND, shop: DOWN }, [3, 0, 2, 2]],
])('%s is away, and the others are erased and proved', async (away, first, left) => {
  const [lin, mo, request] = [await arrives(), await arrives(), randomUUID()];
  await elsewhere.begin(request, { email: [lin.mail] });
  await doors[away].shut();
  const error = await elsewhere.erase(request).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'CONNECTORS_WAITS', kind: 'unavailable' });
  expect((error as Waits).message).not.toContain(lin.mail);
  expect(Object.fromEntries(await standing(request))).toEqual(first);
  expect(await rowsOf(lin)).toEqual(left);
  const since = clock.now();
  clock.advance(Minutes(90));
  await elsewhere.erase(request).catch(() => null);
  const [run] = await elsewhere.running(10);
  expect(run!.waits.find(({ connector }) => connector === away)).toMatchObject({
    tries: 2,
    waitsSince: since,
    why: DOWN,
  });
  expect(await elsewhere.underWay(request)).toBe(true);
  await doors[away].open();
  await elsewhere.erase(request);
  expect(await rowsOf(lin)).toEqual([0, 0, 0, 0]);
  expect(await rowsOf(mo)).toEqual([3, 2, 2, 2]);
  const when = new Map((await elsewhere.systems.of(request)).map(({ connector, doneAt }) => [connector, doneAt]));
  for (const [system, how] of Object.entries(first))
    expect(when.get(system)).toBe(how === 'done' ? since : clock.now());
  expect(await elsewhere.underWay(request)).toBe(false);
  expect([(await own.pool.query('select from connector_note')).rowCount, keys.held.size]).toEqual([0, 0]);
});

withBoth('one that goes away in the middle is gone on with where it was, and nothing is told twice', async () => {
  const [lin, request] = [await arrives(), randomUUID()];
  await elsewhere.begin(request, { email: [lin.mail] });
  const told: string[] = [];
  const erase = () =>
    elsewhere.erase(
      request,
      () => true,
      async ({ collection }) => {
        told.push(collection);
        if (collection === 'shop.bill') await doors.shop.shut();
      },
    );
  await expect(erase()).rejects.toMatchObject({ code: 'CONNECTORS_WAITS' });
  expect(Object.fromEntries(await standing(request))).toMatchObject({ shop: DOWN });
  expect((await rowsOf(lin)).slice(1)).toEqual([0, 0, 0]);
  await doors.shop.open();
  await erase();
  expect(await rowsOf(lin)).toEqual([0, 0, 0, 0]);
  expect(told.toSorted()).toEqual(['cache.visit', 'depot.contact', 'depot.parcel', 'shop.bill', 'shop.client']);
});
