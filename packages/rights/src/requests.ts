/** Requests as they are kept: what was asked, how far it is, by when; nothing of the person. */
import { randomBytes } from 'node:crypto';
import type { Certificate } from '@kept/api';
import { type Clock, type Instant, uuidv7 } from '@kept/base';
import type { Pool } from '@kept/db';
import type { Deadline, Lang, Program } from '@kept/policy';
import { RequestUnknown } from './errors.ts';

export type StepId = 'stopped' | 'unreadable' | 'swept' | 'proved';
export const STEPS: readonly StepId[] = ['stopped', 'unreadable', 'swept', 'proved'];

/** Rows that went, by service and resource. */
export interface Removed {
  readonly service: string;
  readonly resource: string;
  readonly rows: number;
}

/** A request as it is stored: ids, states, times and counts; no personal value. */
export interface KeptRequest {
  readonly id: string;
  readonly owner: string;
  readonly kind: string;
  readonly state: 'running' | 'done';
  readonly code: string;
  readonly madeAt: Instant;
  readonly dueAt: Instant;
  readonly unreadableAt: Instant | null;
  readonly doneAt: Instant | null;
  /** Size of the ledger when the request was made. */
  readonly firstEntry: number;
  readonly steps: Readonly<Partial<Record<StepId, Instant>>>;
  readonly removed: readonly Removed[];
  /** In which it was asked for: that of its certificate. */
  readonly language: Lang;
}

interface Row {
  id: string;
  owner_id: string;
  kind: string;
  state: 'running' | 'done';
  code: string;
  made_at: Date;
  due_at: Date;
  unreadable_at: Date | null;
  done_at: Date | null;
  first_entry: string | number;
  steps: Partial<Record<StepId, Instant>>;
  counts: Removed[];
  language: Lang;
}

/** The requests of one region. */
export class Requests {
  readonly #pool: Pool;
  readonly #clock: Clock;
  readonly #region: string;

  constructor(options: { pool: Pool; clock: Clock; region: string }) {
    this.#pool = options.pool;
    this.#clock = options.clock;
    this.#region = options.region;
  }

  /** Durable when it resolves. A person with an open request of this kind gets that one: repeats merge. */
  async make(
    owner: string,
    kind: string,
    due: Instant,
    firstEntry: number,
    language: Lang = 'zh-Hans',
  ): Promise<KeptRequest> {
    const open = async (): Promise<KeptRequest | undefined> =>
      (await this.of(owner)).find((request) => request.kind === kind && request.state === 'running');
    const earlier = await open();
    if (earlier) return earlier;
    const id = uuidv7(this.#clock);
    const code = newCode(this.#region);
    await this.#pool.query(
      `with r as (insert into right_request (owner_id, id, kind, state, code, made_at, due_at, first_entry, language)
         values ($1, $2, $3, 'running', $4, $5, $6, $7, $8)
         on conflict (owner_id, kind) where state = 'running' do nothing returning owner_id, id, code)
       insert into right_certificate (code, owner_id, request) select code, owner_id, id from r`,
      [owner, id, kind, code, new Date(this.#clock.now()), new Date(due), firstEntry, language],
    );
    // Of two at once one was made, and may be done by now.
    return (await open()) ?? this.get(owner, id);
  }

  /** Those that are under way, of everybody. */
  async running(): Promise<readonly Pick<KeptRequest, 'owner' | 'id'>[]> {
    const { rows } = await this.#pool.query<{ owner: string; id: string }>(
      `select owner_id as owner, id from right_request where state = 'running'`,
    );
    return rows;
  }

  async of(owner: string): Promise<KeptRequest[]> {
    const { rows } = await this.#pool.query<Row>(
      'select * from right_request where owner_id = $1 order by made_at desc, id desc',
      [owner],
    );
    return rows.map(kept);
  }

  /** Throws RIGHTS_NOT_FOUND. */
  async get(owner: string, id: string): Promise<KeptRequest> {
    const { rows } = await this.#pool.query<Row>('select * from right_request where owner_id = $1 and id = $2', [
      owner,
      id,
    ]);
    if (!rows[0]) throw new RequestUnknown();
    return kept(rows[0]);
  }

  /** Marks a step as done; the first time counts. */
  async stepDone(owner: string, id: string, step: StepId): Promise<void> {
    const now = this.#clock.now();
    await this.#pool.query(
      `update right_request set steps = jsonb_build_object($3::text, $4::bigint) || steps,
         unreadable_at = case when $3 = 'unreadable' then coalesce(unreadable_at, $5) else unreadable_at end
       where owner_id = $1 and id = $2`,
      [owner, id, step, now, new Date(now)],
    );
  }

  /** Notes what is about to go; the first time counts, since later some of it is gone. */
  async counted(owner: string, id: string, rows: readonly Removed[]): Promise<void> {
    await this.#pool.query(`update right_request set counts = $3 where owner_id = $1 and id = $2 and counts = '[]'`, [
      owner,
      id,
      JSON.stringify(rows),
    ]);
  }

  /** Keeps the certificate, ends the request and unlinks both from the person, in one transaction. */
  async finish(owner: string, id: string, certificate: Certificate): Promise<void> {
    await this.#pool.query(
      `with c as (update right_certificate set body = $3, issued_at = $4, owner_id = request
         where code = $5 and body is null)
       update right_request set state = 'done', done_at = $4, owner_id = id,
         steps = jsonb_build_object('proved', $6::bigint) || steps where owner_id = $1 and id = $2`,
      [owner, id, JSON.stringify(certificate), new Date(certificate.issuedAt), certificate.code, certificate.issuedAt],
    );
  }

  /** Whether `finish` is done: the request is its own owner then. */
  async finished(id: string): Promise<boolean> {
    const { rowCount } = await this.#pool.query('select from right_request where owner_id = $1 and id = $1', [id]);
    return rowCount === 1;
  }

  /** The certificate, or the request that will lead to it. Throws RIGHTS_NOT_FOUND. */
  async byCode(code: string): Promise<{ certificate: Certificate } | { request: KeptRequest }> {
    // In one statement: between two, the request may end and be unlinked from its person.
    const { rows } = await this.#pool.query<Row & { body: Certificate | null }>(
      `select r.*, c.body from right_certificate c
         left join right_request r on r.owner_id = c.owner_id and r.id = c.request where c.code = $1`,
      [code],
    );
    const [row] = rows;
    if (!row) throw new RequestUnknown();
    return row.body ? { certificate: row.body } : { request: kept(row) };
  }

  /** How much of the suppression list this database has seen done; -1 at first. */
  async suppressionsSeen(): Promise<number> {
    const { rows } = await this.#pool.query<{ seen: number }>('select seen from right_suppression');
    return rows[0]?.seen ?? -1;
  }

  /**
   * Everybody on the list up to this length is gone from here. `quiet`: only if nothing is under way, since whoever asked
   * for it may be on the list already and still have rows.
   */
  async seeSuppressions(length: number, { quiet = false } = {}): Promise<void> {
    await this.#pool.query(
      `insert into right_suppression (seen)
       select $1 where not $2 or not exists (select from right_request where state = 'running')
       on conflict (one) do update set seen = greatest(right_suppression.seen, excluded.seen)`,
      [length, quiet],
    );
  }

  async counts(soon: Instant): Promise<{ open: number; due: number; overdue: number }> {
    const { rows } = await this.#pool.query<{ open: number; due: number; overdue: number }>(
      `select count(*)::int as open, count(*) filter (where due_at < $1 and due_at >= $2)::int as due,
         count(*) filter (where due_at < $2)::int as overdue from right_request where state = 'running'`,
      [new Date(soon), new Date(this.#clock.now())],
    );
    return rows[0]!;
  }
}

