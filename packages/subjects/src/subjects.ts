import {
  Batcher,
  type Clock,
  type Duration,
  type Instant,
  isUuid,
  Minutes,
  type Random,
  systemClock,
  systemRandom,
  uuidv7,
} from '@kept/base';
import { Ears, openPool, type Pool, type PoolClient, transaction } from '@kept/db';
import { rightMatter, type SubjectState, standingState } from '@kept/decide';
import {
  type Age,
  accountBar,
  type KeptRight,
  type Program,
  rightsKept,
  type Succession,
  successionOf,
} from '@kept/policy';
import { StateCache } from './cache.ts';
import { type Choices, choicesOf } from './choices.ts';
import { SubjectConflict, SubjectMalformed, SubjectUnknown } from './errors.ts';
import { nameOf, standingOf } from './standing.ts';
import {
  countPersons,
  insertPersons,
  type NewPerson,
  type PersonRow,
  personForUpdate,
  personGroups,
  persons,
  personsAfter,
  removePerson,
} from './store.ts';
import type { Status, Subject } from './subject.ts';
import { type Told, toldOf } from './told.ts';

export interface SubjectsOptions {
  readonly region: string;
  /** Data database of the region, migrated. */
  readonly url: string;
  /** Connections to use instead of a pool of its own. */
  readonly pool?: Pool;
  /** The policy in force at this moment. */
  readonly program: () => Program;
  /** With every version that came before it; where left out, it is the first. */
  readonly succession?: () => Succession;
  readonly clock?: Clock;
  readonly random?: Random;
  /** People held in this process, and for how long; 100,000 and a minute unless said. */
  readonly cacheMax?: number;
  readonly cacheFor?: Duration;
  /** How long a process that has gone silent may hold up a withdrawal. */
  readonly lease?: Duration;
}

/**
 * The people of one region, as decisions need them.
 *
 * Guarantee: when a change resolves (withdrawal, restriction, objection, status, erasure), the very next decision in
 * any process sees it: every process has let go of what it had read before.
 */
export interface Subjects extends Choices, Told {
  readonly region: string;
  /** A new person, `prospective`. Durable when it resolves; grouped. Throws SUBJECT_CONFLICT. */
  create(person: { id: string; ageBand: string; jurisdiction: string; region?: string }): Promise<void>;
  /** Throws SUBJECT_UNKNOWN. Reads the database, past the cache. */
  subject(id: string): Promise<Subject>;
  /** What a decision needs to know; cached, coalesced. Throws SUBJECT_UNKNOWN, DB_EARS_DEAF. */
  state(id: string): Promise<SubjectState>;
  /** The same if it is in this process's cache and may be used at this moment. */
  cachedState(id: string): SubjectState | undefined;
  /** The rule for the young that keeps this person from having an account as things stand. Throws SUBJECT_UNKNOWN. */
  accountBar(id: string): Promise<Age | undefined>;
  /** The rights that somebody has: what a later version took away stays theirs until they agree. Throws SUBJECT_UNKNOWN. */
  rights(id: string): Promise<readonly KeptRight[]>;
  /** People whom decisions do not tell apart, and who joined under an earlier version: how many, and some of their ids. */
  olderStates(some?: number): Promise<readonly { state: SubjectState; count: number; ids: readonly string[] }[]>;
  /** How many people there are, by status. */
  counts(): Promise<Readonly<Record<Status, number>>>;
  /** Everybody's ids, some at a time. */
  everybody(): AsyncIterable<readonly string[]>;
  /** Removes the person and their consent records. Harmless if nobody has this id. */
  erase(id: string): Promise<void>;
  close(): Promise<void>;
}

/** What was read of a person, with the state made of it for the policy that was in force. */
interface Cached {
  readonly row: PersonRow;
  succession: Succession;
  state: SubjectState;
}

const BATCH = { max: 500, lanes: 2 };

/** The people of a region. Reads nothing until it is asked; `close()` it. */
export function openSubjects(options: SubjectsOptions): Subjects {
  const { region, url, program, clock = systemClock, random = systemRandom } = options;
  const succession = options.succession ?? alone(program);
  const pool = options.pool ?? openPool(url, { name: 'kept subjects', lookups: true });
  const cache = new StateCache<Cached>(options.cacheMax ?? 100_000, options.cacheFor ?? Minutes(1));
  const ears = new Ears({
    ...{ url, topic: topicOf(region), evict: (ids) => cache.evict(ids) },
    ...(options.lease === undefined ? {} : { lease: options.lease }),
  });

  const loads = new Batcher<string, Cached>(BATCH, (ids) => load(pool, cache, ids, succession));
  const creations = new Batcher<NewPerson, undefined>(BATCH, (people) => create(pool, people, clock.now()));

  const cached = (id: string): Cached | undefined => {
    const hit = ears.trusted ? cache.get(id) : undefined;
    const now = succession();
    if (hit && hit.succession !== now) Object.assign(hit, made(hit.row, now));
    return hit;
  };

  /** Runs a change of one person and waits until nobody holds what was true before. */
  const change = async <T>(id: string, work: (db: PoolClient, row: PersonRow) => Promise<T>): Promise<T> => {
    const call = ears.call([id]);
    const result = await transaction(pool, async (db) => {
      const row = await personForUpdate(db, id);
      if (!row) throw new SubjectUnknown();
      const done = await work(db, row);
      await ears.announce(db, call);
      return done;
    });
    await ears.heard(call);
    return result;
  };

  const state = async (id: string): Promise<SubjectState> => {
    if (!isUuid(id)) throw new SubjectUnknown();
    await ears.ready();
    return (cached(id) ?? (await loads.add(id))).state;
  };

  return {
    region,
    async create(person) {
      const row = { region, ...person, joined: nameOf(program().hash) };
      check(row);
      await creations.add(row);
    },
    async subject(id) {
      if (!isUuid(id)) throw new SubjectUnknown();
      const [row] = await persons(pool, [id]);
      if (!row) throw new SubjectUnknown();
      return subjectOf(row);
    },
    state,
    accountBar: async (id) => accountBar(succession().present, await state(id)),
    cachedState: (id) => cached(id)?.state,
    counts: () => countPersons(pool),
    ...choicesOf({ pool, succession, change, now: () => clock.now(), newId: () => uuidv7(clock, random) }),
    ...toldOf(pool, () => clock.now()),
    everybody: () => everybody(pool),
    ...byVersion(pool, succession),
    erase: (id) => erase(pool, ears, id),
    async close() {
      await ears.stop();
      if (!options.pool) await pool.end();
    },
  };
}

