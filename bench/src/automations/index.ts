/** From what a device tells to what another is told: a thousand automations at a thousand events a second. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Running, startKept } from '@kept/server';
import { engineOf } from '@kept/service-automations';
import { openDoor, runtimeOf, type Session } from '@kept/service-devices';
import { type Bench, type Check, mergedChecks, type Options, type Result } from '../bench.ts';
import { Figures } from '../figures.ts';
import { settle } from '../ingest/homes.ts';

const HOMES = 20;
const AUTOMATIONS = 50;
const PACE = 1_000;
const SECONDS = 5;
/** So many events at once, so that their pace is kept on a clock of milliseconds. */
const TICK_MS = 10;
const AIM_MS = 20;

/** One button whose automation switches one lamp. */
interface Pair {
  readonly session: Session;
  readonly topic: string;
  readonly button: string;
  readonly lamp: string;
}

async function setUp(kept: Running): Promise<Pair[]> {
  const region = kept.house.regions.get('cn')!;
  const [runtime, engine] = [runtimeOf(region), engineOf(region)];
  const state = { kind: 'binary', settable: true, unit: '', min: null, max: null, values: ['ON', 'OFF'] } as const;
  const one = { model: 'X', firmware: '', ip: '', space: '' };
  const pairs: Pair[] = [];
  for (const { home, person, gateway } of await settle(kept.house, HOMES, 1)) {
    const household = await runtime.household(home);
    const device = (name: string, features: readonly object[]) =>
      household.describe({ via: gateway.name }, { ...one, address: name, name, features: features as never });
    for (let i = 0; i < AUTOMATIONS; i++) {
      const button = (await device(`button${i}`, [])).id;
      const lamp = (await device(`lamp${i}`, [{ ...state, name: 'state' }])).id;
      const config = {
        ...({ alias: `Lamp ${i}`, time_zone: 'UTC', mode: 'parallel', max: 20 } as const),
        triggers: [{ trigger: 'event', entity_id: `${button}.action` } as const],
        conditions: [{ condition: 'time', after: '00:00' } as const],
        actions: [{ action: 'command', device_id: lamp, data: { state: 'ON' } } as const],
      };
      await engine.put({ id: engine.rules.newId(), home, author: person, active: true, config });
      const session = { region: 'cn', home, device: gateway.name, giver: person };
      pairs.push({ session, topic: `zigbee2mqtt/button${i}`, button, lamp });
    }
  }
  return pairs;
}

/** When each began, by what it sets off, and how long each took. */
class Times {
  readonly #waiting = new Map<string, number[]>();
  readonly took: number[] = [];
  unasked = 0;

  begin(name: string): void {
    const all = this.#waiting.get(name) ?? [];
    this.#waiting.set(name, all);
    all.push(performance.now());
  }

  done(name: string): void {
    const from = this.#waiting.get(name)?.shift();
    if (from === undefined) this.unasked++;
    else this.took.push(performance.now() - from);
  }

