/** Runs over real databases, as an operator declares them: sealed notes, resumed, proved; every fault before anything is touched. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManualClock } from '@kept/base';
import { migrate } from '@kept/db';
import { testDatabase } from '@kept/db/testing';
import { afterAll, expect, test } from 'vitest';
import { connectorsMigrations, Elsewhere, readConnectors, type Waits } from './index.ts';
import { MemoryKeys } from './memory-keys.harness.ts';
import { HELD, LIN, SHOP, TABLES } from './shop.harness.ts';

const [own, shopDb] = [await testDatabase(), await testDatabase()];
await migrate(own.pool, connectorsMigrations);
const folder = await mkdtemp(join(tmpdir(), 'kept-connectors-'));
afterAll(() => rm(folder, { recursive: true }));
const env = { SHOP_URL: shopDb.url };
const LABEL = { 'zh-Hans': '商店', 'zh-Hant': '商店', en: 'Shop' };
const declaration = (more: object): string =>
  `export default ${JSON.stringify({
    ...{
      id: 'shop',
      label: LABEL,
      store: { kind: 'postgresql', url: { env: 'SHOP_URL' } },
      held: HELD,
      fides: 'shop.yml',
    },
    collections: { visit: { primaryKey: ['phone', 'at'] }, address: { erase: 'delete' } },
    ...more,
  })};`;
await writeFile(join(folder, 'shop.yml'), SHOP);
await writeFile(join(folder, 'shop.mjs'), declaration({}));

const keys = new MemoryKeys();
const clock = new ManualClock();
const opened: Elsewhere[] = [];
afterAll(() => Promise.all(opened.map((each) => each.close())));
async function open(): Promise<Elsewhere> {
  const elsewhere = new Elsewhere({ declared: await readConnectors(folder, env), pool: own.pool, keys, clock });
  opened.push(elsewhere);
  return elsewhere;
}
const fresh = async (): Promise<void> => {
  await shopDb.pool.query('drop table if exists address, customer, orders, order_item, session, visit cascade');
  await shopDb.pool.query(TABLES.replaceAll('1201', '30').replaceAll('1300', '40'));
};

test('a run ends with a receipt for each collection, and neither note nor key', async () => {
  await fresh();
  const elsewhere = await open();
  const request = randomUUID();
  expect(await elsewhere.begun(request)).toBe(false);
  await elsewhere.begin(request, LIN);
  expect(await elsewhere.begun(request)).toBe(true);
  const seen = await own.pool.query('select sealed, list from connector_note where request = $1', [request]);
  expect(seen.rows).toHaveLength(2);
  expect(seen.rows.some(({ sealed }: { sealed: Buffer }) => sealed.includes('lin') || sealed.includes('861'))).toBe(
    false,
  );
  const receipts = await elsewhere.erase(request);
  expect(receipts.map(({ collection, treatment, found, gone }) => [collection, treatment, found, gone])).toEqual([
    ['shop.address', 'delete', 1, 1],
    ['shop.customer', 'mask', 1, 1],
    ['shop.order_item', 'keep', 30, 0],
    ['shop.orders', 'mask', 30, 30],
    ['shop.session', 'delete', 40, 40],
    ['shop.visit', 'delete', 3, 3],
  ]);
  expect(receipts[0]!.connector).toBe('shop');
  expect((await own.pool.query('select from connector_note')).rowCount).toBe(0);
  expect(keys.held.size).toBe(0);
  expect(await elsewhere.erase(request)).toEqual(receipts);
});

test('what the open account needs is read on the way and stays', async () => {
  await fresh();
  const elsewhere = await open();
  const request = randomUUID();
  await elsewhere.begin(request, LIN);
  const receipts = await elsewhere.erase(request, ({ name }) => name === 'visit' || name === 'session');
  expect(receipts.filter(({ gone }) => gone).map(({ collection, gone }) => [collection, gone])).toEqual([
    ['shop.session', 40],
    ['shop.visit', 3],
  ]);
  const { rows } = await shopDb.pool.query(`select email from customer where name = 'Lin Lan'`);
  expect(rows).toEqual([{ email: 'Lin@Home.example' }]);
});

test('a system that is down, or changed, leaves everything as it was, and the run goes on when it is back', async () => {
  await fresh();
  const elsewhere = await open();
  const request = randomUUID();
  await elsewhere.begin(request, LIN);
  await shopDb.pool.query('alter table visit rename to seen');
  const waits = await elsewhere.erase(request).catch((error: unknown) => error);
  expect(waits).toMatchObject({ code: 'CONNECTORS_WAITS' });
  expect((waits as Waits).waiting.get('shop')).toMatchObject({
    code: 'CONNECTORS_DRIFTED',
    drift: [{ code: 'no-collection', at: 'shop.visit' }],
  });
  const count = async (): Promise<number> =>
    Number((await shopDb.pool.query('select count(*) as n from session')).rows[0].n);
  expect(await count()).toBe(41);
  expect(await elsewhere.receipts(request)).toEqual([]);
  await shopDb.pool.query('alter table seen rename to visit');
  // Another process, which knows nothing but the request.
  const receipts = await (await open()).erase(request);
  expect(receipts.every(({ gone }) => gone !== null)).toBe(true);
  expect(await count()).toBe(1);
});

test('a survey shows each collection with its rows', async () => {
  await fresh();
  const { nodes, drift } = await (await open()).survey();
  expect(drift).toEqual([]);
  expect(Object.fromEntries(nodes.map(({ node, rows }) => [node.collection.name, rows]))).toEqual({
    ...{ customer: 2, address: 2, orders: 60, order_item: 60, session: 41, visit: 4 },
  });
});

test('how each system stands, what is under way, and when it was last erased from', async () => {
  await fresh();
  const elsewhere = await open();
  expect((await elsewhere.states()).states.get('shop')).toEqual({ state: 'answers', drift: [] });
  await shopDb.pool.query('alter table visit rename to seen');
  const { states, rows } = await elsewhere.states();
  expect(states.get('shop')).toEqual({ state: 'drifted', drift: [{ code: 'no-collection', at: 'shop.visit' }] });
  expect([rows.get('shop.customer'), rows.get('shop.visit')]).toEqual([2, null]);
  const request = randomUUID();
  await elsewhere.begin(request, LIN);
  expect(await elsewhere.running(10)).toMatchObject([{ request, found: 0, done: 0, of: 6 }]);
  await shopDb.pool.query('alter table seen rename to visit');
  await elsewhere.erase(request);
  expect(await elsewhere.running(10)).toEqual([]);
  expect((await elsewhere.last()).get('shop')).toBe(clock.now());
  const gone = new Elsewhere({
    declared: await readConnectors(folder, { SHOP_URL: 'postgres://nobody@127.0.0.1:1/x' }),
    ...{ pool: own.pool, keys, clock },
  });
  opened.push(gone);
  expect((await gone.states()).states.get('shop')).toEqual({ state: 'down', drift: [] });
});

test('fields that an operator writes by hand', async () => {
  const other = await mkdtemp(join(tmpdir(), 'kept-connectors-'));
  await writeFile(
    join(other, 'crm.mjs'),
    declaration({
      ...{ id: 'crm', fides: undefined, regions: ['cn'] },
      collections: {
        person: { name: 'customer', primaryKey: ['id'], fields: { id: {}, email: { identity: 'email' } } },
        note: {
          primaryKey: ['id'],
          erase: 'mask',
          fields: { id: {}, person: { references: ['crm.person.id'] }, text: { mask: { text: '-' } } },
        },
      },
    }),
  );
  const [crm] = await readConnectors(other, env);
  expect(crm!.regions).toEqual(['cn']);
  expect(crm!.collections).toMatchObject([
    { id: 'crm.person', name: 'customer', erase: 'delete' },
    {
      id: 'crm.note',
      fields: [
        {},
        { references: [{ collection: 'crm.person', field: 'id', direction: 'from' }] },
        { mask: { text: '-' } },
      ],
    },
  ]);
  await expect(readConnectors(other, {})).rejects.toMatchObject({ code: 'CONNECTORS_NO_SETTING' });
  await writeFile(
    join(other, 'bad.mjs'),
    declaration({ store: { kind: 'postgresql', url: 'postgres://me:secret@db/x' } }),
  );
  const error = await readConnectors(other, env).catch((thrown: Error) => thrown);
  expect(error).toMatchObject({ code: 'CONNECTORS_NOT_A_DECLARATION', path: '/store/url' });
  expect((error as Error).message).not.toContain('secret');
  await rm(other, { recursive: true });
});
