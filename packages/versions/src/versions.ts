import {
  type Clock,
  type Duration,
  type Instant,
  isUuid,
  type Random,
  systemClock,
  systemRandom,
  uuidv7,
} from '@kept/base';
import { type Pool, transaction } from '@kept/db';
import { compile, type Manifest, type Program, type Succession, successionOf } from '@kept/policy';
import { VersionConflict, VersionUnfit, VersionUnknown } from './errors.ts';
import { compiler, openSchedule } from './schedule.ts';
import { type Steps, steps } from './steps.ts';
import { allVersions, insertVersion, publishedVersions } from './store.ts';
import { type Version, versionOf } from './version.ts';

export interface VersionsOptions {
  /** The one database of the deployment that says which versions there are, migrated. */
  readonly url: string;
  readonly pool: Pool;
  readonly clock?: Clock;
  readonly random?: Random;
  /** Why this deployment cannot carry out a version, in one sentence; null where it can. */
  readonly misfit?: (manifest: Manifest) => string | null;
  /** How long a process that has gone silent may hold up a publication. */
  readonly lease?: Duration;
}

/**
 * Which version of the policy is in force, in every process of a deployment alike.
 *
 * Guarantee: when `publish` resolves, no process decides without knowing of it: each has let go of the list it had read,
 * and one that cannot be reached has lost its lease, and with it `certain`. From the effective time on, by the clock of
 * each process, nothing is decided but by the new version. Nothing is published before everybody concerned was told and
 * the lead that the policy names has passed.
 */
export interface Versions extends Steps {
  /** In force now, with every version before it. The same object as long as that is the same. */
  succession(): Succession;
  /** The version in force. */
  program(): Program;
  /** Whether this process knows at this moment of every publication. */
  certain(): boolean;
  /** Resolves when it does. Throws VERSIONS_UNCERTAIN. */
  ready(): Promise<void>;
  /** Hash of the version in force when something was collected; the older one just after a change. */
  versionAt(at: Instant): string;
  /** All, in the order of their effect; drafts last. */
  list(): Promise<Version[]>;
  /** Throws VERSIONS_UNKNOWN. */
  version(id: string): Promise<Version>;
  /** Settles what is not settled by a publication: the first version of all, in force from ever. Where there is one, `manifest` is a draft, unless it is known. */
  begin(manifest: Manifest): Promise<void>;
  /** Hands in a version. Throws POLICY_INVALID, POLICY_SUCCESSION, VERSIONS_CONFLICT where it is known. */
  draft(manifest: Manifest): Promise<Version>;
  close(): Promise<void>;
}

const EVER = 0;

/** Opens them; `begin` before anything is decided. `close()` it before the pool. */
export function openVersions(options: VersionsOptions): Versions {
  const { url, pool, clock = systemClock, random = systemRandom, lease, misfit = () => null } = options;
  const programOf = compiler();
  const schedule = openSchedule({ url, pool, clock, programOf, ...(lease === undefined ? {} : { lease }) });
  const { succession, versionAt, certain, ready, programs } = schedule;
  const find = async (id: string): Promise<Version> => {
    const found = isUuid(id) ? (await allVersions(pool)).find((row) => row.id === id) : undefined;
    if (!found) throw new VersionUnknown();
    return versionOf(found, programOf(found));
  };
  const newRow = (manifest: Manifest) => ({ id: uuidv7(clock, random), hash: compile(manifest).hash, manifest });

  return {
    ...{ succession, certain, ready, versionAt },
    program: () => succession().present,
    list: async () => (await allVersions(pool)).map((row) => versionOf(row, programOf(row))),
    version: find,
    async begin(manifest) {
      const row = newRow(manifest);
      await transaction(pool, async (db) => {
        // Of processes that start together one writes.
        await db.query('lock table policy.version in share row exclusive mode');
        const first = (await publishedVersions(db)).length === 0;
        const how = first ? ({ state: 'published', effectiveAt: EVER } as const) : ({ state: 'draft' } as const);
        await insertVersion(db, { ...row, ...how }, clock.now());
      });
      await ready();
    },
    async draft(manifest) {
      const row = newRow(manifest);
      const why = misfit(manifest);
      if (why !== null) throw new VersionUnfit(why);
      await ready();
      successionOf([...programs().filter(({ hash }) => hash !== row.hash), programOf(row)]);
      const fresh = await insertVersion(pool, { ...row, state: 'draft' }, clock.now());
      if (!fresh) throw new VersionConflict('this version was handed in before');
      return find(row.id);
    },
    ...steps({ pool, clock, programOf, schedule, find, misfit }),
    close: schedule.close,
  };
}
