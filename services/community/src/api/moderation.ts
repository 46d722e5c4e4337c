/**
 * Moderation in the HTTP API.
 *
 * - **Report**: somebody says that a post or a comment breaks a rule, and which. **Case**: all reports about one of them.
 * - **Ruling**: what a moderator decided, as its author is told. **Appeal**: the author’s answer, for a second moderator.
 */
import { endpoint, Instant, STAFF, Uuid } from '@kept/api';
import { z } from 'zod';
import { One, Text } from './parts.ts';

export const Ground = z.enum(['spam', 'abuse', 'unsafe', 'private', 'illegal', 'other']);
export type Ground = z.infer<typeof Ground>;
export const GROUNDS = Ground.options;

const Kind = z.enum(['post', 'comment']);
const Words = z.string().max(1_000);

export const Outcome = z.enum(['kept', 'hidden', 'removed', 'warned']);
export type Outcome = z.infer<typeof Outcome>;

export const makeReport = endpoint({
  method: 'POST',
  path: '/api/community/reports',
  who: 'person',
  summary: 'Reports a post or a comment to the moderators.',
  body: z.strictObject({ kind: Kind, thread: Uuid, about: Uuid, ground: Ground, text: Words.optional() }),
  answers: { 204: null },
});

export const Ruling = z.object({
  id: Uuid,
  kind: Kind,
  thread: Uuid,
  outcome: Outcome.exclude(['kept']),
  ground: Ground,
  /** Of the moderator; may be empty. */
  words: z.string(),
  /** What it is about; null where it is gone. */
  text: z.string().nullable(),
  at: Instant,
  seen: z.boolean(),
  state: z.enum(['told', 'appealed', 'upheld', 'reversed']),
  /** Until when it can be appealed against; null where it cannot. */
  until: Instant.nullable(),
});
export type Ruling = z.infer<typeof Ruling>;

export const listRulings = endpoint({
  method: 'GET',
  path: '/api/community/rulings',
  who: 'person',
  summary: 'What moderators decided about one’s own posts and comments, the newest first.',
  answers: { 200: z.object({ rulings: z.array(Ruling).max(100) }) },
});

export const countRulings = endpoint({
  method: 'GET',
  path: '/api/community/rulings/count',
  who: 'person',
  summary: 'How many decisions of moderators one has not looked at.',
  answers: { 200: z.object({ unseen: z.int() }) },
});

export const appeal = endpoint({
  method: 'POST',
  path: '/api/community/rulings/:id/appeal',
  who: 'person',
  summary: 'Appeals against a decision, once; somebody else looks at it.',
  params: One,
  body: z.strictObject({ text: Text(1_000) }),
  answers: { 204: null },
});

export const Case = z.object({
  id: Uuid,
  kind: Kind,
  thread: Uuid,
  /** The first of the reports, or the appeal. */
  since: Instant,
  reports: z.int(),
  grounds: z.array(Ground),
});
export type Case = z.infer<typeof Case>;

export const Contested = Case.pick({ id: true, kind: true, since: true }).extend({
  outcome: Outcome,
  ground: Ground,
  /** Whoever asks decided it, so that somebody else has to look. */
  own: z.boolean(),
});
export type Contested = z.infer<typeof Contested>;

export const listCases = endpoint({
  method: 'GET',
  path: '/api/console/community/cases',
  who: 'operator',
  staff: STAFF.work,
  summary: 'What was reported and what was appealed against, the oldest first, without who and what.',
  answers: { 200: z.object({ cases: z.array(Case).max(500), appeals: z.array(Contested).max(500) }) },
});

const Opened = z.object({
  /** Null where it is gone. */
  text: z.string().nullable(),
  byline: z.string(),
  pictures: z.array(Uuid).max(9),
  said: z.array(z.object({ ground: Ground.nullable(), text: z.string() })).max(100),
});
export type Opened = z.infer<typeof Opened>;

export const openCase = endpoint({
  method: 'POST',
  path: '/api/console/community/cases/:id/details',
  who: 'operator',
  staff: STAFF.work,
  summary: 'What is reported, and in which words: opened on the record of its author and of whoever reported it.',
  params: One,
  answers: { 200: Opened },
});

export const casePicture = endpoint({
  method: 'GET',
  path: '/api/console/community/cases/:id/pictures/:picture',
  who: 'operator',
  staff: STAFF.work,
  summary: 'A picture of a reported post, opened on the record of its author.',
  params: z.strictObject({ id: Uuid, picture: Uuid }),
  answers: { 200: null },
  produces: 'image/jpeg, image/webp',
});

export const decideCase = endpoint({
  method: 'POST',
  path: '/api/console/community/cases/:id/decision',
  who: 'operator',
  staff: STAFF.work,
  summary: 'Keeps, hides or removes what was reported, or warns its author, who is told why.',
  params: One,
  body: z.strictObject({ outcome: Outcome, ground: Ground, text: Words.optional() }),
  answers: { 204: null },
});

export const openAppeal = endpoint({
  method: 'POST',
  path: '/api/console/community/appeals/:id/details',
  who: 'operator',
  staff: STAFF.work,
  summary: 'An appeal, with what it is about: opened on the record of its author.',
  params: One,
  answers: { 200: Opened },
});

export const decideAppeal = endpoint({
  method: 'POST',
  path: '/api/console/community/appeals/:id/decision',
  who: 'operator',
  staff: STAFF.work,
  summary: 'Lets a decision stand, or takes it back; never by whoever made it.',
  params: One,
  body: z.strictObject({ stands: z.boolean() }),
  answers: { 204: null },
});
