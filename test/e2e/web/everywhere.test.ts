import AxeBuilder from '@axe-core/playwright';
import { freshWorld, type Harness, startHarness } from '@kept/web/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Look, openBrowser, visit } from '../browser.ts';

type Who = Harness['world']['who'];

const pages: readonly (readonly [path: string, who: Who])[] = [
  ['/', 'nobody'],
  ['/register', 'nobody'],
  ['/sign-in', 'nobody'],
  ['/reset', 'nobody'],
  ['/certificate/K7QF-20LM-9XWD', 'nobody'],
  ['/nowhere', 'nobody'],
  ['/home', 'person'],
  ['/my-data', 'person'],
  ['/who', 'person'],
  ['/choices', 'person'],
  ['/requests', 'person'],
  ['/requests/new/closure', 'person'],
  ['/requests/new/erasure', 'person'],
  ['/requests/0193a1f2-7c00-7000-8000-000000000042', 'person'],
  ['/activity', 'person'],
  ['/account', 'person'],
  ['/more', 'person'],
  ['/console', 'operator'],
  ['/console/outbox', 'operator'],
  ['/console/services', 'operator'],
  ['/console/policies', 'operator'],
  ['/console/recipients', 'operator'],
  ['/console/ledger', 'operator'],
];

const looks: readonly (readonly [name: string, look: Look])[] = [
  ['on a desk by day', { width: 1280, height: 900, language: 'zh-CN' }],
  ['on a tablet by night', { width: 900, height: 1100, dark: true, language: 'en-GB' }],
  ['on the smallest phone', { width: 360, height: 740, language: 'zh-TW', dark: true }],
];

let harness: Harness;
let browser: Browser;
beforeAll(async () => {
  [harness, browser] = await Promise.all([startHarness(), openBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await harness.stop();
});

const soak = process.env['KEPT_SOAK'] !== undefined;
/** Every page in one of the looks; with `KEPT_SOAK`, in all of them. */
const views = pages.flatMap(([path, who], at) =>
  looks
    .filter((_, index) => soak || index === at % looks.length)
    .map(([name, look]) => [path, name, who, look] as const),
);

it.each(views)('%s is sound %s', async (path, _name, who, look) => {
  harness.world = { ...freshWorld(), who };
  const { page, context, complaints } = await visit(browser, look);
  await page.goto(harness.origin + path);
  await page.locator('h1').first().waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });

  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  expect(found).toEqual([]);

  const sideways = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
  expect(sideways).toBeLessThanOrEqual(0);
  expect(complaints).toEqual([]);
  await context.close();
});
