import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { ClauseId, ConsentKind, EntryIndex, Instant, Label, Name, Named, Sentence } from './words.ts';

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
  /** When the present state began; absent for `never`. */
  since: Instant.optional(),
  clause: ClauseId,
});
export type ConsentState = z.infer<typeof ConsentState>;

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
    }),
  },
});

export const setConsent = endpoint({
  method: 'PUT',
  path: '/api/my/consents/:id',
  who: 'person',
  summary: 'Gives or withdraws a consent; the next decision in any process follows it.',
  params: z.strictObject({ id: Name }),
  body: z.strictObject({ given: z.boolean() }),
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
