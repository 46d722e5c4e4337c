/** The security log of a home: who opened, locked and moved, and its alarm, from the broker to each copy. */
import { Days, ManualClock, Millis, Minutes, Seconds } from '@kept/base';
import { type Person, type TestHouse, testHouse } from '@kept/server/testing';
import { watchOf } from '@kept/service-alerts';
import { runtimeOf } from '@kept/service-devices';
import { ENTRY_MS, EXIT_MS, Guard, guardOf } from '@kept/service-security-log';
import type { MqttClient } from 'mqtt';
import { beforeAll, expect, test } from 'vitest';
import { addGateway, connect, devicesOf, letIn, newHome, send, synthetic } from './people.ts';

const clock = new ManualClock(Date.parse('2026-03-02T10:00:00.000Z'));
let kept: TestHouse;
let [lin, mira, child, guest, cook]: Person[] = [];
let home: string;
let client: MqttClient;
let ids: Record<string, string>;

interface Entry {
  readonly at: number;
  readonly kind: string;
  readonly name: string;
  readonly value: string;
  readonly by: { readonly me: boolean; readonly role: string | null; readonly code: number | null } | null;
}
interface Told {
  readonly arming: { readonly mode: string; readonly since: number | null } | null;
  readonly arms: boolean;
  readonly entries: readonly Entry[];
}

const region = () => kept.house.regions.get(lin!.region)!;
const guard = () => guardOf(region());
const DAY = 86_400_000;
const path = (from = clock.now() - DAY, until = clock.now() + DAY) =>
  `/api/homes/${home}/security-log?from=${from}&until=${until}`;
const read = async ({ visitor } = lin!) => {
  await guard().settled();
  return visitor.must<Told>(200, 'GET', path());
};
const kindsOf = async (person = lin!) => (await read(person)).entries.map(({ kind, name }) => `${kind} ${name}`);
/** A permit is good for half a minute: the clock moves on only when all is noted. */
const told = async (name: string, values: object) => {
  await client.publishAsync(`zigbee2mqtt/${name}`, JSON.stringify(values), { qos: 1 });
  await guard().settled();
};
const arm = (mode: string, { visitor } = lin!, status = 200) =>
  visitor.must(status, 'PUT', `/api/homes/${home}/security-mode`, { mode });
const alarms = async () => {
  await watchOf(region()).round();
  const { alerts } = await lin!.visitor.must<{ alerts: { key: string; cleared: number | null }[] }>(
    ...([200, 'GET', `/api/homes/${home}/alerts`] as const),
  );
  return alerts.filter(({ key, cleared }) => key === 'intrusion' && cleared === null).length;
};

beforeAll(async () => {
  kept = await testHouse({ clock });
  [lin, mira, child] = [await kept.person(), await kept.person(), await kept.person()];
  [guest, cook] = [await kept.person(), await kept.person()];
  home = await newHome(lin!);
  await letIn(home, lin!, mira!, 'member');
  await letIn(home, lin!, child!, 'child', { acts: ['see'] });
  await letIn(home, lin!, guest!, 'guest', { acts: ['see'] });
  client = await connect(kept, await addGateway(home, lin!));
  const [list, ...rest] = synthetic();
  const devices = JSON.parse(list!.payload) as object[];
  const exposes = [
    {
      type: 'lock',
      features: [
        { type: 'binary', name: 'state', property: 'state', value_on: 'LOCK', value_off: 'UNLOCK', access: 7 },
      ],
    },
    { type: 'enum', name: 'lock_state', property: 'lock_state', values: ['locked', 'unlocked'], access: 1 },
  ];
  const lock = { ieee_address: '0x00158d0000000009', friendly_name: 'hall/lock', type: 'EndDevice' };
  const definition = { vendor: 'Aqara', model: 'U200', description: 'lock', exposes };
  await send(client, [{ ...list!, payload: JSON.stringify([...devices, { ...lock, definition }]) }, ...rest]);
  await told('hall/lock', { state: 'LOCK', lock_state: 'locked' });
  ids = Object.fromEntries((await devicesOf(home, lin!)).map(({ name, id }) => [name, id]));
  for (const name of ['hall/door', 'hall/lock', 'hall/motion'])
    await lin!.visitor.must(204, 'PATCH', `/api/homes/${home}/devices/${ids[name]}`, { space: '1.2' });
  await lin!.visitor.must(204, 'PATCH', `/api/homes/${home}/devices/${ids['kitchen/climate']}`, { space: '1.1' });
  await letIn(home, lin!, cook!, 'guest', { acts: ['see', 'history'], spaces: ['1.1'] });
}, 60_000);

