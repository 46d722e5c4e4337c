/** Documents that prove who asks: taken by their bytes, sealed under the person and the request, gone once it is decided. */
import type { DocumentList, DocumentType, GivenDocument } from '@kept/api';
import type { Repository } from '@kept/kit';
import { DocumentsFull, DocumentUnreadable, NoDocuments } from '../errors.ts';
import type { KeptRequest } from '../kept-request.ts';

/** The field of the policy that holds one. */
export const DOCUMENT = 'request-identity-document';

/** Where they are. `plain` of each row names the request, the type and the size. */
export type Documents = Pick<Repository<typeof DOCUMENT>, 'collect' | 'read' | 'rows' | 'remove'>;

/** Of one request. */
const MOST = 3;

/** Whether a request is decided by what documents prove. */
export const wantsDocuments = ({ kind, proof, about }: Pick<KeptRequest, 'kind' | 'proof' | 'about'>): boolean =>
  proof === 'documents' || kind === 'deceased' || about.behalf !== undefined;

const isOpen = (request: KeptRequest): boolean =>
  request.state === 'running' && request.decision === null && wantsDocuments(request);

/** Without opening anything. */
export async function documentsOf(documents: Documents | null, request: KeptRequest): Promise<GivenDocument[]> {
  const rows = (await documents?.rows(request.owner)) ?? [];
  return rows
    .filter(({ plain }) => plain['request'] === request.id)
    .map(({ id, plain }) => ({ id, type: plain['type'] as DocumentType, bytes: Number(plain['bytes']) }));
}

export const documentList = async (documents: Documents | null, request: KeptRequest): Promise<DocumentList> => ({
  ...{ wanted: documents !== null && isOpen(request), most: MOST },
  documents: await documentsOf(documents, request),
});

/**
 * Keeps one, or nothing of it. Throws RIGHTS_NO_DOCUMENTS where none is asked for, RIGHTS_DOCUMENTS_FULL,
 * RIGHTS_DOCUMENT_UNREADABLE.
 */
export async function giveDocument(documents: Documents | null, request: KeptRequest, data: string): Promise<void> {
  if (!documents || !isOpen(request)) throw new NoDocuments();
  if ((await documentsOf(documents, request)).length >= MOST) throw new DocumentsFull(MOST);
  const bytes = Buffer.from(data, 'base64');
  const type = typeOf(bytes);
  if (type === null) throw new DocumentUnreadable();
  const value = { [DOCUMENT]: `data:${type};base64,${data}` };
  const plain = { request: request.id, type, bytes: bytes.length };
  await documents.collect({ role: 'person' }, request.owner, value, undefined, plain);
}

/** Removes those of a request; answers how many there were. */
export async function removeDocuments(documents: Documents | null, request: KeptRequest): Promise<void> {
  for (const { id } of await documentsOf(documents, request)) await documents!.remove(request.owner, id);
}

/** By the first bytes, never by a name; null for what it may not be. */
function typeOf(bytes: Buffer): DocumentType | null {
  const begins = (text: string, at = 0): boolean => bytes.subarray(at, at + text.length).toString('latin1') === text;
  if (begins('%PDF-')) return 'application/pdf';
  if (begins('\xff\xd8\xff')) return 'image/jpeg';
  if (begins('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (begins('RIFF') && begins('WEBP', 8)) return 'image/webp';
  return null;
}
