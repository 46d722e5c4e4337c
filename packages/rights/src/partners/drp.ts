/**
 * Data Rights Protocol 1.0 for businesses: `POST /v1/data-rights-request`, its status and its end, and the pairwise token.
 * Source: github.com/consumer-reports-innovation-lab/data-rights-protocol, sections 2 and 3.
 */
import { randomUUID } from 'node:crypto';
import { type DrpAgent, mayBeCalledBack } from '@kept/recipients';
import type { RightsContext } from '../context.ts';
import type { Requested } from '../kinds.ts';
import { hashOf, type PartnerRequest } from './asked-of-us.ts';
import { askedOfUs, beginProof, confirmUrl, firstRegion, revoke, standingOf } from './becoming.ts';
import { json, type PartnerCall, type PartnerReply, type PartnerRoute } from './call.ts';
import { Exercise, faultOf, KeySetup, openMessage, Revocation } from './drp-message.ts';

/** Section 3.06. */
const fault = (code: number, message: string): PartnerReply => json(code, { code: String(code), message });
const NOT_HERE = fault(404, 'this server is part of no network of the Data Rights Protocol');
/** Section 2.05: without a body, so that nothing is learned. */
const FORBIDDEN: PartnerReply = { status: 403 };

const MEANS: Readonly<Record<string, Requested | null>> = {
  ...{ access: 'copy', 'access:specific': 'copy', 'access:categories': 'copy' },
  ...{ deletion: 'erasure', 'sale:opt-out': 'opt-out', 'sale:opt-in': null },
};

interface Known {
  readonly agent: DrpAgent;
  readonly business: string;
}

/** By the bearer token; an agent that left the directory is nobody from then on. */
async function knownBy(call: PartnerCall, context: RightsContext): Promise<Known | null> {
  const drp = context.outward?.parties.inbound.drp;
  const token = /^Bearer ([A-Za-z0-9_-]{40,60})$/.exec(call.header('authorization'))?.[1];
  if (!drp || !token) return null;
  const agent = drp.agents.get((await askedOfUs(context).agentOf(token)) ?? '');
  return agent ? { agent, business: drp.business } : null;
}

async function setUp(call: PartnerCall, context: RightsContext): Promise<PartnerReply> {
  const drp = context.outward?.parties.inbound.drp;
  const agent = drp?.agents.get(call.params['agent'] ?? '');
  const opened = agent && openMessage(call.body, agent.key);
  const said = KeySetup.safeParse(opened?.value);
  if (!drp || !agent || !opened || !said.success) return FORBIDDEN;
  if (faultOf(said.data, agent, drp.business, firstRegion(context).clock.now())) return FORBIDDEN;
  if (!(await askedOfUs(context).first(opened.signature, said.data['expires-at']))) return FORBIDDEN;
  return json(200, { 'agent-id': agent.id, token: await askedOfUs(context).tokenFor(agent.id) });
}

async function exercise(call: PartnerCall, context: RightsContext): Promise<PartnerReply> {
  if (!context.outward?.parties.inbound.drp) return NOT_HERE;
  const known = await knownBy(call, context);
  if (!known) return fault(401, 'the bearer token is nobody’s: set up a pairwise key first');
  const { agent, business } = known;
  const opened = openMessage(call.body, agent.key);
  if (!opened) return fault(403, 'the message is not signed by the key of this agent');
  const said = Exercise.safeParse(opened.value);
  if (!said.success) return fault(400, `the message does not have the form of version 1.0 at ${pathOf(said.error)}`);
  const wrong = faultOf(said.data, agent, business, firstRegion(context).clock.now());
  if (wrong) return json(403, { code: '403', message: wrong, fatal: true });
  const { data } = said;
  const { email, phone_number: phone, regime, status_callback: callback } = data;
  const value = email ?? phone;
  if (value === undefined) return fault(400, 'the message names neither an e-mail address nor a phone number');
  if (callback !== undefined && !mayBeCalledBack(callback, [agent.host]))
    return fault(400, 'the callback is not on the agent’s site');
  // Last: what was refused for its form may be sent again, corrected, but not the same message twice.
  if (!(await askedOfUs(context).first(opened.signature, data['expires-at'])))
    return json(409, { code: '409', message: 'this message was taken already', fatal: true });
  const kind = MEANS[data.exercise] ?? null;
  const row = await askedOfUs(context).take({
    ...{ protocol: 'drp', sender: agent.id, theirs: data['agent-request-id'] ?? randomUUID() },
    ...{ digest: hashOf(opened.signature), kind: data.exercise, callbacks: callback === undefined ? [] : [callback] },
  });
  if (!row) return fault(409, 'the agent has used this agent-request-id before');
  if (kind === null) await askedOfUs(context).settle(row.id, { ended: 'claim_not_covered' });
  else
    await beginProof(context, row, {
      ...{ kind, agent: agent.name, address: call.address },
      contact: { kind: email === undefined ? 'phone' : 'email', value },
      residence: residenceOf(data.address?.country, regime, context),
    });
  await context.workflows.callBack(row);
  return answer(context, (await askedOfUs(context).find('drp', { id: row.id }))!, data['agent-request-id']);
}

