import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Collection, erasureOrder, type NoPlan, planOf, type Reference } from './index.ts';
import { HELD, shop } from './shop.harness.ts';

const collection = (
  name: string,
  more: Partial<Collection> & { refs?: [string, string, Reference['direction']?][] },
): Collection => ({
  ...{ id: `d.${name}`, dataset: 'd', name, primaryKey: ['id'], erase: 'delete', held: HELD, after: [] },
  fields: [
    { path: 'id', references: [] },
    ...(more.refs ?? []).map(([path, to, direction]) => ({
      path,
      references: [{ collection: `d.${to}`, field: 'id', ...(direction && { direction }) }],
    })),
  ],
  ...more,
});
const known = { path: 'email', identity: 'email', references: [] };
const seed = (name: string): Collection => collection(name, { fields: [{ path: 'id', references: [] }, known] });

const problemsOf = (collections: readonly Collection[]): [string, string][] => {
  try {
    planOf(collections);
  } catch (error) {
    return (error as NoPlan).problems.map(({ code, at }) => [code, at]);
  }
  return [];
};

test('what finds rows is read before what it finds', () => {
  const plan = planOf(shop());
  expect(plan.nodes.map(({ collection: { name } }) => name)).toEqual([
    ...['customer', 'visit', 'address', 'orders', 'session', 'order_item'],
  ]);
  expect(plan.nodes.find(({ collection: { name } }) => name === 'orders')!.edges).toEqual([
    { from: 'shop.customer', field: 'id', to: 'customer_id' },
  ]);
  // Whoever names the key of another goes first, whichever was found by which.
  const order = erasureOrder(plan).map(({ collection: { name } }) => name);
  expect(order.indexOf('customer')).toBeLessThan(order.indexOf('address'));
  expect(order.indexOf('session')).toBeLessThan(order.indexOf('customer'));
  expect(order.indexOf('order_item')).toBeLessThan(order.indexOf('orders'));
});

test('every fault is told, all at once', () => {
  const faults: Collection[] = [
    seed('a'),
    seed('a'),
    collection('island', {}),
    collection('keyless', { primaryKey: [], refs: [['a', 'a', 'from']] }),
    collection('dangling', {
      refs: [
        ['a', 'a', 'from'],
        ['b', 'nowhere'],
      ],
    }),
    collection('ssn', {
      fields: [
        { path: 'id', references: [] },
        { path: 'n', identity: 'ssn', references: [] },
      ],
    }),
    collection('bare', { erase: 'mask', refs: [['a', 'a', 'from']] }),
    collection('r1', {
      refs: [
        ['x', 'r2', 'from'],
        ['a', 'a', 'from'],
      ],
    }),
    collection('r2', { refs: [['x', 'r1', 'from']] }),
    collection('late', { after: ['d.never'], refs: [['a', 'a', 'from']] }),
  ];
  expect(problemsOf(faults)).toEqual([
    ['twice', 'd.a'],
    ['no-such-field', 'd.dangling.b'],
    ['unreachable', 'd.island'],
    ['no-key', 'd.keyless'],
    ['unreachable', 'd.ssn'],
    ['nothing-masked', 'd.bare'],
    ['no-such-collection', 'd.late'],
    ['ring', 'd.r1'],
    ['ring', 'd.r2'],
  ]);
});

test('a collection without key that loses nothing is no fault', () => {
  expect(
    problemsOf([seed('a'), collection('k', { primaryKey: [], erase: 'keep', refs: [['a', 'a', 'from']] })]),
  ).toEqual([]);
});

test('any graph: a plan holds each collection once, behind all that finds it, or its faults name what is missing', () => {
  const graph = fc.array(
    fc.record({
      known: fc.boolean(),
      refs: fc.array(fc.tuple(fc.nat(11), fc.constantFrom('from', 'to', undefined)), { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(graph, (nodes) => {
      const collections = nodes.map(({ known: is, refs }, i) => {
        const made = collection(`c${i}`, {
          refs: refs.map(([to, direction], j) => [`f${j}`, `c${to % nodes.length}`, direction]),
        });
        return is ? { ...made, fields: [...made.fields, known] } : made;
      });
      const problems = problemsOf(collections);
      if (problems.length === 0) {
        const { nodes: planned } = planOf(collections);
        const place = new Map(planned.map((node, i) => [node.collection.id, i]));
        expect(place.size).toBe(collections.length);
        for (const {
          collection: { id },
          edges,
          identities,
        } of planned) {
          expect(edges.length + identities.length).toBeGreaterThan(0);
          for (const { from } of edges) expect(place.get(from)!).toBeLessThan(place.get(id)!);
        }
        expect(new Set(erasureOrder({ nodes: planned })).size).toBe(collections.length);
        return;
      }
      expect(problems.every(([code]) => code === 'unreachable' || code === 'ring')).toBe(true);
    }),
    { seed: 7, numRuns: 300 },
  );
});

test('two thousand collections, in an order that is found at once', () => {
  const many = [
    seed('c0'),
    ...Array.from({ length: 1_999 }, (_, i) =>
      collection(`c${i + 1}`, {
        refs: [
          ['a', `c${i >> 1}`, 'from'],
          ['b', `c${i}`],
        ],
      }),
    ),
  ];
  const { nodes } = planOf(many);
  expect(nodes).toHaveLength(2_000);
  const place = new Map(nodes.map((node, i) => [node.collection.id, i]));
  for (const {
    edges,
    collection: { id },
  } of nodes)
    for (const { from } of edges) expect(place.get(from)!).toBeLessThan(place.get(id)!);
});
