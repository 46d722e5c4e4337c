/** Links by which somebody without a session follows a request. What is kept is their hash. */
import { createHash, randomBytes } from 'node:crypto';
import { type Clock, Days, type Instant } from '@kept/base';
import type { Pool } from '@kept/db';
import { LinkUnknown } from '../errors.ts';

/** A link lives as long beyond the day on which the answer is due. */
export const LINK_LIFE = Days(30);

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Those of one region. */
export class Links {
  readonly #pool: Pool;
  readonly #clock: Clock;

  constructor({ pool, clock }: { readonly pool: Pool; readonly clock: Clock }) {
    this.#pool = pool;
    this.#clock = clock;
  }

  /** 256 random bits; forgets links that are over. */
  async make(request: string, expiresAt: Instant): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.#pool.query(
      `with over as (delete from right_link where expires_at <= $4)
       insert into right_link (hash, request, expires_at) values ($1, $2, $3)`,
      [hashOf(token), request, new Date(expiresAt), new Date(this.#clock.now())],
    );
    return token;
  }

  /** Throws RIGHTS_LINK_UNKNOWN. */
  async find(token: string): Promise<{ readonly request: string; readonly expiresAt: Instant }> {
    const { rows } = await this.#pool.query<{ request: string; expires_at: Date }>(
      'select request, expires_at from right_link where hash = $1 and expires_at > $2',
      [hashOf(token), new Date(this.#clock.now())],
    );
    if (!rows[0]) throw new LinkUnknown();
    return { request: rows[0].request, expiresAt: rows[0].expires_at.getTime() };
  }
}
