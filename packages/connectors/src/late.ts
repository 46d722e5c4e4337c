/** Which systems did not answer while somebody fetched a copy: they are asked again until they do. */
import { randomUUID } from 'node:crypto';
import type { Clock, Instant } from '@kept/base';
import type { Pool } from '@kept/db';

/** A copy that waits for a system. */
export interface LateCopy {
  readonly connector: string;
  readonly dueAt: Instant;
}

/** Copies that wait for systems of one region: which, by when, and nothing else of the person. */
export class Late {
  readonly #pool: Pool;
  readonly #clock: Clock;

  constructor(pool: Pool, clock: Clock) {
    this.#pool = pool;
    this.#clock = clock;
  }

  /** Once for a person and system, until it is back; answers under which id, and by when, they wait for it. */
  async note(
    owner: string,
    connector: string,
    dueAt: Instant,
  ): Promise<{ id: string; dueAt: Instant; isNew: boolean }> {
    const { rows } = await this.#pool.query<{ id: string; due_at: Date; is_new: boolean }>(
      `insert into connector_late (id, owner_id, connector, since, due_at) values ($1, $2, $3, $4, $5)
       on conflict (owner_id, connector) where back_at is null do update set connector = excluded.connector
       returning id, due_at, id = $1 as is_new`,
      [randomUUID(), owner, connector, new Date(this.#clock.now()), new Date(dueAt)],
    );
    const [{ id, due_at, is_new }] = rows as [(typeof rows)[number]];
    return { id, dueAt: due_at.getTime(), isNew: is_new };
  }

  /** Null where it is back, or the person gone. */
  async waiting(owner: string, id: string): Promise<LateCopy | null> {
    const { rows } = await this.#pool.query<{ connector: string; due_at: Date }>(
      'select connector, due_at from connector_late where owner_id = $1 and id = $2 and back_at is null',
      [owner, id],
    );
    return rows[0] ? { connector: rows[0].connector, dueAt: rows[0].due_at.getTime() } : null;
  }

  async back(owner: string, id: string): Promise<void> {
    await this.#pool.query(
      'update connector_late set back_at = $3 where owner_id = $1 and id = $2 and back_at is null',
      [owner, id, new Date(this.#clock.now())],
    );
  }

  /** What this person waits for, or may fetch now; the newest of each system. */
  async of(owner: string): Promise<(LateCopy & { readonly backAt: Instant | null })[]> {
    const { rows } = await this.#pool.query<{ connector: string; due_at: Date; back_at: Date | null }>(
      `select distinct on (connector) connector, due_at, back_at from connector_late where owner_id = $1
       order by connector, since desc`,
      [owner],
    );
    return rows.map(({ connector, due_at, back_at }) => ({
      ...{ connector, dueAt: due_at.getTime(), backAt: back_at?.getTime() ?? null },
    }));
  }

  /** They have it now, of these systems. */
  async fetched(owner: string, connectors: readonly string[]): Promise<void> {
    await this.#pool.query(
      'delete from connector_late where owner_id = $1 and connector = any($2) and back_at is not null',
      [owner, connectors],
    );
  }

  /** How many people wait for each system, and by when the first is to have it. */
  async byConnector(): Promise<Map<string, { people: number; dueAt: Instant }>> {
    const { rows } = await this.#pool.query<{ connector: string; n: number; due: Date }>(
      'select connector, count(*)::int as n, min(due_at) as due from connector_late where back_at is null group by connector',
    );
    return new Map(rows.map(({ connector, n, due }) => [connector, { people: n, dueAt: due.getTime() }]));
  }

  async forget(owner: string): Promise<void> {
    await this.#pool.query('delete from connector_late where owner_id = $1', [owner]);
  }
}
