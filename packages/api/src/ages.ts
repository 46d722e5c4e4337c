/** Somebody turns out to be younger than the policy allows: noted by staff, or by themself. */
import { z } from 'zod';
import { endpoint, STAFF } from './endpoint.ts';
import { QueuedDetail } from './queue.ts';
import { ClauseId, Country, Instant } from './words.ts';

/** In whole years. */
const Years = z.int().min(0).max(120);

export const reportAge = endpoint({
  method: 'POST',
  path: '/api/console/ages',
  who: 'operator',
  staff: STAFF.work,
  summary:
    'Notes how old somebody really is. Who is too young is withheld at once; a second person looks before anything goes.',
  body: z.strictObject({
    /** By which they are known here. */
    contact: z.strictObject({ kind: z.enum(['phone', 'email']), value: z.string().min(3).max(254) }),
    residence: Country,
    years: Years,
    why: z.enum(['guardian', 'person', 'papers', 'seen']),
  }),
  answers: {
    200: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('withheld'), request: QueuedDetail }),
      /** At that age the policy has nothing against it: what it reserves for older people is shut. */
      z.object({ outcome: z.literal('noted') }),
      z.object({ outcome: z.literal('nothing-held') }),
    ]),
  },
});

export const correctAge = endpoint({
  method: 'POST',
  path: '/api/my/age',
  who: 'person',
  fresh: true,
  summary: 'The person is younger than they had said. Who is too young for an account is withheld at once.',
  body: z.strictObject({ years: Years }),
  answers: {
    200: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('withheld'), until: Instant, clause: ClauseId }),
      z.object({ outcome: z.literal('noted') }),
    ]),
  },
});
