/** How long what devices tell is kept, by the week in which it was measured. */
import { expiryOf, type Instant, type Region } from '@kept/kit';

const WEEK_MS = 7 * 86_400_000;

/** What comes within a week ends together, with the first of it: early rather than late. */
export const weekOf = (at: Instant): Instant => at - (at % WEEK_MS);

/** Whether what was measured then has ended, whenever it comes. */
export function isOver({ clock, program }: Pick<Region, 'clock' | 'program'>, at: Instant): boolean {
  const now = clock.now();
  // Nothing ends within a week, and hardly anything is older when it comes.
  if (at > now - WEEK_MS) return false;
  const datum = { field: 'device-state', collection: 'security', collectedAt: weekOf(at) };
  return (expiryOf(program, datum).at ?? Number.POSITIVE_INFINITY) <= now;
}

/** Rows by the week of which they tell, and by age: what came late is no newer for it. */
export const byWeek = <R extends { readonly bucket: string }>(rows: readonly R[]): R[] =>
  rows.toSorted((a, b) => (a.bucket < b.bucket ? -1 : a.bucket > b.bucket ? 1 : 0));
