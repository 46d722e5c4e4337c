/**
 * Alerts in the HTTP API.
 *
 * - **Alert**: that a device is silent, low or faulty, or warns of something; over when it has not been so for a while.
 */
import { endpoint, Instant, Uuid } from '@kept/api';
import { z } from 'zod';

export const Alert = z.object({
  id: Uuid,
  device: Uuid,
  kind: z.enum(['offline', 'battery', 'fault', 'alarm']),
  /** What was told, and its value. */
  key: z.string().max(80),
  value: z.string().max(500),
  raised: Instant,
  /** Null while it is so. */
  cleared: Instant.nullable(),
  /** Null until somebody looks after it. */
  acknowledged: Instant.nullable(),
});
export type Alert = z.infer<typeof Alert>;

export const listAlerts = endpoint({
  method: 'GET',
  path: '/api/homes/:id/alerts',
  who: 'person',
  summary: 'What a home has to tell those who live there, the newest first.',
  params: z.strictObject({ id: Uuid }),
  answers: { 200: z.object({ alerts: z.array(Alert).max(200) }) },
});

export const acknowledge = endpoint({
  method: 'POST',
  path: '/api/homes/:id/alerts/:alert/acknowledgement',
  who: 'person',
  summary: 'Says that somebody looks after it, to all who live there.',
  params: z.strictObject({ id: Uuid, alert: Uuid }),
  answers: { 204: null },
});
