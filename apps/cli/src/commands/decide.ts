import { nearest } from '@kept/analyse';
import { Misuse } from '@kept/base';
import { explain, subjectState } from '@kept/decide';
import { type Action, type ActorRole, ageBandOf, LANGUAGES, STATUSES, type Status } from '@kept/policy';
import type { Command } from 'commander';
import { decisionLines } from '../decide/say.ts';
import { EXIT, json, say } from '../output.ts';
import { language, programOf } from '../policies.ts';

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
  from?: string;
  lang: string;
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
    .description(
      'explains one decision: every check in order, the clause that decided, and the fewest changes that would turn it around',
    )
    .requiredOption('--purpose <id>', 'what for')
    .requiredOption('--fields <ids>', 'which fields, with commas')
    .option('--policy <id>', 'by which policy, or a file with a manifest as JSON', 'aqara-account')
    .option('--action <action>', 'collect, use, share, transfer, disclose, retain', 'use')
    .option('--actor <role>', 'person, service, operator, system', 'service')
    .option('--collection <id>', 'with collect: the row')
    .option('--recipient <id>', 'with share: who gets it')
    .option('--from <region>', 'where the data is, if not with the person’s')
    .option('--to <region>', 'with transfer: where to')
    .option('--region <id>', 'where the person’s data lives')
    .option('--jurisdiction <id>', 'which law holds for the person')
    .option('--age <years>', 'how old the person is, in years, or an age band', 'adult')
    .option('--status <status>', STATUSES.join(', '), 'active')
    .option('--consents <ids>', 'consents given, with commas', '')
    .option('--restricted <ids>', 'purposes restricted, with commas, or all', '')
    .option('--objected <ids>', 'purposes objected to, with commas', '')
    .option('--lang <lang>', LANGUAGES.join(', '), 'en')
    .option('--json', 'one JSON object: the explanation, and `nearest`')
    .addHelpText(
      'after',
      '\nExample: kept decide --purpose profile --fields profile-bio --action collect --collection profile\n\nExit code 0: permitted. 1: refused.',
    )
    .action((options: Options) => done(run(options)));
}

function run(options: Options): number {
  const program = programOf(options.policy);
  const lang = language(options.lang);
  const { manifest } = program;
  const status = STATUSES.find((each) => each === options.status) as Status | undefined;
  if (!status) throw new Misuse('CLI_STATUS', `--status is one of ${STATUSES.join(', ')}`);
  const person = {
    region: options.region ?? Object.keys(manifest.regions)[0]!,
    jurisdiction: options.jurisdiction ?? Object.keys(manifest.jurisdictions)[0]!,
    ageBand: /^\d+$/.test(options.age) ? ageBandOf(program, Number(options.age)) : options.age,
    status,
    consents: list(options.consents),
    restricted: options.restricted === 'all' ? ('all' as const) : list(options.restricted),
    objected: list(options.objected),
  };
  const asked = {
    ...{ actor: options.actor as ActorRole, action: options.action as Action },
    ...{ purpose: options.purpose, fields: list(options.fields) },
    ...(options.collection && { collection: options.collection }),
    ...(options.recipient && { recipient: options.recipient }),
    ...(options.from && { from: options.from }),
    ...(options.to && { to: options.to }),
  };
  const request = { ...asked, subject: subjectState(program, person) };
  const explanation = explain(program, request);
  const around = nearest(program, { ...asked, person });
  if (options.json) json({ ...explanation, nearest: around });
  else for (const line of decisionLines(program, request, explanation, around, lang)) say(line);
  return explanation.decision.outcome === 'permit' ? EXIT.ok : EXIT.failed;
}
