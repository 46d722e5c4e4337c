import { expect, test } from 'vitest';
import { batchesOf, rowsOf } from './open-package.ts';

const item = (id: string, value = 'x') => ({ id, collectionId: 'profile', field: id.split('.')[3]!, value });

test('values of one row come together, those of another apart', () => {
  expect(rowsOf([item('a.r.1.name'), item('a.r.2.name'), item('a.r.1.bio', 'y')])).toEqual([
    { collection: 'profile', values: { name: 'x', bio: 'y' } },
    { collection: 'profile', values: { name: 'x' } },
  ]);
});

test('batches keep the order, lose nothing, and none is larger than a call but for one large row', () => {
  const rows = Array.from({ length: 500 }, (_, i) => ({
    collection: 'c',
    values: { v: 'x'.repeat(i % 7 === 0 ? 900 : 9) },
  }));
  const batches = batchesOf(rows, 1_000);
  expect(batches.flat()).toEqual(rows);
  for (const batch of batches)
    expect(batch.length === 1 || JSON.stringify(batch).length <= 1_000 + batch.length + 1).toBe(true);
  expect(
    batchesOf(rows.map(({ collection }) => ({ collection, values: {} }))).every((batch) => batch.length <= 200),
  ).toBe(true);
  expect(batchesOf([])).toEqual([]);
});
