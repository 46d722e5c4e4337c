/** Runs of automations by a clock that is moved by hand: triggers, modes, guards, and what a kill leaves. */
import { type ManualClock as Manual, ManualClock, Minutes, Seconds } from '@kept/base';
import { type Person, type TestHouse, testHouse } from '@kept/server/testing';
import { Engine, engineOf } from '@kept/service-automations';
import { type Runtime, runtimeOf } from '@kept/service-devices';
import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { newHome } from './people.ts';

const KILLS = Number(process.env['KEPT_SOAK']) || 1;
const clock: Manual = new ManualClock(Date.now());
let kept: TestHouse;
let runtime: Runtime;
let lin: Person;
let home: string;
let engine: Engine;
const devices: Record<string, string> = {};
const sets: string[] = [];

interface Trace {
  readonly outcome: string;
  readonly reason?: string;
  readonly at: number;
  readonly ended: number;
  readonly fact: { readonly trigger: string; readonly at: number };
  readonly steps: readonly { readonly action: string; readonly at: number; readonly message?: string }[];
}

beforeAll(async () => {
  kept = await testHouse({ clock });
  lin = await kept.person();
  home = await newHome(lin);
  runtime = runtimeOf(kept.house.regions.get(lin.region)!);
  const household = await runtime.household(home);
  const features = [
    { name: 'state', kind: 'binary', settable: true, unit: '', min: null, max: null, values: ['ON', 'OFF'] },
  ] as const;
  for (const name of ['lamp', 'motion', 'meter', 'button']) {
    const blank = { address: name, name, model: 'X', features, firmware: '', ip: '', space: '' };
    devices[name] = (await household.describe({ via: null, by: lin.id }, blank)).id;
  }
  // A lamp that does what it is told, and says so.
  runtime.outlet = async ({ device }, _, payload) => {
    const { state } = JSON.parse(payload) as { state: string };
    sets.push(state);
    await report(device, 'state', state);
    return true;
  };
}, 240_000);

/** Told by a device, a moment later than what was before. */
async function report(device: string, key: string, value: string): Promise<void> {
  clock.advance(Seconds(0.001));
  const household = await runtime.household(home);
  await runtime.report({ household, device, points: [{ at: clock.now(), key, value }] });
}

const tells = async (name: string, key: string, value: string): Promise<void> => {
  await report(devices[name]!, key, value);
  await engine.settled();
};

async function passes(seconds: number): Promise<void> {
  clock.advance(Seconds(seconds));
  engine.timers.tick();
  await engine.settled();
}

beforeEach(async () => {
  sets.length = 0;
  engine = engineOf(kept.house.regions.get(lin.region)!);
  await engine.begin();
});
afterEach(async () => {
  for (const rule of await engine.of(home)) await engine.remove(rule);
  await engine.end();
});

const entity = (name: string, key: string) => `${devices[name]}.${key}`;
const light = (state: string) => ({ action: 'command', device_id: devices['lamp']!, data: { state } });
const note = (message: string) => ({ action: 'notify', message });

async function make(config: object): Promise<string> {
  const whole = { alias: 'A', time_zone: 'Asia/Shanghai', conditions: [], mode: 'single', ...config };
  const { id } = await lin.visitor.must<{ id: string }>(201, 'POST', `/api/homes/${home}/automations`, whole);
  return id;
}
/** The oldest first. */
async function traces(id: string): Promise<readonly Trace[]> {
  const path = `/api/homes/${home}/automations/${id}/traces`;
  return (await lin.visitor.must<{ traces: Trace[] }>(200, 'GET', path)).traces.toReversed();
}
const outcomes = async (id: string): Promise<string[]> => (await traces(id)).map(({ outcome }) => outcome);

