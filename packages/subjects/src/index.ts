/**
 * Who a person is to the kernel.
 *
 * - **Subject**: a person behind an opaque id, with what decisions depend on: region, age band, jurisdiction, status.
 * - **Consent record**: one event, given or withdrawn, append-only, in the shape of ISO/IEC TS 27560:2023.
 * - **Restriction**: processing stops for some purposes or all, but for what the person asks for (GDPR Art. 18).
 * - **Objection**: the person refuses a purpose that rests on an interest of ours (GDPR Art. 21, PIPL Art. 44).
 */
import { columns } from './columns.ts';

export type { Choices } from './choices.ts';
export { CONSENT_RECORD_SCHEMA, type ConsentEvidence, type ConsentRecord, changeConsent, changeOf } from './consent.ts';
export {
  NotInPolicy,
  StatusConflict,
  SubjectConflict,
  SubjectMalformed,
  SubjectUnknown,
  VersionChanged,
} from './errors.ts';
export type { Status, Subject } from './subject.ts';
export { openSubjects, type Subjects, type SubjectsOptions } from './subjects.ts';
export type { Told } from './told.ts';

/** Of the data database of each region: `migrate(pool, subjectsMigrations)`. */
export const subjectsMigrations = {
  owner: 'subjects',
  files: new URL('../migrations/', import.meta.url),
  columns,
} as const;
