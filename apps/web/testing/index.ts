/**
 * What the web app's own tests run against.
 *
 * - **Harness**: the built app with answers typed by the contract instead of the real server.
 * - **World**: what those answers say, set by a test.
 * - **Fixture**: an answer whose texts stand in three languages.
 */
export { type Harness, startHarness } from './harness.ts';
export { freshWorld, type World } from './world.ts';
