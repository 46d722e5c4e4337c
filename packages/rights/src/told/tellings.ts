/** Which recipient is told of which request, and how far that is; of the person nothing, but sealed until they answered. */
import type { Clock, Instant } from '@kept/base';
import type { Pool } from '@kept/db';
import type { DsrProof } from '@kept/recipients';
import { TellingUnknown } from '../errors.ts';

export type TellingWay = 'opendsr' | 'letter';
/** `noted`: not told yet. `told`: has it. `answered`: has done it. `declined`: says that it will not. */
export type TellingState = 'noted' | 'told' | 'answered' | 'declined';

/** What a request shows of it. */
export interface Told {
  readonly id: string;
  readonly recipient: string;
  readonly way: TellingWay;
  readonly state: TellingState;
  readonly toldAt: Instant | null;
  readonly answeredAt: Instant | null;
}

export interface Telling extends Told {
  readonly request: string;
  /** The right that was exercised. */
  readonly kind: string;
  /** Fields that the recipient got and that it is about, by name. */
  readonly fields: readonly string[];
  readonly regulation: 'gdpr' | 'ccpa';
  readonly madeAt: Instant;
  /** By when they said that they will have done it. */
  readonly expectedAt: Instant | null;
  readonly tries: number;
  /** Code of what went wrong last. */
  readonly trouble: string | null;
  readonly sealed: Buffer | null;
}

export type NewTelling = Pick<Telling, 'id' | 'request' | 'recipient' | 'kind' | 'way' | 'fields' | 'regulation'> & {
  readonly sealed: Buffer;
};

/** As `Told`, of the request `r`. */
export const TOLD = `(select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'recipient', t.recipient, 'way', t.way,
    'state', t.state, 'toldAt', (extract(epoch from t.told_at) * 1000)::bigint,
    'answeredAt', (extract(epoch from t.answered_at) * 1000)::bigint) order by t.recipient), '[]')
  from right_telling t where t.request = r.id) as told`;

/** Requests with who is told of them. */
export const ROWS = `select r.*, ${TOLD} from right_request r`;

interface Row {
  id: string;
  request: string;
  recipient: string;
  kind: string;
  way: TellingWay;
  state: TellingState;
  fields: string[];
  regulation: 'gdpr' | 'ccpa';
  made_at: Date;
  told_at: Date | null;
  answered_at: Date | null;
  expected_at: Date | null;
  tries: number;
  trouble: string | null;
  sealed: Buffer | null;
}

const tellingOf = ({ made_at, told_at, answered_at, expected_at, ...row }: Row): Telling => ({
  ...row,
  madeAt: made_at.getTime(),
  toldAt: told_at?.getTime() ?? null,
  answeredAt: answered_at?.getTime() ?? null,
  expectedAt: expected_at?.getTime() ?? null,
});

const COLUMNS =
  'id, request, recipient, kind, way, state, fields, regulation, made_at, told_at, answered_at, expected_at, tries, trouble, sealed';

/** Those of one region. */
export class Tellings {
  readonly #pool: Pool;
  readonly #clock: Clock;

  constructor({ pool, clock }: { readonly pool: Pool; readonly clock: Clock }) {
    this.#pool = pool;
    this.#clock = clock;
  }

  /** All at once or none; said again for the same request and recipient, the first time counts. */
  async note(all: readonly NewTelling[]): Promise<void> {
    if (all.length === 0) return;
    const at = new Date(this.#clock.now());
    await this.#pool.query(
      `insert into right_telling (id, request, recipient, kind, way, state, fields, regulation, made_at, sealed)
       select id, request, recipient, kind, way, 'noted', string_to_array(fields, ','), regulation, $9, sealed
       from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bytea[])
         n(id, request, recipient, kind, way, fields, regulation, sealed) on conflict do nothing`,
      [
        ...[all.map(({ id }) => id), all.map(({ request }) => request), all.map(({ recipient }) => recipient)],
        ...[all.map(({ kind }) => kind), all.map(({ way }) => way), all.map(({ fields }) => fields.join(','))],
        ...[all.map(({ regulation }) => regulation), all.map(({ sealed }) => sealed), at],
      ],
    );
  }

  async of(request: string): Promise<Telling[]> {
    const { rows } = await this.#pool.query<Row>(
      `select ${COLUMNS} from right_telling where request = $1 order by recipient`,
      [request],
    );
    return rows.map(tellingOf);
  }

  async find(id: string): Promise<Telling | null> {
    const { rows } = await this.#pool.query<Row>(`select ${COLUMNS} from right_telling where id = $1`, [id]);
    return rows[0] ? tellingOf(rows[0]) : null;
  }

  /** Throws RIGHTS_TELLING_UNKNOWN. */
  async get(id: string): Promise<Telling> {
    const found = await this.find(id);
    if (!found) throw new TellingUnknown();
    return found;
  }

  /** Those that are not answered, the oldest first; at most so many. */
  async open(most: number): Promise<Telling[]> {
    const { rows } = await this.#pool.query<Row>(
      `select ${COLUMNS} from right_telling where state in ('noted', 'told') order by made_at, id limit $1`,
      [most],
    );
    return rows.map(tellingOf);
  }

  /** How many need somebody: a letter to write, or a try that failed. */
  async waiting(): Promise<number> {
    const { rows } = await this.#pool.query<{ n: number }>(
      `select count(*)::int as n from right_telling
         where state in ('noted', 'told') and (trouble is not null or (way = 'letter' and state = 'noted'))`,
    );
    return rows[0]!.n;
  }

  /** Before each try: whoever finds one knows that the recipient may have it already. */
  async trying(id: string): Promise<number> {
    const { rows } = await this.#pool.query<{ tries: number }>(
      'update right_telling set tries = tries + 1 where id = $1 returning tries',
      [id],
    );
    return rows[0]?.tries ?? 0;
  }

  async troubled(id: string, code: string): Promise<void> {
    await this.#pool.query('update right_telling set trouble = $2 where id = $1', [id, code]);
  }

  /** The first time counts; false where it was told before. */
  async told(id: string, expectedAt: Instant | null, way?: TellingWay): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      `update right_telling set state = 'told', told_at = $2, expected_at = $3, trouble = null, way = coalesce($4, way)
         where id = $1 and state = 'noted'`,
      [id, new Date(this.#clock.now()), expectedAt === null ? null : new Date(expectedAt), way ?? null],
    );
    return rowCount === 1;
  }

  /** They say how long it takes now, with their signature on it. */
  async heard(id: string, expectedAt: Instant, proof: DsrProof | undefined): Promise<void> {
    await this.#pool.query(
      `update right_telling set expected_at = $2, proof = coalesce($3, proof), trouble = null where id = $1 and state = 'told'`,
      [id, new Date(expectedAt), proof === undefined ? null : JSON.stringify(proof)],
    );
  }

  /** Ends it, and what was sealed for it; false where it had ended. */
  async end(id: string, state: 'answered' | 'declined', proof?: DsrProof): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      `update right_telling set state = $2, told_at = coalesce(told_at, $3), answered_at = $3, trouble = null, sealed = null,
         proof = coalesce($4, proof) where id = $1 and state in ('noted', 'told')`,
      [id, state, new Date(this.#clock.now()), proof === undefined ? null : JSON.stringify(proof)],
    );
    return rowCount === 1;
  }

  /** What they signed last; null where they signed nothing that says nothing else. */
  async proof(id: string): Promise<DsrProof | null> {
    const { rows } = await this.#pool.query<{ proof: DsrProof | null }>(
      'select proof from right_telling where id = $1',
      [id],
    );
    return rows[0]?.proof ?? null;
  }
}
