import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import {
  ClauseId,
  Count,
  EntryIndex,
  Instant,
  Label,
  MarkedSentence,
  Name,
  Named,
  PolicyVersion,
  Sentence,
  Sha256,
  Uuid,
} from './words.ts';

/** What a person may ask for; the manifest says which of them, by when and how. */
export const RightId = z.enum([
  'access',
  'copy',
  'rectification',
  'erasure',
  'restriction',
  'objection',
  'portability',
  'explanation',
  'withdrawal',
  'consent',
  'closure',
  'relatives',
  'opt-out',
  'limit-sensitive',
  'content-removal',
  'complaint',
]);
export type RightId = z.infer<typeof RightId>;

/** What a relative (the first two) or a guardian may ask for in another's place. */
export const BehalfWants = z.enum([
  ...(['copy', 'erasure'] as const),
  ...(['rectification', 'consent', 'withdrawal'] as const),
  ...(['restriction', 'objection', 'opt-out', 'limit-sensitive'] as const),
]);
export type BehalfWants = z.infer<typeof BehalfWants>;

export const Goes = z.object({ label: Label, service: Label, count: Count.optional(), note: Sentence.optional() });
/** What is kept all the same. */
export const Stays = z.object({ label: Label, reason: Sentence, clause: ClauseId, until: Instant.optional() });

export const RequestStep = z.object({
  id: Name,
  label: Label,
  note: Sentence.optional(),
  state: z.enum(['done', 'running', 'waiting', 'stopped']),
  at: Instant.optional(),
  progress: z.object({ done: Count, total: Count, unit: Label }).optional(),
  /** Other places that have confirmed, or not yet. */
  confirmations: z
    .array(z.object({ label: Label, confirmed: z.boolean(), at: Instant.optional() }))
    .max(60)
    .optional(),
});

export const RightRequest = z.object({
  id: Uuid,
  /** `R-2026-1120-0042`: what a person reads out. */
  number: z.string().max(40),
  right: z.object({ id: RightId, label: Label }),
  /** What it is about: "Delete community posts". */
  title: Label,
  state: z.enum(['verifying', 'running', 'done', 'refused', 'cancelled']),
  clause: ClauseId,
  madeAt: Instant,
  due: z.object({
    at: Instant,
    /** Where it was before an extension. */
    was: Instant.optional(),
    label: Label,
    standing: z.enum(['kept', 'due', 'broken']),
  }),
  doneAt: Instant.optional(),
  /** From then on nobody can read what was erased, backups included. */
  unreadableAt: Instant.optional(),
  steps: z.array(RequestStep).max(40),
  goes: z.array(Goes).max(200),
  stays: z.array(Stays).max(200),
  /** For which reason it is asked for, where the policy wants one. */
  reason: z.object({ label: Label, clause: ClauseId }).optional(),
  refusal: z.object({ ground: Label, reason: Sentence, clause: ClauseId, complain: z.array(Label).max(20) }).optional(),
  /** Not asked for by anybody: its person turned out to be younger than the policy allows. */
  young: z
    .object({
      /** In years, of the rule. */
      below: z.int().min(1).max(120),
      why: Label,
      rule: Sentence,
      next: Sentence,
      /** A guardian's yes would keep the account. */
      guardian: z.boolean(),
    })
    .optional(),
  /** Answered in words, which are opened by themselves. */
  answered: z.boolean().optional(),
  /** Asked for the same over and over, as the policy lets it. */
  fee: z
    .object({
      label: Label,
      state: z.enum(['due', 'accepted', 'declined', 'waived']),
      rule: Sentence,
      clause: ClauseId,
    })
    .optional(),
  cancellable: z.boolean(),
  /** It stops something, which may be allowed again. */
  liftable: z.boolean().optional(),
  liftedAt: Instant.optional(),
  /** Code of the certificate, known from the start for erasure and closure: it is what a person keeps. */
  certificate: z.string().max(40).optional(),
});
export type RightRequest = z.infer<typeof RightRequest>;

/** A right as it may be exercised now. */
export const AvailableRight = z.object({
  id: RightId,
  label: Label,
  how: Sentence,
  deadline: Label,
  fee: Label.optional(),
  clause: ClauseId,
  /** Where it is done at once on another page of the app. */
  page: z.enum(['my-data', 'choices', 'activity', 'package']).optional(),
  /** Contacts to write to, where the app cannot do it by itself. */
  contact: Label.optional(),
});

export type AvailableRight = z.infer<typeof AvailableRight>;

export const listRequests = endpoint({
  method: 'GET',
  path: '/api/my/requests',
  who: 'person',
  summary: 'The person’s requests, newest first, and the rights they may exercise.',
  answers: {
    200: z.object({ requests: z.array(RightRequest).max(500), rights: z.array(AvailableRight).max(40) }),
  },
});

export const readRequest = endpoint({
  method: 'GET',
  path: '/api/my/requests/:id',
  who: 'person',
  summary: 'One request with its steps and deadline.',
  params: z.strictObject({ id: Uuid }),
  answers: { 200: z.object({ request: RightRequest }) },
});

