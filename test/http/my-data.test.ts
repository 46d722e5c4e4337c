import type { ActivityEntry, MyData } from '@kept/api';
import { testHouse, type Visitor } from '@kept/server/testing';
import { expect, test } from 'vitest';

const { person } = await testHouse();

const heldBy = async (visitor: Visitor) =>
  (await visitor.must<MyData>(200, 'GET', '/api/my/data')).categories.flatMap(({ items }) => items);

test('a person sees, corrects and deletes one value, and finds each of it in the activity', async () => {
  const { visitor } = await person({ nickname: 'Lin' });
  const nickname = (await heldBy(visitor)).find(({ field }) => field === 'account-nickname')!;
  expect(nickname).toMatchObject({ correctable: true, erasable: true, needed: false });
  const reveal = () => visitor.call<{ value: string }>('POST', '/api/my/data/reveal', { item: nickname.id });
  expect((await reveal()).body.value).toBe('Lin');
  await visitor.must(200, 'PATCH', '/api/my/data', { item: nickname.id, value: 'Lan' });
  expect((await reveal()).body.value).toBe('Lan');
  await visitor.must(200, 'DELETE', '/api/my/data', { item: nickname.id });
  expect((await reveal()).status).toBe(404);
  expect((await heldBy(visitor)).some(({ field }) => field === 'account-nickname')).toBe(false);

  const { entries } = await visitor.must<{ entries: ActivityEntry[] }>(200, 'GET', '/api/my/activity');
  const acts = entries.flatMap(({ act, fields }) => (fields[0]?.id === 'account-nickname' && act ? [act] : []));
  expect(acts).toEqual(['erased', 'seen', 'corrected', 'seen']);
});

test('what has a page of its own, or is needed, is not deleted here', async () => {
  const { visitor } = await person();
  for (const item of (await heldBy(visitor)).filter(({ erasable }) => !erasable))
    expect(await visitor.call('DELETE', '/api/my/data', { item: item.id })).toMatchObject({
      ...{ status: 400, body: { code: 'RIGHTS_NOT_CORRECTABLE' } },
    });
});

test('a copy says of each value where it comes from, and that it was taken is recorded', async () => {
  const { visitor, email } = await person({ nickname: '<b>Lin & Lan</b>' });
  const copy = async (format: string) => (await visitor.call('GET', `/api/my/copy?format=${format}&lang=zh-Hant`)).text;
  const { items } = JSON.parse(await copy('json')) as { items: { field: string; value: string; clause: string }[] };
  expect(items.find(({ field }) => field === 'account-email')).toMatchObject({ value: email, clause: '2.1.1' });
  const page = await copy('html');
  expect(page).toContain('<h1>你的資料副本</h1>');
  expect(page).toContain('&lt;b&gt;Lin &amp; Lan&lt;/b&gt;');
  expect(page.match(/<h2>/g)!.length).toBe(new Set(page.match(/<h2>.*?<\/h2>/g)).size);
  expect((await copy('csv')).split('\r\n').filter(Boolean)).toHaveLength(1 + items.length);
  const { entries } = await visitor.must<{ entries: ActivityEntry[] }>(200, 'GET', '/api/my/activity');
  expect(entries[0]).toMatchObject({ act: 'copied' });
});
