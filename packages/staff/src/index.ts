/**
 * The accounts of those who work the console.
 *
 * - **Owner**: whoever holds the machine; comes in by the link that is printed at start, and invites the others.
 * - **Officer**: decides about requests and publishes policies. **Agent**: works on requests. **Auditor**: reads.
 * - **Invitation**: a link that works once, to choose name, password and authenticator app; nothing else before that.
 * - **Act**: what a member did, in the ledger under their pseudonymous id; stays when their name is destroyed.
 */
import { columns } from './columns.ts';

export {
  CodeWrong,
  CredentialsWrong,
  Enrolled,
  LinkRefused,
  Locked,
  LoginTaken,
  MemberUnknown,
  OwnerStays,
  PasswordWeak,
} from './errors.ts';
export { type Begun, type Member, type OnDuty, Staff, type StaffOptions } from './staff.ts';
export type { MemberState, StaffRole } from './store.ts';

/** Of one database of the deployment. */
export const staffMigrations = {
  owner: 'staff',
  files: new URL('../migrations/', import.meta.url),
  columns,
} as const;
