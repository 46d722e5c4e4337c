import type { Program } from '@kept/policy';
import { between } from './between.ts';
import { decisionChanges } from './decisions.ts';
import { declaredChanges } from './facts/declared.ts';
import { ageChanges, residencyChanges } from './facts/people.ts';
import { retentionChanges } from './facts/retention.ts';
import { rightChanges } from './facts/rights.ts';
import type { PolicyDiff } from './policy-diff.ts';

/**
 * Everything that changes from one policy to another, over the whole decision space of both and in every declared fact.
 * Names are matched by themselves, people by where they live and how old they are; what only one policy has a name for
 * is never permitted by the other. Pure; takes about a second for the largest policies.
 */
export function diff(before: Program, after: Program): PolicyDiff {
  const both = between(before, after);
  const { situations, allowed, refused, duties } = decisionChanges(both);
  const facts = [
    ...rightChanges(both),
    ...ageChanges(both),
    ...residencyChanges(both),
    ...retentionChanges(both),
    ...declaredChanges(both),
  ];
  const sum = (changes: readonly { readonly situations: number }[]): number =>
    changes.reduce((total, each) => total + each.situations, 0);
  const compared = ({ id, version, hash }: Program) => ({ id, version, hash });
  return {
    before: compared(before),
    after: compared(after),
    same: allowed.length + refused.length + duties.length + facts.length === 0,
    situations,
    places: both.places,
    ages: both.ages.map(({ to, ...age }) => ({ ...age, to: Number.isFinite(to) ? to : null })),
    ...{ allowed, refused, duties, facts },
    counts: {
      allowed: sum(allowed),
      refused: sum(refused),
      duties: sum(duties),
      facts: facts.length,
      needConsent: allowed.filter(({ needs }) => needs.kind === 'consent').length,
      rightsReduced: facts.filter(({ reducesRights }) => reducesRights).length,
    },
  };
}
