/** The page that shows the OpenAPI document, with a content security policy of its own. */
import { randomBytes } from 'node:crypto';
import scalar from '@scalar/fastify-api-reference';
import type { FastifyInstance } from 'fastify';
import { POLICY } from './headers.ts';

/** The library gives the nonce to the first of the style sheets that it adds while it runs; the others get it here. */
const SHEETS = `{
  const { nonce } = document.currentScript;
  const make = document.createElement.bind(document);
  document.createElement = (name, options) => Object.assign(make(name, options), name === 'style' && { nonce });
}`;

/** Where the library writes the nonce of its scripts and styles; each answer has another. */
const NONCE = 'kept-nonce-of-this-answer';

export async function reference(app: FastifyInstance): Promise<void> {
  await app.register(async (page) => {
    page.addHook('onRequest', async (request) => {
      // The library makes a URL of it, and fails on one that is none. Its answers do not depend on it.
      request.raw.headers.host = 'localhost';
    });
    page.addHook('onSend', async (_, reply, payload) => {
      if (typeof payload !== 'string' || !payload.includes(NONCE)) return payload;
      const nonce = randomBytes(16).toString('base64');
      const own = `'nonce-${nonce}'`;
      reply.header('content-security-policy', policyOf({ ...POLICY, scriptSrc: [own], styleSrc: [own] }));
      return payload.replace('<head>', `<head><script nonce="${NONCE}">${SHEETS}</script>`).replaceAll(NONCE, nonce);
    });
    await page.register(scalar as never, {
      routePrefix: '/reference',
      configuration: {
        ...{ url: '/api/openapi.json', pageTitle: 'Kept API', nonce: NONCE },
        // All that would lead, or send, to the library's own services.
        ...{ withDefaultFonts: false, telemetry: false, hideClientButton: true, showDeveloperTools: 'never' },
        ...{ agent: { disabled: true }, mcp: { disabled: true } },
      },
    });
  });
}

const policyOf = (directives: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(directives)
    .map(([name, sources]) => [name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), ...sources].join(' '))
    .join(';');
