/**
 * Where the policy meets data: asked, decided, recorded, then answered.
 *
 * - **Ask**: what somebody wants to do with one person's data. **Verdict**: the answer, with its place in the ledger.
 * - **Permit**: leave to do it, made here only, for one person, purpose, action and set of fields, for 30 seconds.
 * - **Tally**: how often the policy said what, by hour, of nobody in particular.
 * - **Trace**: whom certain uses of data reached, read off the entries of everybody.
 * - **Leaf**: the sealed entry of an event. **Activity**: a person's own entries, opened with their key.
 */
import { columns } from './columns.ts';

export type { Actor, Ask, Verdict } from './ask.ts';
export { Altered, BadQuestion, NotAllowed, Unsettled } from './errors.ts';
export type { ActivityEntry, DecisionEntry, EvidenceEntry } from './evidence.ts';
export { type Gate, type GateOptions, openGate } from './gate.ts';
export { EVERY_GROUP, isPermit, PERMIT_LIFE, type PendingPermit, type Permit } from './permit.ts';
export { type Counted, openTally, type Tally } from './tally.ts';
export type { Sought, Touched, Trace, TraceProgress } from './trace.ts';

/** Of the data database of each region: `migrate(pool, gateMigrations)`. */
export const gateMigrations = { owner: 'gate', files: new URL('../migrations/', import.meta.url), columns } as const;
