/**
 * `npm run soak [-- factor] [-- words of a path…]`: the suite's long loops, file by file, and what they came to. A loop
 * takes its length from KEPT_SOAK; what a round costs differs, so each file has a number of its own, times the factor.
 */
import { spawn } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Report, tallyOf } from './vitest-report.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
/** Rounds at factor 1, a few minutes each at most. Files that are not here: `OTHERS`. */
const ROUNDS: Readonly<Record<string, number>> = {
  // All of them: the largest policy has 2,300.
  'packages/analyse/src/tables/policies.test.ts': 10_000,
  'packages/db/src/ears.test.ts': 60,
  'packages/db/src/server.test.ts': 100,
  'packages/decide/src/decide.test.ts': 5_000,
  'packages/decide/src/together.test.ts': 2_000,
  'packages/identity/src/contact.test.ts': 20_000,
  'packages/identity/src/sign-in.test.ts': 30_000,
  'packages/jobs/src/kill.test.ts': 15,
  'packages/keys/src/claims.test.ts': 200,
  'packages/keys/src/crash.test.ts': 60,
  'packages/keys/src/finality.test.ts': 1,
  'packages/keys/src/root-file.test.ts': 1_000,
  'packages/keys/src/tree.test.ts': 150,
  'packages/ledger/src/proof.test.ts': 2_000,
  'test/automation-kill.test.ts': 100,
  'test/http/fuzz.test.ts': 200,
  'test/kill.test.ts': 100,
  'test/rights-kill.test.ts': 1_000,
  'test/rights-policies.test.ts': 100,
  'test/servers.test.ts': 1_000,
  'test/manifests.test.ts': 1_000,
};
const OTHERS = 200;
/** What a test has counted, it prints on a line of its own that begins so. */
const FIGURES = 'figures: ';

const words = process.argv.slice(2);
const factor = Number(words[0]) > 0 ? Number(words.shift()) : 1;
const files = globSync('{packages,services,apps,policies,test}/**/*.test.{ts,tsx}', {
  cwd: ROOT,
  exclude: ['**/node_modules/**'],
})
  .filter((path) => readFileSync(join(ROOT, path), 'utf8').includes('KEPT_SOAK'))
  .filter((path) => words.length === 0 || words.some((word) => path.includes(word)))
  .sort();

const folder = mkdtempSync(join(tmpdir(), 'kept-soak-'));
let failures = 0;
console.log(
  `${files.length} files, factor ${factor}, Node ${process.version}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}`,
);
for (const path of files) failures += await soak(path, Math.ceil((ROUNDS[path] ?? OTHERS) * factor));
rmSync(folder, { recursive: true });
console.log(failures === 0 ? 'nothing failed' : `${failures} failed`);
process.exitCode = failures > 0 ? 1 : 0;

async function soak(path: string, rounds: number): Promise<number> {
  const output = join(folder, 'report.json');
  rmSync(output, { force: true });
  const from = performance.now();
  const { code, said } = await vitest(path, rounds, output);
  const seconds = (performance.now() - from) / 1_000;
  const report = readReport(output);
  const { passed, failed } = tallyOf(report, code);
  console.log(
    `${failed > 0 ? '✗' : '✓'} ${path}  ${rounds} rounds, ${passed} passed, ${failed} failed, ${seconds.toFixed(1)} s`,
  );
  for (const test of report?.testResults.flatMap(({ assertionResults }) => assertionResults) ?? []) {
    if ((test.duration ?? 0) >= 1_000)
      console.log(`    ${((test.duration ?? 0) / 1_000).toFixed(1).padStart(7)} s  ${test.fullName}`);
  }
  for (const line of said.split('\n')) if (line.startsWith(FIGURES)) console.log(`    ${line.slice(FIGURES.length)}`);
  if (failed > 0) console.log(said);
  return failed;
}

function readReport(path: string): Report | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Report;
  } catch {
    return null;
  }
}

function vitest(path: string, rounds: number, output: string): Promise<{ code: number; said: string }> {
  return new Promise((done, failed) => {
    const args = [
      'run',
      path,
      '--testTimeout=0',
      '--hookTimeout=0',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${output}`,
    ];
    const child = spawn(join(ROOT, 'node_modules', '.bin', 'vitest'), args, {
      cwd: ROOT,
      env: { ...process.env, KEPT_SOAK: String(rounds) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
    }
    child.on('error', failed);
    child.on('close', (code) => done({ code: code ?? 1, said }));
  });
}
