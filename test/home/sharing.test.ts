/** Who may do what in a home: every role, every bound of a grant, every route of a device, and the broker. */
import { type Person, type TestHouse, testHouse } from '@kept/server/testing';
import type { MqttClient } from 'mqtt';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { addGateway, type Credential, connect, devicesOf, letIn, listen, newHome, send } from './people.ts';

type Act = 'see' | 'history' | 'control' | 'setup' | 'people';

/** By hand, and not by the program. */
const ROLES: Readonly<Record<string, readonly Act[]>> = {
  owner: ['see', 'history', 'control', 'setup', 'people'],
  member: ['see', 'history', 'control', 'setup'],
  child: ['see', 'control'],
  guest: ['see', 'control', 'history'],
  installer: ['see', 'setup'],
};

interface Case {
  readonly name: string;
  readonly scope: object;
  /** Where it counts: in the kitchen, in the hall, in the home as a whole. */
  readonly where: readonly ('kitchen' | 'hall' | 'home')[];
  readonly acts?: readonly Act[];
}

const HOUR = 3_600_000;
const today = ((new Date().getUTCDay() + 6) % 7) + 1;
/** Neither today nor the days beside it: a run may last past midnight. */
const otherDays = [1, 2, 3, 4, 5, 6, 7].filter((day) => [2, 3, 4, 5].includes((day - today + 7) % 7));
const everywhere = ['kitchen', 'hall', 'home'] as const;
const CASES: readonly Case[] = [
  { name: 'without bounds', scope: {}, where: everywhere },
  { name: 'to see', scope: { acts: ['see'] }, where: everywhere, acts: ['see'] },
  {
    name: 'to control and look back',
    scope: { acts: ['control', 'history'] },
    where: everywhere,
    acts: ['control', 'history'],
  },
  { name: 'in the kitchen', scope: { spaces: ['1.1'] }, where: ['kitchen'] },
  { name: 'on the ground floor', scope: { spaces: ['1'] }, where: ['kitchen', 'hall'] },
  { name: 'in a room that is not', scope: { spaces: ['9'] }, where: [] },
  { name: 'from tomorrow', scope: { from: Date.now() + 24 * HOUR }, where: [] },
  { name: 'until tomorrow', scope: { until: Date.now() + 24 * HOUR }, where: everywhere },
  { name: 'on other days', scope: { hours: { days: otherDays, from: '00:00', to: '23:59', zone: 'UTC' } }, where: [] },
  {
    name: 'at all hours',
    scope: { hours: { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '00:00', zone: 'Asia/Shanghai' } },
    where: everywhere,
  },
];

let kept: TestHouse;
let base: string;
let home: string;
let owner: Person;
let client: MqttClient;
const people: Record<string, Person> = {};
const devices: Record<'kitchen' | 'hall', string> = { kitchen: '', hall: '' };

beforeAll(async () => {
  kept = await testHouse();
  base = await kept.app.listen({ port: 0, host: '127.0.0.1' });
  owner = await kept.person();
  home = await newHome(owner);
  people['owner'] = owner;
  for (const role of Object.keys(ROLES).slice(1)) {
    people[role] = await kept.person();
    await letIn(home, owner, people[role], role);
  }
  people['stranger'] = await kept.person();
  client = await connect(kept, await addGateway(home, owner));
  // Who listens to nothing takes no commands.
  await client.subscribeAsync('zigbee2mqtt/+/+/set');
  await send(client, [told('kitchen/lamp'), told('hall/lamp'), listed()]);
  for (const each of await devicesOf(home, owner)) {
    const room = each.name.startsWith('kitchen') ? 'kitchen' : each.name.startsWith('hall') ? 'hall' : null;
    if (!room) continue;
    devices[room] = each.id;
    const path = `/api/homes/${home}/devices/${each.id}`;
    await owner.visitor.must(204, 'PATCH', path, { space: room === 'kitchen' ? '1.1' : '1.2' });
  }
}, 240_000);

const told = (name: string, state = 'ON') =>
  ({ topic: `zigbee2mqtt/${name}`, qos: 1, retain: false, payload: JSON.stringify({ state }) }) as const;

