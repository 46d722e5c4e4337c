/** Moderation in a real browser: reported by one, decided by a second, contested by a third, settled by a fourth. */
import type { Person } from '@kept/server/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { moderationWords } from '../../../services/community/src/screens/moderation-words.ts';
import { visit } from '../browser.ts';
import { come, isSound, openStanding, SOUND, type Standing } from './standing.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

let standing: Standing;
beforeAll(async () => {
  standing = await openStanding();
});
afterAll(() => standing.browser.close());

async function member(nickname: string): Promise<Person> {
  const person = await standing.kept.person({ nickname });
  for (const consent of ['community-interaction', 'public-disclosure'])
    await person.visitor.must(200, 'PUT', `/api/my/consents/${consent}`, { given: true });
  return person;
}

test.each(SOUND)('a comment is reported, hidden, and brought back, in %s', async (language, look) => {
  const t = moderationWords[language];
  const [lin, mira] = [await member('Lin'), await member('Mira')];
  const { id } = await mira.visitor.must<{ id: string }>(201, 'POST', '/api/community/posts', { text: '新窗帘' });
  const path = `/api/community/posts/${id}/comments`;
  await lin.visitor.must(201, 'POST', path, { text: '清仓大甩卖，窗帘半价！' });

  const hers = await come(standing, mira, look);
  await hers.page.goto(`${standing.origin}/community/${id}`);
  await hers.page.getByRole('button', { name: t.report, exact: true }).focus();
  await hers.page.keyboard.press('Enter');
  await hers.page.getByRole('button', { name: t.send }).click();
  await hers.page.getByText(t.choose).waitFor();
  await hers.page.getByRole('radio', { name: t.grounds.spam }).click();
  await isSound(hers.page, `moderation-report-${language}`);
  await hers.page.getByRole('button', { name: t.send }).click();
  await hers.page.getByText(t.reported).waitFor();

  const staff = async (role: 'agent' | 'officer') => {
    const { visitor } = await standing.kept.staff(role);
    const desk = await visit(standing.browser, look);
    await desk.context.addCookies([...visitor.jar].map(([name, value]) => ({ name, value, url: standing.origin })));
    await desk.page.goto(`${standing.origin}/console/community`);
    return desk;
  };
  const first = await staff('agent');
  await first.page.getByRole('button', { name: t.console.open }).click();
  await first.page.getByText('清仓大甩卖').waitFor();
  await first.page.getByRole('radio', { name: t.console.outcomes.hidden }).click();
  await first.page.getByLabel(t.console.words).fill('这里不卖东西。');
  await isSound(first.page, `moderation-case-${language}`);
  await first.page.getByRole('button', { name: t.console.decide, exact: true }).click();
  await first.page.getByText(t.console.noCases).waitFor();
  await isSound(first.page, `moderation-empty-${language}`);

  const his = await come(standing, lin, look);
  await his.page.goto(`${standing.origin}/community`);
  await his.page.getByText(t.unseen(1)).waitFor();
  await isSound(his.page, `moderation-told-${language}`);
  await his.page.getByRole('link', { name: t.look }).click();
  await his.page.getByText('这里不卖东西。').waitFor();
  await isSound(his.page, `moderation-decisions-${language}`);
  await his.page.getByRole('button', { name: t.appeal }).click();
  await his.page.getByLabel(t.appealText).fill('是我自己用过的。');
  await his.page.getByRole('button', { name: t.appealSend }).click();
  await his.page.getByText(t.states.appealed).waitFor();

  await first.page.reload();
  await first.page.getByRole('button', { name: t.console.open }).click();
  await first.page.getByText(t.console.own).waitFor();
  const second = await staff('officer');
  await second.page.getByRole('button', { name: t.console.open }).click();
  await second.page.getByText('是我自己用过的。').waitFor();
  await isSound(second.page, `moderation-appeal-${language}`);
  await second.page.getByRole('button', { name: t.console.reverse }).click();
  await second.page.getByText(t.console.noAppeals).waitFor();
  await his.page.reload();
  await his.page.getByText(t.states.reversed).waitFor();
  const thread = await mira.visitor.must<{ comments: object[] }>(200, 'GET', `/api/community/posts/${id}`);
  expect(thread.comments).toHaveLength(1);
  expect([hers, first, his, second].flatMap(({ complaints }) => complaints)).toEqual([]);
  for (const { context } of [hers, first, his, second]) await context.close();
});
