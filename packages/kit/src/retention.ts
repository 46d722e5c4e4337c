import type { Instant } from '@kept/base';
import { type Manifest, type Period, type Program, type Retention, retentionOf } from '@kept/policy';

/** When a datum goes: at a moment, or with an event. */
export interface Expiry {
  readonly at?: Instant;
  readonly event?: 'closure' | 'withdrawal' | 'purpose-end' | 'last-use';
  readonly clause: string;
}

interface Place {
  readonly field: string;
  readonly collection: string;
}
interface Datum extends Place {
  readonly collectedAt: Instant;
}

/** The purpose under which a field of a collection is kept: the first that may touch it. */
export const purposeOf = ({ collections, purposes }: Manifest, { field, collection }: Place): string | undefined =>
  collections[collection]?.purposes.find((id) => purposes[id]?.fields.includes(field));

/** The rules for a field where a collection takes it; of several, the first to end ends it. */
export function rulesOf(manifest: Manifest, place: Place): readonly Retention[] {
  const purpose = purposeOf(manifest, place);
  return retentionOf(manifest, { ...place, ...(purpose !== undefined && { purpose }) });
}

/** When a datum ends by the policy: the first moment, or else the first event. */
export function expiryOf({ manifest }: Program, datum: Datum): Expiry {
  const ends = rulesOf(manifest, datum).map((rule) => endOf(rule, datum.collectedAt));
  const [first] = ends.toSorted((a, b) => (a.at ?? Number.POSITIVE_INFINITY) - (b.at ?? Number.POSITIVE_INFINITY));
  // INVARIANT: `compile` refuses a field without retention.
  return first ?? { event: 'closure', clause: manifest.otherwise };
}

function endOf({ until, clause }: Retention, from: Instant): Expiry {
  if ('event' in until) return { event: until.event, clause };
  if (until.after === 'collection') return { at: plus(from, until), clause };
  return { event: until.after, clause };
}

/** Calendar units by UTC; months and years keep the day, clamped to the month's end. */
export function plus(from: Instant, { count, unit }: Period): Instant {
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

/** What ends a field, apart from the closure, which ends everything. Fields of one resource have it in common. */
export interface Keeping {
  /** So long after its collection. */
  readonly after: readonly Period[];
  /** With the withdrawal of one of these consents. */
  readonly consents: readonly string[];
  /** With its purpose: the service removes the row. */
  readonly purposeEnd: boolean;
  /** Some time after its last use, which no resource notes. */
  readonly lastUse: boolean;
}

/** How the policy keeps a field where a collection takes it. */
export function keepingOf(manifest: Manifest, place: Place): Keeping {
  const rules = rulesOf(manifest, place).map(({ until }) => until);
  const event = (name: string): boolean => rules.some((until) => 'event' in until && until.event === name);
  const { consent, sensitiveConsent } = manifest.purposes[purposeOf(manifest, place) ?? ''] ?? {};
  const asked = [consent, manifest.fields[place.field]?.sensitive ? sensitiveConsent : undefined];
  return {
    after: rules.flatMap((until) =>
      'after' in until && until.after === 'collection' ? [{ count: until.count, unit: until.unit }] : [],
    ),
    consents: event('withdrawal') ? asked.filter((id) => id !== undefined) : [],
    purposeEnd: event('purpose-end'),
    lastUse: rules.some((until) => 'after' in until && until.after === 'last-use'),
  };
}
