/** The same over a real MariaDB, at its usual port: found exactly, erased in order, nobody else touched. */
import { connect } from 'node:net';
import { createConnection } from 'mysql2/promise';
import { afterAll, beforeEach, expect, test } from 'vitest';
import {
  erase,
  erasureOrder,
  find,
  type Identities,
  memoryNotes,
  planOf,
  type Row,
  readAll,
  sweep,
  type Work,
} from './index.ts';
import { openMariaDb } from './mariadb.ts';
import { LIN, shop } from './shop.harness.ts';

const SERVER = 'mysql://root@127.0.0.1:3306';
const there = await new Promise<boolean>((done) => {
  const socket = connect(3306, '127.0.0.1', () => done(socket.end() !== undefined)).on('error', () => done(false));
});
const required = process.env['KEPT_REQUIRE_SERVICES'] === '1';
const withMariaDb = test.skipIf(!there && !required);
const name = `kept_test_${process.pid}_${Math.floor(Math.random() * 1e9)}`;
const url = `${SERVER}/${name}`;

const admin = there || required ? await createConnection({ uri: SERVER, multipleStatements: true }) : null;
const ask = async (sql: string): Promise<Record<string, unknown>[]> =>
  ((await admin!.query(sql)) as [Record<string, unknown>[], unknown])[0];
if (admin) await ask(`create database ${name} character set utf8mb4; use ${name}`);
const store = openMariaDb('shop', url);
afterAll(async () => {
  await store.close();
  if (admin) await ask(`drop database ${name}`);
  await admin?.end();
});

const TABLES = `
  set foreign_key_checks = 0;
  drop table if exists address, customer, orders, order_item, session, visit, review;
  set foreign_key_checks = 1;
  create table address (id int primary key, street varchar(80) not null);
  create table customer (id bigint unsigned primary key, email varchar(80) unique, name varchar(40) not null,
    handle varchar(80) unique, created datetime(6) not null, address_id int, wishes json, foreign key (address_id) references address (id));
  create table orders (id varchar(36) character set utf8mb4 collate utf8mb4_general_ci primary key, customer_id bigint unsigned not null, note text);
  create table order_item (order_id varchar(36) character set utf8mb4 collate utf8mb4_general_ci, product text);
  create table session (id int primary key, customer_id bigint unsigned, parent int,
    foreign key (customer_id) references customer (id), foreign key (parent) references session (id));
  create table visit (phone varchar(20), at datetime(6), primary key (phone, at));
  insert into address values (1, 'Lantern Lane 4'), (2, 'Harbour Road 1');
  insert into customer values
    (9007199254740993, 'Lin@Home.example', 'Lin Lan', 'lin', '2026-01-02 03:04:05.678901', 1, '{"gift_for":["Wen","Mira"],"size":4}'),
    (9007199254740992, 'mira@home.example', 'Mira', 'mira', '2026-01-02 03:04:05.678901', 2, '{"gift_for":["Lin"],"size":2}');
  insert into orders select concat('a', seq), 9007199254740993, concat('order ', seq) from seq_1_to_1201;
  insert into orders values ('b1', 9007199254740992, 'of Mira');
  insert into order_item select id, 'lamp' from orders;
  insert into order_item values ('A1', 'a door of somebody whose orders are told apart by capitals');
  insert into session select 41 - seq, 9007199254740993, if(seq > 1, 42 - seq, null) from seq_1_to_40;
  insert into session values (5000, 9007199254740992, null);
  insert into visit select '+8610012345678', '2026-03-01 00:00:00.123456' + interval seq minute from seq_1_to_3;
  insert into visit values ('+8610099999999', '2026-03-01');
`;
beforeEach(async () => {
  if (!admin) return;
  await ask(TABLES);
  await store.survey(shop());
});

const plan = planOf(shop());
const workOf = (identities: Identities): Work => ({
  ...{ plan, identities, notes: memoryNotes() },
  stores: new Map([['shop', store]]),
});
const OTHERS = `select * from (
  select concat_ws('|', id, email, name, handle, created, address_id, wishes) r from customer where id <> 9007199254740993
  union all select concat_ws('|', id, customer_id, note) from orders where customer_id <> 9007199254740993
  union all select concat_ws('|', order_id, product) from order_item
  union all select concat_ws('|', id, customer_id) from session where customer_id <> 9007199254740993
  union all select concat_ws('|', id, street) from address where id <> 1
  union all select concat_ws('|', phone, at) from visit where phone <> '+8610012345678') x order by r`;

