import type { z } from 'zod';

/** Who may call: `anyone` without a session, `person` signed in to their own account, `operator` of the console. */
export type Audience = 'anyone' | 'person' | 'operator';

/** Roles of staff: the owner of the installation, privacy officers, agents who work on requests, auditors who only read. */
export type Duty = 'owner' | 'officer' | 'agent' | 'auditor';

/** Who among staff may call what. */
export const STAFF = {
  /** Reading what names nobody. */
  all: ['owner', 'officer', 'agent', 'auditor'],
  /** Reading what others of the staff did, and proving the ledger. */
  audit: ['owner', 'officer', 'auditor'],
  /** Working on requests. */
  work: ['owner', 'officer', 'agent'],
  /** Second looks, messages, versions of the policy. */
  decide: ['owner', 'officer'],
  /** Accounts of staff. */
  own: ['owner'],
} as const satisfies Readonly<Record<string, readonly Duty[]>>;

/** HTTP methods that the API uses. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One call of the HTTP API as data. The server spreads it into a route and adds the handler; the web's client takes its
 * types from it. Requests refuse unknown keys; answers drop them, so a value that the contract does not name never leaves.
 */
export interface Endpoint {
  readonly method: Method;
  /** `/api/account/sessions/:id`: parameters by colon. */
  readonly path: `/api/${string}`;
  readonly who: Audience;
  /** Of an operator's: roles that may; `STAFF.decide` where it says nothing. */
  readonly staff?: readonly Duty[];
  /** Of an operator's: also for whoever was invited and has not chosen yet how to sign in. */
  readonly invited?: boolean;
  /** Only with a fresh session, else 401 `SESSION_NOT_FRESH`; see `proveSession` of the account service. */
  readonly fresh?: boolean;
  /** Bytes instead of JSON; `bytes` says how many. The handler has them as `bytes`. */
  readonly takes?: 'application/octet-stream';
  /** The longest body that it takes, where that is more than usual. */
  readonly bytes?: number;
  /** One sentence, in English, for the API reference. */
  readonly summary: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Schema of each successful answer by status; `null` for one without a body. Errors are always a `Problem`. */
  readonly answers: Readonly<Record<number, z.ZodType | null>>;
  /** Media type where it is not JSON. */
  readonly produces?: string;
}

/** Returns the declaration unchanged, with its literal type. */
export const endpoint = <const E extends Endpoint>(declaration: E): E => declaration;

/** The schema that an endpoint has for one part of its requests; `undefined` where it has none. */
export type PartOf<E extends Endpoint, Part extends 'params' | 'query' | 'body'> = E extends {
  readonly [P in Part]: infer S;
}
  ? S
  : undefined;

type In<S> = S extends z.ZodType ? z.input<S> : undefined;
type AnswerOf<A> = A extends z.ZodType ? z.output<A> : undefined;

/** What a caller gives: only the parts that the endpoint has. */
export type CallOf<E extends Endpoint> = (PartOf<E, 'params'> extends z.ZodType
  ? { readonly params: In<PartOf<E, 'params'>> }
  : unknown) &
  (PartOf<E, 'query'> extends z.ZodType ? { readonly query?: In<PartOf<E, 'query'>> } : unknown) &
  (PartOf<E, 'body'> extends z.ZodType ? { readonly body: In<PartOf<E, 'body'>> } : unknown) &
  (E extends { readonly takes: string } ? { readonly bytes: Blob } : unknown);

/** What comes back when all goes well. */
export type AnswerTo<E extends Endpoint> = AnswerOf<E['answers'][keyof E['answers']]>;
