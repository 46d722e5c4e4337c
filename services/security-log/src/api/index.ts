/**
 * The security log in the HTTP API.
 *
 * - **Entry**: something that happened at a door, lock or detector of a home, or was done with its alarm.
 * - **Mode**: how a home is armed. **Intrusion**: what set off its alarm.
 */
import { endpoint, Instant, Uuid } from '@kept/api';
import { HomeRole } from '@kept/service-spaces/api';
import { z } from 'zod';
import { KINDS, MODES } from '../words.ts';

export const Mode = z.enum(MODES);
export type Mode = z.infer<typeof Mode>;

export const Entry = z.object({
  at: Instant,
  kind: z.enum(KINDS),
  /** Null: the home as a whole. */
  device: Uuid.nullable(),
  /** What the device was called then. */
  name: z.string().max(200),
  /** What was told, and its value; of `armed` the mode. */
  key: z.string().max(80),
  value: z.string().max(80),
  /** Who did it, as far as it is known. */
  by: z
    .object({
      me: z.boolean(),
      /** Null where they are not in the home any more, or it was a code. */
      role: HomeRole.nullable(),
      /** Whether an automation of theirs did it. */
      run: z.boolean(),
      /** The number of a code of the lock, and what it was entered by. */
      code: z.int().nullable(),
      via: z.string().max(80),
    })
    .nullable(),
});
export type Entry = z.infer<typeof Entry>;

const Arming = z.object({ mode: Mode, since: Instant.nullable() });

const Home = z.strictObject({ id: Uuid });
const LONGEST_MS = 32 * 86_400_000;

export const readSecurityLog = endpoint({
  method: 'GET',
  path: '/api/homes/:id/security-log',
  who: 'person',
  summary: 'What happened at doors, locks and detectors that the person may look back at, the newest first.',
  params: Home,
  query: z
    .strictObject({ from: z.coerce.number().pipe(Instant), until: z.coerce.number().pipe(Instant) })
    .refine(({ from, until }) => until > from && until - from <= LONGEST_MS, { path: ['until'] }),
  answers: {
    200: z.object({
      /** Null for whoever may not see all of the home now. */
      arming: Arming.nullable(),
      /** Whether the person may arm it. */
      arms: z.boolean(),
      entries: z.array(Entry).max(2_000),
      /** Whether there were more than that. */
      more: z.boolean(),
    }),
  },
});

export const armHome = endpoint({
  method: 'PUT',
  path: '/api/homes/:id/security-mode',
  who: 'person',
  summary: 'Arms a home, or disarms it; for whoever lives there and controls all of it.',
  params: Home,
  body: z.strictObject({ mode: Mode }),
  answers: { 200: Arming },
});
