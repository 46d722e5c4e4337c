/** Everything of one person on a real PostgreSQL: found, copied, erased, proved; and nothing of anybody else touched. */
import { testDatabase } from '@kept/db/testing';
import { beforeEach, expect, test } from 'vitest';
import {
  erase,
  erasureOrder,
  find,
  type Identities,
  memoryNotes,
  openPostgres,
  planOf,
  type Row,
  readAll,
  type Store,
  sweep,
  type Work,
} from './index.ts';
import { LIN, shop, TABLES } from './shop.harness.ts';

const { url, pool } = await testDatabase();
const store = openPostgres('shop', url);
const plan = planOf(shop());

beforeEach(async () => {
  await pool.query('drop table if exists address, customer, orders, order_item, session, visit, review cascade');
  await pool.query(TABLES);
  await store.survey(shop());
});

const workOf = (identities: Identities, stores: Store = store): Work => ({
  ...{ plan, identities, notes: memoryNotes() },
  stores: new Map([['shop', stores]]),
});

async function everything(identities: Identities): Promise<Record<string, Row[]>> {
  const all: Record<string, Row[]> = {};
  for await (const { node, rows } of readAll(workOf(identities))) {
    const { name } = node.collection;
    all[name] = [...(all[name] ?? []), ...rows];
  }
  return all;
}

/** All rows of everybody but Lin, as the server writes them. */
async function others(): Promise<string> {
  const { rows } = await pool.query<{ all: string }>(`
    select coalesce(string_agg(r, E'\\n' order by r), '') as all from (
      select c::text r from customer c where id <> 9007199254740993
      union all select o::text from orders o where customer_id <> 9007199254740993
      union all select i::text from order_item i join orders o on o.id = order_id where customer_id <> 9007199254740993
      union all select s::text from session s where customer_id <> 9007199254740993
      union all select a::text from address a where id <> 1
      union all select v::text from visit v where phone <> '+8610012345678') x`);
  return rows[0]!.all;
}

async function eraseAll(work: Work): Promise<Record<string, number>> {
  for (const node of work.plan.nodes) await find(work, node);
  const { foreignKeys } = await store.survey(shop());
  const gone: Record<string, number> = {};
  for (const node of erasureOrder(work.plan, foreignKeys)) gone[node.collection.name] = await erase(work, node);
  return gone;
}

test('a copy holds what is theirs in every collection, exactly as it is kept, and nothing of another', async () => {
  const lin = await everything(LIN);
  const counts = Object.fromEntries(Object.entries(lin).map(([name, rows]) => [name, rows.length]));
  expect(counts).toEqual({ customer: 1, address: 1, orders: 1_201, order_item: 1_201, session: 1_300, visit: 3 });
  expect(lin['customer']).toEqual([
    {
      ...{ id: '9007199254740993', email: 'Lin@Home.example', name: 'Lin Lan', handle: 'lin', address_id: '1' },
      created: expect.stringContaining('.678901') as string,
      wishes: '{"size": 4, "gift_for": ["Wen", "Mira"]}',
    },
  ]);
  expect(JSON.stringify(lin)).not.toContain('9007199254740995');
  expect(new Set(lin['orders']!.map((row) => row['id'])).size).toBe(1_201);
  expect(await everything({ email: ['nobody@home.example'] })).toEqual({});
  expect(await everything({})).toEqual({});
});

test('erasure deletes and masks as declared, in the order that foreign keys demand, and leaves others byte for byte', async () => {
  const before = await others();
  const work = workOf(LIN);
  expect(await eraseAll(work)).toEqual({
    ...{ customer: 1, address: 1, orders: 1_201, order_item: 0, session: 1_300, visit: 3 },
  });
  expect(await others()).toBe(before);
  const { rows } = await pool.query('select * from customer where id = 9007199254740993');
  expect(rows[0]).toMatchObject({ email: null, name: 'gone', wishes: { gift_for: null, size: 4 } });
  expect(rows[0].handle).toMatch(/^[0-9a-f]{12}@nobody\.example$/);
  const left = await pool.query(`select (select count(*) from session where id < 5000) as session,
    (select count(*) from visit where phone = '+8610012345678') as visit, (select count(*) from address where id = 1) as address,
    (select count(*) from orders where customer_id = 9007199254740993 and note is not null) as notes`);
  expect(left.rows[0]).toEqual({ session: 0, visit: 0, address: 0, notes: 0 });
  for (const node of plan.nodes) expect(await sweep(work, node)).toBe(0);
});

