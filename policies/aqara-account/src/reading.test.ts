import { SeededRandom } from '@kept/base';
import { publishedText } from '@kept/policy/testing';
import { reconcile } from '@kept/reconcile';
import { unnoticed } from '@kept/reconcile/testing';
import { expect, test } from 'vitest';
import { aqaraAccount } from './index.ts';
import { reading } from './reading.ts';

const text = publishedText(aqaraAccount.title['zh-Hans'])!;
/** Fields whose loss is looked for: a slice drawn by seed, all of them in the soak. */
const COUNT = Number(process.env.KEPT_SOAK ?? 4);
const SEED = 20_251_124;

/** The text says these with words that others have as well, in a sentence without a noun for them, or never. */
const UNNOTICED = new Set([
  ...['second-step-secret', 'second-step-backup-codes', 'second-step-passkey', 'booking-location'],
  ...['session-address', 'session-device', 'merchant-order-products', 'cookie-usage', 'request-text'],
]);

test.skipIf(!text)('nothing is missing, and nothing is invented (KEPT_POLICY_TEXTS)', () => {
  const { found, missing, invented, stale } = reconcile(aqaraAccount, reading, text);
  expect({ missing, invented, stale }).toEqual({ missing: [], invented: [], stale: [] });
  expect(found.length).toBeGreaterThan(500);
});

test.skipIf(!text)(
  `a field that is left out is noticed (KEPT_POLICY_TEXTS, seed ${SEED})`,
  { timeout: 600_000 },
  () => {
    const dice = new SeededRandom(SEED);
    const fields = Object.keys(aqaraAccount.fields).filter((id) => !UNNOTICED.has(id));
    const some =
      COUNT >= fields.length ? fields : Array.from({ length: COUNT }, () => fields[dice.below(fields.length)]!);
    expect(unnoticed(aqaraAccount, reading, text, some)).toEqual([]);
  },
);
