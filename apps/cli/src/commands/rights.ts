import { compile, type Period } from '@kept/policy';
import { type RightRow, rightsTable } from '@kept/rights';
import { POLICIES, SERVICES } from '@kept/server';
import type { Command } from 'commander';
import { json, say, table } from '../output.ts';
import { found } from '../policies.ts';

interface Options {
  json?: boolean;
  policy?: string;
}

/** `kept rights list`: what anybody may ask for, where, by when, and what does it. */
export function rightsCommand(program: Command): void {
  program
    .command('rights')
    .description('what people may ask for')
    .command('list')
    .description(
      'every right of every policy: how it is exercised, who decides, by when in each jurisdiction, over which services',
    )
    .option('--policy <id>', 'of one policy')
    .option('--json', 'one JSON array')
    .action((options: Options) => list(options));
}

function list({ json: raw, policy }: Options): void {
  const rows = (policy === undefined ? POLICIES : [found(policy)]).flatMap((manifest) => {
    const services = SERVICES.filter(({ declaration }) => declaration.policy.id === manifest.id);
    const over = services.map(({ declaration: { name } }) => name);
    return rightsTable(compile(manifest)).map((row) => ({ policy: manifest.id, ...row, services: over }));
  });
  if (raw) {
    json(rows);
    return;
  }
  say(
    table(
      ['policy', 'right', 'how', 'decides', 'by when', 'services'],
      rows.map((row) => [
        row.policy,
        row.kind,
        row.how,
        row.decides,
        byWhen(row),
        row.services.join(' ') || 'none runs',
      ]),
    ),
  );
  const reasons = rows.flatMap(({ policy: id, kind, cells }) => reasonsOf(cells).map((each) => [id, kind, ...each]));
  if (reasons.length === 0) return;
  say('');
  say(table(['policy', 'right', 'by the name', 'asked for because', 'shown by', 'clause'], reasons));
}

/** By name of the right in the policy, wherever it is granted. */
function reasonsOf(cells: RightRow['cells']): string[][] {
  const rights = new Map(cells.flatMap((cell) => [cell, ...(cell.besides ?? [])]).map((each) => [each.right, each]));
  return [...rights].flatMap(([right, { reasons = [] }]) =>
    reasons.map(({ label, holds, clause }) => [right ?? '', label.en, SHOWN[holds], `§${clause}`]),
  );
}

const SHOWN = {
  asked: 'being asked for',
  'not-needed': 'working without it',
  'period-over': 'its time being over',
  'consent-withdrawn': 'a withdrawn consent',
  judged: 'somebody’s look',
} as const;

/** Jurisdictions with the same rules are said together; those in which it is not granted are left out. */
function byWhen({ cells }: RightRow): string {
  const alike = new Map<string, string[]>();
  for (const { jurisdiction, granted, rules } of cells) {
    if (!granted) continue;
    const said = rules.map(
      ({ id, answer, extension }) => `${nameOf(id)} ${period(answer)}${extension ? `+${period(extension)}` : ''}`,
    );
    const words = said.join(', ');
    alike.set(words, [...(alike.get(words) ?? []), jurisdiction]);
  }
  return [...alike].map(([words, where]) => `${where.join('/')}: ${words}`).join('; ');
}

const nameOf = (id: string): string => id.replace(/^[a-z-]+:(law-)?/, '');
const period = ({ count, unit }: Period): string => (count === 0 ? 'at once' : `${count} ${unit}`);
