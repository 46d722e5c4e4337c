import { z } from 'zod';
import { endpoint, STAFF } from './endpoint.ts';
import {
  ClauseId,
  Count,
  Country,
  Instant,
  Label,
  LegalBasis,
  Name,
  Named,
  PolicyVersion,
  RecipientRole,
  Sentence,
  Sha256,
  Uuid,
} from './words.ts';

/** How far the publication of a version is. `published` with a time to come: settled, and not in force yet. */
export const VersionState = z.enum(['draft', 'reviewed', 'notified', 'published', 'discarded']);

export const ConsoleVersion = z.object({
  id: Uuid,
  policy: PolicyVersion,
  state: VersionState,
  inForce: z.boolean(),
  draftedAt: Instant,
  reviewedAt: Instant.nullable(),
  notifiedAt: Instant.nullable(),
  wantedAt: Instant.nullable(),
  effectiveAt: Instant.nullable(),
  /** People who were told of it. */
  told: Count,
});
export type ConsoleVersion = z.infer<typeof ConsoleVersion>;

const one = { params: z.strictObject({ id: Uuid }) };

export const listVersions = endpoint({
  method: 'GET',
  path: '/api/console/versions',
  who: 'operator',
  staff: STAFF.all,
  summary: 'Every version of the policy that is, was or is about to be in force.',
  answers: { 200: z.object({ versions: z.array(ConsoleVersion).max(1_000), people: Count }) },
});

export const draftVersion = endpoint({
  method: 'POST',
  path: '/api/console/versions',
  who: 'operator',
  staff: STAFF.decide,
  summary: 'Hands in a version, as its manifest; it changes nothing yet.',
  body: z.strictObject({ manifest: z.record(z.string().max(100), z.unknown()) }),
  bytes: 2_000_000,
  answers: { 201: ConsoleVersion },
});

export const reviewVersion = endpoint({
  method: 'POST',
  path: '/api/console/versions/:id/review',
  who: 'operator',
  staff: STAFF.decide,
  summary: 'Says that an operator has read what the version changes.',
  ...one,
  answers: { 200: ConsoleVersion },
});

export const publishVersion = endpoint({
  method: 'POST',
  path: '/api/console/versions/:id/publication',
  who: 'operator',
  staff: STAFF.decide,
  summary: 'Tells everybody concerned; it holds from the time given at the earliest, and never before all were told.',
  ...one,
  body: z.strictObject({ effectiveAt: Instant.optional() }),
  answers: { 202: ConsoleVersion },
});

export const discardVersion = endpoint({
  method: 'DELETE',
  path: '/api/console/versions/:id',
  who: 'operator',
  staff: STAFF.decide,
  summary: 'Gives up a version that nobody was told of.',
  ...one,
  answers: { 204: null },
});

/** One change, or several that are told in one breath. */
export const ChangeLine = z.object({
  id: z.string().max(200),
  /** What it is about: a purpose, a right, a recipient. */
  label: Label,
  text: Sentence,
  effect: z.enum(['better', 'worse', 'other']),
  /** What it waits for, where it waits. */
  waits: Sentence.optional(),
  reducesRights: z.boolean(),
  /** In how many situations it is decided otherwise; absent for what is only declared. */
  situations: Count.optional(),
  before: z.array(ClauseId).max(60),
  after: z.array(ClauseId).max(60),
});
export type ChangeLine = z.infer<typeof ChangeLine>;

export const ChangeSection = z.object({ id: Name, title: Label, lines: z.array(ChangeLine).max(5_000) });
export type ChangeSection = z.infer<typeof ChangeSection>;

export const VersionDiff = z.object({
  before: PolicyVersion,
  after: PolicyVersion,
  situations: Count,
  counts: z.object({
    allowed: Count,
    refused: Count,
    duties: Count,
    facts: Count,
    needConsent: Count,
    rightsReduced: Count,
  }),
  summary: z.array(Sentence).max(20),
  sections: z.array(ChangeSection).max(20),
});
export type VersionDiff = z.infer<typeof VersionDiff>;

