/** What becomes of the fee of a request, as it is kept with it. */
import type { Clock } from '@kept/base';
import type { Pool } from '@kept/db';
import type { Fee } from './kept-request.ts';

/** Those of one region. */
export class Fees {
  readonly #pool: Pool;
  readonly #clock: Clock;

  constructor({ pool, clock }: { readonly pool: Pool; readonly clock: Clock }) {
    this.#pool = pool;
    this.#clock = clock;
  }

  /** Asks for a fee, once; false where one was asked for, or it is decided. */
  async ask(owner: string, id: string, fee: Fee): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      `update right_request set fee = $3
         where owner_id = $1 and id = $2 and state = 'running' and decision is null and fee is null`,
      [owner, id, JSON.stringify(fee)],
    );
    return rowCount === 1;
  }

  /** What becomes of the fee; the first answer counts. A fee that is accepted decides in one statement. */
  async answer(owner: string, id: string, answer: NonNullable<Fee['answer']>): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      `update right_request set fee = fee || jsonb_build_object('answer', $3::text, 'answeredAt', $4::bigint),
         decision = case when $3 = 'accepted'
           then jsonb_build_object('outcome', 'granted', 'by', fee->>'by', 'at', $4::bigint) else decision end,
         state = case when $3 = 'declined' then 'cancelled' else state end,
         done_at = case when $3 = 'declined' then $5 else done_at end
       where owner_id = $1 and id = $2 and state = 'running' and decision is null and fee is not null and not fee ? 'answer'`,
      [owner, id, answer, this.#clock.now(), new Date(this.#clock.now())],
    );
    return rowCount === 1;
  }
}
