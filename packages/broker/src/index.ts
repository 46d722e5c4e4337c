/**
 * The MQTT broker, in this process or outside of it.
 *
 * - **Mount**: the part of the broker that one device sees as the whole of it; nobody reaches out of theirs.
 * - **Doorkeeper**: who lets devices in and takes what they send. A message is acknowledged when it has been taken.
 *
 * Nothing is written to a disk: what is retained lies in memory, and gateways send it again when they connect.
 */
export { type BrokerOptions, openBroker } from './embedded.ts';
export { BrokerUnguarded, BrokerUnreachable } from './errors.ts';
export { type OutsideOptions, openOutside } from './outside.ts';
export type { Broker, Delivery, Doorkeeper, Taken } from './words.ts';
