/**
 * For tests: a policy that is as small as can be, and what every manifest is held to.
 */
export { broken } from './testing/broken.ts';
export { copiedRuns, publishedText } from './testing/published.ts';
export { tiny } from './testing/tiny.ts';
export { unnamedClauses, wordFaults } from './testing/words.ts';
