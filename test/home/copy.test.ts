/** A copy that somebody takes while what their devices told is made smaller: every point is in it, once. */
import { allRoutes, type Person, type TestHouse, testHouse } from '@kept/server/testing';
import { runtimeOf } from '@kept/service-devices';
import type { MqttClient } from 'mqtt';
import { beforeAll, expect, test } from 'vitest';
import { addGateway, connect, newHome, send, synthetic } from './people.ts';

let kept: TestHouse;
let lin: Person;
let client: MqttClient;

const runtime = () => runtimeOf(kept.house.regions.get(lin.region)!);
const told = Array.from({ length: 30 }, (_, i) => `2026-11-2${i % 6}T10:${10 + i}:00.000Z`);

beforeAll(async () => {
  kept = await testHouse();
  lin = await kept.person();
  client = await connect(kept, await addGateway(await newHome(lin), lin));
  await send(client, synthetic());
  await more(client);
}, 240_000);

const more = async (gateway: MqttClient): Promise<void> => {
  for (const [i, last_seen] of told.entries())
    await send(gateway, [
      {
        ...{ topic: 'zigbee2mqtt/kitchen/climate', qos: 1, retain: false },
        payload: JSON.stringify({ temperature: i, last_seen }),
      },
    ]);
};

/** The stream of a route itself: its reader decides how fast it goes. */
async function streamOf<T>(path: string, call: object): Promise<AsyncIterator<T>> {
  const route = allRoutes(kept.house).find(({ endpoint }) => endpoint.path === path)!;
  const person = { id: lin.id, region: lin.region };
  const { stream } = await route.handle({ person, caller: { lang: 'en' }, ...call } as never, kept.house);
  return (stream as AsyncIterable<T>)[Symbol.asyncIterator]();
}

const copyOf = () => streamOf<string>('/api/my/copy', { query: { format: 'json' } });

async function packageOf() {
  const seal = { passphrase: 'paper lantern eaves' };
  const { path } = await lin.visitor.must<{ path: string }>(201, 'POST', '/api/my/packages', { seal });
  return streamOf<Uint8Array>('/api/my/packages/:token', { params: { token: path.split('/').at(-1) } });
}

const pointsIn = (text: string): string[] =>
  (JSON.parse(text) as { items: { field: string; value: string }[] }).items
    .filter(({ field }) => field.startsWith('device-state'))
    .flatMap(({ value }) => value.split('\n'))
    .toSorted();

async function rest(copy: AsyncIterator<string>): Promise<string> {
  let text = '';
  for (let next = await copy.next(); !next.done; next = await copy.next()) text += next.value;
  return text;
}

test('while a copy is on its way nothing is folded; it holds every point once, and so does the next', async () => {
  const copy = await copyOf();
  const begun = [await copy.next(), await copy.next()].map(({ value }) => value as string).join('');
  expect(await runtime().fold(lin.id)).toBe(0);
  const points = pointsIn(begun + (await rest(copy)));
  expect(points).toHaveLength(new Set(points).size);
  expect(points.filter((point) => / temperature \d+$/.test(point))).toHaveLength(told.length);
  expect(await runtime().fold(lin.id)).toBeGreaterThan(told.length);
  expect(pointsIn(await rest(await copyOf()))).toEqual(points);
});

test('what is erased while a copy is on its way is left out of it', async () => {
  const copy = await copyOf();
  const begun = [await copy.next(), await copy.next()].map(({ value }) => value as string).join('');
  const { history } = runtime().repositories;
  const gone = await history.rows(lin.id);
  for (const { id } of gone) await history.remove(lin.id, id);
  expect(gone.length).toBeGreaterThan(0);
  expect(pointsIn(begun + (await rest(copy)))).toEqual([]);
});

test.each(['/api/my/copy', '/api/my/packages/:token'])('%s that is broken off is in nobody’s way', async (path) => {
  await more(client);
  const stream = await (path === '/api/my/copy' ? copyOf() : packageOf());
  // The head of a copy is there before anything is read.
  for (let i = 0; i < 2; i++) await stream.next();
  expect(await runtime().fold(lin.id)).toBe(0);
  await stream.return!();
  await expect.poll(() => runtime().fold(lin.id)).toBeGreaterThan(0);
});
