/** What devices told, as it is kept, drawn, taken along and ended; by a clock that is moved by hand. */
import { Days, ManualClock, Minutes } from '@kept/base';
import { expire } from '@kept/kit';
import { type Person, type TestHouse, testHouse } from '@kept/server/testing';
import { engineOf } from '@kept/service-automations';
import { recentOf, runtimeOf } from '@kept/service-devices';
import { tariffsOf } from '@kept/service-energy';
import { Guard } from '@kept/service-security-log';
import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import type { MqttClient } from 'mqtt';
import { beforeAll, expect, test } from 'vitest';
import { Household } from '../../services/devices/src/household.ts';
import { addGateway, type Credential, connect, devicesOf, letIn, newHome, send, synthetic } from './people.ts';

const clock = new ManualClock(Date.parse('2026-03-02T10:00:00.000Z'));
let kept: TestHouse;
let lin: Person;
let home: string;
let gateway: Credential;
let client: MqttClient;

const region = () => kept.house.regions.get(lin.region)!;
const runtime = () => runtimeOf(region());

beforeAll(async () => {
  kept = await testHouse({ clock });
  lin = await kept.person();
  home = await newHome(lin);
  gateway = await addGateway(home, lin);
  client = await connect(kept, gateway);
  await send(client, synthetic());
}, 60_000);

const read = async (path: string, who = lin) => {
  const { visitor } = who;
  const answer = await kept.app.inject({ method: 'GET', url: path, headers: { cookie: visitor.cookie } });
  expect([path, answer.statusCode]).toEqual([path, 200]);
  return answer;
};

/** By hand: no cell of ours has a line end in it. */
const linesOf = (csv: string): string[][] =>
  csv
    .replace('\uFEFF', '')
    .trim()
    .split('\r\n')
    .map((line) => line.replaceAll(/^"|"$/g, '').split(/"?,"?/));

interface Row {
  readonly time: Date;
  readonly device: string;
  readonly name: string;
  readonly key: string;
  readonly value: string;
  readonly number?: number;
  readonly unit: string;
}

async function parquetAt(path: string): Promise<Row[]> {
  const { rawPayload } = await read(path);
  const file = rawPayload.buffer.slice(rawPayload.byteOffset, rawPayload.byteOffset + rawPayload.byteLength);
  return (await parquetReadObjects({ file: file as ArrayBuffer })) as unknown as Row[];
}

test('what a device, and what a home told goes along as CSV and as Parquet, and no cell is a formula', async () => {
  const name = '=HYPERLINK("http://attacker.example")';
  const meter = await addGateway(home, lin, name);
  const own = await connect(kept, meter);
  const ts = clock.now() - 60_000;
  const values = { temperature: -4.25, note: '@SUM(A1:A9)', open: true };
  await own.publishAsync('v1/devices/me/telemetry', JSON.stringify({ ts, values }), { qos: 1 });
  const path = `/api/homes/${home}/devices/${meter.device}/export`;
  const answer = await read(`${path}?format=csv`);
  expect(answer.headers['content-disposition']).toBe('attachment; filename="kept-readings-2026-03-02.csv"');
  const [head, ...lines] = linesOf(answer.payload);
  expect(head!.join()).toBe('time,device,name,space,key,value,unit');
  const time = new Date(ts).toISOString();
  expect(lines.map(([at, device, , , key, value]) => [at, device, key, value])).toEqual([
    [time, meter.device, 'note', "'@SUM(A1:A9)"],
    [time, meter.device, 'open', 'true'],
    [time, meter.device, 'temperature', '-4.25'],
  ]);
  expect(answer.payload).toContain('"\'=HYPERLINK(""http://attacker.example"")"');
  const rows = await parquetAt(`${path}?format=parquet`);
  expect(rows.map(({ key, value, number }) => [key, value, number ?? null])).toEqual([
    ['note', '@SUM(A1:A9)', null],
    ['open', 'true', null],
    ['temperature', '-4.25', -4.25],
  ]);
  expect(rows[0]).toMatchObject({ time: new Date(ts), device: meter.device, name });
  clock.advance(Minutes(1));
  const whole = await parquetAt(`/api/homes/${home}/export?format=parquet`);
  expect(whole.find(({ key, name: each }) => key === 'humidity' && each === 'kitchen/climate')).toMatchObject({
    ...{ value: '48.5', number: 48.5, unit: '%' },
  });
  const csv = linesOf((await read(`/api/homes/${home}/export?format=csv`)).payload).slice(1);
  expect(csv.map(([at]) => Date.parse(at!))).toEqual(whole.map((row) => row.time.getTime()));
});

