/** A person's rights over a system beside Kept, a real one: copied, erased in part, erased whole, whatever state it is in. */
import { generateKeyPairSync } from 'node:crypto';
import { Millis } from '@kept/base';
import { type Collection, connectorsMigrations, Elsewhere, openPostgres } from '@kept/connectors';
import { migrate } from '@kept/db';
import { openDoor, testDatabase } from '@kept/db/testing';
import { openJobs } from '@kept/jobs';
import { openStage } from '@kept/kit/testing';
import { keySigner } from '@kept/ledger';
import account, { naming } from '@kept/service-account';
import { afterAll, expect, test } from 'vitest';
import type { CopiedItem } from './copied.ts';
import { copiedItems } from './copy.ts';
import { elsewhereItems, eraseElsewhere, noteElsewhere } from './elsewhere.ts';
import { heldUnder, Packages, Requests, type RightsContext, workflowsOf } from './index.ts';
import { askAgain } from './late.ts';

const stage = await openStage(account, { naming });
const { region } = stage;
const { clock } = stage.desks;
await migrate(stage.pool, connectorsMigrations);
const crm = await testDatabase();
await crm.pool.query(`create table client (id int primary key, mail text, since date);
  create table wish (id int primary key, client int references client, text text)`);

const door = await openDoor(crm.url);
afterAll(() => door.shut());
const base = { dataset: 'crm', primaryKey: ['id'], erase: 'delete', after: [] } as const;
const collections: Collection[] = [
  {
    ...{ ...base, id: 'crm.client', name: 'client', held: { collection: 'registration', purpose: 'account' } },
    fields: [
      { path: 'id', references: [] },
      { path: 'mail', identity: 'email', references: [] },
      { path: 'since', references: [] },
    ],
  },
  {
    ...{ ...base, id: 'crm.wish', name: 'wish', held: { collection: 'profile', purpose: 'profile' } },
    fields: [
      { path: 'id', references: [] },
      { path: 'client', references: [{ collection: 'crm.client', field: 'id', direction: 'from' }] },
      { path: 'text', references: [] },
    ],
  },
];
const label = { 'zh-Hans': '客户系统', 'zh-Hant': '客戶系統', en: 'Customer system' };
const open = (): Elsewhere =>
  new Elsewhere({
    declared: [
      {
        id: 'crm',
        label,
        kind: 'postgresql',
        regions: null,
        collections,
        skipped: [],
        open: () => openPostgres('crm', door.url),
      },
    ],
    ...{ pool: stage.pool, keys: region.keys, clock },
  });
const elsewhere = open();
afterAll(() => elsewhere.close());

const signer = keySigner(generateKeyPairSync('ed25519').privateKey);
const requests = new Requests({ pool: stage.pool, clock, region: region.id });
const { url } = await testDatabase();
const jobs = openJobs({ url, executorId: 'one', clock, poll: Millis(20) });
const around: Omit<RightsContext, 'workflows'> = {
  ...{ services: [account], regions: [region.id], origin: 'https://home.example', packages: new Packages(clock) },
  ...{
    requests: () => requests,
    at: () => region,
    letters: () => null,
    documents: () => null,
    wishes: () => null,
    suppression: stage.desks.keys,
  },
  beside: {
    at: () => elsewhere,
    findBy: { email: naming.account.email, phone_number: naming.account.phone },
    labels: new Map([['crm', label]]),
  },
};
const workflows = workflowsOf(jobs, around, () => signer);
const context: RightsContext = { ...around, workflows };
await jobs.launch();
afterAll(() => jobs.close({ within: Millis(500) }));

let people = 0;
/** Known here by a contact, there by the same, with two wishes; and somebody else beside. */
async function newPerson(): Promise<{ owner: string; mail: string; id: number }> {
  const id = ++people * 10;
  const mail = `lin.${id}@home.example`;
  const { id: owner } = await stage.desks.newPerson({ kind: 'email', value: mail });
  await crm.pool.query('insert into client values ($1, $2, now()), ($1 + 1, $3, now())', [id, mail, `not.${mail}`]);
  await crm.pool.query(
    `insert into wish values ($1, $1, 'a lamp'), ($1 + 1, $1, 'a door'), ($1 + 2, $1 + 1, 'a roof')`,
    [id],
  );
  return { owner, mail, id };
}
const rowsOf = async (id: number): Promise<[number, number]> => {
  const { rows } = await crm.pool.query<{ c: number; w: number }>(
    `select (select count(*)::int from client where id = $1) as c, (select count(*)::int from wish where client = $1) as w`,
    [id],
  );
  return [rows[0]!.c, rows[0]!.w];
};
const due = () => ({ at: clock.now() + 86_400_000 * 15, zone: 'Asia/Shanghai' });
const factsOf = (found: Awaited<ReturnType<Requests['byCode']>>): string[] =>
  'certificate' in found ? found.certificate.facts.flatMap(({ lines }) => lines.map(({ text }) => text)) : [];

