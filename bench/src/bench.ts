/** What every bench is made of: a folder beside this file whose `index.ts` exports `bench`. */
export interface Bench {
  /** What it answers, in one sentence. */
  readonly question: string;
  run(options: Options): Promise<Result>;
}

export interface Options {
  /** How often everything is measured, one contender after the other. From 1. */
  readonly rounds: number;
  /** Says what is under way; nobody may be listening. */
  readonly progress: (text: string) => void;
}

/** One figure of one contender, a value for each round. */
export interface Series {
  readonly name: string;
  readonly metric: string;
  readonly unit: string;
  readonly values: readonly number[];
}

/** Something that has to be so for the figures to mean anything. */
export interface Check {
  readonly what: string;
  readonly count: number;
  readonly wrong: number;
}

export interface Result {
  readonly series: readonly Series[];
  /** Which figures are divided by which, round by round. */
  readonly compare: readonly { readonly of: string; readonly to: string; readonly metric: string }[];
  readonly checks: readonly Check[];
  /** What somebody has to know who quotes the figures: versions, forms, who could not be run and why. */
  readonly notes: readonly string[];
}

/** One figure as it is printed. */
export interface Row {
  readonly name: string;
  readonly metric: string;
  readonly unit: string;
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

export const rowOf = ({ name, metric, unit, values }: Series): Row => ({
  name,
  metric,
  unit,
  median: median(values),
  min: Math.min(...values),
  max: Math.max(...values),
});

/** The median over the rounds of one contender's figure divided by another's: what the machine did in a round cancels. */
export function ratioOf(series: readonly Series[], of: string, to: string, metric: string): number {
  const values = (name: string) => series.find((each) => each.name === name && each.metric === metric)?.values ?? [];
  const below = values(to);
  return median(values(of).flatMap((value, i) => (below[i] === undefined ? [] : [value / below[i]])));
}

/** Checks of the same thing in several rounds as one. */
export function mergedChecks(checks: readonly Check[]): Check[] {
  const byWhat = Map.groupBy(checks, ({ what }) => what);
  const sum = (of: readonly number[]) => of.reduce((a, b) => a + b, 0);
  return [...byWhat].map(([what, all]) => ({
    what,
    count: sum(all.map((c) => c.count)),
    wrong: sum(all.map((c) => c.wrong)),
  }));
}
