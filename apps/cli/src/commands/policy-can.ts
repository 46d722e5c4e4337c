import { can } from '@kept/analyse';
import { type Action, type ActorRole, compile, LANGUAGES, STATUSES, type Status } from '@kept/policy';
import type { Command } from 'commander';
import { sentences } from '../can/say.ts';
import { EXIT, json, say } from '../output.ts';
import { found, language } from '../policies.ts';

interface Options {
  field?: string;
  purpose?: string;
  recipient?: string;
  collection?: string;
  from?: string;
  to?: string;
  age?: string;
  action?: string;
  actor?: string;
  jurisdiction?: string;
  status?: string;
  lang: string;
  json?: boolean;
}

/** `kept policy can`: what a policy permits, from every situation that the question leaves open. */
export function canCommand(policy: Command, done: (code: number) => void): void {
  policy
    .command('can <id>')
    .description('never, always, or in exactly which cases: answered from every situation that is left open')
    .option('--field <id>', 'which datum')
    .option('--purpose <id>', 'what for')
    .option('--recipient <id>', 'who gets it; none: nobody')
    .option('--collection <id>', 'the row that it is taken at; none: no row')
    .option('--from <region>', 'where it is')
    .option('--to <region>', 'where it goes')
    .option('--age <years>', 'how old the person is, in years, or an age band')
    .option('--action <action>', 'collect, use, share, transfer, disclose, retain')
    .option('--actor <role>', 'person, service, operator, system')
    .option('--jurisdiction <id>', 'which law holds for the person')
    .option('--status <status>', STATUSES.join(', '))
    .option('--lang <lang>', LANGUAGES.join(', '), 'en')
    .option('--json', 'one JSON object')
    .addHelpText(
      'after',
      '\nExample: kept policy can aqara-account --field account-email --purpose account --action use --age 15\n\nExit code 0: it can be, in some case. 1: never.',
    )
    .action((id: string, options: Options) => done(run(id, options)));
}

function run(id: string, { lang, json: raw, age, recipient, collection, ...rest }: Options): number {
  const program = compile(found(id));
  const inLanguage = language(lang);
  const answer = can(program, {
    ...rest,
    action: rest.action as Action | undefined,
    actor: rest.actor as ActorRole | undefined,
    status: rest.status as Status | undefined,
    age: age !== undefined && /^\d+$/.test(age) ? Number(age) : age,
    recipient: recipient === 'none' ? null : recipient,
    collection: collection === 'none' ? null : collection,
  });
  if (raw) json(answer);
  else for (const line of sentences(program, answer, inLanguage)) say(line);
  return answer.answer === 'never' ? EXIT.failed : EXIT.ok;
}
