/** Recipients that are told what persons asked for: how far each is, and the letters that somebody has to write. */
import { z } from 'zod';
import { endpoint, STAFF } from './endpoint.ts';
import { Count, Instant, Label, Name, Named, Sentence, Uuid } from './words.ts';

/** One recipient that is told of one request. Says nothing of whose it was. */
export const Telling = z.object({
  id: Uuid,
  region: Named,
  recipient: Named,
  /** The right that was exercised. */
  right: Label,
  /** Fields that it is about, by name. */
  fields: z.array(Label).max(200),
  way: z.enum(['opendsr', 'letter']),
  state: z.enum(['noted', 'told', 'answered', 'declined']),
  madeAt: Instant,
  toldAt: Instant.optional(),
  /** By when they said that it will be done. */
  expectedAt: Instant.optional(),
  /** Longer ago than it may take. */
  late: z.boolean(),
  tries: Count,
  /** Code of what went wrong last. */
  trouble: z.string().max(80).optional(),
  /** Whether a letter can go by mail at one press. */
  mailable: z.boolean(),
});
export type Telling = z.infer<typeof Telling>;

export const listTellings = endpoint({
  method: 'GET',
  path: '/api/console/tellings',
  who: 'operator',
  staff: STAFF.all,
  summary: 'Recipients that have not answered yet, the oldest first.',
  answers: { 200: z.object({ tellings: z.array(Telling).max(500) }) },
});

const params = z.strictObject({ region: Name, id: Uuid });

export const openTellingLetter = endpoint({
  method: 'POST',
  path: '/api/console/tellings/:region/:id/letter',
  who: 'operator',
  staff: STAFF.work,
  summary: 'The letter to a recipient, with that by which it knows the person; opening it is on record.',
  params,
  answers: { 200: z.object({ to: Label.optional(), subject: Label, text: Sentence }) },
});

export const moveTelling = endpoint({
  method: 'POST',
  path: '/api/console/tellings/:region/:id/progress',
  who: 'operator',
  staff: STAFF.work,
  summary: 'Sends the letter by mail, or notes that it was sent, or what the recipient answered.',
  params,
  body: z.strictObject({ act: z.enum(['send', 'sent', 'answered', 'declined']) }),
  answers: { 200: z.object({ telling: Telling }) },
});
