/** Files are written again without a person's rows; every byte of the others stays, whatever stood there. */
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import { asyncBufferFromFile } from 'hyparquet/src/node.js';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, expect, test } from 'vitest';
import { openFiles } from './files.ts';
import type { Collection, Match, Row } from './index.ts';
import { HELD } from './shop.harness.ts';

const folder = await mkdtemp(join(tmpdir(), 'kept-files-'));
afterAll(() => rm(folder, { recursive: true }));
const store = openFiles('exports', folder);
const collectionOf = (name: string, more: Partial<Collection> = {}): Collection => ({
  ...{
    id: `exports.${name.split('.')[0]}`,
    dataset: 'exports',
    name,
    primaryKey: ['id'],
    erase: 'delete',
    held: HELD,
    after: [],
  },
  fields: ['id', 'mail', 'name'].map((path) => ({ path, references: [] })),
  ...more,
});
const LIN: Match[] = [{ field: 'mail', values: ['lin@home.example'], folded: true }];
const rowsOf = async (collection: Collection, matches = LIN, from = store): Promise<Row[]> => {
  const all: Row[] = [];
  for await (const page of from.rows(collection, matches, ['id', 'mail', 'name'])) all.push(...page);
  return all;
};
const file = (name: string): string => join(folder, name);

const cell = fc.oneof(
  fc.constantFrom('', '=HYPERLINK("x")', 'a,b', 'q"q', 'l\r\nn', 'ü 中', "o'", ' lead', '-1', '@x'),
  fc.string({ maxLength: 6 }).filter((text) => !text.includes('\uFEFF')),
);
const quoted = (text: string): string =>
  /[",\r\n]/.test(text) || text === '' ? `"${text.replaceAll('"', '""')}"` : text;

test('CSV: any cells, any line ends, a mark in front or none: others stay byte for byte', async () => {
  const people = fc.array(fc.record({ mine: fc.boolean(), name: cell, large: fc.boolean() }), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(people, fc.constantFrom('\n', '\r\n'), fc.boolean(), fc.boolean(), async (all, end, bom, last) => {
      const line = (i: number, mail: string, name: string): string => `${i},${mail},${quoted(name)}`;
      const lines = all.map(({ mine, name, large }, i) => ({
        mine,
        text: line(i, mine ? (large ? 'LIN@home.example' : 'lin@home.example') : `not.lin.${i}@home.example`, name),
      }));
      const head = `${bom ? '\uFEFF' : ''}id,mail,name`;
      const whole = (some: typeof lines): string => [head, ...some.map(({ text }) => text)].join(end) + end;
      const text = last ? whole(lines) : whole(lines).slice(0, -end.length);
      await writeFile(file('p.csv'), text);
      const collection = collectionOf('p.csv');
      const found = await rowsOf(collection);
      expect(found.map((row) => [row['id'], row['name']])).toEqual(
        all.flatMap(({ mine, name }, i) => (mine ? [[`${i}`, name]] : [])),
      );
      expect(await store.remove(collection, found)).toBe(found.length);
      const left = await readFile(file('p.csv'), 'utf8');
      const cut =
        !last && lines.at(-1)?.mine === false ? whole(lines.filter(({ mine }) => !mine)).slice(0, -end.length) : null;
      const full = whole(lines.filter(({ mine }) => !mine));
      expect(left).toBe(last || found.length > 0 ? (cut ?? full) : text);
      expect(await store.count(collection, found)).toBe(0);
    }),
    { numRuns: 30 },
  );
});

test('CSV: masked in place, with its mode; bytes that are no UTF-8 stay as they are', async () => {
  const latin = Buffer.concat([
    Buffer.from('id;mail;name\n1;lin@home.example;Lin\n2;mira@home.example;M'),
    Buffer.from([0xfc]),
    Buffer.from('ra\n'),
  ]);
  await writeFile(file('m.csv'), latin, { mode: 0o640 });
  const semicolons = openFiles('exports', folder, ';');
  const collection = collectionOf('m.csv', {
    erase: 'mask',
    fields: [
      { path: 'id', references: [] },
      { path: 'mail', references: [], mask: { with: 'null' } },
      { path: 'name', references: [], mask: { with: 'text', text: 'so; "gone"' } },
    ],
  });
  const found = await rowsOf(collection, LIN, semicolons);
  expect(await semicolons.unmasked(collection, found)).toBe(1);
  expect(await semicolons.mask(collection, found)).toBe(1);
  expect(await semicolons.unmasked(collection, found)).toBe(0);
  const after = await readFile(file('m.csv'));
  expect(after.toString('latin1')).toBe(
    latin.toString('latin1').replace('1;lin@home.example;Lin', '1;;"so; ""gone"""'),
  );
  expect((await stat(file('m.csv'))).mode & 0o777).toBe(0o640);
});

test('two rows of one key, a file that is at work, a file that cannot be read: nothing is touched', async () => {
  const text = 'id,mail,name\n1,lin@home.example,Lin\n1,mira@home.example,Mira\n';
  await writeFile(file('d.csv'), text);
  const collection = collectionOf('d.csv');
  const found = await rowsOf(collection);
  await expect(store.remove(collection, found)).rejects.toMatchObject({ code: 'CONNECTORS_NOT_AS_DECLARED' });
  expect(await readFile(file('d.csv'), 'utf8')).toBe(text);
  await writeFile(file('d.csv'), text.replace('1,mira', '2,mira'));
  await writeFile(file('.d.csv.kept'), 'of another process');
  await expect(store.remove(collection, found)).rejects.toMatchObject({ code: 'CONNECTORS_STORE_DOWN' });
  // Left by one that died.
  await utimes(file('.d.csv.kept'), 1, 1);
  expect(await store.remove(collection, found)).toBe(1);
  expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
  await writeFile(file('d.csv'), 'id,mail,name\n1,"lin@home.example');
  const error = await rowsOf(collection).catch((thrown: Error) => thrown);
  expect(error).toMatchObject({ code: 'CONNECTORS_NOT_AS_DECLARED' });
  expect((error as Error).message).not.toContain('lin');
  await expect(rowsOf(collectionOf('no.csv'))).rejects.toMatchObject({ code: 'CONNECTORS_NOT_AS_DECLARED' });
  await expect(rowsOf(collection, LIN, openFiles('exports', file('nowhere')))).rejects.toMatchObject({
    code: 'CONNECTORS_STORE_DOWN',
  });
});

test('many files under one name, and what is not as declared', async () => {
  for (const month of ['01', '02'])
    await writeFile(file(`log-${month}.csv`), `id,mail\n1,lin@home.example\n2,mira@home.example\n`);
  const { rows, drift } = await store.survey([collectionOf('log-*.csv'), collectionOf('never.csv')]);
  expect(Object.fromEntries(rows)).toEqual({ 'exports.log-*': 4, 'exports.never': null });
  expect(drift).toEqual([
    { code: 'no-column', at: 'exports.log-*.name' },
    { code: 'no-key', at: 'exports.log-*' },
    { code: 'no-collection', at: 'exports.never' },
  ]);
});

test('Parquet: rows go, and what is left is the same to the last digit and group', async () => {
  const n = 2_500;
  const ids = Array.from({ length: n }, (_, i) => BigInt(i) + 9_007_199_254_740_993n);
  const mine = (i: number): boolean => i % 7 === 0;
  const schema = [
    { name: 'root', num_children: 6 },
    { name: 'id', type: 'INT64', repetition_type: 'REQUIRED' },
    { name: 'mail', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
    { name: 'name', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
    {
      name: 'at',
      type: 'INT64',
      logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'NANOS' },
      repetition_type: 'OPTIONAL',
    },
    { name: 'price', type: 'INT64', converted_type: 'DECIMAL', scale: 2, precision: 18, repetition_type: 'OPTIONAL' },
    { name: 'ok', type: 'BOOLEAN', repetition_type: 'OPTIONAL' },
  ] as const;
  const columnData = [
    { name: 'id', data: ids },
    {
      name: 'mail',
      data: ids.map((_, i) => (mine(i) ? 'Lin@home.example' : i % 5 === 0 ? undefined : `p${i}@home.example`)),
    },
    { name: 'name', data: ids.map((_, i) => (i % 3 === 0 ? undefined : `名 ${i}`)) },
    { name: 'at', data: ids.map((_, i) => 1_767_323_045_123_456_789n + BigInt(i)) },
    { name: 'price', data: ids.map((_, i) => 90_071_992_547_409_93n + BigInt(i)) },
    { name: 'ok', data: ids.map((_, i) => (i % 4 === 0 ? undefined : i % 2 === 0)) },
  ];
  const bytes = parquetWriteBuffer({
    columnData,
    schema: schema as never,
    rowGroupSize: 1_000,
    kvMetadata: [{ key: 'pandas', value: '{}' }],
  });
  await writeFile(file('p.parquet'), Buffer.from(bytes));
  const collection = collectionOf('p.parquet');
  const all = async (): Promise<Record<string, unknown>[]> =>
    parquetReadObjects({
      file: await asyncBufferFromFile(file('p.parquet')),
      parsers: { timestampFromNanoseconds: (nanos: bigint) => nanos },
    });
  const before = await all();
  const found = await rowsOf(collection);
  expect(found).toHaveLength(before.filter((_, i) => mine(i)).length);
  expect(found[1]!['id']).toBe('9007199254741000');
  const keys = found.map(({ id }) => ({ id: id! }));
  expect(await store.remove(collection, keys)).toBe(found.length);
  expect(await all()).toEqual(before.filter((_, i) => !mine(i)));
  expect(await store.count(collection, keys)).toBe(0);
  expect((await store.survey([collection])).rows.get(collection.id)).toBe(n - found.length);
  const masked = {
    ...collection,
    erase: 'mask' as const,
    fields: collection.fields.map((each) => (each.path === 'id' ? each : { ...each, mask: { with: 'null' as const } })),
  };
  const one = await rowsOf(collection, [{ field: 'mail', values: ['p1@home.example'] }]);
  expect(await store.mask(masked, one)).toBe(1);
  expect(await store.unmasked(masked, one)).toBe(0);
  expect((await all())[0]).toEqual({ ...before[1], mail: null, name: null });
});
