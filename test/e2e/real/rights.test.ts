/** Rights in real browsers on the real server: asked, looked at by two, answered; erased, and brought back from a package. */
import { readFile } from 'node:fs/promises';
import { join as path } from 'node:path';
import { testDatabase } from '@kept/db/testing';
import { totp } from '@kept/server/testing';
import { Decrypter } from 'age-encryption';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Kept, port, startKept, testFolder } from '../../system/kept.ts';
import { fillIn, join, Operator } from '../../system/life.ts';
import { openBrowser, phone, type Visit, visit } from '../browser.ts';
import { shoot, unsoundness } from '../soundness.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const PASSWORD = 'paper-lantern-42-eaves';
const WORDS = 'paper lantern under the eaves';
const LETTER = 'My grandmother died in March.';
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const EMAIL = 'mira.oduya@home.example';

let kept: Kept;
let browser: Browser;
let person: Visit;
let operator: Operator;
const staff: Page[] = [];

/** As a colleague does it who has just opened the link of their invitation. */
async function enrol(page: Page, login: string): Promise<void> {
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Sign-in name').fill(login);
  await page.getByLabel('Password', { exact: true }).fill('seven-lamps-over-the-canal');
  const secret = (await page.locator('.qr .mono').innerText()).replaceAll(/\s/g, '');
  await page.getByLabel(/Six digits/).fill(totp(secret, Date.now()));
  await page.getByRole('button', { name: 'Done' }).click();
}

beforeAll(async () => {
  const [cn, sg, keys] = [await testDatabase('data'), await testDatabase('data'), await testDatabase('keys')];
  const env = { KEPT_DATABASE_CN: cn.url, KEPT_DATABASE_SG: sg.url, KEPT_KEYS: keys.url, KEPT_PORT: port() };
  [kept, browser] = await Promise.all([startKept({ data: path(await testFolder(), 'kept'), env }), openBrowser()]);
  operator = await Operator.at(kept);
  for (const login of ['chen.wei', 'zhou.ran']) {
    const { body } = await operator.agent.must(201, 'POST', '/api/console/staff', { name: login, role: 'officer' });
    const { page } = await visit(browser, { language: 'en-GB' });
    await page.goto(kept.url + String(body['path']));
    await enrol(page, login);
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    staff.push(page);
  }
  const contact = { kind: 'email', value: EMAIL } as const;
  const { agent } = await join(kept, operator, { contact, password: PASSWORD, nickname: 'Mira' });
  await fillIn(agent, { 'profile-bio': 'herbs', 'profile-region': 'by the lake' });
  person = await visit(browser, { language: 'en-GB' });
  const [name, value] = agent.headers['cookie']!.split('; ')[0]!.split(/=(.*)/s) as [string, string];
  await person.context.addCookies([{ name, value, url: kept.url }]);
});
afterAll(async () => {
  await browser.close();
  await kept.stop();
});

test('asked why, with a letter, opened on the record, refused by one, agreed by another, told with its ground', async () => {
  const { page } = person;
  await page.goto(`${kept.url}/requests/new/explanation`);
  await page.locator('textarea').fill(LETTER);
  await page.getByRole('button', { name: 'Ask why', exact: true }).click();
  await page.getByText('somebody is looking at it').waitFor();
  expect(await unsoundness(page)).toEqual([]);

  const [one, two] = staff as [Page, Page];
  await one.goto(`${kept.url}/console/requests`);
  await one.getByRole('row').getByRole('link', { name: 'Ask why', exact: true }).click();
  await one.getByRole('button', { name: 'Open it' }).click();
  await one.getByText(LETTER).waitFor();
  await one.getByRole('radio', { name: 'Do not' }).click();
  await one.getByRole('radio', { name: 'It would harm what others are entitled to' }).click();
  await one.getByRole('button', { name: 'Decide' }).click();
  await one.getByText('This decision is yours; somebody else has to look.').waitFor();
  expect(await unsoundness(one)).toEqual([]);

  await two.goto(one.url());
  await two.getByRole('button', { name: 'Agree' }).click();
  await two.getByText('This one has ended').waitFor();

  await page.getByText('It would harm what others are entitled to').waitFor();
  await page.getByText('If you disagree, you can complain to').waitFor();
  expect(await unsoundness(page)).toEqual([]);
  await page.goto(`${kept.url}/activity`);
  await page.getByText('a member of staff').first().waitFor();
});

