/** Protocols of other programs: bodies as text, since what was signed is what was sent; errors in the protocol's own form. */
import type { PartnerReply, PartnerRoute, RightsContext } from '@kept/rights';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { problemOf } from './problem.ts';

/** A signed request with its identities; nothing is that long. */
const BODY_BYTES = 32 * 1_024;

export interface PartnerOptions {
  readonly routes: readonly PartnerRoute[];
  readonly context: RightsContext;
  /** Before anything is answered: whether this process knows which policy is in force. */
  readonly ready: () => Promise<void>;
  readonly failed: (failure: { code: string; route: string; status: number; error: unknown }) => void;
}

export async function partners(app: FastifyInstance, options: PartnerOptions): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    for (const type of ['application/json', 'text/plain'])
      scope.addContentTypeParser(type, { parseAs: 'string', bodyLimit: BODY_BYTES }, (_, body, done) =>
        done(null, body),
      );
    for (const route of options.routes) mountOne(scope, route, options);
  });
}

function mountOne(scope: FastifyInstance, route: PartnerRoute, { context, ready, failed }: PartnerOptions): void {
  scope.route({
    ...{ method: route.method, url: route.path, bodyLimit: BODY_BYTES, schema: { hide: true } },
    errorHandler: (error, _, reply) => {
      const { status, code, title } = problemOf(error);
      if (status >= 500) failed({ code, route: route.path, status, error });
      return send(reply, route.fault(status, title));
    },
    handler: async (request, reply) => {
      await ready();
      const header = (name: string): string => {
        const value = request.headers[name];
        return typeof value === 'string' ? value : '';
      };
      const body = typeof request.body === 'string' ? request.body : '';
      const params = (request.params ?? {}) as Record<string, string>;
      return send(reply, await route.handle({ address: request.ip, params, header, body }, context));
    },
  });
}

const send = (reply: FastifyReply, { status, headers = {}, body = '' }: PartnerReply): FastifyReply =>
  reply
    .code(status)
    .headers({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers })
    .serializer(String)
    .send(body);
