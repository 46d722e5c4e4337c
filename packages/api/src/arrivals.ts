/** A package that goes straight from one controller to another, sealed to a key of the person's own. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Count, EntryIndex, Instant, Label, Language, Named, Sha256 } from './words.ts';

/** Bytes of one piece, at most. */
export const ARRIVAL_PIECE = 1024 * 1024;
/** Bytes of a whole package, at most. */
export const ARRIVAL_MOST = 256 * ARRIVAL_PIECE;

const Token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const params = z.strictObject({ token: Token });

/** Where a package is taken in, and the age recipient that it is sealed to: what the person hands to the other controller. */
export const ArrivalAddress = z
  .string()
  .max(500)
  .regex(/^https?:\/\/[^\s/?#@]+\/api\/arrivals\/[A-Za-z0-9_-]{43}#age1[02-9ac-hj-np-z]{58}$/);

export const openArrival = endpoint({
  method: 'POST',
  path: '/api/my/arrivals',
  who: 'person',
  summary: 'An address at which another controller hands over a sealed package, once, within the hour.',
  answers: { 201: z.object({ path: z.string().max(200), expiresAt: Instant }) },
});

export const sendArrival = endpoint({
  method: 'PATCH',
  path: '/api/arrivals/:token',
  who: 'anyone',
  summary:
    'The next piece of a sealed package for whoever opened the address; the last one is answered with its checksum.',
  takes: 'application/octet-stream',
  bytes: ARRIVAL_PIECE,
  params,
  query: z.strictObject({
    offset: z.coerce.number().int().min(0).max(ARRIVAL_MOST),
    /** `1`: nothing comes after it. */
    end: z.enum(['0', '1']),
  }),
  answers: { 200: z.object({ bytes: Count, sha256: Sha256.nullable() }) },
});

export const readArrival = endpoint({
  method: 'GET',
  path: '/api/my/arrivals/:token',
  who: 'person',
  summary: 'How much of it has come.',
  params,
  answers: { 200: z.object({ bytes: Count, whole: z.boolean() }) },
});

export const downloadArrival = endpoint({
  method: 'GET',
  path: '/api/my/arrivals/:token/package',
  who: 'person',
  summary:
    'What has come, sealed as it came: it is opened in the browser, and taken in by `importRows` after the person’s yes.',
  params,
  answers: { 200: null },
  produces: 'application/octet-stream',
});

export const dropArrival = endpoint({
  method: 'DELETE',
  path: '/api/my/arrivals/:token',
  who: 'person',
  summary: 'Ends the address; nothing that came stays.',
  params,
  answers: { 204: null },
});

export const listReceivers = endpoint({
  method: 'GET',
  path: '/api/my/receivers',
  who: 'person',
  summary: 'Controllers to whom a package may be sent straight on.',
  answers: { 200: z.object({ receivers: z.array(Named).max(100) }) },
});

export const sendPackageOn = endpoint({
  method: 'POST',
  path: '/api/my/transfers',
  who: 'person',
  fresh: true,
  summary:
    'Sends everything held straight to another controller, sealed to the key in the address; answers its receipt.',
  body: z.strictObject({ to: ArrivalAddress, lang: Language.optional() }),
  answers: { 201: z.object({ receiver: Label, bytes: Count, sha256: Sha256, index: EntryIndex }) },
});
