import type { FastifyInstance } from 'fastify';

/** When what we do about the signal last changed. */
const SIGNAL_SINCE = '2026-11-27';

/** What this site says of itself to programs: that it follows Global Privacy Control (https://w3c.github.io/gpc/). */
export function wellKnown(app: FastifyInstance): void {
  app.get('/.well-known/gpc.json', { schema: { hide: true } }, async (_, reply) =>
    reply
      .type('application/json; charset=utf-8')
      .serializer((body: unknown) => JSON.stringify(body))
      .send({ gpc: true, lastUpdate: SIGNAL_SINCE }),
  );
}
