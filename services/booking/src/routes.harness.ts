/** What the tests of who may call what need to know of these routes. */

import type { Person, ServiceRoutes } from '@kept/server/testing';
import { expect } from 'vitest';

interface Offered {
  readonly times: readonly { readonly at: number }[];
}

/** A visit at the next time that the store has. */
export async function booked({ visitor }: Person, store = 'sample-nanshan'): Promise<string> {
  const { times } = await visitor.must<Offered>(200, 'GET', `/api/booking/stores/${store}/times`);
  const body = {
    store,
    starts: times[0]!.at,
    at: 'store',
    name: 'Lin Lan',
    phone: '+861001234567',
    need: 'Two curtains',
  };
  const { visit } = await visitor.must<{ visit: { id: string } }>(201, 'POST', '/api/booking/visits', body);
  expect(visit.id).toBeTruthy();
  return visit.id;
}

export const routes: ServiceRoutes = {
  may: {
    'GET /api/console/booking/:store/visits': 'owner officer agent',
    'POST /api/console/booking/:store/visits/:id/details': 'owner officer agent',
    'DELETE /api/console/booking/:store/visits/:id': 'owner officer agent',
  },
  notPersonal: [
    'GET /api/booking/stores/:store/times',
    // The store’s: whose visit it is, staff see when they open it.
    'GET /api/console/booking/:store/visits',
    'POST /api/console/booking/:store/visits/:id/details',
    'DELETE /api/console/booking/:store/visits/:id',
  ],
  bodies: { 'PUT /api/booking/visits/:id': () => ({ starts: 1_000 }) },
  belongings: async (person) => {
    const id = await booked(person);
    return {
      'PUT /api/booking/visits/:id': id,
      'DELETE /api/booking/visits/:id': id,
      'GET /api/booking/visits/:id/calendar': id,
    };
  },
};
