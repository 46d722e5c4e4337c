/** The HTTP server of a house: its routes, and who may come in. */
import type { FastifyInstance } from 'fastify';
import type { House } from './house.ts';
import { makeApp } from './http/app.ts';
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
      person: async ({ headers: { cookie } }) => {
        const session = await house.front.session(cookie);
        if (!session) return null;
        const { id, person, region, freshUntil } = session;
        return { id: person, region, session: id, fresh: freshUntil > house.clock.now() };
      },
      operator: async (request) => house.operators.sessionOf(request) !== null,
    },
    origins,
    web,
    trustProxy: house.config.trustProxy,
    onFailure: failed,
  });
}
