import { z } from 'zod';

/** Languages in which labels, sentences and errors are answered; asked for by `Accept-Language` or `?lang=`. */
export const Language = z.enum(['zh-Hans', 'zh-Hant', 'en']);
export type Language = z.infer<typeof Language>;

/** A point in time: whole milliseconds since 1970-01-01T00:00:00Z. */
export const Instant = z.int().min(0).max(8_640_000_000_000_000);
export type Instant = z.infer<typeof Instant>;

/** A calendar day, `2026-11-23`. */
export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Opaque id of a person, a session, a message. Lower case. */
export const Uuid = z.uuid();

/** Where the next page of a list begins, as the page before told it: time and id of its last line. */
export const Cursor = z.string().regex(/^\d{1,16}\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
export type Cursor = z.infer<typeof Cursor>;

/** Name of a field, purpose, collection, recipient, region, consent, right or service in a manifest. */
export const Name = z.string().regex(/^[a-z0-9][a-z0-9.:_-]{0,79}$/i);

/** Numbering of the published text, `2.1.1`. */
export const ClauseId = z.string().min(1).max(40);

/** SHA-256 in lower-case hex. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** ISO 3166-1 alpha-2. */
export const Country = z.string().regex(/^[A-Z]{2}$/);

/** A few words in the language asked for. */
export const Label = z.string().max(400);

/** A sentence or a short paragraph in the language asked for. */
export const Sentence = z.string().max(4_000);

/** A sentence in which `**…**` stands around the words that decide. No other mark, never HTML. */
export const MarkedSentence = z.string().max(4_000);

/** Position of an entry in a region's ledger, from 0. */
export const EntryIndex = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

/** An age in whole years. */
export const Years = z.int().min(0).max(150);

export const Count = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

/** Bytes in standard Base64. */
export const Base64 = z.base64().max(4_000_000);

/** An id together with its label in the language asked for. */
export const Named = z.object({ id: Name, label: Label });
export type Named = z.infer<typeof Named>;

/** Why the processing is lawful; DPV and GDPR Art. 6, PIPL Art. 13. */
export const LegalBasis = z.enum([
  'consent',
  'contract',
  'legal-obligation',
  'legitimate-interest',
  'vital-interest',
  'public-task',
]);
export type LegalBasis = z.infer<typeof LegalBasis>;

/** What is done with the data. */
export const Action = z.enum(['collect', 'use', 'share', 'transfer', 'disclose', 'retain']);
export type Action = z.infer<typeof Action>;

/** What the policy said. Both `refuse` and `cannot-tell` mean that nothing was opened. */
export const Outcome = z.enum(['permit', 'refuse', 'cannot-tell']);
export type Outcome = z.infer<typeof Outcome>;

/** Strength of a consent: general, separate for each thing (PIPL Art. 14, 23, 29, 39), or explicit. */
export const ConsentKind = z.enum(['consent', 'separate', 'explicit']);
export type ConsentKind = z.infer<typeof ConsentKind>;

/** How another party stands to the controller. */
export const RecipientRole = z.enum(['processor', 'third-party', 'affiliate', 'authority', 'successor', 'public']);
export type RecipientRole = z.infer<typeof RecipientRole>;

/** Which version of which policy decided. */
export const PolicyVersion = z.object({
  id: Name,
  version: z.string().max(40),
  hash: Sha256,
  title: Label,
  /** null where the policy bears no such date. */
  published: Day.nullable(),
  effective: Day.nullable(),
});
export type PolicyVersion = z.infer<typeof PolicyVersion>;
