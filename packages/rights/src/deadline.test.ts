/** Every right that a policy grants × every jurisdiction of it: which rule holds, and what it adds. */
import { compile, type Program, type RightKind } from '@kept/policy';
import { aqaraAccount } from '@kept/policy-aqara-account';
import { aqaraCommunity } from '@kept/policy-aqara-community';
import { aqaraDeveloper } from '@kept/policy-aqara-developer';
import { smartmiGlobal } from '@kept/policy-smartmi-global';
import { smartmiLegacy } from '@kept/policy-smartmi-legacy';
import { expect, test } from 'vitest';
import { grantOf, type Holder, requestDeadlines } from './deadline.ts';
import { clauseOf, rightOf } from './granted.ts';

const POLICIES = [aqaraAccount, aqaraCommunity, aqaraDeveloper, smartmiGlobal, smartmiLegacy].map((each) =>
  compile(each),
);
const receivedAt = Date.UTC(2026, 9, 12, 4);
const course = { receivedAt, verifiedAt: receivedAt };

test('every right of every policy has a deadline wherever it is granted, never later than the policy or a law gives', () => {
  let cells = 0;
  for (const program of POLICIES)
    for (const right of Object.values(program.manifest.rights))
      for (const jurisdiction of Object.keys(program.manifest.jurisdictions)) {
        const grant = grantOf(program, right.kind, { jurisdiction });
        if (!grant) continue;
        cells++;
        const { answer, duties } = requestDeadlines(program, right.kind, jurisdiction, course);
        expect(answer.at).toBeGreaterThanOrEqual(receivedAt);
        // Half a year is more than any of them gives.
        expect(answer.at - receivedAt).toBeLessThan(182 * 86_400_000);
        expect(duties.some(({ kind }) => kind === 'answer')).toBe(true);
      }
  expect(cells).toBeGreaterThan(100);
});

const day = ({ at, zone }: { at: number; zone: string }): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(at);

test.each([
  // 15 days of the policy; the rules on apps give 15 working days.
  [aqaraAccount, 'erasure', 'mainland-china', 'policy', '2026-10-27', []],
  [aqaraAccount, 'closure', 'elsewhere', 'policy', '2026-10-27', []],
  // 45 days of the policy and of the CCPA, which also wants a confirmation; Columbus Day is no day off in California.
  [smartmiGlobal, 'erasure', 'california', 'legal-us:law-CA-CCPA', '2026-11-25', ['confirm', 'extension-notice']],
  [smartmiGlobal, 'opt-out', 'california', 'policy', '2026-10-11', []],
  // Ten working days of the policy, before the month of the GDPR; recipients are told all the same.
  [smartmiGlobal, 'erasure', 'eea', 'policy', '2026-10-26', ['extension-notice', 'tell-recipients']],
  [smartmiGlobal, 'erasure', 'mainland-china', 'policy', '2026-10-26', []],
] as const)('%# the strictest rule holds', (manifest, kind, jurisdiction, rule, due, more) => {
  const deadlines = requestDeadlines(compile(manifest), kind, jurisdiction, course);
  expect([deadlines.rule, day(deadlines.answer)]).toEqual([rule, due]);
  expect(deadlines.duties.map((each) => each.kind).filter((each) => each !== 'answer')).toEqual(more);
});

test('what is granted in one place only is not granted elsewhere', () => {
  const program = compile(smartmiGlobal);
  expect(grantOf(program, 'opt-out', { jurisdiction: 'california' })?.right.clause).toBe('12');
  expect(grantOf(program, 'opt-out', { jurisdiction: 'eea' })).toBeUndefined();
  expect(() => requestDeadlines(program, 'opt-out', 'mainland-china', course)).not.toThrow();
  expect(() => requestDeadlines(program, 'opt-out', 'elsewhere', course)).toThrow(
    expect.objectContaining({ code: 'DEADLINES_NO_RULE' }),
  );
});

test('what is meant for the young, or for their guardians, is not granted to others', () => {
  const [legacy, developer, global] = [smartmiLegacy, aqaraDeveloper, smartmiGlobal].map((each) => compile(each));
  const of = (program: Program, kind: RightKind, holder: Omit<Holder, 'jurisdiction'>, jurisdiction = 'elsewhere') =>
    grantOf(program, kind, { jurisdiction, ...holder })?.id;
  // Only a guardian objects, of a child below eighteen.
  expect(of(legacy!, 'objection', {})).toBeUndefined();
  expect(of(legacy!, 'objection', { atMost: 12 })).toBeUndefined();
  expect(of(legacy!, 'objection', { guardian: true })).toBe('guardian-objection');
  expect([of(legacy!, 'erasure', {}), of(legacy!, 'erasure', { guardian: true })]).toEqual([
    'erasure',
    'guardian-erasure',
  ]);
  expect([of(developer!, 'erasure', {}), of(developer!, 'erasure', { guardian: true })]).toEqual([
    ...['erasure', 'child-erasure'],
  ]);
  // A right of the young themselves: not of adults, and not of those of whom nobody knows how old they are.
  expect(of(global!, 'content-removal', { atMost: 17 }, 'california')).toBe('content-removal');
  expect(of(global!, 'content-removal', { atMost: 17 }, 'eea')).toBeUndefined();
  expect(of(global!, 'content-removal', { atMost: Number.POSITIVE_INFINITY }, 'california')).toBeUndefined();
  expect(of(global!, 'content-removal', {}, 'california')).toBeUndefined();
});

test('of several rights of a kind, clause, label and grounds are those of the one by which it was asked for', () => {
  const region = { program: compile(smartmiLegacy) };
  expect(clauseOf(region, { kind: 'erasure', granted: 'guardian-erasure' })).toBe('9');
  expect(clauseOf(region, { kind: 'erasure', granted: 'erasure' })).toBe('5');
  expect(rightOf(region, { kind: 'erasure', granted: 'guardian-erasure' })?.refusalGrounds).toEqual([]);
  // A name that a later version gave to another right says nothing.
  expect(clauseOf(region, { kind: 'erasure', granted: 'access' })).toBe('5');
});
