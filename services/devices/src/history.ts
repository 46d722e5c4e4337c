/** What a device told, for a chart: a day, a month or a year in a few hundred numbers. */
import type { Instant } from '@kept/kit';
import type { Repositories } from './household.ts';
import { type Told, toldIn } from './series.ts';
import { timelineOf } from './timeline.ts';

export const SPANS = { day: 86_400_000, month: 31 * 86_400_000, year: 366 * 86_400_000 } as const;
export type Span = keyof typeof SPANS;
const COLUMNS = { day: 288, month: 248, year: 366 } as const;

export interface Column {
  readonly from: Instant;
  readonly count: number;
  readonly low: number;
  readonly high: number;
  readonly mean: number;
}

type By = { readonly role: 'person'; readonly id?: string };

/** Rows are opened for `owner`, by `by`; of what is not a number only how often it was told is in the answer. */
export async function chartOf(
  { history }: Repositories,
  { by, owner, purpose }: { by: By; owner: string; purpose: 'rights' | 'device-security' },
  { device, key, span, until }: { device: string; key: string; span: Span; until: Instant },
): Promise<Column[]> {
  const from = until - SPANS[span];
  // Also what came since: it may have been late.
  const rows = (await history.rows(owner)).filter(({ plain }) => plain['device'] === device);
  const fields = ['device-state', 'device-energy'] as const;
  const opened = await history.readMany(
    by,
    owner,
    rows.map(({ id }) => id),
    purpose,
    fields,
    'kept',
  );
  const columns = new Columns(from, until, SPANS[span] / COLUMNS[span]);
  const pieces = rows.flatMap(({ id }) => fields.flatMap((field) => piecesOf(opened.get(id)?.[field], key)));
  columns.add(timelineOf(key, pieces));
  return columns.all();
}

const piecesOf = (kept: string | undefined, key: string): Told[] => (kept === undefined ? [] : toldIn(kept, key));

const TRUE: ReadonlySet<string> = new Set(['true', 'ON', 'LOCK', 'open']);
const FALSE: ReadonlySet<string> = new Set(['false', 'OFF', 'UNLOCK', 'close']);

const numberOf = (value: number | string): number =>
  typeof value === 'number' ? value : TRUE.has(value) ? 1 : FALSE.has(value) ? 0 : Number(value);

/** Points by the column that they fall into. */
class Columns {
  readonly #from: Instant;
  readonly #until: Instant;
  readonly #width: number;
  readonly #places = new Map<number, { count: number; low: number; high: number; sum: number }>();

  constructor(from: Instant, until: Instant, width: number) {
    this.#from = from;
    this.#until = until;
    this.#width = width;
  }

  add({ at, values }: Told): void {
    let [place, column] = [-1, { count: 0, low: 0, high: 0, sum: 0 }];
    for (let i = 0; i < at.length; i++) {
      const value = numberOf(values[i]!);
      if (at[i]! < this.#from || at[i]! >= this.#until || !Number.isFinite(value)) continue;
      const next = Math.floor((at[i]! - this.#from) / this.#width);
      if (next !== place) [place, column] = [next, this.#at(next)];
      column.count++;
      column.sum += value;
      if (value < column.low) column.low = value;
      if (value > column.high) column.high = value;
    }
  }

  #at(place: number) {
    const known = this.#places.get(place);
    const { POSITIVE_INFINITY: most } = Number;
    const column = known ?? { count: 0, low: most, high: -most, sum: 0 };
    this.#places.set(place, column);
    return column;
  }

  all(): Column[] {
    return [...this.#places]
      .sort(([a], [b]) => a - b)
      .map(([place, { count, low, high, sum }]) => ({
        ...{ from: this.#from + place * this.#width, count, low, high, mean: sum / count },
      }));
  }
}
