/** What devices send that they should not: each is told in the log of its sender, nothing of others is lost, the broker stays. */
import { once } from 'node:events';
import { connect as open } from 'node:net';
import { type Person, type TestHouse, testHouse } from '@kept/server/testing';
import { runtimeOf } from '@kept/service-devices';
import type { MqttClient } from 'mqtt';
import { beforeAll, expect, test, vi } from 'vitest';
import { addGateway, type Credential, connect, devicesOf, newHome, send, synthetic } from './people.ts';

let kept: TestHouse;
let [lin, mira]: Person[] = [];
let home: string;
let gateway: Credential;
let client: MqttClient;
let other: MqttClient;

beforeAll(async () => {
  kept = await testHouse();
  [lin, mira] = [await kept.person(), await kept.person()];
  home = await newHome(lin!);
  gateway = await addGateway(home, lin!);
  client = await connect(kept, gateway);
  other = await connect(kept, await addGateway(await newHome(mira!), mira!));
  for (const each of [client, other]) await send(each, synthetic());
}, 240_000);

const told = (topic: string, payload: string | Buffer, by = client) => by.publishAsync(topic, payload, { qos: 1 });

/** Lines of the log of a device, as its person has them. */
async function logOf(device: string): Promise<string> {
  const { history } = runtimeOf(kept.house.regions.get(lin!.region)!).repositories;
  const rows = (await history.rows(lin!.id)).filter(({ plain }) => plain['device'] === device).map(({ id }) => id);
  const read = await history.readMany({ role: 'person' }, lin!.id, rows, 'rights', ['device-log']);
  return [...read.values()].map((values) => values['device-log'] ?? '').join('\n');
}

const readingsOf = async (name: string) => {
  const devices = await devicesOf(home, lin!);
  return new Map(devices.find((each) => each.name === name)?.readings.map((each) => [each.key, each]));
};

test('what cannot be read is in the log of whoever sent it, by its topic alone, a few times a minute at most', async () => {
  const wrong = [
    'not json',
    '[1]',
    '{"a":',
    'null',
    '7',
    '"text"',
    Buffer.from([0xff, 0xfe, 0]),
    '{"a":1}'.repeat(20_000),
  ];
  for (const payload of wrong) await told('zigbee2mqtt/kitchen/climate', payload);
  await told('zigbee2mqtt/bridge/devices', '{"not":"a list"}');
  await told('v1/devices/me/telemetry', '[{"ts":"noon"},7]');
  const log = await logOf(gateway.device);
  expect(log.match(/fault malformed zigbee2mqtt\/kitchen\/climate/g)).toHaveLength(3);
  expect(log).not.toMatch(/not json/);
  await told('zigbee2mqtt/kitchen/climate', '{"temperature":22.5}');
  expect((await readingsOf('kitchen/climate')).get('temperature')!.value).toBe('22.5');
});

test('a storm is throttled and told; others lose nothing and wait no longer', async () => {
  const { tally } = await kept.broker();
  const before = { ...tally };
  const storm = Array.from({ length: 2_500 }, (_, i) =>
    told('zigbee2mqtt/hall/motion', `{"occupancy":${i % 2 === 0}}`),
  );
  const calm = Array.from({ length: 20 }, (_, i) => told('zigbee2mqtt/hall/door', `{"contact":${i % 2 === 0}}`, other));
  await Promise.all(calm);
  await Promise.all(storm);
  expect(tally.throttled - before.throttled).toBeGreaterThan(1_000);
  expect(tally.again).toBe(before.again);
  expect(await logOf(gateway.device)).toMatch(/fault throttled zigbee2mqtt\/hall\/motion/);
});

test('a clock that is wrong is not believed, one that is late is', async () => {
  const [now, day] = [Date.now(), 86_400_000];
  const meter = await addGateway(home, lin!, 'Meter');
  const own = await connect(kept, meter);
  const at = { ahead: now + 365 * day, ancient: 1_000, late: now - 2 * day };
  for (const [key, ts] of Object.entries(at))
    await told('v1/devices/me/telemetry', JSON.stringify({ ts, values: { [key]: 1 } }), own);
  const readings = await readingsOf('Meter');
  expect(readings.get('late')!.at).toBe(at.late);
  for (const key of ['ahead', 'ancient']) expect(Math.abs(readings.get(key)!.at - now)).toBeLessThan(60_000);
});

test('a name that would be another topic is not taken in, and nobody comes in as somebody else', async () => {
  const names = ['a/+', '#', 'bridge/request/permit_join', 'hall/door/set', '../other', '/hall', 'nul\u0000'];
  const device = (friendly_name: string, i: number) => ({ ieee_address: `0x00aa00000000000${i}`, friendly_name });
  const payload = JSON.stringify([...names, 'attic/lamp'].map(device));
  const before = (await devicesOf(home, lin!)).filter(({ name }) => name.includes('/'));
  expect(before.length).toBeGreaterThan(3);
  await told('zigbee2mqtt/bridge/devices', payload);
  const after = (await devicesOf(home, lin!)).map(({ name }) => name);
  expect(after).toContain('attic/lamp');
  expect(after.filter((name) => names.includes(name))).toEqual([]);
  const lamp = (await devicesOf(home, lin!)).find(({ name }) => name === 'attic/lamp')!;
  for (const credential of [
    { device: lamp.id, secret: '' },
    { device: lamp.id, secret: gateway.secret },
    { device: home, secret: gateway.secret },
    { device: gateway.device.toUpperCase(), secret: gateway.secret },
    { device: `${gateway.device}'--`, secret: gateway.secret },
  ])
    await expect(connect(kept, credential)).rejects.toThrow();
});

test('what opens a network is no reading: it is not kept', async () => {
  const wifi = {
    ssid: 'Riverside',
    password: 'canary-wifi',
    psk: 'canary-wifi',
    nested: { network_key: 'canary-wifi' },
  };
  await told('zigbee2mqtt/hall/climate', JSON.stringify({ wifi, wifi_password: 'canary-wifi', token: 'canary-wifi' }));
  const readings = await readingsOf('hall/climate');
  expect(readings.get('wifi')!.value).toBe('{"ssid":"Riverside","nested":{}}');
  expect([...readings.values()].map(({ value }) => value).join()).not.toContain('canary-wifi');
});

test.each([
  ['before it has said who it is', Buffer.from([0x10, 0xff, 0xff, 0xff, 0x7f])],
  ['of an older version', null],
])('a packet that is larger than any may be is not waited for (%s)', async (_, head) => {
  const { broker } = await kept.broker();
  const socket = open(broker.port!, '127.0.0.1');
  await once(socket, 'connect');
  socket.on('error', () => {});
  const closed = new Promise((done) => socket.once('close', done));
  if (head) socket.write(Buffer.concat([head, Buffer.alloc(70_000)]));
  else {
    const text = (value: string) => Buffer.concat([Buffer.from([0, value.length]), Buffer.from(value)]);
    const parts = [text('MQTT'), Buffer.from([4, 0xc2, 0, 60]), text('x'), text(gateway.device), text(gateway.secret)];
    const body = Buffer.concat(parts);
    socket.write(Buffer.concat([Buffer.from([0x10, body.length]), body]));
    await once(socket, 'data');
    // A publish that says it is 200 MB long.
    socket.write(Buffer.concat([Buffer.from([0x32, 0x80, 0x80, 0x80, 0x60]), Buffer.alloc(70_000)]));
  }
  await closed;
  await told('zigbee2mqtt/kitchen/climate', '{"temperature":21}');
  await vi.waitFor(async () => expect((await readingsOf('kitchen/climate')).get('temperature')!.value).toBe('21'));
});
