/**
 * The only way out of Kept.
 *
 * - **Recipient**: a party that the policy names; it gets the declared fields, for the declared purposes.
 * - **Adapter**: the way to one provider; SMS by Yunpian, e-mail by SMTP.
 * - **Outbox**: where messages land while no provider is set; sealed, for the operator, for a day.
 * - **Share receipt**: that a recipient was given certain fields of a person; in the ledger and in a table.
 * - **Party**: how a recipient is told what a person asked for: by OpenDSR, else by letter.
 */
import { columns } from './columns.ts';

export type { Adapter, Channel, HandedOver, Parcel, Patience } from './adapter.ts';
export { callBack, mayBeCalledBack, sendOut } from './call-back.ts';
export {
  AccountFault,
  AdapterFailed,
  AlreadyUnderWay,
  BadSetting,
  NoMail,
  NotAParty,
  NothingToSend,
  NotReachable,
  NotTaken,
  NoWayOut,
  Rejected,
  type Rejection,
  Uncertain,
  Undeclared,
  Unsigned,
} from './errors.ts';
export {
  type Controller,
  type DrpAgent,
  type DrpNetwork,
  type Inbound,
  type KnownController,
  NO_INBOUND,
} from './inbound.ts';
export {
  ageFound,
  alreadyRegistered,
  askedByAnother,
  type CodeUse,
  type Composed,
  codeMessage,
  feeDue,
  outsideRequest,
  type PolicyChange,
  policyChanges,
  type SecurityChange,
  securityMessage,
} from './messages.ts';
export {
  DSR_VERSION,
  type DsrIdentities,
  type DsrProof,
  type DsrState,
  type DsrStatus,
  type DsrType,
  openProcessor,
  type Processor,
  readCallback,
} from './opendsr.ts';
export type { Outbox, OutboxEntry, OutboxPlace } from './outbox.ts';
export { type DeclaredParty, NO_PARTIES, type OwnParty, type Parties, type Party, readParties } from './parties.ts';
export type { Asker, OutboxKeys, SharingAsk, SharingGate } from './ports.ts';
export type { Offer } from './reachable.ts';
export type { MessageState, ShareReceipt, Traffic } from './receipts.ts';
export type { Receiver, ReceiverFile } from './receivers.ts';
export {
  type Dispatch,
  type Dispatched,
  type Letter,
  openRecipients,
  type Recipients,
  type RecipientsOptions,
  type SharedValues,
} from './recipients.ts';
export { type KnownKey, knownKey, type OwnSeal, ownSeal } from './signing.ts';
export { type SmtpSettings, smtp } from './smtp.ts';
export { isMarketing, openUnsubscribeToken, type Unsubscription, unsubscribeToken } from './unsubscribe.ts';
export { type YunpianSettings, yunpian } from './yunpian.ts';

/** Of the data database of each region: `migrate(pool, recipientsMigrations)`. */
export const recipientsMigrations = {
  owner: 'recipients',
  files: new URL('../migrations/', import.meta.url),
  columns,
} as const;
