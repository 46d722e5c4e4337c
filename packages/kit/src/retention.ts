import type { Instant } from '@kept/base';
import type { Program, Retention } from '@kept/policy';

/** When a datum goes: at a moment, or with an event. */
export interface Expiry {
  readonly at?: Instant;
  readonly event?: 'closure' | 'withdrawal' | 'purpose-end' | 'last-use';
  readonly clause: string;
}

interface Datum {
  readonly field: string;
  readonly collection: string;
  readonly collectedAt: Instant;
}

/**
 * The retention rule for a datum and when it ends: the rule for its field goes before the one for its collection, that
 * before the one for its purposes, that before the one for everything; of one rank the first to end.
 */
export function expiryOf(program: Program, datum: Datum): Expiry {
  const { retention, collections } = program.manifest;
  const purposes = collections[datum.collection]?.purposes ?? [];
  const ranks: ((rule: Retention) => boolean)[] = [
    (rule) => rule.fields?.includes(datum.field) ?? false,
    (rule) => rule.collections?.includes(datum.collection) ?? false,
    (rule) => rule.purposes?.some((purpose) => purposes.includes(purpose)) ?? false,
    (rule) => !rule.fields && !rule.collections && !rule.purposes,
  ];
  for (const fits of ranks) {
    const ends = retention.filter(fits).map((rule) => endOf(rule, datum.collectedAt));
    if (ends.length > 0)
      return ends.toSorted((a, b) => (a.at ?? Number.POSITIVE_INFINITY) - (b.at ?? Number.POSITIVE_INFINITY))[0]!;
  }
  // INVARIANT: `compile` refuses a field without retention.
  return { event: 'closure', clause: program.manifest.otherwise };
}

function endOf({ until, clause }: Retention, from: Instant): Expiry {
  if ('event' in until) return { event: until.event, clause };
  if (until.after === 'collection') return { at: plus(from, until), clause };
  return { event: until.after, clause };
}

/** Calendar units by UTC; months and years keep the day, clamped to the month's end. */
function plus(from: Instant, { count, unit }: { count: number; unit: string }): Instant {
  const date = new Date(from);
  if (unit === 'hour') date.setUTCHours(date.getUTCHours() + count);
  else if (unit === 'day' || unit === 'working-day') date.setUTCDate(date.getUTCDate() + count);
  else {
    const day = date.getUTCDate();
    date.setUTCDate(1);
    date.setUTCMonth(date.getUTCMonth() + (unit === 'year' ? 12 * count : count));
    const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    date.setUTCDate(Math.min(day, last));
  }
  return date.getTime();
}

/**
 * The retention bucket of what is collected now: all that ends on one day shares a key, and destroying that key is the
 * expiry. What ends with an event shares one bucket, since the person's own key goes then.
 */
export function bucketOf(expiry: Expiry): string {
  if (expiry.at === undefined) return 'event';
  // A day early rather than late: the last whole day before the end.
  return `until:${new Date(expiry.at).toISOString().slice(0, 10)}`;
}
