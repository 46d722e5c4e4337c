/** The pages of automations in a real browser: made by form, set off by a device, seen why. */
import type { Person, TestHouse } from '@kept/server/testing';
import type { MqttClient } from 'mqtt';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { loadMessages } from '../../../apps/web/src/messages/load.ts';
import { addGateway, connect, devicesOf, letIn, newHome, send, synthetic } from '../../home/people.ts';
import { come, isSound, LOOKS, openStanding, SOUND, type Standing } from './standing.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

let standing: Standing;
let kept: TestHouse;
let origin: string;
let lin: Person;
let mira: Person;
let home: string;
let client: MqttClient;

beforeAll(async () => {
  standing = await openStanding();
  ({ kept, origin } = standing);
  [lin, mira] = [await kept.person({ nickname: 'Lin' }), await kept.person({ nickname: 'Mira' })];
  home = await newHome(lin);
  await letIn(home, lin, mira, 'member');
  client = await connect(kept, await addGateway(home, lin));
  await send(client, synthetic());
});
afterAll(() => standing.browser.close());

test('one is made by form on a phone, set off by a device, and says why', async () => {
  const { automations: t, devices: d } = await loadMessages('en');
  const { page, context, complaints } = await come(standing, lin, LOOKS[0]![1]);
  await page.goto(`${origin}/devices`);
  await page.getByRole('link', { name: t.title }).click();
  await isSound(page, 'automations-none');
  await page.getByRole('link', { name: t.make }).click();
  await page.getByRole('button', { name: t.edit.save }).click();
  await page.getByText(t.edit.nameMissing).first().waitFor();
  await page.getByLabel(t.edit.name, { exact: true }).fill('Light when somebody comes');
  const [when, then] = [t.edit.when, t.edit.does].map((name) => page.getByRole('group', { name: `${name} 1` }));
  await when!.getByLabel(t.edit.device).selectOption({ label: 'hall/motion' });
  await when!.getByLabel(t.edit.thing).selectOption({ label: d.readings.names.occupancy });
  await when!.getByLabel(t.edit.to).selectOption('true');
  await then!.getByLabel(t.edit.device).selectOption({ label: 'kitchen/lamp' });
  await page.getByRole('button', { name: t.edit.save }).click();
  await page.getByText(t.edit.incomplete).waitFor();
  await then!.getByLabel(t.edit.thing).selectOption({ label: d.readings.names.state });
  await then!.getByLabel(t.edit.set).selectOption('ON');
  await page.getByRole('button', { name: t.edit.addCondition }).click();
  const check = page.getByRole('group', { name: `${t.edit.conditions} 1` });
  await check.getByLabel(t.edit.kind).selectOption('numeric_state');
  await check.getByLabel(t.edit.device).selectOption({ label: 'kitchen/climate' });
  await check.getByLabel(t.edit.thing).selectOption({ label: d.readings.names.temperature });
  await check.getByLabel(t.edit.below).fill('25');
  await isSound(page, 'automation-new');
  await page.getByRole('button', { name: t.edit.save }).click();
  await page.getByRole('heading', { level: 1, name: 'Light when somebody comes' }).waitFor();
  await page.getByText(t.traces.none).waitFor();
  const sets: string[] = [];
  client.on('message', (topic, payload) => sets.push(`${topic} ${payload.toString()}`));
  await client.subscribeAsync('zigbee2mqtt/+/+/set');
  await send(client, [{ topic: 'zigbee2mqtt/hall/motion', qos: 1, retain: false, payload: '{"occupancy":true}' }]);
  await vi.waitFor(() => expect(sets).toEqual(['zigbee2mqtt/kitchen/lamp/set {"state":"ON"}']), 10_000);
  await page.locator('.runs summary').first().click();
  await page.getByText(t.traces.found('21.5 °C')).waitFor();
  await isSound(page, 'automation-trace');
  await page.getByRole('button', { name: t.past.look }).click();
  await page.getByText(t.past.found('1', '1')).first().waitFor();
  await isSound(page, 'automation-past');
  await page.reload();
  await page.getByRole('button', { name: t.edit.run }).click();
  await vi.waitFor(() => expect(sets).toHaveLength(2), 10_000);
  expect(complaints).toEqual([]);
  await context.close();
});

