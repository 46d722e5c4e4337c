/** Requests counted in the database, by right, state and hours, so that memory does not grow with their number. */
import type { Instant } from '@kept/base';
import type { Pool } from '@kept/db';
import type { RequestState } from './kept-request.ts';

/** So many requests of a right are in this state after so many hours; `hours` is null before the answer. */
export interface Tallied {
  readonly kind: string;
  readonly state: RequestState;
  readonly hours: number | null;
  readonly late: boolean;
  readonly count: number;
}

/** Of the requests that somebody made from `from` on and before `to`. */
export async function tallied(pool: Pool, from: Instant, to: Instant, now: Instant): Promise<Tallied[]> {
  const { rows } = await pool.query<Tallied>(
    `select kind, state, round(extract(epoch from done_at - made_at) / 3600)::int as hours,
       state <> 'cancelled' and coalesce(done_at, $3) > due_at as late, count(*)::int as count
     from right_request where made_at >= $1 and made_at < $2 and kind <> 'age' group by 1, 2, 3, 4`,
    [new Date(from), new Date(to), new Date(now)],
  );
  return rows;
}
