import type { Manifest } from '@kept/policy';

/** Where something stands in a manifest. */
export type Place = readonly (string | number)[];

type Holder = Readonly<Record<string | number, unknown>>;

/** The value at a place; undefined where nothing stands there. */
export const at = (root: unknown, place: Place): unknown =>
  place.reduce<unknown>((holder, key) => (holder as Holder | undefined)?.[key], root);

/** A manifest with another value at a place; the rest is shared. `undefined` takes the member, or the item, away. */
export function put(manifest: Manifest, place: Place, value: unknown): Manifest {
  return set(manifest, place, value) as Manifest;
}

function set(holder: unknown, [key, ...rest]: Place, value: unknown): unknown {
  if (key === undefined) return value;
  const inner = set((holder as Holder)[key], rest, value);
  if (Array.isArray(holder)) {
    return inner === undefined ? holder.toSpliced(Number(key), 1) : holder.with(Number(key), inner);
  }
  const { [key]: _, ...others } = holder as Record<string, unknown>;
  if (inner === undefined) return others;
  // In its own place: the order of a manifest is the order of its notices.
  return Object.fromEntries(
    Object.entries(holder as Holder)
      .map(([name, item]) => [name, name === key ? inner : item])
      .concat(key in (holder as Holder) ? [] : [[key, inner]]),
  );
}

/** Every place that fits a pattern, in which `*` is any key. */
export function placesOf(root: unknown, pattern: string): Place[] {
  return pattern.split('.').reduce<Place[]>(
    (places, step) =>
      places.flatMap((place) => {
        const holder = at(root, place);
        if (typeof holder !== 'object' || holder === null) return [];
        if (step === '*')
          return Object.keys(holder).map((key) => [...place, Array.isArray(holder) ? Number(key) : key]);
        return step in holder ? [[...place, step]] : [];
      }),
    [[]],
  );
}
