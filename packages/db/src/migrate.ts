import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { Columns } from './columns.ts';
import { MigrationChanged, MigrationFailed, MigrationInvalid, MigrationUnknown } from './errors.ts';
import { type Pool, type PoolClient, transaction } from './pool.ts';

/** One numbered file: plain SQL, any number of statements, without `begin` and `commit`. */
export interface Migration {
  /** `0001_begin.sql`: four digits from 0001 on without a gap, then words. */
  readonly name: string;
  readonly sql: string;
}

export interface MigrateOptions {
  /** Whose tables these are: the package or service. Numbers are counted per owner. */
  readonly owner: string;
  /** The files, or the folder they lie in. */
  readonly files: readonly Migration[] | URL;
  /** What the tables hold; every owner of ours says so. */
  readonly columns?: Columns;
}

interface Applied {
  number: number;
  name: string;
  sha256: string;
}

const NAME = /^(\d{4})_[a-z0-9_]+\.sql$/;

/**
 * Brings a database up to date and answers the names of the files it applied (none, if it was up to date: one query).
 *
 * Forward only. All that is due runs in one transaction, or nothing does. Runners in other processes wait for this one
 * and then find nothing to do. Files that were applied before must not have changed.
 * Throws DB_MIGRATION_INVALID, _CHANGED, _UNKNOWN (the database is newer than the program) or _FAILED.
 */
export async function migrate(pool: Pool, { owner, files }: MigrateOptions): Promise<readonly string[]> {
  const known = check(owner, files instanceof URL ? await migrationsIn(files) : files);
  if ((await due(pool, owner, known)).length === 0) return [];
  await ensureTable(pool);
  return transaction(pool, async (client) => {
    const applied: string[] = [];
    for (const migration of await due(client, owner, known)) {
      if (await apply(client, owner, migration)) applied.push(migration.name);
    }
    return applied;
  });
}

/** Reads the numbered files of a folder, in order. Files that do not end in `.sql` are left alone. */
export async function migrationsIn(folder: URL): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => ({ name, sql: await readFile(new URL(name, slashed(folder)), 'utf8') })),
  );
}

const slashed = (folder: URL): URL => (folder.href.endsWith('/') ? folder : new URL(`${folder.href}/`));

type Known = Migration & Applied;

function check(owner: string, files: readonly Migration[]): Known[] {
  return files.map(({ name, sql }, i) => {
    const number = Number(NAME.exec(name)?.[1]);
    if (number !== i + 1)
      throw new MigrationInvalid(owner, name, `should be named \`${String(i + 1).padStart(4, '0')}_….sql\``);
    // A checkout that rewrites line ends is no change.
    return { name, sql, number, sha256: createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex') };
  });
}

async function due(db: Pool | PoolClient, owner: string, known: readonly Known[]): Promise<readonly Known[]> {
  let applied: Applied[];
  try {
    applied = (
      await db.query<Applied>('select number, name, sha256 from kept_migration where owner = $1 order by number', [
        owner,
      ])
    ).rows;
  } catch (error) {
    if ((error as { code?: string }).code === UNDEFINED_TABLE) return known;
    throw error;
  }
  for (const [i, row] of applied.entries()) {
    const file = known[i];
    if (!file) throw new MigrationUnknown(owner, row.name);
    if (file.sha256 !== row.sha256) throw new MigrationChanged(owner, file.name);
  }
  return known.slice(applied.length);
}

const UNDEFINED_TABLE = '42P01';
/** Two processes that create one table at once: the loser sees it half-made. */
const RACES = new Set(['23505', '42P07', '42710', 'XX000']);

async function ensureTable(pool: Pool): Promise<void> {
  try {
    await pool.query(`create table if not exists kept_migration (
      owner text not null,
      number integer not null,
      name text not null,
      sha256 text not null,
      applied_at timestamptz not null default now(),
      primary key (owner, number)
    )`);
  } catch (error) {
    if (!RACES.has((error as { code?: string }).code ?? '')) throw error;
  }
}

/**
 * INVARIANT: the row comes first. A concurrent runner's insert waits on it until this transaction ends, and then
 * inserts nothing, before it has touched any table.
 */
async function apply(client: PoolClient, owner: string, { number, name, sql, sha256 }: Known): Promise<boolean> {
  const { rows } = await client.query(
    `insert into kept_migration (owner, number, name, sha256) values ($1, $2, $3, $4)
     on conflict do nothing returning pg_current_xact_id()::text as transaction`,
    [owner, number, name, sha256],
  );
  if (rows.length === 0) return false;
  try {
    await client.query(sql);
  } catch (error) {
    throw new MigrationFailed(owner, name, error);
  }
  const now = await client.query('select pg_current_xact_id_if_assigned()::text as transaction');
  if (now.rows[0].transaction !== rows[0].transaction)
    throw new MigrationInvalid(owner, name, 'ends the transaction it runs in');
  return true;
}
