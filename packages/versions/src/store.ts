/** Every statement on the tables of versions. */
import type { Instant } from '@kept/base';
import type { PoolClient } from '@kept/db';
import type { Manifest } from '@kept/policy';

/** How far a version is on its way into force. */
export type VersionState = 'draft' | 'reviewed' | 'notified' | 'published' | 'discarded';

export interface VersionRow {
  readonly id: string;
  readonly hash: string;
  readonly manifest: Manifest;
  readonly state: VersionState;
  readonly drafted_at: Date;
  readonly reviewed_at: Date | null;
  readonly notified_at: Date | null;
  readonly wanted_at: Date | null;
  readonly effective_at: Date | null;
}

type Db = Pick<PoolClient, 'query'>;

/** The newest draft last. */
export const allVersions = async (db: Db): Promise<VersionRow[]> =>
  (await db.query('select * from policy.version order by effective_at nulls last, drafted_at, id')).rows;

/** Those that hold, or will: in the order in which they do. */
export const publishedVersions = async (db: Db): Promise<VersionRow[]> =>
  (await db.query(`select * from policy.version where state = 'published' order by effective_at, drafted_at`)).rows;

/** Locked until the transaction ends. */
export const versionForUpdate = async (db: Db, id: string): Promise<VersionRow | undefined> =>
  (await db.query('select * from policy.version where id = $1 for update', [id])).rows[0];

/** False where there is one of this hash. */
export async function insertVersion(
  db: Db,
  version: { id: string; hash: string; manifest: Manifest; state: VersionState; effectiveAt?: Instant },
  at: Instant,
): Promise<boolean> {
  const { id, hash, manifest, state, effectiveAt } = version;
  const { rowCount } = await db.query(
    `insert into policy.version (id, hash, manifest, state, drafted_at, effective_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (hash) do nothing`,
    [id, hash, JSON.stringify(manifest), state, new Date(at), effectiveAt === undefined ? null : new Date(effectiveAt)],
  );
  return rowCount === 1;
}

const STEPS = {
  reviewed: 'reviewed_at',
  notified: 'notified_at',
  wanted: 'wanted_at',
  published: 'effective_at',
} as const;

/** Notes that a version has come so far. */
export async function setState(db: Db, id: string, state: VersionState): Promise<void> {
  await db.query('update policy.version set state = $2 where id = $1', [id, state]);
}

export async function setTime(db: Db, id: string, step: keyof typeof STEPS, at: Instant): Promise<void> {
  await db.query(`update policy.version set ${STEPS[step]} = $2 where id = $1`, [id, new Date(at)]);
}

export async function publishRow(db: Db, id: string, at: Instant): Promise<void> {
  await db.query(`update policy.version set state = 'published', effective_at = $2 where id = $1`, [id, new Date(at)]);
}
