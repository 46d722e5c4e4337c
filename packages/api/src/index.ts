/**
 * The HTTP API as schemas, shared by the server, the web app and whoever writes a client.
 *
 * - **Endpoint**: one call: method, path, audience, schemas of parameters, query, body and answers.
 * - **Problem**: every failure, RFC 9457, in the person's language.
 * - **Item**: one datum held about the person, masked. **Entry**: one line of the ledger. **Receipt**: a hand-over.
 * - **Instant**: milliseconds since 1970. **Marked sentence**: text in which `**…**` marks the words that decide.
 */
export * from './activity.ts';
export * from './ages.ts';
export * from './arrivals.ts';
export * from './connectors.ts';
export * from './consents.ts';
export * from './console.ts';
export * from './documents.ts';
export {
  type AnswerTo,
  type Audience,
  type CallOf,
  type Duty,
  type Endpoint,
  endpoint,
  type Method,
  type PartOf,
  STAFF,
} from './endpoint.ts';
export * from './explanations.ts';
export * from './incidents.ts';
export * from './ledger.ts';
export * from './metrics.ts';
export * from './my-data.ts';
export * from './notice.ts';
export * from './outside.ts';
export * from './policies.ts';
export * from './problem.ts';
export * from './queue.ts';
export * from './recipients.ts';
export * from './requests.ts';
export * from './session.ts';
export * from './staff.ts';
export * from './tellings.ts';
export * from './unsubscriptions.ts';
export * from './uploads.ts';
export * from './versions.ts';
export * from './wishes.ts';
export * from './words.ts';
