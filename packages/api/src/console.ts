import { z } from 'zod';
import { endpoint, STAFF } from './endpoint.ts';
import {
  ClauseId,
  Count,
  Country,
  Cursor,
  EntryIndex,
  Instant,
  Label,
  Name,
  Named,
  PolicyVersion,
  RecipientRole,
  Sentence,
  Uuid,
} from './words.ts';

/** How something stands. `unknown`: not checkable by a program. */
export const Standing = z.enum(['kept', 'due', 'broken', 'unknown']);
export type Standing = z.infer<typeof Standing>;

/** What needs a person first. */
export const Attention = z.object({
  id: Name,
  standing: z.enum(['due', 'broken', 'unknown']),
  title: Label,
  /** The figure that matters: "6 h overdue", "outbox: 3 waiting". */
  figure: Label.optional(),
  text: Sentence,
  clause: ClauseId.optional(),
  page: z.enum(['requests', 'incidents', 'outbox', 'services', 'policies', 'recipients', 'ledger']).optional(),
});

export type Attention = z.infer<typeof Attention>;

export const ConsoleOverview = z.object({
  policy: PolicyVersion,
  at: Instant,
  people: z.object({ active: Count, prospective: Count, closing: Count }),
  /** Of the last 24 hours, by full hours; of nobody in particular. */
  decisions: z.array(z.object({ region: Named, permitted: Count, refused: Count, undecided: Count })).max(40),
  requests: z.object({ open: Count, due: Count, overdue: Count }),
  /** Messages that wait for want of a provider, and those of the last day that none took. */
  outbox: z.object({ waiting: Count, failed: Count }),
  attention: z.array(Attention).max(100),
});
export type ConsoleOverview = z.infer<typeof ConsoleOverview>;

export const readOverview = endpoint({
  method: 'GET',
  path: '/api/console/overview',
  who: 'operator',
  staff: STAFF.all,
  summary: 'The day in figures, and what needs a person.',
  answers: { 200: ConsoleOverview },
});

export const ConsoleService = z.object({
  id: Name,
  label: Label,
  policy: z.object({ id: Name, version: z.string().max(40) }),
  collections: z
    .array(
      z.object({
        id: Name,
        label: Label,
        fields: Count,
        sensitive: Count,
        purposes: z.array(Named).max(40),
        clause: ClauseId,
      }),
    )
    .max(100),
  tables: z.array(z.object({ name: Name, rows: Count })).max(100),
  uses: z.array(Name).max(60),
});
export type ConsoleService = z.infer<typeof ConsoleService>;

export const listServices = endpoint({
  method: 'GET',
  path: '/api/console/services',
  who: 'operator',
  staff: STAFF.all,
  summary: 'The services that run, with what each declares.',
  answers: { 200: z.object({ services: z.array(ConsoleService).max(200) }) },
});

export const ConsolePolicy = z.object({
  policy: PolicyVersion,
  clauses: Count,
  fields: Count,
  sensitive: Count,
  purposes: Count,
  recipients: Count,
  consents: Count,
  problems: z.array(z.object({ path: z.string().max(400), code: z.string().max(80), message: Sentence })).max(500),
});
export type ConsolePolicy = z.infer<typeof ConsolePolicy>;

export const listConsolePolicies = endpoint({
  method: 'GET',
  path: '/api/console/policies',
  who: 'operator',
  staff: STAFF.all,
  summary: 'The compiled policies in force.',
  answers: { 200: z.object({ policies: z.array(ConsolePolicy).max(100) }) },
});

export const ConsoleRecipient = z.object({
  id: Name,
  name: Label,
  role: RecipientRole,
  country: Country,
  countryLabel: Label,
  /** Which adapter delivers: `smtp`, `yunpian`, `outbox`. */
  adapter: z.string().max(40),
  /** False: no credentials set, so messages land in the outbox. */
  configured: z.boolean(),
  /** Of the last 24 hours: handed over, refused by the policy, not taken by the provider. */
  delivered: Count,
  refused: Count,
  failed: Count,
  /** The newest message of that time. */
  last: Instant.optional(),
  fields: z.array(Named).max(60),
  clause: ClauseId,
});
export type ConsoleRecipient = z.infer<typeof ConsoleRecipient>;

export const listConsoleRecipients = endpoint({
  method: 'GET',
  path: '/api/console/recipients',
  who: 'operator',
  staff: STAFF.all,
  summary: 'Every party outside, how it is reached, and what went there.',
  answers: { 200: z.object({ recipients: z.array(ConsoleRecipient).max(200) }) },
});

/** A message that would have gone out; opened under the operator's permit, which is recorded. */
export const OutboxMessage = z.object({
  id: Uuid,
  at: Instant,
  recipient: Named,
  channel: z.enum(['sms', 'email', 'e-signature', 'other']),
  /** The address, masked. */
  to: z.string().max(200),
  subject: z.string().max(400).optional(),
  text: z.string().max(20_000),
  purpose: Named,
  state: z.enum(['kept', 'sent', 'failed']),
  clause: ClauseId,
});
export type OutboxMessage = z.infer<typeof OutboxMessage>;

export const listOutbox = endpoint({
  method: 'GET',
  path: '/api/console/outbox',
  who: 'operator',
  staff: STAFF.decide,
  summary: 'Messages that were not sent for want of credentials, newest first.',
  query: z.strictObject({ before: Cursor.optional(), limit: z.coerce.number().int().min(1).max(200).optional() }),
  answers: { 200: z.object({ messages: z.array(OutboxMessage).max(200), next: Cursor.nullable() }) },
});

export const LedgerState = z.object({
  region: Named,
  origin: z.string().max(120),
  size: EntryIndex,
  root: z.string().max(120),
  checkpoint: z.string().max(20_000),
  checkpointAt: Instant,
  publicKey: z.string().max(400),
  verification: z.object({
    state: z.enum(['never', 'running', 'verified', 'broken']),
    at: Instant.optional(),
    done: Count,
    total: Count,
    problem: Sentence.optional(),
  }),
});
export type LedgerState = z.infer<typeof LedgerState>;

export const readConsoleLedger = endpoint({
  method: 'GET',
  path: '/api/console/ledger',
  who: 'operator',
  staff: STAFF.all,
  summary: 'The ledgers, their checkpoints, and when they were last verified whole.',
  answers: { 200: z.object({ ledgers: z.array(LedgerState).max(40) }) },
});

export const verifyLedger = endpoint({
  method: 'POST',
  path: '/api/console/ledger/:region/verification',
  who: 'operator',
  staff: STAFF.audit,
  summary: 'Starts verifying a whole ledger; its progress shows in the list.',
  params: z.strictObject({ region: Name }),
  answers: { 202: LedgerState },
});
