/**
 * Holds a manifest against the published text that it comes from.
 *
 * - **Reading**: how people read the text: its **outline** (which part says which clause), phrases that are no data,
 *   figures that are no promise, each with its reason, and what is **ours** and told in a note.
 * - **Missing**: what the text names and the manifest lacks. **Invented**: what the manifest claims and the text never says.
 * - **Stale**: what the reading sets aside for nothing.
 */
export type { FoundWord, Missing } from './phrases.ts';
export { defineReading, type Elsewhere, type Mention, type Ours, type Reading, type SetAside } from './reading.ts';
export { type Reconciled, reconcile, type Stale } from './reconcile.ts';
export type { Place } from './text.ts';
