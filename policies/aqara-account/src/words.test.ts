import { copiedRuns, publishedText, wordFaults } from '@kept/policy/testing';
import { expect, test } from 'vitest';
import { aqaraAccount } from './index.ts';

const { title, fields, controller, recipients } = aqaraAccount;
const published = publishedText(title['zh-Hans']);
const bare = (text: string): string => text.replace(/[\s\p{Cf}【】]|\*\*/gu, '');

test('everything is said in three languages, each in its own characters and words', () => {
  expect(wordFaults(aqaraAccount)).toEqual([]);
});

test.skipIf(published === undefined)('no run of twenty characters is copied from the text (KEPT_POLICY_TEXTS)', () => {
  expect(copiedRuns(aqaraAccount, published!)).toEqual([]);
});

test.skipIf(published === undefined)('every field bears a word of the text (KEPT_POLICY_TEXTS)', () => {
  const ours = ['booking-location', 'second-step-backup-codes', 'second-step-passkey', 'second-step-secret'];
  const text = bare(published!);
  const missing = Object.entries(fields)
    .filter(([, field]) => ![field.label['zh-Hans'], ...(field.named ?? [])].some((word) => text.includes(bare(word))))
    .map(([id]) => id);
  expect(missing.sort()).toEqual(ours);
});

test.skipIf(published === undefined)('names, addresses and links are the text’s own (KEPT_POLICY_TEXTS)', () => {
  const facts = [controller.name, controller.address, ...controller.affiliates, controller.contacts[0].value];
  const { yunpian, fadada } = recipients;
  for (const fact of [...facts, yunpian.name, fadada.name]) expect(bare(published!)).toContain(bare(fact));
});
