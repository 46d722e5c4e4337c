/** Every route of the server: its own, those of the rights, those of each service. */
import type { Route } from '@kept/kit';
import { rightsRoutes } from '@kept/rights';
import type { House } from '../house.ts';
import { consoleRoutes } from './console.ts';
import { publicRoutes } from './public.ts';
import { sessionRoutes } from './session.ts';

/** Bound to what each is given, so that the server mounts them alike. */
export function allRoutes(house: House): Route<House>[] {
  const bind = <Context>(routes: readonly Route<Context>[], context: Context): Route<House>[] =>
    routes.map(({ endpoint, handle }) => ({ endpoint, handle: (call) => handle(call, context) }));
  return [
    ...publicRoutes,
    ...sessionRoutes,
    ...consoleRoutes,
    ...bind(rightsRoutes, house.rights),
    ...house.services.flatMap((service) => bind(service.routes, house.contextOf(service))),
  ];
}
