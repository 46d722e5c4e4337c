/** What `vitest --reporter=json` writes, as far as we read it, and what it comes to. */

export interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly duration?: number | null;
    }[];
  }[];
}

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * Counts tests by their own results. A file that failed without a failed test (it did not load, a hook threw) counts as
 * one failure. `exitCode` is vitest's: if it says that something failed and no test says what, that is one as well, and
 * so is a run without a report.
 */
export function tallyOf(report: Report | null, exitCode: number): Tally {
  const files = report?.testResults ?? [];
  const count = (...statuses: string[]): number =>
    files.reduce(
      (sum, file) => sum + file.assertionResults.filter(({ status }) => statuses.includes(status)).length,
      0,
    );
  const silent = files.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = count('failed') + silent.length;
  return {
    passed: count('passed'),
    failed: failed === 0 && (exitCode !== 0 || report === null) ? 1 : failed,
    skipped: count('skipped', 'pending', 'todo', 'disabled'),
  };
}
