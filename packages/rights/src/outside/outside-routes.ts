/** Asking without an account: everything before the proof says nothing of anybody, whoever asks. */
import {
  askOutside,
  downloadOutsidePackage,
  listOutsideRights,
  makeOutsidePackage,
  type OutsideAsk,
  proveOutside,
  readOutside,
  readOutsideStatus,
  resendOutside,
} from '@kept/api';
import { type ContactProof, type Front, normaliseContact } from '@kept/identity';
import { type Caller, type Route, routesOf } from '@kept/kit';
import { jurisdictionOf, type Lang, type Right } from '@kept/policy';
import type { z } from 'zod';
import { dueOf, lastWord, typed } from '../asking.ts';
import { subjectOf } from '../behalf/behalf.ts';
import { correctableFor } from '../behalf/correcting.ts';
import type { RightsContext, RightsRegion } from '../context.ts';
import { grantOf } from '../deadline.ts';
import { LinkUnknown, NoLetters, NotAChoice, NotGranted, NotHere } from '../errors.ts';
import { rightOf } from '../granted.ts';
import type { KeptRequest } from '../kept-request.ts';
import { idOf, kindOf, type Requested } from '../kinds.ts';
import { fieldNamed } from '../names.ts';
import { sendPackage } from '../package/package-routes.ts';
import { askedOfUs, settled } from '../partners/becoming.ts';
import { periodLabel, requestView } from '../request-view.ts';
import { type Askable, type Asked, askable, byCode, packAsked, takesNote, unpackAsked } from './asked.ts';
import { byLink } from './by-link.ts';
import { LINK_LIFE } from './links.ts';
import { makeProven } from './made.ts';

const route = routesOf<RightsContext>();
const CODE_LIFE_MS = 300_000;
const RESEND_MS = 60_000;
/** Somebody asked in their name has to find the time; a code works five minutes all the same. */
const AGENT_LIFE_MS = 259_200_000;

const first = (context: RightsContext): RightsRegion => context.at(context.regions[0]!);
const frontOf = (context: RightsContext): Front => first(context).front;
/** A session plays no part in it. */
const stranger = ({ address, device, origin }: Caller) => ({
  ip: address,
  userAgent: device,
  ...(origin !== '' && { origin }),
});

function proofOf(context: RightsContext, { proof, maskedContact, expiresAt }: ContactProof) {
  const now = first(context).clock.now();
  const codeUntil = Math.min(now + CODE_LIFE_MS, expiresAt);
  return { proof, maskedContact, expiresAt, codeLength: 6 as const, codeUntil, resendAt: now + RESEND_MS };
}

export const outsideRoutes: readonly Route<RightsContext>[] = [
  route(listOutsideRights, async ({ query, caller: { lang } }, context) => {
    const region = first(context);
    return { status: 200, body: { rights: rightsView(region, jurisdictionOf(region.program, query.residence), lang) } };
  }),
  route(askOutside, async ({ body, caller }, context) => {
    const region = first(context);
    const { residence, contact, agent, note } = body;
    const wanted = kindOf(body.right);
    const jurisdiction = jurisdictionOf(region.program, residence);
    const found = askable(region, jurisdiction).find(({ kind }) => kind === wanted);
    if (!found && !grantOf(region.program, wanted, { jurisdiction }))
      throw new NotGranted(region.program.manifest.otherwise);
    if (!found || (!body.behalf && !(found.right && byCode(found.right)))) throw new NotHere();
    const behalf = body.behalf && forAnother(found, body.behalf, residence, agent !== undefined);
    if (behalf) aboutChild(region, behalf, note);
    // What is asked for another is decided by two, who see what erasing means: the last word is about one's own.
    if (!behalf) typed(found.kind, body.confirm, caller.lang);
    if (note && !behalf && !takesNote(found.kind)) throw new NoLetters();
    const answer = await frontOf(context).startContactProof(stranger(caller), {
      ...{ contact, residence, language: caller.lang, use: agent ? 'agent' : 'request' },
      asks: packAsked({
        right: found.kind,
        ...(note && { note }),
        ...(agent && { agent: agent.name }),
        ...(behalf && { behalf }),
      }),
      ...(agent && { life: AGENT_LIFE_MS }),
      ...(behalf && { stays: staysFor(region, found.kind, jurisdiction, found.behalf!.right) }),
    });
    return { status: 202, body: proofOf(context, answer.body) };
  }),
  route(readOutside, async ({ params, caller: { lang } }, context) => {
    const { asks, expiresAt } = await frontOf(context).pendingProof(params.id);
    const { right, agent } = unpackAsked(asks);
    return {
      status: 200,
      body: {
        right: { id: idOf(right), label: rightOf(first(context), { kind: right })?.label[lang] ?? right },
        ...(agent !== undefined && { agent: { name: agent } }),
        expiresAt,
      },
    };
  }),
  route(resendOutside, async ({ params, caller }, context) => {
    const answer = await frontOf(context).resendProofCode(stranger(caller), { proof: params.id });
    return { status: 202, body: proofOf(context, answer.body) };
  }),
  route(proveOutside, async ({ params, body, caller }, context) => {
    const proving = { proof: params.id, code: body.code.trim() };
    const sent = await askedOfUs(context).provenBy(params.id);
    // Whoever asked in the person's name has taken it back.
    if (sent?.ended) throw new LinkUnknown();
    const { body: proven } = await frontOf(context).proveContact(stranger(caller), proving);
    const outcome = await makeProven(context, proven, unpackAsked(proven.asks), caller.lang, sent?.id);
    if (sent) await settled(context, sent, outcome, proven.holder?.region ?? null);
    return { status: 200, body: outcome };
  }),
  route(readOutsideStatus, async ({ params, caller: { lang } }, context) => {
    const { region, request, expiresAt } = await byLink(context, params.token);
    const view = requestView(context, region, request, lang);
    // Who follows it by a link can stop nothing and allow nothing again: that takes a session.
    const { liftable: _, ...rest } = view;
    return {
      status: 200,
      body: { request: { ...rest, cancellable: false }, expiresAt, packaged: isPackaged(request) },
    };
  }),
  route(makeOutsidePackage, async ({ params, body, caller }, context) => {
    const { region, request } = await copyByLink(context, params.token);
    const { person } = subjectOf(context, region, request);
    const { token, expiresAt } = context.packages.make(person, body.seal, body.lang ?? caller.lang);
    return { status: 201, body: { path: `/api/outside/status/${params.token}/packages/${token}`, expiresAt } };
  }),
  route(downloadOutsidePackage, async ({ params }, context) => {
    const { region, request } = await copyByLink(context, params.token);
    const of = subjectOf(context, region, request);
    return sendPackage(context, of.region, of.person, params.package);
  }),
];