test('a guest takes along what their grant lets them look back on; once it is taken back the file ends', async () => {
  const guest = await kept.person();
  await letIn(home, lin, guest, 'guest', { spaces: ['1.1'] });
  const lamp = (await devicesOf(home, lin)).find(({ name }) => name === 'kitchen/lamp')!;
  await lin.visitor.must(204, 'PATCH', `/api/homes/${home}/devices/${lamp.id}`, { space: '1.1' });
  const rows = await parquetAtAs(guest);
  expect(new Set(rows.map(({ name }) => name))).toEqual(new Set(['kitchen/lamp']));
  // The reader decides how fast it goes.
  const { partsOf } = await import('../../services/devices/src/export/points.ts');
  const household = await runtime().household(home);
  const devices = [household.devices.get(lamp.id)!, household.devices.get(lamp.id)!];
  const view = { by: { role: 'person', id: guest.id }, owner: lin.id, purpose: 'device-security' } as const;
  const parts = partsOf(runtime(), household, {
    ...{ person: guest.id, view, devices, from: 0, until: clock.now() },
  });
  expect((await parts.next()).value!.points.length).toBeGreaterThan(0);
  expect(await runtime().fold(lin.id)).toBe(0);
  await lin.visitor.must(204, 'DELETE', `/api/homes/${home}/members/${guest.id}`);
  await expect(parts.next()).rejects.toMatchObject({ code: 'SPACES_NOT_GRANTED' });
  expect(await runtime().fold(lin.id)).toBeGreaterThan(0);
});

const parquetAtAs = async (who: Person): Promise<Row[]> => {
  const { rawPayload } = await read(`/api/homes/${home}/export?format=parquet`, who);
  const file = rawPayload.buffer.slice(rawPayload.byteOffset, rawPayload.byteOffset + rawPayload.byteLength);
  return (await parquetReadObjects({ file: file as ArrayBuffer })) as unknown as Row[];
};

interface Step {
  readonly wait: number;
  readonly fold: boolean;
  readonly samples: readonly { readonly ago: number | null; readonly values: Readonly<Record<string, unknown>> }[];
}

const value = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constantFrom(0.5, -2.25, true, 'ON', 'a b'));
/** Few times, so that many meet; some of another week, some that cannot be. */
const ago = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 0, max: 4 }).map((n) => n * 60_000),
  fc.constantFrom(3, 9, 16, 40, 400).map((n) => n * 86_400_000),
);
const step: fc.Arbitrary<Step> = fc.record({
  wait: fc.constantFrom(60_000, 60_000, 86_400_000),
  fold: fc.boolean(),
  samples: fc.array(
    fc.record({
      ago,
      values: fc.dictionary(fc.constantFrom('a', 'power', 'c'), value, { minKeys: 1, noNullPrototype: true }),
    }),
    {
      ...{ minLength: 1, maxLength: 5 },
    },
  ),
});

