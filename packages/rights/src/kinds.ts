/** What each right asks of a request: what it is about, who decides, which steps it takes. */
import type { RightId } from '@kept/api';
import type { RightKind } from '@kept/policy';

/** Rights that are exercised by a request; the others are done at once on pages of the app. */
export const REQUESTED = [
  ...(['closure', 'erasure', 'restriction', 'objection', 'opt-out', 'limit-sensitive'] as const),
  ...(['content-removal', 'copy', 'portability', 'explanation', 'complaint', 'deceased'] as const),
  ...(['rectification', 'consent', 'withdrawal'] as const),
] satisfies readonly RightKind[];

/** A right that is exercised by a request. */
export type Requested = (typeof REQUESTED)[number];

/** What a person does at once, or cannot do at all, is asked for by a request only where a guardian asks. */
export const ofGuardians = (kind: Requested): boolean =>
  kind === 'rectification' || kind === 'consent' || kind === 'withdrawal';

export const isRequested = (kind: string): kind is Requested => (REQUESTED as readonly string[]).includes(kind);

/** The same right under the name that the API gives it. */
export const kindOf = (id: RightId): RightKind => (id === 'relatives' ? 'deceased' : id);
export const idOf = (kind: RightKind): RightId => (kind === 'deceased' ? 'relatives' : kind) as RightId;

interface Kind {
  /** What can be chosen: purposes to stop, collections to erase. */
  readonly about: 'purposes' | 'collections' | 'nothing';
  /** `policy`: granted as soon as it is asked for, where the policy grants it. `human`: somebody looks. */
  readonly decides: 'policy' | 'human';
  /** A second person agrees, whatever the decision is. A refusal always takes two. */
  readonly two?: true;
  /** The same again and again may be too much: somebody looks then. */
  readonly countable?: true;
}

const STOPS: Kind = { about: 'purposes', decides: 'policy' };

export const KINDS: Readonly<Record<Requested, Kind>> = {
  closure: { about: 'nothing', decides: 'policy' },
  erasure: { about: 'collections', decides: 'policy' },
  restriction: STOPS,
  objection: STOPS,
  'opt-out': STOPS,
  'limit-sensitive': STOPS,
  'content-removal': { about: 'nothing', decides: 'policy' },
  copy: { about: 'nothing', decides: 'policy', countable: true },
  portability: { about: 'nothing', decides: 'policy', countable: true },
  explanation: { about: 'nothing', decides: 'human' },
  complaint: { about: 'nothing', decides: 'human' },
  deceased: { about: 'nothing', decides: 'human', two: true },
  rectification: { about: 'nothing', decides: 'human', two: true },
  consent: { about: 'nothing', decides: 'human', two: true },
  withdrawal: { about: 'nothing', decides: 'human', two: true },
};

/** Rights that stop something, until the person allows it again. */
export const stops = (kind: string): kind is Requested => isRequested(kind) && KINDS[kind].about === 'purposes';

/** Steps of a closure: the second is the one that cannot be taken back. */
export const CLOSURE_STEPS = ['stopped', 'unreadable', 'swept', 'proved'] as const;
/** Steps of an age that was found later. */
export const YOUNG_STEPS = ['withheld', 'decided', 'executed', 'proved'] as const;
/** Steps of every other right. */
export const STEPS = ['confirmed', 'decided', 'executed', 'proved'] as const;

export type ClosureStep = (typeof CLOSURE_STEPS)[number];
export type StepId = ClosureStep | (typeof YOUNG_STEPS)[number] | (typeof STEPS)[number];

export const stepsOf = (kind: string): readonly StepId[] =>
  kind === 'closure' ? CLOSURE_STEPS : kind === 'age' ? YOUNG_STEPS : STEPS;
