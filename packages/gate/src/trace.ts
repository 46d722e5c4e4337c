/**
 * Whom something reached: all entries of a stretch of time are gone through, and those that say what is sought are told
 * by person. Nothing is guessed; what can no longer be read is counted.
 */
import type { Clock, Instant } from '@kept/base';
import type { Key, RegionKeys } from '@kept/keys';
import type { Ledger } from '@kept/ledger';
import type { Action, ActorRole } from '@kept/policy';
import type { Subjects } from '@kept/subjects';
import { BadQuestion } from './errors.ts';
import { type DecisionEntry, entryOf } from './evidence.ts';
import { DECISION, dayOf, kindOf, leafTag, openSome, tagOf, timeOf } from './leaf.ts';

interface Needs {
  readonly subjects: Subjects;
  readonly keys: RegionKeys;
  readonly ledger: Ledger;
  readonly clock: Clock;
}

/** Which uses of data. What is left out may be anything. */
export interface Sought {
  /** Of when: from this instant on, and before `to`. */
  readonly from: Instant;
  readonly to: Instant;
  readonly actions?: readonly Action[];
  readonly role?: ActorRole;
  /** Id of the actor: one of the staff, say. */
  readonly actor?: string;
  readonly service?: string;
  readonly purpose?: string;
  readonly recipient?: string;
  /** At least one of these. */
  readonly fields?: readonly string[];
}

/** Somebody whom it reached. */
export interface Touched {
  readonly subject: string;
  /** Fields that were permitted, in the order of their names. */
  readonly fields: readonly string[];
  readonly entries: number;
  readonly first: Instant;
  readonly last: Instant;
}

/** What was found, and what can no longer be. */
export interface Trace {
  /** By the order of their ids. */
  readonly people: readonly Touched[];
  /** Decisions of that time that were gone through. */
  readonly decisions: number;
  /** Those of them that nobody can read any more, since who they are about was erased. */
  readonly unreadable: number;
}

/** How far it is: entries of the log that were gone through, of how many. */
export type TraceProgress = (done: number, of: number) => void;

interface Tallied {
  readonly fields: Set<string>;
  entries: number;
  first: Instant;
  last: Instant;
}

/** Leaves in memory at once, some 400 MB: for each such part everybody's key is asked for anew. */
const SLICE = 1_000_000;
const PAGE = 4_096;
/** Keys asked for at once. */
const KEYS = 2_000;
/** Entries of several processes lie in the order of their commits: by so much the time of one may lie behind another's. */
const SKEW_MS = 600_000;

/** Throws GATE_BAD_QUESTION for a time that ends before it begins, KEYS_STORE_DOWN where a key cannot be told. */
export async function traceOf(needs: Needs, sought: Sought, progress: TraceProgress = () => {}): Promise<Trace> {
  if (!(sought.from < sought.to)) throw new BadQuestion('what is traced begins before it ends');
  const { ledger } = needs;
  const { size } = ledger;
  const begin = await placeOf(ledger, sought.from - SKEW_MS, size);
  const end = await placeOf(ledger, sought.to + SKEW_MS, size);
  const found = new Map<string, Tallied>();
  let decisions = 0;
  let unreadable = 0;
  for (let at = begin; at < end; at += SLICE) {
    const to = Math.min(end, at + SLICE);
    const slice = await sliceOf(ledger, sought, at, to, (done) => progress(done - begin, end - begin));
    decisions += slice.count;
    unreadable += slice.count - (await takeApart(needs, sought, slice, found));
  }
  const people = [...found].map(([subject, { fields, ...rest }]) => ({ subject, fields: [...fields].sort(), ...rest }));
  return { people: people.toSorted((a, b) => (a.subject < b.subject ? -1 : 1)), decisions, unreadable };
}

interface Slice {
  /** Decisions by tag, the 16 bytes as characters. */
  readonly tags: Map<string, Buffer[]>;
  readonly days: ReadonlySet<number>;
  readonly count: number;
}

