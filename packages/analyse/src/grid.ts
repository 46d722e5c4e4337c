import type { Part } from './parts.ts';

/** Every combination of the one with the other. */
export interface Rectangle {
  readonly first: readonly number[];
  readonly second: readonly number[];
}

/** Pairs about which all sides say the same: what each of them says, and the pairs as rectangles that do not overlap. */
export interface Alike {
  readonly parts: readonly Part[];
  readonly area: readonly Rectangle[];
}

/** All pairs, sorted by what is said about them. */
export function alike(
  first: readonly number[],
  second: readonly number[],
  say: (a: number, b: number) => readonly Part[],
): Alike[] {
  const sorted = new Sorted();
  for (const a of first) for (const b of second) sorted.add(say(a, b), a, [b]);
  return sorted.all();
}

/** Gathers pairs by what is said about them. */
export class Sorted {
  readonly #kinds = new Map<string, { parts: readonly Part[]; rows: Map<number, number[]> }>();

  add(parts: readonly Part[], a: number, some: readonly number[]): void {
    const key = parts.map(keyOf).join('|');
    const kind = this.#kinds.get(key) ?? { parts, rows: new Map<number, number[]>() };
    this.#kinds.set(key, kind);
    const row = kind.rows.get(a);
    if (row === undefined) kind.rows.set(a, [...some]);
    else row.push(...some);
  }

  all(): Alike[] {
    return [...this.#kinds.values()].map(({ parts, rows }) => ({ parts, area: rectangles(rows) }));
  }
}

/** What tells parts apart. */
export const keyOf = ({ ruling, consents, duties }: Part): string =>
  `${ruling};${consents.join()};${duties.map(({ kind, clause }) => `${kind} ${clause}`).join()}`;

/** Rows that reach across the same are one rectangle. */
function rectangles(rows: ReadonlyMap<number, readonly number[]>): Rectangle[] {
  const found = new Map<string, { first: number[]; second: readonly number[] }>();
  for (const [a, second] of rows) {
    const key = second.join();
    const same = found.get(key);
    if (same === undefined) found.set(key, { first: [a], second });
    else same.first.push(a);
  }
  return [...found.values()];
}

/** How many pairs. */
export const sizeOf = (area: readonly Rectangle[]): number =>
  area.reduce((sum, { first, second }) => sum + first.length * second.length, 0);
