/** Deciding about requests, from the console. Every route is the staff's, and says of the person nothing but what is asked. */
import { agreeQueued, decideQueued, extendQueued, listQueue, openLetter, readQueued } from '@kept/api';
import { NothingHeld, type Route, routesOf } from '@kept/kit';
import type { Right } from '@kept/policy';
import { dropAnswer, keepAnswer } from './answer/answer.ts';
import { mayGrant } from './behalf/behalf.ts';
import { LETTER, type RightsContext, type RightsRegion } from './context.ts';
import { needsTwo, waitsFor } from './deciding.ts';
import { NotAGround, NothingToDecide, SamePerson } from './errors.ts';
import { clauseOf, grantBehind } from './granted.ts';
import { groundsOf } from './grounds.ts';
import type { Decision, KeptRequest } from './kept-request.ts';
import { isRequested, KINDS } from './kinds.ts';
import { detail, extension, figuresOf, foundQueued, queued } from './queue-view.ts';

const route = routesOf<RightsContext>();
/** As many as one page shows; counts look further back. */
const SHOWN = 500;
const COUNTED = 10_000;

export const queueRoutes: readonly Route<RightsContext>[] = [
  route(listQueue, async ({ query, operator, caller: { lang } }, context) => {
    const all = await Promise.all(
      context.regions.map(async (id) => {
        const [running, ended] = await Promise.all([
          context.requests(id).running(COUNTED),
          context.requests(id).ended(COUNTED),
        ]);
        return { region: context.at(id), running, ended };
      }),
    );
    const now = all[0]?.region.clock.now() ?? 0;
    const shown = all
      .flatMap(({ region, running, ended }) => (query.ended ? ended : running).map((request) => ({ region, request })))
      .toSorted((a, b) =>
        query.ended ? (b.request.doneAt ?? 0) - (a.request.doneAt ?? 0) : a.request.dueAt - b.request.dueAt,
      )
      .slice(0, SHOWN);
    const both = (of: 'running' | 'ended') => all.flatMap((each) => each[of]);
    return {
      status: 200,
      body: {
        requests: shown.map(({ region, request }) => queued(context, region, request, operator.id, lang)),
        figures: figuresOf(both('running'), both('ended'), now),
      },
    };
  }),
  route(readQueued, async ({ params, operator, caller: { lang } }, context) => {
    const { region, request } = await foundQueued(context, params);
    return { status: 200, body: { request: await detail(context, region, request, operator.id, lang) } };
  }),
  route(decideQueued, async ({ params, body, operator, caller: { lang } }, context) => {
    const { region, request } = await foundQueued(context, params);
    if (waitsFor(request) !== 'decision') throw new NothingToDecide();
    const right = isRequested(request.kind) ? await grantBehind(region, request) : undefined;
    if (body.outcome === 'granted') await mayGrant(context, region, request);
    const decision = decisionOf(region, request, right, body, operator.id);
    const requests = context.requests(region.id);
    const letters = context.letters(region.id);
    if (body.answer) await keepAnswer(region, letters, request, operator.id, body.answer);
    if (!(await requests.decide(request.owner, request.id, decision))) {
      // What somebody else decided may have an answer of its own.
      if (body.answer && !(await requests.byId(request.id)).decision?.answered) await dropAnswer(letters, request);
      throw new NothingToDecide();
    }
    if (!needsTwo(request, decision)) await context.workflows.wake(request.id, `decided-${operator.id}`);
    const after = await requests.byId(request.id);
    return { status: 200, body: { request: await detail(context, region, after, operator.id, lang) } };
  }),
  route(agreeQueued, async ({ params, body, operator, caller: { lang } }, context) => {
    const { region, request } = await foundQueued(context, params);
    if (waitsFor(request) !== 'second') throw new NothingToDecide();
    if (request.decision?.by === operator.id) throw new SamePerson();
    const requests = context.requests(region.id);
    if (!(await requests.second(request.owner, request.id, operator.id, body.agrees))) throw new NothingToDecide();
    if (!body.agrees) await dropAnswer(context.letters(region.id), request);
    await context.workflows.wake(request.id, `${body.agrees ? 'agreed' : 'sent-back'}-${operator.id}`);
    const after = await requests.byId(request.id);
    return { status: 200, body: { request: await detail(context, region, after, operator.id, lang) } };
  }),
  route(extendQueued, async ({ params, operator, caller: { lang } }, context) => {
    const { region, request } = await foundQueued(context, params);
    if (request.state !== 'running') throw new NothingToDecide();
    const { jurisdiction } = await region.subjects.subject(request.owner);
    const due = extension(region, request, jurisdiction, await grantBehind(region, request));
    const requests = context.requests(region.id);
    if (!due || !(await requests.extend(request.owner, request.id, due))) throw new NothingToDecide();
    // The notice: an entry in the person's activity, and the new date on their page, from now on.
    const { kind: right, id } = request;
    await region.gate.record(request.owner, 'right', { right, request: id, stage: 'extended', by: operator.id });
    await context.workflows.wake(request.id, 'extended');
    const after = await requests.byId(request.id);
    return { status: 200, body: { request: await detail(context, region, after, operator.id, lang) } };
  }),
  route(openLetter, async ({ params, operator }, context) => {
    const { region, request } = await foundQueued(context, params);
    if (request.state !== 'running') throw new NothingToDecide();
    const by = { role: 'operator', id: operator.id } as const;
    const values = await context.letters(region.id)?.read(by, request.owner, request.id, 'requests', [LETTER]);
    const text = values?.[LETTER];
    if (text === undefined) throw new NothingHeld();
    return { status: 200, body: { text } };
  }),
];

/** Throws RIGHTS_NOT_A_GROUND where a refusal names no ground of the policy, or an answer no clause of it. */
function decisionOf(
  region: RightsRegion,
  request: KeptRequest,
  right: Right | undefined,
  {
    outcome,
    ground,
    clauses = [],
    answer,
  }: {
    outcome: Decision['outcome'];
    ground?: number | undefined;
    clauses?: string[] | undefined;
    answer?: string | undefined;
  },
  by: string,
): Decision {
  const { program, clock } = region;
  const { kind, about } = request;
  if (!isRequested(kind)) throw new NothingToDecide();
  const label = outcome === 'refused' ? groundsOf(right, request)[ground ?? -1] : undefined;
  if (outcome === 'refused' && label === undefined) throw new NotAGround('/ground');
  if (clauses.some((id) => !Object.hasOwn(program.manifest.clauses, id))) throw new NotAGround('/clauses');
  if (outcome === 'granted' && KINDS[kind].decides === 'human' && !about.behalf && clauses.length === 0 && !answer)
    throw new NotAGround('/clauses');
  return {
    ...{ outcome, by, at: clock.now() },
    ...(label && { ground: { label, clause: right?.clause ?? clauseOf(region, request) } }),
    ...(outcome === 'granted' && clauses.length > 0 && { clauses }),
    ...(answer && { answered: true as const }),
  };
}
