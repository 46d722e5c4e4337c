/** Requests that are made in another's place, as they are kept. */
import type { Clock } from '@kept/base';
import type { Pool } from '@kept/db';
import { RequestUnknown } from '../errors.ts';
import { type Carries, type KeptRequest, kept, type Row } from '../kept-request.ts';
import { ROWS, TOLD } from '../told/tellings.ts';

/** Those of one region. */
export class OnBehalf {
  readonly #pool: Pool;
  readonly #clock: Clock;

  constructor({ pool, clock }: { readonly pool: Pool; readonly clock: Clock }) {
    this.#pool = pool;
    this.#clock = clock;
  }

  /** Notes by which closure it is done, before that is made; the first time counts, and is answered. */
  async carry(owner: string, id: string, carries: Carries): Promise<Carries> {
    const { rows } = await this.#pool.query<{ carries: Carries }>(
      'update right_request set carries = coalesce(carries, $3) where owner_id = $1 and id = $2 returning carries',
      [owner, id, JSON.stringify(carries)],
    );
    if (!rows[0]) throw new RequestUnknown();
    return rows[0].carries;
  }

  /** Those in which others ask for this person's data, the newest first. */
  async askedAbout(person: string): Promise<KeptRequest[]> {
    const { rows } = await this.#pool.query<Row>(
      `${ROWS} where about ? 'behalf' and about->'behalf'->'of'->>'person' = $1
         order by made_at desc, id desc limit 100`,
      [person],
    );
    return rows.map(kept);
  }

  /** Stops what others ask for in this person's place, unless it is done already; links to it are over. */
  async stopAbout(person: string): Promise<KeptRequest[]> {
    const { rows } = await this.#pool.query<Row>(
      `with about as (select owner_id, id from right_request
           where about ? 'behalf' and about->'behalf'->'of'->>'person' = $1),
         over as (delete from right_link using about where request = about.id)
       update right_request r set state = 'cancelled', done_at = $2 from about
         where r.owner_id = about.owner_id and r.id = about.id and r.state = 'running' returning r.*, ${TOLD}`,
      [person, new Date(this.#clock.now())],
    );
    return rows.map(kept);
  }
}
