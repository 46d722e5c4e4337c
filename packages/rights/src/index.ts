/**
 * What a person may ask for, done over every service by walking its declaration.
 *
 * - **Held item**: one declared field of one record, found without being read.
 * - **Request**: a right that takes time, with a deadline and steps. **Certificate**: what remains of it, signed.
 * - **Closure**: the end of an account: use stopped, key destroyed, rows removed, proved.
 */

import type { Route } from '@kept/kit';
import { activityRoutes } from './activity.ts';
import { columns } from './columns.ts';
import { consentRoutes } from './consents.ts';
import type { RightsContext } from './context.ts';
import { copyRoutes } from './copy.ts';
import { myDataRoutes } from './my-data.ts';
import { recipientRoutes } from './recipients.ts';
import { requestRoutes } from './request-routes.ts';

export { eraseAgain } from './again.ts';
export type { Closure, RightsContext, RightsRegion, Suppression } from './context.ts';
export { Blocked, NotConfirmed, NotErased, NotHere, RequestUnknown } from './errors.ts';
export {
  countryLabel,
  fieldNamed,
  policyVersion,
  purposeNamed,
  recipientNamed,
  regionNamed,
  serviceNamed,
} from './names.ts';
export { dueAt, type KeptRequest, Requests } from './requests.ts';
export { closureOf } from './workflow.ts';

/** Of the data database of each region. */
export const rightsMigrations = {
  owner: 'rights',
  files: new URL('../migrations/', import.meta.url),
  columns,
} as const;

/** Every route of the rights, for the server to mount. */
export const rightsRoutes: readonly Route<RightsContext>[] = [
  ...myDataRoutes,
  ...activityRoutes,
  ...consentRoutes,
  ...recipientRoutes,
  ...copyRoutes,
  ...requestRoutes,
];
