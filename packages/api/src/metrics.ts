/** What became of requests in a calendar year, by right: what 11 CCR 7102 has a business compile, for everybody. */
import { z } from 'zod';
import { endpoint, STAFF } from './endpoint.ts';
import { RightId } from './requests.ts';
import { Count, Instant, Label } from './words.ts';

/** Requests that were made in the year, as they stand now. */
const Became = z.object({
  received: Count,
  /** Complied with, in whole or in part. */
  done: Count,
  denied: Count,
  /** Taken back by whoever asked, or ended with their account. */
  withdrawn: Count,
  open: Count,
  /** Answered after the deadline, or open beyond it. */
  late: Count,
  /** Days from asking to answer, to the hour; absent while nothing was answered. */
  medianDays: z.number().min(0).optional(),
  meanDays: z.number().min(0).optional(),
});

/** What California calls the right; null where it has no such one. */
export const CcpaCategory = z.enum(['delete', 'correct', 'know', 'opt-out', 'limit']);

export const RightMetrics = Became.extend({
  right: z.object({ id: RightId, label: Label }),
  ccpa: CcpaCategory.nullable(),
});
export type RightMetrics = z.infer<typeof RightMetrics>;

export const YearMetrics = z.object({
  year: z.int(),
  /** The year by Coordinated Universal Time. */
  from: Instant,
  to: Instant,
  /** `11 CCR 7102(b)`: of all individuals, not of consumers of California alone. */
  of: z.literal('all-individuals'),
  rights: z.array(RightMetrics).max(60),
  all: Became,
});
export type YearMetrics = z.infer<typeof YearMetrics>;

export const readMetrics = endpoint({
  method: 'GET',
  path: '/api/console/metrics',
  who: 'operator',
  staff: STAFF.all,
  summary: 'Requests of a calendar year by right: received, done, denied, and in how many days (11 CCR 7102).',
  query: z.strictObject({ year: z.coerce.number().int().min(2_000).max(2_999).optional() }),
  answers: { 200: YearMetrics },
});
