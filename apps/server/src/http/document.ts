/** The OpenAPI document, made of the routes themselves. */
import fastifySwagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';

export interface DocumentOptions {
  /** Names of the cookies that carry a session. */
  readonly cookies: { readonly person: string; readonly operator: string };
}

/** Before the routes. */
export async function openApiDocument(app: FastifyInstance, { cookies }: DocumentOptions): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Kept',
        version: '0.1.0',
        description:
          'The privacy policy is the program. A call that changes something names this server in its `origin` header. ' +
          'Operations marked `x-kept-fresh` need a session that began, or was proven, a quarter of an hour ago at most.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
      components: {
        securitySchemes: {
          person: { type: 'apiKey', in: 'cookie', name: cookies.person },
          operator: { type: 'apiKey', in: 'cookie', name: cookies.operator },
        },
      },
    },
    transform: jsonSchemaTransform,
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, async (_, reply) =>
    reply.type('application/json; charset=utf-8').serializer(JSON.stringify).send(app.swagger()),
  );
}
