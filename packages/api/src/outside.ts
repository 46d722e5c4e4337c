/** Requests of people who have no account, or cannot get into theirs: a contact is proven by a code, and nothing before. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { PackageSeal } from './my-data.ts';
import { BehalfWants, RightId, RightRequest } from './requests.ts';
import { ClauseId, Country, Instant, Label, Language, Name, Named, Sentence, Uuid } from './words.ts';

/** A right that can be asked for without signing in. */
export const OutsideRight = z.object({
  id: RightId,
  label: Label,
  how: Sentence,
  deadline: Label,
  clause: ClauseId,
  /** Somebody reads what is written along with it. */
  note: z.boolean(),
  /** For whom it can be asked besides, or instead: one who died, a child. */
  behalf: z.enum(['relative', 'guardian']).optional(),
  /** Of a correction: what can be corrected for a child. */
  fields: z.array(Named).max(60).optional(),
  /** To be typed exactly, where it cannot be taken back. */
  confirm: z.string().max(80).optional(),
});
export type OutsideRight = z.infer<typeof OutsideRight>;

/** Shown to the person whose confirmation is asked for, so it is a name and nothing else: no address, no link. */
export const AgentName = z
  .string()
  .trim()
  .min(2)
  .max(80)
  .regex(/^[\p{L}\p{M}\p{N} .,'’()&·・-]+$/u)
  .refine((name) => !/\.\p{L}{2,}/u.test(name));

const OutsideContact = z.strictObject({ kind: z.enum(['phone', 'email']), value: z.string().min(3).max(254) });

export const OutsideAsk = z.strictObject({
  right: RightId,
  contact: OutsideContact,
  /** For a dead relative (`relatives`), or for one's child: by which contact they are known here. `contact` is the asker's. */
  behalf: z
    .strictObject({
      ...{ contact: OutsideContact, wants: BehalfWants },
      /** Of a correction: what is corrected, one of `fields` of the right. What it is to be is the note. */
      field: Name.optional(),
    })
    .optional(),
  residence: Country,
  confirm: z.string().max(80).optional(),
  note: z.string().max(2_000).optional(),
  /** Of whoever asks in somebody's name; the contact is that of the person, who confirms. */
  agent: z.strictObject({ name: AgentName }).optional(),
});

/** A code is on its way, whether or not anything is held under the contact. */
export const OutsideProof = z.object({
  proof: Uuid,
  maskedContact: z.string().max(120),
  codeLength: z.literal(6),
  /** When the code is over. */
  codeUntil: Instant,
  /** When all of it is over. */
  expiresAt: Instant,
  resendAt: Instant,
});
export type OutsideProof = z.infer<typeof OutsideProof>;

export const listOutsideRights = endpoint({
  method: 'GET',
  path: '/api/outside/rights',
  who: 'anyone',
  summary: 'Rights that can be asked for without signing in, for people who live in a country.',
  query: z.strictObject({ residence: Country }),
  answers: { 200: z.object({ rights: z.array(OutsideRight).max(40) }) },
});

export const askOutside = endpoint({
  method: 'POST',
  path: '/api/outside/requests',
  who: 'anyone',
  summary: 'Asks for a right by a contact; a code goes to it. The answer is the same whether or not anything is held.',
  body: OutsideAsk,
  answers: { 202: OutsideProof },
});

const params = z.strictObject({ id: Uuid });

export const readOutside = endpoint({
  method: 'GET',
  path: '/api/outside/requests/:id',
  who: 'anyone',
  summary: 'What waits to be proven: the right, and who asks in the person’s name. Nothing of the person.',
  params,
  answers: {
    200: z.object({
      right: z.object({ id: RightId, label: Label }),
      agent: z.object({ name: z.string().max(80) }).optional(),
      expiresAt: Instant,
    }),
  },
});

export const resendOutside = endpoint({
  method: 'POST',
  path: '/api/outside/requests/:id/code',
  who: 'anyone',
  summary: 'Another code to the same contact.',
  params,
  answers: { 202: OutsideProof },
});

/** What comes of a proven request. Only the holder of the contact learns whether anything is held under it. */
export const OutsideOutcome = z.discriminatedUnion('outcome', [
  /** `link`: where it can be followed until `expiresAt`. */
  z.object({ outcome: z.literal('made'), link: z.string().max(80), expiresAt: Instant, request: RightRequest }),
  z.object({ outcome: z.literal('nothing-held') }),
  z.object({ outcome: z.literal('not-granted'), clause: ClauseId }),
  z.object({ outcome: z.literal('blocked'), reason: Sentence, clause: ClauseId }),
  /** The account asks for a second step, which a code to the contact does not replace. */
  z.object({ outcome: z.literal('sign-in') }),
]);
export type OutsideOutcome = z.infer<typeof OutsideOutcome>;

export const proveOutside = endpoint({
  method: 'POST',
  path: '/api/outside/requests/:id/confirmation',
  who: 'anyone',
  summary: 'Proves the contact by its code, and so makes the request.',
  params,
  body: z.strictObject({ code: z.string().regex(/^\s*\d{6}\s*$/) }),
  answers: { 200: OutsideOutcome },
});

/** Random; made when the contact was proven. */
export const StatusToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const byLink = z.strictObject({ token: StatusToken });

export const readOutsideStatus = endpoint({
  method: 'GET',
  path: '/api/outside/status/:token',
  who: 'anyone',
  summary: 'How far a request from outside is, by its link.',
  params: byLink,
  answers: { 200: z.object({ request: RightRequest, expiresAt: Instant, packaged: z.boolean() }) },
});

export const openOutsideAnswer = endpoint({
  method: 'POST',
  path: '/api/outside/status/:token/answer',
  who: 'anyone',
  summary: 'What was answered in words, by the link.',
  params: byLink,
  answers: { 200: z.object({ text: Sentence }) },
});

export const makeOutsidePackage = endpoint({
  method: 'POST',
  path: '/api/outside/status/:token/packages',
  who: 'anyone',
  summary: 'Of a copy that was granted: a link to it, sealed to a passphrase or an age recipient.',
  params: byLink,
  body: z.strictObject({ seal: PackageSeal, lang: Language.optional() }),
  answers: { 201: z.object({ path: z.string().max(200), expiresAt: Instant }) },
});

export const downloadOutsidePackage = endpoint({
  method: 'GET',
  path: '/api/outside/status/:token/packages/:package',
  who: 'anyone',
  summary: 'The package, as it is fetched.',
  params: byLink.extend({ package: StatusToken }),
  answers: { 200: null },
  produces: 'application/octet-stream',
});
