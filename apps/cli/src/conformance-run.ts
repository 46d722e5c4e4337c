/** The conformance suite of every service, run now: a result that was written down would be one of earlier sources. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const RUNNER = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');

/** What came of a service's suite. */
export interface Conformance {
  /** `missing`: it has no test file that runs the suite. `unknown`: the test tools are not installed. */
  readonly result: 'yes' | 'no' | 'missing' | 'unknown';
  readonly passed: number;
  /** Rules that did not hold, by their sentences. */
  readonly broken: readonly string[];
}

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[];
  }[];
}

const fileOf = (service: string): string => join(ROOT, 'services', service, 'src', 'conformance.test.ts');

/** By name, for all of them in one run. */
export async function conformanceOf(services: readonly string[]): Promise<ReadonlyMap<string, Conformance>> {
  if (!existsSync(RUNNER)) return new Map(services.map((name) => [name, nothing('unknown')]));
  const held = services.filter((name) => existsSync(fileOf(name)));
  const report = held.length > 0 ? await run(held.map(fileOf)) : null;
  return new Map(services.map((name) => [name, held.includes(name) ? resultOf(report, name) : nothing('missing')]));
}

const nothing = (result: Conformance['result']): Conformance => ({ result, passed: 0, broken: [] });

function resultOf(report: Report | null, service: string): Conformance {
  const tests = report?.testResults.find(({ name }) => name === fileOf(service))?.assertionResults ?? [];
  const broken = tests.filter(({ status }) => status !== 'passed').map(({ title }) => title);
  // A file that did not load has no results at all.
  const whole = tests.length > 0 && broken.length === 0;
  return { result: whole ? 'yes' : 'no', passed: tests.length - broken.length, broken };
}

async function run(files: readonly string[]): Promise<Report | null> {
  const folder = mkdtempSync(join(tmpdir(), 'kept-conformance-'));
  const output = join(folder, 'report.json');
  try {
    const args = [RUNNER, 'run', ...files, '--reporter=json', `--outputFile=${output}`];
    await new Promise<void>((done, failed) => {
      const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'ignore' });
      child.on('error', failed);
      child.on('close', () => done());
    });
    return existsSync(output) ? (JSON.parse(readFileSync(output, 'utf8')) as Report) : null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
