/** Automations of a home, from a reading that comes in at the real broker to the command that goes out. */
import { type Person, type TestHouse, testHouse } from '@kept/server/testing';
import { inboxOf as noticesOf, UNDO_MS } from '@kept/service-inbox';
import type { MqttClient } from 'mqtt';
import { beforeAll, expect, test, vi } from 'vitest';
import { addGateway, connect, type Device, devicesOf, letIn, newHome, send, synthetic } from './people.ts';

interface Trace {
  readonly run: string;
  readonly outcome: string;
  readonly reason?: string;
  readonly clause?: string;
  readonly mine: boolean;
  readonly fact: { readonly trigger: string; readonly from?: string; readonly to?: string };
  readonly cause: { readonly by: string; readonly me: boolean } | null;
  readonly conditions: readonly { readonly value?: string; readonly result: boolean }[];
  readonly steps: readonly { readonly action: string; readonly result: string; readonly code?: string }[];
}

let kept: TestHouse;
let home: string;
let client: MqttClient;
let [lin, guest, mira]: Person[] = [];
let devices: Record<string, Device>;
const sets: string[] = [];

const told = (name: string, values: object) =>
  ({ topic: `zigbee2mqtt/${name}`, qos: 1, retain: false, payload: JSON.stringify(values) }) as const;
const entity = (name: string, key: string) => `${devices[name]!.id}.${key}`;
const light = (state: string) => ({ action: 'command', device_id: devices['kitchen/lamp']!.id, data: { state } });
const base = { time_zone: 'Asia/Shanghai', conditions: [], mode: 'single' };

const make = async ({ visitor }: Person, config: object): Promise<string> =>
  (await visitor.must<{ id: string }>(201, 'POST', `/api/homes/${home}/automations`, { ...base, ...config })).id;
const traces = async ({ visitor }: Person, id: string): Promise<readonly Trace[]> =>
  (await visitor.must<{ traces: Trace[] }>(200, 'GET', `/api/homes/${home}/automations/${id}/traces`)).traces;

interface Notice {
  readonly id: string;
  readonly from: string;
  readonly text: string;
  readonly read: boolean;
}
const inboxOf = ({ visitor }: Person) =>
  visitor.must<{ notices: readonly Notice[]; unread: number }>(200, 'GET', '/api/my/inbox');

beforeAll(async () => {
  kept = await testHouse();
  [lin, guest, mira] = [await kept.person(), await kept.person(), await kept.person()];
  home = await newHome(lin!);
  await letIn(home, lin!, mira!, 'member');
  await letIn(home, lin!, guest!, 'guest');
  client = await connect(kept, await addGateway(home, lin!));
  // The lamp answers as a lamp does.
  client.on('message', (topic, payload) => {
    sets.push(`${topic.slice('zigbee2mqtt/'.length)} ${payload.toString()}`);
    void send(client, [told('kitchen/lamp', JSON.parse(payload.toString()) as object)]);
  });
  await client.subscribeAsync('zigbee2mqtt/+/+/set');
  await send(client, synthetic());
  devices = Object.fromEntries((await devicesOf(home, lin!)).map((each) => [each.name, each]));
}, 240_000);