test('one lays down what comes after death; a relative asks, with documents, and learns nothing before two decide', async () => {
  const { page } = person;
  await page.goto(`${kept.url}/requests`);
  await page.getByRole('link', { name: 'After my death' }).click();
  await page.getByRole('radio', { name: 'Only those whom I name' }).click();
  await page.getByLabel('Their phone or e-mail').fill('daughter@mail.example');
  await page.getByRole('radio', { name: 'Hand over a copy, nothing else' }).click();
  await page.getByRole('button', { name: 'Lay it down' }).click();
  await page.getByText('Laid down').waitFor();
  expect(await unsoundness(page)).toEqual([]);
  await shoot(page, 'wishes');

  const { page: asking, complaints } = await visit(browser, { ...phone, width: 360, language: 'en-GB' });
  await asking.goto(`${kept.url}/ask`);
  await asking.getByRole('button', { name: 'Allow none' }).click();
  await asking.getByRole('combobox').fill('China');
  await asking.getByRole('option', { name: 'China', exact: true }).click();
  await asking.getByRole('radio', { name: 'Rights of relatives of someone who died' }).click();
  await asking.getByRole('radio', { name: 'Give me a copy' }).click();
  await asking.getByLabel('Phone or e-mail that the person who died used here').fill(EMAIL);
  await asking.getByLabel('Your own phone or e-mail').fill('daughter@mail.example');
  expect(await unsoundness(asking)).toEqual([]);
  await shoot(asking, 'ask-relative');
  await asking.getByRole('button', { name: 'Send the code' }).click();
  await asking.getByText('A code is on its way').waitFor();
  await asking.getByLabel('Code', { exact: true }).fill(await operator.code());
  await asking.getByRole('button', { name: 'Prove it and ask' }).click();
  await asking.getByRole('link', { name: 'Follow it' }).click();
  await asking.getByLabel('Add a document').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: PIXEL });
  await asking.getByText('Document 1: picture, 1 KB').waitFor();
  expect(await unsoundness(asking)).toEqual([]);

  const [one] = staff as [Page, Page];
  await one.goto(`${kept.url}/console/requests`);
  await one.getByRole('link', { name: /a copy of what the person left/ }).click();
  await one.getByText('a relative of one who died asks for a copy').waitFor();
  await one.getByText('allow this').waitFor();
  expect(await unsoundness(one)).toEqual([]);
  await shoot(one, 'relative-console');

  await page.reload();
  await page.getByText('Somebody has asked in your place').waitFor();
  expect(await unsoundness(page)).toEqual([]);
  await shoot(page, 'wishes-asked');
  await page.getByRole('button', { name: 'I am here' }).click();
  await page.getByText('All of it is stopped').waitFor();
  await asking.reload();
  await asking.getByText('This link is not known').waitFor();
  // A link that is over answers 404, which a browser reports.
  expect(complaints.filter((each) => !/404/.test(each))).toEqual([]);
});

test('a complaint is answered in words, which its person opens', async () => {
  const { page } = person;
  const [one] = staff as [Page, Page];
  await page.goto(`${kept.url}/requests/new/complaint`);
  await page.getByRole('button', { name: 'Complain' }).click();
  await page.getByText('somebody is looking at it').waitFor();
  await one.goto(`${kept.url}/console/requests`);
  await one.getByRole('row').getByRole('link', { name: 'Complain' }).click();
  await one.getByRole('radio', { name: 'Do it' }).click();
  await one.getByLabel('In your own words').fill('It is put right.\nWrite to us if it is not.');
  expect(await unsoundness(one)).toEqual([]);
  await shoot(one, 'answer-console');
  await one.getByRole('button', { name: 'Decide' }).click();
  await page.getByRole('button', { name: 'Read it' }).click({ timeout: 120_000 });
  const answer = page.getByText('It is put right.');
  await answer.waitFor();
  const line = await page.evaluate<string>(
    'getComputedStyle(document.querySelector("[role=status].letter-text")).lineHeight',
  );
  expect((await answer.boundingBox())!.height).toBeGreaterThan(1.5 * Number.parseFloat(line));
  expect(await unsoundness(page)).toEqual([]);
  await shoot(page, 'answer');
});

