/**
 * What every service is held to: on real databases, with the real kernel and the real rights.
 *
 * - **Stage**: one region, open, with one service at work in it, and people made for the purpose.
 * - **Rule**: one thing that must hold; it answers with a sentence for each fault.
 * - **Sample**: somebody of whom the libraries of a service hold all that they can hold.
 */
export { type ConformanceOptions, conformance } from './testing/conformance.ts';
export { idOf, itemsOf, refusalOf } from './testing/look.ts';
export { faultsOf, RULES } from './testing/rules.ts';
export { type Filled, fill } from './testing/sample.ts';
export { savedRows } from './testing/saved.ts';
export { openStage, type Stage } from './testing/stage.ts';
export type { Rule, Sample, Trial } from './testing/trial.ts';
