import { expect, test } from 'vitest';
import { csvCell } from './csv.ts';

test.each([
  ['plain', '"plain"'],
  ['say "yes", twice', '"say ""yes"", twice"'],
  ['=1+1', `"'=1+1"`],
  ['+1', `"'+1"`],
  ['-1+cmd', `"'-1+cmd"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['\t=1', `"'\t=1"`],
  ['＝1', `"'＝1"`],
  ['-12.5', '"-12.5"'],
  ['-1e-7', '"-1e-7"'],
])('%s is no formula', (text, cell) => {
  expect(csvCell(text)).toBe(cell);
});
