/**
 * Homes in the HTTP API.
 *
 * - **Space**: building, floor, room or zone, by a number that says what it stands in.
 * - **Member**: somebody with a role in a home. **Scope**: what a grant leaves of the role, by act, space and time.
 * - **Invitation**: a note that lets its holder in, once.
 */
import { endpoint, Instant, Uuid } from '@kept/api';
import { z } from 'zod';

export const SpaceId = z.string().regex(/^\d{1,3}(\.\d{1,3}){0,3}$/);
const PlanName = z.string().trim().min(1).max(60);
export const Space = z.strictObject({
  id: SpaceId,
  kind: z.enum(['building', 'floor', 'room', 'zone']),
  name: PlanName,
});
export type Space = z.infer<typeof Space>;

export const HomeRole = z.enum(['owner', 'member', 'child', 'guest', 'installer']);
export type HomeRole = z.infer<typeof HomeRole>;
export const Act = z.enum(['see', 'history', 'control', 'setup', 'people']);
export type Act = z.infer<typeof Act>;

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);
export const Hours = z.strictObject({
  days: z.array(z.int().min(1).max(7)).min(1).max(7),
  from: Clock,
  to: Clock,
  zone: z
    .string()
    .max(64)
    .refine((zone) => zones.has(zone)),
});
export const Scope = z.strictObject({
  acts: z.array(Act).min(1).max(5).optional(),
  spaces: z.array(SpaceId).min(1).max(50).optional(),
  from: Instant.optional(),
  until: Instant.optional(),
  hours: Hours.optional(),
});
export type Scope = z.infer<typeof Scope>;

export const Member = z.object({
  id: Uuid,
  role: HomeRole,
  scope: Scope,
  me: z.boolean(),
  since: Instant,
  /** Whether this is their hour. */
  open: z.boolean(),
});
export type Member = z.infer<typeof Member>;

export const Home = z.object({
  id: Uuid,
  name: z.string().max(60),
  role: HomeRole,
  /** What the person may do now, in some space at least. */
  acts: z.array(Act).max(5),
  spaces: z.array(Space).max(200),
});
export type Home = z.infer<typeof Home>;

const Id = z.strictObject({ id: Uuid });
const Person = z.strictObject({ id: Uuid, person: Uuid });

export const listHomes = endpoint({
  method: 'GET',
  path: '/api/homes',
  who: 'person',
  summary: 'The homes that the person belongs to.',
  answers: { 200: z.object({ homes: z.array(Home).max(100) }) },
});

export const makeHome = endpoint({
  method: 'POST',
  path: '/api/homes',
  who: 'person',
  summary: 'Makes a home, owned by the person.',
  body: z.strictObject({ name: PlanName, spaces: z.array(Space).max(200) }),
  answers: { 201: Home },
});

export const changeHome = endpoint({
  method: 'PUT',
  path: '/api/homes/:id',
  who: 'person',
  summary: 'Names a home and its spaces; the whole plan at once.',
  params: Id,
  body: z.strictObject({ name: PlanName, spaces: z.array(Space).max(200) }),
  answers: { 200: Home },
});

export const leaveHome = endpoint({
  method: 'DELETE',
  path: '/api/homes/:id',
  who: 'person',
  summary: 'Leaves a home; what it told about the person stays theirs. The last one to leave ends it.',
  params: Id,
  answers: { 204: null },
});

export const listMembers = endpoint({
  method: 'GET',
  path: '/api/homes/:id/members',
  who: 'person',
  summary: 'Who belongs to a home, and what each may do.',
  params: Id,
  answers: { 200: z.object({ members: z.array(Member).max(500) }) },
});

export const invite = endpoint({
  method: 'POST',
  path: '/api/homes/:id/invitations',
  who: 'person',
  summary: 'Writes an invitation; one for an owner hands the home over and ends everybody else’s place in it.',
  params: Id,
  body: z.strictObject({ role: HomeRole, scope: Scope.optional() }),
  answers: { 201: z.object({ code: z.string().max(8_000), until: Instant }) },
});

export const join = endpoint({
  method: 'POST',
  path: '/api/homes/memberships',
  who: 'person',
  summary: 'Comes in by an invitation.',
  body: z.strictObject({ code: z.string().min(10).max(8_000) }),
  answers: { 201: Home },
});

export const changeMember = endpoint({
  method: 'PATCH',
  path: '/api/homes/:id/members/:person',
  who: 'person',
  summary: 'Changes what somebody may do, at once.',
  params: Person,
  body: z.strictObject({ scope: Scope }),
  answers: { 204: null },
});

export const revoke = endpoint({
  method: 'DELETE',
  path: '/api/homes/:id/members/:person',
  who: 'person',
  summary: 'Ends somebody’s place in a home: their streams and the credentials they gave devices end with it, at once.',
  params: Person,
  answers: { 204: null },
});
