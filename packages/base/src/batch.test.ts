import { expect, test } from 'vitest';
import { Batcher } from './batch.ts';

const REST = 500;

test('a lane that rests begins its next batch no sooner, with all that came meanwhile; a lone caller waits for nobody', async () => {
  const batches: { at: number; items: number[] }[] = [];
  const batcher = new Batcher<number, number>({ max: 500, lanes: 1, rest: REST }, async (items) => {
    batches.push({ at: performance.now(), items });
    return items;
  });
  expect(await batcher.add(1)).toBe(1);
  const more = [batcher.add(2)];
  // Without the rest the second would be under way by now.
  for (let i = 0; i < 3; i++) await new Promise(setImmediate);
  more.push(batcher.add(3));
  expect(batches).toHaveLength(1);
  expect(await Promise.all(more)).toEqual([2, 3]);
  expect(batches.map(({ items }) => items)).toEqual([[1], [2, 3]]);
  // A timer may be a millisecond early.
  expect(batches[1]!.at - batches[0]!.at).toBeGreaterThan(REST - 2);
});

test('a full batch does not rest', async () => {
  const batches: number[][] = [];
  const batcher = new Batcher<number, number>({ max: 2, lanes: 1, rest: 3_600_000 }, async (items) => {
    batches.push(items);
    return items;
  });
  await Promise.all([1, 2, 3, 4, 5].map((i) => batcher.add(i)));
  expect(batches).toEqual([[1, 2], [3, 4], [5]]);
});
