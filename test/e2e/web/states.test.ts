import { describe, expect, it } from 'vitest';
import { phone } from '../browser.ts';
import { useSetting } from './setting.ts';

const open = useSetting();

describe('states', () => {
  it('shows a skeleton only when the answer takes its time', async () => {
    const { page } = await open('/my-data', { delay: 1_500 });
    const skeleton = page.getByRole('status', { name: '正在打开' });
    await skeleton.waitFor();
    await page.getByText('100 •••• 0042').first().waitFor();
    expect(await skeleton.count()).toBe(0);
  });

  it('says what happened, what is safe and what to do, and tries again', async () => {
    const { page, world } = await open('/my-data', { failing: new Map([['/api/my/data', 503]]) });
    await page.getByText('现在办不了，过一会儿再试。').waitFor();
    expect(await page.getByText('上海机房没有应答').count()).toBe(0);
    await page.getByText('没有记录就读不出来').waitFor();
    await page.getByText('E-20261122-1402-7d').waitFor();
    world.failing.clear();
    await page.getByRole('button', { name: '再试一次' }).click();
    await page.getByText('100 •••• 0042').first().waitFor();
  });

  it('says so when there is no network', async () => {
    const { page, context } = await open('/home');
    await page.getByText('最近的使用').waitFor();
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    await page.getByText('没有网络。你看到的是断网前的内容。').waitFor();
    await page.getByRole('link', { name: '申请' }).first().click();
    await page.getByRole('heading', { name: '没有网络' }).waitFor();
  });

  it('has words for nothing', async () => {
    const { page } = await open('/my-data', { empty: true });
    await page.getByText('这里没有你的信息').waitFor();
    await page.getByRole('link', { name: '动态' }).first().click();
    await page.getByText('这里还没有记录').waitFor();
  });

  it('has words for an address that leads nowhere', async () => {
    const { page } = await open('/nowhere');
    await page.getByRole('heading', { name: '这里什么也没有' }).waitFor();
  });
});

describe('language and theme', () => {
  it('change everywhere at once and are remembered', async () => {
    const { page } = await open('/my-data');
    await page.getByRole('button', { name: 'EN English' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'My data' }).waitFor();
    await page.getByText('Phone number').first().waitFor();
    expect(await page.evaluate<string>('document.documentElement.lang')).toBe('en');
    await page.getByRole('button', { name: 'Change to dark' }).first().click();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'My data' }).waitFor();
    expect(await page.evaluate<string>('document.documentElement.dataset.theme')).toBe('dark');
  });

  it('follow the browser at first', async () => {
    const { page } = await open('/', { who: 'nobody' }, { language: 'zh-TW' });
    await page.getByText('再開始蒐集').waitFor();
  });
});

describe('on a phone', () => {
  it('has five places at the foot, and the rest under More', async () => {
    const { page } = await open('/home', {}, phone);
    const foot = page.getByRole('navigation', { name: '底部导航' });
    await foot.waitFor();
    expect(await foot.getByRole('link').allTextContents()).toEqual(['家', '我的信息', '选择', '申请', '更多']);
    await foot.getByRole('link', { name: '更多' }).click();
    await page.getByRole('main').getByRole('link', { name: '动态' }).click();
    await page.getByRole('heading', { level: 1, name: '动态' }).waitFor();
    expect(await foot.getByRole('link', { name: '更多' }).getAttribute('aria-current')).toBe('page');
  });
});

describe('by keyboard', () => {
  it('reaches the content first, and the heading takes the focus after a change of page', async () => {
    const { page } = await open('/home');
    await page.getByText('最近的使用').waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate<string>('document.activeElement.textContent')).toBe('跳到正文');
    await page.getByRole('link', { name: '我的选择' }).first().press('Enter');
    await page.getByRole('heading', { level: 1, name: '我的选择' }).waitFor();
    expect(await page.evaluate<string>('document.activeElement.tagName')).toBe('H1');
  });
});
