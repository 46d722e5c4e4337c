/** Scenes, and automations that come from elsewhere, over the real API and broker. */
import { type Person, type TestHouse, testHouse } from '@kept/server/testing';
import type { MqttClient } from 'mqtt';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { addGateway, connect, type Device, devicesOf, letIn, newHome, send, synthetic } from './people.ts';

let kept: TestHouse;
let home: string;
let client: MqttClient;
let [lin, mira, child]: Person[] = [];
let devices: Record<string, Device>;
const sets: string[] = [];

const lamp = () => devices['kitchen/lamp']!.id;
const scene = (name = 'Film night') => ({ name, states: [{ device_id: lamp(), data: { state: 'ON' } }] });
const path = (rest = '') => `/api/homes/${home}/scenes${rest}`;
interface Made {
  readonly id: string;
}

beforeAll(async () => {
  kept = await testHouse();
  [lin, mira, child] = [await kept.person(), await kept.person(), await kept.person()];
  home = await newHome(lin!);
  await letIn(home, lin!, mira!, 'member', { acts: ['see'] });
  await letIn(home, lin!, child!, 'child');
  client = await connect(kept, await addGateway(home, lin!));
  client.on('message', (topic, payload) => {
    sets.push(`${topic.slice('zigbee2mqtt/'.length)} ${payload.toString()}`);
  });
  await client.subscribeAsync('zigbee2mqtt/+/+/set');
  await send(client, synthetic());
  devices = Object.fromEntries((await devicesOf(home, lin!)).map((each) => [each.name, each]));
}, 240_000);
beforeEach(() => {
  sets.length = 0;
});

test('a scene is brought about with the grants of whoever does it, and changed by its author alone', async () => {
  const { id } = await lin!.visitor.must<Made>(201, 'POST', path(), scene());
  const run = (person: Person) =>
    person.visitor.must<{ devices: unknown[] }>(200, 'POST', path(`/${id}/runs`)).then((answer) => answer.devices);
  expect(await run(lin!)).toEqual([{ device: lamp(), code: null }]);
  expect(await run(child!)).toEqual([{ device: lamp(), code: null }]);
  expect(await run(mira!)).toEqual([{ device: lamp(), code: 'SPACES_NOT_GRANTED' }]);
  await vi.waitFor(() => expect(sets).toEqual(Array(2).fill('kitchen/lamp/set {"state":"ON"}')), 5_000);
  await child!.visitor.must(403, 'PUT', path(`/${id}`), scene('Mine'));
  await child!.visitor.must(403, 'DELETE', path(`/${id}`));
  await mira!.visitor.must(403, 'POST', path(), scene());
  const { scenes } = await child!.visitor.must<{ scenes: object[] }>(200, 'GET', path());
  expect(scenes).toEqual([{ id, mine: false, config: scene() }]);
  await lin!.visitor.must(200, 'PUT', path(`/${id}`), scene('Cinema'));
  expect((await lin!.visitor.call('GET', '/api/my/copy?format=json')).text).toContain('Cinema');
  await lin!.visitor.must(204, 'DELETE', path(`/${id}`));
  await lin!.visitor.must(404, 'POST', path(`/${id}/runs`));
});

const automation = (scene_id: string) => ({
  ...{ alias: 'Film', time_zone: 'UTC', mode: 'single', conditions: [] },
  triggers: [{ trigger: 'state', entity_id: `${devices['hall/door']!.id}.contact`, to: 'false' }],
  actions: [{ action: 'scene', scene_id }],
});

test('an automation brings about scenes of its author alone', async () => {
  const { id: theirs } = await child!.visitor.must<Made>(201, 'POST', path(), scene());
  await lin!.visitor.must(400, 'POST', `/api/homes/${home}/automations`, automation(theirs));
  const { id } = await lin!.visitor.must<Made>(201, 'POST', path(), scene());
  const made = await lin!.visitor.must<Made>(201, 'POST', `/api/homes/${home}/automations`, automation(id));
  await send(client, [{ topic: 'zigbee2mqtt/hall/door', qos: 1, retain: false, payload: '{"contact":false}' }]);
  await vi.waitFor(() => expect(sets).toEqual(['kitchen/lamp/set {"state":"ON"}']), 5_000);
  await lin!.visitor.must(204, 'DELETE', path(`/${id}`));
  await lin!.visitor.must(202, 'POST', `/api/homes/${home}/automations/${made.id}/runs`);
  const traces = `/api/homes/${home}/automations/${made.id}/traces`;
  await vi.waitFor(async () => {
    const answer = await lin!.visitor.must<{ traces: { outcome: string; reason?: string }[] }>(200, 'GET', traces);
    expect(answer.traces[0]).toMatchObject({ outcome: 'failed', reason: 'AUTOMATIONS_NO_SCENE' });
  }, 5_000);
});