async function sliceOf(
  ledger: Ledger,
  { from, to }: Sought,
  begin: number,
  end: number,
  progress: (done: number) => void,
): Promise<Slice> {
  const tags = new Map<string, Buffer[]>();
  const days = new Set<number>();
  let count = 0;
  const pageAt = async (at: number) => (at < end ? ledger.entries(at, Math.min(end, at + PAGE)) : []);
  // The next page is under way while one is read.
  let next = pageAt(begin);
  for (let at = begin; at < end; at += PAGE) {
    const page = await next;
    next = pageAt(at + PAGE);
    for (const leaf of page) {
      if (kindOf(leaf) !== DECISION) continue;
      const time = timeOf(leaf);
      if (time < from || time >= to) continue;
      const tag = leafTag(leaf).toString('latin1');
      const of = tags.get(tag);
      if (of) of.push(leaf);
      else tags.set(tag, [leaf]);
      days.add(dayOf(time));
      count++;
    }
    progress(Math.min(end, at + PAGE));
  }
  return { tags, days, count };
}

/** Asks everybody's key which of the entries are theirs; answers how many could be read. */
async function takeApart(
  { subjects, keys }: Needs,
  sought: Sought,
  { tags, days }: Slice,
  found: Map<string, Tallied>,
): Promise<number> {
  let read = 0;
  // Every word that is sought stands in the entry as it is: what lacks one is not read.
  const words = [sought.actor, sought.service, sought.purpose, sought.recipient].flatMap((word) =>
    word === undefined ? [] : [Buffer.from(JSON.stringify(word))],
  );
  const maybe = (plain: Buffer): boolean => words.every((word) => plain.includes(word));
  const own = (subject: string, key: Key): void => {
    for (const day of days) {
      const leaves = tags.get(tagOf(key, day).toString('latin1'));
      if (!leaves) continue;
      read += leaves.length;
      for (const opened of openSome(leaves, key, maybe))
        tally(found, subject, sought, entryOf(0, opened) as DecisionEntry);
    }
  };
  for await (const ids of subjects.everybody())
    for (let at = 0; at < ids.length && tags.size > 0; at += KEYS)
      await Promise.all(ids.slice(at, at + KEYS).map((id) => withKey(keys, id, (key) => own(id, key))));
  return read;
}

function tally(found: Map<string, Tallied>, subject: string, sought: Sought, entry: DecisionEntry): void {
  const fields = permitted(entry);
  if (fields.length === 0 || !says(sought, entry, fields)) return;
  const known = found.get(subject);
  if (!known) {
    found.set(subject, { fields: new Set(fields), entries: 1, first: entry.at, last: entry.at });
    return;
  }
  for (const field of fields) known.fields.add(field);
  known.entries++;
  known.first = Math.min(known.first, entry.at);
  known.last = Math.max(known.last, entry.at);
}

/** What was really let go: of a refusal the fields that were not refused have not been used either. */
const permitted = ({ outcome, fields }: DecisionEntry): readonly string[] => (outcome === 'permit' ? fields : []);

const says = (sought: Sought, entry: DecisionEntry, fields: readonly string[]): boolean =>
  (sought.actions === undefined || sought.actions.includes(entry.action)) &&
  (sought.role === undefined || sought.role === entry.actor.role) &&
  (sought.actor === undefined || sought.actor === entry.actor.id) &&
  (sought.service === undefined || sought.service === entry.service) &&
  (sought.purpose === undefined || sought.purpose === entry.purpose) &&
  (sought.recipient === undefined || sought.recipient === entry.recipient) &&
  (sought.fields === undefined || sought.fields.some((field) => fields.includes(field)));

/** The first place whose entry is not before this instant, as if all lay in the order of their times. */
async function placeOf(ledger: Ledger, at: Instant, size: number): Promise<number> {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const [leaf] = await ledger.entries(middle, middle + 1);
    if (timeOf(leaf!) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Not for somebody whose key is gone: their entries are nobody's by now. */
async function withKey(keys: RegionKeys, subject: string, run: (key: Key) => void): Promise<void> {
  try {
    await keys.use(`person:${subject}`, run);
  } catch (error) {
    if ((error as { code?: string }).code !== 'KEYS_NO_KEY') throw error;
  }
}
