/**
 * Reading row after row while nothing is folded: a hold is a shared lock of the person, which a fold takes alone or not at
 * all. Locks of the database, so that it counts between processes, and ends with a process that is killed.
 */
import { type Duration, Hours } from '@kept/base';
import type { Pool, PoolClient } from '@kept/db';

/** While it is held, no row of the person is folded into another. */
export interface Hold {
  /** False once it has run out or its connection was lost: from then on a row that is missing may be in another. */
  readonly holds: boolean;
  /** Harmless when repeated. */
  release(): Promise<void>;
}

/** Who reads longer has gone away without a word. */
const LIFE = Hours(1);
const KEY = `hashtextextended('kept/hold/' || $1, 0)`;

/** The connection that holds of one process share, while there are any. */
interface Line {
  readonly client: Promise<PoolClient>;
  readonly failed: () => void;
  lost: boolean;
  count: number;
}

export class Holds {
  readonly #pool: Pool;
  readonly #life: Duration;
  #line: Line | undefined;

  constructor(pool: Pool, life: Duration = LIFE) {
    this.#pool = pool;
    this.#life = life;
  }

  /** Waits for a fold that has begun; that is one short transaction. */
  async take(owner: string): Promise<Hold> {
    const line = this.#line ?? this.#open();
    line.count++;
    try {
      await (await line.client).query(`select pg_advisory_lock_shared(${KEY})`, [owner]);
    } catch (error) {
      this.#lose(line);
      await this.#leave(line);
      throw error;
    }
    let over = false;
    const release = async (): Promise<void> => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      const unlock = async () => (await line.client).query(`select pg_advisory_unlock_shared(${KEY})`, [owner]);
      if (!line.lost) await unlock().catch(() => this.#lose(line));
      await this.#leave(line);
    };
    const timer = setTimeout(release, this.#life);
    timer.unref();
    return {
      get holds() {
        return !over && !line.lost;
      },
      release,
    };
  }

  #open(): Line {
    const line: Line = { client: this.#pool.connect(), failed: () => this.#lose(line), lost: false, count: 0 };
    this.#line = line;
    line.client.then((client) => client.once('error', line.failed), line.failed);
    return line;
  }

  #lose(line: Line): void {
    line.lost = true;
    if (this.#line === line) this.#line = undefined;
  }

  async #leave(line: Line): Promise<void> {
    if (--line.count > 0) return;
    if (this.#line === line) this.#line = undefined;
    const client = await line.client.catch(() => null);
    client?.off('error', line.failed);
    client?.release(line.lost);
  }
}

/** Whether nobody reads this person row after row; nobody begins to until the transaction ends. */
export async function aloneWith(db: PoolClient, owner: string): Promise<boolean> {
  const { rows } = await db.query(`select pg_try_advisory_xact_lock(${KEY}) as alone`, [owner]);
  return (rows[0] as { alone: boolean }).alone;
}
