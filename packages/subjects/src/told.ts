/** Who was told of which version of the policy. */
import type { Instant } from '@kept/base';
import type { Pool } from '@kept/db';

/** Who of a region was told of which version. */
export interface Told {
  /** Of these people, those who were not told of the version yet, in their order. */
  untold(version: string, people: readonly string[]): Promise<string[]>;
  /** Notes by which channels somebody was told; harmless when repeated. */
  noteTold(id: string, version: string, channels: readonly string[]): Promise<void>;
  /** How many people were told, by version. */
  countTold(): Promise<ReadonlyMap<string, number>>;
}

export const toldOf = (pool: Pool, now: () => Instant): Told => ({
  async untold(version, people) {
    const { rows } = await pool.query<{ id: string }>(
      `select u.id::text as id from unnest($2::uuid[]) with ordinality u (id, place)
       where not exists (select from subjects.told t where t.owner_id = u.id and t.id = $1) order by u.place`,
      [version, people],
    );
    return rows.map(({ id }) => id);
  },
  async noteTold(id, version, channels) {
    // Not for somebody who is gone by now: nothing would ever remove the row.
    await pool.query(
      `insert into subjects.told (owner_id, id, channels, told_at)
       select owner_id, $2, $3, $4 from subjects.person where owner_id = $1 and id = $1 for share
       on conflict do nothing`,
      [id, version, channels, new Date(now())],
    );
  },
  async countTold() {
    const { rows } = await pool.query<{ id: string; n: number }>(
      'select id::text as id, count(*)::int as n from subjects.told group by id',
    );
    return new Map(rows.map(({ id, n }) => [id, n]));
  },
});
