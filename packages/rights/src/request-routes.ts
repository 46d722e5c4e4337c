/** Asking for a right, and following it. */
import { cancelRequest, listRequests, makeRequest, previewRequest, readCertificate, readRequest } from '@kept/api';
import { type Route, routesOf } from '@kept/kit';
import { LANGUAGES } from '@kept/policy';
import type { RightsContext } from './context.ts';
import { Blocked, NotConfirmed, NotHere, RequestUnknown } from './errors.ts';
import { availableRights, closurePreview, requestView } from './request-view.ts';
import { dueAt, regionOfCode } from './requests.ts';
import { say, WORDS } from './words.ts';

const route = routesOf<RightsContext>();

export const requestRoutes: readonly Route<RightsContext>[] = [
  route(listRequests, async ({ person, caller: { lang } }, context) => {
    const region = context.at(person.region);
    const requests = await context.requests(region.id).of(person.id);
    return {
      status: 200,
      body: {
        requests: requests.map((each) => requestView(context, region, each, lang)),
        rights: availableRights(region, lang),
      },
    };
  }),
  route(previewRequest, async ({ person, query, caller }, context) => {
    if (query.right !== 'closure') throw new NotHere();
    return { status: 200, body: await closurePreview(context, context.at(person.region), person.id, caller.lang) };
  }),
  route(readRequest, async ({ person, params, caller }, context) => {
    const region = context.at(person.region);
    const request = await context.requests(region.id).get(person.id, params.id);
    return { status: 200, body: { request: requestView(context, region, request, caller.lang) } };
  }),
  route(makeRequest, async ({ person, body, caller }, context) => {
    if (body.right !== 'closure') throw new NotHere();
    const region = context.at(person.region);
    // In any of the languages: a person may have switched between reading and typing.
    const words = LANGUAGES.map((lang) => say(WORDS.closureWord, lang));
    if (!words.includes(body.confirm?.trim() ?? '')) throw new NotConfirmed(say(WORDS.closureWord, caller.lang));
    const { blocked } = await closurePreview(context, region, person.id, caller.lang);
    if (blocked[0]) throw new Blocked(blocked[0].clause, blocked[0].reason);
    const due = dueAt(region.program, 'closure', region.clock.now());
    const request = await context.requests(region.id).make(person.id, 'closure', due, region.ledger.size, caller.lang);
    await context.closure.begin(region.id, person.id, request.id);
    return { status: 202, body: { request: requestView(context, region, request, caller.lang) } };
  }),
  route(cancelRequest, async ({ person, params }, context) => {
    // A closure begins at once: what is asked for is never in a state in which it could be stopped.
    await context.requests(person.region).get(person.id, params.id);
    throw new NotHere();
  }),
  route(readCertificate, async ({ params, caller }, context) => {
    const id = regionOfCode(params.code);
    if (!context.regions.includes(id)) throw new RequestUnknown();
    const found = await context.requests(id).byCode(params.code);
    if ('certificate' in found) return { status: 200, body: { ready: true as const, certificate: found.certificate } };
    return {
      status: 200,
      body: { ready: false as const, request: requestView(context, context.at(id), found.request, caller.lang) },
    };
  }),
];
