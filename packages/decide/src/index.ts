/**
 * Decides what may be done with personal data, by a compiled policy.
 *
 * - **Request**: who wants to do what with which fields of whom, and what for. **Decision**: the answer, field by field.
 * - **Subject state**: what has to be known of the person: region, age band, consents, restrictions, objections.
 * - **Standing**: which versions the person was told of and agreed to. **Matter**: what they agree to by itself.
 * - **Obligation**: what has to be done along with what is permitted. **Explanation**: every check, and what would change.
 */
export { BATCH, type Batch, decideBatch } from './batch.ts';
export { decide } from './decide.ts';
export { type Change, type CheckName, type Explanation, explain, type Step } from './explain.ts';
export { matterOf, rightMatter } from './matter.ts';
export type { Decision, Obligation, RefusedField, Request } from './request.ts';
export { standingState } from './standing.ts';
export {
  type Standing,
  type SubjectFacts,
  type SubjectState,
  type SubjectTable,
  subjectState,
  subjectTable,
} from './state.ts';
export { type Waiting, waitingFor } from './waiting.ts';
