import { describe, expect, it } from 'vitest';
import { useSetting } from './setting.ts';

const open = useSetting();

describe('closing the account', () => {
  it('says what goes and stays, wants the word typed, and ends at the certificate to come', async () => {
    const { page, world } = await open('/requests/new/closure');
    await page.getByText('订单发票').waitFor();
    await page.getByRole('button', { name: '注销账号' }).click();
    await page.getByText('请一字不差地输入“注销”').waitFor();
    expect(world.calls).not.toContain('POST /api/my/requests');
    await page.getByLabel('输入“注销”').fill('注销');
    await page.getByRole('button', { name: '注销账号' }).click();
    await page.waitForURL(/certificate\/K7QF/);
    await page.getByRole('heading', { name: '证明还在路上' }).waitFor();
    world.certificateReady = true;
    await page.getByRole('heading', { level: 1, name: '删除证明' }).waitFor();
    await page.getByText('内容没有改过，签名对得上').waitFor();
  });

  it('is left undone when the person does not prove that it is them', async () => {
    const { page, world } = await open('/requests/new/closure', { fresh: false });
    await page.getByLabel('输入“注销”').fill('注销');
    await page.getByRole('button', { name: '注销账号' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '不办了' }).click();
    await page.getByText('没有确认是你本人').waitFor();
    expect(world.requests).toHaveLength(3);
  });

  it('prints on one sheet', async () => {
    const { page } = await open('/certificate/K7QF-20LM-9XWD', { who: 'nobody' });
    await page.getByRole('heading', { level: 1, name: '删除证明' }).waitFor();
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });
});

describe('the account', () => {
  it('saves only what has changed, and an emptied field is deleted', async () => {
    const { page, world } = await open('/account');
    await page.getByLabel('所在地区').fill('');
    await page.getByLabel('个人简介').fill('喜欢种花');
    await page.getByRole('button', { name: '保存资料' }).click();
    await page.getByText('2项已保存').waitFor();
    expect(world.profile).toEqual({ 'profile-name': '林岚', 'profile-about': '喜欢种花' });
  });

  it('sets up an authenticator: password, picture, backup codes, one code', async () => {
    const { page, world } = await open('/account');
    await page.getByRole('button', { name: '设置 验证器' }).click();
    await page.getByRole('textbox', { name: '密码', exact: true }).fill(world.password);
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('img', { name: '给验证器扫的二维码' }).waitFor();
    await page.getByText('JBSW Y3DP EHPK 3PXP').waitFor();
    await page.getByText('4f7k-91xa').waitFor();
    await page.getByLabel('验证器里的六位数字').fill(world.code);
    await page.getByRole('button', { name: '开启' }).click();
    await page.getByText('验证器开好了').waitFor();
    expect(world.totp).toBe(true);
  });

  it('adds a passkey made by the browser, and removes it', async () => {
    const { page, context, world } = await open('/account');
    const devtools = await context.newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
      },
    });
    await page.getByRole('button', { name: '加一个 通行密钥' }).click();
    await page.getByLabel('给它起个名字').fill('书房的电脑');
    await page.getByRole('button', { name: '制作通行密钥' }).click();
    await page.getByText('通行密钥加好了').waitFor();
    expect(world.passkeys.map(({ name }) => name)).toEqual(['书房的电脑']);
    await page.getByRole('button', { name: '去掉 书房的电脑' }).click();
    await page.getByText('书房的电脑').first().waitFor({ state: 'detached' });
  });

  it('ends another session', async () => {
    const { page, world } = await open('/account');
    await page.getByRole('button', { name: /^结束 iPhone/ }).click();
    await page.getByText('iPhone 上的 Safari').first().waitFor({ state: 'detached' });
    expect(world.endedSessions.size).toBe(1);
  });
});

describe('the console', () => {
  it('opens by the link once, and takes the token out of the address', async () => {
    const { page } = await open('/console?token=one-time-token-for-tests', { who: 'nobody' });
    await page.getByRole('heading', { level: 1, name: '总览' }).waitFor();
    expect(page.url()).not.toContain('token');
  });

  it('says that a link was used', async () => {
    const { page } = await open('/console?token=some-other-token-xxxx', { who: 'nobody' });
    await page.getByText('这个链接用不了').waitFor();
  });

  it('verifies a ledger and shows how far it is', async () => {
    const { page } = await open('/console/ledger', { who: 'operator' });
    await page.getByRole('button', { name: '从头核验' }).click();
    await page.getByText('正在核验').waitFor();
    await page.getByText('核验通过').waitFor({ timeout: 120_000 });
  });

  it('keeps operators out of people’s pages, and people out of the console', async () => {
    const operator = await open('/my-data', { who: 'operator' });
    await operator.page.getByText('这是每个人自己的页面').waitFor();
    const person = await open('/console', { who: 'person' });
    await person.page.getByRole('heading', { level: 1, name: '登录管理台' }).waitFor();
  });
});