test('a state with `for` counts only where it lasts', async () => {
  await tells('motion', 'occupancy', 'false');
  const triggers = [{ trigger: 'state', entity_id: entity('motion', 'occupancy'), to: 'true', for: 60 }];
  const id = await make({ triggers, actions: [light('ON')] });
  await tells('motion', 'occupancy', 'true');
  await passes(59);
  await tells('motion', 'occupancy', 'false');
  await passes(60);
  expect(sets).toEqual([]);
  await tells('motion', 'occupancy', 'true');
  // Said again, and so still.
  await passes(30);
  await tells('motion', 'occupancy', 'true');
  await passes(30);
  expect(sets).toEqual(['ON']);
  expect(await outcomes(id)).toEqual(['finished']);
});

test('a number counts when it crosses into the range, with the bounds outside', async () => {
  await tells('meter', 'power', '10');
  const id = await make({
    triggers: [{ trigger: 'numeric_state', entity_id: entity('meter', 'power'), above: 20, below: 30 }],
    actions: [note('in')],
  });
  for (const value of ['20', '20.1', '29', '30', '25', 'unavailable', '21']) await tells('meter', 'power', value);
  expect(await outcomes(id)).toEqual(['finished', 'finished', 'finished']);
});

test('a button counts each time, the same press included; a first value ever changes nothing', async () => {
  const id = await make({
    triggers: [
      { trigger: 'event', entity_id: entity('button', 'action'), event_type: 'single' },
      { trigger: 'state', entity_id: entity('button', 'action') },
    ],
    actions: [note('pressed')],
  });
  for (const value of ['single', 'single', 'double']) await tells('button', 'action', value);
  expect((await traces(id)).map(({ fact }) => fact.trigger)).toEqual(['event', 'event', 'state']);
});

test('a time of day comes by the clock of its zone, and a moment that was missed is made good', async () => {
  const wall = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(11, 16);
  const at = wall(clock.now() + Minutes(3));
  const id = await make({ triggers: [{ trigger: 'time', at }], actions: [note('morning')] });
  await passes(60);
  expect(await outcomes(id)).toEqual([]);
  await engine.end();
  clock.advance(Minutes(5));
  await engine.begin();
  await engine.settled();
  const [trace] = await traces(id);
  expect(wall(trace!.fact.at)).toBe(at);
  await passes(86_400);
  expect(await outcomes(id)).toHaveLength(2);
});

test('somebody is there where one sensor says so, and nobody where none does', async () => {
  await tells('motion', 'occupancy', 'false');
  const id = await make({
    triggers: [
      { trigger: 'presence', event: 'enter', id: 'in' },
      { trigger: 'presence', event: 'leave', for: 120, id: 'out' },
    ],
    actions: [
      {
        action: 'choose',
        choose: [{ conditions: [{ condition: 'trigger', id: 'in' }], sequence: [light('ON')] }],
        default: [light('OFF')],
      },
    ],
  });
  await tells('motion', 'occupancy', 'true');
  await tells('button', 'presence', 'true');
  await tells('motion', 'occupancy', 'false');
  await passes(200);
  expect(sets).toEqual(['ON']);
  await tells('button', 'presence', 'false');
  await passes(120);
  expect(sets).toEqual(['ON', 'OFF']);
  expect(await outcomes(id)).toEqual(['finished', 'finished']);
});

test.each([
  ['single', ['mode', 'mode', 'finished'], 1],
  ['restart', ['cancelled', 'cancelled', 'finished'], 3],
  ['queued', ['finished', 'mode', 'finished'], 2],
  ['parallel', ['mode', 'finished', 'finished'], 2],
] as const)('mode %s, at most two, set off three times at once', async (mode, ends, begun) => {
  await tells('motion', 'occupancy', 'false');
  const id = await make({
    ...{ mode, max: 2 },
    triggers: [{ trigger: 'event', entity_id: entity('button', 'action') }],
    actions: [note('begun'), { action: 'delay', delay: 10 }, note('done')],
  });
  for (let i = 0; i < 3; i++) await tells('button', 'action', 'single');
  for (let i = 0; i < 4; i++) await passes(10);
  const all = await traces(id);
  expect(all.map(({ outcome }) => outcome).toSorted()).toEqual([...ends].toSorted());
  expect(all.filter(({ steps }) => steps.some(({ message }) => message === 'begun'))).toHaveLength(begun);
});

