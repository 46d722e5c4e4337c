import type { Locator, Page } from 'playwright-core';

/** More stops than any page of ours has. */
const STOPS = 120;

/** Presses Tab until the focus is on `wanted`; an error where one round of the page does not lead there. */
export async function pressTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let stop = 0; stop < STOPS; stop++) {
    if ((await wanted.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${String(wanted)}`);
}
