/** A refusal stays on the ground that was said, whatever a later version lists. */
import { compile } from '@kept/policy';
import { smartmiLegacy } from '@kept/policy-smartmi-legacy';
import { expect, test } from 'vitest';
import { refusalOf } from './answers.ts';
import type { RightsRegion } from './context.ts';
import { groundsOf, refusedOn } from './grounds.ts';
import type { Decision, KeptRequest } from './kept-request.ts';

const { erasure } = smartmiLegacy.rights;
const at = (change: object): RightsRegion =>
  ({
    program: compile({ ...smartmiLegacy, rights: { ...smartmiLegacy.rights, erasure: { ...erasure, ...change } } }),
  }) as unknown as RightsRegion;
const [before, after] = [at({}), at({ refusalGrounds: erasure.refusalGrounds.toReversed(), clause: '4' })];
const request = (ground: NonNullable<Decision['ground']>): KeptRequest =>
  ({
    ...{ kind: 'erasure', granted: 'erasure', proof: 'session', about: {} },
    decision: { outcome: 'refused', by: 'one', at: 1, second: 'two', secondAt: 2, ground },
  }) as unknown as KeptRequest;

test('ground and clause are those of the decision, also once a version has changed both', () => {
  const [label] = groundsOf(erasure, request(0));
  const kept = request({ label: label!, clause: erasure.clause });
  for (const region of [before, after])
    expect(refusalOf(region, kept, 'en')).toMatchObject({ ground: label!.en, clause: erasure.clause });
});

test('of a place, as decisions named one before, the version says what stands there', () => {
  expect(refusedOn(before, request(0))).toEqual({ label: erasure.refusalGrounds[0]!.label, clause: erasure.clause });
  expect(refusedOn(before, request(99))).toBeUndefined();
});
