/** Over HTTP, each request signed and verified; every version goes. */
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Collection, Match, Row } from './index.ts';
import { KEY } from './key-pattern.ts';
import { TestS3 } from './s3.harness.ts';
import { openS3 } from './s3.ts';
import { HELD } from './shop.harness.ts';

const s3 = new TestS3();
const url = await s3.listen();
const store = openS3('media', url);
afterAll(async () => {
  await store.close();
  await s3.close();
});

const UPLOADS: Collection = {
  ...{
    id: 'media.upload',
    dataset: 'media',
    name: 'photos/up/{user_id}/*',
    primaryKey: [KEY],
    erase: 'delete',
    held: HELD,
    after: [],
  },
  fields: [KEY, 'user_id', 'size', 'content'].map((path) => ({ path, references: [] })),
};
const LIN: Match[] = [{ field: 'user_id', values: ['lin'] }];
const rowsOf = async (matches = LIN, columns = [KEY, 'size', 'content'], from = store): Promise<Row[]> => {
  const all: Row[] = [];
  for await (const page of from.rows(UPLOADS, matches, columns)) all.push(...page);
  return all;
};

beforeEach(() => {
  s3.buckets.clear();
  s3.versioned.clear();
  s3.locked.clear();
  for (let i = 0; i < 8; i++) s3.put('photos', `up/lin/${i} & <a> ü'+.txt`, `of Lin ${i}`);
  s3.put('photos', 'up/lin/raw.jpg', Buffer.from([0xff, 0xd8, 0xff]));
  s3.put('photos', 'up/linus/1.txt', 'of Linus');
  s3.put('photos', 'up/mira/1.txt', 'of Mira');
  s3.put('photos', 'other/lin/1.txt', 'not declared');
});

test('objects of one person by the parts of their key, with what is text in them', async () => {
  const rows = await rowsOf();
  expect(rows).toHaveLength(9);
  expect(rows[0]).toEqual({ [KEY]: `photos/up/lin/0 & <a> ü'+.txt`, size: '8', content: 'of Lin 0' });
  expect(rows.at(-1)).toEqual({ [KEY]: 'photos/up/lin/raw.jpg', size: '3', content: null });
  expect(await rowsOf([{ field: 'user_id', values: ['li/n', 'nobody'] }])).toEqual([]);
  const { rows: n, drift } = await store.survey([UPLOADS]);
  expect([n.get(UPLOADS.id), drift]).toEqual([11, []]);
});

test('all versions go, also of what was deleted before, and nobody else’s', async () => {
  s3.versioned.add('photos');
  for (let i = 0; i < 5; i++) s3.put('photos', 'up/lin/raw.jpg', `version ${i}`);
  s3.hide('photos', 'up/lin/raw.jpg');
  s3.put('photos', 'up/lin/raw.jpg.2', 'another that begins alike');
  const others = s3.dump('photos', (key) => key.startsWith('up/lin/'));
  const keys = await rowsOf(LIN, [KEY]);
  const hidden = { [KEY]: 'photos/up/lin/raw.jpg' };
  expect(await store.count(UPLOADS, [hidden])).toBe(1);
  expect(await store.remove(UPLOADS, [...keys, hidden])).toBe(10);
  expect(await store.count(UPLOADS, [...keys, hidden])).toBe(0);
  expect(s3.dump('photos')).toBe(others);
});

test('down, locked out, locked, gone: said so, with no key of anybody', async () => {
  s3.trouble.push(500, 503);
  expect(await rowsOf()).toHaveLength(9);
  s3.trouble.push(500, 500, 500, 500);
  await expect(rowsOf()).rejects.toMatchObject({ code: 'CONNECTORS_STORE_DOWN' });
  const other = openS3('media', s3.urlAs('wrong'));
  await expect(rowsOf(LIN, [KEY], other)).rejects.toMatchObject({ code: 'CONNECTORS_STORE_REFUSES' });
  await other.close();
  s3.locked.add('up/lin/raw.jpg');
  const error = await store.remove(UPLOADS, await rowsOf(LIN, [KEY])).catch((thrown: Error) => thrown);
  expect(error).toMatchObject({ code: 'CONNECTORS_STORE_REFUSES' });
  expect(`${(error as Error).message} ${String((error as Error).cause)}`).not.toContain('lin');
  s3.buckets.delete('photos');
  expect((await store.survey([{ ...UPLOADS, erase: 'mask' }])).drift).toEqual([
    { code: 'no-collection', at: UPLOADS.id },
  ]);
});

test('a part holds nothing that ends it, and nothing is masked', async () => {
  s3.put('photos', 'up//1.txt', 'whose?');
  const { drift } = await store.survey([{ ...UPLOADS, erase: 'mask' }]);
  expect(drift).toEqual([
    { code: 'ambiguous', at: UPLOADS.id },
    { code: 'not-masked', at: UPLOADS.id },
  ]);
});
