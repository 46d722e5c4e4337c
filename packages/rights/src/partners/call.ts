/**
 * Routes of protocols that programs of others speak: a signature is over the body as it was sent, so it is read as text, and
 * nothing of it is believed before the signature was checked. Answers have the form of the protocol, errors too.
 */
import type { RightsContext } from '../context.ts';

/** A call as it came, of which nothing is checked yet. */
export interface PartnerCall {
  /** Where it came from: only counted, never kept. */
  readonly address: string;
  readonly params: Readonly<Record<string, string>>;
  /** By lower-case name. */
  readonly header: (name: string) => string;
  readonly body: string;
}

/** What is answered, in the form of the protocol. */
export interface PartnerReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** As it is sent; `application/json` unless the headers say otherwise. */
  readonly body?: string;
}

/** One call of a protocol that programs of others speak. */
export interface PartnerRoute {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** `/opendsr/v2/requests/:id`. */
  readonly path: string;
  readonly handle: (call: PartnerCall, context: RightsContext) => Promise<PartnerReply>;
  /** An error in the form of the protocol: a status and a sentence of ours, never what was sent. */
  readonly fault: (status: number, message: string) => PartnerReply;
}

export const json = (status: number, value: unknown, headers?: Readonly<Record<string, string>>): PartnerReply => ({
  ...{ status, body: JSON.stringify(value) },
  ...(headers && { headers }),
});
