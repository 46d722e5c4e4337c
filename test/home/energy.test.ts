/** What a home has used, by device, hour and price, from what its devices told through the broker. */
import { type Person, type TestHouse, testHouse } from '@kept/server/testing';
import type { MqttClient } from 'mqtt';
import { beforeAll, expect, test } from 'vitest';
import { addGateway, connect, devicesOf, letIn, newHome, send } from './people.ts';

let kept: TestHouse;
let [lin, mira, child, guest, looker]: Person[] = [];
let home: string;
let washer: string;
let client: MqttClient;

const NOON = Date.parse('2026-11-27T12:00:00+08:00');
const HOUR = 3_600_000;
const QUERY = 'span=day&date=2026-11-27&zone=Asia/Shanghai';

interface Energies {
  readonly kwh: number;
  readonly cost: number | null;
  readonly currency: string | null;
  readonly columns: readonly { readonly kwh: number; readonly cost: number | null }[];
  readonly devices: readonly {
    readonly name: string;
    readonly how: string;
    readonly resets: number;
    readonly kwh: number;
  }[];
}
const energyOf = ({ visitor }: Person, query = QUERY) =>
  visitor.must<Energies>(200, 'GET', `/api/homes/${home}/energy?${query}`);
const tariff = '/energy/tariff';

beforeAll(async () => {
  kept = await testHouse({ clock: { now: () => NOON + 10 * HOUR } });
  [lin, mira, child] = [await kept.person(), await kept.person(), await kept.person()];
  [guest, looker] = [await kept.person(), await kept.person()];
  home = await newHome(lin!);
  await letIn(home, lin!, mira!, 'member');
  await letIn(home, lin!, child!, 'child');
  await letIn(home, lin!, guest!, 'guest', { acts: ['see'] });
  await letIn(home, lin!, looker!, 'guest', { acts: ['see', 'history'] });
  const credential = await addGateway(home, lin!, 'Washer');
  washer = credential.device;
  client = await connect(kept, credential);
  const told = [
    [-25, 90],
    [-1, 100],
    [0.5, 102],
    [1.5, 3],
    [2.5, 4],
  ].map(([hour, energy]) => ({
    ts: NOON + hour! * HOUR,
    values: { energy: energy!, power: 1_500 },
  }));
  await client.publishAsync('v1/devices/me/telemetry', JSON.stringify(told), { qos: 1 });
  const lamp = await connect(kept, await addGateway(home, lin!, '=Lamp'));
  const shone = [
    [0, 60],
    [1.5, 0],
  ].map(([hour, power]) => ({ ts: NOON + hour! * HOUR, values: { power: power! } }));
  await send(lamp, [{ topic: 'v1/devices/me/telemetry', qos: 1, retain: false, payload: JSON.stringify(shone) }]);
}, 60_000);

test('a counter through a reset and power without one, by the hour, to everybody who lives there and looks back', async () => {
  for (const person of [lin!, mira!, looker!]) {
    const { kwh, cost, columns, devices } = await energyOf(person);
    expect(devices.map(({ name, how, resets, kwh: own }) => [name, how, resets, own])).toEqual([
      ['Washer', 'counter', 1, 16],
      ['=Lamp', 'power', 0, 0.09],
    ]);
    expect([kwh, cost]).toEqual([16.09, null]);
    expect(columns).toHaveLength(24);
    expect(columns.map((column) => column.kwh).slice(11, 15)).toEqual([10, 2.06, 3.03, 1]);
  }
  for (const person of [child!, guest!]) await person.visitor.must(403, 'GET', `/api/homes/${home}/energy?${QUERY}`);
  expect((await energyOf(lin!, 'span=month&date=2026-11-01&zone=Asia/Shanghai')).columns[26]!.kwh).toBe(16.09);
  await lin!.visitor.must(400, 'GET', `/api/homes/${home}/energy?span=day&date=2026-02-30&zone=UTC`);
  await lin!.visitor.must(400, 'GET', `/api/homes/${home}/energy?span=day&date=2026-02-28&zone=Nowhere`);
});

test('a tariff is everybody’s who lives there, in a copy of their own, and set by whoever fits devices', async () => {
  const body = {
    ...{ currency: 'CNY', zone: 'Asia/Shanghai' },
    periods: [
      { from: '2026-11-01', price: 0.5, hours: [{ days: [1, 2, 3, 4, 5], from: '13:00', to: '14:00', price: 1 }] },
    ],
  };
  for (const person of [child!, guest!, looker!])
    await person.visitor.must(403, 'PUT', `/api/homes/${home}${tariff}`, body);
  await mira!.visitor.must(204, 'PUT', `/api/homes/${home}${tariff}`, body);
  for (const person of [lin!, mira!, looker!]) {
    const { tariff: read } = await person.visitor.must<{ tariff: object }>(200, 'GET', `/api/homes/${home}${tariff}`);
    expect(read).toEqual(body);
    const { cost, currency, columns } = await energyOf(person);
    expect([cost, currency]).toEqual([9.56, 'CNY']);
    expect(columns.slice(11, 15).map((column) => column.cost)).toEqual([5, 1.03, 3.03, 0.5]);
  }
  expect((await energyOf(lin!, 'span=year&date=2026-01-01&zone=Asia/Shanghai')).cost).toBe(9.56);
  // Who moves in has a copy too.
  const late = await kept.person();
  await letIn(home, lin!, late, 'member');
  expect((await energyOf(late)).currency).toBe('CNY');
  expect((await energyOf(late)).kwh).toBe(0);
  // Before its first day there is no price, and so no cost.
  const periods = [{ ...body.periods[0]!, from: '2026-11-28' }];
  await lin!.visitor.must(204, 'PUT', `/api/homes/${home}${tariff}`, { ...body, periods });
  expect(await energyOf(mira!)).toMatchObject({ cost: null, currency: 'CNY' });
  await lin!.visitor.must(204, 'DELETE', `/api/homes/${home}${tariff}`);
  expect((await energyOf(mira!)).cost).toBeNull();
});

test('as a table, whose names are no formulas; of nobody who has said no', async () => {
  const { text, headers } = await lin!.visitor.call('GET', `/api/homes/${home}/energy/table?${QUERY}`);
  expect(headers['content-type']).toContain('text/csv');
  expect(text.split('\r\n').slice(0, 2)).toEqual([
    '\u{feff}from,until,device,space,by,kwh',
    '2026-11-27T03:00:00.000Z,2026-11-27T04:00:00.000Z,Washer,,counter,10',
  ]);
  expect(text).toContain(",'=Lamp,,power,0.06\r\n");
  await mira!.visitor.must(200, 'DELETE', `/api/homes/${home}/devices/${washer}/mine`);
  expect((await energyOf(mira!)).kwh).toBe(0.09);
  expect((await energyOf(lin!)).kwh).toBe(16.09);
  expect((await devicesOf(home, mira!)).length).toBe(2);
});
