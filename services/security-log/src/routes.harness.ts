/** What the tests of who may call what need to know of these routes. */

import type { ServiceRoutes } from '@kept/server/testing';

const LOG = 'GET /api/homes/:id/security-log';
const MODE = 'PUT /api/homes/:id/security-mode';

export const routes: ServiceRoutes = {
  bodies: { [MODE]: () => ({ mode: 'away' }) },
  queries: { [LOG]: '?from=1000&until=2000' },
  belongings: async ({ visitor }) => {
    const plan = { name: 'By the lake', spaces: [] };
    const { id } = await visitor.must<{ id: string }>(201, 'POST', '/api/homes', plan);
    return { [LOG]: id, [MODE]: id };
  },
};
