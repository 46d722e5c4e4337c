/**
 * What of all that devices tell belongs into the log, and how a line of it reads. No clock, no storage.
 *
 *     2026-11-26T23:00:00.000Z unlocked 0198… person:0198… lock_state UNLOCK front door
 *     2026-11-26T23:00:04.000Z opened 0198… - contact false front door
 *     2026-11-26T23:01:00.000Z armed - person:0198… - away -
 */
import { isFine, type Point } from '@kept/service-devices';
import { KINDS, type Kind, type Mode } from './words.ts';

export interface Event {
  readonly at: number;
  readonly kind: Kind;
  /** Null where it is about the home as a whole. */
  readonly device: string | null;
  /** `person:ID`, `run:ID` where an automation of theirs did it, `code:3/keypad`; as far as it is known. */
  readonly who: string | null;
  /** What was told, and its value; of `armed` the mode. */
  readonly key: string;
  readonly value: string;
  /** What the device was called then. */
  readonly name: string;
}

const word = (text: string): string => text.replaceAll(/\s+/g, '_').slice(0, 80) || '-';

export const lineOf = ({ at, kind, device, who, key, value, name }: Event): string =>
  [
    ...[new Date(at).toISOString(), kind, device ?? '-', who ?? '-', word(key), word(value)],
    name.replaceAll(/\s+/g, ' ').slice(0, 100) || '-',
  ].join(' ');

const LINE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) (\S+) (\S+) (\S+) (\S+) (\S+) (.*)$/;

/** Lines of another form, as a person may have corrected one into, are left out. */
export const eventsOf = (text: string): Event[] =>
  text.split('\n').flatMap((line): Event[] => {
    const [, at, kind, device, who, key, value, name] = LINE.exec(line) ?? [];
    if (!at || !(KINDS as readonly string[]).includes(kind!)) return [];
    const none = (one: string | undefined): string | null => (one === '-' ? null : one!);
    return [
      {
        ...{ at: Date.parse(at), kind: kind as Kind, device: none(device), who: none(who) },
        ...{ key: key!, value: value!, name: name! },
      },
    ];
  });

/** What one event is told apart by. */
export const nameOf = ({ at, kind, device }: Event): string => `${at} ${kind} ${device ?? '-'}`;

/** In order of time, each once. */
export function mergedEvents(...parts: readonly (readonly Event[])[]): Event[] {
  const all = new Map(parts.flat().map((event) => [nameOf(event), event]));
  return [...all.values()].sort((a, b) => a.at - b.at || (nameOf(a) < nameOf(b) ? -1 : 1));
}

const CONTACTS: ReadonlySet<string> = new Set(['contact']);
const OPENINGS: ReadonlySet<string> = new Set(['door', 'window', 'opening', 'garage_door', 'door_state']);
const MOTIONS: ReadonlySet<string> = new Set(['occupancy', 'motion', 'pir']);
const PERSONS: ReadonlySet<string> = new Set(['presence', 'person', 'human', 'person_detected', 'human_detected']);
const LOCKS: ReadonlySet<string> = new Set(['state', 'lock_state', 'lock']);
const YES: ReadonlySet<string> = new Set(['true', 'on', '1', 'open', 'opened', 'detected']);
const LOCKED: ReadonlySet<string> = new Set(['lock', 'locked']);
const UNLOCKED: ReadonlySet<string> = new Set(['unlock', 'unlocked', 'not_fully_locked']);

/** Of which thing a point tells, how that is, and what it is called when it becomes so; null: it is not noted. */
export interface Sensed {
  readonly slot: string;
  readonly kind: Kind | null;
}

/** Undefined for what is no matter of safety. `isFault`: whether the model has it as a fault. */
export function sensed({ key, value }: Point, isFault: (key: string) => boolean): Sensed | undefined {
  const lower = value.toLowerCase();
  const yes = YES.has(lower);
  if (CONTACTS.has(key)) return { slot: key, kind: yes ? 'closed' : 'opened' };
  if (OPENINGS.has(key)) return { slot: key, kind: yes ? 'opened' : 'closed' };
  if (LOCKS.has(key) && (LOCKED.has(lower) || UNLOCKED.has(lower)))
    return { slot: 'lock', kind: LOCKED.has(lower) ? 'locked' : 'unlocked' };
  if (MOTIONS.has(key)) return { slot: key, kind: yes ? 'motion' : null };
  if (PERSONS.has(key)) return { slot: key, kind: yes ? 'person' : null };
  if (key === 'tamper') return { slot: key, kind: yes ? 'tampered' : null };
  if (key === 'availability') return { slot: key, kind: lower === 'online' ? 'back' : 'silent' };
  if (key !== 'fault' && !key.includes('battery') && isFault(key))
    return { slot: key, kind: isFine(value) ? 'fixed' : 'fault' };
  return undefined;
}

/** Of a device that has none of these nothing is noted. */
export const isOfSafety = (key: string): boolean =>
  [CONTACTS, OPENINGS, MOTIONS, PERSONS].some((all) => all.has(key)) || key === 'lock_state' || key === 'tamper';

/** How things were before anybody noted them: not an event. */
const AT_FIRST: ReadonlySet<Kind | null> = new Set([null, 'closed', 'locked', 'fixed', 'back']);

/** Whether it has just become so. */
export const isNews = (before: Kind | null | undefined, { kind }: Sensed): boolean =>
  kind !== null && kind !== before && !(before === undefined && AT_FIRST.has(kind));

/** Whether it sets off the alarm of a home that is armed so. */
export function setsOff(mode: Mode, { kind, who }: Event): boolean {
  if (mode === 'disarmed') return false;
  if (kind === 'tampered' || kind === 'opened') return true;
  // Whoever has the code, or a place in the home, has let themself in; the door that they open then counts.
  if (kind === 'unlocked') return who === null;
  return mode === 'away' && (kind === 'motion' || kind === 'person');
}

/** Whoever did it, by what came with it: `action_user` and `action_source_name` of a lock. */
export function codeOf(points: readonly Point[]): string | null {
  const told = (key: string) => points.find((point) => point.key === key)?.value ?? '';
  const [user, source] = [told('action_user'), told('action_source_name')];
  if (user === '' && source === '') return null;
  return word(`code:${user.replaceAll(/\D/g, '')}/${source.replaceAll(/[^\w-]/g, '')}`);
}

/** Of a command in the log of a device: whose it was, by hand or by an automation of theirs. */
export function commanderOf(value: string): string | null {
  const [, person, run] = /^([\da-f-]{36})(?: run:([\da-f-]{36}))? /.exec(value) ?? [];
  if (!person) return null;
  return run ? `run:${person}` : `person:${person}`;
}
