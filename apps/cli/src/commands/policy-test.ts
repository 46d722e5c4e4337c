import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  edgesTable,
  type Failure,
  mutantsOf,
  mutationScore,
  readTable,
  sampleOf,
  type Table,
  testTable,
} from '@kept/analyse';
import { KeptError, Misuse, SeededRandom } from '@kept/base';
import type { Command } from 'commander';
import { EXIT, json, progress, say } from '../output.ts';
import { programOf } from '../policies.ts';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const EDGES = 'edges.yaml';

interface Options {
  table?: readonly string[];
  json?: boolean;
  write?: boolean;
  mutants?: string;
  seed: string;
}

/** `kept policy test | edges | mutate`: tables of what a policy has to say, and how well they would notice another. */
export function testCommands(policy: Command, done: (code: number) => void): void {
  policy
    .command('test <id>')
    .description('the tables of a policy: every line that it does not keep, with what it says instead, and why')
    .option('--table <file...>', 'these instead of those in policies/ID/tables')
    .option('--json', 'one JSON array of failures')
    .addHelpText('after', '\nExit code 0: it is as its tables say. 1: it is not.')
    .action((id: string, options: Options) => done(test(id, options)));
  policy
    .command('edges <id>')
    .description(
      'what lies one step away from the plainest request of each purpose, as a table; read it before you keep it',
    )
    .option('--write', `into policies/ID/tables/${EDGES}`)
    .action((id: string, { write }: Options) => {
      const text = edgesTable(programOf(id));
      if (write === true) writeFileSync(join(folderOf(id), EDGES), text);
      else say(text.trimEnd());
    });
  policy
    .command('mutate <id>')
    .description('changes one thing of a policy at a time, and tells whether its tables notice')
    .option('--table <file...>', 'these instead of those in policies/ID/tables')
    .option('--mutants <count>', 'so many, taken at random, instead of all')
    .option('--seed <number>', 'of the random choice', '1')
    .option('--json', 'one JSON object')
    .addHelpText('after', '\nExit code 0: every mutant was noticed. 1: some were not.')
    .action((id: string, options: Options) => done(mutate(id, options)));
}

function folderOf(id: string): string {
  const folder = join(ROOT, 'policies', id, 'tables');
  if (!existsSync(folder))
    throw new Misuse('CLI_NO_TABLES', 'this policy has no tables', { help: 'name files with --table FILE' });
  return folder;
}

interface Read {
  readonly file: string;
  readonly table: Table;
}

/** Throws CLI_TABLE where a table is about another policy, or is no table. */
function tablesOf(id: string, policy: string, files: readonly string[] | undefined): Read[] {
  const named =
    files ??
    readdirSync(folderOf(id))
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => join(folderOf(id), name));
  return named.map((path) => {
    const file = relative(process.cwd(), path);
    const table = readOr(file, path);
    if (table.policy !== policy)
      throw new Misuse('CLI_TABLE', `${file} is about ${table.policy}, not about ${policy}`, { path: '/policy' });
    return { file, table };
  });
}

function readOr(file: string, path: string): Table {
  if (!existsSync(path)) throw new Misuse('CLI_TABLE', `${file} is not there`);
  try {
    return readTable(readFileSync(path, 'utf8'));
  } catch (error) {
    if (!(error instanceof KeptError)) throw error;
    throw new Misuse('CLI_TABLE', `${file}, ${error.message}`, error.help === undefined ? {} : { help: error.help });
  }
}

function test(id: string, { table: files, json: raw }: Options): number {
  const program = programOf(id);
  const found = tablesOf(id, program.id, files).map(({ file, table }) => ({
    file,
    table,
    failures: testTable(program, table),
  }));
  const failures = found.flatMap(({ file, failures: some }) => some.map((failure) => ({ file, ...failure })));
  if (raw) json(failures);
  else for (const { file, table, failures: some } of found) print(file, table, some);
  return failures.length === 0 ? EXIT.ok : EXIT.failed;
}

function print(file: string, { lines, edges, facts }: Table, failures: readonly Failure[]): void {
  say(
    `${failures.length === 0 ? '✓' : '✗'} ${file}: ${lines.length} lines, ${edges.length} edges, ${facts.length} facts`,
  );
  for (const { at, about, expected, got, because } of failures) {
    say(`  ${file}:${at}  ${about}`);
    say(`    expected  ${expected}`);
    say(`    but is    ${got}`);
    if (because !== undefined) say(`    because   ${because}`);
  }
}

function mutate(id: string, { table: files, json: raw, mutants: count, seed }: Options): number {
  const program = programOf(id);
  const tables = tablesOf(id, program.id, files).map(({ table }) => table);
  if (tables.some((table) => testTable(program, table).length > 0))
    throw new Misuse('CLI_TABLES_FAIL', 'the policy is not as its tables say', { help: `kept policy test ${id}` });
  const all = mutantsOf(program.manifest);
  const some = count === undefined ? all : sampleOf(all, Number(count), new SeededRandom(Number(seed)));
  const shown = progress();
  let tried = 0;
  const score = mutationScore(program, tables, some, ({ operator }) => {
    tried++;
    if (tried % 50 === 0) shown.step(`${tried} of ${some.length}: ${operator}`);
  });
  shown.done(`${some.length} mutants`);
  if (raw) json({ ...score, survivors: score.survivors.map(({ operator, at }) => ({ operator, at })) });
  else {
    const { caught, refused, equivalent, survivors } = score;
    say(`${id}: ${(score.score * 100).toFixed(1)} % of the mutants that can be told are noticed`);
    say(
      `  noticed by facts ${caught.fact}, lines ${caught.line}, edges ${caught.edge}; not noticed ${survivors.length}`,
    );
    say(`  refused by the compiler ${refused}; no different from the policy ${equivalent}`);
    for (const { operator, at } of survivors) say(`  not noticed: ${operator}, ${at}`);
  }
  return score.survivors.length === 0 ? EXIT.ok : EXIT.failed;
}
