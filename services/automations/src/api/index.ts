/**
 * Automations in the HTTP API.
 *
 * - **Automation**: what somebody has set up for a home; it acts with their grants.
 * - **Trace**: what one triggering came to: by what, whether what had to be so was so, what was done, and by which clause.
 */
import { Count, endpoint, Instant, Uuid } from '@kept/api';
import { z } from 'zod';
import { AutomationConfig, MODES } from './config.ts';
import { Fact, Found } from './trace.ts';

export * from './config.ts';
export * from './foreign.ts';
export * from './past.ts';
export * from './scenes.ts';

export const Automation = z.object({
  id: Uuid,
  /** Whether the person has made it: then they may change it. */
  mine: z.boolean(),
  active: z.boolean(),
  config: AutomationConfig,
});
export type Automation = z.infer<typeof Automation>;

const Home = z.strictObject({ id: Uuid });
const OfHome = z.strictObject({ id: Uuid, automation: Uuid });

export const listAutomations = endpoint({
  method: 'GET',
  path: '/api/homes/:id/automations',
  who: 'person',
  summary: 'The automations of a home; somebody who does not live there sees their own.',
  params: Home,
  answers: { 200: z.object({ automations: z.array(Automation).max(2_000) }) },
});

export const makeAutomation = endpoint({
  method: 'POST',
  path: '/api/homes/:id/automations',
  who: 'person',
  summary: 'Sets up an automation, which acts with the grants of the person.',
  params: Home,
  body: AutomationConfig,
  answers: { 201: Automation },
});

export const changeAutomation = endpoint({
  method: 'PUT',
  path: '/api/homes/:id/automations/:automation',
  who: 'person',
  summary: 'Changes an automation of the person’s own; what it is doing ends.',
  params: OfHome,
  body: AutomationConfig,
  answers: { 200: Automation },
});

export const turnAutomation = endpoint({
  method: 'PATCH',
  path: '/api/homes/:id/automations/:automation',
  who: 'person',
  summary: 'Turns an automation on, if it is the person’s own, or off.',
  params: OfHome,
  body: z.strictObject({ active: z.boolean() }),
  answers: { 204: null },
});

export const removeAutomation = endpoint({
  method: 'DELETE',
  path: '/api/homes/:id/automations/:automation',
  who: 'person',
  summary: 'Removes an automation of the person’s own; what it did stays on record.',
  params: OfHome,
  answers: { 204: null },
});

export const runAutomation = endpoint({
  method: 'POST',
  path: '/api/homes/:id/automations/:automation/runs',
  who: 'person',
  summary: 'Does what an automation of the person’s own does, whether or not its conditions hold.',
  params: OfHome,
  answers: { 202: z.object({ run: Uuid }) },
});

export const Trace = z.object({
  run: Uuid,
  rule: Uuid,
  alias: z.string().max(60),
  mine: z.boolean(),
  mode: z.enum(MODES),
  at: Instant,
  ended: Instant,
  fact: Fact,
  /** Who had set off what set it off. */
  cause: z.object({ by: z.enum(['person', 'run']), id: Uuid, depth: Count, me: z.boolean() }).nullable(),
  conditions: z.array(Found).max(500),
  steps: z
    .array(
      z.object({
        path: z.string().max(200),
        action: z.string().max(40),
        at: Instant,
        result: z.enum(['done', 'failed', 'skipped']),
        device: Uuid.optional(),
        data: z.record(z.string().max(80), z.string().max(500)).optional(),
        message: z.string().max(300).optional(),
        code: z.string().max(60).optional(),
        conditions: z.array(Found).max(500).optional(),
      }),
    )
    .max(2_000),
  outcome: z.enum(['finished', 'conditions', 'mode', 'stopped', 'failed', 'cancelled', 'held']),
  reason: z.string().max(100).optional(),
  clause: z.string().max(40).optional(),
  entry: Count.optional(),
});
export type Trace = z.infer<typeof Trace>;

export const listTraces = endpoint({
  method: 'GET',
  path: '/api/homes/:id/automations/:automation/traces',
  who: 'person',
  summary: 'What an automation did, as it is on the person’s own record, the newest first.',
  params: OfHome,
  query: z.strictObject({ before: z.coerce.number().pipe(Instant).optional() }),
  answers: { 200: z.object({ traces: z.array(Trace).max(50) }) },
});
