import type { SeededRandom } from '@kept/base';
import type { Manifest } from '../manifest.ts';

/** Nothing in a manifest is this: not a text, not a list, not a record with an id for a key. */
const ODD = { '?': true };

type Place = readonly (string | number)[];

/** Every place of a value where something stands, the root left out. */
function places(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [[...at, key], ...places(item, [...at, key])]);
}

/** A manifest, as a file could hold it, with one thing in it that cannot be, and where. */
export function broken(manifest: Manifest, dice: SeededRandom): { readonly at: string; readonly manifest: Manifest } {
  const copy: unknown = JSON.parse(JSON.stringify(manifest));
  const one = <T>(list: readonly T[]): T => list[dice.below(list.length)]!;
  const all = places(copy);
  const ways = [() => put(copy, one(all), ODD), () => put(copy, [...one(holders(copy, all)), '?'], ODD)];
  const names = all.filter((at) => ['clause', 'subject', 'region', 'otherwise'].includes(String(at.at(-1))));
  const place = one([...ways, ...ways, () => put(copy, one(names), 'nobody-here')])();
  return { at: `/${place.join('/')}`, manifest: copy as Manifest };
}

/** Places of objects and records, into which another member can be put. */
const holders = (root: unknown, all: readonly Place[]): Place[] =>
  all.filter((at) => {
    const value = at.reduce<unknown>((holder, key) => (holder as Record<string, unknown>)[key], root);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  });

function put(root: unknown, at: Place, value: unknown): Place {
  const holder = at.slice(0, -1).reduce<unknown>((each, key) => (each as Record<string, unknown>)[key], root);
  (holder as Record<string, unknown>)[at.at(-1)!] = value;
  return at;
}
