/** What a role may do, and what a grant leaves of it: by space, act and time. */
import { isWithin } from './plan.ts';

export const ROLES = ['owner', 'member', 'child', 'guest', 'installer'] as const;
export type HomeRole = (typeof ROLES)[number];

/** See what is so now; see what was; change it; fit and remove devices; let people in and out. */
export const ACTS = ['see', 'history', 'control', 'setup', 'people'] as const;
export type Act = (typeof ACTS)[number];

/** The most that a role may ever do; a grant takes away from it. */
export const MAY: Readonly<Record<HomeRole, readonly Act[]>> = {
  owner: ACTS,
  member: ['see', 'history', 'control', 'setup'],
  child: ['see', 'control'],
  guest: ['see', 'control', 'history'],
  installer: ['see', 'setup'],
};

/** Who lives there: what devices tell is data about each of them. */
export const livesThere = (role: HomeRole): boolean => role === 'owner' || role === 'member' || role === 'child';

/** Hours of a day by the clock of a place; `to` may be after midnight. */
export interface Hours {
  /** 1 Monday to 7 Sunday: the days on which it begins. */
  readonly days: readonly number[];
  /** `07:00` */
  readonly from: string;
  readonly to: string;
  /** IANA name. */
  readonly zone: string;
}

/** What a grant leaves of a role. Absent: no bound. */
export interface Scope {
  readonly acts?: readonly Act[] | undefined;
  /** Numbers of spaces; what stands below one is in it. */
  readonly spaces?: readonly string[] | undefined;
  /** Milliseconds since 1970; `until` is the first moment at which it is over. */
  readonly from?: number | undefined;
  readonly until?: number | undefined;
  readonly hours?: Hours | undefined;
}

/** Of one membership, at one moment. `space` is absent where the act is about the home as a whole. */
export function allows(role: HomeRole, scope: Scope, act: Act, at: number, space?: string): boolean {
  if (!MAY[role].includes(act)) return false;
  if (scope.acts && !scope.acts.includes(act)) return false;
  if (!isOpen(scope, at)) return false;
  if (!scope.spaces) return true;
  return space !== undefined && scope.spaces.some((each) => isWithin(space, each));
}

/** Whether a grant counts at this moment, whatever it is for. */
export function isOpen({ from, until, hours }: Scope, at: number): boolean {
  if (from !== undefined && at < from) return false;
  if (until !== undefined && at >= until) return false;
  return hours === undefined || inHours(hours, at);
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MINUTES_A_DAY = 1_440;

function inHours({ days, from, to, zone }: Hours, at: number): boolean {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).formatToParts(at);
  const part = (type: string) => parts.find((each) => each.type === type)!.value;
  const day = DAYS.indexOf(part('weekday')) + 1;
  const now = Number(part('hour')) * 60 + Number(part('minute'));
  const [start, end] = [minutes(from), minutes(to)];
  if (start < end) return days.includes(day) && now >= start && now < end;
  // Over midnight: before it the day itself, after it the day before.
  const before = day === 1 ? 7 : day - 1;
  return (days.includes(day) && now >= start) || (days.includes(before) && now < end % MINUTES_A_DAY);
}

const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
