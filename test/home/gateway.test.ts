/** What a real zigbee2mqtt said, through the real broker, to the people of a home. */
import { readFileSync } from 'node:fs';
import { type Person, type TestHouse, testHouse } from '@kept/server/testing';
import { beforeAll, expect, test, vi } from 'vitest';
import {
  addGateway,
  type Credential,
  connect,
  devicesOf,
  letIn,
  listen,
  type Message,
  newHome,
  send,
  synthetic,
} from './people.ts';

/** Captured from zigbee2mqtt 2.14.1: start, reports, a rename. */
const captured: readonly Message[] = JSON.parse(readFileSync(new URL('gateway.json', import.meta.url), 'utf8'));

let kept: TestHouse;
let base: string;
let [lin, mira]: Person[] = [];
let home: string;
let gateway: Credential;

beforeAll(async () => {
  kept = await testHouse();
  base = await kept.app.listen({ port: 0, host: '127.0.0.1' });
  [lin, mira] = [await kept.person({ nickname: 'Lin' }), await kept.person({ nickname: 'Mira' })];
  home = await newHome(lin!);
  await letIn(home, lin!, mira!, 'member');
  gateway = await addGateway(home, lin!);
}, 240_000);

test('the devices of a gateway are there with what they tell, for everybody who lives there', async () => {
  const client = await connect(kept, gateway);
  await send(client, captured);
  for (const person of [lin!, mira!]) {
    const devices = await devicesOf(home, person);
    expect(devices.map(({ name }) => name).toSorted()).toEqual([
      'Gateway',
      'front_door2',
      'hall/climate',
      'kitchen/plug',
    ]);
    const climate = devices.find(({ name }) => name === 'hall/climate')!;
    expect(climate).toMatchObject({ online: true, model: expect.stringContaining('Aqara') });
    expect(Object.fromEntries(climate.readings.map(({ key, value }) => [key, value]))).toMatchObject({
      ...{ temperature: '23.45', humidity: '51.2', linkquality: '120' },
    });
    const plug = devices.find(({ name }) => name === 'kitchen/plug')!;
    expect(plug.features.find(({ name }) => name === 'state')).toMatchObject({ settable: true });
    expect(plug.readings.find(({ key }) => key === 'power')!.value).toBe('48.5');
  }
  await client.endAsync();
});

test('each has a copy of their own, which they see, take along and erase without the other', async () => {
  const items = async ({ visitor }: Person) => {
    const { categories } = await visitor.must<{ categories: { id: string; items: { field: string; id: string }[] }[] }>(
      ...([200, 'GET', '/api/my/data'] as const),
    );
    return categories.flatMap((category) => category.items).filter(({ field }) => field.startsWith('device-'));
  };
  const [hers, his] = [await items(lin!), await items(mira!)];
  expect(new Set(hers.map(({ field }) => field))).toEqual(new Set(his.map(({ field }) => field)));
  expect(hers.filter(({ id }) => his.some((other) => other.id === id && !id.includes('registry')))).toEqual([]);
  const copy = await lin!.visitor.call('GET', '/api/my/copy?format=json');
  expect(copy.text).toContain('temperature 23.45');
  const plug = (await devicesOf(home, lin!)).find(({ name }) => name === 'kitchen/plug')!;
  const mine = `/api/homes/${home}/devices/${plug.id}/mine`;
  const known = async ({ visitor }: Person) =>
    (await visitor.must<{ known: { field: string }[] }>(200, 'GET', mine)).known;
  expect((await known(lin!)).map(({ field }) => field)).toEqual(
    expect.arrayContaining(['device-energy', 'device-state']),
  );
  const { rows } = await lin!.visitor.must<{ rows: number }>(200, 'DELETE', mine);
  expect(rows).toBeGreaterThan(0);
  expect((await known(lin!)).map(({ field }) => field)).not.toContain('device-state');
  expect((await known(mira!)).map(({ field }) => field)).toContain('device-state');
});

