import { isUuid } from '@kept/base';
import type { SubjectState } from '@kept/decide';
import type { Key, RegionKeys } from '@kept/keys';
import type { Subjects } from '@kept/subjects';
import { Unsettled } from './errors.ts';

/** INVARIANT: `key` is valid in the turn of the event loop in which it was given. */
export interface Person {
  readonly state: SubjectState;
  readonly key: Key;
}

interface Needs {
  readonly subjects: Subjects;
  readonly keys: RegionKeys;
}

/** Evictions may come between loading and use; more often than this it is not by chance. */
const TRIES_MAX = 20;

/** State and key of a person, both held at this moment; or why there is none. Anything else that fails is thrown. */
export async function personOf(needs: Needs, subject: string): Promise<Person | 'unknown-subject' | 'erased-key'> {
  // What is no id at all would fail the look-ups of others that it shares a statement with.
  if (!isUuid(subject)) return 'unknown-subject';
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    const held = holdOf(needs, subject);
    if (held) return held;
    const [state, key] = await Promise.allSettled([
      needs.subjects.state(subject),
      needs.keys.load([`person:${subject}`]),
    ]);
    if (state.status === 'rejected') {
      if (codeOf(state.reason) === 'SUBJECT_UNKNOWN') return 'unknown-subject';
      throw state.reason;
    }
    if (key.status === 'rejected') {
      if (codeOf(key.reason) === 'KEYS_NO_KEY') return 'erased-key';
      throw key.reason;
    }
  }
  throw new Unsettled();
}

/** Both without a turn of the event loop, if this process holds them. */
export function holdOf({ subjects, keys }: Needs, subject: string): Person | undefined {
  const state = subjects.cachedState(subject);
  const key = state && keys.cached(`person:${subject}`);
  return key && { state, key };
}

/** Whether the state that was decided on is still the one in force. */
export const stillCurrent = ({ subjects }: Needs, subject: string, { state }: Person): boolean =>
  subjects.cachedState(subject) === state;

const codeOf = (error: unknown): string => (error as { code?: string } | null)?.code ?? '';
