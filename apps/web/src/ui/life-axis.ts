import type { Instant } from '@kept/api';

const day = 86_400_000;
const minute = 60_000;

/** Where the present stands on a shared axis, in per cent: the past linear before it, the future logarithmic behind. */
export const nowAt = 62;
/** Where "until you close" stands. */
export const endAt = 100;

const bend = 4;
const farthest = 2_088;

/** Positions in per cent on an axis that all rows of a list share. */
export interface LifeAxis {
  readonly now: Instant;
  readonly from: Instant;
  at(moment: Instant): number;
}

const future = (days: number): number =>
  nowAt + ((endAt - nowAt) * Math.log(1 + Math.max(0, days) / bend)) / Math.log(1 + farthest / bend);

/** An axis that begins with the earliest of the moments given, however young, at least a minute before now. */
export function lifeAxis(now: Instant, moments: readonly Instant[]): LifeAxis {
  const from = Math.min(now - minute, ...moments);
  return {
    now,
    from,
    at: (moment) =>
      moment <= now
        ? (Math.max(0, moment - from) / (now - from)) * nowAt
        : Math.min(endAt - 2, future((moment - now) / day)),
  };
}

export interface AxisLabel {
  readonly at: number;
  readonly kind: 'year' | 'start' | 'month';
  readonly moment: Instant;
}

/** Years that begin on the axis, as far as there is room; before that, only its beginning. */
export function pastLabels(axis: LifeAxis): AxisLabel[] {
  const start: AxisLabel = { at: 0, kind: 'start', moment: axis.from };
  const firstYear = new Date(axis.from).getFullYear() + 1;
  const lastYear = new Date(axis.now).getFullYear();
  const years: AxisLabel[] = [];
  for (let year = firstYear; year <= lastYear; year++) {
    const moment = new Date(year, 0, 1).getTime();
    const at = axis.at(moment);
    const before = years.at(-1)?.at ?? 0;
    if (at - before >= 14 && at <= nowAt - 12) years.push({ at, kind: 'year', moment });
  }
  return [start, ...years];
}

/** Where a month from now stands, for the one figure on the future side. */
export const inDays = (days: number): number => future(days);
