/**
 * OpenDSR 2.0, as whoever tells a recipient that a person asked for something speaks it: `POST /requests`, and
 * `GET /requests/{id}` for how far they are. What they answer is signed, and counts only if it is by the declared key.
 * Source: github.com/opengdpr/OpenDSR, specification.md, sections 5 to 8.
 */
import { type Clock, type Duration, type Instant, KeptError, Seconds } from '@kept/base';
import { z } from 'zod';
import { AccountFault, NotTaken, Rejected, Uncertain, Unsigned } from './errors.ts';
import type { KnownKey, OwnSeal } from './signing.ts';

/** Of the specification. */
export const DSR_VERSION = '2.0';
/** What OpenDSR has a word for; all else is told by letter. */
export type DsrType = 'erasure' | 'access' | 'portability';
/** How far a request is, in the words of OpenDSR (section 8). */
export type DsrState = 'pending' | 'in_progress' | 'completed' | 'cancelled';

/** By what the recipient knows the person. Held in memory only. */
export interface DsrIdentities {
  readonly email: readonly string[];
  /** OpenDSR has no such type: it travels as an extension under the recipient's domain. */
  readonly phone_number: readonly string[];
}

export interface DsrRequest {
  /** UUID v4. The same twice is the same request. */
  readonly id: string;
  readonly type: DsrType;
  readonly regulation: 'gdpr' | 'ccpa';
  readonly submittedAt: Instant;
  readonly identities: DsrIdentities;
  readonly callback?: string;
}

/** How far the recipient is, in its own signed words. */
export interface DsrStatus {
  readonly state: DsrState;
  readonly expectedAt: Instant;
  /** The answer as it was signed, where it says nothing but that: proof that needs no trust in us. */
  readonly proof?: DsrProof;
}

/** What somebody signed, as they sent it. */
export interface DsrProof {
  readonly domain: string;
  readonly body: string;
  readonly signature: string;
}

export interface ProcessorSettings {
  /** `https://opendsr.example.com/v2`; its host is the domain that signs. */
  readonly url: string;
  readonly key: KnownKey;
  readonly token?: string;
  /** Ours, where the recipient asks for signed requests. */
  readonly seal?: OwnSeal;
  readonly clock: Clock;
  /** From connecting to the last byte of the answer. */
  readonly timeout?: Duration;
}

/** A recipient that speaks OpenDSR. Throws what adapters throw, and RECIPIENTS_UNSIGNED. */
export interface Processor {
  readonly domain: string;
  /** Resolves once the recipient has said, signed, that it has this request. */
  submit(request: DsrRequest): Promise<{ readonly expectedAt: Instant }>;
  /** Null where it knows no such request. */
  status(id: string): Promise<DsrStatus | null>;
}

const time = z.string().transform((text, context) => {
  const at = Date.parse(text);
  if (Number.isNaN(at)) context.addIssue({ code: 'custom', message: 'no time' });
  return at;
});
const accepted = z.object({
  subject_request_id: z.string(),
  expected_completion_time: time,
  encoded_request: z.string(),
});
const stateful = {
  controller_id: z.string().max(200),
  expected_completion_time: time,
  subject_request_id: z.uuid(),
  request_status: z.enum(['pending', 'in_progress', 'completed', 'cancelled']),
  api_version: z.string().max(20).optional(),
};
const status = z.object(stateful);
/** Nothing in it that could be of the person. */
const bare = z.strictObject(stateful);
/** What a callback says besides. */
export const callbackBody = status.extend({ status_callback_url: z.string().max(2_000) });
const bareCallback = bare.extend({ status_callback_url: z.string().max(2_000) });

