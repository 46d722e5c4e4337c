import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Instant, Label, Name, Uuid } from './words.ts';

/** Who is signed in. The contact is masked; the real one is asked for under "My data". */
export const PersonSession = z.object({
  role: z.literal('person'),
  person: z.object({
    id: Uuid,
    region: Name,
    regionLabel: Label,
    maskedContact: z.string().max(120),
    nickname: z.string().max(120).optional(),
  }),
  /** Until then, what cannot be taken back needs no new proof. */
  freshUntil: Instant,
  expiresAt: Instant,
});

export const OperatorSession = z.object({
  role: z.literal('operator'),
  operator: z.object({
    /** The role, in words. */
    name: Label,
    id: Uuid,
    role: z.enum(['owner', 'officer', 'agent', 'auditor']),
    /** False: was invited, and has to choose first how to sign in. */
    enrolled: z.boolean(),
  }),
  expiresAt: Instant,
});

export const Session = z.discriminatedUnion('role', [PersonSession, OperatorSession]);
export type Session = z.infer<typeof Session>;
export type PersonSession = z.infer<typeof PersonSession>;
export type OperatorSession = z.infer<typeof OperatorSession>;

export const readSession = endpoint({
  method: 'GET',
  path: '/api/session',
  who: 'anyone',
  summary: 'Who is signed in; 401 `SESSION_REQUIRED` when nobody is.',
  answers: { 200: Session },
});

export const endSession = endpoint({
  method: 'DELETE',
  path: '/api/session',
  who: 'anyone',
  summary: 'Signs out and clears the cookie; harmless without a session.',
  answers: { 204: null },
});

export const openOperatorSession = endpoint({
  method: 'POST',
  path: '/api/operator/session',
  who: 'anyone',
  summary: 'Opens the console with the one-time link printed at start.',
  body: z.strictObject({ token: z.string().min(16).max(200) }),
  answers: { 200: OperatorSession },
});