const listed = () => {
  const exposes = [
    {
      type: 'switch',
      features: [{ type: 'binary', name: 'state', property: 'state', access: 7, value_on: 'ON', value_off: 'OFF' }],
    },
  ];
  const device = (name: string) => ({
    ...{ ieee_address: name.replace('/', '-'), friendly_name: name, type: 'Router' },
    definition: { vendor: 'Aqara', model: 'LAMP', description: 'lamp', exposes },
  });
  const payload = JSON.stringify([device('kitchen/lamp'), device('hall/lamp')]);
  return { topic: 'zigbee2mqtt/bridge/devices', qos: 1, retain: true, payload } as const;
};

/** What each act comes to over HTTP; each answers whether it was let. */
const ROUTES: Readonly<Record<string, { act: Act; ask: (person: Person, device: string) => Promise<number> }>> = {
  'a chart': {
    act: 'history',
    ask: async ({ visitor }, device) =>
      (await visitor.call('GET', `/api/homes/${home}/devices/${device}/chart?key=state&span=day`)).status,
  },
  'an export': {
    act: 'history',
    ask: async ({ visitor }, device) =>
      (await visitor.call('GET', `/api/homes/${home}/devices/${device}/export?format=csv`)).status,
  },
  'a part of the export of the home': {
    act: 'history',
    async ask({ visitor }, device) {
      const { status, text } = await visitor.call('GET', `/api/homes/${home}/export?format=csv`);
      return status === 200 && !text.includes(device) ? 403 : status;
    },
  },
  'a command': {
    act: 'control',
    ask: async ({ visitor }, device) =>
      (await visitor.call('POST', `/api/homes/${home}/devices/${device}/commands`, { values: { state: 'OFF' } }))
        .status,
  },
  'a room for it': {
    act: 'setup',
    ask: async ({ visitor }, device) =>
      (await visitor.call('PATCH', `/api/homes/${home}/devices/${device}`, {})).status,
  },
  'a reading': {
    act: 'see',
    async ask({ visitor }, device) {
      const { status, body } = await visitor.call<{ devices?: { id: string }[] }>('GET', `/api/homes/${home}/devices`);
      return status === 200 && !body.devices!.some(({ id }) => id === device) ? 403 : status;
    },
  },
};

const WHOLE: Readonly<Record<string, { act: Act; ask: (person: Person) => Promise<number> }>> = {
  'an invitation': {
    act: 'people',
    ask: async ({ visitor }) =>
      (await visitor.call('POST', `/api/homes/${home}/invitations`, { role: 'guest' })).status,
  },
  'a plan': {
    act: 'setup',
    async ask({ visitor }) {
      const plan = {
        name: 'Riverside 12',
        spaces: [
          { id: '1', kind: 'floor', name: 'All' },
          { id: '1.1', kind: 'room', name: 'Kitchen' },
          { id: '1.2', kind: 'room', name: 'Hall' },
        ],
      };
      return (await visitor.call('PUT', `/api/homes/${home}`, plan)).status;
    },
  },
};

const isLet = (status: number): boolean => status >= 200 && status < 300;

describe.each(Object.keys(ROLES))('%s', (role) => {
  const cases = role === 'owner' ? CASES.slice(0, 1) : CASES;
  test.each(cases)('$name', async ({ scope, where, acts }) => {
    const person = people[role]!;
    if (role !== 'owner') await owner.visitor.must(204, 'PATCH', `/api/homes/${home}/members/${person.id}`, { scope });
    const may = (act: Act, place: 'kitchen' | 'hall' | 'home') =>
      ROLES[role]!.includes(act) && where.includes(place) && (acts ?? ROLES[role]!).includes(act);
    const wrong: unknown[] = [];
    for (const [name, { act, ask }] of Object.entries(ROUTES))
      for (const place of ['kitchen', 'hall'] as const) {
        const status = await ask(person, devices[place]);
        if (isLet(status) !== may(act, place) || (!isLet(status) && status !== 403))
          wrong.push({ name, place, status });
      }
    for (const [name, { act, ask }] of Object.entries(WHOLE)) {
      const status = await ask(person);
      if (isLet(status) !== may(act, 'home') || (!isLet(status) && status !== 403)) wrong.push({ name, status });
    }
    expect(wrong).toEqual([]);
  });
});

