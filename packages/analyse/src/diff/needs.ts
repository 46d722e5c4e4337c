import type { Program, Reason } from '@kept/policy';
import type { Side } from '../names.ts';
import type { Condition } from '../situation.ts';
import type { Block } from '../space.ts';

/** What a change is about: the first thing that one side has and the other has not. */
export type Topic = 'purpose' | 'recipient' | 'data' | 'place' | 'people' | 'account' | 'asking' | 'condition';

/** What a reason to refuse is about. */
export const TOPIC_OF: Readonly<Record<Reason, Topic>> = {
  'unknown-purpose': 'purpose',
  'unknown-field': 'data',
  'unknown-recipient': 'recipient',
  'unknown-region': 'place',
  'unknown-collection': 'data',
  'unknown-actor': 'asking',
  'unknown-action': 'asking',
  'unknown-jurisdiction': 'people',
  'unknown-status': 'account',
  'unknown-age': 'people',
  'no-recipient': 'recipient',
  'no-collection': 'data',
  'stale-state': 'account',
  actor: 'asking',
  action: 'asking',
  status: 'account',
  restriction: 'condition',
  age: 'people',
  guardian: 'people',
  consent: 'condition',
  objection: 'condition',
  recipient: 'recipient',
  'sharing-consent': 'condition',
  'disclosure-consent': 'condition',
  region: 'place',
  transfer: 'place',
  'transfer-consent': 'condition',
  minimisation: 'data',
  collection: 'data',
  'recipient-field': 'data',
  'sensitive-consent': 'data',
  'person-only': 'data',
  change: 'condition',
};

/** What is new in something that is newly allowed, by the words of `Changes.askAgain`. */
export type News = Exclude<Program['manifest']['changes']['askAgain'][number], 'fewer-rights'>;

/** What something that is newly allowed waits for, person by person. */
export type Needs =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'consent';
      /** All that have to be given under the later policy. Empty: the person's yes to the change itself. */
      readonly consents: readonly string[];
      /** Which promises of the earlier policy to ask again make it so; empty where the later policy's own basis does. */
      readonly promised: readonly News[];
    };

/** What is new in `block`, of which the earlier side says `reason`. Rather too much than too little. */
export function newsOf(before: Side, topic: Topic, { recipient, data }: Block): News[] {
  const moreData = topic === 'data' || data.some(({ first }) => first.some((field) => before.fields[field] === -1));
  return [
    ...(topic === 'purpose' ? (['new-purpose'] as const) : []),
    ...(topic === 'recipient' || before.recipients[recipient] === -1 ? (['new-recipient'] as const) : []),
    ...(moreData ? (['more-data'] as const) : []),
  ];
}

/** What `news` waits for: `purpose` is a number of the later program, `when` is what it permits under. */
export function needsOf(
  before: Program,
  after: Program,
  { purpose, when, news }: { purpose: number; when: Condition; news: readonly News[] },
): Needs {
  const basis = after.purposeBases[purpose]!;
  const promised =
    basis === 'legal-obligation' || basis === 'vital-interest'
      ? []
      : news.filter((each) => before.manifest.changes.askAgain.includes(each));
  if (when.consents.length === 0 && promised.length === 0) return { kind: 'nothing' };
  return { kind: 'consent', consents: when.consents, promised };
}
