/** One click ends advertising mail: from the mail server's hand to the decision that refuses the next one. */
import type { AddressInfo } from 'node:net';
import type { ConsentState, UnsubscriptionState } from '@kept/api';
import { migrate } from '@kept/db';
import { smartmiGlobal } from '@kept/policy-smartmi-global';
import { openRecipients, recipientsMigrations, smtp, unsubscribeToken } from '@kept/recipients';
import { endByLink } from '@kept/rights';
import { testHouse } from '@kept/server/testing';
import { testRegion } from '@kept/vault/testing';
import Fastify from 'fastify';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { oneClick } from '../../apps/server/src/http/one-click.ts';

const FORM = 'List-Unsubscribe=One-Click';
const ADDRESS = 'lin.lan@home.example';
const ORIGIN = 'https://home.example';

// The policy of Kept's own pages advertises nothing; this one does.
const kept = await testRegion({ policy: smartmiGlobal, region: 'eu', jurisdiction: 'eea' });
await migrate(kept.pool, recipientsMigrations);
const { gate, keys, pool, clock, program, subjects } = kept;
const region = { id: 'eu', program, keys, subjects, gate, holdings: [] };
const common = { region: 'eu', program: () => program, gate, keys, pool, clock, origin: ORIGIN };

const mails: string[] = [];
const server = new SMTPServer({
  ...{ disabledCommands: ['STARTTLS'], authOptional: true, closeTimeout: 100, logger: false },
  onData: (stream, _, done) => {
    let text = '';
    stream.on('data', (bytes: Buffer) => (text += bytes.toString()));
    stream.on('end', () => {
      mails.push(text);
      done();
    });
  },
});
const app = Fastify();
await oneClick(app, async (token, lang) => {
  const context = { regions: ['eu'], at: () => region };
  return (await endByLink(context, token, lang)) !== null;
});

let site: string;
let recipients: ReturnType<typeof openRecipients>;
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  const { port } = server.server.address() as AddressInfo;
  const email = smtp({ url: `smtp://127.0.0.1:${port}`, from: 'Kept <news@home.example>' });
  recipients = openRecipients({ ...common, adapters: { email } });
  site = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await app.close();
  await new Promise<void>((done) => server.close(() => done()));
});

const news = (person: string, purpose = 'marketing') =>
  recipients.reach('email', {
    ...{ actor: { role: 'service' }, service: 'promotions', subject: person, purpose, fields: ['account-email'] },
    values: { 'account-email': ADDRESS },
    compose: (values, unsubscribe) => ({
      to: values['account-email']!,
      subject: 'Lanterns for the eaves',
      text: `This week: lanterns.\n\n${unsubscribe ?? 'nothing to unsubscribe from'}`,
    }),
  });

/** A header of the newest mail, unfolded. */
const header = (name: string): string | undefined =>
  new RegExp(`^${name}: (.*)$`, 'im')
    .exec(
      mails
        .at(-1)!
        .split('\r\n\r\n')[0]!
        .replaceAll(/\r\n[ \t]+/g, ' '),
    )?.[1]
    ?.trim();

const linkOf = (): string => /^<(https:[^>]+)>$/.exec(header('List-Unsubscribe') ?? '')?.[1] ?? '';

const call = (link: string, body: string | undefined, type = 'application/x-www-form-urlencoded') =>
  fetch(link.replace(ORIGIN, site), {
    method: body === undefined ? 'GET' : 'POST',
    ...(body !== undefined && { body, headers: { 'content-type': type } }),
    redirect: 'manual',
  });

async function reader(): Promise<string> {
  const person = await kept.newPerson();
  await subjects.giveConsent(person, 'marketing', { notice: program.hash, language: 'en', method: 'test' });
  await news(person);
  return person;
}

test('the mail says where, in two headers and in its text; the address says nothing of anybody', async () => {
  const person = await reader();
  expect(header('List-Unsubscribe-Post')).toBe(FORM);
  const link = linkOf();
  expect(link).toMatch(/^https:\/\/home\.example\/unsubscribe\/[A-Za-z0-9_-]{40,200}$/);
  expect(mails.at(-1)!.replaceAll('=\r\n', '')).toContain(link.slice(-40));
  const bytes = Buffer.from(link.split('/').at(-1)!, 'base64url').toString('latin1');
  const id = Buffer.from(person.replaceAll('-', ''), 'hex').toString('latin1');
  for (const secret of [id, person, ADDRESS, 'marketing']) expect(link + bytes).not.toContain(secret);
});