export const readVersionDiff = endpoint({
  method: 'GET',
  path: '/api/console/versions/:id/diff',
  who: 'operator',
  staff: STAFF.all,
  summary: 'What a version changes: in every situation that decisions tell apart, and in what it declares.',
  ...one,
  query: z.strictObject({ from: Uuid.optional() }),
  answers: { 200: VersionDiff },
});

/** A row of the record of processing (GDPR Art. 30): one field where one collection takes it. */
export const InventoryRow = z.object({
  collection: Named,
  field: Named,
  sensitive: z.boolean(),
  required: z.boolean(),
  purposes: z.array(Named.extend({ basis: LegalBasis })).max(60),
  recipients: z.array(Named.extend({ role: RecipientRole, country: z.union([Country, z.enum(['*', 'own'])]) })).max(60),
  regions: z.array(Named).max(60),
  retention: z.array(Sentence).max(20),
  clause: ClauseId,
});
export type InventoryRow = z.infer<typeof InventoryRow>;

export const readInventory = endpoint({
  method: 'GET',
  path: '/api/console/inventory',
  who: 'operator',
  staff: STAFF.all,
  summary: 'The record of processing: every field, where it is taken, what for, who gets it, where it lies, how long.',
  answers: { 200: z.object({ policy: PolicyVersion, rows: z.array(InventoryRow).max(5_000) }) },
});

export const WaitingMatter = z.object({
  matter: Name,
  purpose: Named,
  recipient: Named.optional(),
  fields: z.array(Named).max(400),
  clause: ClauseId,
  /** How many people have not said yes, and ids of some of them. */
  people: Count,
  some: z.array(Uuid).max(50),
});
export type WaitingMatter = z.infer<typeof WaitingMatter>;

export const listWaiting = endpoint({
  method: 'GET',
  path: '/api/console/waiting',
  who: 'operator',
  staff: STAFF.all,
  summary: 'What the version in force allows and still waits for the yes of some people: counts, and opaque ids.',
  answers: { 200: z.object({ policy: PolicyVersion, people: Count, matters: z.array(WaitingMatter).max(2_000) }) },
});

/** Something that the person is asked about a change: an act of its own. */
export const ChangeAsked = z.object({
  matter: Name,
  purpose: Named,
  recipient: Named.optional(),
  fields: z.array(Named.extend({ sensitive: z.boolean() })).max(400),
  basis: LegalBasis,
  clause: ClauseId,
  state: z.enum(['waiting', 'refused', 'agreed']),
});
export type ChangeAsked = z.infer<typeof ChangeAsked>;

/** A right of which a later version leaves less; the person keeps what they had until they agree. */
export const RightSpared = z.object({
  matter: Name,
  label: Label,
  /** What stays as it was. */
  kept: z.array(Sentence).max(20),
  clause: ClauseId,
  /** The version whose words hold for the person. */
  version: z.string().max(40),
  state: z.enum(['kept', 'agreed']),
});

export const Changed = z.object({
  policy: PolicyVersion,
  effectiveAt: Instant.nullable(),
  /** What changed since the version before it, in plain words. */
  summary: z.array(Sentence).max(20),
  sections: z.array(ChangeSection).max(20),
});

export const MyChanges = z.object({
  policy: PolicyVersion,
  /** The version under which they joined. */
  joined: PolicyVersion,
  /** Versions since then, the newest first; one that is not in force yet among them. */
  versions: z.array(Changed).max(200),
  asked: z.array(ChangeAsked).max(2_000),
  rights: z.array(RightSpared).max(200),
});
export type MyChanges = z.infer<typeof MyChanges>;

export const readMyChanges = endpoint({
  method: 'GET',
  path: '/api/my/changes',
  who: 'person',
  summary: 'What changed in the policy since the person joined, and what waits for their yes.',
  answers: { 200: MyChanges },
});

export const answerChange = endpoint({
  method: 'PUT',
  path: '/api/my/changes/:matter',
  who: 'person',
  summary: 'Says yes or no to one change; a no, or taking a yes back, leaves everything as it was before.',
  params: z.strictObject({ matter: Name }),
  body: z.strictObject({ agreed: z.boolean(), notice: Sha256 }),
  answers: { 200: MyChanges },
});
