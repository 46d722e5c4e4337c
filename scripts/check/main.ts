/**
 * `npm run check [-- names…] [-- --fix]`: everything that is checked without running the tests. Exit code 1 if anything
 * is wrong. `--fix` first writes what a tool can write: layout, simple lint, generated files.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Check, Output, Problem } from './check.ts';
import { columns } from './columns.ts';
import { cycles } from './cycles.ts';
import { docs } from './docs.ts';
import { errors } from './errors.ts';
import { format } from './format.ts';
import { imports } from './imports.ts';
import { leftovers } from './leftovers.ts';
import { lint } from './lint.ts';
import { lists } from './lists.ts';
import { packages } from './packages.ts';
import { services } from './services.ts';
import { size } from './size.ts';
import { ROOT, Tree } from './tree.ts';
import { types } from './types.ts';

/** The slow ones first: they are programs of their own and run beside the rest. */
const CHECKS: readonly Check[] = [
  lint,
  types,
  format,
  columns,
  imports,
  cycles,
  size,
  errors,
  docs,
  packages,
  lists,
  services,
  leftovers,
];
const SHOWN_MAX = 200;

const { values, positionals } = parseArgs({
  options: { fix: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !CHECKS.some((check) => check.name === name));
if (unknown.length > 0) {
  console.error(`no check \`${unknown[0]}\`; there are ${CHECKS.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}
const chosen = positionals.length > 0 ? CHECKS.filter(({ name }) => positionals.includes(name)) : CHECKS;

const began = performance.now();
if (values.fix) await fix(chosen);
const tree = new Tree();
const results = await Promise.all(chosen.map(run));
const failed = results.filter((problems) => problems.length > 0).length;
const count = results.reduce((sum, problems) => sum + problems.length, 0);
const seconds = ((performance.now() - began) / 1_000).toFixed(1);
console.log(
  `${chosen.length - failed} checks passed, ${failed} failed${count > 0 ? ` with ${count} problems` : ''} (${seconds} s)`,
);
process.exitCode = failed > 0 ? 1 : 0;

async function fix(checks: readonly Check[]): Promise<void> {
  for (const check of checks) await check.fix?.();
  const fixed = new Tree();
  const outputs: Output[] = [];
  for (const check of checks) outputs.push(...((await check.generate?.(fixed)) ?? []));
  for (const { path, text } of outputs) {
    if (fixed.exists(path) && fixed.text(path) === text) continue;
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
    console.log(`wrote ${path}`);
  }
}

async function run(check: Check): Promise<readonly Problem[]> {
  const from = performance.now();
  const problems = [...(await check.validate(tree)), ...(await stale(check))];
  const took = `${((performance.now() - from) / 1_000).toFixed(1)} s`;
  console.log(
    `${problems.length > 0 ? '✗' : '✓'} ${check.name.padEnd(10)} ${check.scope(tree)} (${took})${problems.length > 0 ? `: ${problems.length} problems` : ''}`,
  );
  for (const { path, line, message } of problems.slice(0, SHOWN_MAX))
    console.log(`    ${path}${line ? `:${line}` : ''}  ${message}`);
  if (problems.length > SHOWN_MAX) console.log(`    … and ${problems.length - SHOWN_MAX} more`);
  return problems;
}

async function stale(check: Check): Promise<Problem[]> {
  return ((await check.generate?.(tree)) ?? [])
    .filter(({ path, text }) => !tree.exists(path) || tree.text(path) !== text)
    .map(({ path }) => ({ path, message: 'is not what its sources say: run `npm run check -- --fix`' }));
}
