import { expect, test } from 'vitest';
import { bucketOf, dueBuckets } from './bucket.ts';
import type { Keeping } from './retention.ts';

const now = Date.parse('2026-11-23T09:41:30Z');
const keeping = (more: Partial<Keeping>): Keeping => ({
  after: [],
  consents: [],
  purposeEnd: false,
  lastUse: false,
  ...more,
});
const given = (id: string, consent: string, state: 'given' | 'withdrawn' = 'given') =>
  ({ id, consent, event: { state, type: 'consent', at: now } }) as never;

test('a bucket ends early rather than late, by a 24th of its period at most', () => {
  const until = (...after: Keeping['after']) => bucketOf(keeping({ after }), now, []);
  expect(until({ count: 1, unit: 'hour' })).toBe('until:2026-11-23T10:41');
  expect(until({ count: 1, unit: 'day' })).toBe('until:2026-11-24T09');
  expect(until({ count: 29, unit: 'working-day' })).toBe('until:2026-12-22T09');
  expect(until({ count: 30, unit: 'day' })).toBe('until:2026-12-23');
  expect(until({ count: 3, unit: 'month' })).toBe('until:2027-02-23');
  expect(until({ count: 2, unit: 'year' })).toBe('until:2028-11-23');
  expect(until({ count: 2, unit: 'year' }, { count: 1, unit: 'month' })).toBe('until:2026-12-23');
  expect(bucketOf(keeping({ after: [{ count: 1, unit: 'month' }] }), Date.parse('2027-01-31T00:00Z'), [])).toBe(
    'until:2027-02-28',
  );
});

test('what is kept until a withdrawal has a bucket for each time it was given; what ends with the account has one', () => {
  expect(bucketOf(keeping({ purposeEnd: true }), now, [])).toBe('event');
  const records = [given('c', 'other'), given('b', 'calls', 'withdrawn'), given('a', 'calls')];
  expect(bucketOf(keeping({ consents: ['calls'] }), now, records)).toBe('given:a');
  expect(bucketOf(keeping({ consents: ['calls', 'other'] }), now, records)).toBe('given:c');
  const both = keeping({ consents: ['calls'], after: [{ count: 1, unit: 'day' }] });
  expect(bucketOf(both, now, records)).toBe('until:2026-11-24T09.given:a');
});

test('whatever is due sorts before the bound, and nothing else does', () => {
  const [from, to] = dueBuckets(now);
  const due = ['until:2026-11-23', 'until:2026-11-23T09', 'until:2026-11-23T09:41', 'until:2026-11-22T23:59'];
  const later = ['until:2026-11-23T09:42', 'until:2026-11-23T10', 'until:2026-11-24', 'event', 'given:a'];
  const within = (name: string): boolean => name >= from && name < to;
  expect([...due, ...due.map((name) => `${name}.given:a`)].filter((name) => !within(name))).toEqual([]);
  expect([...later, ...later.map((name) => `${name}.given:a`)].filter(within)).toEqual([]);
});
