/** What the tests of who may call what need to know of these routes. */

import type { ServiceRoutes } from '@kept/server/testing';

const [LIST, ADD] = ['GET /api/homes/:id/miot', 'POST /api/homes/:id/miot'] as const;

export const routes: ServiceRoutes = {
  bodies: { [ADD]: () => ({ name: 'Purifier', address: '192.168.1.9', token: '0'.repeat(32) }) },
  belongings: async ({ visitor }) => {
    const plan = { name: 'Under the pines', spaces: [] };
    const { id } = await visitor.must<{ id: string }>(201, 'POST', '/api/homes', plan);
    return { [LIST]: id, [ADD]: id };
  },
};