test('somebody comes in, it is cold: the lamp goes on, and everybody who lives there can see why', async () => {
  const id = await make(lin!, {
    alias: 'Light when somebody comes',
    triggers: [{ trigger: 'state', entity_id: entity('hall/motion', 'occupancy'), to: 'true' }],
    conditions: [{ condition: 'numeric_state', entity_id: entity('kitchen/climate', 'temperature'), below: 22 }],
    actions: [light('ON')],
  });
  await send(client, [told('hall/motion', { occupancy: true })]);
  await vi.waitFor(() => expect(sets).toEqual(['kitchen/lamp/set {"state":"ON"}']), 5_000);
  // Said once more: nothing has changed.
  await send(client, [told('hall/motion', { occupancy: true })]);
  for (const person of [lin!, mira!]) {
    await vi.waitFor(async () => expect(await traces(person, id)).toHaveLength(1), 5_000);
    const [trace] = await traces(person, id);
    expect(trace).toMatchObject({
      ...{ outcome: 'finished', mine: person === lin, clause: '2.1.7' },
      fact: { trigger: 'state', from: 'false', to: 'true' },
      conditions: [{ value: '21.5', result: true }],
      steps: [{ action: 'command', result: 'done' }],
    });
  }
  await send(client, [told('kitchen/climate', { temperature: 23 }), told('hall/motion', { occupancy: false })]);
  await send(client, [told('hall/motion', { occupancy: true })]);
  await vi.waitFor(async () => expect((await traces(mira!, id))[0]).toMatchObject({ outcome: 'conditions' }), 5_000);
  expect(sets).toHaveLength(1);
  const copy = await mira!.visitor.call('GET', '/api/my/copy?format=json');
  expect(copy.text).toContain('Light when somebody comes');
  await lin!.visitor.must(204, 'DELETE', `/api/homes/${home}/automations/${id}`);
});

test('a number that crosses a bound sets off one that another has set off is said to', async () => {
  sets.length = 0;
  const id = await make(mira!, {
    alias: 'Too warm',
    triggers: [{ trigger: 'numeric_state', entity_id: entity('kitchen/climate', 'temperature'), above: 25 }],
    actions: [light('OFF')],
  });
  const after = await make(mira!, {
    alias: 'Afterwards',
    triggers: [{ trigger: 'state', entity_id: entity('kitchen/lamp', 'state'), from: 'ON', to: 'OFF' }],
    actions: [{ action: 'notify', message: 'The lamp is off' }],
  });
  for (const temperature of [24.9, 25.1, 25.3]) await send(client, [told('kitchen/climate', { temperature })]);
  await vi.waitFor(() => expect(sets).toEqual(['kitchen/lamp/set {"state":"OFF"}']), 5_000);
  await vi.waitFor(async () => expect(await traces(mira!, after)).toHaveLength(1), 5_000);
  expect((await traces(mira!, after))[0]).toMatchObject({ cause: { by: 'run' }, outcome: 'finished' });
  expect(await traces(mira!, id)).toHaveLength(1);
  // Told to whoever set it up, once, and to nobody else.
  expect((await inboxOf(mira!)).notices).toMatchObject([{ from: 'Afterwards', text: 'The lamp is off', read: false }]);
  expect((await inboxOf(lin!)).notices).toEqual([]);
});

test('a notice is read, unread, thrown away, taken back, and gone for good after a minute', async () => {
  const [notice] = (await inboxOf(mira!)).notices;
  const path = `/api/my/inbox/${notice!.id}`;
  const unread = async () => (await inboxOf(mira!)).unread;
  expect(await unread()).toBe(1);
  await lin!.visitor.must(404, 'DELETE', path);
  await mira!.visitor.must(204, 'POST', '/api/my/inbox/reading');
  expect(await unread()).toBe(0);
  await mira!.visitor.must(204, 'PATCH', path, { read: false });
  expect(await unread()).toBe(1);
  await mira!.visitor.must(204, 'DELETE', path);
  expect(await inboxOf(mira!)).toEqual({ notices: [], unread: 0 });
  await mira!.visitor.must(204, 'PATCH', path, { read: true });
  expect((await inboxOf(mira!)).notices).toHaveLength(1);
  expect((await mira!.visitor.call('GET', '/api/my/copy?format=json')).text).toContain('The lamp is off');
  await mira!.visitor.must(204, 'DELETE', path);
  const inbox = noticesOf(kept.house.regions.get(mira!.region)!);
  await inbox.sweep(Date.now());
  await mira!.visitor.must(204, 'DELETE', path);
  await inbox.sweep(Date.now() + UNDO_MS + 5_000);
  await mira!.visitor.must(404, 'PATCH', path, { read: true });
});

