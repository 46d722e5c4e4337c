/**
 * The privacy policy as a program.
 *
 * - **Manifest**: the policy, written as data; every item names the **clause** of the published text it comes from.
 * - **Field**: one kind of datum, about somebody in a **role**. **Purpose**: what it is processed for, on a **basis**.
 * - **Collection**: a moment at which fields are taken. **Recipient**: who gets them. **Region**: where they are kept.
 * - **Consent**: a question the person answers and may take back. **Exemption**: a case that needs none.
 * - **Exception**: from "we share, hand over or publish nothing". **Transfer**: a condition on leaving a region.
 * - **Retention**: how long. **Right**: what the person may ask for. **Age**: what holds for the young.
 * - **Program**: a compiled manifest, in which names are small integers. **Ruling**: a number that permits or refuses.
 * - **Succession**: versions of a policy, the oldest first; the last is in force.
 * - **Prohibition**: what is never done. **Separation**: what is kept apart. **Figure**: a count over many people.
 * - **Scope**: what the text covers. **Opt-out**: a switch. **Measure**: what protects. **Note**: the rest.
 */
export { type FieldRow, type FieldsOf, fieldTable, say } from './authoring.ts';
export { checkManifest } from './check.ts';
export { compile } from './compile.ts';
export { type Country, EEA, isCountry } from './country.ts';
export {
  type Clauses,
  type Collections,
  type Consents,
  type Cookies,
  definePolicy,
  type Exceptions,
  type Exemptions,
  type Fields,
  type Figures,
  type Jurisdictions,
  type Measures,
  type OptOuts,
  type Purposes,
  type Recipients,
  type Regions,
  type Rights,
  type Roles,
} from './define.ts';
export { PolicyInvalid } from './errors.ts';
export type { Collection, Field, LongerFor, Retention, RetentionEvent, Role, Until } from './manifest/data.ts';
export type {
  Breach,
  BreachPart,
  Changes,
  Clause,
  Cookie,
  CookieControl,
  Jurisdiction,
  Measure,
  Note,
  NoteKind,
  Scope,
} from './manifest/duties.ts';
export type {
  Contact,
  Controller,
  Exception,
  ExceptionDuty,
  Figure,
  Recipient,
  RecipientRole,
  Region,
  Residency,
  Transfer,
} from './manifest/parties.ts';
export type {
  Action,
  ActorRole,
  Basis,
  Consent,
  Exemption,
  OptOut,
  Prohibition,
  Purpose,
  Separation,
} from './manifest/purposes.ts';
export type {
  Age,
  Deadline,
  Ground,
  GroundHolds,
  IdentityProof,
  Period,
  Right,
  RightChannel,
  RightKind,
} from './manifest/rights.ts';
export type {
  ClauseOf,
  CollectionOf,
  ConsentOf,
  FieldOf,
  FieldsOfCollection,
  FieldsOfPurpose,
  GroupOf,
  Manifest,
  ManifestOf,
  NamesOf,
  PurposeOf,
  RecipientOf,
  RegionOf,
  RightOf,
} from './manifest.ts';
export { type AgeBand, bandsAt } from './meaning/ages.ts';
export { ACTIONS, ACTORS, RIGHTS_PURPOSE } from './meaning/purposes.ts';
export { type Held, retentionOf } from './meaning/retention.ts';
export { mayBeLater, mayBeLonger } from './period.ts';
export { accountAge, accountBands, accountBar, ageBandOf, jurisdictionOf, regionOf } from './placing.ts';
export type { Problem } from './problem.ts';
export {
  CHECK,
  CHECKS,
  DESENSITISE,
  type Duty,
  FIELD,
  FIRST_REFUSAL,
  type Index,
  type Program,
  PURPOSE,
  REDACT,
  type Reason,
  type Refusal,
  type Routes,
  type Sizes,
  STATUSES,
  type Status,
  type Tables,
} from './program.ts';
export { type KeptRight, type Reduction, reductions, rightsKept } from './rights-kept.ts';
export { ageBandIn, jurisdictionsIn, type Succession, SuccessionInvalid, successionOf } from './succession.ts';
export { LANGUAGES, type Lang, type Text } from './text.ts';