const FILE = `
- alias: Light when somebody comes
  triggers:
    - trigger: state
      entity_id: binary_sensor.hall_motion_occupancy
      to: "on"
  actions:
    - action: switch.turn_on
      target: { entity_id: switch.kitchen_lamp }
- alias: Half
  triggers: [{ trigger: webhook, webhook_id: x }]
  actions: [{ delay: 1 }]
`;
const given = (keep: boolean, text = FILE) => ({ format: 'home-assistant', text, time_zone: 'Asia/Shanghai', keep });
interface Imported {
  readonly automations: readonly { readonly id: string | null; readonly config: object | null }[];
  readonly problems: readonly { readonly line: number; readonly code: string }[];
}
const all = `/api/homes/__/automations`;
const of = (person: Person, rest = '') => [person, all.replace('__', home) + rest] as const;

test('a file is shown first, then kept: each of its automations whole, or not at all; and written out again', async () => {
  const [person, imports] = of(lin!, '/imports');
  const before = await person.visitor.must<{ automations: object[] }>(200, 'GET', of(lin!)[1]);
  const shown = await person.visitor.must<Imported>(200, 'POST', imports, given(false));
  expect(shown.automations.map(({ id, config }) => [id, config !== null])).toEqual([
    [null, true],
    [null, false],
  ]);
  expect(shown.problems).toEqual([{ line: 11, code: 'kind', what: 'webhook' }]);
  const kept = await person.visitor.must<Imported>(200, 'POST', imports, given(true));
  const after = await person.visitor.must<{ automations: { id: string }[] }>(200, 'GET', of(lin!)[1]);
  expect(after.automations).toHaveLength(before.automations.length + 1);
  expect(after.automations.map(({ id }) => id)).toContain(kept.automations[0]!.id);
  const file = await person.visitor.must<{ text: string }>(200, 'GET', of(lin!, '/export')[1]);
  expect(file.text).toContain('binary_sensor.hall_motion_occupancy');
  expect((await child!.visitor.must<{ text: string }>(200, 'GET', of(child!, '/export')[1])).text).not.toContain(
    'hall',
  );
});

test('what the person may not move is not imported, and a stranger imports nothing', async () => {
  const { automations, problems } = await mira!.visitor.must<Imported>(
    200,
    'POST',
    of(mira!, '/imports')[1],
    given(true),
  );
  expect(automations.every(({ id }) => id === null)).toBe(true);
  expect(problems).toContainEqual({ line: 2, code: 'config', what: 'SPACES_NOT_GRANTED' });
  const stranger = await kept.person();
  await stranger.visitor.must(404, 'POST', of(stranger, '/imports')[1], given(false));
  await stranger.visitor.must(404, 'GET', of(stranger, '/export')[1]);
});

test('when it would have acted is told by what was told, to whoever may look at the past', async () => {
  const past = of(lin!, '/past')[1];
  const config = automation('');
  const body = { config: { ...config, actions: [{ action: 'notify', message: 'Open' }] }, span: 'day' };
  interface Past {
    readonly moments: readonly { readonly result: boolean; readonly fact: { readonly to?: string } }[];
  }
  const { moments } = await lin!.visitor.must<Past>(200, 'POST', past, body);
  expect(moments.map(({ result, fact }) => [result, fact.to])).toEqual([[true, 'false']]);
  // A child sees what is so now, never what was.
  await child!.visitor.must(403, 'POST', past, body);
  const stranger = await kept.person();
  await stranger.visitor.must(404, 'POST', past, body);
});

test('settings that are corrected through one’s data count at once', async () => {
  const [, route] = of(lin!);
  const config = {
    ...automation(''),
    alias: 'Corrected',
    actions: [{ action: 'command', device_id: lamp(), data: { state: 'OFF' } }],
  };
  const { id } = await lin!.visitor.must<Made>(201, 'POST', route, config);
  interface Item {
    readonly id: string;
  }
  const data = await lin!.visitor.must<{ categories: { items: Item[] }[] }>(200, 'GET', '/api/my/data');
  const items = data.categories.flatMap((category) => category.items);
  const own = items.filter((item) => item.id.endsWith('.device-automations'));
  const values = await Promise.all(
    own.map(async (item) => ({
      item: item.id,
      ...(await lin!.visitor.must<{ value: string }>(200, 'POST', '/api/my/data/reveal', { item: item.id })),
    })),
  );
  const mine = values.find(({ value }) => value.includes('Corrected'))!;
  const value = mine.value.replace('state: OFF', 'state: ON').replace('to: "false"', 'to: "true"');
  expect(value).not.toBe(mine.value);
  await lin!.visitor.must(200, 'PATCH', '/api/my/data', { item: mine.item, value });
  const { automations } = await lin!.visitor.must<{ automations: { id: string; config: object }[] }>(200, 'GET', route);
  expect(automations.find((each) => each.id === id)?.config).toMatchObject({
    triggers: [{ to: 'true' }],
    actions: [{ data: { state: 'ON' } }],
  });
  await lin!.visitor.must(200, 'PATCH', '/api/my/data', { item: mine.item, value: 'none any more' });
  const left = await lin!.visitor.must<{ automations: { id: string }[] }>(200, 'GET', route);
  expect(left.automations.map((each) => each.id)).not.toContain(id);
});
