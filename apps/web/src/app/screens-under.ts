/** The pages that services bring along, as routes. */
import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Screen } from './screens.ts';

/** The addresses of these pages are data, which the types of the tree do not know. */
export const screensUnder = (parent: () => AnyRoute, screens: readonly Screen[]): AnyRoute[] =>
  screens.map(({ path, load }) =>
    createRoute({
      getParentRoute: parent,
      path,
      component: lazyRouteComponent(async () => ({ default: await load() })),
    }),
  );
/** A tree that has them too, typed by what it has without. */
export const withScreens = <const Own extends readonly AnyRoute[]>(own: Own, screens: readonly AnyRoute[]): Own =>
  [...own, ...screens] as unknown as Own;
