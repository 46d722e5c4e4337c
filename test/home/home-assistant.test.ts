/** A Home Assistant of somebody’s is shown what they may see, sets what they may set, and nothing of it stays. */
import { type Person, type TestHouse, testHouse } from '@kept/server/testing';
import type { MqttClient } from 'mqtt';
import { beforeAll, expect, test, vi } from 'vitest';
import { addGateway, type Credential, connect, devicesOf, letIn, newHome, send, synthetic } from './people.ts';

let kept: TestHouse;
let lin: Person;
let mira: Person;
let home: string;
let gateway: MqttClient;

beforeAll(async () => {
  kept = await testHouse();
  [lin, mira] = [await kept.person(), await kept.person()];
  home = await newHome(lin);
  await letIn(home, lin, mira, 'member');
  gateway = await connect(kept, await addGateway(home, lin));
  await send(gateway, synthetic());
}, 240_000);

interface Ha {
  readonly client: MqttClient;
  readonly heard: Map<string, string>;
}

/** As Home Assistant connects: subscribes, then says that it is there. */
async function homeAssistant(credential: Credential): Promise<Ha> {
  const client = await connect(kept, credential, { version: 5 });
  const heard = new Map<string, string>();
  client.on('message', (topic, payload) => heard.set(topic, payload.toString()));
  await client.subscribeAsync(['homeassistant/#', 'kept/#'], { qos: 1 });
  await client.publishAsync('homeassistant/status', 'online', { qos: 1 });
  return { client, heard };
}

const link = (person: Person) => person.visitor.must<Credential>(201, 'POST', `/api/homes/${home}/home-assistant`);
const idOf = async (name: string) => (await devicesOf(home, lin)).find((each) => each.name === name)!.id;
const configOf = ({ heard }: Ha, id: string) =>
  JSON.parse(heard.get(`homeassistant/device/kept_${id}/config`) ?? 'null') as {
    device: object;
    components: Record<string, { platform: string; command_topic?: string }>;
  } | null;

test('it is shown the devices, how they are, and what changes; what it sets is its person’s command', async () => {
  const ha = await homeAssistant(await link(mira));
  const [climate, lamp, door] = [await idOf('kitchen/climate'), await idOf('kitchen/lamp'), await idOf('hall/door')];
  await vi.waitFor(() => expect(configOf(ha, lamp)).not.toBeNull());
  expect(configOf(ha, climate)!.components['temperature']).toMatchObject({
    ...{ platform: 'sensor', device_class: 'temperature', unit_of_measurement: '°C', state_class: 'measurement' },
  });
  expect(configOf(ha, door)!.components['contact']).toMatchObject({ platform: 'binary_sensor', payload_on: 'false' });
  await vi.waitFor(() =>
    expect(JSON.parse(ha.heard.get(`kept/${climate}/state`) ?? '{}')).toMatchObject({ temperature: '21.5' }),
  );
  await send(gateway, [
    { topic: 'zigbee2mqtt/kitchen/climate', qos: 1, retain: false, payload: '{"temperature":19.75}' },
  ]);
  await vi.waitFor(() => expect(ha.heard.get(`kept/${climate}/state`)).toContain('19.75'));
  const set = configOf(ha, lamp)!.components['state']!.command_topic!;
  const sets: string[] = [];
  gateway.on('message', (topic, payload) => sets.push(`${topic} ${payload.toString()}`));
  await gateway.subscribeAsync('zigbee2mqtt/+/+/set');
  await ha.client.publishAsync(set, 'ON', { qos: 1 });
  await vi.waitFor(() => expect(sets).toEqual(['zigbee2mqtt/kitchen/lamp/set {"state":"ON"}']));
  await expect(ha.client.publishAsync(`kept/${climate}/temperature/set`, '30', { qos: 1 })).rejects.toThrow();
  expect(sets).toHaveLength(1);
});

test('without the switch it is shown nothing; switched off, it is sent away and nothing stays with the broker', async () => {
  const { broker } = await kept.broker();
  const plain = await homeAssistant(await addGateway(home, mira, 'Not a link'));
  const credential = await link(lin);
  const ha = await homeAssistant(credential);
  await vi.waitFor(() => expect(ha.heard.size).toBeGreaterThan(5));
  expect([...plain.heard.keys()].filter((topic) => topic.startsWith('kept/'))).toEqual([]);
  const path = `/api/homes/${home}/home-assistant`;
  expect((await lin.visitor.must<{ links: unknown[] }>(200, 'GET', path)).links).toHaveLength(1);
  await mira.visitor.must(404, 'DELETE', `${path}/${credential.device}`);
  const gone = new Promise<void>((done) => ha.client.once('close', () => done()));
  await lin.visitor.must(204, 'DELETE', `${path}/${credential.device}`);
  await gone;
  expect((await broker.retained()).filter((topic) => topic.includes(credential.device))).toEqual([]);
  await expect(connect(kept, credential)).rejects.toThrow();
});

test('an installer sees their rooms and sets nothing; whose grant is taken back hears not one more message', async () => {
  const fitter = await kept.person();
  await letIn(home, lin, fitter, 'installer');
  const credential = await link(fitter);
  const { device } = credential;
  const ha = await homeAssistant(credential);
  const lamp = await idOf('kitchen/lamp');
  await vi.waitFor(() => expect(configOf(ha, lamp)).not.toBeNull());
  expect(configOf(ha, lamp)!.components['state']!.command_topic).toBeUndefined();
  await expect(ha.client.publishAsync(`kept/${lamp}/state/set`, 'ON', { qos: 1 })).rejects.toThrow();
  await lin.visitor.must(204, 'DELETE', `/api/homes/${home}/members/${fitter.id}`);
  expect(ha.heard.size).toBeGreaterThan(0);
  ha.heard.clear();
  await send(gateway, [{ topic: 'zigbee2mqtt/kitchen/lamp', qos: 1, retain: false, payload: '{"state":"ON"}' }]);
  // What was retained is cleared: at most the word of that, which is empty.
  expect([...ha.heard.values()].filter((payload) => payload !== '')).toEqual([]);
  const { broker } = await kept.broker();
  const left = async () => (await broker.retained()).filter((topic) => topic.includes(device));
  await vi.waitFor(async () => expect(await left()).toEqual([]));
});
