import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type Report, tallyOf } from './vitest-report.ts';

const file = (status: string, ...tests: string[]): Report['testResults'][number] => ({
  name: 'x.test.ts',
  status,
  assertionResults: tests.map((each) => ({ fullName: 'x', status: each })),
});
const report = (...testResults: Report['testResults']): Report => ({ testResults });

test('counts what vitest says, and what it does not say', () => {
  expect(tallyOf(report(file('passed', 'passed', 'skipped'), file('failed', 'passed', 'failed')), 1)).toEqual({
    passed: 2,
    failed: 1,
    skipped: 1,
  });
  // A file that did not load, an error outside of any test, no report at all.
  expect(tallyOf(report(file('passed', 'passed'), file('failed')), 1)).toMatchObject({ passed: 1, failed: 1 });
  expect(tallyOf(report(file('passed', 'passed')), 1)).toMatchObject({ passed: 1, failed: 1 });
  expect(tallyOf(null, 0)).toMatchObject({ passed: 0, failed: 1 });
  expect(tallyOf(report(file('passed', 'passed')), 0)).toEqual({ passed: 1, failed: 0, skipped: 0 });
});

test.each([
  [[0, 0], 0, '3 passed, 0 failed'],
  [[1, 0], 1, '3 passed, 1 failed'],
  [[0, 1], 1, '2 passed, 1 failed'],
])('the last line and the exit code, after vitest and the checks ended with %j', ([tests, checks], code, line) => {
  const path = join(mkdtempSync(join(tmpdir(), 'kept-tally-')), 'report.json');
  writeFileSync(path, JSON.stringify(report(file('passed', 'passed', 'passed'))));
  let status = 0;
  let output: string;
  try {
    output = execFileSync(
      process.execPath,
      [fileURLToPath(new URL('tally.ts', import.meta.url)), path, String(tests), String(checks)],
      { encoding: 'utf8' },
    );
  } catch (error) {
    ({ status, stdout: output } = error as { status: number; stdout: string });
  }
  expect([status, output.trim().split('\n').at(-1)]).toEqual([code, line]);
});
