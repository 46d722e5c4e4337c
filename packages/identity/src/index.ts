/**
 * Who a person is when they come: accounts, sign-in, sessions.
 *
 * - **Contact**: a phone number or an e-mail address; one spelling each. **Claim**: one holder over all regions.
 * - **Registration**: a contact that waits for its code; its id becomes the person's.
 * - **Code**: six digits sent to a contact; works once, for five minutes and three tries.
 * - **Second step**: what is asked for after a password or a code: an app's code, a backup code, a passkey.
 * - **Session**: a signed cookie and a row; **fresh** for a quarter of an hour after the person proved who they are.
 * - **Front**: all regions together; a person signs in anywhere and is served at home.
 */
import { columns } from './columns.ts';

export type { Answer, Caller } from './calls.ts';
export { CODE_LENGTH, CODE_LIFE, CODE_TRIES } from './codes.ts';
export { type Contact, maskContact, normaliseContact } from './contact.ts';
export type { ContactProof, ContactProofOptions, ProvenContact } from './contact-proof.ts';
export {
  BadBody,
  BadContact,
  BadSetting,
  IdentityRefused,
  LibraryFailed,
  NoKey,
  type PasswordFault,
  SealedField,
  Undeclared,
  UnknownRegion,
} from './errors.ts';
export { type Front, type FrontOptions, openFront } from './front.ts';
export type { HeldField } from './held.ts';
export type { Holdings, Person } from './holdings.ts';
export { type Identity, type IdentityOptions, openIdentity } from './identity.ts';
export type { Naming } from './naming.ts';
export { StoreDown, Unforeseen } from './outward.ts';
export { openPasswords, PASSWORD_MAX, PASSWORD_MIN, type Passwords } from './password.ts';
export { PERSONAL, type Personal } from './personal.ts';
export type { Claims, People, RegionKeys } from './ports.ts';
export type { Registered, Started, StartOptions } from './registration.ts';
export type { PasskeyEntry, SecondSteps, TotpSetup } from './second-steps.ts';
export type { Security, SessionEntry } from './security.ts';
export type { Session } from './sessions.ts';
export type { SecondStep, SignedIn } from './sign-in.ts';
export type { Writing } from './writing.ts';

/** Of the data database of each region: `migrate(pool, identityMigrations)`. */
export const identityMigrations = {
  owner: 'identity',
  files: new URL('../migrations/', import.meta.url),
  columns,
} as const;
