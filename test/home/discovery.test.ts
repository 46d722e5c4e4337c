/** Devices that announce themselves as Home Assistant’s MQTT discovery has it. */
import { type Person, type TestHouse, testHouse } from '@kept/server/testing';
import type { MqttClient } from 'mqtt';
import { beforeAll, expect, test, vi } from 'vitest';
import { addGateway, type Credential, connect, type Device, devicesOf, newHome, synthetic } from './people.ts';

let kept: TestHouse;
let lin: Person;
let home: string;
let gateway: Credential;
let client: MqttClient;
const commands: string[] = [];

beforeAll(async () => {
  kept = await testHouse();
  lin = await kept.person();
  home = await newHome(lin);
  gateway = await addGateway(home, lin);
  client = await connect(kept, gateway);
  client.on('message', (topic, payload) => commands.push(`${topic} ${payload.toString()}`));
  await client.subscribeAsync(['tele/#', 'cmnd/#', 'shop/#', 'homeassistant/status']);
}, 240_000);

const told = (topic: string, payload: unknown, retain = false) =>
  client.publishAsync(topic, typeof payload === 'string' ? payload : JSON.stringify(payload), { qos: 1, retain });
const named = async (name: string): Promise<Device | undefined> =>
  (await devicesOf(home, lin)).find((each) => each.name === name);
const valuesOf = (device: Device | undefined) =>
  Object.fromEntries(device?.readings.map(({ key, value }) => [key, value]) ?? []);
const command = (device: Device, values: object) =>
  lin.visitor.call('POST', `/api/homes/${home}/devices/${device.id}/commands`, { values });

const PLUG = { ids: ['A1B2C3'], name: 'Kettle plug', mf: 'Athom', mdl: 'Plug V2', sw: '14.2.0' };
const PLUG_SHARED = { '~': 'tele/kettle', avty_t: '~/LWT', pl_avail: 'Online', pl_not_avail: 'Offline', dev: PLUG };

test('component by component, in short words: one device with what it tells, and takes', async () => {
  await told('homeassistant/switch/A1B2C3/relay/config', {
    ...{ ...PLUG_SHARED, name: 'Relay', uniq_id: 'A1B2C3_relay', stat_t: '~/STATE', cmd_t: 'cmnd/kettle/POWER' },
    val_tpl: '{{ value_json.POWER }}',
  });
  await told('homeassistant/sensor/A1B2C3/p/config', {
    ...{ ...PLUG_SHARED, uniq_id: 'A1B2C3_p', stat_t: '~/SENSOR', dev_cla: 'power', unit_of_meas: 'W' },
    val_tpl: '{{ value_json.ENERGY.Power | float | round(1) }}',
  });
  await told('homeassistant/select/A1B2C3/mode/config', {
    ...{ ...PLUG_SHARED, uniq_id: 'A1B2C3_m', stat_t: '~/MODE', cmd_t: 'cmnd/kettle/MODE', ops: ['eco', 'boost'] },
    cmd_tpl: '{"mode":"{{ value }}"}',
  });
  await told('tele/kettle/LWT', 'Online', true);
  await told('tele/kettle/STATE', { POWER: 'ON' });
  await told('tele/kettle/SENSOR', { ENERGY: { Power: 1823.456 } });
  const plug = (await named('Kettle plug'))!;
  expect(plug).toMatchObject({ model: 'Athom Plug V2', firmware: '14.2.0', online: true });
  expect(valuesOf(plug)).toEqual({ relay: 'ON', power: '1823.5' });
  await told('tele/kettle/LWT', 'Offline', true);
  expect((await named('Kettle plug'))!.online).toBe(false);
  expect((await command(plug, { relay: 'OFF' })).status).toBe(202);
  expect((await command(plug, { mode: 'boost' })).status).toBe(202);
  await vi.waitFor(() => expect(commands).toContain('cmnd/kettle/MODE {"mode":"boost"}'));
  expect(commands).toContain('cmnd/kettle/POWER OFF');
  expect((await command(plug, { power: '3' })).status).toBe(400);
  expect((await command(plug, { mode: 'turbo' })).status).toBe(400);
});

test('a whole device at once; what is gone from it is gone, and with the last of it the device', async () => {
  const topic = 'homeassistant/device/heater/config';
  const config = {
    dev: { ids: 'heater-7', name: 'Shop heater', mf: 'Example', mdl: 'H7' },
    o: { name: 'example' },
    stat_t: 'shop/heater',
    cmps: {
      t: { p: 'sensor', dev_cla: 'temperature', unit_of_meas: '°C', val_tpl: '{{ value_json.t }}', uniq_id: 'h-t' },
      door: { p: 'binary_sensor', pl_on: 'open', pl_off: 'shut', val_tpl: '{{ value_json.door }}', uniq_id: 'h-d' },
      glow: { p: 'light', schema: 'json', stat_t: 'shop/glow', cmd_t: 'shop/glow/set', brightness: true, uniq_id: 'l' },
      odd: { p: 'sensor', uniq_id: 'h-o', val_tpl: '{% for x in value_json.all %}{{ x }}{% endfor %}' },
      what: { p: 'lawn_mower', uniq_id: 'h-w', activity_state_topic: 'shop/mower' },
    },
  };
  await told(topic, config, true);
  await told('shop/heater', { t: 21.25, door: 'open', all: [1, 2], password: 'canary' });
  await told('shop/glow', { state: 'ON', brightness: 77 });
  const heater = (await named('Shop heater'))!;
  // What its template makes of a message is not worked out here: it is shown as it came, without what opens anything.
  expect(valuesOf(heater)).toEqual({
    ...{ temperature: '21.25', door: 'open', glow: 'ON', glow_brightness: '77' },
    odd: '{"t":21.25,"door":"open","all":[1,2]}',
  });
  expect((await command(heater, { glow_brightness: '12' })).status).toBe(202);
  await vi.waitFor(() => expect(commands).toContain('shop/glow/set {"state":"ON","brightness":12}'));
  await told(topic, '', true);
  expect(await named('Shop heater')).toBeUndefined();
});

test('what nobody has announced is asked for; what is no announcement is in the log, and nothing else', async () => {
  commands.length = 0;
  await told('tele/new-one/STATE', { POWER: 'ON' });
  await vi.waitFor(() => expect(commands).toContain('homeassistant/status online'));
  const { tally } = await kept.broker();
  const before = tally.malformed;
  for (const payload of ['not json', '[]', 'x'.repeat(300_000)]) await told('homeassistant/sensor/a/b/config', payload);
  expect(tally.malformed - before).toBe(3);
});

test('zigbee2mqtt, which does both, is one device and not two', async () => {
  for (const { topic, payload } of synthetic()) await told(topic, payload);
  await told('homeassistant/sensor/0x0158d/temperature/config', {
    ...{ device: { identifiers: ['zigbee2mqtt_0x00158d0000000001'], name: 'kitchen/climate' } },
    ...{ state_topic: 'zigbee2mqtt/kitchen/climate', value_template: '{{ value_json.temperature }}' },
  });
  const all = (await devicesOf(home, lin)).filter(({ name }) => name === 'kitchen/climate');
  expect(all).toHaveLength(1);
});

test('a device that is removed is announced no more, and is renamed where it is', async () => {
  const plug = (await named('Kettle plug'))!;
  const path = `/api/homes/${home}/devices/${plug.id}`;
  await lin.visitor.must(204, 'PATCH', path, { name: 'Tea' });
  expect((await named('Tea'))!.id).toBe(plug.id);
  await lin.visitor.must(204, 'DELETE', path);
  expect(await named('Tea')).toBeUndefined();
});
