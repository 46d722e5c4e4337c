import { Days, Hours, Millis, Minutes, uuidv7 } from '@kept/base';
import { migrate } from '@kept/db';
import { scan } from '@kept/db/testing';
import { tiny } from '@kept/policy/testing';
import { testRegion } from '@kept/vault/testing';
import { beforeEach, expect, inject, test } from 'vitest';
import type { Adapter, Parcel } from './adapter.ts';
import { NotTaken, Rejected, Uncertain } from './errors.ts';
import { codeMessage, type OutboxEntry, openRecipients, recipientsMigrations } from './index.ts';

const kept = await testRegion({ policy: tiny, region: 'cn', jurisdiction: 'everywhere' });
await migrate(kept.pool, recipientsMigrations);

const delivered: Parcel[] = [];
let outcomes: (Error | undefined)[] = [];
const carrier: Adapter = {
  name: 'carrier',
  channel: 'sms',
  async deliver(parcel) {
    const outcome = outcomes.shift();
    if (outcome) throw outcome;
    delivered.push(parcel);
    return { reference: '7' };
  },
};
beforeEach(() => {
  delivered.length = 0;
  outcomes = [];
});

const common = {
  region: 'cn',
  program: () => kept.program,
  gate: kept.gate,
  keys: kept.keys,
  pool: kept.pool,
  clock: kept.clock,
};
const waits = [Millis(1), Millis(1)];
const connected = openRecipients({ ...common, adapters: { sms: carrier }, patience: { waits, sleep: async () => {} } });
const unconnected = openRecipients(common);

const PHONE = '+86 100 0000 7741';
const dispatch = (subject: string, more: object = {}) => ({
  actor: { role: 'service' } as const,
  service: 'account',
  subject,
  purpose: 'account',
  fields: ['phone'],
  values: { phone: PHONE, nickname: 'not to be shared' },
  compose: (values: Readonly<Record<string, string>>) => {
    expect(Object.keys(values)).toEqual(['phone']);
    return { to: values.phone!, ...codeMessage('zh-Hans', 'sign-in', '774193', 5) };
  },
  ...more,
});
const codeOf = (error: unknown) => (error as { code: string }).code;

test('what is shared is decided, handed over, and on record in two places', async () => {
  const person = await kept.newPerson();
  const sent = await connected.send('sms', dispatch(person));
  expect(sent.via).toBe('carrier');
  expect(delivered).toEqual([
    { id: sent.id, to: PHONE, subject: '验证码 774193', text: expect.stringContaining('774193') },
  ]);
  expect(await connected.receipts(person)).toEqual([
    {
      id: sent.id,
      recipient: 'sms',
      purpose: 'account',
      fields: ['phone'],
      via: 'carrier',
      certain: true,
      at: kept.clock.now(),
      index: sent.index,
    },
  ]);
  const entries = await kept.gate.activity(person);
  expect(entries.map(({ index }) => index)).toContain(sent.index);
  expect(JSON.stringify(entries)).toContain('share-receipt');
  expect(JSON.stringify(entries)).not.toContain('7741');
});

test('the policy has the last word: recipient, purpose, fields', async () => {
  const person = await kept.newPerson();
  expect(codeOf(await connected.send('post-office', dispatch(person)).catch((e: unknown) => e))).toBe(
    'RECIPIENTS_UNDECLARED',
  );
  for (const more of [{ fields: ['nickname'] }, { purpose: 'support' }, { purpose: 'anything' }])
    expect(codeOf(await connected.send('sms', dispatch(person, more)).catch((e: unknown) => e))).toBe('GATE_REFUSED');
  expect(codeOf(await connected.send('sms', dispatch(person, { values: {} })).catch((e: unknown) => e))).toBe(
    'RECIPIENTS_NO_VALUE',
  );
  expect(delivered).toEqual([]);
  expect(await connected.receipts(person)).toEqual([]);
});

