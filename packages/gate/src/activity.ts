/** A person's own entries: found by the tags of their days, opened with their key. */
import type { Clock, Instant } from '@kept/base';
import type { Key, RegionKeys } from '@kept/keys';
import type { Ledger } from '@kept/ledger';
import type { Subjects } from '@kept/subjects';
import { BadQuestion } from './errors.ts';
import { type ActivityEntry, entryOf } from './evidence.ts';
import { dayOf, openLeaf, tagOf } from './leaf.ts';

interface Needs {
  readonly subjects: Subjects;
  readonly keys: RegionKeys;
  readonly ledger: Ledger;
  readonly clock: Clock;
}

/** Which of the entries. */
export interface ActivityPage {
  readonly before?: number;
  readonly limit?: number;
  /** When the first can have been made, of somebody who is no subject of the policy. */
  readonly since?: Instant;
}

const LIMIT_MAX = 1_000;
const LIMIT = 50;
/** Days of one look-up: a few at first, where most of what is asked for lies, then many. */
const FIRST_DAYS = 32;
const DAYS_MAX = 2_048;

/** The newest first, below `before`; nothing for a person whose key is gone. Throws SUBJECT_UNKNOWN, GATE_BAD_QUESTION. */
export async function activityOf(
  { subjects, keys, ledger, clock }: Needs,
  subject: string,
  { before = Number.MAX_SAFE_INTEGER, limit = LIMIT, since }: ActivityPage,
): Promise<ActivityEntry[]> {
  if (!Number.isInteger(limit) || limit < 1 || limit > LIMIT_MAX) {
    throw new BadQuestion(`a page has 1 to ${LIMIT_MAX} entries`);
  }
  // A day earlier: the clock of the process that made the first entry may have been behind.
  const oldest = dayOf(since ?? (await subjects.subject(subject)).createdAt) - 1;
  const entries: ActivityEntry[] = [];
  let newest = dayOf(clock.now()) + 1;
  for (let days = FIRST_DAYS; newest >= oldest && entries.length < limit; days = Math.min(DAYS_MAX, 8 * days)) {
    const last = Math.max(oldest, newest - days + 1);
    const span = Array.from({ length: newest - last + 1 }, (_, i) => newest - i);
    const tags = await withKey(keys, subject, (key) => span.map((day) => tagOf(key, day)));
    if (!tags) return [];
    const found = await ledger.byTag(tags, { before, limit: limit - entries.length });
    const opened = await withKey(keys, subject, (key) =>
      found.map(({ index, leaf }) => entryOf(index, openLeaf(leaf, key))),
    );
    if (!opened) return [];
    entries.push(...opened);
    newest = last - 1;
  }
  return entries;
}

/** Null where the key is gone. */
async function withKey<T>(keys: RegionKeys, subject: string, run: (key: Key) => T): Promise<T | null> {
  try {
    return await keys.use(`person:${subject}`, run);
  } catch (error) {
    if ((error as { code?: string }).code === 'KEYS_NO_KEY') return null;
    throw error;
  }
}
