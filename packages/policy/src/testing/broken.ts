import type { SeededRandom } from '@kept/base';
import type { Manifest } from '../manifest.ts';

/** Nothing in a manifest is this: not a text, not a list, not a record with an id for a key. */
const ODD = { '?': true };

type Place = readonly (string | number)[];

/** A manifest with things in it that cannot be, and where: JSON pointers, none of them within another. */
export interface Broken {
  readonly at: readonly string[];
  readonly manifest: Manifest;
}

/** Every place of a value where something stands, the root left out. */
function places(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [[...at, key], ...places(item, [...at, key])]);
}

/** A manifest, as a file could hold it, broken in up to `count` places, at least in one. */
export function broken(manifest: Manifest, dice: SeededRandom, count = 1): Broken {
  const copy: unknown = JSON.parse(JSON.stringify(manifest));
  const all = places(copy);
  const one = <T>(list: readonly T[]): T => list[dice.below(list.length)]!;
  const names = all.filter((at) => ['clause', 'subject', 'region', 'otherwise'].includes(String(at.at(-1))));
  const members = holders(copy, all);
  const ways: (() => readonly [Place, unknown])[] = [
    () => [one(all), ODD],
    () => [[...one(members), '?'], ODD],
    () => [one(all), ODD],
    () => [[...one(members), '?'], ODD],
    () => [one(names), 'nobody-here'],
  ];
  const done: Place[] = [];
  for (let i = 0; i < count; i++) {
    const [place, value] = one(ways)();
    if (done.some((other) => within(place, other) || within(other, place))) continue;
    put(copy, place, value);
    done.push(place);
  }
  return { at: done.map((place) => `/${place.join('/')}`), manifest: copy as Manifest };
}

const within = (place: Place, outer: Place): boolean => outer.every((key, i) => place[i] === key);

/** Places of objects and records, into which another member can be put. */
const holders = (root: unknown, all: readonly Place[]): Place[] =>
  all.filter((at) => {
    const value = at.reduce<unknown>((holder, key) => (holder as Record<string, unknown>)[key], root);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  });

function put(root: unknown, at: Place, value: unknown): void {
  const holder = at.slice(0, -1).reduce<unknown>((each, key) => (each as Record<string, unknown>)[key], root);
  (holder as Record<string, unknown>)[at.at(-1)!] = value;
}
