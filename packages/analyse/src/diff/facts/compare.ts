import { canonicalJson } from '@kept/base';
import type { Period, Text, Until } from '@kept/policy';
import type { Effect } from './fact.ts';

/** Words are compared only where the caller asks: most are said anew in each version. */
const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && 'zh-Hans' in value && 'en' in value;

/** A value without clauses and words, and with lists of names in order. undefined: nothing is left. */
export function bare(value: unknown): unknown {
  if (isText(value)) return undefined;
  if (Array.isArray(value)) {
    const items = value.map(bare).filter((item) => item !== undefined);
    return items.every((item) => typeof item === 'string') ? items.toSorted() : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([key]) => key !== 'clause');
  return Object.fromEntries(members.map(([key, item]) => [key, bare(item)]).filter(([, item]) => item !== undefined));
}

/** Whether two values say the same, but for clauses and words. */
export const alike = (a: unknown, b: unknown): boolean => keyOf(a) === keyOf(b);

/** What tells values apart. */
export const keyOf = (value: unknown): string => canonicalJson(bare(value) ?? null);

const DAYS: Readonly<Record<Period['unit'], number>> = {
  hour: 1 / 24,
  day: 1,
  'working-day': 7 / 5,
  month: 365.25 / 12,
  year: 365.25,
};

/** About how many days a period is: which of two is longer is all that it is for. */
export const daysOf = ({ count, unit }: Period): number => count * DAYS[unit];

/** Whether less is good, by two amounts. */
export const lessIsBetter = (before: number, after: number): Effect =>
  after < before ? 'better' : after > before ? 'worse' : 'other';

/** What comes and what goes, by what tells items apart. */
export function moved(
  before: readonly string[],
  after: readonly string[],
): { readonly added: readonly string[]; readonly gone: readonly string[] } {
  return {
    added: after.filter((item) => !before.includes(item)),
    gone: before.filter((item) => !after.includes(item)),
  };
}

/** Whether it does the person good that items come or go; where some come and some go, nobody can tell. */
export function byItems(before: readonly string[], after: readonly string[], more: 'better' | 'worse'): Effect {
  const { added, gone } = moved(before, after);
  if (added.length > 0 === gone.length > 0) return 'other';
  return added.length > 0 === (more === 'better') ? 'better' : 'worse';
}

/** What ends it, and how long after: `closure` itself is no days after it. */
export const endOf = (until: Until): readonly [what: string, days: number] =>
  'event' in until ? [until.event, 0] : [until.after, daysOf(until)];
