import { type Route, routesOf, type SignedIn, uploadRoutes } from '@kept/kit';
import {
  follow,
  like,
  listPosts,
  makeComment,
  makePost,
  PAGE,
  pictureUpload,
  readPicture,
  readThread,
  searchPosts,
  takeBack,
  takeDown,
} from './api/index.ts';
import { follow as setFollow } from './follows.ts';
import { PICTURE_HEADERS } from './headers.ts';
import { moderationRoutes } from './moderation-routes.ts';
import { finderOf } from './search.ts';
import type { CommunityContext } from './service.ts';
import { type Threads, threadsOf } from './threads.ts';

const route = routesOf<CommunityContext>();
const at = (context: CommunityContext, { region }: SignedIn): Threads => threadsOf(context.at(region));

export const communityRoutes: readonly Route<CommunityContext>[] = [
  ...moderationRoutes,
  route(listPosts, async ({ person, query }, context) => ({
    status: 200,
    body: await at(context, person)[query.of === 'following' ? 'following' : 'board'](person.id, query.before ?? null),
  })),
  route(searchPosts, async ({ person, body }, context) => {
    const rows = await finderOf(context.at(person.region)).find(body.words, PAGE);
    return { status: 200, body: { posts: await at(context, person).these(person.id, rows) } };
  }),
  route(follow, async ({ person, params, body }, context) => {
    await setFollow(context.at(person.region), person.id, params.id, body.follows);
    return { status: 204 };
  }),
  route(makePost, async ({ person, body: { text, pictures = [] } }, context) => ({
    status: 201,
    body: await at(context, person).post(person.id, text, pictures),
  })),
  route(readThread, async ({ person, params, query }, context) => ({
    status: 200,
    body: await at(context, person).thread(person.id, params.id, query.before ?? null),
  })),
  route(takeDown, async ({ person, params }, context) => {
    await at(context, person).takeDown(person.id, params.id);
    return { status: 204 };
  }),
  route(makeComment, async ({ person, params, body }, context) => ({
    status: 201,
    body: await at(context, person).comment(person.id, params.id, body.text),
  })),
  route(takeBack, async ({ person, params }, context) => {
    await at(context, person).takeBack(person.id, params.id);
    return { status: 204 };
  }),
  route(like, async ({ person, params, body }, context) => {
    await at(context, person).like(person.id, params.id, body.liked);
    return { status: 204 };
  }),
  route(readPicture, async ({ person, params, query }, context) => {
    const { type, content } = await at(context, person).picture(
      ...([person, params.id, params.picture, query.size ?? 'whole'] as const),
    );
    return { status: 200, headers: { ...PICTURE_HEADERS, 'content-type': type }, stream: content };
  }),
  ...uploadRoutes<CommunityContext>(pictureUpload, (context, { region }) => {
    const place = context.at(region);
    const plain = { waits: new Date(place.clock.now()) };
    return { region: place, repository: place.resources.pictures as never, plain };
  }),
];
