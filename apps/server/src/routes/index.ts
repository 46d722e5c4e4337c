/** Every route of the server: its own, those of the rights, those of each service. */
import type { Endpoint } from '@kept/api';
import type { Json } from '@kept/base';
import { incidentRoutes } from '@kept/incidents';
import type { Route, Staff } from '@kept/kit';
import { rightsRoutes } from '@kept/rights';
import type { House } from '../house.ts';
import { consoleRoutes } from './console.ts';
import { publicRoutes } from './public.ts';
import { sessionRoutes } from './session.ts';
import { staffRoutes } from './staff.ts';
import { versionRoutes } from './versions.ts';

/** What staff do is recorded before it is done; what only reads is not, but for values, which the gate records. */
async function onRecord({ method, path }: Endpoint, { operator, params }: Parameters<Handle>[0], house: House) {
  const staff = operator as Staff | null;
  if (staff && method !== 'GET' && !OF_ACCOUNTS.has(path))
    await house.operators.staff.record(staff.id, `${method} ${path}`, { ...(params as Json | undefined as object) });
}

/** Record themselves, with more. */
const OF_ACCOUNTS: ReadonlySet<string> = new Set(staffRoutes.map(({ endpoint }) => endpoint.path));

type Handle = Route<House>['handle'];

/** Bound to what each is given, so that the server mounts them alike. */
export function allRoutes(house: House): Route<House>[] {
  const bind = <Context>(routes: readonly Route<Context>[], context: Context): Route<House>[] =>
    routes.map(({ endpoint, handle }) => ({ endpoint, handle: (call) => handle(call, context) }));
  const all = [
    ...publicRoutes,
    ...sessionRoutes,
    ...staffRoutes,
    ...consoleRoutes,
    ...versionRoutes,
    ...bind(rightsRoutes, house.rights),
    ...bind(incidentRoutes, house.incidents),
    ...house.services.flatMap((service) => bind(service.routes, house.contextOf(service))),
  ];
  return all.map(({ endpoint, handle }) => ({
    endpoint,
    // No answer goes by a version that another process may have replaced: what is not certain is asked first, or refused.
    handle: async (call, context) => {
      if (!house.versions.certain()) await house.versions.ready();
      await onRecord(endpoint, call, house);
      return handle(call, context);
    },
  }));
}
