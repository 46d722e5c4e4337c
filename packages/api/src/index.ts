/**
 * The HTTP API as schemas, shared by the server, the web app and whoever writes a client.
 *
 * - **Endpoint**: one call: method, path, audience, schemas of parameters, query, body and answers.
 * - **Problem**: every failure, RFC 9457, in the person's language.
 * - **Item**: one datum held about the person, masked. **Entry**: one line of the ledger. **Receipt**: a hand-over.
 * - **Instant**: milliseconds since 1970. **Marked sentence**: text in which `**…**` marks the words that decide.
 */
export * from './activity.ts';
export * from './consents.ts';
export * from './console.ts';
export {
  type AnswerTo,
  type Audience,
  type CallOf,
  type Endpoint,
  endpoint,
  type Method,
  type PartOf,
} from './endpoint.ts';
export * from './explanations.ts';
export * from './ledger.ts';
export * from './my-data.ts';
export * from './notice.ts';
export * from './policies.ts';
export * from './problem.ts';
export * from './recipients.ts';
export * from './requests.ts';
export * from './session.ts';
export * from './words.ts';
