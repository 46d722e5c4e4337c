/** The steps from an age found later to its end, each harmless when done again. */
import { KeptError } from '@kept/base';
import { accountBar, type Lang } from '@kept/policy';
import { ageFound } from '@kept/recipients';
import { closeFor, finishFor } from '../behalf/behalf.ts';
import { certificateOf } from '../certificate.ts';
import type { RightsContext } from '../context.ts';
import { recordStage, type Step } from '../course.ts';
import { RequestUnknown } from '../errors.ts';
import type { KeptRequest, Young } from '../kept-request.ts';
import { LINK_LIFE } from '../outside/links.ts';

/** What a step is given; `owner` is the person who is too young. */
export interface YoungStep extends Step {
  readonly across: NonNullable<Step['across']>;
  /** Regions in which a guardian may have asked, and the address of the pages. */
  readonly around: Pick<RightsContext, 'regions' | 'origin'>;
}

/** Once they are erased their requests are nobody's: found by id alone. Null where there is none any more. */
async function findingOf({ requests, request }: YoungStep): Promise<{ made: KeptRequest; young: Young } | null> {
  const made = await requests.byId(request).catch((error: unknown) => {
    if (error instanceof RequestUnknown) return null;
    throw error;
  });
  return made?.about.young ? { made, young: made.about.young } : null;
}

/** From here on the policy refuses every use, sessions end, and nobody gets in. */
export async function withhold(step: YoungStep): Promise<void> {
  const found = await findingOf(step);
  if (found?.made.state !== 'running' || found.made.steps.withheld !== undefined) return;
  const { region, requests, owner } = step;
  const { made, young } = found;
  await recordStage(step, made, 'withheld', { why: young.why, by: young.by, below: young.below });
  await region.identity.endAllSessions(owner);
  // While it may still be done: afterwards the policy lets nobody use the contact.
  await write(step, made, young);
  await region.subjects.amend(owner, { ageBand: young.band });
  // Of whoever came in meanwhile.
  await region.identity.endAllSessions(owner);
  if (!made.decision) {
    const at = region.clock.now();
    const looked = young.second === undefined ? {} : { second: young.second, secondAt: at };
    await requests.decide(owner, made.id, { outcome: 'granted', by: young.by, at, ...looked });
  }
  await requests.stepDone(owner, made.id, 'withheld');
}

/** The contact on file hears what was found and follows it by a link. That a provider is down holds up nothing. */
async function write({ region, requests, owner, around }: YoungStep, made: KeptRequest, young: Young): Promise<void> {
  const link = await requests.links.make(made.id, made.dueAt + LINK_LIFE);
  const url = `${around.origin}/ask/status/${link}`;
  const message = (lang: Lang) => ageFound(lang, { below: young.below, guardian: young.consent !== undefined, url });
  await region.identity.write(owner, { id: made.id, by: ['phone', 'email'], message }).catch((error: unknown) => {
    if (!(error instanceof KeptError) || error.kind === 'bug') throw error;
  });
}

/** `lifted`: a guardian said yes, or whoever looked did not agree. `gone`: it has ended otherwise. */
export type Look = 'waits' | 'lifted' | 'erase' | 'gone';

/** How far it is. Erased is only what two have looked at, and no guardian can still say yes to. */
export async function look(step: YoungStep): Promise<Look> {
  const found = await findingOf(step);
  if (found?.made.state !== 'running') return 'gone';
  const { region, owner } = step;
  const { made, young } = found;
  if (!made.decision) return 'lifted';
  const subject = await region.subjects.subject(owner);
  if (!accountBar(region.program, subject)) return 'lifted';
  if (made.decision.second === undefined) return 'waits';
  if (young.consent !== undefined && (region.clock.now() <= made.dueAt || (await isAsked(step)))) return 'waits';
  return 'erase';
}

/** Whether a guardian's yes is being looked at. */
async function isAsked({ across, around, owner }: YoungStep): Promise<boolean> {
  for (const id of around.regions) {
    const asked = await across.requests(id).behalf.askedAbout(owner);
    if (asked.some(({ kind, state }) => kind === 'consent' && state === 'running')) return true;
  }
  return false;
}

/** Ends it: whoever was not agreed with was wrong about the age. */
export async function release(step: YoungStep): Promise<void> {
  const found = await findingOf(step);
  if (found?.made.state !== 'running') return;
  const { made, young } = found;
  await recordStage(step, made, made.decision ? 'guardian-agreed' : 'age-not-found');
  if (!made.decision) await step.region.subjects.amend(step.owner, { ageBand: young.was });
  await step.requests.drop(step.owner, made.id);
}

/** The account is closed as its person could have closed it, with a certificate of its own. */
export async function eraseYoung(step: YoungStep): Promise<void> {
  const found = await findingOf(step);
  if (!found) return;
  const { made } = found;
  const { context, requests, sign, across, region, owner } = step;
  if (made.state === 'running' && !made.carries) {
    await recordStage(step, made, 'age-erased');
    await requests.stepDone(owner, made.id, 'decided');
  }
  await closeFor({ context, requests, sign, across }, made, { region: region.id, person: owner });
}

/** The end of it, and its certificate. By now nobody can tell any more whose it was. */
export async function proveYoung(step: YoungStep): Promise<void> {
  const found = await findingOf(step);
  if (!found?.made.carries || found.made.state === 'done') return;
  const { requests, request, region, owner } = step;
  await finishFor(step, found.made, { region: region.id, person: owner });
  await requests.stepDone(found.made.owner, request, 'executed');
  const made = await requests.byId(request);
  await requests.finish(made.owner, request, await certificateOf(step.context, step.region, made, step.sign));
}