test('a stranger is told that nothing is there', async () => {
  for (const { ask } of [...Object.values(ROUTES), ...Object.values(WHOLE)])
    expect(await ask(people['stranger']!, devices.kitchen)).toBe(404);
});

test('a guest hears the rooms of their grant and no other, and after it is taken back not one more message', async () => {
  const guest = people['guest']!;
  await owner.visitor.must(204, 'PATCH', `/api/homes/${home}/members/${guest.id}`, { scope: { spaces: ['1.1'] } });
  const ears = await listen(base, home, guest);
  await vi.waitFor(() => expect(ears.heard.join('')).toContain('begun'));
  await send(client, [told('kitchen/lamp', 'first'), told('hall/lamp', 'elsewhere')]);
  await vi.waitFor(() => expect(ears.heard.join('')).toContain('first'));
  const talking = (async () => {
    for (let i = 0; i < 40; i++) await send(client, [told('kitchen/lamp', `word-${i}`)]);
  })();
  await owner.visitor.must(204, 'DELETE', `/api/homes/${home}/members/${guest.id}`);
  await send(client, [told('kitchen/lamp', 'afterwards')]);
  await talking;
  await ears.ended;
  const heard = ears.heard.join('');
  expect(heard).not.toContain('elsewhere');
  expect(heard).not.toContain('afterwards');
  expect(await ROUTES['a reading']!.ask(guest, devices.kitchen)).toBe(404);
});

test('who was let in looks at the copy of their host, and that is in the host’s ledger', async () => {
  const { entries } = await owner.visitor.must<{ entries: { actor: { role: string }; service?: { id: string } }[] }>(
    ...([200, 'GET', '/api/my/activity?limit=100'] as const),
  );
  expect(JSON.stringify(entries)).toContain('"id":"devices"');
});

test('what an installer connected falls off when their time is over', async () => {
  const installer = people['installer']!;
  await owner.visitor.must(204, 'PATCH', `/api/homes/${home}/members/${installer.id}`, { scope: {} });
  const credential: Credential = await addGateway(home, installer, 'Fitted');
  const theirs = await connect(kept, credential);
  const closed = new Promise<void>((done) => theirs.once('close', () => done()));
  const heard: string[] = [];
  theirs.on('message', (topic) => heard.push(topic));
  await theirs.subscribeAsync('#');
  await owner.visitor.must(204, 'DELETE', `/api/homes/${home}/members/${installer.id}`);
  await closed;
  await expect(connect(kept, credential)).rejects.toThrow();
  expect(heard).toEqual([]);
});

test('an invitation counts once, unaltered, and for somebody who is not there yet', async () => {
  const [first, second] = [await kept.person(), await kept.person()];
  const { code } = await owner.visitor.must<{ code: string }>(201, 'POST', `/api/homes/${home}/invitations`, {
    role: 'guest',
  });
  const [text = '', seal = ''] = code.split('.');
  const grant = { ...JSON.parse(Buffer.from(text, 'base64url').toString()), role: 'owner' };
  const forged = `${Buffer.from(JSON.stringify(grant)).toString('base64url')}.${seal}`;
  await first.visitor.must(400, 'POST', '/api/homes/memberships', { code: forged });
  await first.visitor.must(201, 'POST', '/api/homes/memberships', { code });
  await second.visitor.must(400, 'POST', '/api/homes/memberships', { code });
  await owner.visitor.must(204, 'DELETE', `/api/homes/${home}/members/${first.id}`);
  await first.visitor.must(400, 'POST', '/api/homes/memberships', { code });
});

test('a home that is handed over takes nothing of before along', async () => {
  const heir = await kept.person();
  await letIn(home, owner, heir, 'owner');
  expect((await devicesOf(home, heir)).flatMap(({ readings }) => readings)).toEqual([]);
  await owner.visitor.must(404, 'GET', `/api/homes/${home}/devices`);
  const copy = await heir.visitor.call('GET', '/api/my/copy?format=json');
  expect(copy.text).not.toContain('word-');
  const theirs = await owner.visitor.call('GET', '/api/my/copy?format=json');
  expect(theirs.text).toContain('word-');
});
