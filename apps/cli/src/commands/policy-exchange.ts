import { type InventoryRow, inventory, policyDocument } from '@kept/exchange';
import { compile, LANGUAGES } from '@kept/policy';
import type { Command } from 'commander';
import { json, say, table } from '../output.ts';
import { found, language } from '../policies.ts';

/** `kept policy inventory | export`: a policy as records that others read. */
export function exchangeCommands(policy: Command): void {
  policy
    .command('inventory <id>')
    .description(
      'the record of processing: every collection row with its fields, purposes, bases, periods and recipients',
    )
    .option('--lang <lang>', LANGUAGES.join(', '), 'en')
    .option('--json', 'one JSON array of rows')
    .action((id: string, { lang, json: raw }: { lang: string; json?: boolean }) => {
      const rows = inventory(compile(found(id)), language(lang));
      if (raw) json(rows);
      else for (const row of rows) print(row);
    });
  policy
    .command('export <id>')
    .description('the policy in the words of the W3C Data Privacy Vocabulary, as JSON-LD')
    .action((id: string) => json(policyDocument(compile(found(id)))));
}

function print({ label, clause, fields, purposes, recipients, regions }: InventoryRow): void {
  say(`\n${label} §${clause}`);
  say(`  ${purposes.map((purpose) => `${purpose.label} (${purpose.ground}) §${purpose.clause}`).join('\n  ')}`);
  say(`  → ${[...recipients, ...regions].map((each) => `${each.label} (${each.country})`).join(', ')}\n`);
  const lines = table(
    ['field', 'category', 'needed', 'sensitive', 'kept until', 'clause'],
    fields.map((field) => [
      ...[field.label, field.category, field.required ? 'yes' : '', field.sensitive ? 'yes' : ''],
      field.retention.map(({ until }) => untilOf(until)).join('; '),
      `§${field.clause}`,
    ]),
  );
  say(lines.replaceAll(/^/gm, '  '));
}

type Until = InventoryRow['fields'][number]['retention'][number]['until'];
const untilOf = (until: Until): string =>
  'event' in until ? until.event : `${until.count} ${until.unit} after ${until.after}`;