/** Throws RIGHTS_NOT_HERE where nobody can ask for it in another's place, and for an agent of whoever asks. */
function forAnother(
  { kind, behalf }: Askable,
  { contact, wants, field }: NonNullable<z.infer<typeof OutsideAsk>['behalf']>,
  residence: string,
  agent: boolean,
): Asked['behalf'] {
  if (agent || !behalf || (behalf.as === 'guardian' && wants !== kind)) throw new NotHere();
  normaliseContact(contact, residence);
  return { as: behalf.as, wants, contact, residence, ...(field !== undefined && { field }) };
}

/** Throws RIGHTS_NOT_A_CHOICE unless a correction, and nothing else, names what is corrected and what it is to be. */
function aboutChild(region: RightsRegion, { wants, field }: NonNullable<Asked['behalf']>, note?: string): void {
  const corrects = wants === 'rectification';
  if (corrects ? !correctableFor(region).includes(field ?? '') : field !== undefined)
    throw new NotAChoice('/behalf/field');
  if (corrects && !note?.trim()) throw new NotAChoice('/note');
}

/** Whoever asks for another stays somebody until their link is over, also where the deadline is extended once. */
function staysFor(region: RightsRegion, kind: Requested, jurisdiction: string, right: Right): number {
  const now = region.clock.now();
  return 2 * (dueOf(region, kind, jurisdiction, right).at - now) + 2 * LINK_LIFE;
}

const rightsView = (region: RightsRegion, jurisdiction: string, lang: Lang) =>
  askable(region, jurisdiction).map(({ kind, right: own, behalf }) => {
    const confirm = lastWord(kind, lang);
    const right = own ?? behalf!.right;
    return {
      ...{ id: idOf(kind), label: right.label[lang], clause: right.clause, note: takesNote(kind) },
      how: region.program.manifest.clauses[right.clause]?.sentence?.[lang] ?? right.label[lang],
      deadline: periodLabel(right.deadline, lang),
      ...(behalf && { behalf: behalf.as }),
      ...(kind === 'rectification' && {
        fields: correctableFor(region)
          .slice(0, 60)
          .map((id) => fieldNamed(region.program, id, lang)),
      }),
      ...(confirm !== undefined && { confirm }),
    };
  });

/** What is taken along when it was granted. */
const isPackaged = ({ kind, state, about: { behalf } }: KeptRequest): boolean =>
  state === 'done' && (behalf ? behalf.wants === 'copy' : kind === 'copy' || kind === 'portability');

/** The same of a copy that there is to take. */
async function copyByLink(context: RightsContext, token: string) {
  const found = await byLink(context, token);
  if (!isPackaged(found.request)) throw new LinkUnknown();
  return found;
}
