import { declarationProblems } from '@kept/kit';
import { SERVICES } from '@kept/server';
import type { Command } from 'commander';
import { type Conformance, conformanceOf } from '../conformance-run.ts';
import { EXIT, json, progress, say, table } from '../output.ts';

interface Options {
  json?: boolean;
  /** Commander's form of `--no-run`. */
  run: boolean;
}

/** `kept services list`. */
export function servicesCommand(program: Command, done: (code: number) => void): void {
  program
    .command('services')
    .description('the services that run')
    .command('list')
    .description(
      'each service with the collection rows it serves and the result of its conformance suite, which is run now',
    )
    .option('--json', 'one JSON array')
    .option('--no-run', 'does not run the suites: only what a declaration shows by itself')
    .action(async (options: Options) => done(await list(options)));
}

async function list({ json: raw, run }: Options): Promise<number> {
  const results = run ? await resultsOf() : null;
  const rows = SERVICES.map((service) => {
    const { name, policy, serves } = service.declaration;
    return {
      ...{ name, policy: policy.id, serves },
      tables: Object.values(service.tables).map((each) => each.name),
      routes: service.routes.length,
      problems: declarationProblems(service),
      conformance: results?.get(name) ?? null,
    };
  });
  if (raw) json(rows);
  else {
    say(
      table(
        ['service', 'policy', 'serves', 'tables', 'routes', 'conforms'],
        rows.map((row) => [
          ...[row.name, row.policy, row.serves.join(' '), row.tables.join(' '), `${row.routes}`],
          wordsFor(row.problems.length, row.conformance),
        ]),
      ),
    );
    for (const { name, problems, conformance } of rows)
      for (const fault of [...problems, ...(conformance?.broken ?? [])]) say(`  ${name}: ${fault}`);
  }
  const good = rows.every(
    ({ problems, conformance }) => problems.length === 0 && (conformance === null || conformance.result === 'yes'),
  );
  return good ? EXIT.ok : EXIT.failed;
}

async function resultsOf(): Promise<ReadonlyMap<string, Conformance>> {
  const shown = progress();
  shown.step('holding each service to its rules, on databases of its own');
  const results = await conformanceOf(SERVICES.map(({ declaration }) => declaration.name));
  shown.done('the conformance suite has run');
  return results;
}

function wordsFor(problems: number, conformance: Conformance | null): string {
  if (problems > 0) return `no: ${problems} in its declaration`;
  if (conformance === null) return 'its declaration does; not run';
  const { result, passed, broken } = conformance;
  if (result === 'yes') return `yes, ${passed} rules`;
  if (result === 'no') return `no: ${broken.length > 0 ? `${broken.length} rules broken` : 'the suite did not run'}`;
  return result === 'missing' ? 'no: it has no conformance.test.ts' : 'not told: the test tools are not installed';
}