/** What would happen, before it is asked for. */
export const RequestPreview = z.object({
  right: z.object({ id: RightId, label: Label }),
  goes: z.array(Goes).max(200),
  stays: z.array(Stays).max(200),
  /** Things that can be named in `fields`: all of them when none is named. */
  choices: z.array(Named.extend({ service: Label, clause: ClauseId, needed: z.boolean() })).max(500),
  /** Reasons for which it may be asked for, any one of them; absent where none is needed. */
  grounds: z
    .array(Named.extend({ clause: ClauseId, byPolicy: z.boolean() }))
    .max(40)
    .optional(),
  deadline: Label,
  clause: ClauseId,
  /** What stands in the way now, such as an unpaid instalment; empty when nothing does. */
  blocked: z.array(z.object({ reason: Sentence, clause: ClauseId })).max(20),
  /** To be typed exactly; absent where a press is enough. */
  confirm: z.string().max(80).optional(),
});
export type RequestPreview = z.infer<typeof RequestPreview>;

export const previewRequest = endpoint({
  method: 'GET',
  path: '/api/my/requests/preview',
  who: 'person',
  summary: 'What goes, what stays and why, if this right were exercised now.',
  query: z.strictObject({ right: RightId, fields: z.string().max(8_000).optional() }),
  answers: { 200: RequestPreview },
});

export const makeRequest = endpoint({
  method: 'POST',
  path: '/api/my/requests',
  who: 'person',
  fresh: true,
  summary: 'Exercises a right.',
  body: z.strictObject({
    right: RightId,
    confirm: z.string().max(80).optional(),
    fields: z.array(Name).max(500).optional(),
    /** One of the preview's. With none, what the account works without goes, if that is a reason; else somebody looks. */
    ground: Name.optional(),
    note: z.string().max(2_000).optional(),
  }),
  answers: { 202: z.object({ request: RightRequest }) },
});

export const cancelRequest = endpoint({
  method: 'DELETE',
  path: '/api/my/requests/:id',
  who: 'person',
  summary: 'Stops a request whose irrevocable step has not begun.',
  params: z.strictObject({ id: Uuid }),
  answers: { 200: z.object({ request: RightRequest }) },
});

export const openOwnAnswer = endpoint({
  method: 'POST',
  path: '/api/my/requests/:id/answer',
  who: 'person',
  summary: 'What was answered in words; reading it is an entry of the person’s activity.',
  params: z.strictObject({ id: Uuid }),
  answers: { 200: z.object({ text: Sentence }) },
});

export const answerFee = endpoint({
  method: 'POST',
  path: '/api/my/requests/:id/fee',
  who: 'person',
  fresh: true,
  summary: 'Accepts the fee that is asked for, or declines it, which ends the request.',
  params: z.strictObject({ id: Uuid }),
  body: z.strictObject({ accepts: z.boolean() }),
  answers: { 200: z.object({ request: RightRequest }) },
});

export const liftRequest = endpoint({
  method: 'POST',
  path: '/api/my/requests/:id/lifting',
  who: 'person',
  fresh: true,
  summary: 'Allows again what a restriction or an objection had stopped.',
  params: z.strictObject({ id: Uuid }),
  answers: { 200: z.object({ request: RightRequest }) },
});

/** A document worth keeping. Carries no personal value, so it outlives the account. */
export const Certificate = z.object({
  code: z.string().max(40),
  number: z.string().max(40),
  title: Label,
  right: z.object({ id: RightId, label: Label }),
  issuedAt: Instant,
  controller: Label,
  statement: MarkedSentence,
  unreadableAt: Instant.optional(),
  /** What was erased, how, elsewhere, what is kept: heading and lines. */
  facts: z
    .array(
      z.object({
        label: Label,
        lines: z.array(z.object({ text: MarkedSentence, clause: ClauseId.optional() })).max(60),
      }),
    )
    .max(20),
  policy: PolicyVersion,
  ledger: z.object({
    origin: z.string().max(120),
    first: EntryIndex,
    last: EntryIndex,
    checkpoint: z.string().max(20_000),
    publicKey: z.string().max(400),
  }),
  /** Over the canonical JSON of all the above. */
  hash: Sha256,
  /** Ed25519 over the hash, hex. */
  signature: z.string().regex(/^[0-9a-f]{128}$/),
});
export type Certificate = z.infer<typeof Certificate>;

export const readCertificate = endpoint({
  method: 'GET',
  path: '/api/certificates/:code',
  who: 'anyone',
  summary: 'A certificate by its code, or how far the request behind it has come.',
  params: z.strictObject({ code: z.string().regex(/^[A-Z0-9-]{8,40}$/) }),
  answers: {
    200: z.discriminatedUnion('ready', [
      z.object({ ready: z.literal(true), certificate: Certificate }),
      z.object({ ready: z.literal(false), request: RightRequest }),
    ]),
  },
});
