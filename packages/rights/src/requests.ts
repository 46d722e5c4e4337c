/** Requests as they are kept: what was asked, how far it is, by when; nothing of the person. */
import { createHash } from 'node:crypto';
import type { Certificate } from '@kept/api';
import { type Clock, canonicalJson, type Instant, uuidv7 } from '@kept/base';
import type { Pool } from '@kept/db';
import type { Due } from '@kept/deadlines';
import type { Lang } from '@kept/policy';
import { OnBehalf } from './behalf/on-behalf.ts';
import { RequestUnknown } from './errors.ts';
import { Fees } from './fee-store.ts';
import {
  type About,
  type Decision,
  type InSystem,
  type KeptRequest,
  kept,
  newCode,
  type Removed,
  type RequestProof,
  type Row,
} from './kept-request.ts';
import type { StepId } from './kinds.ts';
import { Links } from './outside/links.ts';
import { AskedOfUs } from './partners/asked-of-us.ts';
import { type Tallied, tallied } from './tallied.ts';
import { ROWS, Tellings, TOLD } from './told/tellings.ts';

/** What is kept of a request when it is made. */
export interface NewRequest {
  readonly due: Pick<Due, 'at' | 'zone'>;
  /** Size of the ledger at that time. */
  readonly firstEntry: number;
  /** The name of the right by which it is made. */
  readonly granted?: string;
  /** The message of another program by which it came, see `AskedOfUs`. */
  readonly asked?: string;
  /** What it is called, of one that was named before; random unless said. */
  readonly as?: { readonly id: string; readonly code: string };
  /** All of it unless said. */
  readonly about?: About;
  /** `zh-Hans` unless said. */
  readonly language?: Lang;
  /** `session` unless said. */
  readonly proof?: RequestProof;
}

/** The requests of one region. */
export class Requests {
  /** By which those are followed that came from outside. */
  readonly links: Links;
  /** Recipients who are told of them. */
  readonly tellings: Tellings;
  /** What they cost. */
  readonly fees: Fees;
  /** Those that are made in another's place. */
  readonly behalf: OnBehalf;
  /** What programs of others asked for. */
  readonly askedOfUs: AskedOfUs;
  readonly #pool: Pool;
  readonly #clock: Clock;
  readonly #region: string;

  constructor(options: { pool: Pool; clock: Clock; region: string }) {
    this.#pool = options.pool;
    this.#clock = options.clock;
    this.#region = options.region;
    this.links = new Links(options);
    this.tellings = new Tellings(options);
    this.fees = new Fees(options);
    this.behalf = new OnBehalf(options);
    this.askedOfUs = new AskedOfUs(options);
  }

  /** Durable when it resolves. A person with an open request for the same thing gets that one: repeats merge. */
  async make(
    owner: string,
    kind: string,
    { due, firstEntry, granted, asked, as, about = {}, language = 'zh-Hans', proof = 'session' }: NewRequest,
  ): Promise<KeptRequest> {
    const what = canonicalJson(about as never);
    const open = async (): Promise<KeptRequest | undefined> =>
      (await this.of(owner)).find(
        (request) =>
          request.kind === kind && request.state === 'running' && canonicalJson(request.about as never) === what,
      );
    const earlier = await open();
    if (earlier) return earlier;
    const { id, code } = as ?? { id: uuidv7(this.#clock), code: newCode(this.#region) };
    const [made, by] = [new Date(this.#clock.now()), new Date(due.at)];
    const hash = createHash('sha256').update(what).digest('hex');
    await this.#pool.query(
      `with r as (insert into right_request (owner_id, id, kind, state, code, made_at, due_at, due_zone, first_entry, language, about, about_hash, proof, granted, asked)
         values ($1, $2, $3, 'running', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
         on conflict (owner_id, kind, about_hash) where state = 'running' do nothing returning owner_id, id, code)
       insert into right_certificate (code, owner_id, request) select code, owner_id, id from r`,
      [...[owner, id, kind, code, made, by, due.zone, firstEntry, language, about, hash, proof], granted, asked],
    );
    // Of two at once one was made, and may be done by now.
    return (await open()) ?? this.get(owner, id);
  }

  /** Those that are under way, of everybody, whoever is due first coming first; at most so many. */
  async running(most = 100_000): Promise<KeptRequest[]> {
    const { rows } = await this.#pool.query<Row>(`${ROWS} where state = 'running' order by due_at, id limit $1`, [
      most,
    ]);
    return rows.map(kept);
  }

  /** Those that have ended, of everybody, the newest first; at most so many. */
  async ended(most: number): Promise<KeptRequest[]> {
    const { rows } = await this.#pool.query<Row>(
      `${ROWS} where state <> 'running' order by done_at desc nulls last, id desc limit $1`,
      [most],
    );
    return rows.map(kept);
  }

  /** Whoever's it is. Throws RIGHTS_NOT_FOUND. */
  async byId(id: string): Promise<KeptRequest> {
    const { rows } = await this.#pool.query<Row>(`${ROWS} where id = $1`, [id]);
    if (!rows[0]) throw new RequestUnknown();
    return kept(rows[0]);
  }

