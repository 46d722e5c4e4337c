/** How the things of one home are now, as automations look at them. */
import type { Point } from '@kept/service-devices';
import { entityOf } from './api/config.ts';

export interface Known {
  readonly value: string;
  /** When it was last told. */
  readonly at: number;
  /** Since when it is so. */
  readonly since: number;
}

/** Something that was told; `from` is null where nothing was known before. */
export interface Change {
  readonly entity: string;
  readonly from: string | null;
  readonly to: string;
  readonly at: number;
}

export class World {
  readonly #known = new Map<string, Known>();
  /** What is told again after an interruption: by thing and value, when it was last said. */
  readonly #said = new Map<string, number>();
  #again = true;

  /** From now on what is told is new. */
  caughtUp(): void {
    this.#again = false;
  }

  /** Whether it has been so since then, even if it is something else by now. */
  wasSo(entity: string, value: string, since: number): boolean {
    const known = this.#known.get(entity);
    if (known && known.at >= since && known.value === value) return true;
    return (this.#said.get(`${entity} ${value}`) ?? Number.NEGATIVE_INFINITY) >= since;
  }

  /** Null for what came late: the newest counts. */
  take(device: string, { key, value, at }: Point): Change | null {
    const entity = entityOf(device, key);
    if (this.#again) this.#said.set(`${entity} ${value}`, at);
    const before = this.#known.get(entity);
    // Told again, as after an interruption.
    if (before && (before.at > at || (before.at === at && before.value === value))) return null;
    this.#known.set(entity, { value, at, since: before?.value === value ? before.since : at });
    return { entity, from: before?.value ?? null, to: value, at };
  }

  of(entity: string): Known | undefined {
    return this.#known.get(entity);
  }

  /** Everything known under these keys. */
  *under(keys: ReadonlySet<string>): Generator<[entity: string, known: Known]> {
    for (const [entity, known] of this.#known) if (keys.has(entity.slice(37))) yield [entity, known];
  }
}

/** NaN for what is no number. */
export const numberOf = (value: string): number => (value.trim() === '' ? Number.NaN : Number(value));

export const within = (value: string, { above, below }: { above?: number | undefined; below?: number | undefined }) => {
  const number = numberOf(value);
  if (Number.isNaN(number)) return false;
  return (above === undefined || number > above) && (below === undefined || number < below);
};
