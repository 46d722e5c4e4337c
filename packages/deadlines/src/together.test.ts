import { Days, Hours } from '@kept/base';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deadlinesOf, dueAfter, extend, placeOf, type Rule, remindersOf, rulesFor } from './index.ts';

const seed = Number(process.env['KEPT_SEED'] ?? Date.now() % 1_000_000);
const runs = { seed, numRuns: 100 };
const CCPA = rulesFor(undefined, 'erasure', ['legal-us:law-CA-CCPA']);
const GDPR = rulesFor(undefined, 'erasure', ['legal-eu:law-GDPR']);
const california = placeOf(['US-CA']);
const received = Date.UTC(2026, 10, 2, 20);
const day = (at: number, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(at);

test('CCPA: confirmed within ten working days, 45 days, 45 more with notice before the first end, verified or not', () => {
  const course = { receivedAt: received };
  const { answer, duties } = deadlinesOf(CCPA, california, course);
  expect(day(answer.at, answer.zone)).toBe('2026-12-17');
  expect(duties.map(({ kind, by }) => [kind, day(by.at, by.zone)])).toEqual([
    // Veterans Day is off.
    ['confirm', '2026-11-17'],
    ['extension-notice', '2026-12-17'],
    ['answer', '2026-12-17'],
  ]);
  const waited = { ...course, verifiedAt: received + Days(20), pauses: [{ from: received, to: received + Days(20) }] };
  expect(deadlinesOf(CCPA, california, waited).answer).toEqual(answer);
  const extended = extend(CCPA, california, course, answer.at);
  expect(day(extended.answer.at, 'America/Los_Angeles')).toBe('2027-01-31');
  expect(extended.was).toEqual(answer);
  expect(extended.duties.map(({ kind }) => kind)).toEqual(['confirm', 'answer']);
  expect(() => extend(CCPA, california, course, answer.at + 1)).toThrow(/first deadline has passed/);
});

test('GDPR: a month, two more with notice; proof that is waited for stops the clock; recipients are told', () => {
  const place = placeOf(['DE']);
  const receivedAt = Date.UTC(2026, 0, 31, 12);
  const { answer, duties } = deadlinesOf(GDPR, place, { receivedAt });
  // 28 February 2026 is a Saturday.
  expect(day(answer.at, place.zone)).toBe('2026-03-02');
  expect(duties.map(({ kind }) => kind)).toEqual(['extension-notice', 'answer', 'tell-recipients']);
  const waited = deadlinesOf(GDPR, place, {
    receivedAt,
    pauses: [{ from: receivedAt + Hours(6), to: receivedAt + Hours(6) + Days(4) }],
  });
  // Four days of waiting are three whole ones by the calendar, and part of two.
  expect(day(waited.answer.at, place.zone)).toBe('2026-03-03');
  expect(day(extend(GDPR, place, { receivedAt }, answer.at).answer.at, place.zone)).toBe('2026-04-30');
});

test('a policy that leaves the clock to verification is counted from the arrival until it is known who asks', () => {
  const rules = [{ id: 'policy', answer: { count: 15, unit: 'day' }, from: 'verified', source: '7.9' }] as const;
  const place = placeOf(['CN']);
  const before = deadlinesOf(rules, place, { receivedAt: received }).answer.at;
  const after = deadlinesOf(rules, place, { receivedAt: received, verifiedAt: received + Days(3) }).answer.at;
  expect(after - before).toBe(Days(3));
});

const period = fc.record({
  count: fc.integer({ min: 1, max: 60 }),
  unit: fc.constantFrom('day', 'working-day', 'hour' as const),
}) as fc.Arbitrary<Rule['answer']>;
const rule = fc.record(
  {
    id: fc.constantFrom('a', 'b', 'c'),
    answer: period,
    extension: period,
    confirm: period,
    rolls: fc.boolean(),
    tellRecipients: fc.boolean(),
    source: fc.constant('test'),
  },
  { requiredKeys: ['id', 'answer', 'source'] },
) as fc.Arbitrary<Rule>;
const somewhere = fc.constantFrom('CN', 'DE', 'US-CA', 'RU', '*').map((each) => placeOf([each]));
const at = fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2028, 0, 1) });

test('several regimes: the strictest holds, and no duty of any is lost', () => {
  fc.assert(
    fc.property(fc.array(rule, { minLength: 1, maxLength: 4 }), somewhere, at, (rules, place, receivedAt) => {
      const course = { receivedAt };
      const whole = deadlinesOf(rules, place, course);
      const each = rules.map((one) => deadlinesOf([one], place, course));
      expect(whole.answer.at).toBe(Math.min(...each.map(({ answer }) => answer.at)));
      for (const { duties } of each)
        for (const { kind, by } of duties)
          expect(whole.duties.find((duty) => duty.kind === kind)!.by.at).toBeLessThanOrEqual(by.at);
      const adding = deadlinesOf([...rules, CCPA[0]!], place, course);
      expect(adding.answer.at).toBeLessThanOrEqual(whole.answer.at);
    }),
    runs,
  );
});

test('an extension never shortens, never outlasts what any one regime gives, and counts only when told in time', () => {
  fc.assert(
    fc.property(fc.array(rule, { minLength: 1, maxLength: 4 }), somewhere, at, (rules, place, receivedAt) => {
      const { answer } = deadlinesOf(rules, place, { receivedAt });
      const late = deadlinesOf(rules, place, { receivedAt, extensionNoticeAt: answer.at + 1 });
      expect(late.answer).toEqual(answer);
      expect(late.was).toBeUndefined();
      const told = deadlinesOf(rules, place, { receivedAt, extensionNoticeAt: answer.at });
      expect(told.answer.at).toBeGreaterThanOrEqual(answer.at);
      for (const one of rules) {
        const alone = dueAfter(receivedAt, one.answer, { ...place, ...(one.rolls && { rolls: true }) });
        const most = one.extension
          ? dueAfter(alone.at, one.extension, { ...place, ...(one.rolls && { rolls: true }) })
          : alone;
        expect(told.answer.at).toBeLessThanOrEqual(most.at);
      }
    }),
    runs,
  );
});

test('reminders come before the deadline and after the beginning, somebody above is told too, and none on a day off', () => {
  fc.assert(
    fc.property(at, fc.integer({ min: 4, max: Days(120) }), somewhere, (from, length, place) => {
      const reminders = remindersOf(from, from + length, place);
      for (const each of reminders) {
        expect(each.at).toBeLessThan(from + length);
        expect(each.at).toBeGreaterThanOrEqual(from);
      }
      expect(reminders.map((each) => each.at)).toEqual(reminders.map((each) => each.at).toSorted((a, b) => a - b));
      expect(new Set(reminders.map(({ kind }) => kind))).toEqual(new Set(['remind', 'escalate']));
    }),
    runs,
  );
  const place = placeOf(['CN']);
  // Due on 8 October: the days before are off, so that everybody hears of it in September.
  const due = dueAfter(Date.UTC(2026, 8, 23), { count: 15, unit: 'day' }, place).at;
  expect(remindersOf(Date.UTC(2026, 8, 23), due, place).map((each) => [each.kind, day(each.at, place.zone)])).toEqual([
    ['remind', '2026-09-30'],
    ['remind', '2026-09-30'],
    ['escalate', '2026-09-30'],
    ['escalate', '2026-09-30'],
  ]);
});
