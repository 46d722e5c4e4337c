/** Members, links and sessions as rows; nothing of a person but what is sealed. */
import type { Instant } from '@kept/base';
import { type Pool, transaction } from '@kept/db';

/** What somebody may do in the console. There is one owner. */
export type StaffRole = 'owner' | 'officer' | 'agent' | 'auditor';
export type MemberState = 'invited' | 'active' | 'removed';

export interface MemberRow {
  readonly id: string;
  readonly role: StaffRole;
  readonly state: MemberState;
  readonly sealed: Buffer | null;
  readonly created_at: Date;
  readonly removed_at: Date | null;
  readonly locked_until: Date | null;
}

const COLUMNS = 'm.id, m.role, m.state, m.sealed, m.created_at, m.removed_at, m.locked_until';
const TRIES = 5;
const UNIQUE = '23505';

export class Store {
  readonly #pool: Pool;
  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async #one(sql: string, values: readonly unknown[]): Promise<MemberRow | undefined> {
    return (await this.#pool.query<MemberRow>(sql, [...values])).rows[0];
  }

  async all(): Promise<MemberRow[]> {
    return (await this.#pool.query<MemberRow>(`select ${COLUMNS} from staff.member m order by created_at, id`)).rows;
  }

  byId = (id: string) => this.#one(`select ${COLUMNS} from staff.member m where id = $1`, [id]);
  owner = () => this.#one(`select ${COLUMNS} from staff.member m where role = 'owner' and state <> 'removed'`, []);
  byLogin = (blind: Buffer) =>
    this.#one(`select ${COLUMNS} from staff.member m where login_blind = $1 and state = 'active'`, [blind]);

  /** False where there is an owner already. */
  async add(id: string, role: StaffRole, state: MemberState, sealed: Buffer, at: Instant): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      `insert into staff.member (id, role, state, sealed, created_at) values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [id, role, state, sealed, new Date(at)],
    );
    return rowCount === 1;
  }

  async seal(id: string, sealed: Buffer): Promise<void> {
    await this.#pool.query(`update staff.member set sealed = $2 where id = $1 and state <> 'removed'`, [id, sealed]);
  }

  /** False where somebody has the name. The code with which it was proved is used up. */
  async enrol(id: string, sealed: Buffer, login: Buffer, step: number): Promise<boolean> {
    try {
      const { rowCount } = await this.#pool.query(
        `update staff.member set sealed = $2, login_blind = $3, last_step = $4, state = 'active', failures = 0,
           locked_until = null where id = $1 and state <> 'removed'`,
        [id, sealed, login, step],
      );
      return rowCount === 1;
    } catch (error) {
      if ((error as { code?: string }).code === UNIQUE) return false;
      throw error;
    }
  }

  /** Counted before anything is compared, so that many at once are no more than some after the other; false while locked. */
  async try(id: string, now: Instant, until: Instant): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      `update staff.member set
         failures = case when failures + 1 >= ${TRIES} then 0 else failures + 1 end,
         locked_until = case when failures + 1 >= ${TRIES} then $3 else locked_until end
       where id = $1 and state = 'active' and (locked_until is null or locked_until <= $2)`,
      [id, new Date(now), new Date(until)],
    );
    return rowCount === 1;
  }

  /** False where this code, or a later one, was used. */
  async passed(id: string, step: number): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      `update staff.member set failures = 0, locked_until = null, last_step = $2
       where id = $1 and state = 'active' and last_step < $2`,
      [id, step],
    );
    return rowCount === 1;
  }

  /** Nothing of before counts: links, sessions, name, password and app. */
  async reset(id: string, sealed: Buffer, link: Buffer, expires: Instant): Promise<void> {
    await transaction(this.#pool, async (db) => {
      await db.query(
        `update staff.member set state = 'invited', login_blind = null, sealed = $2, failures = 0, locked_until = null
         where id = $1 and state <> 'removed'`,
        [id, sealed],
      );
      await db.query('delete from staff.session where member = $1', [id]);
      await db.query('delete from staff.link where member = $1', [id]);
      await db.query('insert into staff.link (hash, member, expires_at) values ($1, $2, $3)', [
        link,
        id,
        new Date(expires),
      ]);
    });
  }

  /** Whose link it was; it is used up. */
  async takeLink(hash: Buffer, now: Instant): Promise<MemberRow | undefined> {
    return this.#one(
      `with l as (delete from staff.link where hash = $1 returning member, expires_at)
       select ${COLUMNS} from l join staff.member m on m.id = l.member
         where l.expires_at > $2 and m.state = 'invited'`,
      [hash, new Date(now)],
    );
  }

  async begin(hash: Buffer, member: string, now: Instant, until: Instant): Promise<void> {
    await this.#pool.query('delete from staff.session where expires_at <= $1', [new Date(now)]);
    await this.#pool.query('insert into staff.session (hash, member, expires_at) values ($1, $2, $3)', [
      hash,
      member,
      new Date(until),
    ]);
  }

  async session(hash: Buffer, now: Instant) {
    const { rows } = await this.#pool.query<{ id: string; role: StaffRole; state: MemberState; expires_at: Date }>(
      `select m.id, m.role, m.state, s.expires_at from staff.session s join staff.member m on m.id = s.member
       where s.hash = $1 and s.expires_at > $2 and m.state <> 'removed'`,
      [hash, new Date(now)],
    );
    return rows[0];
  }

  /** Whose it was. */
  async end(hash: Buffer): Promise<string | undefined> {
    const { rows } = await this.#pool.query<{ member: string }>(
      'delete from staff.session where hash = $1 returning member',
      [hash],
    );
    return rows[0]?.member;
  }

  async remove(id: string, at: Instant): Promise<void> {
    await transaction(this.#pool, async (db) => {
      await db.query('delete from staff.session where member = $1', [id]);
      await db.query('delete from staff.link where member = $1', [id]);
      await db.query(
        `update staff.member set state = 'removed', sealed = null, login_blind = null, removed_at = coalesce(removed_at, $2)
         where id = $1`,
        [id, new Date(at)],
      );
    });
  }
}
