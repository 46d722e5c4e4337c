import type { z } from 'zod';

/** Who may call: `anyone` without a session, `person` signed in to their own account, `operator` of the console. */
export type Audience = 'anyone' | 'person' | 'operator';

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
  /** Only with a fresh session, else 401 `SESSION_NOT_FRESH`; see `proveSession` of the account service. */
  readonly fresh?: boolean;
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
  (PartOf<E, 'body'> extends z.ZodType ? { readonly body: In<PartOf<E, 'body'>> } : unknown);

/** What comes back when all goes well. */
export type AnswerTo<E extends Endpoint> = AnswerOf<E['answers'][keyof E['answers']]>;
