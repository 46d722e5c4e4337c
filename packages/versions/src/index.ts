/**
 * The versions of the policy, and which of them is in force: the same one in every process of a deployment.
 *
 * - **Draft**: a version that was handed in. **Review**: an operator has read what it changes.
 * - **Announcement**: everybody concerned is told. **Publication**: from when it holds, settled once they were.
 * - **Lead**: how long before it holds everybody has to have been told, by the change duties.
 */
import { columns } from './columns.ts';

export { VersionConflict, VersionUncertain, VersionUnfit, VersionUnknown } from './errors.ts';
export type { Steps } from './steps.ts';
export type { VersionState } from './store.ts';
export type { Version } from './version.ts';
export { openVersions, type Versions, type VersionsOptions } from './versions.ts';

/** Of one database of the deployment. */
export const versionsMigrations = {
  owner: 'versions',
  files: new URL('../migrations/', import.meta.url),
  columns,
} as const;
