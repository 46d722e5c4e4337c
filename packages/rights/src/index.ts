/**
 * What a person may ask for, done over every service by walking its declaration.
 *
 * - **Held item**: one declared field of one record, found without being read.
 * - **Request**: a right that takes time, with a deadline and steps. **Certificate**: what remains of it, signed.
 * - **Closure**: the end of an account: use stopped, key destroyed, rows removed, proved.
 */

import type { Route } from '@kept/kit';
import { activityRoutes } from './activity.ts';
import { answerRoutes } from './answer/answer-routes.ts';
import { wishRoutes } from './behalf/wish-routes.ts';
import { columns } from './columns.ts';
import { connectorRoutes } from './connector-routes.ts';
import { consentRoutes } from './consents.ts';
import type { RightsContext } from './context.ts';
import { copyRoutes } from './copy.ts';
import { feeRoutes } from './fees.ts';
import { metricsRoutes } from './metrics.ts';
import { myDataRoutes } from './my-data.ts';
import { outsideRoutes } from './outside/outside-routes.ts';
import { arrivalRoutes } from './package/arrival-routes.ts';
import { packageRoutes } from './package/package-routes.ts';
import type { PartnerRoute } from './partners/call.ts';
import { callbackRoutes } from './partners/callbacks.ts';
import { drpRoutes } from './partners/drp.ts';
import { dsrRoutes } from './partners/opendsr.ts';
import { documentRoutes } from './proof/document-routes.ts';
import { queueRoutes } from './queue-routes.ts';
import { recipientRoutes } from './recipients.ts';
import { requestRoutes } from './request-routes.ts';
import { tellingRoutes } from './told/telling-routes.ts';
import { unsubscribeRoutes } from './unsubscribe.ts';
import { youngRoutes } from './young/young-routes.ts';

export { eraseAgain } from './again.ts';
export { type Asker, allows, type WishStore } from './behalf/wishes.ts';
export type { Beside, Letters, Outward, RightsContext, RightsRegion, Suppression, Workflows } from './context.ts';
export { waitsFor } from './deciding.ts';
export { heldUnder } from './elsewhere.ts';
export {
  Blocked,
  CannotBeOlder,
  DocumentsFull,
  DocumentUnreadable,
  LinkUnknown,
  NoAnswer,
  NobodyHeld,
  NoDocuments,
  NoFee,
  NoLetters,
  NotAChoice,
  NotAGround,
  NotConfirmed,
  NotErased,
  NotGranted,
  NotHere,
  NothingToDecide,
  RequestUnknown,
  SamePerson,
  TellingUnknown,
  ToldAlready,
  TooLate,
  WishedOtherwise,
} from './errors.ts';
export { explained } from './explain.ts';
export type { KeptRequest } from './kept-request.ts';
export {
  countryLabel,
  fieldNamed,
  policyVersion,
  purposeNamed,
  recipientNamed,
  regionNamed,
  serviceNamed,
} from './names.ts';
export { Packages } from './package/packages.ts';
export type { PartnerCall, PartnerReply, PartnerRoute } from './partners/call.ts';
export { callBackTo, DOWN } from './partners/calling.ts';
export type { Documents } from './proof/documents.ts';
export { type NewRequest, Requests } from './requests.ts';
export { honourSignal, type SignalScope, signalScope } from './signal.ts';
export { type Cell, type How, type RightRow, rightsTable } from './table.ts';
export { endByLink, type UnsubscribeContext, unsubscription } from './unsubscribe.ts';
export { workflowsOf } from './workflow.ts';
export { type Found, find } from './young/finding.ts';

/** Of the data database of each region. */
export const rightsMigrations = {
  owner: 'rights',
  files: new URL('../migrations/', import.meta.url),
  columns,
} as const;

/** Routes that programs of others call, signed. */
export const partnerRoutes: readonly PartnerRoute[] = [...callbackRoutes, ...dsrRoutes, ...drpRoutes];

/** Every route of the rights, for the server to mount. */
export const rightsRoutes: readonly Route<RightsContext>[] = [
  ...myDataRoutes,
  ...activityRoutes,
  ...consentRoutes,
  ...recipientRoutes,
  ...copyRoutes,
  ...packageRoutes,
  ...arrivalRoutes,
  ...requestRoutes,
  ...outsideRoutes,
  ...documentRoutes,
  ...wishRoutes,
  ...answerRoutes,
  ...feeRoutes,
  ...unsubscribeRoutes,
  ...queueRoutes,
  ...youngRoutes,
  ...connectorRoutes,
  ...tellingRoutes,
  ...metricsRoutes,
];
