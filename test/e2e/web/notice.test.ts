import { expect, it } from 'vitest';
import { phone } from '../browser.ts';
import { shoot, unsoundness } from '../soundness.ts';
import { useSetting } from './setting.ts';

const open = useSetting();
const inSight = (id: string) =>
  `(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(document.getElementById('${id}').getBoundingClientRect())`;

it('has a line for each address, in sight and marked, also where the list is folded', async () => {
  const { page } = await open('/notice', { who: 'nobody' });
  const folded = page.locator('tr.far').first();
  await folded.waitFor({ state: 'attached' });
  expect(await folded.isVisible()).toBe(false);
  const id = (await folded.getAttribute('id'))!;
  await page.goto(`${page.url()}#${id}`);
  await page.reload();
  await page.locator(`[id="${id}"][data-here]`).waitFor();
  expect(await page.evaluate<boolean>(inSight(id))).toBe(true);
});

it('is where an item of one’s data, and each clause, leads to', async () => {
  const { page } = await open('/my-data');
  await page.getByRole('link', { name: '在收集清单里看' }).first().click();
  await page.waitForURL(/\/notice#collection-/);
  await page.locator('tr[data-here]').waitFor();
});

it('shows on a map where data lives, and what each version changed', async () => {
  const { page } = await open('/notice#regions', { who: 'nobody' }, { ...phone, width: 360 });
  await page.getByRole('img', { name: /世界地图，标着存放信息的地方/ }).waitFor();
  await page.getByText('改为单独同意。').waitFor();
  await shoot(page, 'notice-phone');
  expect(await unsoundness(page)).toEqual([]);
});

it('goes onto paper whole: nothing to press, nothing folded away', async () => {
  const { page } = await open('/notice', { who: 'nobody' });
  await page.locator('tr.far').first().waitFor({ state: 'attached' });
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('tr.far').first().isVisible()).toBe(true);
  for (const pressed of ['.pub-head', '.toc', '.acts', '.page-foot', 'button.link'])
    expect(await page.locator(`${pressed} >> visible=true`).count()).toBe(0);
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)!.length).toBeGreaterThan(1);
  await shoot(page, 'notice-print');
});