test('a reading is shown as it comes, and in the chart; a command reaches the gateway and is noted', async () => {
  const client = await connect(kept, gateway);
  const sets: string[] = [];
  client.on('message', (topic, payload) => sets.push(`${topic} ${payload.toString()}`));
  await client.subscribeAsync('zigbee2mqtt/+/+/set');
  const ears = await listen(base, home, mira!);
  expect(ears.status).toBe(200);
  await vi.waitFor(() => expect(ears.heard.join('')).toContain('begun'));
  await send(client, [{ topic: 'zigbee2mqtt/hall/climate', qos: 1, retain: false, payload: '{"temperature":24.75}' }]);
  await vi.waitFor(() => expect(ears.heard.join('')).toContain('"value":"24.75"'));
  const devices = await devicesOf(home, mira!);
  const [climate, plug] = ['hall/climate', 'kitchen/plug'].map((name) => devices.find((each) => each.name === name)!);
  const chart = `/api/homes/${home}/devices/${climate!.id}/chart?key=temperature&span=day`;
  const { columns } = await mira!.visitor.must<{ columns: { high: number }[] }>(200, 'GET', chart);
  expect(Math.max(...columns.map(({ high }) => high))).toBe(24.75);
  const commands = `/api/homes/${home}/devices/${plug!.id}/commands`;
  await mira!.visitor.must(202, 'POST', commands, { values: { state: 'OFF' } });
  await vi.waitFor(() => expect(sets).toEqual(['zigbee2mqtt/kitchen/plug/set {"state":"OFF"}']));
  await mira!.visitor.must(400, 'POST', commands, { values: { state: 'sideways' } });
  ears.stop();
  await client.endAsync();
  await mira!.visitor.must(503, 'POST', commands, { values: { state: 'ON' } });
});

test.each([4, 5] as const)(
  'what is refused is acknowledged and goes nowhere: no client sends it for ever (MQTT %i)',
  async (version) => {
    const { tally } = await kept.broker();
    const client = await connect(kept, gateway, { version, reconnect: true });
    const drops: string[] = [];
    client.on('close', () => drops.push('closed'));
    const before = tally.malformed;
    for (const payload of ['not json', '[1,2', '{"a":', 'x'.repeat(200_000)])
      await client.publishAsync('zigbee2mqtt/hall/climate', payload, { qos: 1 }).catch(() => {});
    expect(tally.malformed - before).toBe(4);
    await client.publishAsync('zigbee2mqtt/hall/climate', '{"temperature":25}', { qos: 1 });
    expect(drops).toEqual([]);
    await client.endAsync();
  },
);

test('nobody hears another home, or speaks for it', async () => {
  const other = await newHome(mira!, 'Elsewhere');
  const foreign = await connect(kept, await addGateway(other, mira!));
  const heard: string[] = [];
  foreign.on('message', (topic) => heard.push(topic));
  await foreign.subscribeAsync('#');
  const own = await connect(kept, gateway);
  await send(own, captured.slice(0, 4));
  await send(foreign, [{ topic: 'zigbee2mqtt/hall/climate', qos: 1, retain: false, payload: '{"temperature":-40}' }]);
  await send(foreign, [
    { topic: `../${home}/zigbee2mqtt/hall/climate`, qos: 1, retain: false, payload: '{"temperature":-40}' },
  ]);
  await vi.waitFor(() => expect(heard).toContain('zigbee2mqtt/hall/climate'));
  expect(heard.filter((topic) => topic.includes('bridge'))).toEqual([]);
  const climate = (await devicesOf(home, lin!)).find(({ name }) => name === 'hall/climate')!;
  expect(climate.readings.find(({ key }) => key === 'temperature')!.value).not.toBe('-40');
  await expect(connect(kept, { ...gateway, secret: 'wrong' })).rejects.toThrow();
  await expect(connect(kept, { device: 'admin', secret: 'admin' })).rejects.toThrow();
});

test('a device that is removed leaves nothing retained', async () => {
  const { broker } = await kept.broker();
  const client = await connect(kept, gateway);
  await send(client, captured);
  const named = async () => (await broker.retained()).filter((topic) => topic.includes('hall/climate'));
  expect(await named()).not.toEqual([]);
  const payload = '{"data":{"id":"hall/climate","block":false,"force":false},"status":"ok"}';
  await send(client, [{ topic: 'zigbee2mqtt/bridge/response/device/remove', qos: 1, retain: false, payload }]);
  await vi.waitFor(async () => expect(await named()).toEqual([]));
  expect((await devicesOf(home, lin!)).map(({ name }) => name)).not.toContain('hall/climate');
});

