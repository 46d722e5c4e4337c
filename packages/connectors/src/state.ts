/** How the systems stand, each by itself: one that is down hides nothing of the others. */
import { Bug, type Instant, KeptError } from '@kept/base';
import type { Pool } from '@kept/db';
import { StoreRefuses } from './errors.ts';
import type { Collection, Drift, Store } from './words.ts';

/** How one system stands, by what it answered just now. */
export interface StoreState {
  readonly state: 'answers' | 'drifted' | 'down' | 'refuses';
  readonly drift: readonly Drift[];
}

/** Asks a store about its collections; `rows` is filled with what it counts. */
export async function stateOf(
  store: Store,
  collections: readonly Collection[],
  rows: Map<string, number | null>,
): Promise<StoreState> {
  try {
    const survey = await store.survey(collections);
    for (const [id, n] of survey.rows) rows.set(id, n);
    return { state: survey.drift.length > 0 ? 'drifted' : 'answers', drift: survey.drift };
  } catch (error) {
    if (!(error instanceof KeptError) || error instanceof Bug) throw error;
    if (error.kind === 'unavailable') return { state: 'down', drift: [] };
    return { state: error instanceof StoreRefuses ? 'refuses' : 'drifted', drift: [] };
  }
}

/** When each collection was last erased from. */
export async function lastErased(pool: Pool): Promise<Map<string, Instant>> {
  const { rows } = await pool.query<{ collection: string; at: Date }>(
    'select collection, max(done_at) as at from connector_receipt where done_at is not null group by collection',
  );
  return new Map(rows.map(({ collection, at }) => [collection, at.getTime()]));
}

/** An erasure that is under way, counted. */
export interface Running {
  readonly request: string;
  readonly begunAt: Instant;
  /** Collections whose rows are found, and of which they are gone. */
  readonly found: number;
  readonly done: number;
}

export async function runsUnderWay(pool: Pool, most: number): Promise<Running[]> {
  const { rows } = await pool.query<{ request: string; begun_at: Date; found: number; done: number }>(
    `select r.request, r.begun_at, count(c.collection)::int as found, count(c.done_at)::int as done
     from connector_run r left join connector_receipt c using (request)
     where r.ended_at is null group by r.request, r.begun_at order by r.begun_at limit $1`,
    [most],
  );
  return rows.map(({ request, begun_at, found, done }) => ({ request, begunAt: begun_at.getTime(), found, done }));
}
