/** What a verification found. */

/** How far a verification is, in leaves. */
export interface Progress {
  readonly done: number;
  readonly size: number;
}

export interface VerifyOptions {
  /** Called now and then while it runs, and at its end. */
  readonly onProgress?: (progress: Progress) => void;
}

/** One thing that a verification found wrong. */
export interface Problem {
  /** Index of the first leaf that it may touch. */
  readonly at: number;
  /** What is wrong, in words; names places, never contents. */
  readonly what: string;
}

/** What a verification read, and what it found. */
export interface Report {
  /** True if everything that was stored was read, and nothing is wrong. */
  readonly valid: boolean;
  /** Leaves that the last checkpoint speaks of; or, if that cannot be read, leaves that were read. */
  readonly size: number;
  /** Root of the leaves that were read, standard base64. */
  readonly root: string;
  /** Checkpoints whose signature and tree were checked. */
  readonly checkpoints: number;
  /** At most 20; a break in the tree ends the search, since all that follows hangs on it. */
  readonly problems: readonly Problem[];
}

const MAX_PROBLEMS = 20;

/** Thrown within a verification to end it; never leaves it. */
export class Stop extends Error {
  override readonly name = 'Stop';
}

/** Collects problems; throws `Stop` when there are enough. */
export class Findings {
  readonly problems: Problem[] = [];

  add(at: number, what: string): void {
    this.problems.push({ at, what });
    if (this.problems.length >= MAX_PROBLEMS) throw new Stop();
  }

  /** Adds one that makes looking further pointless. */
  end(at: number, what: string): never {
    this.problems.push({ at, what });
    throw new Stop();
  }
}

/** Runs `work` to its end or to a `Stop`. */
export async function untilStopped(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
}
