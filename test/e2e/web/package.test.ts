import { createHash } from 'node:crypto';
import { Encrypter } from 'age-encryption';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { useSetting } from './setting.ts';

const open = useSetting();
const words = 'paper lantern under the eaves';

async function sealed(change: (files: Record<string, Uint8Array>) => void = () => {}): Promise<Buffer> {
  const item = (row: number, field: string) => ({
    ...{ id: `account.profile.${row}.${field}`, collectionId: 'profile', field, value: 'herbs' },
  });
  const part = strToU8(
    JSON.stringify({ items: [item(1, 'profile-bio'), item(1, 'profile-name'), item(2, 'profile-bio')] }),
  );
  const files: Record<string, Uint8Array> = { 'account/1.json': part };
  const sha256 = createHash('sha256').update(part).digest('hex');
  files['index.json'] = strToU8(
    JSON.stringify({ format: 'kept-package/1', files: [{ name: 'account/1.json', sha256 }] }),
  );
  change(files);
  const encrypter = new Encrypter();
  encrypter.setPassphrase(words);
  encrypter.setScryptWorkFactor(10);
  return Buffer.from(await encrypter.encrypt(zipSync(files)));
}

const file = (buffer: Buffer) => ({ name: 'kept.zip.age', mimeType: 'application/octet-stream', buffer });

describe('taking it along', () => {
  it('wants a passphrase twice, and gives a link that says until when it works', async () => {
    const { page, world } = await open('/package');
    const make = page.getByRole('button', { name: '生成链接' });
    await page.getByLabel('口令', { exact: true }).fill('short');
    await make.click();
    await page.getByRole('alert').filter({ hasText: '至少12个字' }).waitFor();
    await page.getByLabel('口令', { exact: true }).fill(words);
    await page.getByLabel('再写一遍').fill(`${words}!`);
    await make.click();
    await page.getByText('两遍不一样').waitFor();
    expect(world.calls.filter((call) => call.startsWith('POST'))).toEqual([]);
    await page.getByLabel('再写一遍').fill(words);
    await make.click();
    expect(await page.getByRole('link', { name: '下载' }).getAttribute('href')).toBe('/api/my/packages/x');
    await page.getByText('为止，只有你登录着才打得开').waitFor();
  });

  it('sends all of it straight to another service, and shows the receipt', async () => {
    const { page, world } = await open('/package');
    await page.getByText('可以转到：Acme Home').waitFor();
    await page.getByLabel('那一家给你的地址').fill('https://acme.example/nowhere');
    await page.getByRole('button', { name: '全部转过去' }).click();
    await page.getByText('这不是那样的地址').waitFor();
    const to = `https://acme.example/api/arrivals/${'x'.repeat(43)}#age1${'q'.repeat(58)}`;
    await page.getByLabel('那一家给你的地址').fill(to);
    await page.getByRole('button', { name: '全部转过去' }).click();
    await page.getByText('Acme Home全部收到了').waitFor();
    expect(world.calls).toContain('POST /api/my/transfers');
  });

  it('makes an address under a key of this browser, and waits', async () => {
    const { page } = await open('/package');
    await page.getByRole('button', { name: '开一个地址' }).click();
    const address = page.getByLabel('地址，一小时内有效');
    await address.waitFor();
    expect(await address.inputValue()).toMatch(/^http.*\/api\/arrivals\/x{43}#age1[a-z0-9]{58}$/);
    await page.getByText('还没有东西来').waitFor();
  });

  it('opens a package here, and hands it over only whole and unaltered', async () => {
    const { page, world } = await open('/package');
    const take = async (buffer: Buffer, passphrase: string): Promise<void> => {
      await page.getByLabel('文件').setInputFiles(file(buffer));
      await page.getByLabel('它的口令').fill(passphrase);
      await page.getByRole('button', { name: '放进来' }).click();
    };
    await take(await sealed(), 'another passphrase');
    await page.getByText('打不开：口令不对，或者文件坏了。').waitFor();
    await take(
      await sealed((files) => {
        files['account/1.json'] = strToU8('{"items":[]}');
      }),
      words,
    );
    await page.getByText('有文件和清单对不上，没有放进来。').waitFor();
    await take(
      await sealed((files) => {
        delete files['index.json'];
      }),
      words,
    );
    await page.getByText('这不是这样的包。').waitFor();
    expect(world.calls.filter((call) => call.includes('import'))).toEqual([]);
    await take(await sealed(), words);
    await page.getByText('放进来了1行。').waitFor();
    await page.getByText('1行没有放： 你还没有同意这样存').waitFor();
  });
});
