import { copiedRuns, publishedText, wordFaults } from '@kept/policy/testing';
import { expect, test } from 'vitest';
import { aqaraDeveloper } from './index.ts';

const { fields, controller } = aqaraDeveloper;
const published = publishedText(controller.mention);
const bare = (text: string): string => text.replace(/[\s\p{Cf}]/gu, '').toLowerCase();

test('everything is said in three languages, each in its own characters and words', () => {
  expect(wordFaults(aqaraDeveloper)).toEqual([]);
});

test.skipIf(published === undefined)('no run of forty characters is copied from the text (KEPT_POLICY_TEXTS)', () => {
  expect(copiedRuns(aqaraDeveloper, published!)).toEqual([]);
});

test.skipIf(published === undefined)('every field bears a word of the text (KEPT_POLICY_TEXTS)', () => {
  const text = bare(published!);
  const missing = Object.entries(fields)
    .filter(([, field]) => ![field.label.en, ...(field.named ?? [])].some((word) => text.includes(bare(word))))
    .map(([id]) => id);
  expect(missing).toEqual([]);
});

test.skipIf(published === undefined)('names, addresses and numbers are the text’s own (KEPT_POLICY_TEXTS)', () => {
  const values = controller.contacts.filter(({ channel }) => channel !== 'post').map(({ value }) => value);
  const facts = [controller.name, controller.address, ...controller.affiliates, controller.mention, ...values];
  for (const fact of [...facts, '518000', '15 business days', 'ISO/IEC 27001:2013', 'June 9, 2022', 'January 28, 2023'])
    expect(bare(published!)).toContain(bare(fact));
});