test('a GET changes nothing; the POST of a mail program withdraws, and the very next mail is refused', async () => {
  const person = await reader();
  const link = linkOf();
  expect((await call(link, undefined)).status).toBe(404);
  await news(person);
  const answer = await call(link, FORM);
  expect([answer.status, answer.headers.get('set-cookie'), answer.headers.get('location')]).toEqual([200, null, null]);
  const before = mails.length;
  await expect(news(person)).rejects.toMatchObject({ code: 'GATE_REFUSED', reason: 'consent' });
  expect(mails.length).toBe(before);
  const records = await subjects.consents(person);
  expect(records.find(({ event }) => event.state !== 'given')).toMatchObject({
    consent: 'marketing',
    event: { state: 'withdrawn' },
    method: expect.stringMatching('8058'),
  });
  // The mail program may call again.
  expect((await call(link, FORM)).status).toBe(200);
  expect(await subjects.consents(person)).toHaveLength(2);
});

test('as a part of a form it counts as well; any other body, and any other token, does nothing', async () => {
  const person = await reader();
  const link = linkOf();
  expect((await call(link, 'List-Unsubscribe=Maybe')).status).toBe(400);
  expect((await call(link, '{}', 'application/json')).status).toBe(415);
  const other = link.at(-2) === 'A' ? 'B' : 'A';
  expect((await call(link.slice(0, -2) + other + link.at(-1)!, FORM)).status).toBe(404);
  expect((await call(`${ORIGIN}/unsubscribe/${'A'.repeat(80)}`, FORM)).status).toBe(404);
  await news(person);
  const part = `--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n`;
  expect((await call(link, part, 'multipart/form-data; boundary=x')).status).toBe(200);
  await expect(news(person)).rejects.toMatchObject({ code: 'GATE_REFUSED' });
});

test('mail that is no advertising carries no such header; advertising without a way out does not leave', async () => {
  await news(await kept.newPerson(), 'notices');
  expect([header('List-Unsubscribe'), header('List-Unsubscribe-Post')]).toEqual([undefined, undefined]);
  const { origin: _, ...nowhere } = common;
  recipients = openRecipients(nowhere);
  const person = await kept.newPerson();
  await subjects.giveConsent(person, 'marketing', { notice: program.hash, language: 'en', method: 'test' });
  await expect(news(person)).rejects.toMatchObject({ code: 'RECIPIENTS_NO_WAY_OUT' });
});

test('in the house: what the page reads changes nothing, its button withdraws, and who is gone stays gone', async () => {
  const { house, person, visitor } = await testHouse();
  const lin = await person();
  const consent = 'cookie-statistics';
  await lin.visitor.must(200, 'PUT', `/api/my/consents/${consent}`, { given: true });
  const { keys: own } = house.regions.get(lin.region)!;
  const path = `/api/unsubscriptions/${await unsubscribeToken(own, lin.region, { person: lin.id, purpose: consent })}`;
  const stranger = visitor();
  const state = async (): Promise<string> => {
    const { consents } = await lin.visitor.must<{ consents: ConsentState[] }>(200, 'GET', '/api/my/consents');
    return consents.find(({ id }) => id === consent)!.state;
  };
  const read = () => stranger.must<UnsubscriptionState>(200, 'GET', path);
  expect(await read()).toMatchObject({ stopped: false, purpose: { id: consent } });
  expect(await state()).toBe('given');
  expect(await stranger.must(200, 'POST', path)).toMatchObject({ stopped: true });
  expect(await state()).toBe('withdrawn');
  expect(await read()).toMatchObject({ stopped: true });
  expect(JSON.stringify(await read())).not.toContain(lin.id);
  await house.regions.get(lin.region)!.subjects.erase(lin.id);
  expect(await stranger.must(200, 'POST', path)).toMatchObject({ stopped: true });
});
