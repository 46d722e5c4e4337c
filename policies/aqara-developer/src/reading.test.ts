import { publishedText } from '@kept/policy/testing';
import { reconcile } from '@kept/reconcile';
import { unnoticed } from '@kept/reconcile/testing';
import { expect, test } from 'vitest';
import { aqaraDeveloper } from './index.ts';
import { reading } from './reading.ts';

const text = publishedText(aqaraDeveloper.controller.mention)!;

/** The text has one phrase for both of each pair. */
const UNNOTICED = new Set(['real-name', 'corporate-name', 'personal-proof', 'corporate-proof']);

test.skipIf(!text)('nothing is missing, and nothing is invented (KEPT_POLICY_TEXTS)', () => {
  const { found, missing, invented, stale } = reconcile(aqaraDeveloper, reading, text);
  expect({ missing, invented, stale }).toEqual({ missing: [], invented: [], stale: [] });
  expect(found.length).toBeGreaterThan(50);
});

test.skipIf(!text)('a field that is left out is noticed (KEPT_POLICY_TEXTS)', { timeout: 60_000 }, () => {
  const fields = Object.keys(aqaraDeveloper.fields).filter((id) => !UNNOTICED.has(id));
  expect(unnoticed(aqaraDeveloper, reading, text, fields)).toEqual([]);
});
