/** One person's way through the whole product: a real browser, the real server, real databases; what is seen is asserted, not what was sent. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { testDatabase } from '@kept/db/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { type Kept, port, startKept, testFolder } from '../../system/kept.ts';
import { desk, type Look, openBrowser, visit } from '../browser.ts';
import { shoot } from '../soundness.ts';
import { Journey, type Traveller } from './journey.ts';
import { Outbox } from './outbox.ts';

// Half a minute for all of it on a quiet machine; on a crowded one many times that.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const small: Look = { width: 360, height: 740, dark: true };
const travellers: readonly Traveller[] = [
  { language: 'zh-Hans', look: { ...desk, language: 'zh-CN' }, email: 'lin.lan@home.example', name: '林岚' },
  { language: 'zh-Hant', look: { ...small, language: 'zh-TW' }, email: 'lin.fang@home.example', name: '林芳' },
  { language: 'en', look: { ...small, language: 'en-GB' }, email: 'mira.oduya@home.example', name: 'Mira Oduya' },
];

let kept: Kept;
let browser: Browser;
let outbox: Outbox;

beforeAll(async () => {
  const [cn, sg, keys] = [await testDatabase('data'), await testDatabase('data'), await testDatabase('keys')];
  const env = { KEPT_DATABASE_CN: cn.url, KEPT_DATABASE_SG: sg.url, KEPT_KEYS: keys.url, KEPT_PORT: port() };
  const data = join(await testFolder(), 'kept');
  [kept, browser] = await Promise.all([startKept({ data, env }), openBrowser()]);
  outbox = await Outbox.open(browser, kept);
});
afterAll(async () => {
  await browser.close();
  await kept.stop();
});

const soak = process.env['KEPT_SOAK'] !== undefined;

test.each(soak ? travellers : travellers.slice(0, 2))(
  'from the notice to the certificate, in $language, $look.width px wide',
  async (traveller) => {
    const visited = await visit(browser, traveller.look);
    onTestFinished(async ({ task }) => {
      if (task.result?.state === 'fail') await shoot(visited.page, `${traveller.language}-failed`);
      await visited.context.close();
    });
    const journey = await Journey.begin(kept.url, visited, traveller);

    await journey.readsTheNotice();
    await journey.registers(() => outbox.nextCode());
    await journey.signsInByKeyboard();
    await journey.fillsInTheProfile();
    await journey.seesWhatIsHeld();
    await journey.findsItInTheActivity();
    await journey.withdrawsTheConsent();
    const copy = await readFile(await journey.downloadsACopy(), 'utf8');
    expect(copy).toContain(traveller.email);
    expect(copy).toContain(`lang="${traveller.language}"`);
    await journey.correctsAValue();
    await journey.closesTheAccount();
    await journey.isNotKnownAnyMore();
    expect(visited.complaints).toEqual([]);
  },
);
