import { freshWorld, type Harness, startHarness, type World } from '@kept/web/testing';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, vi } from 'vitest';
import { type Look, openBrowser, type Visit, visit } from '../browser.ts';

export interface Opened extends Visit {
  readonly world: World;
  readonly origin: string;
}

// A page takes a second or two; on a crowded machine many.
vi.setConfig({ testTimeout: 90_000 });

/** One harness and one browser for a test file; `open` gives a page of its own in a world as wished. */
export function useSetting(): (path: string, world?: Partial<World>, look?: Look) => Promise<Opened> {
  let harness: Harness;
  let browser: Browser;
  const opened: Visit[] = [];
  beforeAll(async () => {
    [harness, browser] = await Promise.all([startHarness(), openBrowser()]);
  }, 120_000);
  afterEach(async () => {
    await Promise.all(opened.splice(0).map(({ context }) => context.close()));
  });
  afterAll(async () => {
    await browser.close();
    await harness.stop();
  });
  return async (path, world = {}, look = {}) => {
    harness.world = { ...freshWorld(), ...world };
    const seen = await visit(browser, look);
    opened.push(seen);
    await seen.page.goto(harness.origin + path);
    return { ...seen, world: harness.world, origin: harness.origin };
  };
}
