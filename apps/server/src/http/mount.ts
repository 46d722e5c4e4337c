/** Routes as data become routes of the HTTP server: parsed, authorised, answered, in that order. */
import { Readable } from 'node:stream';
import { type Endpoint, Language, Problem, STAFF } from '@kept/api';
import { Misuse, Refused } from '@kept/base';
import type { Reply, Route, SignedIn, Staff } from '@kept/kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { callerOf, refuseForeignOrigin } from './caller.ts';
import { invalid } from './problem.ts';

/** Somebody who is signed in, and cookies that prolong it. */
export type Present = SignedIn & { readonly cookies: readonly string[] };

/** Who is behind a request. Both answer null rather than throw: the route says whether that matters. */
export interface Sessions {
  person(request: FastifyRequest): Promise<Present | null>;
  operator(request: FastifyRequest): Promise<StaffPresent | null>;
}

/** `enrolled`: has chosen how to sign in; before that nothing else is theirs to do. */
export type StaffPresent = Staff & { readonly enrolled: boolean };

export interface MountOptions<Context> {
  readonly routes: readonly Route<Context>[];
  readonly context: Context;
  readonly sessions: Sessions;
  readonly origins: ReadonlySet<string>;
}

const SIGN_IN = 'sign in at /sign-in and call again with the session cookie';

export async function mount<Context>(app: FastifyInstance, options: MountOptions<Context>): Promise<void> {
  const takesBytes = ({ endpoint }: Route<Context>): boolean => endpoint.takes !== undefined;
  mountSome(app, { ...options, routes: options.routes.filter((route) => !takesBytes(route)) });
  // INVARIANT: bytes are read where they are expected and nowhere else; everywhere else a body is JSON.
  await app.register(async (inner) => {
    inner.removeAllContentTypeParsers();
    inner.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
    mountSome(inner, { ...options, routes: options.routes.filter(takesBytes) });
  });
}

function mountSome<Context>(app: FastifyInstance, options: MountOptions<Context>): void {
  for (const route of options.routes) {
    const { endpoint } = route;
    app.route({
      method: endpoint.method,
      url: endpoint.path,
      ...(endpoint.bytes !== undefined && { bodyLimit: endpoint.bytes }),
      schema: schemaOf(endpoint),
      onRequest: async (request) => refuseForeignOrigin(request, options.origins, endpoint.who),
      // Who comes before what: a stranger learns nothing of a route's form.
      preValidation: async (request, reply) => {
        const { person, operator } = await admit(request, endpoint, options.sessions);
        if (operator) onDuty.set(request, operator);
        if (person) {
          signedIn.set(request, person);
          setCookies(reply, person.cookies);
        }
        if (!endpoint.body && !endpoint.takes) refuseBody(request.body);
      },
      handler: async (request, reply) => {
        const person = signedIn.get(request) ?? null;
        const call = {
          params: request.params,
          query: request.query,
          body: endpoint.takes ? undefined : request.body,
          bytes: Buffer.isBuffer(request.body) ? request.body : NO_BYTES,
          caller: callerOf(request),
          person,
          operator: onDuty.get(request) ?? null,
        };
        return answer(reply, await route.handle(call as never, options.context), endpoint.produces);
      },
    });
  }
}

const NO_BYTES = new Uint8Array();
const signedIn = new WeakMap<FastifyRequest, SignedIn>();
const onDuty = new WeakMap<FastifyRequest, Staff>();

interface Admitted {
  readonly person?: Present;
  readonly operator?: Staff;
}

async function admit(request: FastifyRequest, route: Endpoint, sessions: Sessions): Promise<Admitted> {
  if (route.who === 'anyone') return {};
  if (route.who === 'operator') {
    const operator = await sessions.operator(request);
    if (operator) return { operator: allowed(operator, route) };
    throw new Misuse('OPERATOR_SESSION_REQUIRED', 'this is for operators', {
      help: 'sign in at /console, or open it through the link that `kept start` prints',
    });
  }
  const person = await sessions.person(request);
  if (!person) throw new Misuse('SESSION_REQUIRED', 'this needs a session', { help: SIGN_IN });
  if (route.fresh && !person.fresh) {
    throw new Misuse('SESSION_NOT_FRESH', 'this needs a session that began a short while ago', { help: SIGN_IN });
  }
  return { person };
}

