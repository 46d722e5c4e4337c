/**
 * Retention buckets, by name: `until:2026-11-23`, `given:<consent record>`, both in one, or `event`. Destroying a bucket's
 * key ends all that is in it, backups included.
 */
import type { Instant } from '@kept/base';
import type { Period } from '@kept/policy';
import type { ConsentRecord } from '@kept/subjects';
import type { Region } from './region.ts';
import { type Keeping, plus } from './retention.ts';

/** What ends with the person's own key, or when its row is removed. */
const EVENT = 'event';
const UNTIL = 'until:';
/** Behind every name that begins with what stands before it. */
const BEHIND = '~';

/**
 * The bucket of what is collected now. What ends at one time shares a key; what ends with a withdrawal has one for each
 * time that the person said yes, so that a second yes does not bring back what the first was for.
 */
export function bucketOf({ after, consents }: Keeping, now: Instant, records: readonly ConsentRecord[]): string {
  const until = after.map((period) => timeOf(now, period)).toSorted()[0];
  // The newest first: of several consents the one that was given last.
  const given = records.find(({ consent, event }) => consents.includes(consent) && event.state === 'given');
  const parts = [...(until ? [`${UNTIL}${until}`] : []), ...(given ? [`given:${given.id}`] : [])];
  // INVARIANT: a point sorts before whatever continues a time, so that the parts of a name do not disturb its order.
  return parts.length > 0 ? parts.join('.') : EVENT;
}

/** Early rather than late, by a 24th of the period at most: UTC, cut to the day, the hour or the minute. */
function timeOf(now: Instant, period: Period): string {
  const end = new Date(plus(now, period)).toISOString();
  if (period.unit === 'hour') return end.slice(0, 16);
  return end.slice(0, period.unit.endsWith('day') && period.count < 30 ? 13 : 10);
}

/** Rows that end by themselves, as SQL. */
export const DUE = `bucket collate "C" >= '${UNTIL}' and bucket collate "C" < 'until;'`;

const FORM = /^until:(\d{4}-\d\d-\d\d)(?:T(\d\d)(?::(\d\d))?)?/;

/** Bounds of the buckets whose time has come: see `Vault.endBuckets`. */
export const dueBuckets = (now: Instant): readonly [from: string, to: string] => [
  UNTIL,
  `${UNTIL}${new Date(now).toISOString().slice(0, 16)}${BEHIND}`,
];

/** Whether a row of this bucket has ended, though its key or the row itself may still be there. */
export async function isOver({ clock, vault }: Pick<Region, 'clock' | 'vault'>, bucket: string): Promise<boolean> {
  const [, day, hour = '00', minute = '00'] = FORM.exec(bucket) ?? [];
  if (day && Date.parse(`${day}T${hour}:${minute}:00Z`) <= clock.now()) return true;
  return bucket.includes('given:') && !(await vault.hasBucket(bucket));
}
