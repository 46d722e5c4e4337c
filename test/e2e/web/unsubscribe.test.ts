import { expect, it } from 'vitest';
import { phone } from '../browser.ts';
import { shoot, unsoundness } from '../soundness.ts';
import { useSetting } from './setting.ts';

const open = useSetting();
const link = `/unsubscribe/${'A'.repeat(64)}`;

it('the link of a mail, opened, changes nothing; its button does, for nobody in particular', async () => {
  const { page, world } = await open(link, { who: 'nobody' }, { ...phone, width: 360, language: 'zh-TW' });
  await page.getByText('開啟這一頁什麼也沒有改。').waitFor();
  expect(world.calls.filter((call) => !call.startsWith('GET'))).toEqual([]);
  await shoot(page, 'unsubscribe');
  await page.getByRole('button', { name: '退訂' }).click();
  await page.getByText('從現在起不會再寄。').waitFor();
  expect(world.unsubscribed).toBe(true);
  expect(await unsoundness(page)).toEqual([]);
  await page.reload();
  await page.getByText('從現在起不會再寄。').waitFor();
  await shoot(page, 'unsubscribed');
});

it('a link of no mail of ours is said to be unknown', async () => {
  const { page } = await open(`/unsubscribe/${'B'.repeat(64)}`, { who: 'nobody' });
  await page.getByRole('heading', { name: '这个链接认不出来' }).waitFor();
});
