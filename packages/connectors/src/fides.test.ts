import { expect, test } from 'vitest';
import { fromFides } from './index.ts';
import { HELD, SHOP, shop } from './shop.harness.ts';

test('identities, keys, references, nested fields and masks of a dataset', () => {
  const customer = shop()[0]!;
  expect(customer).toMatchObject({ id: 'shop.customer', primaryKey: ['id'], erase: 'mask', held: HELD });
  expect(customer.fields).toEqual([
    { path: 'id', references: [] },
    { path: 'email', identity: 'email', references: [], mask: { with: 'null' } },
    { path: 'name', references: [], mask: { with: 'text', text: 'gone' } },
    { path: 'handle', references: [], mask: { with: 'random', length: 12, suffix: '@nobody.example' } },
    { path: 'created', references: [] },
    {
      path: 'address_id',
      references: [{ collection: 'shop.address', field: 'id', direction: 'to' }],
      mask: { with: 'null' },
    },
    { path: 'wishes.gift_for', references: [], mask: { with: 'null' } },
    { path: 'wishes.size', references: [] },
  ]);
  expect(shop().map(({ name, erase }) => [name, erase])).toEqual([
    ...[
      ['customer', 'mask'],
      ['address', 'delete'],
      ['orders', 'mask'],
    ],
    ...[
      ['order_item', 'keep'],
      ['session', 'delete'],
      ['visit', 'delete'],
    ],
  ]);
});

test('what Fides skips is skipped by name, and order that it demands is kept', () => {
  const text = SHOP.replace(
    '- name: address\n',
    '- name: address\n        fides_meta: { skip_processing: true }\n',
  ).replace('name: The shop\n', 'name: The shop\n    fides_meta: { after: [] }\n');
  const { collections, skipped } = fromFides('shop.yml', text, HELD);
  expect(skipped).toEqual(['shop.address']);
  expect(collections).toHaveLength(5);
});

test.each([
  ['text', 'no yaml: [', ''],
  ['a list', '- a', '/'],
  ['no key', 'dataset: [{ collections: [] }]', '/dataset/0/fides_key'],
  [
    'a reference to nothing',
    `dataset: [{ fides_key: a, collections: [{ name: b, fields: [{ name: secret, fides_meta: { references: [{ dataset: a, field: b }] } }] }] }]`,
    '/dataset/0/collections/0/fields/0/fides_meta/references/0/field',
  ],
])('%s is refused with its place, not its text', (_, text, path) => {
  expect(() => fromFides('crm.yml', text, HELD)).toThrow(
    expect.objectContaining({
      code: 'CONNECTORS_NOT_A_DECLARATION',
      path,
      message: 'the declaration crm.yml is not one',
    }),
  );
});