test('whatever comes late, twice and out of order: chart and file are those of the slowest way to keep it', async () => {
  const property = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
    const meter = await addGateway(home, lin, 'Meter');
    const own = await connect(kept, meter);
    const told = new Map<string, { at: number; key: string; value: string }>();
    for (const { wait, fold, samples } of steps) {
      clock.advance(Minutes(wait / 60_000));
      const now = clock.now();
      const whole = samples.map(({ ago: before, values }) =>
        before === null ? { values } : { ts: now - before, values },
      );
      await own.publishAsync('v1/devices/me/telemetry', JSON.stringify(whole), { qos: 1 });
      for (const { ago: before, values } of samples) {
        // A clock that is wrong is not believed.
        const at = before === null || before > 180 * 86_400_000 ? now : now - before;
        for (const [key, each] of Object.entries(values))
          told.set(`${at} ${key}`, { at, key, value: typeof each === 'string' ? each : JSON.stringify(each) });
      }
      if (fold) await runtime().fold(lin.id);
    }
    clock.advance(Minutes(1));
    const path = `/api/homes/${home}/devices/${meter.device}`;
    const rows = await parquetAt(`${path}/export?format=parquet`);
    const points = [...told.values()].toSorted((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
    expect(rows.map(({ time, key, value: each }) => ({ at: time.getTime(), key, value: each }))).toEqual(points);
    for (const key of ['a', 'power']) {
      const { body } = await lin.visitor.call<Drawn>('GET', `${path}/chart?key=${key}&span=year`);
      expect(body.columns).toEqual(columnsOf(points, key, body));
    }
    await own.endAsync();
    await lin.visitor.must(204, 'DELETE', path);
  });
  await fc.assert(property, { numRuns: 12 });
}, 60_000);

interface Drawn {
  readonly from: number;
  readonly until: number;
  readonly columns: readonly object[];
}

function columnsOf(points: readonly { at: number; key: string; value: string }[], key: string, { from, until }: Drawn) {
  const width = (until - from) / 366;
  return Array.from({ length: 366 }, (_, i) => from + i * width).flatMap((begin) => {
    const words: Readonly<Record<string, number>> = { true: 1, ON: 1 };
    const own = points
      .filter((point) => point.key === key && point.at >= begin && point.at < begin + width)
      .map((point) => words[point.value] ?? Number(point.value))
      .filter((each) => !Number.isNaN(each));
    if (own.length === 0) return [];
    const sum = own.reduce((a, b) => a + b, 0);
    return [{ from: begin, count: own.length, low: Math.min(...own), high: Math.max(...own), mean: sum / own.length }];
  });
}

test('what is kept for six months is gone after them: from the disk, the chart, the file and the page', async () => {
  const meter = await addGateway(home, lin, 'Old meter');
  const own = await connect(kept, meter);
  await own.publishAsync('v1/devices/me/telemetry', '{"temperature":21,"power":7}', { qos: 1 });
  const { history } = runtime().repositories;
  const rows = async () => (await history.rows(lin.id)).filter(({ plain }) => plain['device'] === meter.device);
  const shown = async () => (await devicesOf(home, lin)).find(({ id }) => id === meter.device)?.readings ?? [];
  expect([(await rows()).length, (await shown()).length]).toEqual([1, 2]);
  await live(160);
  await own.publishAsync('v1/devices/me/telemetry', '{"humidity":40}', { qos: 1 });
  await live(25);
  const { keys } = await expire(region());
  expect(keys).toBeGreaterThan(0);
  const left = await parquetAt(`/api/homes/${home}/devices/${meter.device}/export?format=parquet`);
  expect(left.map(({ key }) => key)).toEqual(['humidity']);
  expect((await shown()).map(({ key }) => key)).toEqual(['humidity']);
  const path = `/api/homes/${home}/devices/${meter.device}/chart?key=temperature&span=year`;
  expect((await lin.visitor.must<Drawn>(200, 'GET', path)).columns).toEqual([]);
  expect(await rows()).toHaveLength(1);
});

test('what comes months late ends with the week in which it was measured, and is not how things are now', async () => {
  const meter = await addGateway(home, lin, 'Late meter');
  const own = await connect(kept, meter);
  const ago = (days: number) => clock.now() - days * 86_400_000;
  const told = (days: number, temperature: number) => ({ ts: ago(days), values: { temperature } });
  const [late, now] = [[told(150, 15), told(179.5, 17)], told(0, 21)];
  await own.publishAsync('v1/devices/me/telemetry', JSON.stringify(now), { qos: 1 });
  await own.publishAsync('v1/devices/me/telemetry', JSON.stringify(late), { qos: 1 });
  clock.advance(Minutes(1));
  const path = `/api/homes/${home}/devices/${meter.device}/export?format=parquet`;
  const values = async () => (await parquetAt(path)).map(({ value }) => value);
  // What is to be gone within the week is not begun with, if its week is over already.
  const kept15 = await values();
  expect(kept15.filter((each) => each !== '17')).toEqual(['15', '21']);
  // Of a process that begins anew.
  const { members, repositories } = runtime();
  const again = await Household.open(region(), members, repositories, home);
  expect(again.devices.get(meter.device)!.latest.get('temperature')).toMatchObject({ value: '21' });
  const recent = await recentOf(runtime(), again, clock.now());
  expect(recent.get(meter.device)!.at(-1)).toMatchObject({ value: '21' });
  await live(40);
  expect((await expire(region())).keys).toBeGreaterThan(0);
  expect(await values()).toEqual(['21']);
  await lin.visitor.must(204, 'DELETE', `/api/homes/${home}/devices/${meter.device}`);
});