test('values may be opened under the very permit to share them', async () => {
  const person = await kept.newPerson();
  let seen: unknown;
  const values = async (permit: { action: string; fields: readonly string[] }) => {
    seen = [permit.action, ...permit.fields];
    return { phone: PHONE };
  };
  await connected.send('sms', dispatch(person, { values }));
  expect(seen).toEqual(['share', 'phone']);
});

test('one id is one message, however often and from wherever it is sent', async () => {
  const person = await kept.newPerson();
  const id = uuidv7(kept.clock, kept.random);
  const first = await connected.send('sms', dispatch(person, { id }));
  expect(await connected.send('sms', dispatch(person, { id }))).toEqual(first);
  const race = uuidv7(kept.clock, kept.random);
  const all = await Promise.allSettled(
    Array.from({ length: 8 }, () => connected.send('sms', dispatch(person, { id: race }))),
  );
  expect(delivered.length).toBe(2);
  for (const each of all) if (each.status === 'rejected') expect(codeOf(each.reason)).toBe('RECIPIENTS_UNDER_WAY');
});

test('what was not taken is repeated; what is uncertain is not, and counts as received', async () => {
  const person = await kept.newPerson();
  const busy = () => new NotTaken('busy');
  outcomes = [busy(), busy(), undefined];
  await connected.send('sms', dispatch(person));
  outcomes = [busy(), busy(), busy()];
  const id = uuidv7(kept.clock, kept.random);
  expect(codeOf(await connected.send('sms', dispatch(person, { id })).catch((e: unknown) => e))).toBe(
    'RECIPIENTS_NOT_TAKEN',
  );
  expect((await connected.receipts(person)).length).toBe(1);
  await connected.send('sms', dispatch(person, { id }));
  expect(delivered.length).toBe(2);

  const lost = uuidv7(kept.clock, kept.random);
  outcomes = [new Uncertain('silence')];
  for (let i = 0; i < 2; i++)
    expect(codeOf(await connected.send('sms', dispatch(person, { id: lost })).catch((e: unknown) => e))).toBe(
      'RECIPIENTS_UNCERTAIN',
    );
  expect(
    (await connected.receipts(person)).map(({ certain }) => certain).sort((a, b) => Number(a) - Number(b)),
  ).toEqual([false, true, true]);
  outcomes = [new Rejected('address', '56')];
  expect(codeOf(await connected.send('sms', dispatch(person)).catch((e: unknown) => e))).toBe('RECIPIENTS_REJECTED');
  expect((await connected.receipts(person)).length).toBe(3);

  // The process that was sending died.
  const stuck = uuidv7(kept.clock, kept.random);
  await kept.pool.query(
    `insert into message (owner_id, id, recipient, channel, state, via, created_at) values ($1, $2, 'sms', 'sms', 'sending', 'carrier', $3)`,
    [person, stuck, new Date(kept.clock.now() - Minutes(3))],
  );
  expect(codeOf(await connected.send('sms', dispatch(person, { id: stuck })).catch((e: unknown) => e))).toBe(
    'RECIPIENTS_UNCERTAIN',
  );
});

test('without a provider a message waits in the outbox: read by the operator, which the person sees, and gone in a day', async () => {
  const person = await kept.newPerson();
  const sent = await unconnected.reach('sms', dispatch(person));
  expect(sent.via).toBe('outbox');
  const operator = { actor: { role: 'operator', id: 'front-desk' }, service: 'console' } as const;
  const [entry] = await unconnected.outbox.list(operator);
  expect(entry).toMatchObject({
    person,
    channel: 'sms',
    recipient: 'sms',
    purpose: 'account',
    message: { to: PHONE, text: expect.stringContaining('774193') },
  });
  expect((await kept.gate.activity(person)).find(({ index }) => index === entry!.index)).toMatchObject({
    actor: { role: 'operator' },
    service: 'console',
  });

  kept.clock.advance(Hours(23));
  expect((await unconnected.outbox.list(operator)).length).toBeGreaterThan(0);
  kept.clock.advance(Hours(2));
  expect(await unconnected.outbox.list(operator)).toEqual([]);
  await unconnected.expire();
  expect((await kept.pool.query('select 1 from outbox')).rowCount).toBe(1);
  const day = new Date(kept.clock.now() - Days(1)).toISOString().slice(0, 10);
  kept.clock.advance(Days(1));
  await unconnected.expire();
  expect((await kept.pool.query('select 1 from outbox')).rowCount).toBe(0);
  await expect(kept.keys.load([`day:${day}`])).rejects.toMatchObject({ code: 'KEYS_NO_KEY' });
});