/** By the role that a member of staff has. */
function allowed(operator: StaffPresent, { staff = STAFF.decide, invited = false }: Endpoint): Staff {
  if (!operator.enrolled && !invited)
    throw new Refused('OPERATOR_NOT_ENROLLED', 'first choose how you sign in', { help: 'open /console' });
  const roles: readonly string[] = staff;
  if (!roles.includes(operator.role))
    throw new Refused('OPERATOR_ROLE', 'this is not among what your role may do', { help: 'ask the owner' });
  return operator;
}

/** Every answer may be asked for in a language. */
const LANG = { lang: Language.optional() };
const NOTHING = z.strictObject({});

function refuseBody(body: unknown): void {
  const parsed = NOTHING.safeParse(body ?? {});
  if (!parsed.success) throw new InvalidRequest(invalid(parsed.error));
}

function schemaOf(route: Endpoint): Record<string, unknown> {
  const answers = Object.entries(route.answers).map(([status, schema]) => [status, answerOf(schema, route.produces)]);
  return {
    summary: route.summary,
    operationId: `${route.method.toLowerCase()} ${route.path}`.replaceAll(/[^a-z]+/gi, '-'),
    tags: [route.path.split('/')[2] ?? 'kept'],
    security: route.who === 'anyone' ? [] : [{ [route.who]: [] }],
    ...(route.fresh && { 'x-kept-fresh': true }),
    ...(route.staff && { 'x-kept-staff': route.staff }),
    ...(route.params && { params: route.params }),
    querystring: (route.query ?? NOTHING).extend(LANG),
    ...(route.body && { body: route.body }),
    response: { ...Object.fromEntries(answers), default: PROBLEM },
  };
}

const PROBLEM = {
  description: 'What went wrong (RFC 9457).',
  content: { 'application/problem+json': { schema: Problem } },
};

function answerOf(schema: z.ZodType | null, produces: string | undefined): object {
  if (schema) return { description: 'Done.', content: { 'application/json': { schema } } };
  if (!produces) return z.undefined().describe('Done; nothing to say.');
  const types = produces.split(', ').map((type) => [type, { schema: z.string() }]);
  return { description: 'Done.', content: Object.fromEntries(types) };
}

/** Beside those that are there. */
export function setCookies(reply: FastifyReply, cookies: readonly string[] = []): void {
  for (const cookie of cookies) reply.header('set-cookie', cookie);
}

async function answer(reply: FastifyReply, result: Reply, produces: string | undefined): Promise<FastifyReply> {
  setCookies(reply, result.cookies);
  for (const [name, value] of Object.entries(result.headers ?? {})) reply.header(name, value);
  reply.code(result.status);
  if (result.stream) {
    const type = result.headers?.['content-type'] ?? produces ?? 'application/octet-stream';
    return reply.type(type).send(Readable.from(result.stream));
  }
  return reply.send(result.body);
}

/** Zod as Fastify's validator: the first part of a request that does not parse becomes a problem that names its fields. */
export const validator = ({ schema, httpPart }: { schema: unknown; httpPart?: string }) => {
  const type = schema as z.ZodType;
  const names = namesIn(z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' }));
  const at = httpPart === 'body' ? '' : `/${httpPart === 'querystring' ? 'query' : (httpPart ?? '')}`;
  return (data: unknown): { value: unknown } | { error: Error } => {
    const parsed = type.safeParse(data ?? {});
    return parsed.success ? { value: parsed.data } : { error: new InvalidRequest(invalid(parsed.error, at, names)) };
  };
};

/** Every name of a field in a JSON schema, at whatever depth. */
function namesIn(schema: unknown, found: Set<string> = new Set()): Set<string> {
  if (typeof schema !== 'object' || schema === null) return found;
  const { properties } = schema as { properties?: object };
  for (const name of Object.keys(properties ?? {})) found.add(name);
  for (const inner of Object.values(schema)) namesIn(inner, found);
  return found;
}

/** Carries the finished problem through the framework to its error handler. */
export class InvalidRequest extends Misuse {
  readonly problem: ReturnType<typeof invalid>;
  constructor(problem: ReturnType<typeof invalid>) {
    super('REQUEST_INVALID', problem.title);
    this.problem = problem;
  }
}
