/** An incident in a real browser, before the real server: entered, traced, written, told, reported, closed; read by whom it reached. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { loadMessages } from '../../../apps/web/src/messages/load.ts';
import { visit } from '../browser.ts';
import { come, isSound, LOOKS, openStanding, SOUND, type Standing } from './standing.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

let standing: Standing;
beforeAll(async () => {
  standing = await openStanding();
});
afterAll(() => standing.browser.close());

async function console(look: (typeof LOOKS)[number][1]) {
  const { visitor } = await standing.kept.staff('officer');
  const desk = await visit(standing.browser, look);
  await desk.context.addCookies([...visitor.jar].map(([name, value]) => ({ name, value, url: standing.origin })));
  return desk;
}

test('it goes from suspicion to closure on a phone, and whom it reached reads what happened', async () => {
  const { incidents: t } = await loadMessages('en');
  const lin = await standing.kept.person();
  const { page, context, complaints } = await console(LOOKS[0]![1]);
  await page.goto(`${standing.origin}/console/incidents`);
  await page.getByText(t.none.title).waitFor();
  await isSound(page, 'incidents-none');
  await page.getByRole('button', { name: t.open.send }).click();
  await page.getByText(t.open.missing.what).waitFor();
  await page.getByRole('radio', { name: t.open.uses }).click();
  await page.getByRole('button', { name: t.open.send }).click();
  await page.getByText(t.open.missing.time).waitFor();
  await page.getByRole('radio', { name: t.open.all }).click();
  await isSound(page, 'incidents-open');
  await page.getByRole('button', { name: t.open.send }).click();
  await page.getByRole('button', { name: t.one.trace }).click();
  await page.getByRole('button', { name: t.one.again }).waitFor();
  await page.getByRole('button', { name: t.one.takeDraft }).click();
  await page.getByRole('button', { name: t.one.saveParts }).click();
  await page.getByText(t.one.saved).waitFor();
  await isSound(page, 'incident-traced');
  await page.getByRole('button', { name: t.one.tell(1) }).click();
  await page.getByText(t.one.told(1, 1)).waitFor();
  const draft = page.getByText(t.one.draft);
  for (const each of [0, 1]) {
    await draft.nth(each).click();
    await page.getByLabel(t.one.reference).last().fill(`CAC-${each}`);
    if (each === 0) await isSound(page, 'incident-report');
    await page.getByRole('button', { name: t.one.handIn }).last().click();
    await page.getByText(`CAC-${each}`).waitFor();
  }
  await page.getByLabel(t.one.lessons).fill('A disk was lost. Disks are encrypted now.');
  await page.getByRole('button', { name: t.one.close }).click();
  await page.getByText(t.states.closed, { exact: true }).waitFor();
  await isSound(page, 'incident-closed');
  await context.close();
  const own = await come(standing, lin, LOOKS[0]![1]);
  await own.page.goto(`${standing.origin}/incidents`);
  await own.page.getByText('What you can do yourself').waitFor();
  await isSound(own.page, 'incident-mine');
  await own.context.close();
  expect([...complaints, ...own.complaints]).toEqual([]);
});

test.each(SOUND)('its pages are sound in %s', async (language, look) => {
  const { incidents: t } = await loadMessages(language);
  const { page, context, complaints } = await console(look);
  await page.goto(`${standing.origin}/console/incidents`);
  await page.getByRole('radio', { name: t.open.staff }).click();
  await isSound(page, `incidents-${language}`);
  await page.getByRole('table').getByRole('link').first().click();
  await page.getByRole('heading', { name: t.one.clocks }).waitFor();
  await isSound(page, `incident-${language}`);
  await page.goto(`${standing.origin}/incidents`);
  await isSound(page, `incidents-public-${language}`);
  await context.close();
  expect(complaints).toEqual([]);
});
