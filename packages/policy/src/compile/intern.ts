import type { Index, Reason, Refusal } from '../program.ts';
import { FIRST_REFUSAL } from '../program.ts';

/** Names as numbers. Frozen. A bare object answers faster than a Map where the names are a request's own strings. */
export function indexOf(ids: readonly string[]): Index {
  const numbers: Record<string, number> = Object.create(null);
  for (const [i, id] of ids.entries()) numbers[id] = i;
  const of = (id: string): number => {
    const number = numbers[id];
    return number === undefined ? -1 : number;
  };
  return Object.freeze({ ids: Object.freeze([...ids]), of });
}

/** Gives each pair of reason and clause a ruling, and the same pair the same one. */
export interface Refusals {
  readonly all: readonly Refusal[];
  ruling(reason: Reason, clause: string, outcome?: Refusal['outcome']): number;
}

export function refusals(): Refusals {
  const all: Refusal[] = [];
  const known = new Map<string, number>();
  const ruling: Refusals['ruling'] = (reason, clause, outcome = 'refuse') => {
    const key = `${reason} ${clause}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const next = FIRST_REFUSAL + all.length;
    all.push(Object.freeze({ outcome, reason, clause }));
    known.set(key, next);
    return next;
  };
  return { all, ruling };
}

/** Freezes a value of plain objects and arrays, all the way down. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const item of Object.values(value)) deepFreeze(item);
  return Object.freeze(value);
}
