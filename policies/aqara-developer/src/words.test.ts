import { copiedRuns, publishedText, wordFaults } from '@kept/policy/testing';
import { expect, test } from 'vitest';
import { aqaraDeveloper } from './index.ts';

const published = publishedText(aqaraDeveloper.controller.mention);

test('everything is said in three languages, each in its own characters and words', () => {
  expect(wordFaults(aqaraDeveloper)).toEqual([]);
});

test.skipIf(published === undefined)('no run of forty characters is copied from the text (KEPT_POLICY_TEXTS)', () => {
  expect(copiedRuns(aqaraDeveloper, published!)).toEqual([]);
});
