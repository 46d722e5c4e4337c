import { publishedText } from '@kept/policy/testing';
import { reconcile } from '@kept/reconcile';
import { unnoticed } from '@kept/reconcile/testing';
import { expect, test } from 'vitest';
import { aqaraCommunity } from './index.ts';
import { reading } from './reading.ts';

const text = publishedText('Aqara Community', 'Reservation policy')!;
/** Every field in the soak, the first few in a test run. */
const COUNT = Number(process.env.KEPT_SOAK ?? 6);

/** Their loss cannot be noticed: these stand in a sentence without a noun for them. */
const UNNOTICED = ['login', 'usage'];

test.skipIf(!text)('nothing is missing, and nothing is invented (KEPT_POLICY_TEXTS)', () => {
  const { missing, invented, stale } = reconcile(aqaraCommunity, reading, text);
  expect({ missing, invented, stale }).toEqual({ missing: [], invented: [], stale: [] });
});

test.skipIf(!text)('a field that is left out is noticed (KEPT_POLICY_TEXTS)', { timeout: 600_000 }, () => {
  const fields = Object.keys(aqaraCommunity.fields).filter((id) => !UNNOTICED.includes(id));
  expect(unnoticed(aqaraCommunity, reading, text, fields.slice(0, COUNT))).toEqual([]);
});
