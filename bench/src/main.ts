/**
 * Measures Kept beside others: `npm run bench -- NAME [--rounds N] [--json]`. A name is a folder beside this file, or a
 * service that brings a bench of its own: `services/NAME/src/bench.harness.ts`.
 */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Misuse } from '@kept/base';
import { type Bench, type Result, ratioOf, rowOf } from './bench.ts';
import { load, machine } from './machine.ts';

const SERVICES = join(import.meta.dirname, '../../services');

async function names(): Promise<string[]> {
  const folders = await Promise.all([import.meta.dirname, SERVICES].map((at) => readdir(at, { withFileTypes: true })));
  return folders.flat().flatMap((entry) => (entry.isDirectory() && fileOf(entry.name) !== null ? [entry.name] : []));
}

const fileOf = (name: string): string | null =>
  [join(import.meta.dirname, name, 'index.ts'), join(SERVICES, name, 'src/bench.harness.ts')].find(existsSync) ?? null;

async function benchOf(name: string): Promise<Bench> {
  const found: { bench: Bench } = await import(fileOf(name)!);
  return found.bench;
}

async function find(name: string | undefined): Promise<Bench> {
  const known = await names();
  if (name === undefined || !known.includes(name))
    throw new Misuse('BENCH_UNKNOWN', `name one of the benches: ${known.join(', ')}; --help says what each answers`);
  return benchOf(name);
}

async function help(): Promise<void> {
  const known = await names();
  const questions = await Promise.all(
    known.map(async (name) => `  ${name.padEnd(10)} ${(await benchOf(name)).question}`),
  );
  process.stdout.write(
    `npm run bench -- NAME [--rounds N] [--json]\n\n${questions.join('\n')}\n\n--rounds  how often everything is measured, one contender after the other (5)\n--json    one JSON object instead of tables\n`,
  );
}

const round = (value: number): number => Number(value.toPrecision(4));

function report(name: string, { series, compare, checks, notes }: Result, loads: readonly [number, number]) {
  const rows = series
    .map(rowOf)
    .map((row) => ({ ...row, median: round(row.median), min: round(row.min), max: round(row.max) }));
  const ratios = compare.map((each) => ({ ...each, median: round(ratioOf(series, each.of, each.to, each.metric)) }));
  return { bench: name, machine: machine(), load: loads, rows, ratios, checks, notes };
}

function print({ bench, machine: m, load: loads, rows, ratios, checks, notes }: ReturnType<typeof report>): void {
  const lines = [
    `${bench}: ${m.processor}, ${m.processors} processors, ${m.memoryGiB} GiB, ${m.system}, node ${m.node}, load ${loads.join(' to ')}`,
    '',
    ...table(
      ['', 'figure', 'median', 'least', 'most', 'unit'],
      rows.map((r) => [r.name, r.metric, r.median, r.min, r.max, r.unit]),
    ),
    '',
    ...ratios.map((each) => `${each.of} is ${each.median} times ${each.to} (${each.metric})`),
    ...checks.map((each) => `${each.wrong === 0 ? 'ok' : 'WRONG'}: ${each.what}: ${each.wrong} of ${each.count} wrong`),
    ...notes.map((note) => `note: ${note}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function table(head: readonly string[], body: readonly (readonly (string | number)[])[]): string[] {
  const all = [head, ...body].map((row) => row.map(String));
  const widths = head.map((_, i) => Math.max(...all.map((row) => row[i]!.length)));
  const number = /^[\d.e+-]+$/;
  return all.map((row) =>
    row
      .map((cell, i) => (number.test(cell) ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
      .join('  ')
      .trimEnd(),
  );
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '5' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return help();
  const rounds = Number(values.rounds);
  if (!(Number.isInteger(rounds) && rounds > 0)) throw new Misuse('BENCH_ROUNDS', '--rounds is a whole number from 1');
  const bench = await find(positionals[0]);
  const before = load();
  const progress = (text: string) => process.stderr.write(`${text}\n`);
  const result = await bench.run({ rounds, progress });
  const told = report(positionals[0]!, result, [before, load()]);
  if (values.json) process.stdout.write(`${JSON.stringify(told, null, 2)}\n`);
  else print(told);
  if (told.checks.some((check) => check.wrong > 0)) process.exitCode = 1;
}

try {
  await main();
} catch (error) {
  const plain = error instanceof Misuse || String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS');
  process.stderr.write(`${plain ? (error as Error).message : (error as Error).stack}\n`);
  process.exitCode = 1;
}
