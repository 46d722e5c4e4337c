/** A whole Kept in this process that listens, and a browser before it. */
import { type Person, type TestHouse, testHouse } from '@kept/server/testing';
import { buildWeb } from '@kept/web';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { loadMessages } from '../../../apps/web/src/messages/load.ts';
import { port } from '../../system/kept.ts';
import { type Look, openBrowser, type Visit, visit } from '../browser.ts';
import { shoot, unsoundness } from '../soundness.ts';

export interface Standing {
  readonly kept: TestHouse;
  readonly browser: Browser;
  readonly origin: string;
}

/** The house closes with the test file; the browser is the caller's to close. */
/** `env`: `KEPT_` settings. */
export async function openStanding(env: Readonly<Record<string, string>> = {}): Promise<Standing> {
  const [{ dir: web }, browser] = await Promise.all([buildWeb(), openBrowser()]);
  const at = Number(port());
  const origin = `http://localhost:${at}`;
  const kept = await testHouse({ origin, web, env });
  await kept.app.listen({ port: at, host: '127.0.0.1' });
  return { kept, browser, origin };
}

const LANGUAGES = { 'zh-CN': 'zh-Hans', 'zh-TW': 'zh-Hant', 'en-GB': 'en' } as const;

export const LOOKS: readonly (readonly ['zh-Hans' | 'zh-Hant' | 'en', Look])[] = [
  ['en', { width: 360, height: 740, language: 'en-GB', dark: true }],
  ['zh-Hans', { width: 1280, height: 900, language: 'zh-CN' }],
  ['zh-Hant', { width: 360, height: 740, language: 'zh-TW' }],
];
/** The long run takes all of them. */
export const SOUND = process.env['KEPT_SOAK'] === undefined ? LOOKS.slice(1, 2) : LOOKS;

/** Somebody who is signed in and has answered the question about cookies. */
export async function come({ browser, origin }: Standing, person: Person, look: Look): Promise<Visit> {
  const visited = await visit(browser, look);
  const { page, context } = visited;
  await context.addCookies([...person.visitor.jar].map(([name, value]) => ({ name, value, url: origin })));
  const { choices } = await loadMessages(LANGUAGES[look.language ?? 'zh-CN']);
  await page.goto(`${origin}/more`);
  await page.getByRole('button', { name: choices.cookies.none, exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  return visited;
}

/** Once it is there: nothing that axe finds, nothing to scroll sideways. Leaves a picture. */
export async function isSound(page: Page, name: string): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  await shoot(page, name);
  expect({ name, unsound: await unsoundness(page) }).toEqual({ name, unsound: [] });
}
