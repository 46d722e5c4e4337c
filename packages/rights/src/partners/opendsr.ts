/**
 * OpenDSR 2.0 for whoever passes on what persons asked them: `POST /requests`, status, cancellation, discovery. Callers are
 * declared controllers and sign (the specification leaves it to the processor how they are known); answers are signed.
 * Source: github.com/opengdpr/OpenDSR, specification.md, sections 6 to 9.
 */
import { DSR_VERSION, type KnownController, mayBeCalledBack, type OwnSeal } from '@kept/recipients';
import { z } from 'zod';
import type { RightsContext } from '../context.ts';
import type { Requested } from '../kinds.ts';
import { hashOf, type PartnerRequest } from './asked-of-us.ts';
import { askedOfUs, beginProof, firstRegion, revoke, standingOf } from './becoming.ts';
import type { PartnerCall, PartnerReply, PartnerRoute } from './call.ts';
import { dsrFault, dsrHeader } from './callbacks.ts';

const MEANS = { erasure: 'erasure', access: 'copy', portability: 'portability' } as const satisfies Readonly<
  Record<string, Requested>
>;
const identity = z.object({
  identity_type: z.string().max(60),
  identity_value: z.string().max(320),
  identity_format: z.string().max(20),
});
const asked = z.object({
  subject_request_id: z.uuidv4(),
  subject_request_type: z.enum(['erasure', 'access', 'portability']),
  submitted_time: z.iso.datetime({ offset: true }),
  subject_identities: z.array(identity).max(20).default([]),
  status_callback_urls: z.array(z.url().max(500)).max(3).default([]),
  extensions: z
    .record(z.string().max(253), z.looseObject({ phone_number: z.array(z.string().max(20)).max(5).optional() }))
    .optional(),
});

const NOT_HERE = dsrFault(404, 'this server does not speak OpenDSR: it has no certificate to sign with');
const UNKNOWN = dsrFault(403, 'this is not signed by a controller that is known here');

interface Known {
  readonly sender: string;
  readonly hosts: KnownController['hosts'];
  readonly seal: OwnSeal;
}

/** By a signature over `what`; or the answer that refuses. */
function knownBy(call: PartnerCall, context: RightsContext, what: string): Known | PartnerReply {
  const seal = context.outward?.parties.seal;
  if (!seal) return NOT_HERE;
  const found = context.outward?.parties.inbound.controllers.get(dsrHeader(call, 'controller-domain'));
  const now = firstRegion(context).clock.now();
  if (!found?.key.isSigned(what, dsrHeader(call, 'signature'), now)) return UNKNOWN;
  return { sender: found.id, hosts: found.hosts, seal };
}

const underSeal = (seal: OwnSeal, value: object): Required<Pick<PartnerReply, 'body' | 'headers'>> => {
  const body = JSON.stringify(value);
  return { body, headers: { 'x-opendsr-processor-domain': seal.domain, 'x-opendsr-signature': seal.sign(body) } };
};
const signed = (seal: OwnSeal, status: number, value: object): PartnerReply => ({ status, ...underSeal(seal, value) });

/** What we send by ourselves. Only who has a seal was ever asked for something. */
export const sealed = ({ outward }: Omit<RightsContext, 'workflows'>, value: object) =>
  underSeal(outward!.parties.seal!, value);

const time = (at: number): string => new Date(at).toISOString();
/** Of a request that the person has not confirmed, or that has ended: what is promised at most. */
const LONGEST_MS = 45 * 86_400_000;

async function create(call: PartnerCall, context: RightsContext): Promise<PartnerReply> {
  const known = knownBy(call, context, call.body);
  if (!('sender' in known)) return known;
  const said = asked.safeParse(jsonOf(call.body));
  if (!said.success) return dsrFault(400, `the request does not have the form of OpenDSR at ${pathOf(said.error)}`);
  const { subject_request_id: theirs, subject_request_type: type, submitted_time: submitted } = said.data;
  const { status_callback_urls: callbacks } = said.data;
  if (Date.parse(submitted) > firstRegion(context).clock.now() + 60_000)
    return dsrFault(400, 'submitted_time is to come');
  const contact = contactOf(said.data, known.seal.domain);
  if (!contact) return dsrFault(400, 'no identity is known here: see /opendsr/v2/discovery');
  const { sender, seal, hosts } = known;
  if (!callbacks.every((url) => mayBeCalledBack(url, hosts)))
    return dsrFault(400, 'a callback is not at an address that is declared for the controller');
  const digest = hashOf(call.body);
  const row = await askedOfUs(context).take({
    ...{ protocol: 'opendsr', sender, theirs, digest, kind: MEANS[type], callbacks },
  });
  if (row)
    await beginProof(context, row, {
      ...{ kind: MEANS[type], contact, agent: sender, address: call.address },
      residence: firstRegion(context).program.manifest.regions[context.regions[0]!]!.country,
    });
  const kept = row ?? (await askedOfUs(context).find('opendsr', { sender, theirs }));
  if (row) await context.workflows.callBack(row);
  // Sent again it is the same request; with something else in it, it is none.
  if (!kept?.digest.equals(digest)) return dsrFault(400, 'subject_request_id was used for another request');
  return signed(seal, 201, {
    ...{ controller_id: sender, subject_request_id: theirs, received_time: time(kept.receivedAt) },
    expected_completion_time: time(kept.receivedAt + LONGEST_MS),
    encoded_request: Buffer.from(call.body).toString('base64'),
  });
}