/** Somebody who looks in now and then: a place in a home that is in use does not end, nor does a session. */
async function live(days: number): Promise<void> {
  for (let gone = 0; gone < days; gone += 20) {
    clock.advance(Days(Math.min(20, days - gone)));
    await lin.visitor.must(200, 'GET', '/api/homes');
    await devicesOf(home, lin);
  }
}

test('a home that is at work for a year keeps its people, devices and automations, though nobody looks', async () => {
  const [mira, fitter, guest] = [await kept.person(), await kept.person(), await kept.person()];
  const at = await newHome(lin, 'Nobody looks');
  await letIn(at, lin, mira, 'member');
  await letIn(at, lin, fitter, 'installer');
  await letIn(at, lin, guest, 'guest');
  const [meter, theirs] = [await addGateway(at, lin, 'Meter'), await addGateway(at, fitter, 'Of the installer')];
  const trigger = { trigger: 'numeric_state', entity_id: `${meter.device}.temperature`, above: 30 };
  const config = { alias: 'Hot', triggers: [trigger], conditions: [], actions: [{ action: 'delay', delay: 1 }] };
  const body = { ...config, time_zone: 'Asia/Shanghai', mode: 'single' };
  await lin.visitor.must(201, 'POST', `/api/homes/${at}/automations`, body);
  const tariff = { currency: 'CNY', zone: 'Asia/Shanghai', periods: [{ from: '2026-01-01', price: 0.5, hours: [] }] };
  await lin.visitor.must(204, 'PUT', `/api/homes/${at}/energy/tariff`, tariff);
  await lin.visitor.must(200, 'PUT', `/api/homes/${at}/security-mode`, { mode: 'night' });
  const own = await connect(kept, meter);
  const { members, repositories } = runtime();
  for (let gone = 0; gone < 364; gone += 14) {
    clock.advance(Days(14));
    await own.publishAsync('v1/devices/me/telemetry', '{"temperature":21}', { qos: 1 });
    await runtime().settled();
    if (gone % 56 === 0) await expire(region());
  }
  const left = (await members.of(at)).map(({ person, role }) => `${person} ${role}`);
  // A guest does not live there, and nothing of theirs is in use.
  expect(left.toSorted()).toEqual([`${lin.id} owner`, `${mira.id} member`, `${fitter.id} installer`].toSorted());
  const devices = await repositories.registry.having('home', at);
  expect(devices.map(({ owner, plain }) => `${owner} ${plain['device'] as string}`).toSorted()).toEqual(
    [lin, mira].flatMap(({ id }) => [meter, theirs].map(({ device }) => `${id} ${device}`)).toSorted(),
  );
  expect(await runtime().prove(theirs.device, theirs.secret)).toMatchObject({ home: at, giver: fitter.id });
  const household = await runtime().household(at);
  for (const { id: owner } of [lin, mira]) {
    const view = { by: { role: 'person' }, owner, purpose: 'rights' } as const;
    expect(await tariffsOf(region()).of(household, view)).toMatchObject({ currency: 'CNY' });
  }
  expect(await new Guard(region()).armingOf(household)).toMatchObject({ mode: 'night' });
  const rules = await engineOf(region()).rules.automations();
  expect(rules.filter((rule) => rule.home === at).map(({ config: { alias }, active }) => [alias, active])).toEqual([
    ['Hot', true],
  ]);
});
