import { publishedText } from '@kept/policy/testing';
import { reconcile } from '@kept/reconcile';
import { unnoticed } from '@kept/reconcile/testing';
import { expect, test } from 'vitest';
import { smartmiGlobal } from './index.ts';
import { reading } from './reading.ts';

const text = publishedText('智米 App', '加州居民')!;
/** Every field in the soak, the first few in a test run. */
const COUNT = Number(process.env.KEPT_SOAK ?? 6);

/** Their loss cannot be noticed: these share their words with another, or stand in a sentence without a noun for them. */
const UNNOTICED = [
  'verified-phone',
  'posts',
  'request-letter',
  'request-proof',
  'device-network',
  'wifi-state',
  'analytics-crashes',
  'local-content',
  'local-preferences',
];

test.skipIf(!text)('nothing is missing, and nothing is invented (KEPT_POLICY_TEXTS)', () => {
  const { missing, invented, stale } = reconcile(smartmiGlobal, reading, text);
  expect({ missing, invented, stale }).toEqual({ missing: [], invented: [], stale: [] });
});

test.skipIf(!text)('a field that is left out is noticed (KEPT_POLICY_TEXTS)', { timeout: 600_000 }, () => {
  const fields = Object.keys(smartmiGlobal.fields).filter((id) => !UNNOTICED.includes(id));
  expect(unnoticed(smartmiGlobal, reading, text, fields.slice(0, COUNT))).toEqual([]);
});
