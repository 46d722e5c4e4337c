/** The HTTP server: headers, errors, the OpenAPI document and its reference page, the web app's files. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyHelmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import fastifySwagger from '@fastify/swagger';
import type { Problem } from '@kept/api';
import { KeptError } from '@kept/base';
import scalar from '@scalar/fastify-api-reference';
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { jsonSchemaTransform, serializerCompiler } from 'fastify-type-provider-zod';
import { InvalidRequest, type MountOptions, mount, validator } from './mount.ts';
import { problemOf } from './problem.ts';

export interface AppOptions<Context> extends MountOptions<Context> {
  /** Folder of the built web app, if there is one. */
  readonly web: string | null;
  /** Told of each failure by code, route and status; never of what was sent. */
  readonly onFailure: (failure: { code: string; route: string; status: number; error: unknown }) => void;
  /** Proxies whose `x-forwarded-for` is believed. */
  readonly trustProxy: boolean | string;
}

/** Form fields and one small picture (a portrait as data URL) fit; nothing else is that long. */
const BODY_BYTES = 128 * 1024;

export async function makeApp<Context>(options: AppOptions<Context>): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: BODY_BYTES,
    trustProxy: options.trustProxy,
    logger: false,
    routerOptions: { maxParamLength: 200 },
  });
  app.setValidatorCompiler(validator);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler((error, request, reply) => {
    const problem = error instanceof InvalidRequest ? error.problem : problemOf(error);
    if (problem.status >= 500) {
      options.onFailure({ code: problem.code, route: request.routeOptions.url ?? '*', status: problem.status, error });
    }
    return sendProblem(reply, problem);
  });
  await headers(app);
  await reference(app);
  await app.register(async (api) => mount(api, options));
  await pages(app, options.web);
  return app;
}

function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problem);
}

async function headers(app: FastifyInstance): Promise<void> {
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // Positions of floating panels are set as style attributes by the component base.
        styleSrc: ["'self'"],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    // Set only behind TLS by the proxy that ends it; on plain loopback it would lock the browser out.
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
  });
  app.addHook('onSend', async (request, reply) => {
    // Answers about a person stay out of every cache.
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
}

async function reference(app: FastifyInstance): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Kept', version: '0.1.0', description: 'The privacy policy is the program.' },
      components: {
        securitySchemes: {
          person: { type: 'apiKey', in: 'cookie', name: 'kept.session' },
          operator: { type: 'apiKey', in: 'cookie', name: 'kept.operator' },
        },
      },
    },
    transform: jsonSchemaTransform,
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, async (_, reply) =>
    reply.serializer(JSON.stringify).send(app.swagger()),
  );
  await app.register(scalar as never, {
    routePrefix: '/reference',
    configuration: { url: '/api/openapi.json', withDefaultFonts: false, telemetry: false, hideClientButton: true },
  });
}

async function pages(app: FastifyInstance, web: string | null): Promise<void> {
  if (web && existsSync(join(web, 'index.html'))) {
    await app.register(fastifyStatic, { root: web, wildcard: false, maxAge: '1y', immutable: true, index: false });
  }
  app.setNotFoundHandler((request, reply) => {
    const page = web && request.method === 'GET' && !request.url.startsWith('/api/');
    if (page)
      return reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-cache')
        .sendFile('index.html', { maxAge: 0, immutable: false });
    const error = new KeptError('misuse', 'ROUTE_NOT_FOUND', 'there is nothing at this address', {
      help: 'see /reference',
    });
    return sendProblem(reply, problemOf(error));
  });
}
