import { noticeMarkdown } from '@kept/notices';
import { checkManifest, compile, LANGUAGES } from '@kept/policy';
import { POLICIES } from '@kept/server';
import type { Command } from 'commander';
import { EXIT, json, say, table } from '../output.ts';
import { found, language } from '../policies.ts';
import { canCommand } from './policy-can.ts';
import { diffCommand } from './policy-diff.ts';
import { exchangeCommands } from './policy-exchange.ts';
import { reconcileCommand } from './policy-reconcile.ts';
import { testCommands } from './policy-test.ts';

interface Options {
  json?: boolean;
  lang?: string;
}

/** `kept policy list | show | check`, and what stands in files of its own. */
export function policyCommand(program: Command, done: (code: number) => void): void {
  const policy = program.command('policy').description('the policies that this Kept runs on');
  policy
    .command('list')
    .description('each policy with its version, hash and size')
    .option('--json', 'one JSON array')
    .action((options: Options) => list(options));
  policy
    .command('show <id>')
    .description('the notice of a policy in our own words, as Markdown; with --json its manifest')
    .option('--lang <lang>', LANGUAGES.join(', '), 'en')
    .option('--json', 'the manifest itself')
    .action((id: string, { json: raw, lang = 'en' }: Options) => {
      const manifest = found(id);
      const inLanguage = language(lang);
      if (raw) json(manifest);
      else say(noticeMarkdown(compile(manifest), inLanguage));
    });
  policy
    .command('check [id]')
    .description('every fault of a manifest at once, each with its path and a way out; all policies without an id')
    .option('--json', 'one JSON array of faults')
    .action((id: string | undefined, options: Options) => done(check(id, options)));
  canCommand(policy, done);
  diffCommand(policy);
  exchangeCommands(policy);
  reconcileCommand(policy, done);
  testCommands(policy, done);
}

function list({ json: raw }: Options): void {
  const rows = POLICIES.map((manifest) => {
    const { id, version, hash, fields, purposes, recipients, regions } = compile(manifest);
    return {
      id,
      version,
      hash,
      fields: fields.ids.length,
      purposes: purposes.ids.length,
      recipients: recipients.ids.length,
      regions: regions.ids,
    };
  });
  if (raw) {
    json(rows);
    return;
  }
  say(
    table(
      ['policy', 'version', 'fields', 'purposes', 'recipients', 'regions', 'hash'],
      rows.map((row) => [
        row.id,
        row.version,
        `${row.fields}`,
        `${row.purposes}`,
        `${row.recipients}`,
        row.regions.join(' '),
        row.hash.slice(0, 16),
      ]),
    ),
  );
}

function check(id: string | undefined, { json: raw }: Options): number {
  const manifests = id === undefined ? POLICIES : [found(id)];
  const problems = manifests.flatMap((manifest) =>
    checkManifest(manifest).map((problem) => ({ policy: manifest.id, ...problem })),
  );
  if (raw) json(problems);
  else if (problems.length === 0) say(`${manifests.map((manifest) => manifest.id).join(', ')}: nothing to complain of`);
  else for (const { policy, path, message, help } of problems) say(`${policy} ${path}\n  ${message}\n  ${help ?? ''}`);
  return problems.length === 0 ? EXIT.ok : EXIT.failed;
}
