/** What the tests of who may call what need to know of these routes. */
import type { ServiceRoutes } from '@kept/server/testing';

const CASES = '/api/console/community/cases';
const APPEALS = '/api/console/community/appeals';
const STAFF = [
  `POST ${CASES}/:id/details`,
  `GET ${CASES}/:id/pictures/:picture`,
  `POST ${CASES}/:id/decision`,
  `POST ${APPEALS}/:id/details`,
  `POST ${APPEALS}/:id/decision`,
];

/** Posts and comments are everybody’s of the region to read and like; whose texts and pictures they are: `community.test.ts`. */
export const routes: ServiceRoutes = {
  may: Object.fromEntries([`GET ${CASES}`, ...STAFF].map((each) => [each, 'owner officer agent'])),
  notPersonal: [
    // Whose they are is tried in `moderation.test.ts`, with a ruling that is somebody’s.
    ...[...STAFF, 'POST /api/community/rulings/:id/appeal', 'PUT /api/community/authors/:id/follow'],
    ...['GET', 'DELETE'].map((method) => `${method} /api/community/posts/:id`),
    ...['POST /api/community/posts/:id/comments', 'PUT /api/community/posts/:id/like'],
    ...['DELETE /api/community/comments/:id', 'GET /api/community/posts/:id/pictures/:picture'],
    ...['GET', 'PATCH', 'DELETE'].map((method) => `${method} /api/community/pictures/:token`),
  ],
};
