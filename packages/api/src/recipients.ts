import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { ClauseId, Count, Country, EntryIndex, Instant, Label, Name, Named, RecipientRole, Sentence } from './words.ts';

/** A party that has received something of the person's, or may. */
export const MyRecipient = z.object({
  id: Name,
  name: Label,
  role: RecipientRole,
  country: Country,
  countryLabel: Label,
  abroad: z.boolean(),
  purposes: z.array(Named).max(40),
  fields: z.array(Named).max(60),
  url: z
    .url({ protocol: /^https$/ })
    .max(400)
    .optional(),
  /** Hand-overs in the period asked for. */
  count: Count,
  last: Instant.optional(),
  clause: ClauseId,
});
export type MyRecipient = z.infer<typeof MyRecipient>;

/** Evidence that something was handed over, or that it was not. */
export const ShareReceipt = z.object({
  index: EntryIndex,
  at: Instant,
  recipient: Named,
  country: Country,
  countryLabel: Label,
  purpose: Named,
  fields: z.array(Named).max(60),
  outcome: z.enum(['delivered', 'accepted', 'failed', 'refused']),
  reason: Sentence.optional(),
  clause: ClauseId,
});
export type ShareReceipt = z.infer<typeof ShareReceipt>;

/** How often a field was used for a purpose, by the controller itself (`to` absent) or by a recipient. */
export const Flow = z.object({
  field: Named.extend({ sensitive: z.boolean() }),
  purpose: Named,
  to: Named.extend({ country: Country, countryLabel: Label, abroad: z.boolean() }).optional(),
  count: Count,
});
export type Flow = z.infer<typeof Flow>;

export const MyRecipients = z.object({
  since: Instant,
  home: z.object({ country: Country, countryLabel: Label }),
  recipients: z.array(MyRecipient).max(200),
  /** Newest first. */
  receipts: z.array(ShareReceipt).max(500),
  flows: z.array(Flow).max(2_000),
});
export type MyRecipients = z.infer<typeof MyRecipients>;

export const listMyRecipients = endpoint({
  method: 'GET',
  path: '/api/my/recipients',
  who: 'person',
  summary: 'Who has received the person’s data, with receipts, and how it flowed.',
  query: z.strictObject({ days: z.coerce.number().int().min(1).max(3_660).optional() }),
  answers: { 200: MyRecipients },
});
