/** Proof by documents, where a contact or a session is too little: sealed, for whoever decides, gone afterwards. */
import { z } from 'zod';
import { endpoint, STAFF } from './endpoint.ts';
import { StatusToken } from './outside.ts';
import { Count, Name, Uuid } from './words.ts';

/** Base64 of at most two MiB. */
const Data = z.base64().min(8).max(2_796_204);
const BYTES = 2_900_000;

/** What a document is, told by its first bytes. */
export const DocumentType = z.enum(['application/pdf', 'image/jpeg', 'image/png', 'image/webp']);
export type DocumentType = z.infer<typeof DocumentType>;

export const GivenDocument = z.object({ id: Uuid, type: DocumentType, bytes: Count });
export type GivenDocument = z.infer<typeof GivenDocument>;

/** `wanted`: the request waits for documents, or may be given more. */
export const DocumentList = z.object({ wanted: z.boolean(), most: Count, documents: z.array(GivenDocument).max(20) });
export type DocumentList = z.infer<typeof DocumentList>;

const own = z.strictObject({ id: Uuid });
const byLink = z.strictObject({ token: StatusToken });
const body = z.strictObject({ data: Data });

export const listDocuments = endpoint({
  method: 'GET',
  path: '/api/my/requests/:id/documents',
  who: 'person',
  summary: 'Documents given to a request of the person, without opening them.',
  params: own,
  answers: { 200: DocumentList },
});

export const giveDocument = endpoint({
  method: 'POST',
  path: '/api/my/requests/:id/documents',
  who: 'person',
  bytes: BYTES,
  summary: 'Gives a document to a request that asks for proof: PDF, JPEG, PNG or WebP, two MiB at most.',
  params: own,
  body,
  answers: { 201: DocumentList },
});

export const listOutsideDocuments = endpoint({
  method: 'GET',
  path: '/api/outside/status/:token/documents',
  who: 'anyone',
  summary: 'Documents given to a request from outside, by its link.',
  params: byLink,
  answers: { 200: DocumentList },
});

export const giveOutsideDocument = endpoint({
  method: 'POST',
  path: '/api/outside/status/:token/documents',
  who: 'anyone',
  bytes: BYTES,
  summary: 'Gives a document to a request from outside, by its link.',
  params: byLink,
  body,
  answers: { 201: DocumentList },
});

export const openDocument = endpoint({
  method: 'POST',
  path: '/api/console/requests/:region/:id/documents/:document',
  who: 'operator',
  staff: STAFF.work,
  summary: 'Opens a document for whoever decides; the opening is an entry in the person’s activity.',
  params: z.strictObject({ region: Name, id: Uuid, document: Uuid }),
  answers: { 200: z.object({ type: DocumentType, data: Data }) },
});
