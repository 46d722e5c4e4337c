/** What set an automation off, and what was found then, in the HTTP API. */
import { Instant } from '@kept/api';
import { z } from 'zod';

export const Found = z.object({
  path: z.string().max(200),
  condition: z.enum(['state', 'numeric_state', 'time', 'sun', 'trigger', 'and', 'or', 'not']),
  entity: z.string().max(120).optional(),
  value: z.string().max(500).optional(),
  result: z.boolean(),
});

export const Fact = z.object({
  index: z.int(),
  trigger: z.enum(['state', 'numeric_state', 'time', 'sun', 'event', 'presence', 'person']),
  id: z.string().max(40),
  entity: z.string().max(120).optional(),
  from: z.string().max(500).nullable().optional(),
  to: z.string().max(500).optional(),
  at: Instant,
});
