/** Reading what was answered in words: whoever asked, by session or link, and the second who has to agree. */
import { openOutsideAnswer, openOwnAnswer, openProposedAnswer } from '@kept/api';
import { type Route, routesOf } from '@kept/kit';
import type { RightsContext } from '../context.ts';
import { NoAnswer, NothingToDecide } from '../errors.ts';
import { byLink } from '../outside/by-link.ts';
import { foundQueued } from '../queue-view.ts';
import { isAnswered, openAnswer } from './answer.ts';

const route = routesOf<RightsContext>();

export const answerRoutes: readonly Route<RightsContext>[] = [
  route(openOwnAnswer, async ({ person, params }, context) => {
    const request = await context.requests(person.region).get(person.id, params.id);
    if (!isAnswered(request)) throw new NoAnswer();
    const text = await openAnswer(context.letters(person.region), request, { role: 'person' });
    return { status: 200, body: { text } };
  }),
  route(openOutsideAnswer, async ({ params }, context) => {
    const { region, request } = await byLink(context, params.token);
    if (!isAnswered(request)) throw new NoAnswer();
    return { status: 200, body: { text: await openAnswer(context.letters(region.id), request, { role: 'person' }) } };
  }),
  route(openProposedAnswer, async ({ params, operator }, context) => {
    const { region, request } = await foundQueued(context, params);
    if (request.state !== 'running') throw new NothingToDecide();
    const by = { role: 'operator', id: operator.id } as const;
    return { status: 200, body: { text: await openAnswer(context.letters(region.id), request, by) } };
  }),
];
