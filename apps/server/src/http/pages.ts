import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** The files of the built web app: those that were there at start, and no other. */
export async function pages(app: FastifyInstance, web: string | null): Promise<void> {
  if (web && existsSync(join(web, 'index.html')))
    await app.register(fastifyStatic, { root: web, wildcard: false, maxAge: '1y', immutable: true, index: false });
}