test('what a guest has set up stops with their place in the home', async () => {
  sets.length = 0;
  const id = await make(guest!, {
    alias: 'Of a guest',
    triggers: [{ trigger: 'state', entity_id: entity('hall/door', 'contact'), to: 'false' }],
    actions: [light('ON')],
  });
  await send(client, [told('hall/door', { contact: false })]);
  await vi.waitFor(() => expect(sets).toHaveLength(1), 5_000);
  // Their own, who does not live there, and nobody else's.
  const { automations } = await guest!.visitor.must<{ automations: { id: string }[] }>(
    ...([200, 'GET', `/api/homes/${home}/automations`] as const),
  );
  expect(automations.map((each) => each.id)).toEqual([id]);
  await vi.waitFor(async () => expect(await traces(guest!, id)).toHaveLength(1), 5_000);
  await lin!.visitor.must(204, 'DELETE', `/api/homes/${home}/members/${guest!.id}`);
  await send(client, [told('hall/door', { contact: true }), told('hall/door', { contact: false })]);
  // Said after it by the same way, so that what is to be missed has had its time.
  const marker = await make(lin!, {
    alias: 'Marker',
    triggers: [{ trigger: 'state', entity_id: entity('hall/door', 'contact'), to: 'true' }],
    actions: [{ action: 'notify', message: 'open' }],
  });
  await send(client, [told('hall/door', { contact: true })]);
  await vi.waitFor(async () => expect(await traces(lin!, marker)).toHaveLength(1), 5_000);
  expect(sets).toHaveLength(1);
  await guest!.visitor.must(404, 'GET', `/api/homes/${home}/automations`);
});

test('nobody changes what acts with the grants of another', async () => {
  const config = { ...base, alias: 'Mine', triggers: [{ trigger: 'time', at: '07:00' }], actions: [light('ON')] };
  const id = await make(lin!, config);
  const path = `/api/homes/${home}/automations/${id}`;
  await mira!.visitor.must(403, 'PUT', path, config);
  await mira!.visitor.must(403, 'DELETE', path);
  await mira!.visitor.must(403, 'POST', `${path}/runs`);
  await mira!.visitor.must(204, 'PATCH', path, { active: false });
  await mira!.visitor.must(403, 'PATCH', path, { active: true });
  await lin!.visitor.must(204, 'PATCH', path, { active: true });
});

test('settings that make no sense here are refused with their place', async () => {
  const path = `/api/homes/${home}/automations`;
  const refused = async (status: number, config: object) => {
    const { status: is, body } = await lin!.visitor.call<{ code: string; field?: string }>('POST', path, {
      ...base,
      ...{ alias: 'A', triggers: [{ trigger: 'time', at: '07:00' }], actions: [light('ON')] },
      ...config,
    });
    expect(is).toBe(status);
    return body.code;
  };
  const foreign = '00000000-0000-7000-8000-000000000000';
  expect(await refused(400, { triggers: [{ trigger: 'state', entity_id: `${foreign}.state` }] })).toBe(
    'AUTOMATIONS_NO_SUCH_THING',
  );
  expect(await refused(400, { actions: [{ ...light('ON'), data: { sideways: '1' } }] })).toBe(
    'AUTOMATIONS_NO_SUCH_THING',
  );
  expect(await refused(400, { triggers: [{ trigger: 'sun', event: 'sunset' }] })).toBe('AUTOMATIONS_INCOMPLETE');
  expect(
    await refused(400, {
      triggers: [{ trigger: 'numeric_state', entity_id: entity('kitchen/climate', 'humidity'), above: 5, below: 5 }],
    }),
  ).toBe('AUTOMATIONS_INCOMPLETE');
  await refused(400, { place: { latitude: 31.2304, longitude: 121.5 } });
  await refused(400, { actions: [] });
});
