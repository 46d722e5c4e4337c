/** The leases of those who hold a cache: a small table in each database that caches are kept coherent over. */
import type pg from 'pg';

type Db = pg.Pool | pg.ClientBase;

const UNDEFINED_TABLE = '42P01';
/** Two processes that create one table at once: the loser sees it half-made. */
const RACES = new Set(['23505', '42P07', '42710', 'XX000']);

/** Makes the table if this database has none, and clears leases that ran out long ago. */
export async function prepare(db: Db, topic: string): Promise<void> {
  const clear = () =>
    db.query(`delete from kept_lease where topic = $1 and expires < now() - interval '1 hour'`, [topic]);
  try {
    await clear();
  } catch (error) {
    if ((error as { code?: string }).code !== UNDEFINED_TABLE) throw error;
    await create(db);
    await clear();
  }
}

async function create(db: Db): Promise<void> {
  try {
    await db.query(`create table if not exists kept_lease (
      topic text not null, process text not null, expires timestamptz not null, primary key (topic, process)
    )`);
  } catch (error) {
    if (!RACES.has((error as { code?: string }).code ?? '')) throw error;
  }
}

/**
 * Durable when it resolves: a server that comes back from a crash while the lease runs still has to know of it.
 * `clock_timestamp`, because `now` is the moment before the wait for a lock.
 */
export async function renew(db: Db, topic: string, process: string, ms: number): Promise<void> {
  await db.query(
    `insert into kept_lease (topic, process, expires) values ($1, $2, clock_timestamp() + $3 * interval '1 ms')
     on conflict (topic, process) do update set expires = excluded.expires`,
    [topic, process, ms],
  );
}

export async function running(db: Db, topic: string, but: string): Promise<string[]> {
  const { rows } = await db.query({
    name: 'kept_leases_running',
    text: 'select process from kept_lease where topic = $1 and process <> $2 and expires > now()',
    values: [topic, but],
  });
  return rows.map((row) => row.process);
}

export async function end(db: Db, topic: string, process: string): Promise<void> {
  await db.query('delete from kept_lease where topic = $1 and process = $2', [topic, process]);
}
