import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Action, Base64, ClauseId, EntryIndex, Instant, Label, Name, Named, Outcome, Sentence } from './words.ts';

/** One entry of the person's own ledger: a decision about their data, or other evidence. */
export const ActivityEntry = z.object({
  index: EntryIndex,
  at: Instant,
  /** `decision`: the gate was asked. `consent`: given or withdrawn. `share`: a receipt. `right`: a step of a request. */
  kind: z.enum(['decision', 'consent', 'share', 'right', 'other']),
  action: Action,
  actor: z.object({ role: z.enum(['person', 'service', 'operator', 'system']), label: Label }),
  service: Named,
  purpose: Named,
  fields: z.array(Named).max(200),
  recipient: Named.optional(),
  /** Region or country it went to, when it left its own. */
  to: Named.optional(),
  outcome: Outcome,
  clause: ClauseId,
  /** What the person did with their own data by right; `opened`: somebody at the console read a message of the outbox. */
  act: z.enum(['seen', 'copied', 'corrected', 'erased', 'opened']).optional(),
  /** Why not, for a refusal; what was recorded, for other evidence. */
  reason: Sentence.optional(),
});
export type ActivityEntry = z.infer<typeof ActivityEntry>;

/** What a browser needs to check that an entry is in the ledger, trusting only the public key. */
export const EntryProof = z.object({
  index: EntryIndex,
  leaf: Base64,
  /** RFC 6962 audit path, leaf to root, 32 bytes each. */
  inclusion: z.array(Base64).max(64),
  /** Size of the tree that the checkpoint signs. */
  size: EntryIndex,
  /** C2SP signed note. */
  checkpoint: z.string().max(20_000),
  /** C2SP verifier key, `kept/cn+1a2b3c4d+…`. */
  publicKey: z.string().max(400),
});
export type EntryProof = z.infer<typeof EntryProof>;

export const ActivityPage = z.object({
  entries: z.array(ActivityEntry).max(200),
  /** Give it as `before` for the next, older page; null at the end. */
  next: EntryIndex.nullable(),
});
export type ActivityPage = z.infer<typeof ActivityPage>;

export const listActivity = endpoint({
  method: 'GET',
  path: '/api/my/activity',
  who: 'person',
  summary: 'Every use of the person’s data, newest first.',
  query: z.strictObject({
    before: z.coerce.number().pipe(EntryIndex).optional(),
    limit: z.coerce.number().int().min(1).max(200).optional(),
    field: Name.optional(),
  }),
  answers: { 200: ActivityPage },
});

export const readEntryProof = endpoint({
  method: 'GET',
  path: '/api/my/activity/:index/proof',
  who: 'person',
  summary: 'Inclusion proof of one of the person’s entries.',
  params: z.strictObject({ index: z.coerce.number().pipe(EntryIndex) }),
  answers: { 200: EntryProof },
});
