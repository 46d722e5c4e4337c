import { copiedRuns, publishedText, wordFaults } from '@kept/policy/testing';
import { expect, test } from 'vitest';
import { smartmiGlobal } from './index.ts';

const { fields, controller } = smartmiGlobal;
const published = publishedText(controller.contacts[0].value, controller.name);
const bare = (text: string): string => text.replace(/[\s\p{Cf}【】]|\*\*/gu, '').toLowerCase();

test('everything is said in three languages, each in its own characters and words', () => {
  expect(wordFaults(smartmiGlobal)).toEqual([]);
});

test.skipIf(published === undefined)('no run of twenty characters is copied from the text (KEPT_POLICY_TEXTS)', () => {
  expect(copiedRuns(smartmiGlobal, published!)).toEqual([]);
});

test.skipIf(published === undefined)('every field bears a word of the text (KEPT_POLICY_TEXTS)', () => {
  const text = bare(published!);
  const missing = Object.entries(fields)
    .filter(([, { label, named = [] }]) => ![label['zh-Hant'], ...named].some((word) => text.includes(bare(word))))
    .map(([id]) => id);
  expect(missing).toEqual([]);
});

test.skipIf(published === undefined)('names, addresses and other words are the text’s own (KEPT_POLICY_TEXTS)', () => {
  const text = bare(published!);
  const named = Object.values(fields).flatMap((field) => field.named ?? []);
  const facts = [controller.name, controller.address, controller.mention, ...named];
  expect(facts.filter((fact) => !text.includes(bare(fact)))).toEqual([]);
});
