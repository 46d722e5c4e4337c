import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** How a page is looked at. */
export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly language?: 'zh-CN' | 'zh-TW' | 'en-GB';
}

export const desk: Look = { width: 1280, height: 900 };
export const phone: Look = { width: 390, height: 844 };

/** Debian's Chromium; where it is elsewhere, `KEPT_CHROMIUM` says. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env['KEPT_CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page complained of: errors, and breaches of its security policy. */
  readonly complaints: string[];
}

/** A page of its own, without motion, that keeps a list of what goes wrong in it. */
export async function visit(
  browser: Browser,
  { width = 1280, height = 900, dark = false, language = 'zh-CN' }: Look = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    locale: language,
    reducedMotion: 'reduce',
    hasTouch: width < 760,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const expected = /Failed to load resource/.test(message.text());
    if (message.type() === 'error' && !expected) complaints.push(message.text());
  });
  return { page, context, complaints };
}