/** The way to one recipient; asks it nothing yet. */
export function openProcessor(settings: ProcessorSettings): Processor {
  const { key, clock } = settings;
  const { domain } = key;
  /** The body of an answer that is signed as declared; anything else is no answer. */
  const signed = ({ body, headers }: Raw): unknown => {
    const by = headers.get('x-opendsr-processor-domain') ?? headers.get('x-opengdpr-processor-domain');
    const signature = headers.get('x-opendsr-signature') ?? headers.get('x-opengdpr-signature') ?? '';
    if (by !== domain || !key.isSigned(body, signature, clock.now())) throw new Unsigned(domain);
    return jsonOf(body);
  };
  return {
    domain,
    async submit(request) {
      const body = bodyOf(request, domain);
      const raw = await call(settings, 'POST', '/requests', body);
      if (raw.status !== 201) throw fault(domain, raw.status);
      const said = accepted.safeParse(signed(raw));
      // They sign what they took in: another person's request, or a changed one, is no receipt of ours.
      const same = said.data?.encoded_request === Buffer.from(body).toString('base64');
      if (!said.success || !same || said.data.subject_request_id !== request.id) throw new Unsigned(domain);
      return { expectedAt: said.data.expected_completion_time };
    },
    async status(id) {
      const raw = await call(settings, 'GET', `/requests/${id}`);
      if (raw.status === 404) return null;
      if (raw.status !== 200) throw fault(domain, raw.status);
      const said = status.safeParse(signed(raw));
      if (!said.success || said.data.subject_request_id !== id) throw new Unsigned(domain);
      const signature = raw.headers.get('x-opendsr-signature') ?? raw.headers.get('x-opengdpr-signature')!;
      return statusOf(said.data, bare, { domain, body: raw.body, signature });
    },
  };
}

/** What a recipient calls back with; null where it is not signed by this key, or speaks of another address than ours. */
export function readCallback(
  { body, signature, domain }: DsrProof,
  { key, url, now }: { readonly key: KnownKey; readonly url: string; readonly now: Instant },
): (DsrStatus & { readonly id: string }) | null {
  if (domain !== key.domain || !key.isSigned(body, signature, now)) return null;
  const said = callbackBody.safeParse(jsonOf(body));
  if (!said.success || said.data.status_callback_url !== url) return null;
  return { id: said.data.subject_request_id, ...statusOf(said.data, bareCallback, { domain, body, signature }) };
}

function statusOf(said: z.output<typeof status>, schema: z.ZodType, proof: DsrProof): DsrStatus {
  const { request_status: state, expected_completion_time: expectedAt } = said;
  const tells = proof.body.length <= PROOF_BYTES && schema.safeParse(jsonOf(proof.body)).success;
  return { state, expectedAt, ...(tells && { proof }) };
}

const PROOF_BYTES = 4_096;

function bodyOf({ id, type, regulation, submittedAt, identities, callback }: DsrRequest, domain: string): string {
  const { email, phone_number } = identities;
  return JSON.stringify({
    ...{ regulation, subject_request_id: id, subject_request_type: type, api_version: DSR_VERSION },
    submitted_time: new Date(submittedAt).toISOString(),
    subject_identities: email.map((identity_value) => ({
      ...{ identity_type: 'email', identity_value, identity_format: 'raw' },
    })),
    ...(callback !== undefined && { status_callback_urls: [callback] }),
    ...(phone_number.length > 0 && { extensions: { [domain]: { phone_number } } }),
  });
}

interface Raw {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

const TIMEOUT = Seconds(20);
const ANSWER_BYTES = 256 * 1_024;
/** Failures on the way out: nothing has left. */
const BEFORE_SENDING = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

async function call(
  { url, token, seal, timeout = TIMEOUT }: ProcessorSettings,
  method: 'GET' | 'POST',
  path: string,
  body?: string,
): Promise<Raw> {
  const signature = seal?.sign(body ?? `${method} ${path}`);
  try {
    const response = await fetch(`${url.replace(/\/$/, '')}${path}`, {
      method,
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(seal && { 'x-opendsr-controller-domain': seal.domain, 'x-opendsr-signature': signature! }),
      },
      ...(body !== undefined && { body }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
    });
    return { status: response.status, headers: response.headers, body: await textOf(response) };
  } catch (error) {
    if (error instanceof KeptError) throw error;
    const { cause, name } = error as { cause?: { code?: string }; name?: string };
    const code = cause?.code ?? (name === 'TimeoutError' ? 'timeout' : 'broken connection');
    throw BEFORE_SENDING.has(code) ? new NotTaken(code) : new Uncertain(code);
  }
}

/** Not more than a status needs, whatever is sent. */
async function textOf({ body }: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body ?? []) {
    bytes += part.length;
    if (bytes > ANSWER_BYTES) throw new Uncertain('the answer is too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function fault(domain: string, code: number): Error {
  if (code === 401 || code === 403) return new AccountFault(domain, `HTTP ${code}`);
  if (code === 429 || code >= 500) return new NotTaken(`HTTP ${code}`);
  return new Rejected('other', `HTTP ${code}`);
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
