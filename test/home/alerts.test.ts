/** A home tells its people of devices that are silent, low, faulty, or warn of something. */
import { type Person, type TestHouse, testHouse } from '@kept/server/testing';
import { watchOf } from '@kept/service-alerts';
import type { MqttClient } from 'mqtt';
import { beforeAll, expect, test } from 'vitest';
import { addGateway, connect, devicesOf, letIn, newHome, send, synthetic } from './people.ts';

let kept: TestHouse;
let [lin, mira, guest]: Person[] = [];
let home: string;
let client: MqttClient;
const clock = { ahead: 0, now: () => Date.now() + clock.ahead };

interface Alert {
  readonly id: string;
  readonly device: string;
  readonly kind: string;
  readonly key: string;
  readonly cleared: number | null;
  readonly acknowledged: number | null;
}

const watch = () => watchOf(kept.house.regions.get(lin!.region)!);
const round = async (minutes = 0): Promise<void> => {
  clock.ahead += minutes * 60_000;
  await watch().round();
};
const alertsOf = async ({ visitor }: Person, where = home): Promise<readonly Alert[]> =>
  (await visitor.must<{ alerts: Alert[] }>(200, 'GET', `/api/homes/${where}/alerts`)).alerts;
const told = (name: string, values: object) =>
  client.publishAsync(`zigbee2mqtt/${name}`, JSON.stringify(values), { qos: 1 });

beforeAll(async () => {
  kept = await testHouse({ clock });
  [lin, mira, guest] = [await kept.person(), await kept.person(), await kept.person()];
  home = await newHome(lin!);
  await letIn(home, lin!, mira!, 'member');
  await letIn(home, lin!, guest!, 'guest');
  client = await connect(kept, await addGateway(home, lin!));
  await kept.house.begin();
  await send(client, synthetic());
}, 240_000);

test('smoke at once, a low battery after a while, each to everybody who lives there', async () => {
  await told('hall/motion', { smoke: true });
  await round();
  expect((await alertsOf(lin!)).map(({ kind, key }) => `${kind} ${key}`)).toEqual(['alarm smoke']);
  await round(11);
  for (const person of [lin!, mira!])
    expect((await alertsOf(person)).map(({ kind }) => kind).toSorted()).toEqual(['alarm', 'battery']);
  expect((await guest!.visitor.call('GET', `/api/homes/${home}/alerts`)).status).toBe(403);
  const copy = await mira!.visitor.call('GET', '/api/my/copy?format=json');
  expect(copy.text).toContain('battery battery 12');
});

test('who acknowledges does so for all, once; what is over is over after its delay', async () => {
  const [smoke] = (await alertsOf(lin!)).filter(({ kind }) => kind === 'alarm');
  const path = `/api/homes/${home}/alerts/${smoke!.id}/acknowledgement`;
  await guest!.visitor.must(403, 'POST', path);
  await mira!.visitor.must(204, 'POST', path);
  const first = (await alertsOf(lin!)).find(({ id }) => id === smoke!.id)!.acknowledged;
  expect(first).not.toBeNull();
  await lin!.visitor.must(204, 'POST', path);
  expect((await alertsOf(mira!)).find(({ id }) => id === smoke!.id)!.acknowledged).toBe(first);
  await told('hall/motion', { smoke: false });
  await round();
  expect((await alertsOf(lin!)).find(({ id }) => id === smoke!.id)!.cleared).toBeNull();
  await round(2);
  for (const person of [lin!, mira!])
    expect((await alertsOf(person)).find(({ id }) => id === smoke!.id)!.cleared).not.toBeNull();
  // Nobody’s by its id from elsewhere.
  const other = await newHome(guest!, 'Elsewhere');
  await guest!.visitor.must(404, 'POST', `/api/homes/${other}/alerts/${smoke!.id}/acknowledgement`);
});

test('a gateway’s word that a device is away is told, and that it is back', async () => {
  const door = (await devicesOf(home, lin!)).find(({ name }) => name === 'hall/door')!.id;
  const own = async () => (await alertsOf(lin!)).filter(({ device, kind }) => device === door && kind === 'offline');
  await told('hall/door/availability', { state: 'offline' });
  await round();
  expect(await own()).toHaveLength(1);
  await told('hall/door/availability', { state: 'online' });
  await round();
  await round(2);
  expect((await own())[0]!.cleared).not.toBeNull();
  await told('hall/door', { contact: false });
  await round();
  expect(await own()).toHaveLength(1);
});