test('a copy has what the other system holds of this person, each with clause and purpose', async () => {
  const { owner, mail } = await newPerson();
  const items: CopiedItem[] = [];
  for await (const item of copiedItems(context, region, owner, 'en')) items.push(item);
  const theirs = items.filter(({ service }) => service === 'Customer system');
  expect(theirs.map(({ label: name, value }) => [name, value])).toEqual(
    expect.arrayContaining([
      ['client · mail', mail],
      ['wish · text', 'a lamp'],
      ['wish · text', 'a door'],
    ]),
  );
  expect(JSON.stringify(theirs)).not.toContain('a roof');
  const { manifest } = region.program;
  const wish = theirs.find(({ value }) => value === 'a lamp');
  expect(wish).toMatchObject({
    clause: manifest.collections['profile']!.clause,
    purpose: manifest.purposes['profile']!.label.en,
    collectionId: 'profile',
  });
  const told = (await region.gate.activity(owner, { limit: 20 })).map((entry) =>
    entry.kind === 'evidence' ? (entry.payload as { stage?: string }).stage : null,
  );
  expect(told).toContain('elsewhere');
});

test('a system that does not answer stops no copy: it says which is late and by when, and the person is told when it is back', async () => {
  const { owner, mail, id } = await newPerson();
  await door.shut();
  const copy = async (): Promise<CopiedItem[]> => {
    const items: CopiedItem[] = [];
    for await (const item of copiedItems(context, region, owner, 'en')) items.push(item);
    return items;
  };
  const without = await copy();
  expect(without.filter(({ service }) => service !== 'Customer system').map(({ value }) => value)).toContain(mail);
  const theirs = without.filter(({ service }) => service === 'Customer system');
  expect(theirs).toMatchObject([
    {
      id: 'crm.late',
      label: 'Not here yet',
      value: expect.stringMatching(/did not answer.*by \w+ \d+, \d{4}/) as string,
    },
  ]);
  // Waited for once, however often a copy is fetched.
  await copy();
  const stages = async (): Promise<(string | undefined)[]> =>
    (await region.gate.activity(owner, { limit: 50 })).map((entry) =>
      entry.kind === 'evidence' ? (entry.payload as { stage?: string }).stage : undefined,
    );
  expect((await stages()).filter((stage) => stage === 'elsewhere-late')).toHaveLength(1);
  expect((await elsewhere.late.byConnector()).get('crm')).toMatchObject({ people: 1 });
  const late = (await stage.pool.query<{ id: string }>('select id from connector_late where owner_id = $1', [owner]))
    .rows[0]!.id;
  expect(await askAgain(context, region, owner, late)).toBe('waits');
  await door.open();
  await jobs.send(`late:${late}`, 'go', 'go', 'now');
  expect(await jobs.result(`late:${late}`)).toMatchObject({ state: 'done' });
  expect(await stages()).toContain('elsewhere-back');
  // What was late comes by itself; whoever has the rest need not take that again.
  const waited = async () => elsewhere.late.of(owner);
  expect(await waited()).toMatchObject([{ connector: 'crm', backAt: expect.any(Number) as number }]);
  const part: CopiedItem[] = [];
  for await (const item of elsewhereItems(context, region, owner, 'en', 'crm')) part.push(item);
  expect(part.map(({ value }) => value)).toEqual(expect.arrayContaining([mail, 'a lamp', 'a door']));
  expect(new Set(part.map(({ service }) => service))).toEqual(new Set(['Customer system']));
  expect(await waited()).toEqual([]);
  expect((await copy()).map(({ value }) => value)).toEqual(expect.arrayContaining([mail, 'a lamp', 'a door']));
  expect(await elsewhere.late.byConnector()).toEqual(new Map());
  expect(await rowsOf(id)).toEqual([1, 2]);
});

