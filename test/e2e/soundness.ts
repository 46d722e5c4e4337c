import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Off in axe unless asked for: what is read aloud holds what is seen (WCAG 2.5.3). */
const rules = { 'label-content-name-mismatch': { enabled: true } };

/** What is wrong with a page as it stands: breaches that axe finds, and a width that one would have to scroll. */
export async function unsoundness(page: Page): Promise<string[]> {
  // The other mode opens a second page for what only frames of other origins need, which takes as long as all the rest.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ rules }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  const sideways = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
  return sideways > 0 ? [...found, `${sideways} px too wide`] : found;
}

/** A picture of the whole page in the folder `KEPT_SHOTS`, for people to look at; without it none. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['KEPT_SHOTS'];
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
