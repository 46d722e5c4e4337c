import type { z } from 'zod';

/** Who may call: `anyone` without a session, `person` signed in to their own account, `operator` of the console. */
export type Audience = 'anyone' | 'person' | 'operator';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

type Schema = z.ZodType | undefined;

/**
 * One call of the HTTP API as data. The server spreads it into a route and adds the handler; the web's client takes its
 * types from it. Requests refuse unknown keys; answers drop them, so a value that the contract does not name never leaves.
 */
export interface Endpoint<
  Params extends Schema = Schema,
  Query extends Schema = Schema,
  Body extends Schema = Schema,
  Answers extends Readonly<Record<number, z.ZodType | null>> = Readonly<Record<number, z.ZodType | null>>,
> {
  readonly method: Method;
  /** `/api/account/sessions/:id`: parameters by colon. */
  readonly path: `/api/${string}`;
  readonly who: Audience;
  /** Only with a fresh session, else 401 `SESSION_NOT_FRESH`; see `proveSession` of the account service. */
  readonly fresh?: boolean;
  /** One sentence, in English, for the API reference. */
  readonly summary: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** Schema of each successful answer by status; `null` for one without a body. Errors are always a `Problem`. */
  readonly answers: Answers;
  /** Media type where it is not JSON. */
  readonly produces?: string;
}

/** Returns the declaration unchanged, with its types inferred. */
export const endpoint = <
  Params extends Schema = undefined,
  Query extends Schema = undefined,
  Body extends Schema = undefined,
  const Answers extends Readonly<Record<number, z.ZodType | null>> = Readonly<Record<number, never>>,
>(
  declaration: Endpoint<Params, Query, Body, Answers>,
): Endpoint<Params, Query, Body, Answers> => declaration;

type In<S> = S extends z.ZodType ? z.input<S> : undefined;
type AnswerOf<A> = A extends z.ZodType ? z.output<A> : undefined;

/** What a caller gives: only the parts that the endpoint has. */
export type CallOf<E extends Endpoint> = (E extends Endpoint<infer P, Schema, Schema>
  ? P extends z.ZodType
    ? { readonly params: In<P> }
    : unknown
  : never) &
  (E extends Endpoint<Schema, infer Q, Schema> ? (Q extends z.ZodType ? { readonly query?: In<Q> } : unknown) : never) &
  (E extends Endpoint<Schema, Schema, infer B> ? (B extends z.ZodType ? { readonly body: In<B> } : unknown) : never);

/** What comes back when all goes well. */
export type AnswerTo<E extends Endpoint> = AnswerOf<E['answers'][keyof E['answers']]>;
