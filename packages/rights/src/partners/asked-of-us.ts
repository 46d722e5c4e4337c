/** What programs of others asked for, as it is kept: ids and states; of the person nothing. In the first region. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Clock, Instant } from '@kept/base';
import type { Pool } from '@kept/db';

export type Protocol = 'opendsr' | 'drp';
/** Why it ended before it became a request; in the words of DRP 1.0, section 3.02. */
export type Ended = 'revoked' | 'no_match' | 'claim_not_covered' | 'insuf_verification' | 'other';

export interface PartnerRequest {
  readonly id: string;
  readonly protocol: Protocol;
  readonly sender: string;
  /** Its id with whoever sent it. */
  readonly theirs: string;
  /** Of what was sent: the same id with something else in it is another request, and refused. */
  readonly digest: Buffer;
  readonly kind: string;
  readonly receivedAt: Instant;
  /** Under which the person confirms it. */
  readonly proof: string | null;
  /** Until then the person can confirm it; then it is over. */
  readonly proofUntil: Instant | null;
  readonly region: string | null;
  readonly request: string | null;
  readonly ended: Ended | null;
  /** Where they are called back. */
  readonly callbacks: readonly string[];
}

export type NewPartnerRequest = Pick<
  PartnerRequest,
  'protocol' | 'sender' | 'theirs' | 'digest' | 'kind' | 'callbacks'
>;

interface Row extends Omit<PartnerRequest, 'receivedAt' | 'proofUntil' | 'callbacks'> {
  callback: string | null;
  received_at: Date;
  proof_until: Date | null;
}

const COLUMNS =
  'id, protocol, sender, theirs, digest, kind, received_at, proof, proof_until, region, request, ended, callback';
const requestOf = ({ received_at, proof_until, callback, ...row }: Row): PartnerRequest => ({
  ...row,
  callbacks: callback?.split(' ') ?? [],
  receivedAt: received_at.getTime(),
  proofUntil: proof_until?.getTime() ?? null,
});

export const hashOf = (text: string | Buffer): Buffer => createHash('sha256').update(text).digest();

/** Those of all senders. */
export class AskedOfUs {
  readonly #pool: Pool;
  readonly #clock: Clock;

  constructor({ pool, clock }: { readonly pool: Pool; readonly clock: Clock }) {
    this.#pool = pool;
    this.#clock = clock;
  }

  /** Null where this sender has used the id before. */
  async take(asked: NewPartnerRequest): Promise<PartnerRequest | null> {
    const { protocol, sender, theirs, digest, kind, callbacks } = asked;
    const callback = callbacks.length > 0 ? callbacks.join(' ') : null;
    const { rows } = await this.#pool.query<Row>(
      `insert into right_partner_request (id, protocol, sender, theirs, digest, kind, received_at, callback)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning ${COLUMNS}`,
      [randomUUID(), protocol, sender, theirs, digest, kind, new Date(this.#clock.now()), callback],
    );
    return rows[0] ? requestOf(rows[0]) : null;
  }

  /** Of whichever protocol. */
  async byId(id: string): Promise<PartnerRequest | null> {
    const { rows } = await this.#pool.query<Row>(`select ${COLUMNS} from right_partner_request where id = $1`, [id]);
    return rows[0] ? requestOf(rows[0]) : null;
  }

  async find(protocol: Protocol, by: { readonly id: string } | { sender: string; theirs: string }) {
    const [where, values] =
      'id' in by
        ? ['id::text = $2', [protocol, by.id]]
        : ['sender = $2 and theirs = $3', [protocol, by.sender, by.theirs]];
    const { rows } = await this.#pool.query<Row>(
      `select ${COLUMNS} from right_partner_request where protocol = $1 and ${where}`,
      values,
    );
    return rows[0] ? requestOf(rows[0]) : null;
  }

  /** The person has been sent a code. */
  async proving(id: string, proof: string, until: Instant): Promise<void> {
    await this.#pool.query('update right_partner_request set proof = $2, proof_until = $3 where id = $1', [
      id,
      proof,
      new Date(until),
    ]);
  }

  /** Which of them a code belongs to; null for what came in another way. */
  async provenBy(proof: string): Promise<PartnerRequest | null> {
    const { rows } = await this.#pool.query<Row>(`select ${COLUMNS} from right_partner_request where proof = $1`, [
      proof,
    ]);
    return rows[0] ? requestOf(rows[0]) : null;
  }

  /** The request of this region that it became; null where there is none. */
  async madeFrom(id: string): Promise<string | null> {
    const { rows } = await this.#pool.query<{ id: string }>('select id from right_request where asked = $1', [id]);
    return rows[0]?.id ?? null;
  }

  /** What came of it; the first time counts. */
  async settle(id: string, came: { region: string; request: string } | { ended: Ended }): Promise<boolean> {
    const { region = null, request = null, ended = null } = came as Partial<PartnerRequest>;
    const { rowCount } = await this.#pool.query(
      `update right_partner_request set region = $2, request = $3, ended = $4
         where id = $1 and request is null and ended is null`,
      [id, region, request, ended],
    );
    return rowCount === 1;
  }

  /** False where the same was said before and is not over yet. */
  async first(signature: Buffer, until: Instant): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      `with over as (delete from right_partner_seen where expires_at < $3)
       insert into right_partner_seen (hash, expires_at) values ($1, $2) on conflict do nothing`,
      [hashOf(signature), new Date(until), new Date(this.#clock.now())],
    );
    return rowCount === 1;
  }

  /** A token by which an agent is known; what is kept is its hash. A new one does not end an older one. */
  async tokenFor(agent: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.#pool.query('insert into right_partner_token (hash, agent, made_at) values ($1, $2, $3)', [
      hashOf(token),
      agent,
      new Date(this.#clock.now()),
    ]);
    return token;
  }

  async agentOf(token: string): Promise<string | null> {
    const { rows } = await this.#pool.query<{ agent: string }>(
      'select agent from right_partner_token where hash = $1',
      [hashOf(token)],
    );
    return rows[0]?.agent ?? null;
  }
}
