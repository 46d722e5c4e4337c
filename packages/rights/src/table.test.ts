/** Every right × every policy × every jurisdiction × every age band: done, decided by somebody, or not granted by a clause. */
import { compile } from '@kept/policy';
import { aqaraAccount } from '@kept/policy-aqara-account';
import { aqaraCommunity } from '@kept/policy-aqara-community';
import { aqaraDeveloper } from '@kept/policy-aqara-developer';
import { smartmiGlobal } from '@kept/policy-smartmi-global';
import { smartmiLegacy } from '@kept/policy-smartmi-legacy';
import { describe, expect, test } from 'vitest';
import { needsTwo } from './deciding.ts';
import { REQUESTED } from './kinds.ts';
import { rightsTable } from './table.ts';

const POLICIES = [aqaraAccount, aqaraCommunity, aqaraDeveloper, smartmiGlobal, smartmiLegacy].map((each) =>
  compile(each),
);

describe.each(POLICIES.map((program) => [program.id, program] as const))('%s', (_, program) => {
  const table = rightsTable(program);
  const { manifest } = program;

  test('each right × jurisdiction × age is granted with a deadline, or not, by a clause that there is', () => {
    let cells = 0;
    for (const row of table)
      for (const cell of row.cells)
        for (const band of program.bands) {
          cells++;
          const clause = manifest.clauses[cell.clause];
          expect([row.kind, cell.jurisdiction, band.id, clause !== undefined]).toEqual([
            row.kind,
            cell.jurisdiction,
            band.id,
            true,
          ]);
          const own = cell.granted && (cell.below === undefined || band.to < cell.below);
          if (!cell.granted) expect(cell.rules).toEqual([]);
          if (own && cell.guardian === undefined) expect(cell.rules.map(({ id }) => id)).toContain('policy');
        }
    expect(cells).toBe(table.length * Object.keys(manifest.jurisdictions).length * program.bands.length);
  });

  test('each reason for asking is in the table, with a clause that there is', () => {
    const listed = table.flatMap(({ cells }) =>
      cells
        .flatMap((cell) => [cell, ...(cell.besides ?? [])])
        .flatMap(({ right, reasons = [] }) =>
          reasons.map(({ id, clause }) => {
            expect([right, id, Object.hasOwn(manifest.clauses, clause)]).toEqual([right, id, true]);
            return `${right} ${id}`;
          }),
        ),
    );
    const said = Object.entries(manifest.rights).flatMap(([right, { grounds = {} }]) =>
      Object.keys(grounds).map((id) => `${right} ${id}`),
    );
    expect(new Set(listed)).toEqual(new Set(said));
  });

  test('each ground of refusal takes two, and nothing is refused by the policy alone', () => {
    for (const row of table) {
      expect(needsTwo({ kind: row.kind, about: {} }, { outcome: 'refused', by: 'somebody' })).toBe(true);
      expect(needsTwo({ kind: row.kind, about: {} }, { outcome: 'granted', by: 'policy' })).toBe(false);
    }
  });

  test('what is exercised by a request has steps that end in proof; what is done on a page has none', () => {
    for (const { kind, how, steps } of table) {
      expect(how === 'request').toBe(steps.length > 0);
      if (how === 'request') expect([kind, steps.at(-1)]).toEqual([kind, 'proved']);
      if (how === 'request') expect(REQUESTED).toContain(kind);
    }
  });
});

test('the laws of a jurisdiction stand beside the policy, each with its own periods', () => {
  const erasure = rightsTable(POLICIES[3]!).find(({ kind }) => kind === 'erasure')!;
  const by = Object.fromEntries(
    erasure.cells.map(({ jurisdiction, rules }) => [jurisdiction, rules.map(({ id }) => id)]),
  );
  expect(by).toEqual({
    'mainland-china': ['pipl:PIPL', 'policy'],
    russia: ['kept:RU-152-FZ', 'policy'],
    eea: ['legal-eu:law-GDPR', 'policy'],
    california: ['legal-us:law-CA-CCPA', 'policy'],
    'united-states': ['policy'],
    elsewhere: ['policy'],
  });
  expect(erasure.cells.find(({ jurisdiction }) => jurisdiction === 'california')!.rules[0]).toEqual({
    id: 'legal-us:law-CA-CCPA',
    answer: { count: 45, unit: 'day' },
    extension: { count: 45, unit: 'day' },
    confirm: { count: 10, unit: 'working-day' },
  });
});
