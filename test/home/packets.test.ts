/** What comes once more, and what is said again: by the packet that it comes in, across interruptions. */
import { ManualClock, Minutes, Seconds } from '@kept/base';
import { type Person, type TestHouse, testHouse } from '@kept/server/testing';
import { openDoor, runtimeOf } from '@kept/service-devices';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { Household } from '../../services/devices/src/household.ts';
import { addGateway, type Credential, letIn, newHome } from './people.ts';

const clock = new ManualClock(Date.now());
let kept: TestHouse;
let [lin, mira]: Person[] = [];
let home: string;
let gateway: Credential;
const region = () => kept.house.regions.get(lin!.region)!;
const runtime = () => runtimeOf(region());

beforeAll(async () => {
  kept = await testHouse({ clock });
  [lin, mira] = [await kept.person(), await kept.person()];
  home = await newHome(lin!);
  await letIn(home, lin!, mira!, 'member');
  gateway = await addGateway(home, lin!);
}, 240_000);
beforeEach(() => clock.advance(Minutes(10)));

type Sent = readonly [action: string, packetId: number, dup?: boolean, clientId?: string];

/** How many points each became; 0 for what was here before. */
async function press(...all: readonly Sent[]): Promise<number[]> {
  const door = openDoor([region()]);
  const session = { region: region().id, home, device: gateway.device, giver: lin!.id };
  const outcomes = [];
  for (const [action, packetId, dup = false, clientId = 'gateway'] of all) {
    clock.advance(Seconds(0.05));
    const payload = Buffer.from(JSON.stringify({ action }));
    outcomes.push(await door.received(session, 'zigbee2mqtt/button', payload, { clientId, packetId, dup }));
  }
  return outcomes.map((outcome) => (outcome.is === 'kept' ? outcome.points : Number.NaN));
}

/** As another process finds the home: nothing but what is on the disk. */
async function interrupted(): Promise<void> {
  const there = await runtime().household(home);
  const next = await Household.open(region(), runtime().members, runtime().repositories, home);
  Object.assign(there, { packets: next.packets });
}

const presses = async (who: Person): Promise<number> => {
  const { history } = runtime().repositories;
  const rows = await history.rows(who.id);
  const opened = await history.readMany(
    ...([{ role: 'service' }, who.id, rows.map(({ id }) => id), 'device-security', ['device-state']] as const),
  );
  const lines = [...opened.values()].flatMap((values) => (values['device-state'] ?? '').split('\n'));
  return new Set(lines.filter((line) => line.includes(' action '))).size;
};

test('of two equal presses the first comes once more after an interruption: two', async () => {
  const before = await presses(lin!);
  expect(await press(['single', 7])).toEqual([1]);
  await interrupted();
  expect(await press(['single', 7, true], ['single', 8])).toEqual([0, 1]);
  expect((await presses(lin!)) - before).toBe(2);
});

test('the first of two equal presses was durable, the second was not: both come once more, and are two', async () => {
  expect(await press(['single', 7])).toEqual([1]);
  await interrupted();
  expect(await press(['single', 7, true], ['single', 8, true], ['single', 8, true])).toEqual([0, 1, 0]);
});

test.each<[string, Sent, number]>([
  ['the same again in the same packet', ['single', 7, true], 0],
  ['the same, not said to be sent once more', ['single', 7], 1],
  ['the same in another packet', ['single', 8, true], 1],
  ['another thing in a packet of this number', ['double', 7, true], 1],
  ['the same packet of another client', ['single', 7, true, 'another'], 1],
])('%s', async (_, [action, packetId, ...how], points) => {
  expect(await press(['single', 7])).toEqual([1]);
  // A connection that broke; then a process that died.
  expect(await press([action, packetId, ...how])).toEqual([points]);
  clock.advance(Minutes(10));
  expect(await press(['single', 107])).toEqual([1]);
  await interrupted();
  expect(await press([action, packetId + 100, ...how])).toEqual([points]);
});

test('a number that was given again is the later message’s', async () => {
  expect(await press(['single', 7], ['double', 7])).toEqual([1, 1]);
  expect(await press(['single', 7, true])).toEqual([1]);
  clock.advance(Minutes(10));
  expect(await press(['single', 7], ['double', 7])).toEqual([1, 1]);
  await interrupted();
  expect(await press(['double', 7, true], ['single', 7, true])).toEqual([0, 1]);
});

test('what was long before the last of its client was acknowledged', async () => {
  expect(await press(['single', 7])).toEqual([1]);
  clock.advance(Minutes(1));
  expect(await press(['double', 8])).toEqual([1]);
  await interrupted();
  expect(await press(['single', 7, true], ['double', 8, true])).toEqual([1, 0]);
});

test('rows become one, and it is known all the same', async () => {
  expect(await press(['single', 7], ['single', 8], ['single', 9])).toEqual([1, 1, 1]);
  expect(await runtime().fold(lin!.id)).toBeGreaterThan(0);
  await interrupted();
  expect(await press(['single', 8, true], ['single', 9, true], ['single', 10, true])).toEqual([0, 0, 1]);
});

test('whoever lives there and lacks it is given it, of the time at which the others have it', async () => {
  const [own, theirs] = [await presses(lin!), await presses(mira!)];
  expect(await press(['single', 7])).toEqual([1]);
  const { history } = runtime().repositories;
  const rows = await history.rows(mira!.id);
  await history.remove(mira!.id, rows.at(-1)!.id);
  await interrupted();
  expect(await press(['single', 7, true])).toEqual([1]);
  expect([(await presses(lin!)) - own, (await presses(mira!)) - theirs]).toEqual([1, 1]);
  expect(await press(['single', 7, true])).toEqual([0]);
});

test('what a client calls itself is not kept, and neither is what it said', async () => {
  await press(['single', 7, false, 'lin’s telephone']);
  const { history } = runtime().repositories;
  const { plain } = (await history.rows(lin!.id)).at(-1)!;
  expect(plain['packets']).toMatch(/^[0-9a-f]{8}\.7\.[0-9a-z]{8,9}$/);
});
