import { copiedRuns, publishedText, wordFaults } from '@kept/policy/testing';
import { expect, test } from 'vitest';
import { aqaraAccount } from './index.ts';

const published = publishedText(aqaraAccount.title['zh-Hans']);

test('everything is said in three languages, each in its own characters and words', () => {
  expect(wordFaults(aqaraAccount)).toEqual([]);
});

test.skipIf(published === undefined)('no run of twenty characters is copied from the text (KEPT_POLICY_TEXTS)', () => {
  expect(copiedRuns(aqaraAccount, published!)).toEqual([]);
});
