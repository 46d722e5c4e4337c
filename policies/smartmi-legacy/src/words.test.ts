import { copiedRuns, publishedText, wordFaults } from '@kept/policy/testing';
import { expect, test } from 'vitest';
import { smartmiLegacy } from './index.ts';

const { fields, controller } = smartmiLegacy;
const published = publishedText(controller.name);
const bare = (text: string): string => text.replace(/\s/g, '').replaceAll('’', "'").toLowerCase();

test('everything is said in three languages, each in its own characters and words', () => {
  expect(wordFaults(smartmiLegacy)).toEqual([]);
});

test.skipIf(published === undefined)('no run of forty letters is copied from the text (KEPT_POLICY_TEXTS)', () => {
  expect(copiedRuns(smartmiLegacy, published!)).toEqual([]);
});

test.skipIf(published === undefined)('every field bears a word of the text (KEPT_POLICY_TEXTS)', () => {
  const text = bare(published!);
  const missing = Object.entries(fields)
    .filter(([, field]) => ![field.label.en, ...(field.named ?? [])].some((word) => text.includes(bare(word))))
    .map(([id]) => id);
  expect(missing).toEqual([]);
});

test.skipIf(published === undefined)('other words for a field are the text’s own (KEPT_POLICY_TEXTS)', () => {
  const text = bare(published!);
  const named = Object.values(fields).flatMap((field) => field.named ?? []);
  expect(named.filter((word) => !text.includes(bare(word)))).toEqual([]);
});
