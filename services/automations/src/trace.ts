/** What one triggering came to: kept for those whom it tells of, as JSON that they can read. */
import { createHash } from 'node:crypto';
import type { Mode } from './api/config.ts';
import type { Found } from './conditions.ts';
import type { Cause } from './guard.ts';
import type { Fact } from './watch.ts';

/** How it ended. `held`: too many, or one set off the other for too long. */
export type Outcome = 'finished' | 'conditions' | 'mode' | 'stopped' | 'failed' | 'cancelled' | 'held';

export interface Step {
  /** `2/0/1`: of the third action, of its first choice, the second. */
  readonly path: string;
  readonly action: string;
  readonly at: number;
  readonly result: 'done' | 'failed' | 'skipped';
  readonly device?: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly message?: string;
  /** Code of what went wrong. */
  readonly code?: string;
  readonly conditions?: readonly Found[];
}

export interface Trace {
  readonly run: string;
  readonly rule: string;
  readonly alias: string;
  /** Whose grants it acted with: an opaque id. */
  readonly author: string;
  readonly mode: Mode;
  readonly at: number;
  readonly ended: number;
  readonly fact: Fact;
  readonly cause: Cause | null;
  readonly conditions: readonly Found[];
  readonly steps: readonly Step[];
  readonly outcome: Outcome;
  /** Code or word of the reason, where there is more than one. */
  readonly reason?: string;
  /** Of the decision to keep and use it, on the author's record. */
  readonly clause?: string;
  readonly entry?: number;
}

const HEX = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/;

/** The same for the same, and by age like every other id: a UUID version 7 whose random part is a hash. */
export function idOf(at: number, ...parts: readonly (string | number)[]): string {
  const hash = createHash('sha256')
    .update(`kept/automation/v1\0${parts.join('\0')}`)
    .digest();
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(at, 0, 6);
  hash.copy(bytes, 6, 0, 10);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(HEX, '$1-$2-$3-$4-$5');
}

export const atOf = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
