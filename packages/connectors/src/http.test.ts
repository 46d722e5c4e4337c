/** Over HTTP: declared endpoints, every page, and whatever an API does on a bad day. */
import { afterAll, beforeEach, expect, test } from 'vitest';
import { TestApi } from './http.harness.ts';
import { openHttp } from './http.ts';
import type { Collection, Endpoints, Match, Row } from './index.ts';
import { HELD } from './shop.harness.ts';

const api = new TestApi();
const base = await api.listen();
afterAll(() => api.close());
const endpoints = new Map<string, Endpoints>([
  [
    'desk.contact',
    {
      find: {
        mail: { path: '/contacts/search', body: { mail: '{value}' }, rows: 'data.items', next: { page: 'page' } },
      },
      read: { path: '/contacts/{id}', row: 'contact' },
      mask: { path: '/contacts/{id}' },
    },
  ],
  [
    'desk.ticket',
    {
      find: {
        contact: { path: '/contacts/{value}/tickets', rows: 'items', next: { cursor: 'after', query: 'after' } },
      },
      read: { path: '/tickets/{id}' },
      erase: { path: '/tickets/{id}' },
    },
  ],
]);
const open = (headers: Record<string, string> = { authorization: `Bearer ${api.token}` }, at = base) =>
  openHttp({ dataset: 'desk', base: at, headers, rest: 1 }, endpoints);
const store = open();
const shape = { dataset: 'desk', primaryKey: ['id'], held: HELD, after: [] } as const;
const CONTACT: Collection = {
  ...{ ...shape, id: 'desk.contact', name: 'contact', erase: 'mask' },
  fields: [
    { path: 'id', references: [] },
    { path: 'mail', identity: 'email', references: [], mask: { with: 'null' } },
    { path: 'name', references: [], mask: { with: 'text', text: 'gone' } },
    { path: 'tags.city', references: [], mask: { with: 'null' } },
  ],
};
const TICKET: Collection = {
  ...{ ...shape, id: 'desk.ticket', name: 'ticket', erase: 'delete' },
  fields: [
    { path: 'id', references: [] },
    { path: 'contact', references: [{ collection: 'desk.contact', field: 'id', direction: 'from' }] },
    { path: 'text', references: [] },
  ],
};
const LIN: Match[] = [{ field: 'mail', values: ['lin@home.example'], folded: true }];
const rowsOf = async (collection: Collection, matches: Match[], from = store): Promise<Row[]> => {
  const all: Row[] = [];
  for await (const page of from.rows(collection, matches, ['id', 'mail', 'contact', 'text'])) all.push(...page);
  return all;
};

beforeEach(() => {
  api.trouble.length = 0;
  api.contacts = new Map(
    ['Lin@home.example', 'not.lin@home.example', 'lin@home.example', 'lin@home.example.org'].map((mail, i) => [
      `c/${i}`,
      { id: `c/${i}`, mail, name: `Name ${i}`, tags: { city: 'Suzhou' } },
    ]),
  );
  api.tickets = new Map(
    Array.from({ length: 10 }, (_, i) => [`t${i}`, { id: `t${i}`, contact: `c/${i % 2}`, text: `text ${i}` }]),
  );
});

test('found through every page, exactly, and erased as declared; nobody else’s', async () => {
  const mine = new Set(['c/0', 'c/2']);
  const contacts = await rowsOf(CONTACT, LIN);
  expect(contacts.map(({ id }) => id)).toEqual(['c/0', 'c/2']);
  const tickets = await rowsOf(TICKET, [{ field: 'contact', values: ['c/0', 'c/2'] }]);
  expect(tickets.map(({ id }) => id)).toEqual(['t0', 't2', 't4', 't6', 't8']);
  const others = api.dump((id) => mine.has(id));
  expect(await store.remove(TICKET, tickets)).toBe(5);
  expect(await store.count(TICKET, tickets)).toBe(0);
  expect(await store.remove(TICKET, tickets)).toBe(0);
  expect(await store.unmasked(CONTACT, contacts)).toBe(2);
  expect(await store.mask(CONTACT, contacts)).toBe(2);
  expect(await store.unmasked(CONTACT, contacts)).toBe(0);
  expect(api.contacts.get('c/0')).toEqual({ id: 'c/0', mail: null, name: 'gone', tags: { city: null } });
  expect(api.dump((id) => mine.has(id))).toBe(others);
  // What a person is asked for by stood in no address.
  expect(api.seen.filter((each) => each.includes('home.example'))).toEqual([]);
});

test('tried again where that helps, and told plainly where it does not', async () => {
  api.trouble.push({ status: 503 }, { status: 429, headers: { 'retry-after': '0' } });
  expect(await rowsOf(CONTACT, LIN)).toHaveLength(2);
  api.trouble.push({ status: 500 }, { status: 502 }, { status: 503 }, { status: 504 });
  await expect(rowsOf(CONTACT, LIN)).rejects.toMatchObject({ code: 'CONNECTORS_STORE_DOWN' });
  await expect(rowsOf(CONTACT, LIN, open({}))).rejects.toMatchObject({ code: 'CONNECTORS_STORE_REFUSES' });
  await expect(rowsOf(CONTACT, LIN, open({}, new URL('http://127.0.0.1:1')))).rejects.toMatchObject({
    code: 'CONNECTORS_STORE_DOWN',
  });
  api.trouble.push({ status: 422 });
  const error = await rowsOf(CONTACT, LIN).catch((thrown: Error) => thrown);
  expect(error).toMatchObject({ code: 'CONNECTORS_NOT_AS_DECLARED' });
  expect((error as Error).message).not.toContain('lin');
});

test('what the declaration does not say is drift, and a key that names no row is refused', async () => {
  expect((await store.survey([CONTACT, TICKET])).drift).toEqual([]);
  const { drift } = await store.survey([
    { ...CONTACT, erase: 'delete' },
    { ...TICKET, erase: 'mask' },
  ]);
  expect(drift).toEqual([
    { code: 'no-key', at: 'desk.contact' },
    { code: 'not-masked', at: 'desk.ticket' },
  ]);
  await expect(store.remove(TICKET, [{ id: '..' }])).rejects.toMatchObject({ code: 'CONNECTORS_NOT_AS_DECLARED' });
  expect(api.tickets.size).toBe(10);
});
