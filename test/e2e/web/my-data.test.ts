import { describe, expect, it } from 'vitest';
import { phone } from '../browser.ts';
import { useSetting } from './setting.ts';

const open = useSetting();

describe('my data', () => {
  it('masks until asked, says that asking is recorded, and hides again', async () => {
    const { page, world } = await open('/my-data');
    const value = page.getByText('+86 100 0000 0042');
    expect(await value.count()).toBe(0);
    await page.getByRole('button', { name: '手机号: 显示原值，这会记在动态里' }).click();
    await value.waitFor();
    await page.getByText('已记在动态里，账本第41条').waitFor();
    await page.getByRole('button', { name: '手机号: 遮住原值' }).click();
    await page.getByText('100 •••• 0042').first().waitFor();
    expect(await value.count()).toBe(0);
    expect(world.calls).toContain('POST /api/my/data/reveal');
  });

  it('is laid out alike whichever page came before', async () => {
    const { page } = await open('/who');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('link', { name: '我的信息', exact: true }).first().click();
    await page.getByText('100 •••• 0042').first().waitFor();
    const mode = 'getComputedStyle(document.querySelector(".datum .v")).writingMode';
    expect(await page.evaluate<string>(mode)).toBe('horizontal-tb');
  });

  it('never offers to show what nobody can read', async () => {
    const { page } = await open('/my-data');
    await page.getByText('只存校验值').waitFor();
    expect(await page.getByRole('button', { name: /^密码: / }).count()).toBe(0);
  });

  it('offers what was late by itself, once it is there', async () => {
    const { page } = await open('/my-data');
    await page.getByText('取副本时，客户系统没有应答').waitFor();
    const [come] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('button', { name: '取这一份' })
        .click()
        .then(() => page.getByRole('menuitem', { name: 'JSON' }).click()),
    ]);
    expect(new URL(come.url()).search).toContain('of=depot');
  });

  it('corrects a value', async () => {
    const { page, world } = await open('/my-data');
    await page.getByRole('button', { name: '更正' }).click();
    await page.getByLabel('手机号的新内容').fill('+86 100 0000 0099');
    await page.getByRole('button', { name: '更正' }).click();
    await page.getByText('手机号已更正').waitFor();
    expect(world.values['account-phone:1']).toBe('+86 100 0000 0099');
  });

  it('opens the sentence of the clause beside, on a wide screen, and closes it by Escape', async () => {
    const { page } = await open('/my-data');
    const chip = page.getByRole('button', { name: '§2.2 完善资料' }).first();
    await chip.click();
    await page.getByRole('region', { name: /§2.2/ }).getByText('都可以不填').waitFor();
    expect(await chip.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Escape');
    await page.getByRole('region', { name: /§2.2/ }).waitFor({ state: 'detached' });
  });

  it('opens it as a dialog from the foot of a phone, and gives the focus back', async () => {
    const { page } = await open('/my-data', {}, phone);
    const chip = page.getByRole('button', { name: '§2.1 注册与登录' }).first();
    await chip.click();
    const sheet = page.getByRole('dialog', { name: /§2.1/ });
    await sheet.getByText('处理目的').waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    expect(await page.evaluate<string>('document.activeElement.textContent')).toBe('§2.1');
  });

  it('verifies an entry in the browser, and notices a ledger that changes its key', async () => {
    const { page } = await open('/my-data');
    await page.getByRole('button', { name: '核验这条记录' }).click();
    await page.getByText('已在你的浏览器里核验').waitFor();
    await page.evaluate(
      'sessionStorage.setItem("kept.ledger-keys", JSON.stringify({ "kept/cn": "kept/cn+00000000+other" }))',
    );
    await page.reload();
    await page.getByRole('button', { name: '核验这条记录' }).click();
    await page.getByText('签名的公钥和以前见过的不一样').waitFor();
  });

  it('explains a decision check by check', async () => {
    const { page } = await open('/my-data');
    await page.getByRole('button', { name: '要求解释' }).click();
    const sheet = page.getByRole('dialog', { name: '为什么这样决定' });
    await sheet.getByText('有合法性基础').waitFor();
    await sheet.getByText('如果你要求限制处理，就会拒绝。').waitFor();
  });

  it('finds an item by its name and narrows to a kind', async () => {
    const { page } = await open('/my-data');
    await page.getByRole('searchbox').fill('录音');
    await page.getByRole('button', { name: '通话录音', exact: true }).waitFor();
    expect(await page.getByRole('button', { name: '手机号', exact: true }).count()).toBe(0);
    await page.getByRole('searchbox').fill('');
    await page.getByRole('button', { name: /^客服/ }).click();
    expect(await page.getByRole('heading', { level: 2 }).filter({ hasText: '账号' }).count()).toBe(0);
  });

  it('asks for the password again before a copy of everything', async () => {
    const { page, world } = await open('/my-data', { fresh: false });
    await page.getByRole('button', { name: '下载副本' }).click();
    await page.getByRole('menuitem', { name: /JSON/ }).click();
    const dialog = page.getByRole('dialog', { name: '确认是你本人' });
    await dialog.getByRole('textbox', { name: '密码' }).fill('wrong');
    await dialog.getByRole('button', { name: '确认' }).click();
    await dialog.getByText('密码不对。').waitFor();
    await dialog.getByRole('textbox', { name: '密码' }).fill(world.password);
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: '确认' }).click();
    expect((await download).url()).toContain('/api/my/copy?format=json&lang=zh-Hans');
  });
});