const kept = (row: Row): KeptRequest => ({
  ...{
    id: row.id,
    owner: row.owner_id,
    kind: row.kind,
    state: row.state,
    code: row.code,
    steps: row.steps,
    removed: row.counts,
    language: row.language,
  },
  madeAt: row.made_at.getTime(),
  dueAt: row.due_at.getTime(),
  unreadableAt: row.unreadable_at?.getTime() ?? null,
  doneAt: row.done_at?.getTime() ?? null,
  firstEntry: Number(row.first_entry),
});

/** Crockford's base 32: no letter that can be read as another. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 80 random bits behind the region: `CN-7F3K-9QXM-2B5D-HHT0`. Whoever knows it may read the certificate. */
function newCode(region: string): string {
  const letters = [...randomBytes(16)].map((byte) => ALPHABET[byte % 32]);
  const groups = [0, 4, 8, 12].map((at) => letters.slice(at, at + 4).join(''));
  return [region.toUpperCase(), ...groups].join('-');
}

/** The region that a certificate's code names. */
export const regionOfCode = (code: string): string => code.split('-')[0]!.toLowerCase();

/**
 * When a request must be answered: the policy's deadline from the moment the person was verified, which with a session
 * is the moment they asked. Working days leave out Saturdays and Sundays; months end with the month.
 */
export function dueAt(program: Program, right: string, from: Instant): Instant {
  const deadline: Deadline = program.manifest.rights[right]?.deadline ?? { count: 15, unit: 'day' };
  const date = new Date(from);
  if (deadline.unit === 'hour') date.setUTCHours(date.getUTCHours() + deadline.count);
  else if (deadline.unit === 'day') date.setUTCDate(date.getUTCDate() + deadline.count);
  else if (deadline.unit === 'working-day') addWorkingDays(date, deadline.count);
  else addMonths(date, deadline.unit === 'year' ? 12 * deadline.count : deadline.count);
  return date.getTime();
}

function addWorkingDays(date: Date, count: number): void {
  for (let left = count; left > 0; ) {
    date.setUTCDate(date.getUTCDate() + 1);
    if (date.getUTCDay() % 6 !== 0) left--;
  }
}

function addMonths(date: Date, count: number): void {
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + count);
  date.setUTCDate(Math.min(day, new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()));
}
