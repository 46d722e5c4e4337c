/** Visits as they are kept: a row of the person, and a place that the database gives away once. */
import { KeptError, type Listed, NothingHeld, uuidv7 } from '@kept/kit';
import { AddressMissing, EnoughVisits, TimeNotOffered, TimeTaken } from './errors.ts';
import type { BookingPlace } from './service.ts';
import { type Store, storesOf } from './stores.ts';
import { minutesOf, type Time, timesOf } from './times.ts';

/** Visits to come that one person may have. */
const MOST = 5;
/** What was given for a visit goes so long after it: until then a question about it can be answered. */
export const KEPT_AFTER_MS = 7 * 24 * 60 * 60_000;

export type Owned = Listed & { readonly owner: string };
export interface Given {
  readonly store: string;
  readonly starts: number;
  readonly at: 'store' | 'home';
  readonly name: string;
  readonly phone: string;
  readonly need: string;
  readonly region?: string | undefined;
  readonly address?: string | undefined;
}

/** Throws KIT_NOT_FOUND. */
export function storeIn(place: Pick<BookingPlace, 'settings'>, id: string): Store {
  const found = storesOf(place).find((store) => store.id === id);
  if (!found) throw new NothingHeld();
  return found;
}

export const startOf = ({ plain }: Listed): number => (plain['starts'] as Date | null)?.getTime() ?? 0;

/** Times that the store offers and of which a place is left. */
export async function freeTimes(place: BookingPlace, store: Store): Promise<Time[]> {
  const taken = Map.groupBy(await place.resources.visit.having('store', store.id), startOf);
  return timesOf(store, place.clock.now()).filter(({ at }) => (taken.get(at)?.length ?? 0) < store.places);
}

/** Throws BOOKING_TIME_TAKEN where nobody has a place left, BOOKING_NOT_OFFERED, BOOKING_ENOUGH, BOOKING_ADDRESS_MISSING. */
export async function book(place: BookingPlace, owner: string, given: Given): Promise<string> {
  const store = storeIn(place, given.store);
  const { visit } = place.resources;
  if (given.at === 'home' && !(given.region && given.address)) throw new AddressMissing();
  const now = place.clock.now();
  const toCome = (await visit.rows(owner)).filter((row) => startOf(row) > now);
  if (toCome.length >= MOST) throw new EnoughVisits(MOST);
  const values = {
    ...{ 'booking-name': given.name, 'booking-phone': given.phone, 'booking-need': given.need },
    // Whoever comes to the store is not asked where they live.
    ...(given.at === 'home' && { 'booking-region': given.region!, 'booking-address': given.address! }),
  };
  const { row } = await inAFreePlace(place, store, given.starts, (times) =>
    visit.collect({ role: 'person' }, owner, values, uuidv7(place.clock), {
      ...{ ...times, store: store.id, at: given.at, moves: 0 },
    }),
  );
  return row;
}

/** Throws as `book` does, and KIT_NOT_FOUND. */
export async function move(place: BookingPlace, owner: string, id: string, starts: number): Promise<void> {
  const { visit } = place.resources;
  const row = await ownVisit(place, owner, id);
  if (startOf(row) === starts) return;
  const moves = ((row.plain['moves'] as number | null) ?? 0) + 1;
  const store = storeIn(place, row.plain['store'] as string);
  await inAFreePlace(place, store, starts, (times) => visit.setPlain(owner, id, { ...times, moves }));
}

/** One that is still to come. Throws KIT_NOT_FOUND. */
export async function ownVisit(place: BookingPlace, owner: string, id: string): Promise<Listed> {
  const row = (await place.resources.visit.rows(owner)).find((each) => each.id === id);
  if (!row || startOf(row) <= place.clock.now()) throw new NothingHeld();
  return row;
}

/** Tries the places of that time one after the other: who is second at one of them is told by the database. */
async function inAFreePlace<T>(
  place: BookingPlace,
  store: Store,
  starts: number,
  take: (times: { readonly starts: Date; readonly ends: Date; readonly place: string }) => Promise<T>,
): Promise<T> {
  if (!timesOf(store, place.clock.now()).some(({ at }) => at === starts)) throw new TimeNotOffered();
  const there = await place.resources.visit.having('store', store.id);
  const taken = new Set(there.map(({ plain }) => plain['place']));
  const times = { starts: new Date(starts), ends: new Date(starts + minutesOf(store)) };
  for (let n = 1; n <= store.places; n++) {
    const one = `${store.id} ${starts} ${n}`;
    if (taken.has(one)) continue;
    try {
      return await take({ ...times, place: one });
    } catch (error) {
      if (!(error instanceof KeptError && error.code === 'VAULT_TAKEN')) throw error;
    }
  }
  throw new TimeTaken();
}

/** Of one store, wherever the person’s data lie. */
export async function bookedAt(places: readonly BookingPlace[], store: string): Promise<[BookingPlace, Owned][]> {
  const all = await Promise.all(
    places.map(async (place) =>
      (await place.resources.visit.having('store', store)).map((row): [BookingPlace, Owned] => [place, row]),
    ),
  );
  const toCome = all.flat().filter(([place, row]) => startOf(row) > place.clock.now());
  return toCome.toSorted(([, a], [, b]) => startOf(a) - startOf(b));
}

/** Removes visits that were a while ago. */
export async function endPast(place: BookingPlace): Promise<number> {
  const rows = await place.resources.visit.until('ends', place.clock.now() - KEPT_AFTER_MS);
  for (const { owner, id } of rows) await place.resources.visit.remove(owner, id);
  return rows.length;
}
