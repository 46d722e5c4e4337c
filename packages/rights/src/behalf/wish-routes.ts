/** A person's own arrangements, and their word that they are alive. */
import { dropWishes, keepWishes, readWishes, stopAskedAbout } from '@kept/api';
import { type Route, routesOf } from '@kept/kit';
import type { Lang } from '@kept/policy';
import type { RightsContext } from '../context.ts';
import { NoLetters } from '../errors.ts';
import { requestView } from '../request-view.ts';
import { keepWishes as keep, laidDown, readWishes as read, WISH } from './wishes.ts';

const route = routesOf<RightsContext>();

interface Somebody {
  readonly id: string;
  readonly region: string;
}

export const wishRoutes: readonly Route<RightsContext>[] = [
  route(readWishes, async ({ person, caller }, context) => ({
    status: 200,
    body: await viewOf(context, person, caller.lang),
  })),
  route(keepWishes, async ({ person, body, caller }, context) => {
    const store = context.wishes(person.region);
    if (!store) throw new NoLetters();
    await keep(store, person.id, body);
    return { status: 200, body: await viewOf(context, person, caller.lang) };
  }),
  route(dropWishes, async ({ person, caller }, context) => {
    const store = context.wishes(person.region);
    if (store && (await laidDown(store, person.id))) {
      await store.collect({ role: 'person' }, person.id, { [WISH]: null }, person.id);
      await store.remove(person.id, person.id);
    }
    return { status: 200, body: await viewOf(context, person, caller.lang) };
  }),
  route(stopAskedAbout, async ({ person, caller }, context) => {
    const own = context.at(person.region);
    for (const id of context.regions) {
      const requests = context.requests(id);
      for (const { id: request, kind: right } of await requests.behalf.stopAbout(person.id)) {
        await own.gate.record(person.id, 'right', { right, request, stage: 'person-is-here' });
        await context.workflows.wake(request, 'person-is-here');
      }
    }
    return { status: 200, body: await viewOf(context, person, caller.lang) };
  }),
];

async function viewOf(context: RightsContext, { id, region }: Somebody, lang: Lang) {
  const found = await Promise.all(
    context.regions.map(async (each) =>
      (await context.requests(each).behalf.askedAbout(id)).map((request) => ({ at: context.at(each), request })),
    ),
  );
  const asked = found
    .flat()
    .toSorted((a, b) => b.request.madeAt - a.request.madeAt)
    .flatMap(({ at, request }) => {
      const { behalf } = request.about;
      if (!behalf) return [];
      const { as, wants } = behalf;
      const label = requestView(context, at, request, lang).title;
      return [{ at: request.madeAt, as, wants, label, open: request.state === 'running' }];
    });
  return { wishes: await read(context.wishes(region), { role: 'person' }, id), asked: asked.slice(0, 100) };
}
