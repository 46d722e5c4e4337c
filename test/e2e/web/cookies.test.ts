import { describe, expect, it } from 'vitest';
import { desk, phone } from '../browser.ts';
import { shoot, unsoundness } from '../soundness.ts';
import { useSetting } from './setting.ts';

const open = useSetting();
const named = { cookies: true } as const;
const kept = 'JSON.stringify(Object.keys(localStorage).sort())';

describe('the question about cookies', () => {
  it('has three buttons of one size and look, none of them chosen, and is sound', async () => {
    const { page } = await open('/', { who: 'nobody', ...named }, desk);
    const question = page.getByRole('dialog', { name: '要不要多用2类Cookie？' });
    await question.waitFor();
    await question.getByText('记住你的偏好；看看哪些部分有人用。').waitFor();
    await shoot(page, 'cookies-desk');
    const looks: string[] = [];
    for (const name of ['都不允许', '都允许', '自己选']) {
      const button = question.getByRole('button', { name });
      const { width, height } = (await button.boundingBox())!;
      const style = await page.evaluate<string>(
        `(({ backgroundColor, color, fontWeight, borderColor }) => [backgroundColor, color, fontWeight, borderColor].join())` +
          `(getComputedStyle([...document.querySelectorAll('.cm__btn')].find((one) => one.textContent === '${name}')))`,
      );
      looks.push([Math.round(width), Math.round(height), style].join());
    }
    expect([...new Set(looks)]).toEqual([looks[0]]);
    expect(await unsoundness(page)).toEqual([]);
    expect(await page.evaluate<string>(kept)).toBe('[]');
  });

  it('keeps nothing after a no but the no itself, and does not ask again', async () => {
    const { page } = await open('/', { who: 'nobody', ...named }, { ...phone, width: 360, dark: true });
    await page.getByRole('dialog').waitFor();
    await shoot(page, 'cookies-phone');
    const ground = (of: string) =>
      page.evaluate<string>(`getComputedStyle(document.querySelector('${of}')).backgroundColor`);
    expect(await ground('.cm__btn')).toBe(await ground('.cm'));
    await page.getByRole('button', { name: '都不允许' }).click();
    await page.getByRole('button', { name: 'EN English' }).click();
    await page.getByRole('heading', { level: 1, name: 'We tell you first' }).waitFor();
    expect(await page.evaluate<string>(kept)).toBe('["kept.choices"]');
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'We tell you first' }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('is answered use by use, and the account’s record says the same', async () => {
    const { page, world } = await open('/home', named);
    await page.getByRole('button', { name: '自己选' }).click();
    const choices = page.getByRole('dialog', { name: 'Cookie', exact: true });
    await choices.waitFor();
    await shoot(page, 'cookies-choose');
    // What is needed is on, and cannot be turned off; nothing else is.
    expect(await choices.locator('input:checked').count()).toBe(1);
    expect(await choices.locator('input:checked:not([disabled])').count()).toBe(0);
    expect(await unsoundness(page)).toEqual([]);
    await choices.locator('input[value="preferences"]').check({ force: true });
    await choices.getByRole('button', { name: '就这样' }).click();
    const told = 'PUT /api/my/consents/';
    await expect
      .poll(() => world.calls.filter((call) => call.startsWith(told)).toSorted())
      .toEqual([`${told}cookie-preferences`, `${told}cookie-statistics`]);
    await page.getByRole('button', { name: 'EN English' }).first().click();
    await page.getByRole('link', { name: 'Choices', exact: true }).first().click();
    const preferences = page.getByRole('radiogroup', { name: 'Preferences' });
    expect(await preferences.getByRole('radio', { name: 'Allow', exact: true }).isChecked()).toBe(true);
    expect(await page.evaluate<string>(kept)).toContain('kept.language');
    await preferences.getByRole('radio', { name: 'Do not allow' }).click();
    await expect.poll(() => page.evaluate<string>(kept)).not.toContain('kept.language');
    await page.getByRole('heading', { name: 'Cookies' }).scrollIntoViewIfNeeded();
    await shoot(page, 'cookies-in-choices');
  });

  it('is not put where the policy names nothing to store', async () => {
    const { page } = await open('/choices');
    await page.getByText('现行的隐私政策没有写要存什么').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('leaves out what the browser’s own signal has answered, and says that it is honoured', async () => {
    const { page, context } = await open('/home', { ...named, signal: true });
    await context.addInitScript('Object.defineProperty(navigator, "globalPrivacyControl", { value: true })');
    await page.reload();
    await page.getByRole('dialog', { name: '要不要多用一类Cookie？' }).waitFor();
    await page.getByRole('button', { name: '都不允许' }).click();
    await page.getByRole('link', { name: '我的选择' }).first().click();
    await page.getByText('统计用的Cookie已经关掉，也记进了你的账本').waitFor();
    await page.getByText('已按信号关掉').waitFor();
    await shoot(page, 'cookies-signal');
    expect(await unsoundness(page)).toEqual([]);
  });
});
