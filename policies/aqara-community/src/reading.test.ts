import { publishedText } from '@kept/policy/testing';
import { reconcile } from '@kept/reconcile';
import { unnoticed } from '@kept/reconcile/testing';
import { expect, test } from 'vitest';
import { aqaraCommunity } from './index.ts';
import { reading } from './reading.ts';

const text = publishedText('our Aqara Community', aqaraCommunity.controller.mention)!;

/** No noun for data: “your login”, “your use of our Aqara Community”. */
const UNNOTICED = new Set(['login', 'usage']);

test.skipIf(!text)('nothing is missing, and nothing is invented (KEPT_POLICY_TEXTS)', () => {
  const { found, missing, invented, stale } = reconcile(aqaraCommunity, reading, text);
  expect({ missing, invented, stale }).toEqual({ missing: [], invented: [], stale: [] });
  expect(found.length).toBeGreaterThan(15);
});

test.skipIf(!text)('a field that is left out is noticed (KEPT_POLICY_TEXTS)', { timeout: 60_000 }, () => {
  const fields = Object.keys(aqaraCommunity.fields).filter((id) => !UNNOTICED.has(id));
  expect(unnoticed(aqaraCommunity, reading, text, fields)).toEqual([]);
});
