/** Accounts of staff: who may do what in the console, and how they come in. */
import { z } from 'zod';
import { endpoint, STAFF } from './endpoint.ts';
import { OperatorSession } from './session.ts';
import { EntryIndex, Instant, Label, Uuid } from './words.ts';

export const StaffRole = z.enum(['owner', 'officer', 'agent', 'auditor']);
export type StaffRole = z.infer<typeof StaffRole>;

export const StaffMember = z.object({
  /** Under which the ledger knows them. */
  id: Uuid,
  role: StaffRole,
  /** `invited`: has not chosen yet how to sign in. */
  state: z.enum(['invited', 'active', 'removed']),
  /** Null once it was destroyed with their access. */
  name: Label.nullable(),
  since: Instant,
  removedAt: Instant.nullable(),
  /** Whoever looks. */
  mine: z.boolean(),
});
export type StaffMember = z.infer<typeof StaffMember>;

const params = z.strictObject({ id: Uuid });
const Path = z.string().max(200);
const Login = z.string().trim().min(2).max(80);
const Code = z.string().regex(/^\d{6}$/);

export const listStaff = endpoint({
  method: 'GET',
  path: '/api/console/staff',
  who: 'operator',
  staff: STAFF.all,
  summary: 'Who works the console, and who did.',
  answers: { 200: z.object({ staff: z.array(StaffMember).max(1_000) }) },
});

export const readActs = endpoint({
  method: 'GET',
  path: '/api/console/staff/:id/acts',
  who: 'operator',
  staff: STAFF.audit,
  summary: 'What a member of staff did, from the ledger, the newest first.',
  params,
  answers: {
    200: z.object({
      acts: z
        .array(z.object({ index: EntryIndex, at: Instant, act: z.string().max(200), about: z.string().max(400) }))
        .max(200),
    }),
  },
});

export const inviteStaff = endpoint({
  method: 'POST',
  path: '/api/console/staff',
  who: 'operator',
  staff: STAFF.own,
  summary: 'Invites somebody. The link lets them in once, to choose how they sign in.',
  body: z.strictObject({ name: z.string().trim().min(1).max(80), role: StaffRole.exclude(['owner']) }),
  answers: { 201: z.object({ member: StaffMember, path: Path }) },
});

export const reinviteStaff = endpoint({
  method: 'POST',
  path: '/api/console/staff/:id/link',
  who: 'operator',
  staff: STAFF.own,
  summary: 'A new link for somebody who cannot sign in. Their password, app and sessions of before count no more.',
  params,
  answers: { 201: z.object({ path: Path }) },
});

export const removeStaff = endpoint({
  method: 'DELETE',
  path: '/api/console/staff/:id',
  who: 'operator',
  staff: STAFF.own,
  summary: 'Ends the access of a member at once and destroys their name; what they did stays in the ledger.',
  params,
  answers: { 204: null },
});

export const startEnrolment = endpoint({
  method: 'POST',
  path: '/api/console/me/app',
  who: 'operator',
  staff: STAFF.all,
  invited: true,
  summary: 'A secret for an authenticator app, which counts once a code of it was given.',
  answers: { 201: z.object({ secret: z.string().max(80), uri: z.string().max(400) }) },
});

export const enrol = endpoint({
  method: 'PUT',
  path: '/api/console/me/sign-in',
  who: 'operator',
  staff: STAFF.all,
  invited: true,
  summary: 'Chooses name, password and app to sign in with from now on.',
  body: z.strictObject({ login: Login, password: z.string().max(512), code: Code }),
  answers: { 200: StaffMember },
});

export const signInStaff = endpoint({
  method: 'POST',
  path: '/api/operator/sign-in',
  who: 'anyone',
  summary: 'Opens the console by name, password and the code of the app.',
  body: z.strictObject({ login: Login, password: z.string().min(1).max(512), code: Code }),
  answers: { 200: OperatorSession },
});
