/** Which version holds when, as one process knows it, and how it learns of another. */
import type { Clock, Duration, Instant } from '@kept/base';
import { type Call, Ears, type Pool, type PoolClient } from '@kept/db';
import { compile, type Program, type Succession, successionOf } from '@kept/policy';
import { VersionUncertain } from './errors.ts';
import { publishedVersions, type VersionRow } from './store.ts';

export type ProgramOf = (row: Pick<VersionRow, 'hash' | 'manifest'>) => Program;

/** Compiles each version once. */
export function compiler(): ProgramOf {
  const compiled = new Map<string, Program>();
  return ({ hash, manifest }) => {
    const program = compiled.get(hash) ?? compile(manifest);
    compiled.set(hash, program);
    return program;
  };
}

export interface Schedule {
  succession(): Succession;
  versionAt(at: Instant): string;
  certain(): boolean;
  ready(): Promise<void>;
  /** Every published version, those to come as well. */
  programs(): readonly Program[];
  /** Announces in the transaction on `db` that the list changes; then `heard` waits until nobody holds the old one. */
  announce(db: PoolClient, call: Call): Promise<void>;
  heard(call: Call): Promise<void>;
  call(): Call;
  close(): Promise<void>;
}

interface Needs {
  readonly url: string;
  readonly pool: Pool;
  readonly clock: Clock;
  readonly programOf: ProgramOf;
  readonly lease?: Duration;
}

/** Rows that were written by another clock than the one by which the version changed. */
const DOUBT_MS = 60_000;

export function openSchedule({ url, pool, clock, programOf, lease }: Needs): Schedule {
  let from: readonly Instant[] = [];
  let programs: readonly Program[] = [];
  let known = false;
  let generation = 0;
  let loading: Promise<void> | null = null;
  const successions = new Map<number, Succession>();
  const evict = (): void => {
    generation++;
    known = false;
  };
  const ears = new Ears({ url, topic: 'policy', evict, ...(lease === undefined ? {} : { lease }) });

  async function load(): Promise<void> {
    for (;;) {
      await ears.ready();
      const began = generation;
      const rows = await publishedVersions(pool);
      // INVARIANT: what was read before an eviction is not taken for the present list.
      if (began !== generation) continue;
      const now = rows.map(programOf);
      if (now.length !== programs.length || now.some((program, i) => program !== programs[i])) successions.clear();
      from = rows.map(({ effective_at }) => effective_at!.getTime());
      programs = now;
      known = true;
      return;
    }
  }

  /** How many versions have come into force by a time; at least one. */
  const counted = (at: Instant): number => Math.max(1, from.filter((each) => each <= at).length);
  const certain = (): boolean => known && ears.trusted;

  return {
    succession() {
      const count = counted(clock.now());
      const there = successions.get(count) ?? successionOf(programs.slice(0, count));
      successions.set(count, there);
      return there;
    },
    versionAt: (at) => programs[counted(at - DOUBT_MS) - 1]!.hash,
    certain,
    async ready() {
      while (!certain()) {
        loading ??= load().finally(() => {
          loading = null;
        });
        await loading.catch((cause: unknown) => {
          throw new VersionUncertain(cause);
        });
      }
    },
    programs: () => programs,
    call: () => ears.call(null),
    announce: (db, call) => ears.announce(db, call),
    heard: (call) => ears.heard(call),
    close: () => ears.stop(),
  };
}
