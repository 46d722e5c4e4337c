import { diff } from '@kept/analyse';
import { changesMarkdown } from '@kept/notices';
import { LANGUAGES } from '@kept/policy';
import type { Command } from 'commander';
import { json, say } from '../output.ts';
import { language, programOf } from '../policies.ts';

/** `kept policy diff`: what changes from one policy to another, in what is decided and in what is declared. */
export function diffCommand(policy: Command): void {
  policy
    .command('diff <before> <after>')
    .description('what is newly allowed and newly refused, for whom, and every declared fact that changes')
    .option('--lang <lang>', LANGUAGES.join(', '), 'en')
    .option('--json', 'one JSON object: `PolicyDiff` of @kept/analyse')
    .addHelpText(
      'after',
      '\nEach is the id of a policy, or a file with a manifest as JSON (`kept policy show ID --json`).\nExample: kept policy diff smartmi-legacy smartmi-global',
    )
    .action((before: string, after: string, { json: raw, lang }: { json?: boolean; lang: string }) => {
      const inLanguage = language(lang);
      const [earlier, later] = [programOf(before), programOf(after)];
      const found = diff(earlier, later);
      if (raw) json(found);
      else say(changesMarkdown(earlier, later, found, inLanguage).trimEnd());
    });
}