/** Home Assistant’s modes, told second by second: how each press ends, and whether and when it began. */
function modesOracle(mode: string, max: number, gaps: readonly number[], lasts: number): string[] {
  const ends: string[] = [];
  let running: { press: number; until: number }[] = [];
  let queue: number[] = [];
  let second = 0;
  const step = (): void => {
    second++;
    for (const each of running.filter(({ until }) => until <= second)) ends[each.press] += ` finished ${second}`;
    const free = running.some(({ until }) => until <= second);
    running = running.filter(({ until }) => until > second);
    const next = free ? queue.shift() : undefined;
    if (next !== undefined) begin(next);
  };
  const begin = (press: number): void => {
    ends[press] = `began ${second}`;
    running.push({ press, until: second + lasts });
  };
  for (const [press, gap] of gaps.entries()) {
    for (let i = 0; i < gap; i++) step();
    ends[press] = 'mode';
    if (mode === 'restart') {
      for (const each of running) ends[each.press] += ` cancelled ${second}`;
      running = [];
      begin(press);
    } else if (mode === 'queued' && running.length > 0) {
      if (running.length + queue.length < max) queue.push(press);
    } else if (running.length < (mode === 'parallel' ? max : 1)) begin(press);
  }
  while (running.length > 0) step();
  queue = [];
  return ends;
}

test('modes are as the oracle has it, whenever it is set off', async () => {
  const seed = Number(process.env['KEPT_SEED'] ?? 20_261_127);
  const [mode, max] = [fc.constantFrom('single', 'restart', 'queued', 'parallel'), fc.integer({ min: 1, max: 3 })];
  const gaps = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 6 });
  const property = fc.asyncProperty(mode, max, gaps, fc.integer({ min: 1, max: 4 }), async (how, most, all, lasts) => {
    const id = await make({
      ...{ mode: how, max: most, triggers: [{ trigger: 'event', entity_id: entity('button', 'action') }] },
      actions: [note('begun'), { action: 'delay', delay: lasts }, note('done')],
    });
    const from = clock.now();
    const pressed: number[] = [];
    for (const gap of all) {
      for (let i = 0; i < gap; i++) await passes(1);
      await tells('button', 'action', 'single');
      pressed.push(clock.now());
    }
    for (let i = 0; i < lasts * all.length; i++) await passes(1);
    // Each press takes a thousandth of a second besides.
    const second = (at: number): number => Math.floor((at - from) / 1_000);
    const is = (await traces(id)).map((trace) => {
      const began = trace.steps.find(({ message }) => message === 'begun');
      const text = began ? `began ${second(began.at)} ${trace.outcome} ${second(trace.ended)}` : trace.outcome;
      return [pressed.indexOf(trace.fact.at), text] as const;
    });
    const told = is.toSorted(([a], [b]) => a - b).map(([, text]) => text);
    expect(told).toEqual(modesOracle(how, most, all, lasts));
    await engine.remove((await engine.find(home, id))!);
  });
  await fc.assert(property, { seed, numRuns: KILLS > 1 ? KILLS : 12 });
});

test('waiting ends with what it waits for, or with its time', async () => {
  await tells('motion', 'occupancy', 'false');
  const wait = {
    action: 'wait_for_trigger',
    triggers: [{ trigger: 'state', entity_id: entity('motion', 'occupancy'), to: 'true' }],
    ...{ timeout: 30, continue_on_timeout: false },
  };
  const id = await make({
    triggers: [{ trigger: 'event', entity_id: entity('button', 'action') }],
    actions: [wait, light('ON')],
  });
  await tells('button', 'action', 'single');
  await tells('motion', 'occupancy', 'true');
  expect(sets).toEqual(['ON']);
  await tells('motion', 'occupancy', 'false');
  await tells('button', 'action', 'single');
  await passes(31);
  expect(sets).toEqual(['ON']);
  expect((await traces(id)).map(({ outcome, reason }) => [outcome, reason])).toEqual([
    ['finished', undefined],
    ['stopped', 'timeout'],
  ]);
});

