import { type Listed, type Route, routesOf, type SignedIn } from '@kept/kit';
import { bookVisit, endVisit, listStores, listTimes, listVisits, moveVisit, visitCalendar } from './api/index.ts';
import { calendarOf } from './calendar.ts';
import { tell } from './messages.ts';
import type { BookingContext, BookingPlace } from './service.ts';
import { type Store, storesOf } from './stores.ts';
import { timeAt } from './times.ts';
import { book, freeTimes, move, ownVisit, startOf, storeIn } from './visits.ts';

const route = routesOf<BookingContext>();
type Lang = keyof Store['name'];
const own = (context: BookingContext, { region }: SignedIn): BookingPlace => context.at(region);

export const personRoutes: readonly Route<BookingContext>[] = [
  route(listStores, async ({ caller: { lang } }, context) => ({
    status: 200,
    body: {
      stores: storesOf(context.at(context.regions[0]!)).map(
        ({ id, latitude, longitude, synthetic = false, ...store }) => ({
          ...{ id, latitude, longitude, synthetic, name: store.name[lang], province: store.province[lang] },
          ...{ city: store.city[lang], district: store.district[lang], address: store.address[lang] },
        }),
      ),
    },
  })),
  route(listTimes, async ({ person, params }, context) => {
    const place = own(context, person);
    const store = storeIn(place, params.store);
    return { status: 200, body: { zone: store.zone, times: await freeTimes(place, store) } };
  }),
  route(listVisits, async ({ person, caller }, context) => {
    const place = own(context, person);
    const rows = (await place.resources.visit.rows(person.id)).toSorted((a, b) => startOf(a) - startOf(b));
    return { status: 200, body: { visits: rows.flatMap((row) => visitOf(place, row, caller.lang)).slice(-100) } };
  }),
  route(bookVisit, async ({ person, body, caller }, context) => {
    const place = own(context, person);
    const id = await book(place, person.id, body);
    return { status: 201, body: await told(place, person.id, id, 'booked', caller.lang) };
  }),
  route(moveVisit, async ({ person, params, body, caller }, context) => {
    const place = own(context, person);
    await move(place, person.id, params.id, body.starts);
    return { status: 200, body: await told(place, person.id, params.id, 'moved', caller.lang) };
  }),
  route(endVisit, async ({ person, params }, context) => {
    const place = own(context, person);
    await ownVisit(place, person.id, params.id);
    await place.resources.visit.remove(person.id, params.id);
    return { status: 204 };
  }),
  route(visitCalendar, async ({ person, params, caller }, context) => {
    const place = own(context, person);
    const row = await ownVisit(place, person.id, params.id);
    const store = storeIn(place, row.plain['store'] as string);
    const event = {
      id: row.id,
      starts: startOf(row),
      now: place.clock.now(),
      moves: (row.plain['moves'] as number) ?? 0,
    };
    const headers = { 'content-type': 'text/calendar; charset=utf-8' };
    return {
      status: 200,
      headers: { ...headers, 'content-disposition': 'attachment; filename="visit.ics"' },
      stream: once(calendarOf(store, { ...event, lang: caller.lang })),
    };
  }),
];

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

/** Nothing where the store is not declared any more. */
function visitOf(place: BookingPlace, row: Listed, lang: Lang) {
  const store = storesOf(place).find(({ id }) => id === row.plain['store']);
  const starts = startOf(row);
  if (!store || starts === 0) return [];
  return [
    {
      id: row.id,
      store: { id: store.id, name: store.name[lang], address: store.address[lang] },
      starts: timeAt(store, starts),
      at: row.plain['at'] as 'store' | 'home',
      past: starts <= place.clock.now(),
    },
  ];
}

/** The visit stands, whether or not somebody could be told of it. */
async function told(place: BookingPlace, owner: string, id: string, news: 'booked' | 'moved', lang: Lang) {
  const row = await ownVisit(place, owner, id);
  const [visit] = visitOf(place, row, lang);
  const store = storeIn(place, visit!.store.id);
  return { visit: visit!, told: await tell(place, owner, id, [news, store, visit!.starts.at, lang]) };
}