async function erase(pool: Pool, ears: Ears, id: string): Promise<void> {
  const call = ears.call([id]);
  await transaction(pool, async (db) => {
    await removePerson(db, id);
    await ears.announce(db, call);
  });
  await ears.heard(call);
}

/** What depends on the versions that somebody was under. */
function byVersion(pool: Pool, succession: () => Succession): Pick<Subjects, 'rights' | 'olderStates'> {
  return {
    async rights(id) {
      const [row] = isUuid(id) ? await persons(pool, [id]) : [];
      if (!row) throw new SubjectUnknown();
      const { joined, agreed } = standingOf(row);
      const line = succession();
      const versions = new Map(agreed.map(({ matter, version }) => [matter, line.of(version)]));
      return rightsKept(line, Math.max(0, line.of(joined)), (right) => versions.get(rightMatter(right)) ?? -1);
    },
    async olderStates(some = 20) {
      const line = succession();
      const groups = await personGroups(pool, nameOf(line.present.hash), some);
      return groups.map(({ row, count, ids }) => ({ state: made(row, line).state, count, ids }));
    },
  };
}

const PAGE = 5_000;
const LEAST = '00000000-0000-0000-0000-000000000000';

async function* everybody(pool: Pool): AsyncGenerator<string[]> {
  for (let after = LEAST; ; ) {
    const ids = await personsAfter(pool, after, PAGE);
    if (ids.length > 0) yield ids;
    if (ids.length < PAGE) return;
    after = ids[ids.length - 1]!;
  }
}

const WORD = /^[\x21-\x7e]{1,100}$/;

/** One that cannot be stored would fail those who share a statement with it. */
function check({ id, ...words }: NewPerson): void {
  if (!isUuid(id) || Object.values(words).some((word) => !WORD.test(word))) throw new SubjectMalformed();
}

async function load(
  pool: Pool,
  cache: StateCache<Cached>,
  ids: string[],
  succession: () => Succession,
): Promise<(Cached | Error)[]> {
  for (;;) {
    const { generation } = cache;
    const rows = await persons(pool, [...new Set(ids)]);
    // INVARIANT: what was read before an eviction is neither stored nor answered after it.
    if (generation !== cache.generation) continue;
    const found = new Map(rows.map((row) => [row.id, { row, ...made(row, succession()) }]));
    for (const [id, entry] of found) cache.put(id, entry);
    return ids.map((id) => found.get(id) ?? new SubjectUnknown());
  }
}

async function create(pool: Pool, people: NewPerson[], at: Instant): Promise<(undefined | Error)[]> {
  const fresh = new Set(await insertPersons(pool, people, at));
  // Of two that ask for one id in one group, the first has it.
  return people.map(({ id }) => (fresh.delete(id) ? undefined : new SubjectConflict()));
}

function made(row: PersonRow, succession: Succession): { succession: Succession; state: SubjectState } {
  const facts = {
    region: row.region,
    ageBand: row.age_band,
    jurisdiction: row.jurisdiction,
    status: row.status as Status,
    consents: row.consents,
    restricted: row.restricted.includes('*') ? ('all' as const) : row.restricted,
    objected: row.objected,
  };
  return { succession, state: standingState(succession, facts, standingOf(row)) };
}

/** The succession of a program that has no other versions. */
function alone(program: () => Program): () => Succession {
  let known: Succession | undefined;
  return () => {
    const present = program();
    if (known?.present !== present) known = successionOf([present]);
    return known;
  };
}

const subjectOf = (row: PersonRow): Subject => ({
  id: row.id,
  region: row.region,
  ageBand: row.age_band,
  jurisdiction: row.jurisdiction,
  status: row.status as Status,
  consents: row.consents,
  restricted: row.restricted,
  objected: row.objected,
  standing: standingOf(row),
  createdAt: row.created_at.getTime(),
});

const topicOf = (region: string): string => `subjects:${region.toLowerCase().replaceAll(/[^a-z0-9_-]/g, '-')}`;
