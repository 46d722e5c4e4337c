/** A shop beside Kept, for tests: its tables, two people in it, and its dataset as Fides writes it. */
import { type Collection, fromFides, type Identities } from './index.ts';

export const HELD = { collection: 'registration', purpose: 'account' } as const;

export const LIN: Identities = { email: ['lin@home.example'], phone_number: ['+8610012345678'] };
export const MIRA: Identities = { email: ['mira@home.example'] };

/** Fields of `user.*` are masked, `session` goes whole, `product` is nobody's. */
export const SHOP = `
dataset:
  - fides_key: shop
    name: The shop
    description: What the shop keeps of its customers
    collections:
      - name: customer
        fields:
          - name: id
            data_categories: [user.unique_id]
            fides_meta: { primary_key: True }
          - name: email
            data_categories: [user.contact.email]
            fides_meta: { identity: email, data_type: string }
          - name: name
            data_categories: [user.name]
            fides_meta:
              length: 40
              masking_strategy_override:
                strategy: string_rewrite
                configuration: { rewrite_value: gone }
          - name: handle
            data_categories: [user.name]
            fides_meta:
              masking_strategy_override:
                strategy: random_string_rewrite
                configuration: { length: 12, format_preservation: { suffix: '@nobody.example' } }
          - name: created
            data_categories: [system.operations]
          - name: address_id
            data_categories: [system.operations]
            fides_meta:
              references: [{ dataset: shop, field: address.id, direction: to }]
              masking_strategy_override: { strategy: null_rewrite }
          - name: wishes
            fides_meta: { data_type: object }
            fields:
              - name: gift_for
                data_categories: [user.name]
                fides_meta: { data_type: 'string[]' }
              - name: size
                data_categories: [system.operations]
      - name: address
        fields:
          - name: id
            fides_meta: { primary_key: True }
          - name: street
            data_categories: [user.contact.address.street]
      - name: orders
        fields:
          - name: id
            fidesops_meta: { primary_key: True }
          - name: customer_id
            data_categories: [system.operations]
            fidesops_meta:
              references: [{ dataset: shop, field: customer.id, direction: from }]
          - name: note
            data_categories: [user.content]
      - name: order_item
        fields:
          - name: order_id
            fidesops_meta:
              references: [{ dataset: shop, field: orders.id, direction: from }]
          - name: product
            data_categories: [system.operations]
      - name: session
        fides_meta:
          masking_strategy_override: { strategy: delete }
        fields:
          - name: id
            fides_meta: { primary_key: True }
          - name: customer_id
            fides_meta:
              references: [{ dataset: shop, field: customer.id, direction: from }]
          - name: parent
            fides_meta:
              references: [{ dataset: shop, field: session.id, direction: from }]
      - name: visit
        fides_meta:
          masking_strategy_override: { strategy: delete }
        fields:
          - name: phone
            data_categories: [user.contact.phone_number]
            fides_meta: { identity: phone_number }
          - name: at
`;

/** Fides finds the key of `visit` in nobody's declaration; the operator says it. */
export const shop = (): Collection[] =>
  fromFides('shop.yml', SHOP, HELD, { visit: { primaryKey: ['phone', 'at'] }, address: { erase: 'delete' } })
    .collections;

export const TABLES = `
  create table address (id serial primary key, street text not null);
  create table customer (id bigint primary key, email varchar(80) unique, name varchar(40) not null,
    handle text unique, created timestamptz not null default now(), address_id int references address, wishes jsonb);
  create table orders (id uuid primary key default gen_random_uuid(), customer_id bigint not null, note text);
  create table order_item (order_id uuid references orders, product text);
  create table session (id int primary key, customer_id bigint references customer, parent int references session);
  create table visit (phone text, at timestamptz, primary key (phone, at));
  insert into address values (1, 'Lantern Lane 4'), (2, 'Harbour Road 1');
  insert into customer values
    (9007199254740993, 'Lin@Home.example', 'Lin Lan', 'lin', '2026-01-02 03:04:05.678901+00', null, '{"gift_for":["Wen","Mira"],"size":4}'),
    (9007199254740995, 'mira@home.example', 'Mira', 'mira', '2026-01-02 03:04:05.678901+00', 2, '{"gift_for":["Lin"],"size":2}');
  update customer set address_id = 1 where id = 9007199254740993;
  insert into orders (customer_id, note) select c.id, 'order ' || n || ' of ' || c.name from customer c, generate_series(1, 1201) n;
  insert into order_item select id, 'lamp' from orders;
  insert into session select n, 9007199254740993, case when n < 1300 then n + 1 end from generate_series(1300, 1, -1) n;
  insert into session values (5000, 9007199254740995, null);
  insert into visit select '+8610012345678', '2026-03-01 00:00:00.123456+00'::timestamptz + n * interval '1 minute' from generate_series(1, 3) n;
  insert into visit values ('+8610099999999', '2026-03-01');
`;
