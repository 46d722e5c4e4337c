/** The HTTP server of a house: its routes, and who may come in. */
import { endByLink, honourSignal, partnerRoutes } from '@kept/rights';
import type { FastifyInstance } from 'fastify';
import type { House } from './house.ts';
import { makeApp } from './http/app.ts';
import { callerOf } from './http/caller.ts';
import { allRoutes } from './routes/index.ts';

/** A failure on our side, as an operator may be told of it. */
export interface Failure {
  readonly code: string;
  readonly route: string;
  readonly status: number;
  readonly error: unknown;
}

export interface DoorOptions {
  /** Addresses of our own pages, as browsers send them. */
  readonly origins: ReadonlySet<string>;
  /** Folder of the built web app, if there is one. */
  readonly web: string | null;
  readonly failed: (failure: Failure) => void;
}

/** Listens to nobody yet: `listen` opens the door. */
export function openDoor(house: House, { origins, web, failed }: DoorOptions): Promise<FastifyInstance> {
  return makeApp({
    routes: allRoutes(house),
    context: house,
    sessions: {
      person: async (request) => {
        const session = await house.front.session(request.headers.cookie);
        if (!session) return null;
        const { id, person, region, freshUntil } = session;
        const { address: ip, device: userAgent, cookie, optsOut, lang } = callerOf(request);
        // Before anything else of theirs is decided; where it cannot be honoured, nothing is.
        if (optsOut) await honourSignal(house.rights, { id: person, region }, lang);
        // Prolonged by use, once a day. Where that fails, the session is good until its end and is tried again.
        const cookies = await house.front
          .region(region)
          .renew({ ip, userAgent, cookie }, session)
          .catch(() => []);
        return { id: person, region, session: id, fresh: freshUntil > house.clock.now(), cookies };
      },
      operator: async (request) => {
        const found = await house.operators.sessionOf(request.headers.cookie);
        return found && { id: found.id, role: found.role, enrolled: found.state === 'active' };
      },
    },
    origins,
    cookies: { person: house.front.cookieName, operator: house.operators.cookieName },
    web,
    endByLink: async (token, lang) => (await endByLink(house.rights, token, lang)) !== null,
    partners: {
      routes: partnerRoutes,
      context: house.rights,
      ready: async () => {
        if (!house.versions.certain()) await house.versions.ready();
      },
    },
    trustProxy: house.config.trustProxy,
    onFailure: failed,
  });
}
