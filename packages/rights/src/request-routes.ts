/** Asking for a right, and following it. */
import {
  cancelRequest,
  liftRequest,
  listRequests,
  makeRequest,
  previewRequest,
  readCertificate,
  readRequest,
} from '@kept/api';
import { type Route, routesOf } from '@kept/kit';
import { dueOf, typed } from './asking.ts';
import { LETTER, type RightsContext } from './context.ts';
import { Blocked, NoLetters, NotAChoice, RequestUnknown, TooLate } from './errors.ts';
import { isInForce, lift } from './executing.ts';
import { type About, regionOfCode } from './kept-request.ts';
import { KINDS, kindOf, type Requested } from './kinds.ts';
import { availableRights, grantFor, previewOf } from './preview.ts';
import { requestView } from './request-view.ts';

const route = routesOf<RightsContext>();

export const requestRoutes: readonly Route<RightsContext>[] = [
  route(listRequests, async ({ person, caller: { lang } }, context) => {
    const region = context.at(person.region);
    const [requests, subject] = await Promise.all([
      context.requests(region.id).of(person.id),
      region.subjects.subject(person.id),
    ]);
    return {
      status: 200,
      body: {
        requests: requests.slice(0, 500).map((each) => requestView(context, region, each, lang)),
        rights: availableRights(await region.subjects.rights(person.id), subject, lang),
      },
    };
  }),
  route(previewRequest, async ({ person, query, caller }, context) => {
    const region = context.at(person.region);
    return { status: 200, body: await previewOf(context, region, person.id, kindOf(query.right), caller.lang) };
  }),
  route(readRequest, async ({ person, params, caller }, context) => {
    const region = context.at(person.region);
    const request = await context.requests(region.id).get(person.id, params.id);
    return { status: 200, body: { request: requestView(context, region, request, caller.lang) } };
  }),
  route(makeRequest, async ({ person, body, caller }, context) => {
    const region = context.at(person.region);
    const { kind, id: granted, right, jurisdiction } = await grantFor(region, person.id, kindOf(body.right));
    const preview = await previewOf(context, region, person.id, kind, caller.lang);
    typed(kind, body.confirm, caller.lang);
    if (preview.blocked[0]) throw new Blocked(preview.blocked[0].clause, preview.blocked[0].reason);
    const about = {
      ...aboutOf(kind, body.fields ?? [], new Set(preview.choices.map(({ id }) => id))),
      ...(body.ground !== undefined && { ground: body.ground }),
    };
    const ground = preview.grounds?.find(({ id }) => id === body.ground);
    if (body.ground !== undefined && !ground) throw new NotAChoice('/ground');
    const letters = context.letters(region.id);
    const isRead = KINDS[kind].decides === 'human' || ground?.byPolicy === false;
    if (body.note && !(letters && isRead)) throw new NoLetters();
    const due = dueOf(region, kind, jurisdiction, right);
    const request = await context
      .requests(region.id)
      .make(person.id, kind, { due, about, granted, firstEntry: region.ledger.size, language: caller.lang });
    if (body.note) await letters!.collect({ role: 'person' }, person.id, { [LETTER]: body.note }, request.id);
    await context.workflows.begin(region.id, request);
    return { status: 202, body: { request: requestView(context, region, request, caller.lang) } };
  }),
  route(cancelRequest, async ({ person, params, caller }, context) => {
    const region = context.at(person.region);
    const requests = context.requests(region.id);
    const request = await requests.get(person.id, params.id);
    if (!(await requests.cancel(person.id, request.id))) throw new TooLate();
    await context.workflows.wake(request.id, 'cancelled');
    const stopped = await requests.get(person.id, params.id);
    return { status: 200, body: { request: requestView(context, region, stopped, caller.lang) } };
  }),
  route(liftRequest, async ({ person, params, caller }, context) => {
    const region = context.at(person.region);
    const requests = context.requests(region.id);
    const request = await requests.get(person.id, params.id);
    if (!isInForce(request)) throw new TooLate();
    const { kind: right, id } = request;
    await region.gate.record(person.id, 'right', { right, request: id, stage: 'lifted' });
    await lift(region, requests, request);
    const after = await requests.get(person.id, id);
    return { status: 200, body: { request: requestView(context, region, after, caller.lang) } };
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

function aboutOf(kind: Requested, chosen: readonly string[], choices: ReadonlySet<string>): About {
  const { about } = KINDS[kind];
  const named = [...new Set(chosen)].toSorted();
  if (named.length === 0) return {};
  if (about === 'nothing' || named.some((each) => !choices.has(each))) throw new NotAChoice();
  return { [about]: named };
}
