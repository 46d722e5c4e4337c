import { publishedText } from '@kept/policy/testing';
import { reconcile } from '@kept/reconcile';
import { unnoticed } from '@kept/reconcile/testing';
import { expect, test } from 'vitest';
import { aqaraDeveloper } from './index.ts';
import { reading } from './reading.ts';

const text = publishedText('Aqara Developer Platform', 'Email, real personal')!;
/** Every field in the soak, the first few in a test run. */
const COUNT = Number(process.env.KEPT_SOAK ?? 6);

/** Their loss cannot be noticed: each of these shares its words with another. */
const UNNOTICED = ['real-name', 'corporate-name', 'personal-proof', 'corporate-proof'];

test.skipIf(!text)('nothing is missing, and nothing is invented (KEPT_POLICY_TEXTS)', () => {
  const { missing, invented, stale } = reconcile(aqaraDeveloper, reading, text);
  expect({ missing, invented, stale }).toEqual({ missing: [], invented: [], stale: [] });
});

test.skipIf(!text)('a field that is left out is noticed (KEPT_POLICY_TEXTS)', { timeout: 600_000 }, () => {
  const fields = Object.keys(aqaraDeveloper.fields).filter((id) => !UNNOTICED.includes(id));
  expect(unnoticed(aqaraDeveloper, reading, text, fields.slice(0, COUNT))).toEqual([]);
});
