import { Misuse } from '@kept/base';
import { explain, subjectState } from '@kept/decide';
import { type Action, type ActorRole, compile, STATUSES, type Status } from '@kept/policy';
import type { Command } from 'commander';
import { EXIT, json, say, table } from '../output.ts';
import { found } from '../policies.ts';

interface Options {
  policy: string;
  purpose: string;
  fields: string;
  action: string;
  actor: string;
  collection?: string;
  recipient?: string;
  to?: string;
  region?: string;
  jurisdiction?: string;
  age: string;
  status: string;
  consents: string;
  restricted: string;
  objected: string;
  json?: boolean;
}

const list = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/** `kept decide`: explains one decision. */
export function decideCommand(program: Command, done: (code: number) => void): void {
  program
    .command('decide')
    .description('explains one decision: every check in order, the clause that decided, and what would change it')
    .requiredOption('--purpose <id>', 'what for')
    .requiredOption('--fields <ids>', 'which fields, with commas')
    .option('--policy <id>', 'by which policy', 'aqara-account')
    .option('--action <action>', 'collect, use, share, transfer, disclose, retain', 'use')
    .option('--actor <role>', 'person, service, operator, system', 'service')
    .option('--collection <id>', 'with collect: the row')
    .option('--recipient <id>', 'with share: who gets it')
    .option('--to <region>', 'with transfer: where to')
    .option('--region <id>', 'where the person’s data lives')
    .option('--jurisdiction <id>', 'which law holds for the person')
    .option('--age <band>', 'age band', 'adult')
    .option('--status <status>', STATUSES.join(', '), 'active')
    .option('--consents <ids>', 'consents given, with commas', '')
    .option('--restricted <ids>', 'purposes restricted, with commas, or all', '')
    .option('--objected <ids>', 'purposes objected to, with commas', '')
    .option('--json', 'one JSON object')
    .addHelpText(
      'after',
      '\nExample: kept decide --purpose profile --fields profile-bio --action collect --collection profile\n\nExit code 0: permitted. 1: refused.',
    )
    .action((options: Options) => done(run(options)));
}

function run(options: Options): number {
  const policy = compile(found(options.policy));
  const { manifest } = policy;
  const status = STATUSES.find((each) => each === options.status) as Status | undefined;
  if (!status) throw new Misuse('CLI_STATUS', `--status is one of ${STATUSES.join(', ')}`);
  const subject = subjectState(policy, {
    region: options.region ?? Object.keys(manifest.regions)[0]!,
    jurisdiction: options.jurisdiction ?? Object.keys(manifest.jurisdictions)[0]!,
    ageBand: options.age,
    status,
    consents: list(options.consents),
    restricted: options.restricted === 'all' ? 'all' : list(options.restricted),
    objected: list(options.objected),
  });
  const explanation = explain(policy, {
    ...{
      actor: options.actor as ActorRole,
      action: options.action as Action,
      purpose: options.purpose,
      fields: list(options.fields),
      subject,
    },
    ...(options.collection && { collection: options.collection }),
    ...(options.recipient && { recipient: options.recipient }),
    ...(options.to && { to: options.to }),
  });
  if (options.json) json(explanation);
  else print(explanation);
  return explanation.decision.outcome === 'permit' ? EXIT.ok : EXIT.failed;
}

function print({ decision, steps, changes }: ReturnType<typeof explain>): void {
  say(`${decision.outcome} §${decision.clause}${decision.reason ? ` (${decision.reason})` : ''}\n`);
  say(
    table(
      ['check', 'result', 'clause', 'reason'],
      steps.map(({ check, result, clause, reason }) => [check, result, `§${clause}`, reason ?? '']),
    ),
  );
  for (const { field, clause, reason } of decision.refused) say(`  ${field}: refused, ${reason}, §${clause}`);
  for (const { kind, clause } of decision.obligations) say(`  to do: ${kind}, §${clause}`);
  for (const change of changes) say(`  would change it: ${JSON.stringify(change)}`);
}
