import type { Series } from './bench.ts';

/** Gathers figures round by round. */
export class Figures {
  readonly #series = new Map<string, { name: string; metric: string; unit: string; values: number[] }>();

  add(name: string, metric: string, unit: string, value: number): void {
    const key = `${name} ${metric}`;
    const series = this.#series.get(key) ?? { name, metric, unit, values: [] };
    this.#series.set(key, series);
    series.values.push(value);
  }

  series(): Series[] {
    return [...this.#series.values()];
  }
}
