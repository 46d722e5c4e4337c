import type { Due } from './situation.ts';

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

/** What is due in a box: everywhere in it, or somewhere. */
export type Dues = ReadonlyMap<string, Due & { readonly always: boolean }>;

/** Situations that are permitted under one condition: every combination of its numbers. */
export interface Box {
  readonly sets: Readonly<Record<Dimension, readonly number[]>>;
  /** Names the condition. */
  readonly condition: string;
  readonly dues: Dues;
}

/** The same situations in fewer boxes. Boxes that do not overlap stay so; what they cover together stays the same. */
export function merged(boxes: readonly Box[]): readonly Box[] {
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

function mergedAlong(boxes: readonly Box[], dimension: Dimension, name: (set: readonly number[]) => number): Box[] {
  const others = DIMENSIONS.filter((each) => each !== dimension);
  const found = new Map<string, Box[]>();
  for (const box of boxes) {
    const key = `${box.condition}|${others.map((each) => name(box.sets[each])).join()}`;
    const same = found.get(key);
    if (same === undefined) found.set(key, [box]);
    else same.push(box);
  }
  return [...found.values()].map((same) => (same.length === 1 ? same[0]! : joined(same, dimension)));
}

function joined(boxes: readonly Box[], dimension: Dimension): Box {
  const numbers = [...new Set(boxes.flatMap((box) => box.sets[dimension]))].toSorted((a, b) => a - b);
  const dues = new Map<string, Due & { always: boolean }>();
  for (const box of boxes)
    for (const [key, due] of box.dues)
      dues.set(key, { ...due, always: boxes.every((each) => each.dues.get(key)?.always === true) });
  return { ...boxes[0]!, sets: { ...boxes[0]!.sets, [dimension]: numbers }, dues };
}