test('two that set off each other are held after some turns', async () => {
  await tells('lamp', 'state', 'OFF');
  const lamp = (to: string) => [{ trigger: 'state', entity_id: entity('lamp', 'state'), to }];
  const [on, off] = [
    await make({ alias: 'On', triggers: lamp('OFF'), actions: [light('ON')] }),
    await make({ alias: 'Off', triggers: lamp('ON'), actions: [light('OFF')] }),
  ];
  await tells('lamp', 'state', 'ON');
  await engine.settled();
  const ends = [...(await traces(on)), ...(await traces(off))];
  expect(ends.filter(({ outcome }) => outcome === 'held')).toEqual([expect.objectContaining({ reason: 'depth' })]);
  expect(sets).toHaveLength(8);
});

test('what is erased acts no more', async () => {
  await tells('motion', 'occupancy', 'false');
  const id = await make({
    triggers: [{ trigger: 'state', entity_id: entity('motion', 'occupancy'), to: 'true' }],
    actions: [light('ON')],
  });
  const row = (await engine.repositories.settings.rows(lin.id)).find(({ plain }) => plain['rule'] === id)!;
  const item = `automations.settings.${row.id}.device-automations`;
  await lin.visitor.must(204, 'DELETE', '/api/my/data', { item }).catch(async () => {
    await engine.repositories.settings.remove(lin.id, row.id);
  });
  await passes(2);
  await tells('motion', 'occupancy', 'true');
  expect(sets).toEqual([]);
});

/** Ends an engine as a kill does: from the nth write on nothing comes back; the nth itself is on the disk, or is not. */
async function killedAt(nth: number, written: boolean): Promise<boolean> {
  const { runs, settings } = engine.repositories;
  let writes = 0;
  const { promise: died, resolve: die } = Promise.withResolvers<true>();
  const dying = {
    settings,
    runs: {
      ...runs,
      async append(...given: Parameters<typeof runs.append>) {
        if (++writes < nth) return runs.append(...given);
        if (writes === nth && written) await runs.append(...given);
        die(true);
        return new Promise<never>(() => {});
      },
    },
  } as typeof engine.repositories;
  await engine.end();
  const first = new Engine(kept.house.regions.get(lin.region)!, dying);
  await first.begin();
  await tells('motion', 'occupancy', 'true');
  const stalled = async (): Promise<boolean> => Promise.race([died, first.settled().then(() => false)]);
  let hit = await stalled();
  for (let i = 0; i < 3 && !hit; i++) {
    clock.advance(Seconds(5));
    first.timers.tick();
    hit = await stalled();
  }
  void first.end();
  return hit;
}

test.each(Array.from({ length: KILLS * 8 }, (_, i) => ({ nth: 1 + (i % 4), written: i % 8 >= 4 })))(
  'killed at write $nth (on the disk: $written): nothing is lost, nothing is done twice',
  async ({ nth, written }) => {
    await tells('motion', 'occupancy', 'false');
    await tells('lamp', 'state', 'OFF');
    const id = await make({
      triggers: [{ trigger: 'state', entity_id: entity('motion', 'occupancy'), to: 'true' }],
      actions: [light('ON'), { action: 'delay', delay: 5 }, light('OFF')],
    });
    sets.length = 0;
    expect(await killedAt(nth, written)).toBe(true);
    await engine.begin();
    for (let i = 0; i < 3; i++) await passes(5);
    expect(sets).toEqual(['ON', 'OFF']);
    expect(await outcomes(id)).toEqual(['finished']);
    // Once more: what has ended is not taken up.
    await engine.end();
    await engine.begin();
    await passes(5);
    expect(sets).toEqual(['ON', 'OFF']);
    expect(await outcomes(id)).toEqual(['finished']);
  },
);
