/** Noting how old somebody really is. */
import { correctAge, reportAge } from '@kept/api';
import { type Route, routesOf } from '@kept/kit';
import type { RightsContext } from '../context.ts';
import { detail } from '../queue-view.ts';
import { find } from './finding.ts';

const route = routesOf<RightsContext>();

export const youngRoutes: readonly Route<RightsContext>[] = [
  route(reportAge, async ({ body, operator, caller: { lang } }, context) => {
    const { contact, residence, years, why } = body;
    const held = await context.at(context.regions[0]!).front.whose(contact, residence);
    if (!held) return { status: 200, body: { outcome: 'nothing-held' as const } };
    const region = context.at(held.region);
    const found = await find(context, region, held.person, { years, why, by: operator.id });
    if (!found) return { status: 200, body: { outcome: 'noted' as const } };
    const request = await detail(context, region, found, operator.id, lang);
    return { status: 200, body: { outcome: 'withheld' as const, request } };
  }),
  route(correctAge, async ({ person, body }, context) => {
    const found = await find(context, context.at(person.region), person.id, {
      ...{ years: body.years, why: 'person', by: 'person' },
    });
    if (!found) return { status: 200, body: { outcome: 'noted' as const } };
    const { clause } = found.about.young!;
    return { status: 200, body: { outcome: 'withheld' as const, until: found.dueAt, clause } };
  }),
];
