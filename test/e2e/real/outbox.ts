import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Kept } from '../../system/kept.ts';
import { until } from '../../system/life.ts';
import { visit } from '../browser.ts';
import { shoot, unsoundness } from '../soundness.ts';

/** The console's outbox, open in the browser of an operator. */
export class Outbox {
  readonly #page: Page;
  readonly #address: string;
  /** When the message was written that was read last. */
  #last: string | null = null;

  private constructor(page: Page, address: string) {
    this.#page = page;
    this.#address = address;
  }

  /** By the link that is printed at the start; it works once. */
  static async open(browser: Browser, { url, operatorToken }: Kept): Promise<Outbox> {
    const { page } = await visit(browser, { language: 'en-GB' });
    await page.goto(`${url}/console?token=${operatorToken}`);
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    await page.getByRole('link', { name: 'Aqara Console', exact: true }).first().waitFor();
    expect(await unsoundness(page)).toEqual([]);
    await shoot(page, 'console');
    return new Outbox(page, `${url}/console/outbox`);
  }

  /** The code in the message that has come since. To whom, the page does not say; people here come one by one. */
  async nextCode(): Promise<string> {
    const newest = this.#page.locator('.outbox > li').first();
    // Not by their number: with somebody's account their messages go.
    this.#last = await until(async () => {
      await this.#page.goto(this.#address);
      await this.#page.locator('.outbox, .blank').first().waitFor();
      if ((await newest.count()) === 0) return undefined;
      const at = await newest.locator('time').getAttribute('datetime');
      return at !== null && at !== this.#last ? at : undefined;
    });
    const text = (await newest.locator('pre').textContent()) ?? '';
    expect(await unsoundness(this.#page)).toEqual([]);
    await shoot(this.#page, 'console-outbox');
    return /\b\d{6}\b/.exec(text)?.[0] ?? text;
  }
}