test('the outbox is read page by page, whatever came at one moment', async () => {
  const people = await Promise.all(Array.from({ length: 9 }, () => kept.newPerson()));
  const sent: string[] = [];
  for (const [i, person] of people.entries()) {
    if (i % 3 === 0) kept.clock.advance(Millis(5));
    sent.push((await unconnected.reach('sms', dispatch(person))).id);
  }
  const operator = { actor: { role: 'operator' }, service: 'console' } as const;
  const seen: string[] = [];
  for (let before: OutboxEntry | undefined; ; ) {
    const page = await unconnected.outbox.list(operator, { limit: 4, ...(before && { before }) });
    seen.push(...page.map(({ id }) => id));
    before = page.at(-1);
    if (page.length < 4) break;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toEqual(expect.arrayContaining(sent));
  expect((await unconnected.outbox.list(operator, { limit: 200 })).length).toBe(seen.length);
  expect(await unconnected.outbox.waiting()).toBe(seen.length);
  for (const person of people) await unconnected.removePerson(person);
});

test('what became of the messages of a day is counted by recipient, way and state', async () => {
  kept.clock.advance(Days(3));
  const person = await kept.newPerson();
  await connected.send('sms', dispatch(person));
  outcomes = [new Rejected('address', '56')];
  await connected.send('sms', dispatch(person)).catch(() => {});
  await unconnected.reach(
    'email',
    dispatch(person, { compose: () => ({ to: 'lin@mail.example', subject: '', text: '' }) }),
  );
  const last = kept.clock.now();
  expect(await connected.traffic()).toEqual([
    { recipient: 'sms', via: 'carrier', state: 'failed', count: 1, last },
    { recipient: 'sms', via: 'carrier', state: 'sent', count: 1, last },
    { recipient: null, via: 'outbox', state: 'sent', count: 1, last },
  ]);
  await unconnected.removePerson(person);
});

test('with the person goes what was written to them, at once', async () => {
  const person = await kept.newPerson();
  await unconnected.reach('sms', dispatch(person));
  await kept.keys.erase([`person:${person}`]);
  const [entry] = await unconnected.outbox.list({ actor: { role: 'operator' }, service: 'console' });
  expect(entry!.person).toBe(person);
  expect(entry!.message).toBeUndefined();
  await unconnected.removePerson(person);
  expect(await unconnected.receipts(person)).toEqual([]);
  expect(await unconnected.outbox.list({ actor: { role: 'operator' }, service: 'console' })).toEqual([]);
});

test('a channel that the policy names nobody for: mail is the controller’s own, a text message stays', async () => {
  const person = await kept.newPerson();
  const sent = await unconnected.reach(
    'email',
    dispatch(person, { compose: () => ({ to: 'lin@mail.example', subject: '', text: '' }) }),
  );
  expect(await unconnected.receipts(person)).toEqual([]);
  expect((await kept.gate.activity(person)).find(({ index }) => index === sent.index)).toMatchObject({ action: 'use' });
  expect(
    codeOf(await unconnected.reach('sms', dispatch(person, { purpose: 'support' })).catch((e: unknown) => e)),
  ).toBe('RECIPIENTS_UNDECLARED');
});

test('nothing of a message is readable on disk', async () => {
  const person = await kept.newPerson();
  await unconnected.reach('sms', dispatch(person));
  await kept.pool.query('checkpoint');
  const needles = {
    phone: PHONE,
    digits: PHONE.replaceAll(' ', ''),
    text: '774193 是您',
    nickname: 'not to be shared',
  };
  expect(scan([inject('dataDir'), inject('keysDir')], needles).hits).toEqual([]);
});