withMariaDb('MariaDB at localhost:3306: a copy, exactly as it is kept, and nothing of another', async () => {
  const all: Record<string, Row[]> = {};
  for await (const { node, rows } of readAll(workOf(LIN))) {
    const { name: key } = node.collection;
    all[key] = [...(all[key] ?? []), ...rows];
  }
  expect(Object.fromEntries(Object.entries(all).map(([key, rows]) => [key, rows.length]))).toEqual({
    ...{ customer: 1, address: 1, orders: 1_201, order_item: 1_201, session: 40, visit: 3 },
  });
  expect(all['customer']![0]).toMatchObject({
    ...{ id: '9007199254740993', email: 'Lin@Home.example', created: '2026-01-02 03:04:05.678901' },
    wishes: '{"gift_for":["Wen","Mira"],"size":4}',
  });
  expect(JSON.stringify(all)).not.toMatch(/9007199254740992|capitals/);
});

withMariaDb('MariaDB: erased as declared, others byte for byte, and what comes back is found', async () => {
  const before = JSON.stringify(await ask(OTHERS));
  const { drift, foreignKeys, rows } = await store.survey(shop());
  expect(drift).toEqual([]);
  expect(rows.get('shop.orders')).toBe(1_202);
  const work = workOf(LIN);
  for (const node of plan.nodes) await find(work, node);
  const gone: Record<string, number> = {};
  for (const node of erasureOrder(plan, foreignKeys)) gone[node.collection.name] = await erase(work, node);
  expect(gone).toEqual({ customer: 1, address: 1, orders: 1_201, order_item: 0, session: 40, visit: 3 });
  expect(JSON.stringify(await ask(OTHERS))).toBe(before);
  const [left] = await ask(`select email, name, handle, address_id, wishes,
    (select count(*) from orders where customer_id = 9007199254740993 and note is not null) notes,
    (select count(*) from session where customer_id = 9007199254740993) sessions from customer where id = 9007199254740993`);
  expect(left).toMatchObject({ email: null, name: 'gone', address_id: null, notes: 0, sessions: 0 });
  expect(left!['handle']).toMatch(/^[0-9a-f]{12}@nobody\.example$/);
  expect(JSON.stringify(left!['wishes'])).not.toContain('Wen');
  for (const node of plan.nodes) expect(await sweep(work, node)).toBe(0);
  await ask(
    `insert into visit values ('+8610012345678', now(6)); update customer set email = 'lin@home.example' where name = 'gone'`,
  );
  const back: Record<string, number> = {};
  for (const node of plan.nodes) back[node.collection.name] = await sweep(work, node);
  expect(back).toMatchObject({ visit: 1, customer: 1 });
});

withMariaDb('MariaDB: drift is told, a text that is no number finds nothing, and errors carry no value', async () => {
  expect(await find(workOf({ phone_number: [`x' or '1'='1`], email: ['%'] }), plan.nodes[0]!)).toBe(0);
  const [customer] = shop();
  const byNumber = { ...customer!, fields: [{ path: 'id', identity: 'email', references: [] }] };
  const found: Row[] = [];
  for await (const page of store.rows(byNumber, [{ field: 'id', values: ['abc', '0x1', '1e3'] }], ['id']))
    found.push(...page);
  expect(found).toEqual([]);
  await ask(
    'drop table visit; alter table orders rename column note to remark; create table review (at int, foreign key (at) references address (id))',
  );
  const { drift } = await store.survey(shop());
  expect(drift).toEqual([
    { code: 'undeclared-child', at: 'shop.address', by: 'review' },
    { code: 'no-column', at: 'shop.orders.note' },
    { code: 'no-collection', at: 'shop.visit' },
  ]);
  const trouble = async (where: string): Promise<unknown> => {
    const other = openMariaDb('shop', where);
    const error = await other.survey(shop()).catch((thrown: unknown) => thrown);
    await other.close();
    return error;
  };
  expect(await trouble(url.replace('3306', '1'))).toMatchObject({ code: 'CONNECTORS_STORE_DOWN' });
  expect(await trouble(url.replace('root@', 'nobody:secret@'))).toMatchObject({ code: 'CONNECTORS_STORE_REFUSES' });
});
