import { expect, test } from 'vitest';
import { distances, kilometres } from './screens/near.ts';
import { MADE_UP } from './stores.ts';

const [nanshan, tianhe, chaoyang] = MADE_UP.stores.map((store) => ({ ...store })) as [never, never, never];

test('distances are those over the globe, in tens of kilometres', () => {
  expect(Math.round(kilometres({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 }))).toBe(20_015);
  const found = distances([nanshan, tianhe, chaoyang], { latitude: 22.5, longitude: 114.1 });
  expect([...found.values()]).toEqual([20, 100, 1_950]);
});