const pathOf = ({ issues }: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] }): string =>
  `/${issues[0]?.path.map(String).join('/') ?? ''}`.slice(0, 80);

/** A law of California speaks of people there; otherwise what the agent says, or the country of the server. */
function residenceOf(country: string | undefined, regime: string | undefined, context: RightsContext): string {
  if (country !== undefined && /^[A-Z]{2}$/.test(country)) return country;
  if (regime === 'ccpa') return 'US';
  const { program, id } = firstRegion(context);
  return program.manifest.regions[id]!.country;
}

/** A request of this agent, or the answer that refuses. */
async function theirs(
  call: PartnerCall,
  context: RightsContext,
): Promise<{ row: PartnerRequest; agent: DrpAgent } | PartnerReply> {
  if (!context.outward?.parties.inbound.drp) return NOT_HERE;
  const known = await knownBy(call, context);
  if (!known) return fault(401, 'the bearer token is nobody’s: set up a pairwise key first');
  const row = await askedOfUs(context).find('drp', { id: call.params['id'] ?? '' });
  // Another agent's and nobody's are one answer.
  if (row?.sender !== known.agent.id) return fault(403, 'this is not a request of this agent');
  return { row, agent: known.agent };
}

async function status(call: PartnerCall, context: RightsContext): Promise<PartnerReply> {
  const found = await theirs(call, context);
  return 'row' in found ? answer(context, found.row) : found;
}

async function end(call: PartnerCall, context: RightsContext): Promise<PartnerReply> {
  const found = await theirs(call, context);
  if (!('row' in found)) return found;
  const opened = openMessage(call.body, found.agent.key);
  if (!opened || !Revocation.safeParse(opened.value).success)
    return fault(403, 'the message is not signed by the key of this agent');
  if (!(await revoke(context, found.row))) return fault(409, 'this was decided already');
  return answer(context, (await askedOfUs(context).find('drp', { id: found.row.id }))!);
}

async function information(call: PartnerCall, context: RightsContext): Promise<PartnerReply> {
  const known = await knownBy(call, context);
  return known && known.agent.id === call.params['agent'] ? json(200, {}) : FORBIDDEN;
}

const time = (at: number): string => new Date(at).toISOString();

/** Section 3.03. What came of it goes to the person alone: `results_url` is their own page, and opens to their own sign-in. */
async function answer(context: RightsContext, row: PartnerRequest, own?: string): Promise<PartnerReply> {
  return json(200, { ...(await statusOf(context, row)), ...(own !== undefined && { agent_request_id: own }) });
}

export async function statusOf(
  context: Omit<RightsContext, 'workflows'>,
  row: PartnerRequest,
): Promise<Record<string, string>> {
  const { state, ended, dueAt, extended, proof } = await standingOf(context, row);
  const base = { request_id: row.id, received_at: time(row.receivedAt) };
  const due: Record<string, string> = dueAt === undefined ? {} : { expected_by: time(dueAt) };
  switch (state) {
    case 'unconfirmed':
      return {
        ...{ ...base, ...due, status: 'in_progress', reason: 'need_user_verification', expires_at: time(dueAt!) },
        user_verification_url: confirmUrl(context, proof ?? ''),
      };
    case 'running':
      return { ...base, ...due, status: 'in_progress', ...(extended ? { processing_details: 'extended once' } : {}) };
    case 'done':
      return {
        ...{ ...base, status: 'fulfilled' },
        ...(MEANS[row.kind] === 'copy' && { results_url: `${context.origin}/my-data` }),
      };
    case 'cancelled':
      return { ...base, status: 'revoked' };
    case 'refused':
      return { ...base, status: 'denied', reason: 'other', processing_details: 'the person was told the ground' };
    default:
      if (ended === 'revoked') return { ...base, status: 'revoked' };
      return { ...base, status: 'denied', reason: ended ?? 'other' };
  }
}

const base = '/drp/v1';
export const drpRoutes: readonly PartnerRoute[] = [
  { method: 'POST', path: `${base}/agent/:agent`, handle: setUp, fault },
  { method: 'GET', path: `${base}/agent/:agent`, handle: information, fault },
  { method: 'POST', path: `${base}/data-rights-request`, handle: exercise, fault },
  { method: 'GET', path: `${base}/data-rights-request/:id`, handle: status, fault },
  { method: 'DELETE', path: `${base}/data-rights-request/:id`, handle: end, fault },
];
