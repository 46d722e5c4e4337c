import { randomFillSync } from 'node:crypto';

/** Where unpredictable bytes come from. Injected, so that a test can repeat itself. */
export interface Random {
  /** Fills `out` and returns it. */
  fill<T extends Uint8Array>(out: T): T;
}

/** The operating system's generator, fit for keys. */
export const systemRandom: Random = { fill: (out) => randomFillSync(out) };

/** Mulberry32: the same bytes for the same seed. For tests and benches, never for keys. */
export class SeededRandom implements Random {
  #state: number;
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }
  fill<T extends Uint8Array>(out: T): T {
    for (let i = 0; i < out.length; i++) out[i] = Math.floor(this.next() * 256);
    return out;
  }
  /** In [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }
  /** A whole number in [0, below). */
  below(below: number): number {
    return Math.floor(this.next() * below);
  }
}