test('an erasure that dies anywhere goes on where it was, and ends as if nothing had been', async () => {
  for (let at = 0; ; at++) {
    await pool.query('drop table address, customer, orders, order_item, session, visit cascade');
    await pool.query(TABLES.replaceAll('1201', '3').replaceAll('1300', '4'));
    let calls = 0;
    let died = false;
    const dying = new Proxy(store, {
      get(target, name: keyof Store) {
        if (!['remove', 'mask', 'count', 'unmasked'].includes(name)) return target[name];
        return async (...args: [never, never]) => {
          const die = (): void => {
            if (!died && calls++ === at) {
              died = true;
              throw new Error('killed');
            }
          };
          die();
          const answer = await (target[name] as (...all: never[]) => Promise<number>)(...args);
          die();
          return answer;
        };
      },
    });
    const work = workOf(LIN, dying);
    const again = (): Promise<Record<string, number>> =>
      eraseAll(work).catch((error: Error) => {
        if (error.message === 'killed') return again();
        throw error;
      });
    expect(await again()).toEqual({ customer: 1, address: 1, orders: 3, order_item: 0, session: 4, visit: 3 });
    if (!died) break;
    expect(at).toBeLessThan(100);
  }
});

test('what comes back after an erasure is found, and taken by the next', async () => {
  const work = workOf(LIN);
  await eraseAll(work);
  await pool.query(`insert into visit values ('+8610012345678', now())`);
  await pool.query(`insert into session values (1, 9007199254740993)`);
  await pool.query(`update customer set email = 'lin@home.example' where id = 9007199254740993`);
  const back: Record<string, number> = {};
  for (const node of plan.nodes) back[node.collection.name] = await sweep(work, node);
  expect(back).toMatchObject({ visit: 1, session: 1, customer: 1 });
  for (const node of erasureOrder(plan)) await erase(work, node);
  for (const node of plan.nodes) expect(await sweep(work, node)).toBe(0);
});

test('a survey tells rows, and each thing that is not as declared', async () => {
  expect(await store.survey(shop())).toMatchObject({ drift: [] });
  const counted = await store.survey(shop());
  expect(Object.fromEntries(counted.rows)).toEqual({
    ...{ 'shop.customer': 2, 'shop.address': 2, 'shop.orders': 2_402, 'shop.order_item': 2_402 },
    ...{ 'shop.session': 1_301, 'shop.visit': 4 },
  });
  await pool.query(`drop table visit; alter table orders rename note to remark; alter table customer alter email set not null;
    alter table session drop constraint session_pkey cascade;
    create table review (id int primary key, at int references address); alter table orders drop constraint orders_pkey cascade`);
  const { drift, rows } = await store.survey(shop());
  expect(rows.get('shop.visit')).toBeNull();
  expect(drift).toEqual([
    { code: 'not-null', at: 'shop.customer.email' },
    { code: 'undeclared-child', at: 'shop.address', by: 'review' },
    { code: 'no-column', at: 'shop.orders.note' },
    { code: 'no-key', at: 'shop.orders' },
    { code: 'no-key', at: 'shop.session' },
    { code: 'no-collection', at: 'shop.visit' },
  ]);
});

test('a row that somebody else’s rows name does not go, and nothing of its page does', async () => {
  await pool.query(`create table review (id int primary key, at int references address);
    insert into review values (1, 1)`);
  const work = workOf(LIN);
  await expect(eraseAll(work)).rejects.toMatchObject({ code: 'CONNECTORS_STILL_REFERRED' });
  await pool.query('drop table review');
  expect((await eraseAll(work))['address']).toBe(1);
});

test('down, locked out, or changed: said so, with no value of anybody', async () => {
  const at = new URL(url);
  at.port = '1';
  const trouble = async (where: string): Promise<{ code: string; text: string }> => {
    const other = openPostgres('shop', where);
    const work = workOf(LIN, other);
    const error = await find(work, plan.nodes[0]!).then(
      () => null,
      (thrown: Error) => thrown,
    );
    await other.close();
    const { code, message, cause } = error as Error & { code: string };
    return { code, text: `${message} ${String(cause)}` };
  };
  expect(await trouble(at.href)).toMatchObject({ code: 'CONNECTORS_STORE_DOWN' });
  const nobody = new URL(url);
  nobody.username = 'nobody_here';
  expect(await trouble(nobody.href)).toMatchObject({ code: 'CONNECTORS_STORE_REFUSES' });
  await pool.query('alter table customer drop column name');
  const changed = openPostgres('shop', url);
  const work = workOf(LIN, changed);
  const read = async (): Promise<void> => {
    for await (const page of readAll(work)) expect(page.rows.length).toBeGreaterThan(0);
  };
  await expect(read()).rejects.toMatchObject({ code: 'CONNECTORS_NOT_AS_DECLARED' });
  await changed.close();
});

test('names and values that look like statements are names and values', async () => {
  const evil = `o'"; drop table customer; --`;
  await pool.query('update customer set email = $1 where id = 9007199254740993', [evil]);
  expect(Object.keys(await everything({ email: [evil] }))).toContain('customer');
  expect(Object.keys(await everything({ email: ['%'] }))).toEqual([]);
});