  get lost(): number {
    return [...this.#waiting.values()].reduce((sum, all) => sum + all.length, 0);
  }

  at(share: number): number {
    const sorted = this.took.toSorted((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  }
}

/** Calls `each` PACE times a second, round and round. */
async function paced(pairs: readonly Pair[], each: (pair: Pair) => void): Promise<number> {
  const from = performance.now();
  for (let sent = 0; sent < PACE * SECONDS; ) {
    const due = Math.min(PACE * SECONDS, Math.floor(((performance.now() - from) / 1_000) * PACE));
    for (; sent < due; sent++) each(pairs[sent % pairs.length]!);
    await sleep(TICK_MS);
  }
  return (performance.now() - from) / 1_000;
}

async function round(kept: Running, pairs: readonly Pair[], figures: Figures): Promise<Check[]> {
  const region = kept.house.regions.get('cn')!;
  const [runtime, engine, door] = [runtimeOf(region), engineOf(region), openDoor([region])];
  const [whole, own] = [new Times(), new Times()];
  const lampOf = new Map(pairs.map(({ button, lamp }) => [button, lamp]));
  const lamps = new Map(
    pairs.map(({ session, topic, lamp }) => [`${session.home} ${topic.replace('button', 'lamp')}/set`, lamp]),
  );
  const leave = runtime.live.hear(({ device }) => {
    const lamp = lampOf.get(device);
    if (lamp) own.begin(lamp);
  });
  const outlet = runtime.outlet;
  runtime.outlet = async ({ home }, topic) => {
    const lamp = lamps.get(`${home} ${topic}`)!;
    own.done(lamp);
    whole.done(lamp);
    return true;
  };
  const payload = Buffer.from('{"action":"single"}');
  const received: Promise<unknown>[] = [];
  const [from, cpu] = [performance.now(), process.cpuUsage()];
  const seconds = await paced(pairs, ({ session, topic, lamp }) => {
    whole.begin(lamp);
    received.push(door.received(session, topic, payload));
  });
  await Promise.all(received);
  await engine.settled();
  const all = (performance.now() - from) / 1_000;
  const used = process.cpuUsage(cpu);
  leave();
  runtime.outlet = outlet;
  figures.add('kept', 'heard to command, half', 'ms', own.at(0.5));
  figures.add('kept', 'heard to command, 99 %', 'ms', own.at(0.99));
  figures.add('kept', 'message to command, 99 %', 'ms', whole.at(0.99));
  figures.add('kept', 'events told', '/s', (PACE * SECONDS) / seconds);
  figures.add('kept', 'events done to their trace', '/s', whole.took.length / all);
  figures.add('kept', 'of two processors, without databases', '%', ((used.user + used.system) / 1e6 / all / 2) * 100);
  await bare(pairs, figures);
  return [
    { what: 'events that were done', count: PACE * SECONDS, wrong: whole.lost },
    { what: 'commands that nothing asked for', count: whole.took.length, wrong: whole.unasked },
  ];
}

/** The same events through the same question and nothing else: nothing decided, kept, noted or told. */
async function bare(pairs: readonly Pair[], figures: Figures): Promise<void> {
  const rules = new Map(pairs.map(({ session, topic, lamp }) => [`${session.home} ${topic}`, { key: 'action', lamp }]));
  const times = new Times();
  const payload = Buffer.from('{"action":"single"}');
  await paced(pairs, ({ session, topic }) => {
    const rule = rules.get(`${session.home} ${topic}`)!;
    times.begin(rule.lamp);
    const told = JSON.parse(payload.toString()) as Record<string, string>;
    if (told[rule.key] !== undefined) queueMicrotask(() => times.done(rule.lamp));
  });
  figures.add('bare rules', 'heard to command, half', 'ms', times.at(0.5));
  figures.add('bare rules', 'heard to command, 99 %', 'ms', times.at(0.99));
}

async function run({ rounds, progress }: Options): Promise<Result> {
  const dir = await mkdtemp(join(tmpdir(), 'kept-bench-automations-'));
  const env = { KEPT_DATA: join(dir, 'kept'), KEPT_PORT: '47580', KEPT_DEMO: '0', KEPT_MQTT_PORT: '47583' };
  const kept = await startKept({ env, step: progress });
  try {
    progress(`${HOMES * AUTOMATIONS} automations are set up`);
    const pairs = await setUp(kept);
    const figures = new Figures();
    const checks: Check[] = [];
    for (let i = 1; i <= rounds; i++) {
      progress(`round ${i} of ${rounds}`);
      checks.push(...(await round(kept, pairs, figures)));
      await runtimeOf(kept.house.regions.get('cn')!).settled();
    }
    return { series: figures.series(), compare: [], checks: mergedChecks(checks), notes: NOTES };
  } finally {
    await kept.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

const NOTES = [
  `${HOMES * AUTOMATIONS} automations in ${HOMES} homes of one resident; ${PACE} events a second for ${SECONDS} s, each of which sets off one`,
  `heard: what a device told is durable and decided; command: it is decided by the grants of the author, noted twice, and handed to the broker. Aim: ${AIM_MS} ms`,
  'bare rules: the same events looked up in a map, in memory, in the same process',
];

/** Automations at a thousand events a second. */
export const bench: Bench = {
  question: 'How long from what a device tells to what another is told, at a thousand events a second?',
  run,
};
