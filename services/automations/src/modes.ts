/** What becomes of a run that begins while others of its automation are under way: Home Assistant's four modes. */
import type { Mode } from './api/config.ts';

/** Runs at once, or waiting, where the automation does not say. */
export const MAX = 10;

/** Begin it; begin it in place of the one under way; let it wait; or let it go, and say so. */
export type Admission = 'start' | 'restart' | 'queue' | 'ignore';

export function admit(mode: Mode, max: number, running: number, queued: number): Admission {
  switch (mode) {
    case 'single':
      return running === 0 ? 'start' : 'ignore';
    case 'restart':
      return running === 0 ? 'start' : 'restart';
    case 'queued':
      if (running === 0) return 'start';
      return running + queued < max ? 'queue' : 'ignore';
    case 'parallel':
      return running < max ? 'start' : 'ignore';
  }
}
