/**
 * What a bench is made of, for services that bring one of their own.
 *
 * - **Bench**: a question, and what answers it with figures. **Series**: one figure of one contender, round by round.
 */
export type { Bench, Check, Options, Result } from './bench.ts';
export { Figures } from './figures.ts';
export { sample } from './sample.ts';
