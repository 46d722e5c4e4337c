import type { HeldItem, Holding } from '@kept/kit';
import type { Hold } from '@kept/vault';
import { expect, test } from 'vitest';
import type { RightsRegion } from './context.ts';
import { openedRows } from './opened.ts';

const item = (row: string, field = 'name'): HeldItem => ({
  ...{ id: `s.r.${row}.${field}`, service: 's', resource: 'r', row, collection: 'c', field },
  collectedAt: new Date(0),
});
const coded = (code: string): Error => Object.assign(new Error(code), { code });
const holdOf = (holds: boolean): Hold => ({ holds, release: async () => {} }) as Hold;

/** A region whose one holding has these rows, in pages; `gone` fails with the whole page, and alone. */
function regionOf(pages: HeldItem[][], gone: Readonly<Record<string, string>> = {}) {
  const asked: (readonly string[])[] = [];
  const failing = (row: string): void => {
    if (gone[row]) throw coded(gone[row]);
  };
  const holding = {
    ...{ service: 's', resource: 'r', collection: 'c' },
    async *pages() {
      yield* pages;
    },
    openMany: async (_permit: unknown, rows: readonly string[]) => {
      rows.forEach(failing);
      return new Map(rows.map((row) => [row, { name: `of ${row}` }]));
    },
    open: async (_permit: unknown, row: string) => {
      failing(row);
      return { name: `of ${row}` };
    },
  } as unknown as Holding;
  const permit = async ({ fields }: { fields: readonly string[] }) => void asked.push(fields);
  return { asked, region: { holdings: [holding], gate: { permit } } as unknown as RightsRegion };
}

async function rowsOf(region: RightsRegion, hold = holdOf(true)): Promise<string[]> {
  const rows: string[] = [];
  for await (const { items, values } of openedRows(region, 'owner', hold))
    rows.push(`${items[0]!.row} ${String(values['name'])}`);
  return rows;
}

test('a page is one decision for each set of fields, and its rows keep their order', async () => {
  const { region, asked } = regionOf([[item('1'), item('2'), item('2', 'note'), item('3')], [item('4')]]);
  expect(await rowsOf(region)).toEqual(['1 of 1', '2 of 2', '3 of 3', '4 of 4']);
  expect(asked).toEqual([['name'], ['name', 'note'], ['name']]);
});

test.each(['VAULT_KEY_ERASED', 'VAULT_ROW_NOT_FOUND'])(
  'a row that ended meanwhile (%s) takes no other with it',
  async (code) => {
    const { region } = regionOf([[item('1'), item('2'), item('3')]], { 2: code });
    expect(await rowsOf(region)).toEqual(['1 of 1', '3 of 3']);
  },
);

test('whatever else goes wrong breaks the copy off, and so does a row missing once the hold is lost', async () => {
  const altered = regionOf([[item('1'), item('2')]], { 2: 'VAULT_ALTERED' });
  await expect(rowsOf(altered.region)).rejects.toMatchObject({ code: 'VAULT_ALTERED' });
  const gone = regionOf([[item('1'), item('2')]], { 2: 'VAULT_KEY_ERASED' });
  await expect(rowsOf(gone.region, holdOf(false))).rejects.toMatchObject({ code: 'RIGHTS_COPY_INTERRUPTED' });
});
