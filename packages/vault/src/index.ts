/**
 * Personal data at rest: sealed under the person's own key, opened under a permit.
 *
 * - **Blob**: one sealed value; it names its suite and version and opens in its own place only.
 */
export { type KeyLender, openBlob, sealBlob } from './blob.ts';
export { Altered, LayoutChanged, UnknownSuite } from './errors.ts';
export type { SuiteName } from './suite.ts';
