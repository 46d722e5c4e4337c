/** What was told of one thing in pieces, as one: in order of time, each instant once, and of two the later told. */
import type { Told } from './series.ts';

/** `pieces`: the earliest told first; each in order of time. */
export function timelineOf(key: string, pieces: Iterable<Told>): Told {
  const [at, values]: [number[], (number | string)[]] = [[], []];
  for (const piece of pieces) {
    if (piece.at.length === 0) continue;
    const from = placeOf(at, piece.at[0]!);
    // Nearly always nothing stands there: what is told later is later.
    const [atAfter, valuesAfter] = from === at.length ? [[], []] : [at.splice(from), values.splice(from)];
    let behind = 0;
    for (let i = 0; i < piece.at.length; i++) {
      const now = piece.at[i]!;
      for (; behind < atAfter.length && atAfter[behind]! <= now; behind++)
        if (atAfter[behind]! < now) {
          at.push(atAfter[behind]!);
          values.push(valuesAfter[behind]!);
        }
      at.push(now);
      values.push(piece.values[i]!);
    }
    for (; behind < atAfter.length; behind++) {
      at.push(atAfter[behind]!);
      values.push(valuesAfter[behind]!);
    }
  }
  return { key, at, values };
}

/** Where the first stands that is not before it. */
function placeOf(at: readonly number[], instant: number): number {
  if (at.length === 0 || at.at(-1)! < instant) return at.length;
  let [low, high] = [0, at.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at[middle]! < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}
