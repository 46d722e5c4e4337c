/**
 * Questions to a policy as a whole, and what changes from one to the next.
 *
 * - **Situation**: all that a decision about one field looks at, but for what the person said.
 * - **Condition**: what the person must have said, and not said, so that it is permitted.
 * - **Verdict**: never, by which clause; or under which condition, and what is then due.
 * - **Question**: some of a situation, the rest left open. **Answer**: never, always, or in exactly these **alternatives**.
 * - **Decision space**: every situation of a program. It is finite, and is gone through whole, never sampled.
 */
export type { Alternative, Within } from './alternative.ts';
export { type Answer, can } from './can.ts';
export type { Asked, Example, Person } from './example.ts';
export type { Question } from './question.ts';
export type { Condition, Due, Situation, Verdict } from './situation.ts';
export { verdict } from './verdict.ts';
