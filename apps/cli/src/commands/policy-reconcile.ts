import { readFileSync } from 'node:fs';
import { Misuse } from '@kept/base';
import { type Reading, type Reconciled, reconcile } from '@kept/reconcile';
import type { Command } from 'commander';
import { READINGS } from '../generated/readings.ts';
import { EXIT, json, say } from '../output.ts';
import { found } from '../policies.ts';

interface Options {
  text: string;
  json?: boolean;
}

/** `kept policy reconcile ID --text FILE`. */
export function reconcileCommand(policy: Command, done: (code: number) => void): void {
  policy
    .command('reconcile <id>')
    .description('a manifest held against the published text: what either has that the other lacks')
    .requiredOption('--text <file>', 'the published text')
    .option('--json', 'every label and figure with its place, and what is missing or invented')
    .action((id: string, options: Options) => done(run(id, options)));
}

function run(id: string, { text, json: raw }: Options): number {
  const manifest = found(id);
  const told = reconcile(manifest, readingOf(id), textOf(text));
  if (raw) json(told);
  else say(report(told, text));
  const { missing, invented, stale } = told;
  return missing.length + invented.length + stale.length === 0 ? EXIT.ok : EXIT.failed;
}

/** Throws CLI_NO_READING. */
function readingOf(id: string): Reading {
  const reading = READINGS[id];
  if (reading === undefined)
    throw new Misuse('CLI_NO_READING', 'nobody has written down how the text of this policy is read', {
      help: 'add src/reading.ts to its folder, and export it as ./reading',
    });
  return reading;
}

/** Throws CLI_TEXT_UNREADABLE. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new Misuse('CLI_TEXT_UNREADABLE', 'the text cannot be read', { help: '--text names a file' });
  }
}

function report({ found: words, missing, invented, stale, aside }: Reconciled, path: string): string {
  const set = aside.reduce((sum, { count }) => sum + count, 0);
  return [
    ...missing.map(
      ({ clause, words: said, place }) => `missing   ${path}:${place.line}:${place.column} §${clause} ${said}`,
    ),
    ...invented.map(({ path: claim, words: said }) => `invented  ${claim} ${said.join(' | ')}`),
    ...stale.map(({ kind, words: said }) => `stale     ${kind}: ${said}`),
    `${words.length} words and figures found, ${set} set aside with a reason, ` +
      `${missing.length} missing, ${invented.length} invented, ${stale.length} stale`,
  ].join('\n');
}
