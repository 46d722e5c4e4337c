import { copiedRuns, publishedText, wordFaults } from '@kept/policy/testing';
import { expect, test } from 'vitest';
import { aqaraCommunity } from './index.ts';

const { fields, controller } = aqaraCommunity;
const published = publishedText('our Aqara Community', controller.mention);
const bare = (text: string): string => text.replace(/[\s\p{Cf}]/gu, '').toLowerCase();

test('everything is said in three languages, each in its own characters and words', () => {
  expect(wordFaults(aqaraCommunity)).toEqual([]);
});

test.skipIf(published === undefined)('no run of forty characters is copied from the text (KEPT_POLICY_TEXTS)', () => {
  expect(copiedRuns(aqaraCommunity, published!)).toEqual([]);
});

test.skipIf(published === undefined)('every field bears a word of the text (KEPT_POLICY_TEXTS)', () => {
  const text = bare(published!);
  const missing = Object.entries(fields)
    .filter(([, field]) => ![field.label.en, ...(field.named ?? [])].some((word) => text.includes(bare(word))))
    .map(([id]) => id);
  expect(missing).toEqual([]);
});

test.skipIf(published === undefined)('names, addresses and countries are the text’s own (KEPT_POLICY_TEXTS)', () => {
  const facts = [controller.name, controller.address, controller.officer.en, controller.contacts[0].value];
  const countries = ['China, Germany, India, Russia, Singapore and the United States'];
  for (const fact of [...facts, ...countries]) expect(bare(published!)).toContain(bare(fact));
});