  /** Whether it was ever made, whatever became of it. */
  async isMade(id: string): Promise<boolean> {
    return (await this.#pool.query('select from right_request where id = $1', [id])).rowCount === 1;
  }

  async of(owner: string): Promise<KeptRequest[]> {
    const { rows } = await this.#pool.query<Row>(`${ROWS} where owner_id = $1 order by made_at desc, id desc`, [owner]);
    return rows.map(kept);
  }

  /** Throws RIGHTS_NOT_FOUND. */
  async get(owner: string, id: string): Promise<KeptRequest> {
    const { rows } = await this.#pool.query<Row>(`${ROWS} where owner_id = $1 and id = $2`, [owner, id]);
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

  /** What went in other systems, and how far each is; said again, it takes the place of what was said before. */
  async countedElsewhere(
    owner: string,
    id: string,
    rows: readonly Removed[],
    systems: readonly InSystem[],
  ): Promise<void> {
    await this.#pool.query(
      `update right_request set elsewhere = $5, counts = coalesce((select jsonb_agg(c) from jsonb_array_elements(counts) c
         where not c->>'service' = any($3)), '[]') || $4::jsonb where owner_id = $1 and id = $2`,
      [owner, id, [...new Set(rows.map(({ service }) => service))], JSON.stringify(rows), JSON.stringify(systems)],
    );
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

  /** Ends a request that leaves its person as they are, with its certificate; the first time counts. */
  async close(owner: string, id: string, state: 'done' | 'refused', certificate: Certificate): Promise<void> {
    const at = new Date(certificate.issuedAt);
    await this.#pool.query(
      `with r as (update right_request set state = $3, done_at = $4, steps = jsonb_build_object('proved', $5::bigint) || steps
         where owner_id = $1 and id = $2 and state = 'running' returning code)
       update right_certificate c set body = $6, issued_at = $4 from r where c.code = r.code and c.body is null`,
      [owner, id, state, at, certificate.issuedAt, JSON.stringify(certificate)],
    );
  }

  /** Stops a request of which nothing is decided; false where it is too late. */
  async cancel(owner: string, id: string): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      `update right_request set state = 'cancelled', done_at = $3
         where owner_id = $1 and id = $2 and state = 'running' and kind <> 'closure' and decision is null`,
      [owner, id, new Date(this.#clock.now())],
    );
    return rowCount === 1;
  }

  /** Ends a request of which nothing is to be done any more. */
  async drop(owner: string, id: string): Promise<void> {
    await this.#pool.query(
      `update right_request set state = 'cancelled', done_at = $3 where owner_id = $1 and id = $2 and state = 'running'`,
      [owner, id, new Date(this.#clock.now())],
    );
  }

  /** Keeps a decision; false where there is one already. */
  async decide(owner: string, id: string, decision: Decision): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      `update right_request set decision = $3 where owner_id = $1 and id = $2 and state = 'running' and decision is null`,
      [owner, id, JSON.stringify(decision)],
    );
    return rowCount === 1;
  }

  /** Notes that somebody has to decide; the first time counts. */
  async waits(owner: string, id: string): Promise<void> {
    await this.#pool.query(
      `update right_request set waits_at = coalesce(waits_at, $3)
         where owner_id = $1 and id = $2 and state = 'running' and decision is null`,
      [owner, id, new Date(this.#clock.now())],
    );
  }

  /** A second person agrees, or sends it back; false where it is theirs, or somebody was faster. */
  async second(owner: string, id: string, by: string, agrees: boolean): Promise<boolean> {
    const where = `where owner_id = $1 and id = $2 and state = 'running'
      and decision is not null and decision->>'by' <> $3 and not decision ? 'second'`;
    const { rowCount } = agrees
      ? await this.#pool.query(
          `update right_request set decision = decision
             || jsonb_build_object('second', $3::text, 'secondAt', $4::bigint) ${where}`,
          [owner, id, by, this.#clock.now()],
        )
      : await this.#pool.query(`update right_request set decision = null ${where}`, [owner, id, by]);
    return rowCount === 1;
  }

  /** Moves the deadline, once; false where it was moved before. */
  async extend(owner: string, id: string, due: Pick<Due, 'at' | 'zone'>): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      `update right_request set was_at = due_at, due_at = $3, due_zone = $4, reminded = null
         where owner_id = $1 and id = $2 and state = 'running' and was_at is null`,
      [owner, id, new Date(due.at), due.zone],
    );
    return rowCount === 1;
  }

  /** Notes that a reminder was due, for the console to show. */
  async remind(owner: string, id: string, kind: 'remind' | 'escalate'): Promise<void> {
    await this.#pool.query(
      `update right_request set reminded = case when reminded = 'escalate' then reminded else $3 end
         where owner_id = $1 and id = $2 and state = 'running'`,
      [owner, id, kind],
    );
  }

  /** Notes that what was stopped is allowed again; the first time counts. */
  async lift(owner: string, id: string): Promise<void> {
    await this.#pool.query(
      `update right_request set lifted_at = coalesce(lifted_at, $3) where owner_id = $1 and id = $2`,
      [owner, id, new Date(this.#clock.now())],
    );
  }

  /** Whoever closes their account: what else they had asked for stops, but for what the closure is part of, and is nobody's. */
  async unlinkOthers(owner: string, closure: string): Promise<void> {
    await this.#pool.query(
      `with r as (update right_request set owner_id = id,
           done_at = case when carries->>'id' = $4 then done_at else coalesce(done_at, $3) end,
           state = case when state = 'running' and carries->>'id' is distinct from $4 then 'cancelled' else state end
         where owner_id = $1 and id <> $2 returning id)
       update right_certificate c set owner_id = c.request from r where c.owner_id = $1 and c.request = r.id`,
      [owner, closure, new Date(this.#clock.now()), closure],
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
      `select r.*, c.body, ${TOLD} from right_certificate c
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
       select $1 where not $2 or not exists (select from right_request where state = 'running' and kind = 'closure')
       on conflict (one) do update set seen = greatest(right_suppression.seen, excluded.seen)`,
      [length, quiet],
    );
  }

  /** What became of those that were made from `from` on and before `to`, counted. */
  tallied(from: Instant, to: Instant): Promise<Tallied[]> {
    return tallied(this.#pool, from, to, this.#clock.now());
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
