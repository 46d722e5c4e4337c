/**
 * Where the policy meets data: asked, decided, recorded, then answered.
 *
 * - **Ask**: what somebody wants to do with one person's data. **Verdict**: the answer, with its place in the ledger.
 * - **Permit**: leave to do it, made here only, for one person, purpose, action and set of fields, for 30 seconds.
 * - **Leaf**: the sealed entry of an event. **Activity**: a person's own entries, opened with their key.
 */
export type { Actor, Ask, Verdict } from './ask.ts';
export { Altered, BadQuestion, NotAllowed, Unsettled } from './errors.ts';
export type { ActivityEntry, DecisionEntry, EvidenceEntry } from './evidence.ts';
export { type Gate, type GateOptions, openGate } from './gate.ts';
export { EVERY_GROUP, isPermit, PERMIT_LIFE, type PendingPermit, type Permit } from './permit.ts';
