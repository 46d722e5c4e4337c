import { Days, Hours, type Instant } from '@kept/base';
import { compile, type Manifest } from '@kept/policy';
import { tiny } from '@kept/policy/testing';
import { expect, test } from 'vitest';
import { authorityClocks, peopleDueAt } from './clocks.ts';

const { jurisdictions: known, breach } = compile(tiny).manifest;
const [{ label, clause }] = Object.values(known) as [(typeof known)[string]];
const at = (residences: string[]) => ({ label, clause, residences }) as (typeof known)[string];
const world = {
  ...tiny,
  jurisdictions: { cn: at(['CN']), de: at(['DE', 'FR']), rest: at(['*']) },
} as unknown as Manifest;
const noticed = { noticedAt: 1_800_000_000_000 as Instant, critical: false };
const due = (manifest: Manifest, reached: Record<string, number> | undefined, critical = false) =>
  authorityClocks(manifest, { ...noticed, critical }, reached, []).map(({ authority, dueAt, reach }) => [
    authority,
    dueAt - noticed.noticedAt,
    reach,
  ]);

test('while nobody can tell whom it reached, every authority may be owed a report', () => {
  expect(due(world, undefined)).toEqual([
    ['cn-cac', Hours(4), 'may-be'],
    ['ru-rkn', Hours(24), 'may-be'],
    ['eea-dpa', Hours(72), 'may-be'],
    ['ru-rkn-findings', Hours(72), 'may-be'],
    ['cn-cac-final', Days(30), 'may-be'],
  ]);
});

test('those of whom nobody was reached are owed none; the rest of the world may be anywhere', () => {
  expect(due(world, { cn: 3 }).map(([id, , reach]) => [id, reach])).toEqual([
    ['cn-cac', 'yes'],
    ['cn-cac-final', 'yes'],
  ]);
  expect(due(world, { de: 1, cn: 0 })).toEqual([['eea-dpa', Hours(72), 'yes']]);
  expect(due(world, { rest: 1 })).toEqual([
    ['ru-rkn', Hours(24), 'may-be'],
    ['eea-dpa', Hours(72), 'may-be'],
    ['ru-rkn-findings', Hours(72), 'may-be'],
  ]);
  expect(due(world, {})).toEqual([]);
});

test('critical infrastructure in China reports within the hour; a policy that promises less time is kept', () => {
  expect(due(world, { cn: 1 }, true)[0]).toEqual(['cn-cac', Hours(1), 'yes']);
  const promised = { ...breach!, authority: { count: 2, unit: 'hour' } } as NonNullable<Manifest['breach']>;
  expect(due({ ...world, breach: promised }, { de: 1 })).toEqual([['eea-dpa', Hours(2), 'yes']]);
  expect(
    due({ ...world, breach: { ...promised, authority: { ...promised.authority!, said: 'law' } } }, { de: 1 }),
  ).toEqual([['eea-dpa', Hours(72), 'yes']]);
});

test('people are told within the time of the policy, or without delay where it says nothing', () => {
  expect(peopleDueAt({ ...world, breach: null }, noticed) - noticed.noticedAt).toBe(Hours(72));
  const within = { count: 1, unit: 'day' } as const;
  expect(peopleDueAt({ ...world, breach: { ...breach!, within } }, noticed) - noticed.noticedAt).toBe(Days(1));
});
