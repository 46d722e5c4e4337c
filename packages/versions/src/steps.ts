/** The steps of a version on its way into force; each is refused where the one before is missing. */
import { type Clock, type Instant, isUuid } from '@kept/base';
import { type Pool, type PoolClient, transaction } from '@kept/db';
import { type Manifest, successionOf } from '@kept/policy';
import { VersionConflict, VersionUnfit, VersionUnknown } from './errors.ts';
import { earliest } from './lead.ts';
import type { ProgramOf, Schedule } from './schedule.ts';
import {
  allVersions,
  publishedVersions,
  publishRow,
  setState,
  setTime,
  type VersionRow,
  versionForUpdate,
} from './store.ts';
import type { Version } from './version.ts';

/** From a draft into force. */
export interface Steps {
  /** An operator has read what it changes. Throws VERSIONS_CONFLICT. */
  review(id: string): Promise<Version>;
  /** Approves of telling everybody, for it to hold from `wanted` at the earliest. Throws VERSIONS_CONFLICT. */
  announce(id: string, wanted: Instant): Promise<Version>;
  /** Everybody has been told: settles from when it holds, and says so to every process. Harmless when repeated. */
  publish(id: string): Promise<Version>;
  /** Throws VERSIONS_CONFLICT for one that was announced. */
  discard(id: string): Promise<void>;
}

interface Needs {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly programOf: ProgramOf;
  readonly schedule: Pick<Schedule, 'announce' | 'heard' | 'call'>;
  readonly find: (id: string) => Promise<Version>;
  readonly misfit: (manifest: Manifest) => string | null;
}

export function steps(needs: Needs): Steps {
  const { pool, clock, schedule, find } = needs;
  const step = async (id: string, work: (row: VersionRow, db: PoolClient) => Promise<void>): Promise<Version> => {
    if (!isUuid(id)) throw new VersionUnknown();
    await transaction(pool, async (db) => {
      const row = await versionForUpdate(db, id);
      if (!row) throw new VersionUnknown();
      await work(row, db);
    });
    return find(id);
  };
  return {
    review: (id) =>
      step(id, async ({ state }, db) => {
        if (state !== 'draft') throw new VersionConflict(`a version that is ${state} is not reviewed`);
        await setState(db, id, 'reviewed');
        await setTime(db, id, 'reviewed', clock.now());
      }),
    announce: (id, wanted) => step(id, (row, db) => announced(needs, row, db, wanted)),
    async publish(id) {
      const call = schedule.call();
      const published = await step(id, async (row, db) => {
        if (row.state === 'published') return;
        if (row.state !== 'notified') throw new VersionConflict(`a version that is ${row.state} is not published`);
        await settled(needs, row, db);
        await schedule.announce(db, call);
      });
      await schedule.heard(call);
      return published;
    },
    async discard(id) {
      await step(id, async ({ state }, db) => {
        if (state !== 'draft' && state !== 'reviewed')
          throw new VersionConflict(`a version that is ${state} is not discarded`);
        await setState(db, id, 'discarded');
      });
    },
  };
}

async function announced(
  { programOf, misfit }: Needs,
  row: VersionRow,
  db: PoolClient,
  wanted: Instant,
): Promise<void> {
  if (row.state !== 'reviewed') throw new VersionConflict(`a version that is ${row.state} is not announced`);
  // One that a program handed in at its start was not asked yet.
  const why = misfit(row.manifest);
  if (why !== null) throw new VersionUnfit(why);
  const others = await allVersions(db);
  if (others.some(({ state }) => state === 'notified'))
    throw new VersionConflict('another version is being told to everybody');
  // Held against what is in force by now: a draft may be older than that.
  successionOf([...others.filter(({ state }) => state === 'published').map(programOf), programOf(row)]);
  await setState(db, row.id, 'notified');
  await setTime(db, row.id, 'wanted', wanted);
}

/** From when it holds: as wanted, after the one before, and after the leads that both versions promise. */
async function settled({ clock, programOf }: Needs, row: VersionRow, db: PoolClient): Promise<void> {
  const last = (await publishedVersions(db)).at(-1)!;
  const now = clock.now();
  const after = Math.max(now, row.wanted_at!.getTime(), last.effective_at!.getTime() + 1);
  const leads = [programOf(last), programOf(row)].map((program) => earliest(program, now));
  await setTime(db, row.id, 'notified', now);
  await publishRow(db, row.id, Math.max(after, ...leads));
}
