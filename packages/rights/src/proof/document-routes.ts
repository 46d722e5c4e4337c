/** Giving documents to a request, and opening them where it is decided. */
import { giveDocument, giveOutsideDocument, listDocuments, listOutsideDocuments, openDocument } from '@kept/api';
import { NothingHeld, type Route, routesOf } from '@kept/kit';
import type { RightsContext } from '../context.ts';
import { waitsFor } from '../deciding.ts';
import { NothingToDecide } from '../errors.ts';
import { byLink } from '../outside/by-link.ts';
import { foundQueued } from '../queue-view.ts';
import { DOCUMENT, documentList, documentsOf, giveDocument as keep } from './documents.ts';

const route = routesOf<RightsContext>();

export const documentRoutes: readonly Route<RightsContext>[] = [
  route(listDocuments, async ({ person, params }, context) => {
    const request = await context.requests(person.region).get(person.id, params.id);
    return { status: 200, body: await documentList(context.documents(person.region), request) };
  }),
  route(giveDocument, async ({ person, params, body }, context) => {
    const request = await context.requests(person.region).get(person.id, params.id);
    const documents = context.documents(person.region);
    await keep(documents, request, body.data);
    return { status: 201, body: await documentList(documents, request) };
  }),
  route(listOutsideDocuments, async ({ params }, context) => {
    const { region, request } = await byLink(context, params.token);
    return { status: 200, body: await documentList(context.documents(region.id), request) };
  }),
  route(giveOutsideDocument, async ({ params, body }, context) => {
    const { region, request } = await byLink(context, params.token);
    const documents = context.documents(region.id);
    await keep(documents, request, body.data);
    return { status: 201, body: await documentList(documents, request) };
  }),
  route(openDocument, async ({ params, operator }, context) => {
    const { region, request } = await foundQueued(context, params);
    if (waitsFor(request) === null) throw new NothingToDecide();
    const documents = context.documents(region.id);
    const given = (await documentsOf(documents, request)).find(({ id }) => id === params.document);
    if (!documents || !given) throw new NothingHeld();
    const by = { role: 'operator', id: operator.id } as const;
    const value = (await documents.read(by, request.owner, given.id, 'requests', [DOCUMENT]))[DOCUMENT];
    if (value === undefined) throw new NothingHeld();
    return { status: 200, body: { type: given.type, data: value.slice(value.indexOf(',') + 1) } };
  }),
];
