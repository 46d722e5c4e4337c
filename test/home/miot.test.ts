/** An air purifier in the network of the home, over real UDP: put in, read, set, silent, and gone with whoever put it in. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Person, type TestHouse, testHouse } from '@kept/server/testing';
import { runtimeOf } from '@kept/service-devices';
import { EVERY_MS, networkOf } from '@kept/service-miot';
import { beforeAll, expect, test, vi } from 'vitest';
import { type MiioDevice, miioDevice } from './miio-device.ts';
import { devicesOf, letIn, newHome } from './people.ts';

vi.setConfig({ testTimeout: 60_000 });

let kept: TestHouse;
let [lin, mira, guest]: Person[] = [];
let home: string;
let purifier: MiioDevice;
let id: string;
const clock = { ahead: 0, now: () => Date.now() + clock.ahead };

const region = () => kept.house.regions.get(lin!.region)!;
const network = () => networkOf(region(), { networks: [] });
const round = async (later = EVERY_MS + 1_000) => {
  clock.ahead += later;
  await network().round();
};
const own = async () => (await devicesOf(home, lin!)).find((each) => each.id === id)!;
const reading = async (key: string) => (await own()).readings.find((each) => each.key === key)?.value;
const add = (body: object, { visitor } = lin!, status = 201) =>
  visitor.must<{ device: string; model: string }>(status, 'POST', `/api/homes/${home}/miot`, {
    ...{ name: 'Purifier', address: '127.0.0.1', token: purifier.token, ...body },
  });

beforeAll(async () => {
  purifier = await miioDevice();
  const folder = await mkdtemp(join(tmpdir(), 'kept-miot-'));
  await writeFile(join(folder, 'miot.json'), JSON.stringify({ networks: ['127.0.0.0/8'], port: purifier.port }));
  kept = await testHouse({ clock, env: { KEPT_SERVICES: folder } });
  [lin, mira, guest] = [await kept.person(), await kept.person(), await kept.person()];
  home = await newHome(lin!);
  await letIn(home, lin!, mira!, 'member');
  await letIn(home, lin!, guest!, 'guest');
  await kept.house.begin();
}, 60_000);

test('it is put in by address and token, asked what it is, and its readings are there', async () => {
  await add({}, guest!, 403);
  await add({ address: '203.0.113.9' }, lin!, 403);
  await add({ token: 'zz' }, lin!, 400);
  const { device, model } = await add({}, mira!);
  expect(model).toBe('Smartmi Air Purifier');
  id = device;
  await add({}, lin!, 400);
  await round();
  const found = await own();
  expect(found).toMatchObject({ name: 'Purifier', online: true });
  expect(found.model).toContain('zhimi.airpurifier.za1');
  expect([await reading('pm25'), await reading('humidity'), await reading('state')]).toEqual(['17', '48', 'ON']);
  expect([await reading('mode'), await reading('device_fault')]).toEqual(['sleep', 'none']);
  // What it said of itself besides is kept nowhere; the token is in nobody’s data but hers who typed it in.
  const copies = await Promise.all(
    [lin!, mira!].map(async ({ visitor }) => (await visitor.call('GET', '/api/my/copy?format=json')).text),
  );
  expect(copies.map((text) => text.includes(purifier.token))).toEqual([false, true]);
  for (const text of copies) expect(text).not.toContain('not for anybody');
});

test('it is set by whoever may, in its own words, and told only where something changed', async () => {
  const command = (values: object, { visitor } = lin!, status = 202) =>
    visitor.must(status, 'POST', `/api/homes/${home}/devices/${id}/commands`, { values });
  await command({ mode: 'favorite' });
  expect(purifier.heard.findLast(({ method }) => method === 'set_properties')!.params).toEqual([
    { did: String(0x0a0b0c0d), siid: 2, piid: 5, value: 2 },
  ]);
  await round();
  expect(await reading('mode')).toBe('favorite');
  await command({ mode: 'nonsense' }, lin!, 400);
  await command({ pm25: '3' }, lin!, 400);
  await command({ state: 'OFF' }, mira!);
  await round();
  expect([await reading('state'), purifier.state.get('2.1')]).toEqual(['OFF', false]);
  const { history } = runtimeOf(region()).repositories;
  const rows = async () => (await history.rows(lin!.id)).filter(({ plain }) => plain['device'] === id).length;
  const before = await rows();
  await round();
  expect(await rows()).toBe(before);
});

test('packets that are lost are sent again; who is silent for long is asked less often, and is away', async () => {
  purifier.deaf = 1;
  purifier.state.set('3.6', 35);
  await round();
  expect(await reading('pm25')).toBe('35');
  const silent = vi.spyOn(purifier.state, 'has');
  purifier.deaf = 1_000;
  for (const later of [1, 2, 4]) await round(later * EVERY_MS + 1_000);
  expect((await own()).online).toBe(false);
  silent.mockClear();
  purifier.deaf = 0;
  await round(EVERY_MS);
  // Its time has not come yet.
  expect(silent).not.toHaveBeenCalled();
  await round(8 * EVERY_MS);
  expect((await own()).online).toBe(true);
});

test('a fault is told of; with the place of whoever put it in its token goes, and nothing more is sent', async () => {
  purifier.state.set('2.2', 2);
  await round();
  expect(await reading('device_fault')).not.toBe('none');
  await lin!.visitor.must(204, 'DELETE', `/api/homes/${home}/members/${mira!.id}`);
  await round();
  const before = purifier.heard.length;
  await round();
  await lin!.visitor.must(503, 'POST', `/api/homes/${home}/devices/${id}/commands`, { values: { state: 'ON' } });
  expect(purifier.heard.length).toBe(before);
  const copy = await mira!.visitor.call('GET', '/api/my/copy?format=json');
  expect(copy.text).not.toContain(purifier.token);
});
