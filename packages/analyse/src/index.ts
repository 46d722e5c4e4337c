/**
 * Questions to a policy as a whole, and what changes from one to the next.
 *
 * - **Situation**: all that a decision about one field looks at, but for what the person said.
 * - **Condition**: what the person must have said, and not said, so that it is permitted.
 * - **Verdict**: never, by which clause; or under which condition, and what is then due.
 * - **Question**: some of a situation, the rest left open. **Answer**: never, always, or in exactly these **alternatives**.
 * - **Decision space**: every situation of a program. It is finite, and is gone through whole, never sampled.
 * - **Diff**: what two programs decide and declare otherwise. People are matched by **place** and **age**.
 * - **Nearest**: the fewest changes that turn a decision around.
 * - **Table**: tests of a policy. **Line**: a request and what is to come of it. **Edge**: one step from the plainest
 *   request of a purpose. **Fact**: what is declared. **Mutant**: a policy with one thing changed.
 */
export type { Alternative, Within } from './alternative.ts';
export { type Answer, can } from './can.ts';
export type { Place } from './diff/between.ts';
export { diff } from './diff/diff.ts';
export type { Declared, Effect, FactChange, FactPart } from './diff/facts/fact.ts';
export type { Needs, News, Topic } from './diff/needs.ts';
export type {
  AgeGroup,
  AllowedChange,
  ChangedWithin,
  Compared,
  DecisionChange,
  DutyChange,
  PolicyDiff,
} from './diff/policy-diff.ts';
export type { Asked, Example, Person } from './example.ts';
export { type Mutant, mutantsOf, sampleOf } from './mutants/operators.ts';
export { type Fate, mutationScore, type Score } from './mutants/score.ts';
export { CHANGEABLE, type Changeable, type Nearest, nearest, type PlainAsked, type Turn } from './nearest.ts';
export type { Question } from './question.ts';
export type { Condition, Due, Situation, Verdict } from './situation.ts';
export { readTable } from './tables/read.ts';
export { failing, testTable } from './tables/run.ts';
export type { Edge, Fact, Failure, Given, Line, Table } from './tables/table.ts';
export { edgesTable } from './tables/write.ts';
export { verdict } from './verdict.ts';
