import type { Due } from './situation.ts';
import type { Block } from './space.ts';

/** What situations differ in, in the order in which boxes are put together: what makes the plainest sentence first. */
export const DIMENSIONS = [
  'to',
  'from',
  'age',
  'jurisdiction',
  'status',
  'actor',
  'action',
  'recipient',
  'collection',
  'field',
  'purpose',
] as const;

/** One of the things that situations differ in. */
export type Dimension = (typeof DIMENSIONS)[number];

/** Situations about which one thing is said: every combination of its numbers. */
export interface Box<T = Due> {
  readonly sets: Readonly<Record<Dimension, readonly number[]>>;
  /** Names what is said: boxes of one name are put together. */
  readonly condition: string;
  /** What else holds, everywhere in the box or in some of it: what is due. */
  readonly dues: ReadonlyMap<string, T & { readonly always: boolean }>;
}

/** The same situations in fewer boxes. Boxes that do not overlap stay so; what they cover together stays the same. */
export function merged<T>(boxes: readonly Box<T>[]): readonly Box<T>[] {
  const name = naming();
  let all = boxes;
  for (;;) {
    const before = all.length;
    for (const dimension of DIMENSIONS) all = mergedAlong(all, dimension, name);
    if (all.length === before) return all;
  }
}

/** A short name for each set of numbers. Most boxes share their sets. */
function naming(): (set: readonly number[]) => number {
  const known = new WeakMap<readonly number[], number>();
  const names = new Map<string, number>();
  return (set) => {
    let name = known.get(set);
    if (name !== undefined) return name;
    const text = set.join();
    name = names.get(text) ?? names.size;
    names.set(text, name);
    known.set(set, name);
    return name;
  };
}

function mergedAlong<T>(
  boxes: readonly Box<T>[],
  dimension: Dimension,
  name: (set: readonly number[]) => number,
): Box<T>[] {
  const others = DIMENSIONS.filter((each) => each !== dimension);
  const found = new Map<string, Box<T>[]>();
  for (const box of boxes) {
    const key = `${box.condition}|${others.map((each) => name(box.sets[each])).join()}`;
    const same = found.get(key);
    if (same === undefined) found.set(key, [box]);
    else same.push(box);
  }
  return [...found.values()].map((same) => (same.length === 1 ? same[0]! : joined(same, dimension)));
}

function joined<T>(boxes: readonly Box<T>[], dimension: Dimension): Box<T> {
  const numbers = [...new Set(boxes.flatMap((box) => box.sets[dimension]))].toSorted((a, b) => a - b);
  const dues = new Map<string, T & { always: boolean }>();
  for (const box of boxes)
    for (const [key, due] of box.dues)
      dues.set(key, { ...due, always: boxes.every((each) => each.dues.get(key)?.always === true) });
  return { ...boxes[0]!, sets: { ...boxes[0]!.sets, [dimension]: numbers }, dues };
}

/** A block as boxes, about all of which the same is said. */
export function boxesOf<T>(
  { purpose, action, actors, recipient, statuses, people, ways, data }: Block,
  condition: string,
  dues: Box<T>['dues'],
): Box<T>[] {
  return people.flatMap(({ first: jurisdiction, second: age }) =>
    ways.flatMap(({ first: from, second: to }) =>
      data.map(({ first: field, second: collection }) => ({
        condition,
        dues,
        sets: {
          ...{ purpose: [purpose], action: [action], actor: actors, recipient: [recipient], status: statuses },
          ...{ jurisdiction, age, from, to, field, collection },
        },
      })),
    ),
  );
}
