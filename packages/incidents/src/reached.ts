/** Whom an incident reached, in the region in which they are. A row leaves with its person. */
import type { Instant } from '@kept/base';
import { type Pool, transaction } from '@kept/db';
import type { Touched } from '@kept/gate';

/** An incident as one person sees it. */
export interface OwnIncident {
  readonly incident: string;
  readonly fields: readonly string[];
  readonly entries: number;
  readonly first: Instant;
  readonly last: Instant;
  readonly toldAt?: Instant;
}

/** How many there are, were told, and were reached by some way. */
export interface ToldCounts {
  readonly people: number;
  readonly told: number;
  readonly byChannel: Readonly<Record<string, number>>;
  /** Told by no way: an announcement is for them. */
  readonly unreached: number;
}

const BATCH = 5_000;

export class ReachedStore {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Takes the place of what an earlier trace found; whoever was told stays told. */
  async put(incident: string, people: readonly Touched[]): Promise<void> {
    await transaction(this.#pool, async (db) => {
      await db.query('delete from incidents.reached where id = $1 and told_at is null', [incident]);
      for (let at = 0; at < people.length; at += BATCH) {
        const some = people.slice(at, at + BATCH);
        await db.query(
          // Not for somebody who is gone by now.
          `insert into incidents.reached (owner_id, id, fields, entries, first_at, last_at)
           select p.owner_id, $1, string_to_array(u.fields, ','), u.entries,
             to_timestamp(u.first / 1000.0), to_timestamp(u.last / 1000.0)
           from unnest($2::uuid[], $3::text[], $4::int[], $5::float8[], $6::float8[]) u (owner_id, fields, entries, first, last)
           join subjects.person p on p.owner_id = u.owner_id and p.id = u.owner_id
           on conflict do nothing`,
          [
            incident,
            some.map(({ subject }) => subject),
            // Names of a policy have no comma.
            some.map(({ fields }) => fields.join(',')),
            ...[some.map(({ entries }) => entries), some.map(({ first }) => first), some.map(({ last }) => last)],
          ],
        );
      }
    });
  }

  /** People by jurisdiction. */
  async jurisdictions(incident: string): Promise<Record<string, number>> {
    const { rows } = await this.#pool.query<{ jurisdiction: string; n: number }>(
      `select p.jurisdiction, count(*)::int as n from incidents.reached r
       join subjects.person p on p.owner_id = r.owner_id and p.id = r.owner_id where r.id = $1 group by 1`,
      [incident],
    );
    return Object.fromEntries(rows.map(({ jurisdiction, n }) => [jurisdiction, n]));
  }

  /** Of those who were not told the next after this one, in the order of their ids. */
  async untold(incident: string, after: string | null, limit: number): Promise<string[]> {
    const { rows } = await this.#pool.query<{ id: string }>(
      `select owner_id::text as id from incidents.reached
       where id = $1 and told_at is null and ($2::uuid is null or owner_id > $2) order by owner_id limit $3`,
      [incident, after, limit],
    );
    return rows.map(({ id }) => id);
  }

  async noteTold(incident: string, person: string, channels: readonly string[], at: Instant): Promise<void> {
    await this.#pool.query(
      `update incidents.reached set channels = $3, told_at = $4 where id = $1 and owner_id = $2 and told_at is null`,
      [incident, person, channels, new Date(at)],
    );
  }

  async counts(incident: string): Promise<ToldCounts> {
    const { rows } = await this.#pool.query<{ channels: string[] | null; n: number }>(
      'select channels, count(*)::int as n from incidents.reached where id = $1 group by channels',
      [incident],
    );
    const byChannel: Record<string, number> = {};
    for (const { channels, n } of rows) for (const each of channels ?? []) byChannel[each] = (byChannel[each] ?? 0) + n;
    const sum = (of: typeof rows) => of.reduce((total, { n }) => total + n, 0);
    const told = rows.filter(({ channels }) => channels !== null);
    const unreached = told.filter(({ channels }) => channels!.length === 0);
    return { people: sum(rows), told: sum(told), byChannel, unreached: sum(unreached) };
  }

  /** What reached this person; only what they were told of, the newest first. */
  async of(person: string): Promise<OwnIncident[]> {
    const { rows } = await this.#pool.query<{
      id: string;
      fields: string[];
      entries: number;
      first_at: Date;
      last_at: Date;
      told_at: Date;
    }>(
      `select id::text as id, fields, entries, first_at, last_at, told_at from incidents.reached
       where owner_id = $1 and told_at is not null order by told_at desc, id`,
      [person],
    );
    return rows.map(({ id, fields, entries, first_at, last_at, told_at }) => ({
      ...{ incident: id, fields, entries },
      ...{ first: first_at.getTime(), last: last_at.getTime(), toldAt: told_at.getTime() },
    }));
  }
}
