/** The pages of a home in a real browser, over the real broker. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Person, TestHouse } from '@kept/server/testing';
import type { MqttClient } from 'mqtt';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { loadMessages } from '../../../apps/web/src/messages/load.ts';
import { words as firmwareWords } from '../../../services/firmware/src/screens/words.ts';
import { words as miotWords } from '../../../services/miot/src/screens/words.ts';
import { words as securityWords } from '../../../services/security-log/src/screens/words.ts';
import { type MiioDevice, miioDevice } from '../../home/miio-device.ts';
import { type Credential, connect, devicesOf, letIn, send, synthetic } from '../../home/people.ts';
import { come, isSound, LOOKS, openStanding, SOUND, type Standing } from './standing.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

let standing: Standing;
let kept: TestHouse;
let origin: string;
let lin: Person;
let home: string;
let client: MqttClient;
let purifier: MiioDevice;

beforeAll(async () => {
  purifier = await miioDevice();
  const folder = await mkdtemp(join(tmpdir(), 'kept-miot-'));
  await writeFile(join(folder, 'miot.json'), JSON.stringify({ networks: ['127.0.0.0/8'], port: purifier.port }));
  standing = await openStanding({ KEPT_SERVICES: folder });
  ({ kept, origin } = standing);
  await kept.broker();
  await kept.house.begin();
  lin = await kept.person({ nickname: 'Lin' });
});
afterAll(() => standing.browser.close());

test('a home is made and a gateway added on a phone; its devices are there as they speak', async () => {
  const { devices: t } = await loadMessages('en');
  const { page, context, complaints } = await come(standing, lin, LOOKS[0]![1]);
  await page.goto(`${origin}/devices`);
  await isSound(page, 'devices-none');
  await page.getByLabel(t.begin.name, { exact: true }).fill('Riverside 12');
  await page.getByRole('button', { name: t.begin.make, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Riverside 12' }).waitFor();
  await page.getByRole('link', { name: t.add.title }).click();
  await page.getByLabel(t.add.name, { exact: true }).fill('Gateway');
  await isSound(page, 'devices-add');
  await page.getByRole('button', { name: t.add.go, exact: true }).click();
  const settings = await page.locator('pre').textContent();
  const [, device = '', secret = ''] = /user: (\S+)\n\s*password: (\S+)/.exec(settings ?? '') ?? [];
  const { broker } = await kept.broker();
  expect(settings).toContain(`server: mqtt://localhost:${broker.port}\n  base_topic: zigbee2mqtt\n`);
  client = await connect(kept, { device, secret } satisfies Credential);
  await page.getByText(t.add.waiting).waitFor();
  await send(client, synthetic());
  await page.getByText(t.add.there(4)).waitFor();
  await isSound(page, 'devices-added');
  await page.getByRole('link', { name: t.add.done }).click();
  await page.getByText('21.5 °C').waitFor();
  await send(client, [
    { topic: 'zigbee2mqtt/kitchen/climate', qos: 1, retain: false, payload: '{"temperature":23.25}' },
  ]);
  await page.getByText('23.25 °C').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
  const { homes } = await lin.visitor.must<{ homes: { id: string }[] }>(200, 'GET', '/api/homes');
  home = homes[0]!.id;
});

test('a lamp is turned on by its button', async () => {
  const { devices: t } = await loadMessages('en');
  const { page, context } = await come(standing, lin, LOOKS[0]![1]);
  const sets: string[] = [];
  client.on('message', (topic, payload) => sets.push(`${topic} ${payload.toString()}`));
  await client.subscribeAsync('zigbee2mqtt/+/+/set');
  await page.goto(`${origin}/devices`);
  await page.getByRole('button', { name: `${t.rooms.turnOn} kitchen/lamp` }).click();
  await vi.waitFor(() => expect(sets).toEqual(['zigbee2mqtt/kitchen/lamp/set {"state":"ON"}']), 10_000);
  await send(client, [{ topic: 'zigbee2mqtt/kitchen/lamp', qos: 1, retain: false, payload: '{"state":"ON"}' }]);
  await page.getByRole('button', { name: `${t.rooms.turnOff} kitchen/lamp` }).waitFor();
  await context.close();
});

test('a lamp is dimmed by a slide, from the keyboard too, and shows what it says', async () => {
  const [list] = synthetic();
  const devices = JSON.parse(list!.payload) as { friendly_name: string; definition: { exposes: object[] } }[];
  const brightness = {
    type: 'numeric',
    name: 'brightness',
    property: 'brightness',
    value_min: 0,
    value_max: 254,
    access: 7,
  };
  devices.find(({ friendly_name }) => friendly_name === 'kitchen/lamp')!.definition.exposes.push(brightness);
  await send(client, [{ ...list!, payload: JSON.stringify(devices) }]);
  const told = (value: number) =>
    client.publishAsync('zigbee2mqtt/kitchen/lamp', `{"brightness":${value}}`, { qos: 1 });
  await told(100);
  const { page, context } = await come(standing, lin, LOOKS[0]![1]);
  const sets: string[] = [];
  client.on('message', (topic, payload) => sets.push(`${topic} ${payload.toString()}`));
  await client.subscribeAsync('zigbee2mqtt/+/+/set');
  await page.goto(`${origin}/devices`);
  const slide = page.getByRole('slider', { name: /kitchen\/lamp/ });
  await slide.waitFor();
  expect(await slide.inputValue()).toBe('100');
  await slide.focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  await vi.waitFor(() => expect(sets).toEqual(['zigbee2mqtt/kitchen/lamp/set {"brightness":103}']), 10_000);
  await told(90);
  await expect.poll(() => slide.inputValue()).toBe('90');
  await isSound(page, 'devices-dimmed');
  await context.close();
});

test.each(SOUND)('every page of a home is sound in %s', async (language, look) => {
  const { devices: t } = await loadMessages(language);
  const all = await devicesOf(home, lin);
  const { spaces } = (await lin.visitor.must<{ homes: { spaces: { id: string }[] }[] }>(200, 'GET', '/api/homes'))
    .homes[0]!;
  for (const [i, { id }] of all.entries())
    await lin.visitor.must(204, 'PATCH', `/api/homes/${home}/devices/${id}`, { space: spaces[1 + (i % 3)]!.id });
  const climate = all.find(({ name }) => name === 'kitchen/climate')!;
  expect(all).toHaveLength(5);
  const { page, context, complaints } = await come(standing, lin, look);
  await page.goto(`${origin}/devices`);
  await page.getByText(t.live, { exact: true }).waitFor();
  await isSound(page, `devices-${language}`);
  await page.goto(`${origin}/devices/${home}/${climate.id}`);
  await page.locator('.chart').waitFor();
  await page.getByRole('heading', { name: t.knows.title }).waitFor();
  await isSound(page, `device-${language}`);
  const lamp = all.find(({ name }) => name === 'kitchen/lamp')!;
  await page.goto(`${origin}/devices/${home}/${lamp.id}`);
  await page.getByRole('heading', { name: t.knows.title }).waitFor();
  await isSound(page, `device-lamp-${language}`);
  await client.publishAsync('zigbee2mqtt/hall/door', '{"contact":true,"tamper":true}', { qos: 1 });
  await page.goto(`${origin}/devices/${home}/alerts`);
  await page.getByText(t.alerts.kinds.alarm, { exact: true }).waitFor();
  await isSound(page, `alerts-${language}`);
  for (const energy of [10, 12.5])
    await client.publishAsync('zigbee2mqtt/kitchen/lamp', JSON.stringify({ energy, power: 60 }), { qos: 1 });
  await page.goto(`${origin}/devices/${home}/energy`);
  await page.locator('.shares li').waitFor();
  await page.locator('form.form').waitFor();
  await isSound(page, `energy-${language}`);
  const firmware = firmwareWords[language];
  for (const [name, update] of [
    ['kitchen/lamp', { state: 'updating', installed_version: 3, latest_version: 4, progress: 41.5, remaining: 130 }],
    ['hall/door', { state: 'available', installed_version: 16_777_241, latest_version: 16_777_242 }],
  ] as const)
    await client.publishAsync(`zigbee2mqtt/${name}`, JSON.stringify({ update }), { qos: 1 });
  await page.goto(`${origin}/devices/${home}/firmware`);
  await page.getByRole('checkbox', { name: firmware.choose('hall/door') }).click();
  await isSound(page, `firmware-${language}`);
  await page.getByRole('button', { name: firmware.start(1), exact: true }).click();
  await page.getByRole('heading', { name: firmware.rollouts }).waitFor();
  await page.getByText(firmware.items.sent, { exact: true }).last().waitFor();
  await client.publishAsync(
    'zigbee2mqtt/bridge/response/device/ota_update/update',
    JSON.stringify({ data: { id: 'hall/door' }, status: 'error', error: 'no image' }),
    { qos: 1 },
  );
  await page.getByText(firmware.items.failed, { exact: true }).first().waitFor();
  await isSound(page, `firmware-failed-${language}`);
  const security = securityWords[language];
  for (const told of [{ contact: false }, { contact: true }])
    await client.publishAsync('zigbee2mqtt/hall/door', JSON.stringify(told), { qos: 1 });
  await page.goto(`${origin}/devices/${home}/security`);
  await page.getByRole('radio', { name: security.modes.night }).click();
  await page.getByText(`${security.kinds.armed} ${security.modes.night}`).waitFor();
  await isSound(page, `security-${language}`);
  await page.getByRole('radio', { name: security.modes.disarmed }).click();
  await page.getByLabel(security.which, { exact: true }).selectOption('doors');
  expect(await page.locator('.security-log li').count()).toBeGreaterThan(1);
  await page.getByRole('button', { name: security.earlier, exact: true }).click();
  await page.getByText(security.none, { exact: true }).waitFor();
  await isSound(page, `security-none-${language}`);
  await page.goto(`${origin}/devices/${home}/miot`);
  const miot = miotWords[language];
  await page.getByLabel(miot.name, { exact: true }).fill('Purifier');
  await page.getByLabel(miot.address, { exact: true }).fill('127.0.0.1');
  await page.getByLabel(miot.token, { exact: true }).fill('0f');
  await page.getByRole('button', { name: miot.go, exact: true }).click();
  await page.getByText(miot.tokenWrong, { exact: true }).waitFor();
  await isSound(page, `miot-${language}`);
  await page.goto(`${origin}/devices/${home}/people`);
  await page.getByRole('heading', { name: t.invite.title }).waitFor();
  await isSound(page, `people-${language}`);
  expect(complaints).toEqual([]);
  await context.close();
});

test('an air purifier is put in by its address and token, on a phone, and shows what it tells', async () => {
  const miot = miotWords.en;
  const { page, context, complaints } = await come(standing, lin, LOOKS[0]![1]);
  await page.goto(`${origin}/devices/${home}/miot`);
  await page.getByLabel(miot.name, { exact: true }).fill('Purifier');
  await page.getByLabel(miot.address, { exact: true }).fill('127.0.0.1');
  await page.getByLabel(miot.token, { exact: true }).fill(purifier.token);
  await page.getByRole('button', { name: miot.go, exact: true }).click();
  await page.getByText(miot.added('Smartmi Air Purifier'), { exact: true }).waitFor();
  await isSound(page, 'miot-added');
  await page.getByRole('link', { name: miot.see, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Purifier' }).waitFor();
  await page.getByText('23.5 °C').first().waitFor();
  await isSound(page, 'miot-device');
  expect(complaints).toEqual([]);
  await context.close();
  const device = (await devicesOf(home, lin)).find(({ name }) => name === 'Purifier')!;
  await lin.visitor.must(204, 'DELETE', `/api/homes/${home}/devices/${device.id}`);
});

test('what an automation says is counted at the head of the page, read, thrown away and taken back', async () => {
  const { inbox: t } = await loadMessages('en');
  const look = LOOKS[0]![1];
  const { page, context, complaints } = await come(standing, lin, look);
  await page.goto(`${origin}/inbox`);
  await page.getByText(t.none).waitFor();
  await isSound(page, 'inbox-none');
  const door = (await devicesOf(home, lin)).find(({ name }) => name === 'hall/door')!.id;
  await lin.visitor.must(201, 'POST', `/api/homes/${home}/automations`, {
    ...{ alias: 'Door', time_zone: 'UTC', conditions: [], mode: 'single' },
    triggers: [{ trigger: 'state', entity_id: `${door}.contact`, to: 'false' }],
    actions: [{ action: 'notify', message: 'The door stands open' }],
  });
  await send(client, [{ topic: 'zigbee2mqtt/hall/door', qos: 1, retain: false, payload: '{"contact":false}' }]);
  await page.getByText('The door stands open').waitFor();
  const mark = page.getByRole('banner').getByRole('link', { name: `${t.title}: ${t.unread(1)}` });
  await mark.waitFor();
  await isSound(page, 'inbox');
  await page.getByRole('button', { name: t.read, exact: true }).click();
  await mark.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: t.remove, exact: true }).click();
  await page.getByText(t.none).waitFor();
  await page.getByRole('button', { name: t.undo, exact: true }).click();
  await page.getByText('The door stands open').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('a device is replaced at its page', async () => {
  const { devices: t } = await loadMessages('en');
  const all = await devicesOf(home, lin);
  const [old, fresh] = ['hall/door', 'hall/motion'].map((name) => all.find((each) => each.name === name)!);
  const { page, context, complaints } = await come(standing, lin, LOOKS[0]![1]);
  await page.goto(`${origin}/devices/${home}/${old!.id}`);
  await page.getByLabel(t.replace.by, { exact: true }).selectOption(fresh!.id);
  await isSound(page, 'device-replace');
  await page.getByRole('button', { name: t.replace.go, exact: true }).click();
  await page.getByText(t.replace.done).waitFor();
  expect((await devicesOf(home, lin)).map(({ id }) => id)).not.toContain(fresh!.id);
  expect(complaints).toEqual([]);
  await context.close();
});

test('somebody who moves in clears a device of themselves, and of nobody else', async () => {
  const { devices: t } = await loadMessages('en');
  const mira = await kept.person({ nickname: 'Mira' });
  await letIn(home, lin, mira, 'member');
  await send(client, synthetic());
  const [device] = (await devicesOf(home, mira)).filter(({ name }) => name === 'kitchen/climate');
  const hers = await come(standing, mira, LOOKS[0]![1]);
  await hers.page.goto(`${origin}/devices/${home}/${device!.id}`);
  await hers.page.getByRole('button', { name: t.knows.clear }).click();
  await hers.page.getByText(t.knows.cleared).waitFor();
  const mine = `/api/homes/${home}/devices/${device!.id}/mine`;
  const { known } = await mira.visitor.must<{ known: { field: string }[] }>(200, 'GET', mine);
  expect(known.map(({ field }) => field)).not.toContain('device-state');
  const other = await lin.visitor.must<{ known: { field: string }[] }>(200, 'GET', mine);
  expect(other.known.map(({ field }) => field)).toContain('device-state');
  await hers.context.close();
});
