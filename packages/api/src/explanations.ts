import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Action, ClauseId, Label, Name, Outcome, PolicyVersion, Sentence } from './words.ts';

/** Every check in order with its result, and what would change the answer. */
export const Explanation = z.object({
  policy: PolicyVersion,
  outcome: Outcome,
  purpose: z.object({ id: Name, label: Label }),
  /** The clause that decided. */
  clause: ClauseId,
  checks: z
    .array(
      z.object({
        label: Label,
        result: z.enum(['passed', 'failed', 'not-asked', 'cannot-tell']),
        text: Sentence,
        clause: ClauseId.optional(),
      }),
    )
    .max(60),
  fields: z.array(z.object({ id: Name, label: Label, outcome: Outcome, reason: Sentence.optional() })).max(200),
  /** "If you gave the consent …, it would be allowed." */
  change: z.array(Sentence).max(20),
});
export type Explanation = z.infer<typeof Explanation>;

export const explainDecision = endpoint({
  method: 'POST',
  path: '/api/my/explanations',
  who: 'person',
  summary: 'Why something about the person’s data is allowed or refused, as things stand now.',
  body: z.strictObject({
    purpose: Name,
    fields: z.array(Name).min(1).max(200),
    action: Action.optional(),
    recipient: Name.optional(),
  }),
  answers: { 200: Explanation },
});