test('an erasure takes what the open account works without, and its certificate says so', async () => {
  const { owner, id } = await newPerson();
  const made = await requests.make(owner, 'erasure', { due: due(), firstEntry: region.ledger.size, language: 'en' });
  await workflows.begin(region.id, made);
  expect((await jobs.result(made.id))?.state).toBe('done');
  expect(await rowsOf(id)).toEqual([1, 0]);
  expect(await rowsOf(id + 1)).toEqual([1, 1]);
  expect((await requests.get(owner, made.id)).removed).toContainEqual({
    service: 'crm',
    resource: 'crm.wish',
    rows: 2,
  });
  expect(factsOf(await requests.byCode(made.code))).toContainEqual('Customer system · crm.wish · 2 items');
  const told = (await region.gate.activity(owner, { limit: 50 })).flatMap((entry) =>
    entry.kind === 'evidence' ? [entry.payload] : [],
  );
  expect(told).toContainEqual(
    expect.objectContaining({
      stage: 'elsewhere-erased',
      connector: 'crm',
      collection: 'crm.wish',
      treatment: 'delete',
      rows: 2,
    }),
  );
});

test('killed between the entry of a collection and its note, the entry stands once', async () => {
  const { owner, id } = await newPerson();
  const request = await requests.make(owner, 'erasure', { due: due(), firstEntry: region.ledger.size });
  await noteElsewhere(context, region, request);
  const dying = {
    ...region,
    gate: {
      activity: region.gate.activity.bind(region.gate),
      record: async (...args: Parameters<typeof region.gate.record>) => {
        await region.gate.record(...args);
        throw new Error('killed');
      },
    },
  };
  const erase = (at: typeof region) =>
    eraseElsewhere(context, at, requests, request, ({ held }) => held.collection === 'profile');
  await expect(erase(dying as never)).rejects.toThrow('killed');
  await erase(region);
  expect(await rowsOf(id)).toEqual([1, 0]);
  const told = (await region.gate.activity(owner, { limit: 50 })).flatMap((entry) => {
    const { stage, collection } = (entry.kind === 'evidence' ? entry.payload : {}) as Record<string, string>;
    return stage === 'elsewhere-erased' ? [collection] : [];
  });
  expect(told).toHaveLength(2);
  expect(new Set(told)).toEqual(new Set(['crm.client', 'crm.wish']));
});

test('a closure waits for a system that has changed, tells somebody, and then takes everything', async () => {
  const { owner, id } = await newPerson();
  await crm.pool.query('alter table wish rename to hope');
  const made = await requests.make(owner, 'closure', { due: due(), firstEntry: region.ledger.size, language: 'en' });
  await workflows.begin(region.id, made);
  await expect.poll(async () => (await requests.byId(made.id)).reminded, { timeout: 120_000 }).toBe('escalate');
  // Here nothing can be read any more; there nothing was touched.
  expect((await requests.byId(made.id)).steps.unreadable).toBeDefined();
  expect(await crm.pool.query('select from client where id = $1', [id])).toMatchObject({ rowCount: 1 });
  await expect
    .poll(async () => (await requests.byId(made.id)).elsewhere)
    .toEqual([{ connector: 'crm', doneAt: null, why: 'CONNECTORS_DRIFTED' }]);
  expect(await elsewhere.running(10)).toMatchObject([{ waits: [{ connector: 'crm', why: 'CONNECTORS_DRIFTED' }] }]);
  await crm.pool.query('alter table hope rename to wish');
  expect((await jobs.result(made.id))?.state).toBe('done');
  expect(await rowsOf(id)).toEqual([0, 0]);
  expect(await rowsOf(id + 1)).toEqual([1, 1]);
  expect(factsOf(await requests.byCode(made.code))).toEqual(
    expect.arrayContaining(['Customer system · crm.client · 1 row', 'Customer system · crm.wish · 2 rows']),
  );
  // Which system was done with, and when.
  expect(factsOf(await requests.byCode(made.code))).toContainEqual(
    expect.stringMatching(/^Customer system · \w+ \d+, \d{4} at /),
  );
  const notes = await stage.pool.query('select from connector_note');
  expect(notes.rowCount).toBe(0);
}, 240_000);

test('rows are held under a collection and a purpose of the policy, or nothing starts', () => {
  expect(() => heldUnder(elsewhere, region.program)).not.toThrow();
  const [client] = collections;
  const other = { ...client!, held: { collection: 'registration', purpose: 'no-such' } };
  const wrong = { plan: { nodes: [{ collection: other, identities: [], edges: [], sought: [] }] } };
  expect(() => heldUnder(wrong as unknown as Elsewhere, region.program)).toThrow(
    expect.objectContaining({ code: 'CONNECTORS_NOT_IN_POLICY' }),
  );
});
