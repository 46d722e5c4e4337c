/** Requests of a year by right: held against a count of each request by itself. */
import { Days, Hours, ManualClock } from '@kept/base';
import { migrate } from '@kept/db';
import { testDatabase } from '@kept/db/testing';
import { compile } from '@kept/policy';
import { smartmiGlobal } from '@kept/policy-smartmi-global';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Requests, rightsMigrations } from './index.ts';
import { becameOf, metricsOf } from './metrics.ts';
import { type Tallied, tallied } from './tallied.ts';

const request = fc.record({
  state: fc.constantFrom('running' as const, 'done' as const, 'refused' as const, 'cancelled' as const),
  hours: fc.integer({ min: 0, max: 2_000 }),
  late: fc.boolean(),
});

/** As the database groups them. */
const grouped = (requests: readonly { state: Tallied['state']; hours: number; late: boolean }[]): Tallied[] => {
  const groups = new Map<string, Tallied>();
  for (const { state, hours, late } of requests) {
    const key = `${state} ${hours} ${late}`;
    const count = (groups.get(key)?.count ?? 0) + 1;
    groups.set(key, { kind: 'erasure', state, hours: state === 'running' ? null : hours, late, count });
  }
  return [...groups.values()];
};

test('counts, median and mean are those of the single requests', () => {
  fc.assert(
    fc.property(fc.array(request, { maxLength: 40 }), (requests) => {
      const found = becameOf(grouped(requests));
      const days = requests
        .filter(({ state }) => state === 'done' || state === 'refused')
        .map(({ hours }) => hours / 24)
        .toSorted((a, b) => a - b);
      const { received, done, denied, withdrawn, open, late } = found;
      expect(received).toBe(requests.length);
      expect(done + denied + withdrawn + open).toBe(received);
      expect(late).toBe(requests.filter((each) => each.late).length);
      expect(found.medianDays === undefined).toBe(days.length === 0);
      if (days.length === 0) return;
      const half = days.length / 2;
      const middle = Number.isInteger(half) ? (days[half - 1]! + days[half]!) / 2 : days[Math.floor(half)]!;
      expect(found.medianDays).toBeCloseTo(middle, 9);
      expect(found.meanDays).toBeCloseTo(days.reduce((sum, each) => sum + each, 0) / days.length, 9);
    }),
  );
});

test('of the year in which it was made, whenever it was answered; open beyond its deadline is late', async () => {
  const { pool } = await testDatabase('data');
  await migrate(pool, rightsMigrations);
  const clock = new ManualClock(Date.UTC(2026, 11, 31, 20));
  const requests = new Requests({ pool, clock, region: 'cn' });
  const due = { at: clock.now() + Days(10), zone: 'Asia/Shanghai' };
  const one = '0193a1f2-7c00-7000-8000-000000000051';
  const two = '0193a1f2-7c00-7000-8000-000000000052';
  const { id, code } = await requests.make(one, 'erasure', { due, firstEntry: 0 });
  await requests.make(two, 'copy', { due, firstEntry: 0 });
  clock.advance(Hours(6));
  await requests.make(two, 'opt-out', { due, firstEntry: 0 });
  await requests.finish(one, id, { code, issuedAt: clock.now() } as never);
  clock.advance(Days(20));
  const [from, to] = [Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1)];
  const rows = await tallied(pool, from, to, clock.now());
  const metrics = metricsOf(rows, compile(smartmiGlobal), 'en');
  expect(
    metrics.map(({ right, ccpa, done, open, late, medianDays }) => [right.id, ccpa, done, open, late, medianDays]),
  ).toEqual([
    ['erasure', 'delete', 1, 0, 0, 0.25],
    ['copy', 'know', 0, 1, 1, undefined],
  ]);
  expect(becameOf(await tallied(pool, to, Date.UTC(2028, 0, 1), clock.now()))).toMatchObject({
    received: 1,
    open: 1,
    late: 1,
  });
});
