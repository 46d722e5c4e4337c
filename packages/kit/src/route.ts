import type { Audience, Duty, Endpoint, PartOf } from '@kept/api';
import type { Lang } from '@kept/policy';
import type { z } from 'zod';

/** What the transport knows about a call. Personal (address, device): never logged, never kept but sealed. */
export interface Caller {
  readonly address: string;
  readonly device: string;
  readonly lang: Lang;
  /** The request's `cookie` and `origin` headers, for those who check sessions. */
  readonly cookie: string;
  readonly origin: string;
  /** The `authorization` header, for what is no person: a device. */
  readonly authorization: string;
  /** The browser sends `Sec-GPC: 1`: its person objects to the sale and the sharing of their data. */
  readonly optsOut: boolean;
}

/** A person with a live session. */
export interface SignedIn {
  readonly id: string;
  readonly region: string;
  readonly session: string;
  /** Signed in, or proven again, a short while ago: asked for by what cannot be taken back. */
  readonly fresh: boolean;
}

/** A member of staff, by the id under which the ledger knows them. */
export interface Staff {
  readonly id: string;
  readonly role: Duty;
}

type Out<S> = S extends z.ZodType ? z.output<S> : undefined;

/** A call as its handler sees it: parsed by the endpoint's schemas, and authorised for its audience. */
export interface RouteCall<E extends Endpoint> {
  readonly params: Out<PartOf<E, 'params'>>;
  readonly query: Out<PartOf<E, 'query'>>;
  readonly body: Out<PartOf<E, 'body'>>;
  /** Of an endpoint that takes bytes; empty for all others. */
  readonly bytes: Uint8Array;
  readonly caller: Caller;
  readonly person: E['who'] extends 'person' ? SignedIn : null;
  readonly operator: E['who'] extends 'operator' ? Staff : null;
}

/** What a route answers: a status with a body that the endpoint declares, or a stream. */
export interface Reply<Body = unknown> {
  readonly status: number;
  readonly body?: Body;
  /** `set-cookie` values. */
  readonly cookies?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent piece by piece instead of `body`; memory stays flat. */
  readonly stream?: AsyncIterable<string | Uint8Array>;
}

type BodyOf<A> = A extends z.ZodType ? z.output<A> : undefined;

/** What a handler may answer: a status that the endpoint declares, with a body of its schema. */
export type ReplyTo<E extends Endpoint, S extends keyof E['answers']> = Reply<BodyOf<E['answers'][S]>> & {
  readonly status: S;
};

/** A route with its types forgotten, as the server walks it. */
export interface Route<Context> {
  readonly endpoint: Endpoint;
  readonly handle: (call: RouteCall<Endpoint>, context: Context) => Promise<Reply>;
}

/**
 * Routes are data: the server mounts them, the OpenAPI document lists them, and the authorisation test walks them.
 * `routesOf<Context>()` fixes what the handlers are given; each call infers the rest from its endpoint.
 */
export const routesOf =
  <Context>() =>
  <E extends Endpoint & { readonly who: Audience }, S extends keyof E['answers'] & number>(
    endpoint: E,
    handle: (call: RouteCall<NoInfer<E>>, context: Context) => Promise<ReplyTo<NoInfer<E>, S>>,
  ): Route<Context> => ({
    endpoint,
    // The server has parsed the call with this endpoint's schemas before it comes here.
    handle: handle as unknown as Route<Context>['handle'],
  });
