/** A proven contact becomes a request like any other: the same workflow, the same certificate. */
import type { OutsideOutcome } from '@kept/api';
import { KeptError } from '@kept/base';
import type { ProvenContact } from '@kept/identity';
import type { Lang } from '@kept/policy';
import { askedByAnother, outsideRequest } from '@kept/recipients';
import { dueOf } from '../asking.ts';
import { behalfOf } from '../behalf/behalf.ts';
import { LETTER, type RightsContext, type RightsRegion } from '../context.ts';
import type { KeptRequest } from '../kept-request.ts';
import { grantFor, previewOf } from '../preview.ts';
import { requestView, titleOf } from '../request-view.ts';
import { type Asked, insteadOfSecondStep, takesNote } from './asked.ts';
import { LINK_LIFE } from './links.ts';

/** `by`: the message of another program by which it came. */
export async function makeProven(
  context: RightsContext,
  proven: ProvenContact,
  asked: Asked,
  lang: Lang,
  by?: string,
): Promise<OutsideOutcome> {
  const { holder, newcomer } = proven;
  if (asked.behalf) return makeFor(context, proven, newcomer!, asked, asked.behalf, lang);
  if (!holder) return { outcome: 'nothing-held' };
  const region = context.at(holder.region);
  const { person } = holder;
  const kind = asked.right;
  const grant = await grantFor(region, person, kind).catch(codeOf);
  if (grant === 'SUBJECT_UNKNOWN') return { outcome: 'nothing-held' };
  if (typeof grant === 'string') return { outcome: 'not-granted', clause: region.program.manifest.otherwise };
  const guarded = await region.identity.hasSecondStep(person);
  const proof = guarded ? insteadOfSecondStep(kind) : 'code';
  if (proof === null) return { outcome: 'sign-in' };
  const [obstacle] = (await previewOf(context, region, person, kind, lang)).blocked;
  if (obstacle) return { outcome: 'blocked', ...obstacle };
  const due = dueOf(region, kind, grant.jurisdiction, grant.right);
  const requests = context.requests(region.id);
  const request = await requests.make(person, kind, {
    ...{ due, granted: grant.id, firstEntry: region.ledger.size, language: lang, proof },
    ...(by !== undefined && { asked: by }),
  });
  await noteOf(context, region, request, asked);
  const expiresAt = due.at + LINK_LIFE;
  const link = await requests.links.make(request.id, expiresAt);
  await tell(region, request);
  await context.workflows.begin(region.id, request);
  return { outcome: 'made', link, expiresAt, request: requestView(context, region, request, lang) };
}

/**
 * The request is that of whoever asks, under a key of their own; they hear nothing of the other before two have decided. The
 * other does: who is alive stops it.
 */
async function makeFor(
  context: RightsContext,
  { contact }: ProvenContact,
  { person, region: id }: NonNullable<ProvenContact['newcomer']>,
  asked: Asked,
  { as, wants, contact: named, residence, field }: NonNullable<Asked['behalf']>,
  lang: Lang,
): Promise<OutsideOutcome> {
  const region = context.at(id);
  const grant = await grantFor(region, person, asked.right, as === 'guardian');
  const of = await region.front.whose(named, residence);
  const behalf = await behalfOf(context, of, { as, wants }, { contact });
  const due = dueOf(region, grant.kind, grant.jurisdiction, grant.right);
  const requests = context.requests(id);
  const request = await requests.make(person, grant.kind, {
    ...{
      due,
      granted: grant.id,
      about: { behalf, ...(field !== undefined && { fields: [field] }) },
      firstEntry: region.ledger.size,
      language: lang,
      proof: 'documents',
    },
  });
  const { kind: right } = request;
  await region.gate.record(person, 'right', { right, request: request.id, stage: 'outside', by: 'code', as });
  if (asked.note) await context.letters(id)?.collect({ role: 'person' }, person, { [LETTER]: asked.note }, request.id);
  const expiresAt = due.at + LINK_LIFE;
  const link = await requests.links.make(request.id, expiresAt);
  if (of) {
    const at = context.at(of.region);
    await at.gate.record(of.person, 'right', { right, request: request.id, stage: 'asked-by-another', as });
    const message = (to: Lang) => askedByAnother(to, as);
    await at.identity.write(of.person, { id: request.id, by: ['phone', 'email'], message }).catch(codeOf);
  }
  await context.workflows.begin(id, request);
  return { outcome: 'made', link, expiresAt, request: requestView(context, region, request, lang) };
}

/** What was written, and in whose name it was asked, under the person's own key. */
async function noteOf(context: RightsContext, region: RightsRegion, request: KeptRequest, asked: Asked): Promise<void> {
  const { owner, kind: right, id } = request;
  const by = asked.agent === undefined ? 'code' : 'agent';
  await region.gate.record(owner, 'right', {
    ...{ right, request: id, stage: 'outside', by },
    ...(asked.agent !== undefined && { agent: asked.agent }),
  });
  if (asked.note && takesNote(asked.right))
    await context.letters(region.id)?.collect({ role: 'person' }, owner, { [LETTER]: asked.note }, id);
}

/**
 * Whoever has the account hears of it by every contact of theirs: the code may have gone to a contact that somebody took
 * from them. That a provider is down does not undo a request whose code is used up; it stands on their page besides.
 */
async function tell(region: RightsRegion, request: KeptRequest): Promise<void> {
  const message = (lang: Lang) => outsideRequest(lang, titleOf(region, request, lang));
  await region.identity.write(request.owner, { id: request.id, by: ['phone', 'email'], message }).catch(codeOf);
}

function codeOf(error: unknown): string {
  if (error instanceof KeptError && error.kind !== 'bug') return error.code;
  throw error;
}
