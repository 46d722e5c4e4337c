/** What became of the requests of a year, by right. */
import { type RightMetrics, readMetrics, type YearMetrics } from '@kept/api';
import { type Route, routesOf } from '@kept/kit';
import type { Lang, Program, RightKind } from '@kept/policy';
import type { RightsContext } from './context.ts';
import { idOf } from './kinds.ts';
import type { Tallied } from './tallied.ts';

type Became = YearMetrics['all'];

/** Counts and days of some tallies. The median of an even number lies between the two in the middle. */
export function becameOf(rows: readonly Tallied[]): Became {
  const sum = (those: (row: Tallied) => boolean): number =>
    rows.filter(those).reduce((total, { count }) => total + count, 0);
  const answered = rows
    .filter((row) => row.hours !== null && (row.state === 'done' || row.state === 'refused'))
    .map(({ hours, count }) => ({ hours: hours!, count }))
    .toSorted((a, b) => a.hours - b.hours);
  const number = answered.reduce((total, { count }) => total + count, 0);
  const hours = answered.reduce((total, each) => total + each.hours * each.count, 0);
  /** Hours of the one at this place, the quickest first. */
  const at = (place: number): number => {
    let passed = 0;
    for (const each of answered) {
      passed += each.count;
      if (passed > place) return each.hours;
    }
    return 0;
  };
  const median = (): number => (at(Math.floor((number - 1) / 2)) + at(Math.floor(number / 2))) / 2;
  return {
    received: sum(() => true),
    done: sum(({ state }) => state === 'done'),
    denied: sum(({ state }) => state === 'refused'),
    withdrawn: sum(({ state }) => state === 'cancelled'),
    open: sum(({ state }) => state === 'running'),
    late: sum(({ late }) => late),
    ...(number > 0 && { medianDays: median() / 24, meanDays: hours / number / 24 }),
  };
}

/** Cal. Civ. Code 1798.105, .106, .110, .120, .121. */
const CCPA: Readonly<Partial<Record<RightKind, NonNullable<RightMetrics['ccpa']>>>> = {
  ...{ erasure: 'delete', closure: 'delete', rectification: 'correct' },
  ...{ access: 'know', copy: 'know', portability: 'know', 'opt-out': 'opt-out', 'limit-sensitive': 'limit' },
};

/** A row for each right that anybody asked for, those that California counts first. */
export function metricsOf(rows: readonly Tallied[], { manifest }: Program, lang: Lang): RightMetrics[] {
  const kinds = [...new Set(rows.map(({ kind }) => kind as RightKind))];
  const order = (kind: RightKind): number => {
    const place = Object.keys(CCPA).indexOf(kind);
    return place < 0 ? Number.MAX_SAFE_INTEGER : place;
  };
  return kinds
    .toSorted((a, b) => order(a) - order(b) || (a < b ? -1 : 1))
    .map((kind) => ({
      right: {
        id: idOf(kind),
        label: Object.values(manifest.rights).find((right) => right.kind === kind)?.label[lang] ?? kind,
      },
      ccpa: CCPA[kind] ?? null,
      ...becameOf(rows.filter((row) => row.kind === kind)),
    }));
}

const route = routesOf<RightsContext>();

export const metricsRoutes: readonly Route<RightsContext>[] = [
  route(readMetrics, async ({ query, caller: { lang } }, context) => {
    const { clock, program } = context.at(context.regions[0]!);
    const now = clock.now();
    const year = query.year ?? new Date(now).getUTCFullYear();
    const [from, to] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
    const all = await Promise.all(context.regions.map((id) => context.requests(id).tallied(from, to)));
    const rows = all.flat();
    const body = {
      ...{ year, from, to, of: 'all-individuals' as const },
      rights: metricsOf(rows, program, lang),
      all: becameOf(rows),
    };
    return { status: 200, body };
  }),
];
