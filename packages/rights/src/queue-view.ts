/** Requests as staff see them: what is due and what is to be decided, neither who asked nor what was written. */
import type { QueuedDetail, QueuedRequest, QueueFigures } from '@kept/api';
import { type Course, deadlinesOf, extend, NotExtendable } from '@kept/deadlines';
import type { Lang, Right } from '@kept/policy';
import type { RightsContext, RightsRegion } from './context.ts';
import { regimesOf } from './deadline.ts';
import { repeats, waitsFor } from './deciding.ts';
import { RequestUnknown } from './errors.ts';
import { feeView } from './fee-view.ts';
import { grantBehind } from './granted.ts';
import { groundsOf, refusedOn } from './grounds.ts';
import { BY_POLICY, type KeptRequest } from './kept-request.ts';
import { isRequested, KINDS } from './kinds.ts';
import { regionNamed } from './names.ts';
import { documentsOf } from './proof/documents.ts';
import { requestView } from './request-view.ts';
import { say, WORDS } from './words.ts';

const DAY_MS = 86_400_000;

/** Throws RIGHTS_NOT_FOUND, also for a region that there is not. */
export async function foundQueued(
  context: RightsContext,
  { region: id, id: request }: { region: string; id: string },
): Promise<{ region: RightsRegion; request: KeptRequest }> {
  if (!context.regions.includes(id)) throw new RequestUnknown();
  return { region: context.at(id), request: await context.requests(id).byId(request) };
}

export function queued(
  context: RightsContext,
  region: RightsRegion,
  request: KeptRequest,
  operator: string,
  lang: Lang,
): QueuedRequest {
  const view = requestView(context, region, request, lang);
  const { decision } = request;
  return {
    ...{ id: view.id, number: view.number, right: view.right, title: view.title, clause: view.clause },
    ...{ state: view.state, madeAt: view.madeAt, due: view.due, reminded: request.reminded },
    region: regionNamed(region.program, region.id, lang),
    ...(view.doneAt !== undefined && { doneAt: view.doneAt }),
    waits: waitsFor(request),
    ...(view.reason && { reason: view.reason }),
    ...(view.young && { young: view.young }),
    ...(decision && {
      decision: {
        outcome: decision.outcome,
        byPolicy: decision.by === BY_POLICY,
        mine: decision.by === operator || decision.second === operator,
      },
    }),
  };
}

export async function detail(
  context: RightsContext,
  region: RightsRegion,
  request: KeptRequest,
  operator: string,
  lang: Lang,
): Promise<QueuedDetail> {
  const { program } = region;
  const base = {
    ...queued(context, region, request, operator, lang),
    steps: requestView(context, region, request, lang).steps,
    chosen: { clauses: [...(request.decision?.clauses ?? [])] },
    answered: request.decision?.answered === true,
    ...(request.fee && { asked: feeView(region, request, lang) }),
  };
  // Of somebody who is gone there is nothing left to decide.
  if (request.state !== 'running' || !isRequested(request.kind))
    return {
      ...base,
      ...{ duties: [], conditions: [], grounds: [], clauses: [] },
      ...{ repeats: 0, chargeable: false, letter: false, documents: [], extendable: false },
    };
  const { jurisdiction } = await region.subjects.subject(request.owner);
  const right = await grantBehind(region, request);
  const grounds = groundsOf(right, request).map((label) => label[lang]);
  const { behalf } = request.about;
  const rows = (await context.letters(region.id)?.rows(request.owner)) ?? [];
  const chosen = refusedOn(region, request)?.label[lang];
  const where = program.manifest.jurisdictions[jurisdiction];
  return {
    ...base,
    jurisdiction: { id: jurisdiction, label: where?.label[lang] ?? jurisdiction },
    duties: dutiesOf(region, request, jurisdiction, right, lang),
    conditions: [...(right?.conditions ?? []), ...Object.values(right?.grounds ?? {}).map(({ label }) => label)].map(
      (text) => text[lang],
    ),
    ...(right?.fee && { fee: right.fee[lang] }),
    grounds,
    clauses: KINDS[request.kind].decides === 'human' && !behalf ? clausesOf(region, lang) : [],
    ...(behalf && {
      behalf: { as: behalf.as, wants: behalf.wants, held: behalf.of !== null, wished: behalf.wished },
    }),
    chosen: { ...base.chosen, ...(chosen !== undefined && { ground: chosen }) },
    repeats: await repeats(region, context.requests(region.id), request),
    chargeable: right?.fee != null && KINDS[request.kind].countable === true && !behalf && !request.fee,
    documents: await documentsOf(context.documents(region.id), request),
    letter: rows.some(({ id }) => id === request.id),
    extendable: extension(region, request, jurisdiction, right) !== null,
  };
}

