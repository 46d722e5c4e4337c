/** The community in a real browser, before the real server, by two people. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Person } from '@kept/server/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { MARKUP } from '../../../services/community/src/markup.harness.ts';
import { PHOTO } from '../../../services/community/src/photo.harness.ts';
import { words } from '../../../services/community/src/screens/words.ts';
import { come, isSound, LOOKS, openStanding, SOUND, type Standing } from './standing.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

const POSTS = '/api/community/posts';
let standing: Standing;
let lin: Person;
let mira: Person;
let folder: string;
beforeAll(async () => {
  [standing, folder] = [await openStanding(), await mkdtemp(join(tmpdir(), 'kept-pictures-'))];
  [lin, mira] = [await standing.kept.person({ nickname: 'Lin' }), await standing.kept.person({ nickname: 'Mira' })];
  await writeFile(join(folder, 'beach.jpg'), PHOTO);
  await writeFile(join(folder, 'list.jpg'), 'no picture');
});
afterAll(async () => {
  await standing.browser.close();
  await rm(folder, { recursive: true, force: true });
});

async function agree({ visitor }: Person): Promise<void> {
  for (const consent of ['community-interaction', 'public-disclosure'])
    await visitor.must(200, 'PUT', `/api/my/consents/${consent}`, { given: true });
}

test('a post is written with a picture on a phone, liked and answered by another, and taken down', async () => {
  const t = words.en;
  const { page, context, complaints } = await come(standing, lin, LOOKS[0]![1]);
  await page.goto(`${standing.origin}/community`);
  await page.getByText(t.none).waitFor();
  await page.getByRole('link', { name: t.write }).click();
  // Each is a question of its own.
  await isSound(page, 'community-asked');
  for (const _ of ['kept', 'shown']) await page.getByRole('button', { name: 'I agree' }).click();
  await page.getByLabel(t.text, { exact: true }).fill('A lamp <b>that</b> listens\n\nto the rain');
  await page.locator('input[type=file]').setInputFiles(['beach.jpg', 'list.jpg'].map((name) => join(folder, name)));
  await page.getByRole('img', { name: 'beach.jpg' }).waitFor();
  await isSound(page, 'community-writing');
  await page.getByRole('button', { name: t.publish }).click();
  await page.getByText('This is no whole JPEG').waitFor();
  await page.getByRole('button', { name: t.remove('list.jpg') }).click();
  await page.getByRole('button', { name: t.publish }).click();
  await page.getByRole('heading', { level: 1, name: t.post, exact: true }).waitFor();
  const { posts } = await mira.visitor.must<{ posts: { id: string; pictures: string[] }[] }>(200, 'GET', POSTS);
  expect(posts).toMatchObject([{ pictures: [expect.any(String)] }]);

  const hers = await come(standing, mira, LOOKS[0]![1]);
  await hers.page.goto(`${standing.origin}/community`);
  await hers.page.getByText('A lamp <b>that</b> listens').waitFor();
  const shot = hers.page.getByRole('img', { name: t.picture(1, 1) });
  await vi.waitFor(
    async () => expect(await shot.evaluate((img) => 'naturalWidth' in img && img.naturalWidth)).toBe(64),
    10_000,
  );
  await hers.page.getByRole('button', { name: t.likes('0') }).click();
  await hers.page.getByRole('button', { name: 'I agree' }).click();
  await hers.page.getByText(t.agreed).waitFor();
  await hers.page.getByRole('button', { name: t.likes('0') }).click();
  await hers.page.getByRole('button', { name: t.likes('1'), pressed: true }).waitFor();
  await hers.page.getByRole('link', { name: t.read }).click();
  for (const _ of ['kept', 'shown']) await hers.page.getByRole('button', { name: 'I agree' }).click();
  await hers.page.getByLabel(t.comment, { exact: true }).fill('Mine too');
  await hers.page.getByRole('button', { name: t.send, exact: true }).click();
  await hers.page.getByText('Mine too', { exact: true }).waitFor();
  await isSound(hers.page, 'community-thread');

  await page.goto(`${standing.origin}/community`);
  await page.getByRole('link', { name: t.comments(1) }).waitFor();
  await page.getByRole('button', { name: t.takeDown }).click();
  await page.getByText(t.takenDown).waitFor();
  await isSound(page, 'community-taken-down');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: t.takeDown }).click();
  // Whoever leaves the page does not take it back.
  await page.getByRole('link', { name: t.write }).click();
  const left = async () => (await mira.visitor.must<{ post: null }>(200, 'GET', `${POSTS}/${posts[0]!.id}`)).post;
  await vi.waitFor(async () => expect(await left()).toBeNull(), 15_000);
  await hers.page.reload();
  await hers.page.getByText(t.gone).waitFor();
  await hers.page.getByText('Mine too', { exact: true }).waitFor();
  await hers.page.getByRole('button', { name: t.takeBack }).click();
  await hers.page.getByText('Mine too', { exact: true }).waitFor({ state: 'detached' });
  // Also whoever closes it.
  await hers.page.goto('about:blank');
  await vi.waitFor(
    async () => expect((await mira.visitor.call('GET', `${POSTS}/${posts[0]!.id}`)).status).toBe(404),
    15_000,
  );
  expect([...complaints, ...hers.complaints]).toEqual([]);
  await Promise.all([context.close(), hers.context.close()]);
});

test.each(SOUND)('the board and a thread are sound in %s, and are read by the keyboard', async (language, look) => {
  const t = words[language];
  const texts = [`窗帘自己关上了，外面正下着雨。\n有人也这样用吗？${look.language}`, 'How do you clean the sensor?'];
  const reader = await standing.kept.person();
  for (const person of [lin, reader]) await agree(person);
  for (const text of texts) await lin.visitor.must(201, 'POST', POSTS, { text });
  const { page, context, complaints } = await come(standing, reader, look);
  await page.goto(`${standing.origin}/community`);
  await page.getByText(texts[0]!).waitFor();
  await isSound(page, `community-${language}`);
  await page.getByRole('button', { name: t.follow, exact: true }).first().click();
  await page.getByRole('button', { name: t.follows, exact: true }).first().waitFor();
  await page.getByRole('radio', { name: t.following }).click();
  await page.getByText(texts[1]!).first().waitFor();
  await page.getByLabel(t.search).fill('正下着雨');
  await page.keyboard.press('Enter');
  await page.getByText(t.found(1)).waitFor();
  await isSound(page, `community-found-${language}`);
  await page.getByRole('button', { name: t.endSearch }).click();
  await page.getByRole('link', { name: t.read }).first().focus();
  await page.keyboard.press('Enter');
  await page.getByLabel(t.comment, { exact: true }).waitFor();
  await isSound(page, `community-thread-${language}`);
  await page.goto(`${standing.origin}/community/new`);
  await page.getByLabel(t.text, { exact: true }).waitFor();
  await isSound(page, `community-writing-${language}`);
  expect(complaints).toEqual([]);
  await context.close();
});

test('markup in a name, a post and a comment is shown as the text that it is', async () => {
  const t = words.en;
  const sly = await standing.kept.person({ nickname: '<img src=x onerror=alert(1)>' });
  await agree(sly);
  const text = MARKUP.join('\n');
  const { id } = await sly.visitor.must<{ id: string }>(201, 'POST', POSTS, { text });
  await sly.visitor.must(201, 'POST', `${POSTS}/${id}/comments`, { text });
  const { page, context, complaints } = await come(standing, mira, LOOKS[0]![1]);
  await page.goto(`${standing.origin}/community/${id}`);
  await page.getByRole('heading', { name: t.said }).waitFor();
  const written = page.locator('main .written');
  expect(await written.allTextContents()).toEqual([text, text]);
  expect(await page.locator('main .byline b').allTextContents()).toEqual(Array(2).fill('<img src=x onerror=alert(1)>'));
  expect(await written.locator('*').count()).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
});
