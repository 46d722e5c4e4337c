/** The steps of a request, each harmless when done again, so that a process may die at any moment. */
import { Days, KeptError } from '@kept/base';
import { placeOf, type Reminder, remindersOf } from '@kept/deadlines';
import { carryOutFor, finishFor } from './behalf/behalf.ts';
import { certificateOf, type Sign } from './certificate.ts';
import type { RightsContext, RightsRegion } from './context.ts';
import { decidedByPolicy, waitsFor } from './deciding.ts';
import { eraseElsewhere, goesElsewhere, noteElsewhere, proveElsewhere } from './elsewhere.ts';
import { recordOnce } from './entries.ts';
import { execute } from './executing.ts';
import { rightOf } from './granted.ts';
import type { KeptRequest } from './kept-request.ts';
import { documentsOf, removeDocuments } from './proof/documents.ts';
import type { Requests } from './requests.ts';
import { noteTellings } from './told/noting.ts';

/** What a step is given. */
export interface Step {
  readonly context: Pick<RightsContext, 'services' | 'letters' | 'documents' | 'beside' | 'outward'>;
  readonly region: RightsRegion;
  readonly requests: Requests;
  readonly owner: string;
  readonly request: string;
  readonly sign: Sign;
  /** Where the data of those lies for whom somebody else asks; given wherever such a request may come to be done. */
  readonly across?: Pick<RightsContext, 'at' | 'requests' | 'suppression'>;
}

/** The request as it stands; null once its person is gone, and it with them. */
export async function standing({ requests, owner, request }: Step): Promise<KeptRequest | null> {
  const found = await requests.get(owner, request).catch(unlessNone);
  return found?.state === 'running' ? found : null;
}

/** The person is told, in their activity, that the request has come. */
export async function confirm(step: Step): Promise<void> {
  const request = await standing(step);
  if (!request) return;
  await recordStage(step, request, 'received');
  await step.requests.stepDone(request.owner, request.id, 'confirmed');
}

/** Decides where nobody has to look; answers whether the request can go on. */
export async function decide(step: Step): Promise<'granted' | 'refused' | 'waits' | 'gone'> {
  const found = await standing(step);
  if (!found) return 'gone';
  if (await lapsed(step, found)) return 'gone';
  if (!found.decision) {
    const decision = await decidedByPolicy(step.region, step.requests, found, step.context);
    if (decision) await step.requests.decide(found.owner, found.id, decision);
  }
  const request = await standing(step);
  if (!request) return 'gone';
  if (!request.decision) await step.requests.waits(request.owner, request.id);
  if (!request.decision || waitsFor(request)) return 'waits';
  await recordStage(step, request, 'decided');
  await step.requests.stepDone(request.owner, request.id, 'decided');
  return request.decision!.outcome;
}

/** Papers have at least so long, also for what is promised at once: that is counted from its proof. */
const PAPERS = Days(15);

/** What nobody could prove by documents until it was due is not done; they go with it. */
async function lapsed(
  { region, requests }: Step,
  { owner, id, proof, decision, madeAt, dueAt }: KeptRequest,
): Promise<boolean> {
  if (proof !== 'documents' || decision || region.clock.now() <= Math.max(dueAt, madeAt + PAPERS)) return false;
  return requests.cancel(owner, id);
}

/** The reminders that are still to come, `[instant, kind]`. */
export async function plan(step: Step): Promise<[number, Reminder['kind']][]> {
  const request = await standing(step);
  if (!request) return [];
  const { jurisdiction } = await step.region.subjects.subject(request.owner);
  const place = placeOf(step.region.program.manifest.jurisdictions[jurisdiction]?.residences ?? []);
  const now = step.region.clock.now();
  return remindersOf(request.madeAt, request.dueAt, { ...place, zone: request.dueZone })
    .filter(({ at }) => at > now)
    .map(({ at, kind }) => [at, kind]);
}

export async function carryOut(step: Step): Promise<void> {
  const request = await standing(step);
  if (!request || request.steps.executed !== undefined) return;
  const { behalf } = request.about;
  if (behalf) {
    await carryOutFor(step, request, behalf);
    return step.requests.stepDone(request.owner, request.id, 'executed');
  }
  // Before it is done: afterwards nobody can see any more by what they know the person.
  await noteTellings(step.context, step.region, step.requests.tellings, request);
  if (request.kind === 'erasure') await noteElsewhere(step.context, step.region, request);
  await execute(step.region, step.requests, request);
  await step.requests.stepDone(request.owner, request.id, 'executed');
}

/** In other systems too, by and by: nobody who is to be told waits for one that is down. */
export async function clear(step: Step): Promise<void> {
  const request = await standing(step);
  if (!request) return;
  if (request.about.behalf) return finishFor(step, request);
  if (request.kind === 'erasure')
    await eraseElsewhere(step.context, step.region, step.requests, request, goesElsewhere(step.region, request));
}

/** Nobody will read any more what was written or shown, so it goes; that documents went is on record. */
export async function tidy(step: Step): Promise<void> {
  const { context, region, requests, owner, request: id } = step;
  await context.letters(region.id)?.remove(owner, id);
  const request = await requests.get(owner, id).catch(unlessNone);
  const documents = context.documents(region.id);
  if (!request || !documents) return;
  const given = await documentsOf(documents, request);
  if (given.length === 0) return;
  // First: cut short between the two, they go when the step is taken again.
  await recordStage(step, request, 'documents-deleted');
  await removeDocuments(documents, request);
}

function unlessNone(error: unknown): null {
  if (error instanceof KeptError && error.code === 'RIGHTS_NOT_FOUND') return null;
  throw error;
}

/** Signs what was done, or refused, and ends the request. */
export async function prove(step: Step): Promise<void> {
  const request = await standing(step);
  if (!request) return;
  await proveElsewhere(step.context, step.region, request);
  await recordStage(step, request, 'closed');
  const certificate = await certificateOf(step.context, step.region, request, step.sign);
  // What was written has served its purpose.
  await tidy(step);
  const state = request.decision?.outcome === 'refused' ? 'refused' : 'done';
  await step.requests.close(request.owner, request.id, state, certificate);
}

/** An entry of the person's ledger, once for each stage of a request; `more` goes with it. */
export async function recordStage(
  { region }: Step,
  request: KeptRequest,
  stage: string,
  more: Readonly<Record<string, string | number>> = {},
): Promise<void> {
  const { kind: right, id, decision } = request;
  const clause = request.about.young?.clause ?? rightOf(region, request)?.clause ?? null;
  const said =
    decision && stage !== 'received'
      ? { outcome: decision.outcome, by: decision.by, second: decision.second ?? null }
      : {};
  await recordOnce(region, request.owner, { right, request: id, stage, clause, ...said, ...more }, request.firstEntry);
}
