/** Which store is the nearest: worked out in the browser. */
import type { FoundStore } from '../api/index.ts';

const EARTH_KM = 6_371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

export interface Spot {
  readonly latitude: number;
  readonly longitude: number;
}

/** Great-circle distance in kilometres (haversine). */
export function kilometres(a: Spot, b: Spot): number {
  const [north, east] = [radians(b.latitude - a.latitude) / 2, radians(b.longitude - a.longitude) / 2];
  const across = Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(east) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(Math.sin(north) ** 2 + across)));
}

/** Whole tens of kilometres by id of the store. */
export const distances = (stores: readonly FoundStore[], spot: Spot): ReadonlyMap<string, number> =>
  new Map(stores.map((store) => [store.id, Math.max(10, Math.round(kilometres(spot, store) / 10) * 10)]));