const FILE = `
blueprint:
  name: Light on motion
  domain: automation
  input:
    light: { name: Light }
triggers:
  - trigger: state
    entity_id: binary_sensor.corridor
    to: "on"
  - trigger: homeassistant
    event: start
actions:
  - action: switch.turn_on
    target: { entity_id: !input light }
`;

test('a scene is made and brought about; a file is read, told what it cannot say, mended and kept', async () => {
  const { automations: t, devices: d } = await loadMessages('en');
  const { page, context, complaints } = await come(standing, lin, LOOKS[0]![1]);
  await page.goto(`${origin}/devices/${home}/automations`);
  await page.getByRole('link', { name: t.scenes.title }).click();
  await page.getByRole('button', { name: t.scenes.make }).click();
  await page.getByLabel(t.scenes.name, { exact: true }).fill('Film night');
  const line = page.getByRole('group', { name: `${t.scenes.as} 1` });
  await line.getByLabel(t.edit.device).selectOption({ label: 'kitchen/lamp' });
  await line.getByLabel(t.edit.thing).selectOption({ label: d.readings.names.state });
  await line.getByLabel(t.edit.set).selectOption('OFF');
  await isSound(page, 'scene-new');
  await page.getByRole('button', { name: t.edit.save }).click();
  await page.getByRole('heading', { level: 2, name: 'Film night' }).waitFor();
  await page.getByRole('button', { name: `${t.scenes.activate} Film night` }).click();
  await page.getByText(t.scenes.done).first().waitFor();
  await isSound(page, 'scenes');
  await page.goto(`${origin}/devices/${home}/automations/exchange`);
  await page.getByLabel(t.foreign.text).fill(FILE);
  await page.getByRole('button', { name: t.foreign.read }).click();
  await page.getByText(t.foreign.half).waitFor();
  await page.getByText(t.foreign.problems.kind).waitFor();
  await isSound(page, 'automations-foreign');
  await page.getByLabel(t.foreign.text).fill(FILE.replace('  - trigger: homeassistant\n    event: start\n', ''));
  await page.getByLabel('Light', { exact: true }).fill('switch.kitchen_lamp');
  await page
    .getByLabel('binary_sensor.corridor')
    .selectOption({ label: `hall/motion · ${d.readings.names.occupancy}` });
  await page.getByRole('button', { name: t.foreign.read }).click();
  await page.getByRole('button', { name: t.foreign.keep('1') }).click();
  await page.getByText(t.foreign.kept('1')).first().waitFor();
  expect(complaints).toEqual([]);
  await context.close();
  const { automations: all } = await lin.visitor.must<{ automations: { id: string; config: { alias: string } }[] }>(
    ...([200, 'GET', `/api/homes/${home}/automations`] as const),
  );
  const made = all.find(({ config }) => config.alias === 'Light on motion')!;
  await lin.visitor.must(204, 'DELETE', `/api/homes/${home}/automations/${made.id}`);
});

test.each(SOUND)('every page of automations is sound in %s, for its author and for others', async (language, look) => {
  const { automations: t } = await loadMessages(language);
  const { automations: all } = await lin.visitor.must<{ automations: { id: string }[] }>(
    ...([200, 'GET', `/api/homes/${home}/automations`] as const),
  );
  expect(await devicesOf(home, lin)).toHaveLength(5);
  for (const person of [lin, mira]) {
    const { page, context, complaints } = await come(standing, person, look);
    await page.goto(`${origin}/devices/${home}/automations`);
    await page.getByText(person === lin ? t.mine : t.others).waitFor();
    await isSound(page, `automations-${language}`);
    await page.goto(`${origin}/devices/${home}/automations/${all[0]!.id}`);
    await page.locator('.runs summary').first().click();
    await isSound(page, `automation-${person === lin ? 'mine' : 'others'}-${language}`);
    await page.goto(`${origin}/devices/${home}/scenes`);
    await page.getByRole('heading', { level: 2, name: 'Film night' }).waitFor();
    await isSound(page, `scenes-${language}`);
    expect(complaints).toEqual([]);
    await context.close();
  }
});
