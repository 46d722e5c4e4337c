import { readdirSync, readFileSync } from 'node:fs';
import { SeededRandom } from '@kept/base';
import { compile, type Manifest } from '@kept/policy';
import { aqaraAccount } from '@kept/policy-aqara-account';
import { aqaraCommunity } from '@kept/policy-aqara-community';
import { aqaraDeveloper } from '@kept/policy-aqara-developer';
import { smartmiGlobal } from '@kept/policy-smartmi-global';
import { smartmiLegacy } from '@kept/policy-smartmi-legacy';
import { expect, test } from 'vitest';
import { edgesTable, mutantsOf, mutationScore, readTable, sampleOf, testTable } from '../index.ts';

const SEED = 20_261_126;
/** Of each policy; the operators take turns. */
const MUTANTS = Number(process.env.KEPT_SOAK ?? 60);

const policies: readonly Manifest[] = [aqaraAccount, aqaraCommunity, aqaraDeveloper, smartmiGlobal, smartmiLegacy];
const folder = (id: string): string => new URL(`../../../../policies/${id}/tables/`, import.meta.url).pathname;
const decode = (id: string): string => decodeURIComponent(folder(id));

const tablesOf = (id: string) =>
  readdirSync(decode(id)).map((name) => readTable(readFileSync(`${decode(id)}${name}`, 'utf8')));

test.each(policies)('$id is as its tables say, and its edges are all there', (manifest) => {
  const program = compile(manifest);
  const tables = tablesOf(manifest.id);
  expect(tables.map(({ policy }) => policy)).toEqual([manifest.id, manifest.id]);
  expect(tables.flatMap((table) => testTable(program, table))).toEqual([]);
  expect(tables.flatMap(({ lines }) => lines).length).toBeGreaterThan(10);
  // Else `kept policy edges ID --write`, and read what has changed.
  expect(readFileSync(`${decode(manifest.id)}edges.yaml`, 'utf8')).toBe(edgesTable(program));
});

test.each(policies)(
  `mutants of $id are noticed, ${MUTANTS} of them (seed ${SEED})`,
  { timeout: 3_600_000 },
  (manifest) => {
    const program = compile(manifest);
    const mutants = sampleOf(mutantsOf(manifest), MUTANTS, new SeededRandom(SEED));
    const { score, survivors, caught, refused, equivalent } = mutationScore(program, tablesOf(manifest.id), mutants);
    process.stdout.write(
      `figures: ${manifest.id} ${mutants.length} mutants, noticed ${JSON.stringify(caught)}, refused ${refused}, no different ${equivalent}\n`,
    );
    expect(survivors.map(({ operator, at }) => `${operator} ${at}`)).toEqual([]);
    expect(score).toBe(1);
  },
);