test('from outside: a code proves the contact, the link follows the request, and the copy is taken along by it', async () => {
  const { page, complaints } = await visit(browser, { ...phone, width: 360, language: 'en-GB' });
  await page.goto(`${kept.url}/sign-in`);
  // The question about cookies comes first, and takes what is open with it.
  await page.getByRole('button', { name: 'Allow none' }).click();
  await page.getByRole('link', { name: 'Ask without signing in' }).click();
  await page.getByRole('combobox').fill('China');
  await page.getByRole('option', { name: 'China', exact: true }).click();
  await page.getByRole('radio', { name: 'Get a copy' }).click();
  await page.getByLabel('Phone or e-mail of the person').fill(EMAIL);
  expect(await unsoundness(page)).toEqual([]);
  await shoot(page, 'ask');
  await page.getByRole('button', { name: 'Send the code' }).click();
  await page.getByText('A code is on its way').waitFor();
  await page.getByLabel('Code', { exact: true }).fill(await operator.code());
  await shoot(page, 'ask-code');
  await page.getByRole('button', { name: 'Prove it and ask' }).click();
  await page.getByText('Your request is made').waitFor();
  expect(await unsoundness(page)).toEqual([]);
  await shoot(page, 'ask-made');
  await page.getByRole('link', { name: 'Follow it' }).click();
  await page.getByLabel('Passphrase', { exact: true }).fill(WORDS, { timeout: 120_000 });
  await page.getByLabel('Once more').fill(WORDS);
  expect(await unsoundness(page)).toEqual([]);
  await shoot(page, 'ask-status');
  await page.getByRole('button', { name: 'Make a link' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download' }).click(),
  ]);
  expect((await readFile(await download.path())).subarray(0, 22).toString()).toBe('age-encryption.org/v1\n');
  expect(complaints).toEqual([]);
});

test('an agent hands a link over; whoever has the contact sees the name, and decides', async () => {
  const { page } = await visit(browser, { language: 'zh-CN' });
  await page.goto(`${kept.url}/ask`);
  await page.getByRole('button', { name: '都不允许' }).click();
  await page.getByRole('combobox').fill('中国');
  await page.getByRole('option', { name: '中国', exact: true }).click();
  await page.getByRole('radio', { name: '投诉' }).click();
  await page.getByLabel('本人的手机号或邮箱').fill(EMAIL);
  await page.getByRole('checkbox').click();
  await page.getByLabel('你的姓名或机构名称').fill('Fair & Co');
  expect(await unsoundness(page)).toEqual([]);
  await shoot(page, 'ask-agent');
  await page.getByRole('button', { name: '发验证码' }).click();
  const link = await page.getByLabel('给本人的链接').inputValue();
  const held = await visit(browser, { ...phone, width: 360, language: 'zh-TW' });
  await held.page.goto(link);
  await held.page.getByRole('button', { name: '都不允許' }).click();
  await held.page.getByText('Fair & Co').waitFor();
  await held.page.getByLabel('驗證碼', { exact: true }).fill(await operator.code());
  expect(await unsoundness(held.page)).toEqual([]);
  await shoot(held.page, 'ask-confirm');
  await held.page.getByRole('button', { name: '證明並提出申請' }).click();
  await held.page.getByText('申請已經提出').waitFor();
  await held.page.goto(link);
  await held.page.getByText('這份申請已經過期或用過了').waitFor();
  expect(await unsoundness(held.page)).toEqual([]);
});

test('a package brings back, in the browser, what an erasure took', async () => {
  const { page } = person;
  await page.goto(`${kept.url}/package`);
  await page.getByLabel('Passphrase', { exact: true }).fill(WORDS);
  await page.getByLabel('Once more').fill(WORDS);
  await page.getByRole('button', { name: 'Make a link' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download' }).click(),
  ]);
  const file = await download.path();
  const reader = new Decrypter();
  reader.addPassphrase(WORDS);
  const zip = unzipSync(await reader.decrypt(await readFile(file)));
  expect(Buffer.from(zip['account/1.json']!).toString()).toContain(EMAIL);

  await page.goto(`${kept.url}/requests/new/erasure`);
  await page.locator('input[name="typed"]').fill('delete');
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByText('Please choose a reason').waitFor();
  await page.getByRole('radio', { name: /no longer needs it/ }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByText('done over every service').waitFor();
  await page.getByText('The certificate is ready').waitFor({ timeout: 120_000 });
  const profile = async () =>
    (await page.request.get(`${kept.url}/api/account/profile`)).json() as Promise<{ values: object }>;
  expect((await profile()).values).toEqual({});

  await page.goto(`${kept.url}/package`);
  await page
    .getByLabel('File')
    .setInputFiles({ name: 'kept.zip.age', mimeType: 'application/octet-stream', buffer: await readFile(file) });
  await page.getByLabel('Its passphrase').fill(WORDS);
  await page.getByRole('button', { name: 'Take it in' }).click();
  await page.getByText('rows taken in.').waitFor({ timeout: 120_000 });
  expect((await profile()).values).toEqual({ 'profile-bio': 'herbs', 'profile-region': 'by the lake' });
  expect(await unsoundness(page)).toEqual([]);
  expect(person.complaints).toEqual([]);
});
