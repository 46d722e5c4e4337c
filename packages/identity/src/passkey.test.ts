/** A passkey, in a real browser with an authenticator that Chromium plays (CDP, WebAuthn domain). */
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { KeptError, Minutes } from '@kept/base';
import { freePort } from '@kept/db';
import { type Browser as Chromium, chromium, type Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import type { Answer, Caller, Contact } from './index.ts';
import { PASSWORD, report, testDesks } from './testing.ts';
import { naming, policy } from './testing-policy.ts';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const present = existsSync(executablePath);
if (!present) report(`passkeys are not tested: there is no Chromium at ${executablePath}; set CHROMIUM`);

type Body = Record<string, never>;
type Serve = (caller: Caller, body: Body) => Promise<Answer<unknown>>;

/** What `apps/server` does of it: cookies and JSON in, cookies and JSON out. */
async function serve(port: number, routes: Readonly<Record<string, Serve>>): Promise<void> {
  const server = createServer(async (request, response) => {
    if (request.url === '/')
      return void response.setHeader('content-type', 'text/html').end('<!doctype html><title>Kept</title>');
    const { cookie, origin } = request.headers;
    const caller = { ip: '203.0.113.200', ...(cookie && { cookie }), ...(origin && { origin }) };
    try {
      const answer = await routes[request.url!.slice(1)]!(caller, JSON.parse((await read(request)) || '{}') as Body);
      response.setHeader('set-cookie', [...answer.setCookies]).end(JSON.stringify(answer.body));
    } catch (error) {
      response.writeHead(400).end(JSON.stringify({ code: error instanceof KeptError ? error.code : String(error) }));
    }
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
}

async function read(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}

interface Ceremony {
  readonly options: { readonly code?: string; readonly user?: object; readonly authenticatorSelection?: object };
  readonly answer: { readonly id: string };
}

/** Asks for options, has the authenticator answer, sends the answer. */
const ceremony = (page: Page, from: string, to: string, how: 'create' | 'get'): Promise<Ceremony> =>
  page.evaluate(
    async ([from, to, how]) => {
      const post = async (path: string, body: object) => {
        const response = await fetch(`/${path}`, { method: 'POST', body: JSON.stringify(body) });
        return (await response.json()) as never;
      };
      const options = await post(from!, {});
      const { PublicKeyCredential, navigator } = globalThis as unknown as {
        PublicKeyCredential: Record<string, (json: object) => object>;
        navigator: { credentials: Record<string, (options: object) => Promise<{ toJSON(): object }>> };
      };
      const parse = how === 'create' ? 'parseCreationOptionsFromJSON' : 'parseRequestOptionsFromJSON';
      const credential = await navigator.credentials[how!]!({ publicKey: PublicKeyCredential[parse]!(options) });
      return { options, answer: await post(to!, { response: credential.toJSON(), name: '手机' }) };
    },
    [from, to, how],
  );

async function launch(
  origin: string,
): Promise<{ browser: Chromium; page: Page; verify: (is: boolean) => Promise<unknown> }> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
  await page.goto(origin);
  return {
    browser,
    page,
    verify: (is) => cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: is }),
  };
}

test.skipIf(!present)(
  'a passkey is added, signs in without a name from any region, and is removed',
  { timeout: 240_000 },
  async () => {
    const port = await freePort(41_000 + Math.floor(Math.random() * 5_000));
    const origin = `http://localhost:${port}`;
    const { clock, desks, front, keys, newPerson } = await testDesks({
      policy,
      naming,
      regions: ['cn', 'sg'],
      baseURL: origin,
    });
    const contact: Contact = { kind: 'email', value: 'mira@post.example' };
    const mira = await newPerson(contact, { residence: 'DE' });
    const { identity } = desks['sg']!;
    await serve(port, {
      'options-to-add': (caller) => front.at(caller.cookie).passkeyOptions(caller),
      add: (caller, body) => front.at(caller.cookie).addPasskey(caller, body as never),
      'options-to-enter': (caller) => front.passkeySignInOptions(caller),
      enter: (caller, body) => front.signInByPasskey(caller, body as never),
    });
    const { browser, page, verify } = await launch(origin);
    const cookies = [...mira.browser.jar].map(([name, value]) => ({ name, value, domain: 'localhost', path: '/' }));
    await page.context().addCookies(cookies);

    const added = await ceremony(page, 'options-to-add', 'add', 'create');
    expect(added.options.user).toMatchObject({ name: 'mira@post.example' });
    expect(added.options.authenticatorSelection).toMatchObject({
      residentKey: 'required',
      userVerification: 'required',
    });
    expect(added.answer).toMatchObject({ name: '手机', id: expect.any(String) });
    expect((await identity.secondSteps(mira.browser.caller)).passkeys).toEqual([added.answer]);

    // Begun in the home region, whose challenge travels to the region that holds the passkey.
    await page.context().clearCookies();
    const entered = await ceremony(page, 'options-to-enter', 'enter', 'get');
    expect(entered.answer).toEqual({ person: mira.id });
    const header = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    expect(await front.session(header)).toMatchObject({ person: mira.id, region: 'sg' });
    const again = await page.evaluate(async () =>
      (await fetch('/enter', { method: 'POST', body: '{"response":{"id":"nobody"}}' })).json(),
    );
    expect(again).toEqual({ code: 'IDENTITY_PASSKEY_REFUSED' });

    await verify(false);
    await page.context().clearCookies();
    const unverified = await ceremony(page, 'options-to-enter', 'enter', 'get').catch((error: Error) => error.message);
    expect(JSON.stringify(unverified)).toMatch(/NotAllowedError|IDENTITY_PASSKEY_REFUSED/);
    await verify(true);

    const { rows } = await desks['sg']!.pool.query<{ blind: Buffer }>(
      'select credential_id_blind as blind from auth_passkey',
    );
    expect(await keys.locate('passkey', rows[0]!.blind)).toEqual({ owner: mira.id, region: 'sg' });
    clock.advance(Minutes(20));
    await expect(identity.removePasskey(mira.browser.caller, added.answer.id)).rejects.toMatchObject({
      code: 'IDENTITY_NOT_FRESH',
    });
    await mira.browser.keep(identity.prove(mira.browser.caller, { password: PASSWORD }));
    clock.advance(Minutes(-20));
    await identity.removePasskey(mira.browser.caller, added.answer.id);
    expect(await keys.locate('passkey', rows[0]!.blind)).toBeNull();
    expect((await ceremony(page, 'options-to-enter', 'enter', 'get')).answer).toEqual({
      code: 'IDENTITY_PASSKEY_REFUSED',
    });
    await browser.close();
  },
);