test('another device takes the place of one: its id, room, name and history stay, and its gateway is told', async () => {
  const where = await newHome(lin!, 'Elsewhere');
  await letIn(where, lin!, mira!, 'child');
  const client = await connect(kept, await addGateway(where, lin!));
  const asked: string[] = [];
  client.on('message', (topic, payload) => asked.push(`${topic.split('/').at(-1)} ${payload.toString()}`));
  await client.subscribeAsync('zigbee2mqtt/bridge/request/#');
  await send(client, synthetic());
  const find = async (name: string) => (await devicesOf(where, lin!)).find((each) => each.name === name);
  const [old, fresh] = [(await find('kitchen/climate'))!, (await find('hall/motion'))!];
  const path = `/api/homes/${where}/devices/${old.id}`;
  await lin!.visitor.must(204, 'PATCH', path, { space: '1.1' });
  await mira!.visitor.must(403, 'POST', `${path}/replacement`, { by: fresh.id });
  const gateway = (await find('Gateway'))!.id;
  await lin!.visitor.must(400, 'POST', `${path}/replacement`, { by: gateway });
  await lin!.visitor.must(400, 'POST', `/api/homes/${where}/devices/${gateway}/replacement`, { by: fresh.id });
  await lin!.visitor.must(204, 'POST', `${path}/replacement`, { by: fresh.id });
  await vi.waitFor(() => expect(asked).toHaveLength(2), 10_000);
  expect(asked).toEqual(['remove {"id":"kitchen/climate"}', 'rename {"from":"hall/motion","to":"kitchen/climate"}']);
  // What the gateway does upon it, in its order.
  const [list, ...told] = synthetic();
  const devices = (JSON.parse(list!.payload) as { ieee_address: string; friendly_name: string }[])
    .filter(({ friendly_name }) => friendly_name !== 'kitchen/climate')
    .map((each) => (each.friendly_name === 'hall/motion' ? { ...each, friendly_name: 'kitchen/climate' } : each));
  const answer = (act: string, data: object) => ({
    ...({ topic: `zigbee2mqtt/bridge/response/device/${act}`, qos: 1, retain: false } as const),
    payload: JSON.stringify({ data, status: 'ok' }),
  });
  await send(client, [
    ...[answer('remove', { id: 'kitchen/climate' }), answer('rename', { from: 'hall/motion', to: 'kitchen/climate' })],
    { ...list!, payload: JSON.stringify(devices) },
    { ...told.at(-1)!, topic: 'zigbee2mqtt/kitchen/climate', payload: '{"occupancy":true,"battery":80}' },
  ]);
  const now = await devicesOf(where, lin!);
  expect(now).toHaveLength(4);
  const same = now.find(({ id }) => id === old.id)!;
  expect(same).toMatchObject({ name: 'kitchen/climate', space: '1.1', model: fresh.model });
  expect(same.readings.map(({ key, value }) => `${key} ${value}`).toSorted()).toEqual(['battery 80', 'occupancy true']);
  const chart = (key: string) =>
    lin!.visitor.must<{ columns: { count: number }[] }>(200, 'GET', `${path}/chart?key=${key}&span=day`);
  const count = async (key: string) => (await chart(key)).columns.reduce((sum, each) => sum + each.count, 0);
  // What the old one told, and what the new one had told before.
  expect([await count('temperature'), await count('battery')]).toEqual([3, 2]);
});

test('a device that connects itself, as ThingsBoard’s do', async () => {
  const meter = await addGateway(home, mira!, 'Meter');
  const client = await connect(kept, meter, { version: 5 });
  const at = Date.now() - 3_600_000;
  await client.publishAsync(
    'v1/devices/me/telemetry',
    JSON.stringify([{ ts: at, values: { energy: 41.5 } }, { power: 7 }]),
    { qos: 1 },
  );
  const { readings } = (await devicesOf(home, lin!)).find(({ id }) => id === meter.device)!;
  expect(readings).toEqual(expect.arrayContaining([{ key: 'energy', value: '41.5', at }]));
});

test('a device that says what it is, and one that speaks HTTP: by a credential that ends, in a header', async () => {
  const meter = await addGateway(home, lin!, 'Water meter');
  const client = await connect(kept, meter);
  await client.publishAsync('v1/devices/me/attributes', '{"fw_version":"1.4.2","ip":"192.0.2.7","site":"cellar"}', {
    qos: 1,
  });
  const tell = (body: unknown, { device, secret }: Credential = meter) =>
    fetch(`${base}/api/devices/me/telemetry`, {
      ...{ method: 'POST', body: JSON.stringify(body) },
      headers: {
        ...{ 'content-type': 'application/json' },
        authorization: `Basic ${Buffer.from(`${device}:${secret}`).toString('base64')}`,
      },
    });
  const at = Date.now() - 60_000;
  const answer = await tell([{ ts: at, values: { water: 12.5 } }, { values: { leak: false } }]);
  expect([answer.status, await answer.json()]).toEqual([200, { points: 2 }]);
  const device = (await devicesOf(home, lin!)).find(({ id }) => id === meter.device)!;
  expect(device).toMatchObject({ firmware: '1.4.2' });
  expect(device.readings).toEqual(
    expect.arrayContaining([
      { key: 'water', value: '12.5', at },
      expect.objectContaining({ key: 'site', value: 'cellar' }),
    ]),
  );
  expect((await tell({ values: { water: 1 } }, { ...meter, secret: 'wrong' })).status).toBe(403);
  expect((await tell({ values: { water: 1 } }, { device: '', secret: '' })).status).toBe(403);
  expect((await tell({ water: 1 })).status).toBe(400);
  await lin!.visitor.must(204, 'DELETE', `/api/homes/${home}/devices/${meter.device}`);
  expect((await tell({ values: { water: 13 } })).status).toBe(403);
});
