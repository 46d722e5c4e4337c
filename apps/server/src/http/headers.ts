import fastifyHelmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** What a page of ours may load: our own, and nothing else. */
export const POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  // Positions of floating panels are set as style attributes by the component base.
  styleSrc: ["'self'"],
  styleSrcAttr: ["'unsafe-inline'"],
  // A blob is a picture that somebody has just chosen, before it is sent.
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

/** On every answer. */
export async function headers(app: FastifyInstance): Promise<void> {
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: { useDefaults: false, directives: POLICY },
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
    // Set only behind TLS by the proxy that ends it; on plain loopback it would lock the browser out.
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
  });
  app.addHook('onSend', async (request, reply) => {
    // Answers about a person stay out of every cache.
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
}
