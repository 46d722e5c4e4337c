/** A text is found by whatever stands in it, held against the slowest way to look. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normal, wordsOf } from './text-words.ts';

const part = fc.constantFrom('窗', '帘', '灯', 'Lamp', 'ＬＡＭＰ', '#灯光', '#Home', ' ', ' ', '，', '3');

test('a text that has the words of a query has all that the query is found by', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), fc.array(part, { maxLength: 12 }), (before, after) => {
      const query = '窗帘 #灯光 lamp';
      const text = [...before, ' ', query, ' ', ...after].join('');
      const words = new Set(wordsOf(text));
      expect(wordsOf(query).filter((word) => !words.has(word))).toEqual([]);
      for (const word of words) expect(normal(text)).toContain(word);
    }),
  );
});
