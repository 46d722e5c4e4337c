import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import {
  ClauseId,
  Count,
  EntryIndex,
  Instant,
  Label,
  Language,
  LegalBasis,
  Name,
  Named,
  Outcome,
  PolicyVersion,
} from './words.ts';

/** Names one datum in one row of one service; opaque, and useless to anybody but the person. */
export const ItemId = z.string().min(1).max(200);

/** Longest value that a person may write into one field, in characters. */
export const LongestValue = 140_000;

/** When a datum goes. One of `at` and `event` is set. */
export const Expiry = z.object({
  at: Instant.optional(),
  event: z.enum(['closure', 'withdrawal', 'purpose-end', 'last-use']).optional(),
  /** "when you close the account", "1 December 2026". */
  label: Label,
  clause: ClauseId,
});

/** One datum that is held: masked, with where it is in its life. */
export const Item = z.object({
  id: ItemId,
  service: Named,
  collection: Named,
  field: Name,
  label: Label,
  /** What may be shown without a decision: `100 •••• 0042`. Never enough to tell the value. */
  masked: z.string().max(200),
  sensitive: z.boolean(),
  /** False where nobody can read it back (a password), with `masked` saying so. */
  revealable: z.boolean(),
  /** Whether `correctItem` may be called. */
  correctable: z.boolean(),
  /** Whether `eraseItem` may be called. */
  erasable: z.boolean(),
  /** Whether the service works without it. */
  needed: z.boolean(),
  clause: ClauseId,
  purpose: Named,
  basis: LegalBasis,
  region: Named,
  collectedAt: Instant,
  expires: Expiry,
  uses: z.object({
    count: Count,
    last: Instant.optional(),
    /** Up to 24 moments of use, oldest first, for the life line. */
    marks: z.array(Instant).max(24),
  }),
  shared: z.array(z.object({ recipient: Name, name: Label, count: Count, last: Instant })).max(60),
  /** The latest decision about it. */
  latest: z
    .object({
      index: EntryIndex,
      at: Instant,
      outcome: Outcome,
      purpose: Label,
      recipient: Label.optional(),
      clause: ClauseId,
    })
    .optional(),
});
export type Item = z.infer<typeof Item>;

export const MyData = z.object({
  policy: PolicyVersion,
  /** How many items. */
  held: Count,
  sensitive: Count,
  categories: z.array(z.object({ id: Name, label: Label, items: z.array(Item).max(5_000) })).max(100),
});
export type MyData = z.infer<typeof MyData>;

export const readMyData = endpoint({
  method: 'GET',
  path: '/api/my/data',
  who: 'person',
  summary: 'Everything held about the person, masked, each with its clause, purpose, life and recipients.',
  answers: { 200: MyData },
});

export const revealItem = endpoint({
  method: 'POST',
  path: '/api/my/data/reveal',
  who: 'person',
  summary: 'Opens one value; the opening is itself an entry of the ledger.',
  body: z.strictObject({ item: ItemId }),
  // Of a document, more than anybody types.
  answers: { 200: z.object({ value: z.string().max(2_800_000), index: EntryIndex }) },
});

export const correctItem = endpoint({
  method: 'PATCH',
  path: '/api/my/data',
  who: 'person',
  summary: 'Rectification: replaces one value at once.',
  body: z.strictObject({ item: ItemId, value: z.string().max(LongestValue) }),
  answers: { 200: z.object({ index: EntryIndex }) },
});

export const eraseItem = endpoint({
  method: 'DELETE',
  path: '/api/my/data',
  who: 'person',
  summary: 'Erasure of one value that nothing depends on, at once.',
  body: z.strictObject({ item: ItemId }),
  answers: { 200: z.object({ index: EntryIndex }) },
});

export const CopyFormat = z.enum(['json', 'csv', 'html']);
export type CopyFormat = z.infer<typeof CopyFormat>;

export const downloadCopy = endpoint({
  method: 'GET',
  path: '/api/my/copy',
  who: 'person',
  fresh: true,
  summary: 'A copy of everything held, streamed as an attachment.',
  query: z.strictObject({
    format: CopyFormat,
    lang: Language.optional(),
    /** Only what one system beside holds: that which was late. */
    of: z.string().max(32).optional(),
  }),
  answers: { 200: null },
  produces: 'application/json, text/csv, text/html',
});

export const listLateParts = endpoint({
  method: 'GET',
  path: '/api/my/copy/late',
  who: 'person',
  summary:
    'Systems that did not answer when a copy was taken: by when what they hold is to be there, or since when it is.',
  answers: {
    200: z.object({
      late: z.array(z.object({ system: Named, by: Instant, back: Instant.optional() })).max(200),
    }),
  },
});

/** What a package is sealed to: words that the person keeps, or their own age recipient (age-encryption.org/v1). */
export const PackageSeal = z.union([
  z.strictObject({ passphrase: z.string().min(12).max(200) }),
  z.strictObject({ recipient: z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/) }),
]);

export const makePackage = endpoint({
  method: 'POST',
  path: '/api/my/packages',
  who: 'person',
  fresh: true,
  summary:
    'A link to everything held, sealed to a passphrase or an age recipient. Nothing is stored: it is made as it is fetched.',
  body: z.strictObject({ seal: PackageSeal, lang: Language.optional() }),
  answers: { 201: z.object({ path: z.string().max(200), expiresAt: Instant }) },
});

export const downloadPackage = endpoint({
  method: 'GET',
  path: '/api/my/packages/:token',
  who: 'person',
  summary: 'The package: a zip of JSON, CSV and pages to read, with an index of checksums, in the age format.',
  params: z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/) }),
  answers: { 200: null },
  produces: 'application/octet-stream',
});

/** Values of one row as they stand in a package. */
export const ImportedRow = z.strictObject({
  collection: Name,
  values: z.record(Name, z.string().max(120_000)).refine((values) => Object.keys(values).length <= 200),
});

export const importRows = endpoint({
  method: 'POST',
  path: '/api/my/import',
  who: 'person',
  fresh: true,
  summary: 'Takes in rows of a package, each as if the person had typed it in: under the policy, with their consents.',
  body: z.strictObject({ rows: z.array(ImportedRow).min(1).max(200) }),
  answers: {
    200: z.object({
      taken: Count,
      /** By place in `rows`: what was not taken, and why. */
      left: z.array(z.object({ row: Count, code: z.string().max(80), clause: z.string().max(40).optional() })).max(200),
    }),
  },
});
