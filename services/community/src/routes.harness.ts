/** What the tests of who may call what need to know of these routes. */
import type { ServiceRoutes } from '@kept/server/testing';

/** Posts and comments are everybody’s of the region to read and like; whose texts and pictures they are: `community.test.ts`. */
export const routes: ServiceRoutes = {
  notPersonal: [
    ...['GET', 'DELETE'].map((method) => `${method} /api/community/posts/:id`),
    ...['POST /api/community/posts/:id/comments', 'PUT /api/community/posts/:id/like'],
    ...['DELETE /api/community/comments/:id', 'GET /api/community/posts/:id/pictures/:picture'],
    ...['GET', 'PATCH', 'DELETE'].map((method) => `${method} /api/community/pictures/:token`),
  ],
};
