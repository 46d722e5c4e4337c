import { expect, it } from 'vitest';
import { runsOf } from './marked.tsx';

it('marks what stands between two pairs of stars', () => {
  expect(runsOf('a **b** c')).toEqual([
    { text: 'a ', marked: false },
    { text: 'b', marked: true },
    { text: ' c', marked: false },
  ]);
});

it('leaves a lone pair of stars as it is', () => {
  expect(runsOf('a ** b')).toEqual([{ text: 'a ** b', marked: false }]);
  expect(runsOf('**a** b ** c').map((run) => run.text)).toEqual(['a', ' b ** c']);
});