type Asked = z.output<typeof asked>;

function contactOf({ subject_identities, extensions }: Asked, domain: string) {
  const email = subject_identities.find(
    ({ identity_type, identity_format }) => identity_type === 'email' && identity_format === 'raw',
  );
  if (email) return { kind: 'email' as const, value: email.identity_value };
  const phone = extensions?.[domain]?.phone_number?.[0];
  return phone === undefined ? null : { kind: 'phone' as const, value: phone };
}

const pathOf = ({ issues }: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] }): string =>
  `/${issues[0]?.path.map(String).join('/') ?? ''}`.slice(0, 80);

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** A request of this controller; or the answer that refuses. */
async function theirs(call: PartnerCall, context: RightsContext, method: 'GET' | 'DELETE') {
  const id = call.params['id'] ?? '';
  const known = knownBy(call, context, `${method} /requests/${id}`);
  if (!('sender' in known)) return known;
  const row = await askedOfUs(context).find('opendsr', { sender: known.sender, theirs: id });
  return row ? { ...known, row } : dsrFault(404, 'this controller has sent no such request');
}

async function status(call: PartnerCall, context: RightsContext): Promise<PartnerReply> {
  const found = await theirs(call, context, 'GET');
  if (!('row' in found)) return found;
  return signed(found.seal, 200, await statusOf(context, found.row));
}

export async function statusOf(context: Omit<RightsContext, 'workflows'>, row: PartnerRequest) {
  const { state, ended, dueAt } = await standingOf(context, row);
  const words = { unconfirmed: 'pending', running: 'in_progress', done: 'completed', refused: 'cancelled' } as const;
  return {
    ...{ controller_id: row.sender, subject_request_id: row.theirs, api_version: DSR_VERSION },
    expected_completion_time: time(dueAt ?? row.receivedAt + LONGEST_MS),
    // Nothing is held of whom it names: there is nothing left to do.
    request_status: ended === 'no_match' ? 'completed' : (words[state as keyof typeof words] ?? 'cancelled'),
    ...(ended === 'no_match' && { results_count: 0 }),
  };
}

async function cancel(call: PartnerCall, context: RightsContext): Promise<PartnerReply> {
  const found = await theirs(call, context, 'DELETE');
  if (!('row' in found)) return found;
  const { row, seal } = found;
  if (!(await revoke(context, row))) return dsrFault(400, 'this was decided already');
  const received_time = time(firstRegion(context).clock.now());
  const ids = { controller_id: row.sender, subject_request_id: row.theirs };
  return signed(seal, 202, { ...ids, received_time, api_version: DSR_VERSION });
}

async function discovery(_: PartnerCall, context: RightsContext): Promise<PartnerReply> {
  const seal = context.outward?.parties.seal;
  if (!seal) return NOT_HERE;
  return signed(seal, 200, {
    api_version: DSR_VERSION,
    supported_identities: [{ identity_type: 'email', identity_format: 'raw' }],
    supported_subject_request_types: Object.keys(MEANS),
    processor_certificate: `${context.origin}${BASE}/certificate.pem`,
  });
}

async function certificate(_: PartnerCall, context: RightsContext): Promise<PartnerReply> {
  const seal = context.outward?.parties.seal;
  if (!seal) return NOT_HERE;
  return { status: 200, body: seal.certificate, headers: { 'content-type': 'application/x-pem-file' } };
}

const BASE = '/opendsr/v2';
const routes = (path: string): PartnerRoute[] => [
  { method: 'POST', path, handle: create, fault: dsrFault },
  { method: 'GET', path: `${path}/:id`, handle: status, fault: dsrFault },
  { method: 'DELETE', path: `${path}/:id`, handle: cancel, fault: dsrFault },
];
/** The older name is honoured too (section 10.1). */
export const dsrRoutes: readonly PartnerRoute[] = [
  ...routes(`${BASE}/requests`),
  ...routes('/opengdpr_requests'),
  { method: 'GET', path: `${BASE}/discovery`, handle: discovery, fault: dsrFault },
  { method: 'GET', path: `${BASE}/certificate.pem`, handle: certificate, fault: dsrFault },
];
