import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { ClauseId, ConsentKind, EntryIndex, Instant, Label, Name, Named, Sentence, Sha256 } from './words.ts';

/** One thing that only happens if the person says yes, and what they said. */
export const ConsentState = z.object({
  id: Name,
  label: Label,
  /** "May we keep your call recordings?" */
  question: Sentence,
  /** What no means for the person. */
  consequence: Sentence,
  kind: ConsentKind,
  sensitive: z.boolean(),
  /** Data would leave the region. */
  abroad: z.boolean(),
  fields: z.array(Named).max(100),
  given: z.boolean(),
  /** `never` asked or answered, `given`, `withdrawn`, or `refused` without ever having been given. */
  state: z.enum(['never', 'given', 'withdrawn', 'refused']),
  /** Asked by the site, browser by browser, for what it stores there. */
  cookie: z.boolean(),
  /** What is held now and is destroyed the moment this is withdrawn. */
  erases: z.array(Named).max(200),
  /** When the present state began; absent for `never`. */
  since: Instant.optional(),
  clause: ClauseId,
});
export type ConsentState = z.infer<typeof ConsentState>;

/** What a Global Privacy Control signal of the browser has stopped. */
export const HonouredSignal = z.object({
  /** Consents that are off, and purposes that are objected to, because of it. */
  stopped: z.array(Named).max(200),
});
export type HonouredSignal = z.infer<typeof HonouredSignal>;

export const listConsents = endpoint({
  method: 'GET',
  path: '/api/my/consents',
  who: 'person',
  summary: 'What the person may agree to, and what they have answered.',
  answers: {
    200: z.object({
      consents: z.array(ConsentState).max(200),
      /** What the policy may ask about too, once a service that needs it runs. */
      later: z.array(Named).max(200),
      /** Null where this browser sends no such signal. */
      signal: HonouredSignal.nullable(),
    }),
  },
});

export const setConsent = endpoint({
  method: 'PUT',
  path: '/api/my/consents/:id',
  who: 'person',
  summary: 'Gives or withdraws a consent; the next decision in any process follows it.',
  params: z.strictObject({ id: Name }),
  /** `notice`: hash of the version that the person was shown; refused where another one is in force by now. */
  body: z.strictObject({ given: z.boolean(), notice: Sha256.optional() }),
  answers: { 200: z.object({ consent: ConsentState, index: EntryIndex }) },
});

export const readConsentReceipt = endpoint({
  method: 'GET',
  path: '/api/my/consents/receipt',
  who: 'person',
  summary: 'Every consent the person ever gave or took back: an ISO/IEC TS 27560 receipt with its records, as JSON-LD.',
  answers: { 200: null },
  produces: 'application/ld+json',
});
