/** The pages of visits in a real browser, before the real server. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { booked } from '../../../services/booking/src/routes.harness.ts';
import { words } from '../../../services/booking/src/screens/words.ts';
import { visit } from '../browser.ts';
import { come, isSound, LOOKS, openStanding, SOUND, type Standing } from './standing.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

let standing: Standing;
beforeAll(async () => {
  standing = await openStanding();
});
afterAll(() => standing.browser.close());

test('a visit is found near, booked, moved and called off on a phone', async () => {
  const t = words.en;
  const lin = await standing.kept.person();
  const { page, context, complaints } = await come(standing, lin, LOOKS[0]![1]);
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ latitude: 23.12, longitude: 113.31 });
  await page.goto(`${standing.origin}/booking`);
  await page.getByText(t.none).waitFor();
  await isSound(page, 'booking-none');
  await page.getByRole('link', { name: t.book }).click();
  await page.getByRole('button', { name: t.near }).click();
  await page.getByRole('button', { name: 'I agree' }).click();
  await page.getByRole('button', { name: t.near }).click();
  await page.getByText(t.nearest).waitFor();
  const nearest = page.getByRole('radio').first();
  expect(await page.locator('.radios label').first().textContent()).toContain('Tianhe');
  await isSound(page, 'booking-near');
  await page.getByRole('button', { name: t.send, exact: true }).click();
  await page.getByText(t.missing).first().waitFor();
  await nearest.click();
  const day = page.getByLabel(t.day, { exact: true });
  await day.selectOption({ index: 2 });
  await page.getByLabel(t.time, { exact: true }).selectOption({ index: 1 });
  await page.getByRole('radio', { name: t.come2 }).click();
  for (const [label, text] of [
    ...[
      [t.name, 'Lin Lan'],
      [t.phone, '+861001234567'],
      [t.region, 'Example district'],
    ],
    ...[
      [t.address, '2 Quay Lane'],
      [t.need, 'Two curtains'],
    ],
  ] as const)
    await page.getByLabel(label!, { exact: true }).fill(text!);
  await isSound(page, 'booking-new');
  await page.getByRole('button', { name: t.send, exact: true }).click();
  await page.getByText(t.booked('text message and e-mail')).waitFor();
  await page.getByText(`Tianhe · ${t.where.home}`).waitFor();
  await isSound(page, 'booking-booked');
  await page.getByRole('link', { name: t.move }).click();
  await page.getByLabel(t.day, { exact: true }).selectOption({ index: 3 });
  await page.getByLabel(t.time, { exact: true }).selectOption({ index: 1 });
  await page.getByRole('button', { name: t.move }).click();
  await page.getByText(t.moved).waitFor();
  await page.getByRole('button', { name: t.end }).click();
  await page.getByText(t.none).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText(`Tianhe · ${t.where.home}`).waitFor();
  await page.getByRole('button', { name: t.end }).click();
  await page.getByText(t.none).waitFor();
  // Whoever leaves the page does not take it back.
  await page.getByRole('link', { name: t.book }).click();
  await vi.waitFor(
    async () => expect(await lin.visitor.must(200, 'GET', '/api/booking/visits')).toEqual({ visits: [] }),
    {
      timeout: 15_000,
    },
  );
  expect(complaints).toEqual([]);
  await context.close();
});

test.each(SOUND)('the pages of people and staff are sound in %s', async (language, look) => {
  const t = words[language];
  const lin = await standing.kept.person();
  await booked(lin);
  const { page, context, complaints } = await come(standing, lin, look);
  await page.goto(`${standing.origin}/booking`);
  await page.getByRole('link', { name: t.move }).waitFor();
  await isSound(page, `booking-${language}`);
  await page.getByRole('link', { name: t.move }).click();
  await page.getByLabel(t.day, { exact: true }).waitFor();
  await isSound(page, `booking-move-${language}`);
  await context.close();
  const { visitor } = await standing.kept.staff('agent');
  const desk = await visit(standing.browser, look);
  await desk.context.addCookies([...visitor.jar].map(([name, value]) => ({ name, value, url: standing.origin })));
  await desk.page.goto(`${standing.origin}/console/booking`);
  await desk.page.getByRole('button', { name: t.staff.open }).click();
  await desk.page.getByText('Two curtains').waitFor();
  await isSound(desk.page, `booking-staff-${language}`);
  await desk.page.getByRole('button', { name: t.staff.off }).click();
  await desk.page.getByText(t.staff.none).waitFor();
  await desk.context.close();
  expect([...complaints, ...desk.complaints]).toEqual([]);
});
