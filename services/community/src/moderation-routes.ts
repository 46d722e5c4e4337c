import { NothingHeld, type Route, routesOf, type SignedIn } from '@kept/kit';
import * as api from './api/index.ts';
import { PICTURE_HEADERS } from './headers.ts';
import { casePicture, cases, contested, decide, moderator, openAppeal, openCase, settle } from './moderation.ts';
import { appeal, report, rulings, unseen } from './reports.ts';
import type { CommunityContext, CommunityPlace } from './service.ts';

const route = routesOf<CommunityContext>();
const own = (context: CommunityContext, { region }: SignedIn): CommunityPlace => context.at(region);
const all = (context: CommunityContext): CommunityPlace[] => context.regions.map((region) => context.at(region));

/** In the region that has it. */
async function first<T>(context: CommunityContext, ask: (place: CommunityPlace) => Promise<T>): Promise<T> {
  for (const place of all(context)) {
    try {
      return await ask(place);
    } catch (error) {
      if (!(error instanceof NothingHeld)) throw error;
    }
  }
  throw new NothingHeld();
}

export const moderationRoutes: readonly Route<CommunityContext>[] = [
  route(api.makeReport, async ({ person, body }, context) => {
    await report(own(context, person), person.id, body);
    return { status: 204 };
  }),
  route(api.listRulings, async ({ person }, context) => ({
    status: 200,
    body: { rulings: await rulings(own(context, person), person.id) },
  })),
  route(api.countRulings, async ({ person }, context) => ({
    status: 200,
    body: { unseen: await unseen(own(context, person), person.id) },
  })),
  route(api.appeal, async ({ person, params, body }, context) => {
    await appeal(own(context, person), person.id, params.id, body.text);
    return { status: 204 };
  }),
  route(api.listCases, async ({ operator }, context) => {
    const by = moderator(operator.id);
    const of = all(context);
    return {
      status: 200,
      body: {
        cases: (await Promise.all(of.map(cases))).flat().slice(0, 500),
        appeals: (await Promise.all(of.map((place) => contested(place, by)))).flat().slice(0, 500),
      },
    };
  }),
  route(api.openCase, async ({ operator, params: { id } }, context) => ({
    status: 200,
    body: await first(context, (place) => openCase(place, moderator(operator.id), id)),
  })),
  route(api.casePicture, async ({ operator, params: { id, picture } }, context) => {
    const { type, content } = await first(context, (place) => casePicture(place, moderator(operator.id), id, picture));
    return { status: 200, headers: { ...PICTURE_HEADERS, 'content-type': type }, stream: content };
  }),
  route(api.decideCase, async ({ operator, params: { id }, body }, context) => {
    await first(context, (place) => decide(place, moderator(operator.id), id, body));
    return { status: 204 };
  }),
  route(api.openAppeal, async ({ operator, params: { id } }, context) => ({
    status: 200,
    body: await first(context, (place) => openAppeal(place, moderator(operator.id), id)),
  })),
  route(api.decideAppeal, async ({ operator, params: { id }, body }, context) => {
    await first(context, (place) => settle(place, moderator(operator.id), id, body.stands));
    return { status: 204 };
  }),
];
