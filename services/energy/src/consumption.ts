/** What was used in each stretch of time, from what a device told. No clock, no storage. */
import type { Told } from '@kept/service-devices';

export type KilowattHours = number;

/** What a device told of one thing: milliseconds since 1970, by age, and a finite number for each. */
export interface Line {
  readonly at: Float64Array;
  readonly values: Float64Array;
}

/** Several pieces of one line as one; what is no number is left out, of two of one time the later piece counts. */
export function lineOf(pieces: readonly Told[], scale = 1): Line {
  const all = new Map<number, number>();
  for (const { at, values } of pieces)
    for (let i = 0; i < at.length; i++) {
      const value = values[i] === '' ? Number.NaN : Number(values[i]);
      if (Number.isFinite(value)) all.set(at[i]!, value * scale);
    }
  const at = Float64Array.from(all.keys()).sort();
  return { at, values: at.map((each) => all.get(each)!) };
}

/** Below this part of what it was a counter has begun anew; above it, it was read badly. Home Assistant’s own figure. */
const RESET_BELOW = 0.9;

/**
 * Of a counter, by the rules of Home Assistant’s statistics (`sensor/recorder.py`, `reset_detected`): what was used between
 * two readings counts when the second came; a small step back is none; after a reset all that is counted is new.
 * `edges`: where stretches begin, and where the last ends.
 */
export function ofCounter({ at, values }: Line, edges: Float64Array): { used: Float64Array; resets: number } {
  const used = new Float64Array(edges.length - 1);
  let [previous, base, resets, stretch] = [-1, 0, 0, 0];
  for (let i = 0; i < at.length && at[i]! < edges.at(-1)!; i++) {
    const value = values[i]!;
    if (value < 0) continue;
    const isReset = previous >= 0 && value < RESET_BELOW * previous;
    const more = previous < 0 ? 0 : isReset ? value : Math.max(0, value - base);
    base = previous < 0 || isReset ? value : Math.max(base, value);
    previous = value;
    if (at[i]! < edges[0]!) continue;
    while (edges[stretch + 1]! <= at[i]!) stretch++;
    used[stretch]! += more;
    if (isReset) resets++;
  }
  return { used, resets };
}

/** Power is believed for so long when nothing more comes; a plug tells at least once an hour. */
export const HOLD_MS = 2 * 3_600_000;
const WATT_MS = 3.6e9;

/** Of power alone: what was told flows until it is told otherwise, for two hours at most, and not after `now`. */
export function ofPower({ at, values }: Line, edges: Float64Array, now: number): Float64Array {
  const used = new Float64Array(edges.length - 1);
  let first = 0;
  for (let i = 0; i < at.length; i++) {
    const until = Math.min(at[i + 1] ?? now, at[i]! + HOLD_MS, now);
    const watts = Math.max(0, values[i]!);
    if (until <= edges[0]! || watts === 0) continue;
    while (first < used.length && edges[first + 1]! <= at[i]!) first++;
    for (let s = first; s < used.length && edges[s]! < until; s++) {
      const overlap = Math.min(until, edges[s + 1]!) - Math.max(at[i]!, edges[s]!);
      if (overlap > 0) used[s]! += (watts * overlap) / WATT_MS;
    }
  }
  return used;
}
