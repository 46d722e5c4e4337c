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

interface Identifier {
  readonly kind: string;
  readonly blind: Buffer;
}

interface Wanted extends Identifier {
  readonly owner: string;
  readonly region: string;
}

/** Counts what it made: where that is all of them, nobody has to look. */
const CLAIM = `
  insert into keys.claim (kind, blind, owner, region)
  select * from unnest($1::text[], $2::bytea[], $3::uuid[], $4::text[]) on conflict do nothing`;

const LOCATE = `
  select c.owner, c.region from unnest($1::text[], $2::bytea[]) with ordinality g (kind, blind, n)
  left join lateral (select owner, region from keys.claim c where c.kind = g.kind and c.blind = g.blind limit 1) c on true
  order by g.n`;

export function openClaims(pool: pg.Pool): Claims {
  const locate = async (asked: readonly Identifier[]): Promise<(Holder | null)[]> => {
    const values = [asked.map((a) => a.kind), asked.map((a) => a.blind)];
    const { rows } = await pool.query({ name: 'keys_locate', text: LOCATE, values });
    return rows.map(({ owner, region }) => (owner === null ? null : { owner, region }));
  };
  const claims = new Batcher<Wanted, boolean>({ max: 1000, lanes: 2 }, async (wanted) => {
    const answers = new Map<Wanted, boolean>();
    // Given back between making and looking, it is nobody's: once more.
    while (answers.size < wanted.length) {
      const open = wanted.filter((each) => !answers.has(each));
      const first = firstOfEach(open);
      const values = [
        first.map((w) => w.kind),
        first.map((w) => w.blind),
        first.map((w) => w.owner),
        first.map((w) => w.region),
      ];
      const { rowCount } = await pool.query({ name: 'keys_claim', text: CLAIM, values });
      const made = rowCount === first.length && first.length === open.length;
      const holders = made ? null : await locate(open);
      for (const [i, each] of open.entries()) {
        const owner = holders === null ? each.owner : holders[i]?.owner;
        if (owner !== undefined) answers.set(each, owner === each.owner);
      }
    }
    return wanted.map((each) => answers.get(each)!);
  });
  const locations = new Batcher<Identifier, Holder | null>({ max: 1000, lanes: 2 }, locate);
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

/** The first who asks for an identifier, in one order everywhere, so that two processes that claim the same cannot deadlock. */
function firstOfEach(wanted: readonly Wanted[]): Wanted[] {
  const sorted = wanted.toSorted((a, b) => order(a, b));
  return sorted.filter((each, i) => i === 0 || order(sorted[i - 1]!, each) !== 0);
}

const order = (a: Identifier, b: Identifier): number =>
  a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : Buffer.compare(a.blind, b.blind);
