import { ManualClock } from '@kept/base';
import { compile } from '@kept/policy';
import { smartmiGlobal } from '@kept/policy-smartmi-global';
import { expect, test } from 'vitest';
import type { RightsRegion } from './context.ts';
import { grantOf } from './deadline.ts';
import type { KeptRequest } from './kept-request.ts';
import { extension, figuresOf } from './queue-view.ts';

const DAY = 86_400_000;
const madeAt = Date.UTC(2026, 10, 2, 20);
const request = (change: Partial<KeptRequest> = {}): KeptRequest => ({
  ...{
    id: 'r',
    owner: 'o',
    kind: 'erasure',
    granted: null,
    state: 'running',
    code: 'c',
    madeAt,
    dueAt: madeAt + 45 * DAY,
    wasAt: null,
  },
  ...{
    dueZone: 'America/Los_Angeles',
    proof: 'session',
    told: [],
    elsewhere: [],
    unreadableAt: null,
    doneAt: null,
    firstEntry: 0,
    steps: {},
    removed: [],
    about: {},
  },
  ...{ decision: null, liftedAt: null, reminded: null, language: 'en', carries: null, fee: null, waitsAt: madeAt },
  ...change,
});
const at = (now: number): RightsRegion =>
  ({ program: compile(smartmiGlobal), clock: new ManualClock(now) }) as unknown as RightsRegion;
const right = (jurisdiction: string) => grantOf(compile(smartmiGlobal), 'erasure', { jurisdiction })?.right;
const day = (end: { at: number; zone: string } | null): string | null =>
  end && new Intl.DateTimeFormat('en-CA', { timeZone: end.zone, dateStyle: 'short' }).format(end.at);

test('45 days and 45 more in California, once, and only before the first end; none where a rule that holds has none', () => {
  expect(day(extension(at(madeAt + 10 * DAY), request(), 'california', right('california')))).toBe('2027-01-31');
  expect(extension(at(madeAt + 46 * DAY), request(), 'california', right('california'))).toBeNull();
  expect(
    extension(at(madeAt + 10 * DAY), request({ wasAt: madeAt + 45 * DAY }), 'california', right('california')),
  ).toBeNull();
  expect(extension(at(madeAt + 10 * DAY), request({ state: 'done' }), 'california', right('california'))).toBeNull();
  // Ten working days of the policy, without an extension, hold beside the three months of the GDPR.
  expect(extension(at(madeAt + DAY), request(), 'eea', right('eea'))).toBeNull();
});

test('figures of a year: what came, what was done or not, in how many days', () => {
  const now = madeAt + 100 * DAY;
  const ended = [1, 3, 10].map((days) => request({ state: 'done', doneAt: madeAt + days * DAY }));
  const refused = request({ state: 'refused', doneAt: madeAt + 4 * DAY });
  const others = [request({ state: 'cancelled', doneAt: madeAt }), request({ state: 'done', madeAt: 0, doneAt: DAY })];
  expect(figuresOf([request(), request({ kind: 'closure' })], [...ended, refused, ...others], now)).toEqual({
    ...{ open: 2, waiting: 1, overdue: 2, received: 7, done: 3, refused: 1 },
    ...{ medianDays: 3.5, meanDays: 4.5 },
  });
  expect(figuresOf([], [], now)).toEqual({ open: 0, waiting: 0, overdue: 0, received: 0, done: 0, refused: 0 });
});
