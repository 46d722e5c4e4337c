import { declarationProblems } from '@kept/kit';
import { SERVICES } from '@kept/server';
import type { Command } from 'commander';
import { json, say, table } from '../output.ts';

/** `kept services list`. */
export function servicesCommand(program: Command, done: (code: number) => void): void {
  program
    .command('services')
    .description('the services that run')
    .command('list')
    .description('each service with the collection rows it serves and the result of its conformance checks')
    .option('--json', 'one JSON array')
    .action((options: { json?: boolean }) => {
      const rows = SERVICES.map((service) => ({
        name: service.declaration.name,
        policy: service.declaration.policy.id,
        serves: service.declaration.serves,
        tables: Object.values(service.tables).map(({ name }) => name),
        routes: service.routes.length,
        problems: declarationProblems(service),
      }));
      if (options.json) json(rows);
      else {
        say(
          table(
            ['service', 'policy', 'serves', 'tables', 'routes', 'conforms'],
            rows.map((row) => [
              row.name,
              row.policy,
              row.serves.join(' '),
              row.tables.join(' '),
              `${row.routes}`,
              row.problems.length === 0 ? 'yes' : `no: ${row.problems.length}`,
            ]),
          ),
        );
        for (const { name, problems } of rows) for (const problem of problems) say(`  ${name}: ${problem}`);
        say('\nWhat needs a database (sealed on disk, in every right, gone after erasure) is proved by `npm test`.');
      }
      done(rows.every(({ problems }) => problems.length === 0) ? 0 : 1);
    });
}
