/**
 * How often the policy said yes, no and cannot tell. A ledger entry keeps its outcome sealed under the person's key, so
 * the counts are kept beside it, by hour, of nobody in particular.
 *
 * INVARIANT: they are written once a minute at most, never with a group of entries: a row that changed with each would
 * tell, to who reads the write-ahead log, how a single sealed entry ended.
 */
import { Hours, type Instant, Minutes } from '@kept/base';
import type { Pool } from '@kept/db';
import type { Decision } from '@kept/decide';

type Outcome = Decision['outcome'];

/** Decisions with one recipient, or with none, by outcome. */
export interface Counted {
  /** Id of the recipient in the policy; null where the data went to none. */
  readonly recipient: string | null;
  readonly permitted: number;
  readonly refused: number;
  readonly undecided: number;
}

/** The counts of one region. A process that is killed takes those of its last minute with it; the ledger loses nothing. */
export interface Tally {
  /** Costs the caller nothing: it is written later, by itself. */
  count(at: Instant, outcome: Outcome, recipient?: string): void;
  /** From the hour in which `from` lies, this process's up to now. */
  since(from: Instant): Promise<Counted[]>;
  /** Writes what is not written yet. */
  close(): Promise<void>;
}

const HOUR = Hours(1);
const WAIT = Minutes(1);
const PLACE: Readonly<Record<Outcome, number>> = { permit: 0, refuse: 1, 'cannot-tell': 2 };

interface Waiting {
  readonly hour: Instant;
  readonly recipient: string;
  readonly n: [permitted: number, refused: number, undecided: number];
}

/** Over a migrated database; reads and writes nothing until something was counted. */
export function openTally(pool: Pool): Tally {
  let waiting = new Map<string, Waiting>();
  /** When the oldest of what waits was counted. */
  let from: Instant | undefined;
  let writing: Promise<void> = Promise.resolve();

  const flush = (): Promise<void> => {
    const batch = [...waiting.values()];
    waiting = new Map();
    from = undefined;
    // What could not be written waits again: a count must not fail a decision.
    const keep = (): void => {
      for (const each of batch) for (let i = 0; i < 3; i++) add(each.hour, each.recipient, i, each.n[i]!);
    };
    if (batch.length > 0) writing = writing.then(() => write(pool, batch).catch(keep));
    return writing;
  };
  const add = (hour: Instant, recipient: string, place: number, n: number): void => {
    const key = `${hour}${recipient}`;
    const entry = waiting.get(key) ?? { hour, recipient, n: [0, 0, 0] };
    waiting.set(key, entry);
    entry.n[place]! += n;
  };

  return {
    count(at, outcome, recipient = '') {
      add(at - (at % HOUR), recipient, PLACE[outcome], 1);
      from ??= at;
      if (at - from >= WAIT) void flush();
    },
    async since(first) {
      await flush();
      return read(pool, first - (first % HOUR));
    },
    close: flush,
  };
}

async function write(pool: Pool, batch: readonly Waiting[]): Promise<void> {
  const counts = (place: number): number[] => batch.map(({ n }) => n[place]!);
  await pool.query(
    `insert into gate.tally as t (hour, recipient, permitted, refused, undecided)
     select * from unnest($1::timestamptz[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[])
     on conflict (hour, recipient) do update set permitted = t.permitted + excluded.permitted,
       refused = t.refused + excluded.refused, undecided = t.undecided + excluded.undecided`,
    [batch.map(({ hour }) => new Date(hour)), batch.map(({ recipient }) => recipient), counts(0), counts(1), counts(2)],
  );
}

async function read(pool: Pool, from: Instant): Promise<Counted[]> {
  const { rows } = await pool.query<Counted>(
    `select nullif(recipient, '') as recipient, sum(permitted)::float8 as permitted, sum(refused)::float8 as refused,
       sum(undecided)::float8 as undecided from gate.tally t where hour >= $1 group by t.recipient order by t.recipient`,
    [new Date(from)],
  );
  return rows;
}
