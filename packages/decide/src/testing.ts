/**
 * For tests: the slow oracle that `decide` is compared with, and policies and requests at random.
 */
export { interpret, type PlainRequest } from './testing/interpret.ts';
export { interpretTogether, type PlainStanding } from './testing/interpret-together.ts';
export { randomManifest } from './testing/random-manifest.ts';
export { randomRequest, stateOf } from './testing/random-request.ts';
export { randomSuccession } from './testing/random-succession.ts';
