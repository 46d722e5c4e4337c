import { Misuse } from '@kept/base';
import { noticeMarkdown } from '@kept/notices';
import { checkManifest, compile, LANGUAGES, type Lang, type Manifest } from '@kept/policy';
import { POLICIES } from '@kept/server';
import type { Command } from 'commander';
import { EXIT, json, say, table } from '../output.ts';

interface Options {
  json?: boolean;
  lang?: string;
}

/** `kept policy list | show | check`. */
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
      if (!LANGUAGES.includes(lang as Lang))
        throw new Misuse('CLI_LANGUAGE', `--lang is one of ${LANGUAGES.join(', ')}`);
      if (raw) json(manifest);
      else say(noticeMarkdown(compile(manifest), lang as Lang));
    });
  policy
    .command('check [id]')
    .description('every fault of a manifest at once, each with its path and a way out; all policies without an id')
    .option('--json', 'one JSON array of faults')
    .action((id: string | undefined, options: Options) => done(check(id, options)));
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

/** Throws CLI_POLICY_UNKNOWN. */
export function found(id: string): Manifest {
  const manifest = POLICIES.find((each) => each.id === id);
  if (!manifest)
    throw new Misuse('CLI_POLICY_UNKNOWN', 'there is no such policy', {
      help: `one of: ${POLICIES.map((each) => each.id).join(', ')}`,
    });
  return manifest;
}
