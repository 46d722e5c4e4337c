/**
 * The only way out of Kept.
 *
 * - **Recipient**: a party that the policy names; it gets the declared fields, for the declared purposes.
 * - **Adapter**: the way to one provider; SMS by Yunpian, e-mail by SMTP.
 * - **Outbox**: where messages land while no provider is set; sealed, for the operator, for a day.
 * - **Share receipt**: that a recipient was given certain fields of a person; in the ledger and in a table.
 */
import { columns } from './columns.ts';

export type { Adapter, Channel, HandedOver, Parcel, Patience } from './adapter.ts';
export {
  AccountFault,
  AdapterFailed,
  AlreadyUnderWay,
  BadSetting,
  NothingToSend,
  NotReachable,
  NotTaken,
  Rejected,
  type Rejection,
  Uncertain,
  Undeclared,
} from './errors.ts';
export {
  alreadyRegistered,
  type CodeUse,
  type Composed,
  codeMessage,
  type SecurityChange,
  securityMessage,
} from './messages.ts';
export type { Outbox, OutboxEntry, OutboxPlace } from './outbox.ts';
export type { Asker, OutboxKeys, SharingAsk, SharingGate } from './ports.ts';
export type { Offer } from './reachable.ts';
export type { MessageState, ShareReceipt, Traffic } from './receipts.ts';
export {
  type Dispatch,
  type Dispatched,
  openRecipients,
  type Recipients,
  type RecipientsOptions,
  type SharedValues,
} from './recipients.ts';
export { type SmtpSettings, smtp } from './smtp.ts';
export { type YunpianSettings, yunpian } from './yunpian.ts';

/** Of the data database of each region: `migrate(pool, recipientsMigrations)`. */
export const recipientsMigrations = {
  owner: 'recipients',
  files: new URL('../migrations/', import.meta.url),
  columns,
} as const;
