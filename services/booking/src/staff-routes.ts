import { NothingHeld, type Route, routesOf } from '@kept/kit';
import { callOff, listBooked, openVisit } from './api/index.ts';
import { newsOf, tellByMail } from './messages.ts';
import type { BookingContext, BookingPlace } from './service.ts';
import { timeAt } from './times.ts';
import { bookedAt, type Owned, startOf, storeIn } from './visits.ts';

const route = routesOf<BookingContext>();
const all = (context: BookingContext): BookingPlace[] => context.regions.map((region) => context.at(region));

export const staffRoutes: readonly Route<BookingContext>[] = [
  route(listBooked, async ({ params }, context) => {
    const places = all(context);
    const store = storeIn(places[0]!, params.store);
    const visits = (await bookedAt(places, store.id)).slice(0, 2_000).map(([, row]) => ({
      ...{ id: row.id, starts: timeAt(store, startOf(row)), at: row.plain['at'] as 'store' | 'home' },
      moved: ((row.plain['moves'] as number | null) ?? 0) > 0,
    }));
    return { status: 200, body: { visits } };
  }),
  route(openVisit, async ({ params, operator }, context) => {
    const [place, row] = await found(context, params);
    const fields = ['booking-name', 'booking-phone', 'booking-region', 'booking-address', 'booking-need'] as const;
    const by = { role: 'operator', id: operator.id } as const;
    const values = await place.resources.visit.read(by, row.owner, row.id, 'booking', fields);
    const [name, phone, region, address, need] = fields.map((field) => values[field] ?? null);
    return { status: 200, body: { name: name!, phone: phone!, region: region!, address: address!, need: need! } };
  }),
  route(callOff, async ({ params }, context) => {
    const [place, row] = await found(context, params);
    const store = storeIn(place, params.store);
    // Told first: what says how to reach them goes with the visit.
    await tellByMail(place, row.owner, (lang) => newsOf('called-off', store, startOf(row), lang));
    await place.resources.visit.remove(row.owner, row.id);
    return { status: 204 };
  }),
];

async function found(
  context: BookingContext,
  { store, id }: { readonly store: string; readonly id: string },
): Promise<readonly [BookingPlace, Owned]> {
  const visit = (await bookedAt(all(context), store)).find(([, row]) => row.id === id);
  if (!visit) throw new NothingHeld();
  return visit;
}
