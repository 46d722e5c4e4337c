import { isIP } from 'node:net';
import type { Audience } from '@kept/api';
import { Refused } from '@kept/base';
import type { Caller } from '@kept/kit';
import type { Lang } from '@kept/policy';
import type { FastifyRequest } from 'fastify';

const LANGS: readonly Lang[] = ['zh-Hans', 'zh-Hant', 'en'];

/** `?lang=`, else the first language of `accept-language` that we write, else English. */
export function langOf(request: FastifyRequest): Lang {
  const asked = (request.query as { lang?: unknown } | undefined)?.lang;
  if (LANGS.includes(asked as Lang)) return asked as Lang;
  for (const part of (request.headers['accept-language'] ?? '').split(',')) {
    const tag = part.split(';')[0]!.trim().toLowerCase();
    if (/^zh-(hant|tw|hk|mo)/.test(tag)) return 'zh-Hant';
    if (tag.startsWith('zh')) return 'zh-Hans';
    if (tag.startsWith('en')) return 'en';
  }
  return 'en';
}

export function callerOf(request: FastifyRequest): Caller {
  return {
    // What a proxy that is believed names as the client must at least be an address.
    address: isIP(request.ip) > 0 ? request.ip : (request.socket.remoteAddress ?? ''),
    device: String(request.headers['user-agent'] ?? '').slice(0, 300),
    lang: langOf(request),
    cookie: request.headers.cookie ?? '',
    origin: request.headers.origin ?? '',
    authorization: request.headers.authorization ?? '',
    optsOut: request.headers['sec-gpc'] === '1',
  };
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Cross-site request forgery: a request that changes something and carries a cookie must come from our own pages.
 * A browser sends `Origin` with every such request; one that has neither `Origin` nor a cookie has no borrowed authority.
 * What only its person or an operator may read is not fetched, framed or linked to by another site either: opening it
 * is an entry of the ledger.
 */
export function refuseForeignOrigin(request: FastifyRequest, own: ReadonlySet<string>, who: Audience): void {
  const { origin, cookie } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const borrowed = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (SAFE.has(request.method)) {
    if (who === 'anyone' || !borrowed) return;
  } else if (origin !== undefined ? own.has(origin) : site === 'same-origin' || (site === undefined && !cookie)) return;
  throw new Refused('HTTP_FOREIGN_ORIGIN', 'this request does not come from our own pages', {
    help: 'send it from the app, or with an `origin` header that names this server and no borrowed cookie',
  });
}
