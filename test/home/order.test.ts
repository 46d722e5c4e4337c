/** What one device says is taken in the order in which it came, however much of it is under way at once. */

import { type Person, testHouse } from '@kept/server/testing';
import { type Door, openDoor, runtimeOf, type Session } from '@kept/service-devices';
import { beforeAll, expect, test } from 'vitest';
import { addGateway, devicesOf, newHome } from './people.ts';

/** A clock that stands: all of it comes in the same millisecond. */
const NOW = Date.UTC(2026, 10, 26, 9);
const TOPIC = 'zigbee2mqtt/kitchen/climate';

let door: Door;
let session: Session;
let lin: Person;
let home: string;
let heard: string[];

beforeAll(async () => {
  const kept = await testHouse({ clock: { now: () => NOW } });
  await kept.broker();
  lin = await kept.person();
  home = await newHome(lin);
  const { device, secret } = await addGateway(home, lin);
  const regions = [...kept.house.regions.values()];
  door = openDoor(regions);
  session = (await door.prove(device, secret))!;
  const runtime = runtimeOf(regions.find(({ id }) => id === session.region)!);
  heard = [];
  runtime.live.hear(({ points }) => {
    for (const { key, value } of points) if (key === 'temperature') heard.push(value);
  });
}, 240_000);

const tell = (temperature: number) => door.received(session, TOPIC, Buffer.from(JSON.stringify({ temperature })));

test('the last of many counts, they are told of in order, and each is in the history', async () => {
  await tell(0);
  const wanted = Array.from({ length: 120 }, (_, i) => i + 1);
  const outcomes: Promise<{ is: string }>[] = [];
  for (const each of wanted) {
    outcomes.push(tell(each));
    // Some share a batch, others come while one is being written.
    if (each % 7 === 0) await new Promise((done) => setTimeout(done, each % 3));
  }
  expect(new Set((await Promise.all(outcomes)).map(({ is }) => is))).toEqual(new Set(['kept']));
  expect(heard).toEqual(['0', ...wanted.map(String)]);
  const climate = (await devicesOf(home, lin)).find(({ name }) => name === 'kitchen/climate')!;
  expect(climate.readings.find(({ key }) => key === 'temperature')!.value).toBe('120');
  const { text } = await lin.visitor.call('GET', '/api/my/copy?format=json');
  expect(new Set(text.match(/(?<= temperature )\d+/g))).toEqual(new Set(['0', ...wanted.map(String)]));
});
