/** Firmware of devices behind a gateway: what there is, and its update wave by wave through the real broker. */
import { type Person, type TestHouse, testHouse } from '@kept/server/testing';
import { newUpdater, SILENT_MS, updaterOf } from '@kept/service-firmware';
import type { MqttClient } from 'mqtt';
import { beforeAll, expect, test, vi } from 'vitest';
import { addGateway, connect, devicesOf, letIn, newHome, send, synthetic } from './people.ts';

let kept: TestHouse;
let [lin, mira, child, guest]: Person[] = [];
let home: string;
let client: MqttClient;
let ids: Record<string, string>;
const asked: string[] = [];
const clock = { ahead: 0, now: () => Date.now() + clock.ahead };
const NAMES = ['kitchen/climate', 'hall/door', 'hall/motion'] as const;

interface Told {
  readonly devices: readonly { readonly name: string; readonly state: string; readonly progress: number | null }[];
  readonly rollouts: readonly { readonly id: string; readonly items: readonly { readonly state: string }[] }[];
}
const path = () => `/api/homes/${home}/firmware`;
const read = ({ visitor }: Person) => visitor.must<Told>(200, 'GET', path());
const statesOf = async () => (await read(lin!)).rollouts[0]!.items.map(({ state }) => state);
const told = (name: string, update: object) =>
  client.publishAsync(`zigbee2mqtt/${name}`, JSON.stringify({ update }), { qos: 1 });
const answered = (name: string, status: 'ok' | 'error') =>
  client.publishAsync(
    'zigbee2mqtt/bridge/response/device/ota_update/update',
    JSON.stringify({ data: { id: name }, status, ...(status === 'error' && { error: 'Update failed' }) }),
    { qos: 1 },
  );
const start = (waves: string[][], { visitor } = lin!, status = 201) =>
  visitor.must<{ id: string }>(status, 'POST', `${path()}/rollouts`, { waves });
const updater = () => updaterOf(kept.house.regions.get(lin!.region)!);
const heard = (all: readonly string[]) => vi.waitFor(() => expect(asked).toEqual(all), 10_000);
const available = async () => {
  for (const name of NAMES) await told(name, { state: 'available', installed_version: 10, latest_version: 12 });
};

beforeAll(async () => {
  kept = await testHouse({ clock });
  [lin, mira] = [await kept.person(), await kept.person()];
  [child, guest] = [await kept.person(), await kept.person()];
  home = await newHome(lin!);
  await letIn(home, lin!, mira!, 'member');
  await letIn(home, lin!, child!, 'child');
  await letIn(home, lin!, guest!, 'guest');
  client = await connect(kept, await addGateway(home, lin!));
  client.on('message', (topic, payload) =>
    asked.push(`${topic.split('/').at(-1)} ${(JSON.parse(payload.toString()) as { id: string }).id}`),
  );
  await client.subscribeAsync('zigbee2mqtt/bridge/request/device/ota_update/#');
  await send(client, synthetic());
  ids = Object.fromEntries((await devicesOf(home, lin!)).map(({ name, id }) => [name, id]));
}, 60_000);

test('what there is, to whoever fits devices; what is not known to be newer is not updated', async () => {
  for (const person of [child!, guest!]) {
    await person.visitor.must(403, 'GET', path());
    await start([[ids['hall/door']!]], person, 403);
  }
  await lin!.visitor.must(202, 'POST', `${path()}/checks`, { devices: [ids['hall/door']] });
  await heard(['check hall/door']);
  await start([[ids['hall/door']!]], lin, 400);
  await available();
  expect((await read(mira!)).devices.map(({ name, state }) => `${name} ${state}`).toSorted()).toEqual([
    ...['hall/door available', 'hall/motion available', 'kitchen/climate available', 'kitchen/lamp unknown'],
  ]);
});

test('wave by wave; an image that lies is in the log of its device, and what has not begun is left alone', async () => {
  asked.length = 0;
  await start(NAMES.map((name) => [ids[name]!]));
  await heard(['update kitchen/climate']);
  await start([[ids['hall/motion']!]], mira, 400);
  // What it said before it began is not what came of it.
  await told('kitchen/climate', { state: 'available', installed_version: 10, latest_version: 12 });
  await told('kitchen/climate', { state: 'updating', progress: 41.5, remaining: 120 });
  const { devices } = await read(lin!);
  expect(devices.find(({ name }) => name === 'kitchen/climate')).toMatchObject({ state: 'updating', progress: 41.5 });
  expect(await statesOf()).toEqual(['sent', 'waiting', 'waiting']);
  await answered('kitchen/climate', 'ok');
  await told('kitchen/climate', { state: 'idle', installed_version: 12, latest_version: 12 });
  await heard(['update kitchen/climate', 'update hall/door']);
  await answered('hall/door', 'ok');
  await told('hall/door', { state: 'idle', installed_version: 11, latest_version: 12 });
  await vi.waitFor(async () => expect(await statesOf()).toEqual(['done', 'lied', 'skipped']), 10_000);
  await updater().settled();
  expect(asked).toEqual(['update kitchen/climate', 'update hall/door']);
});

test('a process that begins anew sends nothing twice, and goes on where it was', async () => {
  asked.length = 0;
  await available();
  await start([[ids['hall/motion']!], [ids['hall/door']!]], mira);
  await heard(['update hall/motion']);
  await updater().settled();
  const again = newUpdater(kept.house.regions.get(lin!.region)!);
  const end = await again.begin();
  await again.settled();
  expect(asked).toEqual(['update hall/motion']);
  expect((await again.of(home, 1))[0]!.items.map(({ state }) => state)).toEqual(['sent', 'waiting']);
  await end();
});

test('who fails, or says nothing for an hour, halts it; who is stopped goes no further', async () => {
  await answered('hall/motion', 'error');
  await vi.waitFor(async () => expect(await statesOf()).toEqual(['failed', 'skipped']), 10_000);
  asked.length = 0;
  await start([[ids['hall/door']!]]);
  await heard(['update hall/door']);
  await updater().settled();
  clock.ahead = SILENT_MS + 60_000;
  await updater().look();
  expect(await statesOf()).toEqual(['failed']);
  await available();
  const { id } = await start([[ids['kitchen/climate']!], [ids['hall/door']!]], mira);
  await heard(['update hall/door', 'update kitchen/climate']);
  await lin!.visitor.must(204, 'DELETE', `${path()}/rollouts/${id}`);
  await told('kitchen/climate', { state: 'idle', installed_version: 12, latest_version: 12 });
  await vi.waitFor(async () => expect(await statesOf()).toEqual(['done', 'skipped']), 10_000);
});