test('what opens, moves and is locked is noted once, with who did it, for everybody who lives there', async () => {
  expect(await kindsOf()).toEqual([]);
  for (const contact of [false, false, true]) {
    clock.advance(Minutes(1));
    await told('hall/door', { contact, battery: 90 });
  }
  await told('hall/motion', { occupancy: true });
  await told('kitchen/lamp', { state: 'ON' });
  clock.advance(Minutes(1));
  await told('hall/lock', { state: 'UNLOCK', lock_state: 'unlocked', action_user: 3, action_source_name: 'keypad' });
  clock.advance(Minutes(1));
  const sets: string[] = [];
  client.on('message', (topic) => sets.push(topic));
  await client.subscribeAsync('zigbee2mqtt/+/+/set');
  await mira!.visitor.must(202, 'POST', `/api/homes/${home}/devices/${ids['hall/lock']}/commands`, {
    values: { state: 'LOCK' },
  });
  await told('hall/lock', { state: 'LOCK', lock_state: 'locked' });
  expect(await kindsOf()).toEqual([
    ...['locked hall/lock', 'unlocked hall/lock', 'motion hall/motion', 'closed hall/door', 'opened hall/door'],
  ]);
  const [locked, unlocked] = (await read()).entries;
  expect(locked!.by).toMatchObject({ me: false, role: 'member' });
  expect(unlocked!.by).toMatchObject({ me: false, role: null, code: 3 });
  expect((await read(mira!)).entries[0]!.by).toMatchObject({ me: true });
  expect((await mira!.visitor.call('GET', '/api/my/copy?format=json')).text).toContain('unlocked');
});

test('whoever may not look back sees nothing, a room’s guest that room, a stranger no home', async () => {
  for (const person of [child!, guest!]) await person.visitor.must(403, 'GET', path());
  expect(await read(cook!)).toMatchObject({ arming: null, arms: false, entries: [] });
  for (const person of [guest!, cook!, child!]) await arm('disarmed', person, 403);
  const stranger = await kept.person();
  await stranger.visitor.must(404, 'GET', path());
  await arm('away', stranger, 404);
  await lin!.visitor.must(400, 'GET', path(0, 33 * DAY));
});

test('an armed home gives time to leave and to come home; then it sounds, until somebody disarms', async () => {
  await arm('away', mira!);
  expect((await read()).arming).toMatchObject({ mode: 'away', since: clock.now() });
  await told('hall/door', { contact: false });
  await told('hall/door', { contact: true });
  clock.advance(Millis(EXIT_MS + 1));
  await guard().round();
  expect(await alarms()).toBe(0);
  // Somebody comes home, and says so in time.
  await told('hall/door', { contact: false });
  await arm('disarmed');
  clock.advance(Millis(ENTRY_MS + 1));
  await guard().round();
  expect(await alarms()).toBe(0);
  await told('hall/door', { contact: true });
  await arm('away');
  clock.advance(Millis(EXIT_MS + 1));
  await told('hall/door', { contact: false });
  expect(await alarms()).toBe(0);
  clock.advance(Millis(ENTRY_MS + 1));
  await guard().round();
  expect(await alarms()).toBe(1);
  expect(await kindsOf()).toContain('intrusion hall/door');
  await arm('disarmed');
  await watchOf(region()).round();
  clock.advance(Minutes(2));
  expect(await alarms()).toBe(0);
});

test('a process that begins anew knows how the home is armed, and notes what an interruption left out, once', async () => {
  const at = clock.now();
  await told('hall/door', { contact: true });
  clock.advance(Seconds(1));
  await arm('night');
  const before = await kindsOf();
  const { entries, recent } = { entries: guard().log.entries, recent: () => guard().log.recent(home, mira!.id, 0) };
  // As if it had been killed with what the door said noted for one person, and not for the other.
  const rows = await entries.rows(mira!.id);
  const lost = rows.filter(({ createdAt }) => createdAt.getTime() === at).slice(0, 1);
  expect(lost).toHaveLength(1);
  await entries.remove(mira!.id, lost[0]!.id);
  expect(await recent()).toHaveLength(before.length - 1);
  const again = new Guard(region());
  const household = await runtimeOf(region()).household(home);
  expect(await again.armingOf(household)).toMatchObject({ mode: 'night' });
  expect(await recent()).toHaveLength(before.length);
  expect(await kindsOf()).toEqual(before);
  await arm('disarmed');
});

test('a day of much motion is few rows, and all of it goes after six months', async () => {
  for (let i = 0; i < 60; i++) {
    clock.advance(Seconds(1));
    await told('hall/motion', { occupancy: i % 2 === 0 });
  }
  expect((await kindsOf()).filter((each) => each.startsWith('motion')).length).toBeGreaterThan(25);
  const { log } = guard();
  expect((await log.entries.rows(mira!.id)).length).toBeLessThan(45);
  clock.advance(Days(190));
  expect(await log.recent(home, mira!.id, 0)).toEqual([]);
});
