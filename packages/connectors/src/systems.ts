/** How far each erasure is in each system: one that is waited for holds no other. */
import type { Clock, Instant } from '@kept/base';
import type { Pool } from '@kept/db';

/** One system, for one request. */
export interface SystemStanding {
  readonly connector: string;
  /** When nothing of the person was left there, looked for once more. */
  readonly doneAt: Instant | null;
  /** Since when it is waited for; null where it is not. */
  readonly waitsSince: Instant | null;
  /** Code of what it is waited for: `CONNECTORS_STORE_DOWN`, or `CONNECTORS_BEHIND` where another system leads to it. */
  readonly why: string | null;
  /** How often it was tried in vain. */
  readonly tries: number;
}

interface Row {
  request: string;
  connector: string;
  tries: number;
  waits_since: Date | null;
  why: string | null;
  done_at: Date | null;
}

const standingOf = ({ connector, tries, waits_since, why, done_at }: Row): SystemStanding => ({
  ...{ connector, tries, why },
  waitsSince: waits_since?.getTime() ?? null,
  doneAt: done_at?.getTime() ?? null,
});

/** The systems of one region, by request. */
export class Systems {
  readonly #pool: Pool;
  readonly #clock: Clock;

  constructor(pool: Pool, clock: Clock) {
    this.#pool = pool;
    this.#clock = clock;
  }

  async of(request: string): Promise<SystemStanding[]> {
    const { rows } = await this.#pool.query<Row>(
      'select * from connector_system where request = $1 order by connector',
      [request],
    );
    return rows.map(standingOf);
  }

  /** Of these requests, whoever is waited for, the longest first. */
  async waiting(requests: readonly string[]): Promise<Map<string, SystemStanding[]>> {
    const { rows } = await this.#pool.query<Row>(
      `select * from connector_system where request = any($1) and done_at is null and waits_since is not null
       order by waits_since, connector`,
      [requests],
    );
    const by = Map.groupBy(rows, ({ request }) => request);
    return new Map([...by].map(([request, theirs]) => [request, theirs.map(standingOf)]));
  }

  /** Tried in vain; since when, the first time says. */
  async waits(request: string, connector: string, why: string): Promise<void> {
    await this.#pool.query(
      `insert into connector_system as s (request, connector, tries, waits_since, why) values ($1, $2, 1, $3, $4)
       on conflict (request, connector) do update set tries = s.tries + 1, why = excluded.why,
         waits_since = coalesce(s.waits_since, excluded.waits_since) where s.done_at is null`,
      [request, connector, new Date(this.#clock.now()), why],
    );
  }

  /** The first time counts. */
  async done(request: string, connector: string): Promise<void> {
    await this.#pool.query(
      `insert into connector_system as s (request, connector, done_at) values ($1, $2, $3)
       on conflict (request, connector) do update set done_at = coalesce(s.done_at, excluded.done_at),
         waits_since = null, why = null`,
      [request, connector, new Date(this.#clock.now())],
    );
  }
}
