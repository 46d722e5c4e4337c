/** The OpenAPI document, and the page that shows it, in a real browser under our content security policy. */
import type { AddressInfo } from 'node:net';
import { type TestHouse, testHouse } from '@kept/server/testing';
import { Validator } from '@seriousme/openapi-schema-validator';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, visit } from '../e2e/browser.ts';

let kept: TestHouse;
let browser: Browser;
let at: string;
beforeAll(async () => {
  [kept, browser] = await Promise.all([testHouse(), openBrowser()]);
  await kept.app.listen({ port: 0, host: '127.0.0.1' });
  at = `http://127.0.0.1:${(kept.app.server.address() as AddressInfo).port}`;
}, 240_000);
afterAll(() => browser.close());

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly responses: Readonly<Record<string, { content?: object }>>;
}

test('the document is OpenAPI 3.1, by its own schema', async () => {
  const { body, headers } = await kept.visitor().call<Record<string, unknown>>('GET', '/api/openapi.json');
  expect(headers['content-type']).toBe('application/json; charset=utf-8');
  const validator = new Validator();
  expect(await validator.validate(structuredClone(body))).toEqual({ valid: true });
  expect(validator.version).toBe('3.1');
  const broken = { ...body, paths: { '/x': { get: { responses: 7 } } } };
  expect((await validator.validate(broken)).valid).toBe(false);
});

test('every operation has a name of its own, a sentence, and its problems', async () => {
  const { body } = await kept
    .visitor()
    .call<{ paths: Record<string, Record<string, Operation>> }>('GET', '/api/openapi.json');
  const operations = Object.values(body.paths).flatMap((each) => Object.values(each));
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  for (const { operationId, summary, responses } of operations) {
    expect([operationId, summary]).toEqual([operationId, expect.stringMatching(/^[A-Z].*\.$/)]);
    expect(Object.keys(responses['default']?.content ?? {})).toEqual(['application/problem+json']);
    expect(Object.keys(responses).some((status) => status.startsWith('2'))).toBe(true);
  }
});

test('the page shows it, loads nothing from anywhere else, and breaks no rule of ours', async () => {
  const { page, context, complaints } = await visit(browser, { language: 'en-GB' });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('websocket', (socket) => asked.push(socket.url()));
  await page.goto(`${at}/reference`);
  await page.getByRole('heading', { name: 'Kept', level: 1 }).waitFor({ timeout: 120_000 });
  await page.getByRole('button', { name: 'Open Group - session' }).click();
  await page.getByText('Signs in with a password.').first().click();
  await page.getByRole('heading', { name: 'Signs in with a password.' }).waitFor({ timeout: 120_000 });
  await page
    .getByRole('button', { name: /^Test Request/ })
    .first()
    .click();
  const sent = page.waitForResponse(`${at}/api/notice`, { timeout: 120_000 });
  await page.getByRole('dialog').first().getByRole('button', { name: /^Send/ }).first().click();
  expect((await sent).status()).toBe(200);
  // Styled: a page whose styles were refused would show all the same.
  const family = await page.evaluate<string>('getComputedStyle(document.querySelector("h1")).fontFamily');
  expect(family).not.toMatch(/^("?Times|serif)/);
  expect(asked.filter((url) => !url.startsWith(`${at}/`) && !/^(data|blob):/.test(url))).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
}, 240_000);

test('each answer has a nonce of its own, and nothing else may run', async () => {
  const nonces = new Set<string>();
  for (let i = 0; i < 3; i++) {
    const { text, headers } = await kept.visitor().call('GET', '/reference/');
    const [, nonce = ''] = /script-src 'nonce-([^']+)'/.exec(String(headers['content-security-policy'])) ?? [];
    expect(nonce.length).toBeGreaterThan(20);
    for (const [, given] of text.matchAll(/<(?:script|style|link)\b[^>]*\bnonce="([^"]*)"/g)) expect(given).toBe(nonce);
    expect(text.match(/<script/g)?.length).toBe(text.match(/<script[^>]*nonce=/g)?.length);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(3);
});
