import { describe, expect, it } from 'vitest';
import { useSetting } from './setting.ts';

const open = useSetting();
const ONE = '/console/requests/cn/0193a1f2-7c00-7000-8000-000000000061';
const TWO = '/console/requests/cn/0193a1f2-7c00-7000-8000-000000000062';

describe('the queue of requests', () => {
  it('is read, filtered, searched and entered by keyboard alone', async () => {
    const { page } = await open('/console/requests', { who: 'operator' });
    await page.getByRole('heading', { level: 1, name: '申请' }).waitFor();
    await page.getByRole('row').nth(3).waitFor();
    expect(await page.getByRole('row').count()).toBe(4);
    await page.getByRole('radio', { name: '在办' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.getByRole('row').count()).toBe(3);
    await page.getByLabel('按编号找').focus();
    await page.keyboard.type('0007');
    await expect.poll(() => page.getByRole('row').count()).toBe(2);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '死者近亲属的权利' }).waitFor();
  });

  it('refuses on a ground of the policy only, and then waits for somebody else', async () => {
    const { page, world } = await open(ONE, { who: 'operator' });
    await page.getByRole('button', { name: '决定' }).click();
    expect(world.calls.filter((call) => call.startsWith('POST'))).toEqual([]);
    await page.getByRole('radio', { name: '不办' }).click();
    await page.getByRole('button', { name: '决定' }).click();
    await page.getByText('选一个理由').waitFor();
    await page.getByRole('radio', { name: '实在做不到' }).click();
    await page.getByRole('button', { name: '决定' }).click();
    await page.getByText('这是你的决定，要请别人看。').waitFor();
    await page.getByRole('link', { name: '邀请一位同事' }).click();
    await page.getByLabel('姓名').fill('林舟');
    await page.getByRole('radio', { name: /^隐私官/ }).click();
    await page.getByRole('button', { name: '邀请', exact: true }).click();
    await page.getByText('/console?token=').waitFor();
  });

  it('answers by clauses, found by typing', async () => {
    const { page } = await open(ONE, { who: 'operator' });
    await page.getByRole('radio', { name: '办', exact: true }).click();
    await page.getByRole('button', { name: '决定' }).click();
    await page.getByText('至少选一条').waitFor();
    await page.getByRole('combobox').fill('7.9');
    await page.getByRole('option').first().click();
    await page.getByRole('button', { name: '去掉§7.9' }).waitFor();
    await page.getByRole('button', { name: '决定' }).click();
    await page.getByText('自己在办').waitFor();
  });

  it('shows what was written only when asked to, and lets a second person agree or send it back', async () => {
    const { page, world } = await open(TWO, { who: 'operator' });
    await page.getByText('提议：不办。理由：实在做不到。').waitFor();
    expect(world.calls.some((call) => call.endsWith('/letter'))).toBe(false);
    await page.getByRole('button', { name: '打开' }).click();
    await page.getByText('门铃半夜老响。').waitFor();
    await page.getByRole('button', { name: '同意' }).click();
    await page.getByText('这件已经结束，不再有内容。').waitFor();
  });
});
