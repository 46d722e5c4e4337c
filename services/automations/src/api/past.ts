/** What an automation would have done, in the HTTP API. */
import { Count, endpoint, Instant, Uuid } from '@kept/api';
import { z } from 'zod';
import { AutomationConfig } from './config.ts';
import { Fact, Found } from './trace.ts';

export const PAST_SPANS = { day: 86_400_000, week: 7 * 86_400_000 } as const;

export const Moment = z.object({
  fact: Fact,
  conditions: z.array(Found).max(500),
  /** Whether everything was so that has to be. */
  result: z.boolean(),
});
export type Moment = z.infer<typeof Moment>;

export const tryAutomation = endpoint({
  method: 'POST',
  path: '/api/homes/:id/automations/past',
  who: 'person',
  summary:
    'When settings, kept or not, would have set off in the last day or week, by what devices told; nothing is done.',
  params: z.strictObject({ id: Uuid }),
  body: z.strictObject({ config: AutomationConfig, span: z.enum(['day', 'week']) }),
  answers: {
    200: z.object({
      from: Instant,
      until: Instant,
      /** Since when anything is known that it looks at; null: never told. */
      known: Instant.nullable(),
      moments: z.array(Moment).max(1_000),
      /** How many there are besides. */
      more: Count,
    }),
  },
});
