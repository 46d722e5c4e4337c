/** Who holds an identifier, over all regions. */
import { Batcher } from '@kept/base';
import type pg from 'pg';

/** Who holds an identifier, and in which region their data lives. */
export interface Holder {
  readonly owner: string;
  readonly region: string;
}

/** Global uniqueness of identifiers: one owner for each kind and blind index. All throw KEYS_STORE_DOWN. */
export interface Claims {
  /**
   * Takes an identifier for an owner, durably: true if it is theirs now, or was. False if it is another's. Grouped.
   * `owner` is a UUID.
   */
  claim(kind: string, blind: Buffer, owner: string, region: string): Promise<boolean>;
  /** Gives an identifier back, if it is this owner's. */
  release(kind: string, blind: Buffer, owner: string): Promise<void>;
  /** Gives back all that an owner holds. */
  releaseAll(owner: string): Promise<void>;
  /** Null if nobody holds it. Coalesced. */
  locate(kind: string, blind: Buffer): Promise<Holder | null>;
}

interface Wanted {
  readonly kind: string;
  readonly blind: Buffer;
  readonly owner: string;
  readonly region: string;
}

/**
 * Sorted by the key, so that two processes that claim the same cannot deadlock; the first of a group wins. `mine` is
 * null if somebody's row came into being after the statement began: neither made here nor seen.
 */
const CLAIM = `
  with given as materialized (
      select * from unnest($1::text[], $2::bytea[], $3::uuid[], $4::text[]) with ordinality g (kind, blind, owner, region, n)),
    made as (
      insert into keys.claim (kind, blind, owner, region)
      select distinct on (kind, blind) kind, blind, owner, region from given order by kind, blind, n
      on conflict do nothing returning kind, blind, owner)
  select coalesce(m.owner, c.owner) = g.owner as mine
  from given g left join made m using (kind, blind)
  left join lateral (select owner from keys.claim c where c.kind = g.kind and c.blind = g.blind limit 1) c on true
  order by g.n`;

const LOCATE = `
  select c.owner, c.region from unnest($1::text[], $2::bytea[]) with ordinality g (kind, blind, n)
  left join lateral (select owner, region from keys.claim c where c.kind = g.kind and c.blind = g.blind limit 1) c on true
  order by g.n`;

export function openClaims(pool: pg.Pool): Claims {
  const claims = new Batcher<Wanted, boolean>({ max: 1000, lanes: 2 }, async (wanted) => {
    const answers: (boolean | null)[] = wanted.map(() => null);
    for (let open = wanted.map((_, i) => i); open.length > 0; open = open.filter((i) => answers[i] === null)) {
      const some = open.map((i) => wanted[i]!);
      const columns = [
        some.map((w) => w.kind),
        some.map((w) => w.blind),
        some.map((w) => w.owner),
        some.map((w) => w.region),
      ];
      const { rows } = await pool.query({ name: 'keys_claim', text: CLAIM, values: columns });
      for (const [at, i] of open.entries()) answers[i] = rows[at].mine;
    }
    return answers as boolean[];
  });
  const locations = new Batcher<Pick<Wanted, 'kind' | 'blind'>, Holder | null>(
    { max: 1000, lanes: 2 },
    async (asked) => {
      const values = [asked.map((a) => a.kind), asked.map((a) => a.blind)];
      const { rows } = await pool.query({ name: 'keys_locate', text: LOCATE, values });
      return rows.map(({ owner, region }) => (owner === null ? null : { owner, region }));
    },
  );
  return {
    claim: (kind, blind, owner, region) => claims.add({ kind, blind, owner, region }),
    async release(kind, blind, owner) {
      await pool.query('delete from keys.claim where kind = $1 and blind = $2 and owner = $3', [kind, blind, owner]);
    },
    async releaseAll(owner) {
      await pool.query('delete from keys.claim where owner = $1', [owner]);
    },
    locate: (kind, blind) => locations.add({ kind, blind }),
  };
}
