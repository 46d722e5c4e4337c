import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Uuid } from './words.ts';

/** Bytes of one piece, at most. */
export const UPLOAD_PIECE = 1024 * 1024;

/** The secret of an upload. Whoever began it has it, and nobody keeps it for them. */
export const UploadSecret = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const UploadProgress = z.object({
  /** Bytes that are there: where the next piece begins. */
  offset: z.int(),
  /** Of the picture, once all of it is there and was taken. */
  picture: Uuid.nullable(),
});
export type UploadProgress = z.infer<typeof UploadProgress>;

/**
 * Four calls by which pictures come in, piece by piece: begun, sent, asked after, given up. A service declares them under a
 * path of its own, and `uploadRoutes` of the kit serves them.
 */
export const uploadEndpoints = (path: `/api/${string}`) => ({
  begin: endpoint({
    method: 'POST',
    path,
    who: 'person',
    summary: 'Begins to send a picture: JPEG, PNG or WebP.',
    body: z.strictObject({
      name: z.string().min(1).max(200),
      bytes: z.int().min(1).max(1_000_000_000),
    }),
    answers: { 201: z.object({ secret: UploadSecret, piece: z.int() }) },
  }),
  send: endpoint({
    method: 'PATCH',
    path: `${path}/:token`,
    who: 'person',
    summary:
      'Sends the next piece of a picture; the last one is answered with the picture, or says why it was not taken.',
    takes: 'application/octet-stream',
    bytes: UPLOAD_PIECE,
    params: z.strictObject({ token: UploadSecret }),
    query: z.strictObject({ offset: z.coerce.number().int().min(0).max(1_000_000_000) }),
    answers: { 200: UploadProgress },
  }),
  ask: endpoint({
    method: 'GET',
    path: `${path}/:token`,
    who: 'person',
    summary: 'How far an upload is, for going on after an interruption.',
    params: z.strictObject({ token: UploadSecret }),
    answers: { 200: UploadProgress },
  }),
  giveUp: endpoint({
    method: 'DELETE',
    path: `${path}/:token`,
    who: 'person',
    summary: 'Gives an upload up; nothing of it stays.',
    params: z.strictObject({ token: UploadSecret }),
    answers: { 204: null },
  }),
});
