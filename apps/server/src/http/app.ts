/** The HTTP server: one set of headers and of errors for whatever it answers. */
import { KeptError } from '@kept/base';
import { IdentityRefused } from '@kept/identity';
import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler } from 'fastify-type-provider-zod';
import { type DocumentOptions, openApiDocument } from './document.ts';
import { farewell } from './farewell.ts';
import { headers } from './headers.ts';
import { readJson } from './json.ts';
import { InvalidRequest, type MountOptions, mount, setCookies, validator } from './mount.ts';
import { type EndByLink, oneClick } from './one-click.ts';
import { pages } from './pages.ts';
import { type PartnerOptions, partners } from './partners.ts';
import { problemOf } from './problem.ts';
import { reference } from './reference.ts';
import { answerUnreadable, sendProblem } from './refusal.ts';
import { wellKnown } from './well-known.ts';

export interface AppOptions<Context> extends MountOptions<Context>, DocumentOptions {
  /** Folder of the built web app, if there is one. */
  readonly web: string | null;
  /** Told of each failure by code, route and status; never of what was sent. */
  readonly onFailure: (failure: { code: string; route: string; status: number; error: unknown }) => void;
  /** Of the links in advertising mail. */
  readonly endByLink: EndByLink;
  /** Protocols that programs of others speak. */
  readonly partners: Pick<PartnerOptions, 'routes' | 'context' | 'ready'>;
  /** Proxies whose `x-forwarded-for` is believed. */
  readonly trustProxy: boolean | string;
}

/** Form fields and one small picture (a portrait as data URL) fit; nothing else is that long. */
const BODY_BYTES = 128 * 1024;
/** Longest part of an address that stands for an id. */
const PARAM_LENGTH = 200;
/** For a whole request to arrive. */
const PATIENCE_MS = 30_000;

export async function makeApp<Context>(options: AppOptions<Context>): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: BODY_BYTES,
    requestTimeout: PATIENCE_MS,
    trustProxy: options.trustProxy,
    logger: false,
    routerOptions: { maxParamLength: PARAM_LENGTH },
    frameworkErrors: (error, _, reply) => void sendProblem(reply, problemOf(error)),
    clientErrorHandler: answerUnreadable,
  });
  farewell(app);
  readJson(app);
  app.setValidatorCompiler(validator);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler((error, request, reply) => {
    const problem = error instanceof InvalidRequest ? error.problem : problemOf(error);
    if (problem.status >= 500) {
      options.onFailure({ code: problem.code, route: request.routeOptions.url ?? '*', status: problem.status, error });
    }
    if (error instanceof IdentityRefused) setCookies(reply, error.setCookies);
    return sendProblem(reply, problem);
  });
  await headers(app);
  await openApiDocument(app, options);
  await reference(app);
  await app.register((api) => mount(api, options));
  wellKnown(app);
  await oneClick(app, options.endByLink);
  await partners(app, { ...options.partners, failed: options.onFailure });
  await pages(app, options.web);
  app.setNotFoundHandler(async (request, reply) => {
    // The web app finds its own way from any address.
    if (options.web && (request.method === 'GET' || request.method === 'HEAD') && !isApi(request.url))
      return reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-cache')
        .sendFile('index.html', { cacheControl: false });
    const help = 'see /reference';
    return sendProblem(reply, problemOf(new KeptError('misuse', 'ROUTE_NOT_FOUND', 'there is nothing here', { help })));
  });
  return app;
}

const isApi = (url: string): boolean => /^\/api(?:[/?#]|$)/.test(url);
