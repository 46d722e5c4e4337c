import { copiedRuns, publishedText, wordFaults } from '@kept/policy/testing';
import { expect, test } from 'vitest';
import { aqaraCommunity } from './index.ts';

const published = publishedText('our Aqara Community', aqaraCommunity.controller.mention);

test('everything is said in three languages, each in its own characters and words', () => {
  expect(wordFaults(aqaraCommunity)).toEqual([]);
});

test.skipIf(published === undefined)('no run of forty characters is copied from the text (KEPT_POLICY_TEXTS)', () => {
  expect(copiedRuns(aqaraCommunity, published!)).toEqual([]);
});
