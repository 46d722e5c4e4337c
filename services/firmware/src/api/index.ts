/**
 * Firmware in the HTTP API.
 *
 * - **Rollout**: an update of several devices, wave by wave. Versions are numbers of the maker’s.
 */
import { endpoint, Instant, Uuid } from '@kept/api';
import { z } from 'zod';

const Version = z.int().min(0).nullable();

export const Firmware = z.object({
  device: Uuid,
  name: z.string().max(200),
  /** As the device writes it. */
  firmware: z.string().max(200),
  state: z.enum(['unknown', 'idle', 'available', 'updating', 'scheduled']),
  installed: Version,
  latest: Version,
  /** Of a hundred, and seconds that are left. */
  progress: z.number().nullable(),
  remaining: z.number().nullable(),
});
export type Firmware = z.infer<typeof Firmware>;

export const Rollout = z.object({
  id: Uuid,
  at: Instant,
  mine: z.boolean(),
  items: z
    .array(
      z.object({
        wave: z.int().min(1),
        device: Uuid,
        state: z.enum(['waiting', 'sent', 'done', 'failed', 'lied', 'skipped']),
        promised: z.int().min(0),
      }),
    )
    .max(100),
});
export type Rollout = z.infer<typeof Rollout>;

const Home = z.strictObject({ id: Uuid });
const Some = z.array(Uuid).min(1).max(50);

export const readFirmware = endpoint({
  method: 'GET',
  path: '/api/homes/:id/firmware',
  who: 'person',
  summary: 'Which firmware the devices run that the person may fit, whether there is newer, and its updates.',
  params: Home,
  answers: { 200: z.object({ devices: z.array(Firmware).max(500), rollouts: z.array(Rollout).max(20) }) },
});

export const checkFirmware = endpoint({
  method: 'POST',
  path: '/api/homes/:id/firmware/checks',
  who: 'person',
  summary: 'Asks the gateways of these devices whether there is newer firmware.',
  params: Home,
  body: z.strictObject({ devices: Some }),
  answers: { 202: null },
});

export const startRollout = endpoint({
  method: 'POST',
  path: '/api/homes/:id/firmware/rollouts',
  who: 'person',
  summary: 'Updates devices, wave by wave; where one fails, what has not begun does not begin.',
  params: Home,
  body: z.strictObject({ waves: z.array(Some).min(1).max(10) }),
  answers: { 201: z.object({ id: Uuid }) },
});

export const stopRollout = endpoint({
  method: 'DELETE',
  path: '/api/homes/:id/firmware/rollouts/:rollout',
  who: 'person',
  summary: 'What has not begun does not begin; what is under way goes on.',
  params: z.strictObject({ id: Uuid, rollout: Uuid }),
  answers: { 204: null },
});
