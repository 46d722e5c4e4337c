import { freshWorld, type Harness, startHarness } from '@kept/web/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Look, openBrowser, type Visit, visit } from '../browser.ts';
import { unsoundness } from '../soundness.ts';

type Who = Harness['world']['who'];

const pages: readonly (readonly [path: string, who: Who])[] = [
  ['/', 'nobody'],
  ['/register', 'nobody'],
  ['/sign-in', 'nobody'],
  ['/reset', 'nobody'],
  ['/certificate/K7QF-20LM-9XWD', 'nobody'],
  [`/unsubscribe/${'A'.repeat(64)}`, 'nobody'],
  ['/nowhere', 'nobody'],
  ['/home', 'person'],
  ['/my-data', 'person'],
  ['/who', 'person'],
  ['/choices', 'person'],
  ['/requests', 'person'],
  ['/requests/new/closure', 'person'],
  ['/requests/new/erasure', 'person'],
  ['/requests/0193a1f2-7c00-7000-8000-000000000042', 'person'],
  ['/package', 'person'],
  ['/activity', 'person'],
  ['/changes', 'person'],
  ['/account', 'person'],
  ['/more', 'person'],
  ['/console', 'operator'],
  ['/console/requests', 'operator'],
  ['/console/requests/cn/0193a1f2-7c00-7000-8000-000000000061', 'operator'],
  ['/console/requests/cn/0193a1f2-7c00-7000-8000-000000000062', 'operator'],
  ['/console/more', 'operator'],
  ['/console/outbox', 'operator'],
  ['/console/services', 'operator'],
  ['/console/policies', 'operator'],
  ['/console/policies/0193a1f2-7c00-7000-8000-000000000102', 'operator'],
  ['/console/waiting', 'operator'],
  ['/console/inventory', 'operator'],
  ['/console/flow', 'operator'],
  ['/console/connectors', 'operator'],
  ['/console/recipients', 'operator'],
  ['/console/ledger', 'operator'],
  ['/console/staff', 'operator'],
  ['/console/metrics', 'operator'],
  ['/console/ages', 'operator'],
  ['/console', 'nobody'],
  ['/console', 'invited'],
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
/** One browser for each look: what it has loaded of the app, the next page does not load again. */
const visits = new Map<Look, Promise<Visit>>();
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
  visits.set(look, visits.get(look) ?? visit(browser, look));
  const { page, complaints } = await visits.get(look)!;
  await page.goto(harness.origin + path);
  await page.locator('h1').first().waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });

  expect(await unsoundness(page)).toEqual([]);
  expect(await page.locator('dl.facts dd:empty').count()).toBe(0);
  // The notice is one step away from wherever one is.
  const ways = path === '/' ? 'main' : 'a[href^="/notice"], main a[href="/"]';
  expect(await page.locator(ways).locator('visible=true').count()).toBeGreaterThan(0);
  expect(complaints.splice(0)).toEqual([]);
});
