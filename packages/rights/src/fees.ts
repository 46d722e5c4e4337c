/** The fee that a policy lets be charged for the same over and over: asked for, told, accepted, declined or waived. */
import { answerFee, askFee, waiveFee } from '@kept/api';
import { KeptError, uuidv7 } from '@kept/base';
import { type Route, routesOf } from '@kept/kit';
import type { Lang } from '@kept/policy';
import { feeDue } from '@kept/recipients';
import type { RightsContext, RightsRegion } from './context.ts';
import { OFTEN, repeats, waitsFor } from './deciding.ts';
import { NoFee, NothingToDecide } from './errors.ts';
import { sumOf } from './fee-view.ts';
import { clauseOf, grantBehind } from './granted.ts';
import type { KeptRequest } from './kept-request.ts';
import { isRequested, KINDS } from './kinds.ts';
import { detail, foundQueued } from './queue-view.ts';
import { requestView, titleOf } from './request-view.ts';

const route = routesOf<RightsContext>();

export const feeRoutes: readonly Route<RightsContext>[] = [
  route(askFee, async ({ params, body, operator, caller: { lang } }, context) => {
    const { region, request } = await foundQueued(context, params);
    if (waitsFor(request) !== 'decision') throw new NothingToDecide();
    const requests = context.requests(region.id);
    if (!(await mayCharge(context, region, request))) throw new NoFee(clauseOf(region, request));
    const { owner, id, kind: right } = request;
    const fee = { ...body, by: operator.id, at: region.clock.now() };
    if (!(await requests.fees.ask(owner, id, fee))) throw new NothingToDecide();
    await region.gate.record(owner, 'right', { right, request: id, stage: 'fee-due', by: operator.id });
    const message = (to: Lang) => feeDue(to, titleOf(region, request, to), sumOf(fee, to));
    const writing = { id: uuidv7(region.clock), by: ['phone', 'email'] as const, message };
    // That a provider is down does not undo it: it stands on their page besides.
    await region.identity.write(owner, writing).catch(unlessOurs);
    return {
      status: 200,
      body: { request: await detail(context, region, await requests.byId(id), operator.id, lang) },
    };
  }),
  route(waiveFee, async ({ params, operator, caller: { lang } }, context) => {
    const { region, request } = await foundQueued(context, params);
    const requests = context.requests(region.id);
    const { owner, id, kind: right } = request;
    if (!(await requests.fees.answer(owner, id, 'waived'))) throw new NothingToDecide();
    await region.gate.record(owner, 'right', { right, request: id, stage: 'fee-waived', by: operator.id });
    return {
      status: 200,
      body: { request: await detail(context, region, await requests.byId(id), operator.id, lang) },
    };
  }),
  route(answerFee, async ({ person, params, body, caller }, context) => {
    const region = context.at(person.region);
    const requests = context.requests(region.id);
    const { owner, id, kind: right } = await requests.get(person.id, params.id);
    const answer = body.accepts ? 'accepted' : 'declined';
    if (!(await requests.fees.answer(owner, id, answer))) throw new NothingToDecide();
    await region.gate.record(owner, 'right', { right, request: id, stage: `fee-${answer}` });
    await context.workflows.wake(id, `fee-${answer}`);
    const request = requestView(context, region, await requests.get(owner, id), caller.lang);
    return { status: 200, body: { request } };
  }),
];

function unlessOurs(error: unknown): void {
  if (!(error instanceof KeptError) || error.kind === 'bug') throw error;
}

/** As the policy says it, for what may be asked again and again, and was. */
export async function mayCharge(context: RightsContext, region: RightsRegion, request: KeptRequest): Promise<boolean> {
  if (!isRequested(request.kind) || KINDS[request.kind].countable !== true || request.about.behalf) return false;
  const right = await grantBehind(region, request);
  if (right === undefined || right.fee === null) return false;
  return (await repeats(region, context.requests(region.id), request)) >= OFTEN.other.times;
}
