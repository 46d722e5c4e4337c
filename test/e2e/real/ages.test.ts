/** An age found later in a real browser: noted, followed by a link, looked at by a second, erased with proof, or sent back. */
import { PASSWORD, type Person, type Visitor } from '@kept/server/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Messages } from '../../../apps/web/src/messages/catalogue.ts';
import { loadMessages } from '../../../apps/web/src/messages/load.ts';
import { type Visit, visit } from '../browser.ts';
import { come, isSound, type LOOKS, openStanding, SOUND, type Standing } from './standing.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

type Look = (typeof LOOKS)[number][1];
/** As soon as a workflow has done its step, and the page has asked again. */
const SOON = { timeout: 60_000 };

let standing: Standing;
let staff: Visitor[];
beforeAll(async () => {
  standing = await openStanding();
  staff = [];
  for (const _ of [1, 2]) staff.push((await standing.kept.staff('officer')).visitor);
});
afterAll(() => standing.browser.close());

async function desk(of: number, look: Look): Promise<Visit> {
  const came = await visit(standing.browser, look);
  const cookies = [...staff[of]!.jar].map(([name, value]) => ({ name, value, url: standing.origin }));
  await came.context.addCookies(cookies);
  return came;
}

/** The page of the finding is open then, and waits for a second person. */
async function note(page: Page, { ages: t, queue }: Messages, { email }: Person, country: string): Promise<void> {
  await page.goto(`${standing.origin}/console/ages`);
  await page.getByRole('button', { name: t.go }).click();
  await page.getByText(t.whyMissing).waitFor();
  await isSound(page, `ages-missing-${country}`);
  await page.getByLabel(t.contact).fill(email);
  await page.getByLabel(t.years).fill('12');
  await page.getByRole('combobox').fill(country);
  await page.getByRole('option', { name: country, exact: true }).click();
  await page.getByRole('radio', { name: t.whys.papers }).click();
  await page.getByRole('button', { name: t.go }).click();
  await page.getByText(queue.second.mine).waitFor(SOON);
}

/** By the link in the newest message to this address. */
async function linkTo(to: string): Promise<string> {
  const reader = { actor: { role: 'operator', id: 'test' }, service: 'console' } as const;
  const { outbox } = standing.kept.house.regions.get('cn')!.recipients;
  const sent = (await outbox.list(reader, { limit: 50 })).find(({ message }) => message?.to === to);
  return /\/ask\/status\/[\w-]{43}/.exec(sent?.message?.text ?? '')?.[0] ?? '';
}

/** From outside, whatever was signed in before. */
async function signIn({ page, context }: Visit, { common }: Messages, { email }: Person): Promise<void> {
  await context.clearCookies();
  await page.goto(`${standing.origin}/sign-in`);
  await page.locator('[name="contact"]').fill(email);
  await page.locator('[name="password"]').fill(PASSWORD);
  await page.getByRole('button', { name: common.signIn, exact: true }).click();
}

const COUNTRY = { 'zh-Hans': '中国', 'zh-Hant': '中國', en: 'China' } as const;

test.each(SOUND)('too young: out at once, erased with proof once two have looked, in %s', async (language, look) => {
  const t = await loadMessages(language);
  const child = await standing.kept.person();
  const theirs = await come(standing, child, look);
  const [one, two] = [await desk(0, look), await desk(1, look)];
  await note(one.page, t, child, COUNTRY[language]);
  await isSound(one.page, `ages-noted-${language}`);

  await theirs.page.goto(`${standing.origin}/my-data`);
  await theirs.page.getByRole('heading', { level: 1, name: t.sign.signIn.title }).waitFor();
  await signIn(theirs, t, child);
  await theirs.page.getByText(t.problems.by(t.problems.known.IDENTITY_WITHHELD, '8.1')).waitFor();
  await isSound(theirs.page, `ages-sign-in-${language}`);
  await theirs.page.goto(standing.origin + (await linkTo(child.email)));
  await theirs.page.getByRole('heading', { level: 1, name: t.ages.statusTitle }).waitFor();
  await isSound(theirs.page, `ages-link-${language}`);

  await two.page.goto(one.page.url());
  await two.page.getByRole('button', { name: t.queue.second.agree, exact: true }).waitFor();
  await isSound(two.page, `ages-second-${language}`);
  await two.page.getByRole('button', { name: t.queue.second.agree, exact: true }).click();
  await two.page.getByText(t.queue.ended).waitFor(SOON);
  await theirs.page.getByText(t.requests.certificate.ready).waitFor(SOON);
  await theirs.page.locator('a[href*="/certificate"]').first().click();
  await theirs.page.getByText(t.certificate.here.results.valid).waitFor();
  expect([theirs, one, two].flatMap(({ complaints }) => complaints)).toEqual([]);
  for (const { context } of [theirs, one, two]) await context.close();
});

// The same way over HTTP is in test/http/ages.test.ts; in a browser the long run takes it.
test.skipIf(process.env['KEPT_SOAK'] === undefined).each(SOUND)(
  'sent back, they are in again, and say themself how old they are, in %s',
  async (language, look) => {
    const t = await loadMessages(language);
    const lin = await standing.kept.person();
    const [one, two] = [await desk(0, look), await desk(1, look)];
    await note(one.page, t, lin, COUNTRY[language]);
    await two.page.goto(one.page.url());
    await two.page.getByRole('button', { name: t.queue.second.back, exact: true }).click();
    await two.page.getByText(t.queue.ended).waitFor(SOON);

    const theirs = await visit(standing.browser, look);
    await theirs.page.goto(standing.origin + (await linkTo(lin.email)));
    await theirs.page.getByRole('button', { name: t.choices.cookies.none, exact: true }).click();
    await theirs.page.getByText(t.requests.states.cancelled, { exact: true }).first().waitFor();
    await isSound(theirs.page, `ages-link-back-${language}`);
    await signIn(theirs, t, lin);
    await theirs.page.getByRole('heading', { level: 1, name: t.home.title }).waitFor();
    await theirs.page.goto(`${standing.origin}/account`);
    await theirs.page.getByRole('button', { name: t.ages.own.go }).click();
    await theirs.page.getByRole('button', { name: t.ages.own.save }).click();
    await theirs.page.getByText(t.ages.yearsWrong).waitFor();
    await theirs.page.locator('[name="years"]').fill('11');
    await theirs.page.getByRole('button', { name: t.ages.own.save }).click();
    await theirs.page.getByText(t.ages.own.withheld).waitFor();
    await isSound(theirs.page, `ages-own-withheld-${language}`);
    expect([theirs, one, two].flatMap(({ complaints }) => complaints)).toEqual([]);
    for (const { context } of [theirs, one, two]) await context.close();
  },
);
