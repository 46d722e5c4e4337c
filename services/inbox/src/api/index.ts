/**
 * The inbox in the HTTP API.
 *
 * - **Notice**: what an automation had to say to the person.
 */
import { Count, endpoint, Instant, Uuid } from '@kept/api';
import { z } from 'zod';

export const Notice = z.object({
  id: Uuid,
  home: Uuid,
  /** The name of the automation. */
  from: z.string().max(200),
  text: z.string().max(1_000),
  at: Instant,
  read: z.boolean(),
});
export type Notice = z.infer<typeof Notice>;

const One = z.strictObject({ notice: Uuid });

export const listNotices = endpoint({
  method: 'GET',
  path: '/api/my/inbox',
  who: 'person',
  summary: 'What automations had to say to the person, the newest first.',
  answers: { 200: z.object({ notices: z.array(Notice).max(200), unread: Count }) },
});

export const countNotices = endpoint({
  method: 'GET',
  path: '/api/my/inbox/count',
  who: 'person',
  summary: 'How many notices are unread; nothing is opened for it.',
  answers: { 200: z.object({ unread: Count }) },
});

export const markNotice = endpoint({
  method: 'PATCH',
  path: '/api/my/inbox/:notice',
  who: 'person',
  summary: 'Says that a notice has been read, or has not; takes back one that was thrown away less than a minute ago.',
  params: One,
  body: z.strictObject({ read: z.boolean() }),
  answers: { 204: null },
});

export const readAllNotices = endpoint({
  method: 'POST',
  path: '/api/my/inbox/reading',
  who: 'person',
  summary: 'Says that all notices have been read.',
  answers: { 204: null },
});

export const throwNotice = endpoint({
  method: 'DELETE',
  path: '/api/my/inbox/:notice',
  who: 'person',
  summary: 'Throws a notice away; it is gone for good after a minute.',
  params: One,
  answers: { 204: null },
});
