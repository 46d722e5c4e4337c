import { describe, expect, it } from 'vitest';
import { phone } from '../browser.ts';
import { useSetting } from './setting.ts';

const open = useSetting();

describe('registering', () => {
  it('says beside each field what is wrong, and sends nothing', async () => {
    const { page, world } = await open('/register', { who: 'nobody' }, phone);
    await page.getByRole('button', { name: '发送验证码' }).click();
    for (const text of ['请填一个完整的手机号', '请从列表里选一个', '请选一项', '请先看过']) {
      await page.getByText(text).waitFor();
    }
    expect(await page.getByLabel('手机号', { exact: true }).last().getAttribute('aria-invalid')).toBe('true');
    expect(await page.evaluate<string>('document.activeElement.name')).toBe('value');
    expect(world.calls.filter((call) => call.startsWith('POST'))).toEqual([]);
  });

  it('collects the contact, then code, password and nickname, and arrives at home', async () => {
    const { page, world, complaints } = await open('/register', { who: 'nobody' });
    await page.getByRole('radio', { name: '邮箱' }).click();
    await page.getByRole('textbox', { name: '邮箱' }).fill('linlan@mail.example');
    await page.getByRole('combobox', { name: '住在哪里' }).fill('中国');
    await page.getByRole('option', { name: '中国', exact: true }).click();
    await page.getByRole('radio', { name: '18周岁以上' }).click();
    await page.getByRole('checkbox', { name: /我看过了/ }).click({ position: { x: 8, y: 8 } });
    await page.getByRole('button', { name: '发送验证码' }).click();

    await page.getByText('100 •••• 0042').waitFor();
    await page.getByLabel('验证码').fill('000000');
    await page.getByRole('textbox', { name: '密码', exact: true }).fill('1234567890');
    await page.getByLabel('昵称').fill('林岚');
    await page.getByRole('button', { name: '注册', exact: true }).click();
    await page.getByText('验证码不对，或者过了时间').waitFor();

    await page.getByLabel('验证码').fill(world.code);
    await page.getByRole('button', { name: '注册', exact: true }).click();
    await page.getByText('这个密码太好猜').waitFor();

    await page.getByRole('textbox', { name: '密码', exact: true }).fill('rain on the eaves at night');
    await page.getByRole('button', { name: '注册', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '林岚的家' }).waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('signing in', () => {
  it('comes back to the page that was wanted', async () => {
    const { page, world } = await open('/choices', { who: 'nobody' });
    await page.waitForURL(/sign-in\?to=/);
    await page.getByLabel('手机号或邮箱').fill('+86 100 0000 0042');
    await page.getByRole('textbox', { name: '密码' }).fill(world.password);
    await page.getByRole('button', { name: '登录' }).click();
    await page.waitForURL(/\/choices$/);
  });

  it('goes by keyboard alone', async () => {
    const { page, world } = await open('/sign-in', { who: 'nobody' });
    await page.getByLabel('手机号或邮箱').focus();
    await page.keyboard.type('linlan@mail.example');
    await page.keyboard.press('Tab');
    await page.keyboard.type(world.password);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/home$/);
  });

  it('asks for the second step, and takes any that the person has', async () => {
    const { page, world } = await open('/sign-in', { who: 'nobody', secondStep: true });
    await page.getByLabel('手机号或邮箱').fill('linlan@mail.example');
    await page.getByRole('textbox', { name: '密码' }).fill(world.password);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { name: '还差一步' }).waitFor();
    await page.getByRole('radio', { name: '备用码' }).click();
    await page.getByRole('textbox', { name: '备用码' }).fill('4f7k-91xa');
    await page.getByRole('button', { name: '登录' }).click();
    await page.waitForURL(/\/home$/);
  });

  it('by a code answers alike for any contact, and takes the code', async () => {
    const { page, world } = await open('/sign-in', { who: 'nobody' });
    await page.getByRole('radio', { name: '验证码' }).click();
    await page.getByLabel('手机号或邮箱').fill('nobody@mail.example');
    await page.getByRole('button', { name: '发送验证码' }).click();
    await page.getByText('如果这个联系方式有账号').waitFor();
    await page.getByRole('textbox', { name: '验证码' }).fill(world.code);
    await page.getByRole('button', { name: '登录' }).click();
    await page.waitForURL(/\/home$/);
  });

  it('sets a new password by a code', async () => {
    const { page, world } = await open('/reset', { who: 'nobody' });
    await page.getByLabel('手机号或邮箱').fill('linlan@mail.example');
    await page.getByRole('button', { name: '发送验证码' }).click();
    await page.getByLabel('验证码').fill(world.code);
    await page.getByRole('textbox', { name: '新密码' }).fill('another long sentence');
    await page.getByRole('button', { name: '设为新密码' }).click();
    await page.getByText('新密码已经生效').waitFor();
    expect(world.password).toBe('another long sentence');
  });

  it('leaves nothing of the person behind when signing out', async () => {
    const { page, world } = await open('/my-data');
    await page.getByText('100 •••• 0042').first().waitFor();
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByRole('heading', { name: /先说清楚/ }).waitFor();
    expect(world.who).toBe('nobody');
    await page.goBack();
    await page.waitForURL(/sign-in/);
    expect(await page.getByText('100 •••• 0042').count()).toBe(0);
  });
});