describe('who has it', () => {
  it('follows one name through the picture, to its receipts', async () => {
    const { page } = await open('/who');
    const node = page.getByRole('button', { name: /^型号与固件版本\d/ });
    await node.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '型号与固件版本的收据' }).waitFor();
    await page.waitForURL(/node=/);
    expect(await node.getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: '核验这条记录' }).click();
    await page.getByText('已在你的浏览器里核验').waitFor();
  });
});

describe('choices', () => {
  it('takes back with one press, and says so', async () => {
    const { page, world } = await open('/choices');
    await page.getByRole('button', { name: '撤回 留下开门记录' }).click();
    await page.getByText(/不同意“留下开门记录”，当场停用/).waitFor();
    await page.getByRole('button', { name: '改为同意 留下开门记录' }).waitFor();
    expect(world.consents.find(({ id }) => id === 'door-log')?.given).toBe(false);
  });

  it('offers yes and no alike, with neither chosen', async () => {
    const { page } = await open('/choices');
    const no = page.getByRole('button', { name: '不同意', exact: true });
    const yes = page.getByRole('button', { name: '同意', exact: true });
    const [a, b] = [await no.boundingBox(), await yes.boundingBox()];
    expect([a?.width, a?.height]).toEqual([b?.width, b?.height]);
    expect(await no.getAttribute('aria-pressed')).toBe('false');
    expect(await yes.getAttribute('aria-pressed')).toBe('false');
    const style = (name: string) =>
      `getComputedStyle([...document.querySelectorAll('.equal .btn')].find((one) => one.textContent === '${name}'))`;
    const look = (name: string) =>
      page.evaluate<string>(
        `[${style(name)}.backgroundColor, ${style(name)}.fontWeight, ${style(name)}.borderColor].join()`,
      );
    expect(await look('同意')).toBe(await look('不同意'));
  });
});

describe('activity', () => {
  it('shows what was refused apart, and why', async () => {
    const { page } = await open('/activity');
    await page.getByRole('button', { name: '拦下的' }).click();
    await page.getByText('你没有同意。').waitFor();
    await page.getByText('政策里没有这个目的。').waitFor();
    expect(await page.getByText('密码，用于注册与登录').count()).toBe(0);
  });
});
