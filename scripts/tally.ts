/**
 * The last line of a CI run: `N passed, N failed`. Arguments: the file that `vitest --reporter=json` wrote, vitest's exit
 * code, the exit code of `npm run check`, which counts as one. Exit code 1 if anything failed, or if nothing ran.
 */
import { existsSync, readFileSync } from 'node:fs';
import { type Report, tallyOf } from './vitest-report.ts';

const [file = '', tests = '1', checks = '1'] = process.argv.slice(2);
const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
const { passed, failed, skipped } = tallyOf(text ? (JSON.parse(text) as Report) : null, Number(tests));
const gate = Number(checks) === 0;
if (skipped > 0) console.log(`${skipped} skipped: what they need is not on this machine`);
if (!gate) console.log('npm run check failed');
const bad = failed + (gate ? 0 : 1);
console.log(`${passed + (gate ? 1 : 0)} passed, ${bad} failed`);
process.exitCode = bad > 0 || passed === 0 ? 1 : 0;