const courseOf = ({ madeAt }: KeptRequest): Course => ({ receivedAt: madeAt, verifiedAt: madeAt });

function dutiesOf(
  region: RightsRegion,
  request: KeptRequest,
  jurisdiction: string,
  right: Right | undefined,
  lang: Lang,
): QueuedDetail['duties'] {
  if (!isRequested(request.kind)) return [];
  const { rules, place } = regimesOf(region.program, request.kind, jurisdiction, right);
  const { duties } = deadlinesOf(rules, place, courseOf(request));
  return duties.map(({ kind, by, rules: ids }) => ({
    ...{ kind, at: kind === 'answer' ? request.dueAt : by.at },
    label: say(WORDS.duties[kind], lang),
    rules: ids.map((id) => (id === 'policy' ? say(WORDS.ruleOfPolicy, lang) : id.replace(/^[a-z-]+:(law-)?/, ''))),
  }));
}

/** Where the deadline would be after an extension now; null where none is allowed, or one was given. */
export function extension(region: RightsRegion, request: KeptRequest, jurisdiction: string, right: Right | undefined) {
  if (request.wasAt !== null || request.state !== 'running' || !isRequested(request.kind)) return null;
  const { rules, place } = regimesOf(region.program, request.kind, jurisdiction, right);
  try {
    return extend(rules, place, courseOf(request), region.clock.now()).answer;
  } catch (error) {
    if (error instanceof NotExtendable) return null;
    throw error;
  }
}

const clausesOf = ({ program: { manifest } }: RightsRegion, lang: Lang): QueuedDetail['clauses'] =>
  Object.entries(manifest.clauses)
    .map(([id, clause]) => ({ id, title: clause.title[lang] }))
    .slice(0, 1_000);

export function figuresOf(running: readonly KeptRequest[], ended: readonly KeptRequest[], now: number): QueueFigures {
  // An age that was found later was asked for by nobody.
  const year = [...running, ...ended].filter(({ kind, madeAt }) => kind !== 'age' && madeAt >= now - 365 * DAY_MS);
  const answered = year.filter(({ state, doneAt }) => doneAt !== null && (state === 'done' || state === 'refused'));
  const days = answered.map(({ madeAt, doneAt }) => (doneAt! - madeAt) / DAY_MS).toSorted((a, b) => a - b);
  const middle = (at: number): number => days[Math.min(days.length - 1, Math.max(0, at))]!;
  return {
    open: running.length,
    waiting: running.filter((each) => waitsFor(each) !== null).length,
    overdue: running.filter(({ dueAt }) => dueAt < now).length,
    received: year.length,
    done: answered.filter(({ state }) => state === 'done').length,
    refused: answered.filter(({ state }) => state === 'refused').length,
    ...(days.length > 0 && {
      medianDays: (middle(Math.floor((days.length - 1) / 2)) + middle(Math.floor(days.length / 2))) / 2,
      meanDays: days.reduce((sum, each) => sum + each, 0) / days.length,
    }),
  };
}
