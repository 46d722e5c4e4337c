/** Messages of devices: from the broker to a durable, decided, sealed and recorded row, beside raw rows. */
import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SeededRandom } from '@kept/base';
import { ensureDatabase, openPool, type Pool, runningServer } from '@kept/db';
import { type Running, startKept } from '@kept/server';
import { chartOf, runtimeOf } from '@kept/service-devices';
import { type Bench, type Check, median, mergedChecks, type Options, type Result } from '../bench.ts';
import { Figures } from '../figures.ts';
import { serverCpu, serverPid } from '../sample.ts';
import { type Settled, settle } from './homes.ts';
import type { Order, Sent } from './publisher.ts';
import { openRaw } from './raw.ts';

const HOMES = 2_500;
const DEVICES = 40;
/** Gateways that are connected and speak. */
const SPEAKING = 32;
const WINDOW = 8;
const MESSAGES = 10_000;
/** What ThingsBoard publishes for 100,000 devices on four processors. */
const PACE = 1_111;
const PACED_SECONDS = 6;
const POINTS = 3;
const SEED = 20_261_127;
const YEAR_MINUTES = 366 * 1_440;

interface Stage {
  readonly kept: Running;
  readonly pool: Pool;
  readonly raw: Awaited<ReturnType<typeof openRaw>>;
  readonly settled: readonly Settled[];
  readonly pids: readonly number[];
}

async function sent(order: Order): Promise<Sent> {
  const child = fork(join(import.meta.dirname, 'publisher.ts'), { stdio: 'inherit' });
  try {
    return await new Promise((done, failed) => {
      child.on('message', (answer: { sent?: Sent; failed?: string }) =>
        answer.sent ? done(answer.sent) : failed(new TypeError(answer.failed)),
      );
      child.on('error', failed);
      child.send(order);
    });
  } finally {
    child.kill();
  }
}

/** With the processor time of this process and of the databases, in microseconds for one message. */
async function measured(stage: Stage, order: Order): Promise<Sent & { readonly ours: number; readonly share: number }> {
  const [own, theirs] = [process.cpuUsage(), serverCpu(stage.pids)];
  const result = await sent(order);
  const used = process.cpuUsage(own);
  const ours = (used.user + used.system + serverCpu(stage.pids) - theirs) / order.messages;
  return { ...result, ours, share: (ours * order.messages) / (result.seconds * 1e6) / 2 };
}

async function round(stage: Stage, figures: Figures): Promise<Check[]> {
  const { kept, raw, settled } = stage;
  const gateways = settled.slice(0, SPEAKING).map(({ gateway }) => gateway);
  const order = { gateways, window: WINDOW, messages: MESSAGES };
  const runtime = runtimeOf(kept.house.regions.get('cn')!);
  let shown = 0;
  const leave = settled.map(({ home }) =>
    runtime.live.add({ home, tell: () => shown++, renewed: async () => true, end: () => {} }),
  );
  const before = kept.messages.tally.kept;
  const ours = await measured(stage, { ...order, port: kept.messages.broker.port! });
  const [taken, seen] = [kept.messages.tally.kept - before, shown];
  await runtime.settled();
  const theirs = await measured(stage, { ...order, port: raw.port! });
  for (const [name, each] of [
    ['kept', ours],
    ['raw rows', theirs],
  ] as const) {
    figures.add(name, 'messages', '/s', each.acknowledged / each.seconds);
    figures.add(name, 'acknowledged, half', 'ms', each.p50);
    figures.add(name, 'acknowledged, 99 %', 'ms', each.p99);
    figures.add(name, 'processor time, databases too', 'µs', each.ours);
  }
  const paced = { ...order, messages: PACE * PACED_SECONDS, pace: PACE };
  for (const [name, port] of [
    ['kept', kept.messages.broker.port!],
    ['raw rows', raw.port!],
  ] as const) {
    const each = await measured(stage, { ...paced, port });
    const metric = `at ${PACE} messages a second`;
    figures.add(name, `${metric}: of two processors`, '%', each.share * 100);
    figures.add(name, `${metric}: acknowledged, 99 %`, 'ms', each.p99);
    await runtime.settled();
  }
  for (const each of leave) each();
  return [
    { what: 'messages acknowledged and kept', count: MESSAGES, wrong: Math.abs(MESSAGES - taken) },
    { what: 'messages shown to those who look on', count: MESSAGES, wrong: Math.abs(MESSAGES - seen) },
  ];
}

/** A sensor at one point a minute for a year: what it takes on the disk, and how long its chart takes. */
async function year({ kept, pool, settled }: Stage, figures: Figures): Promise<Check[]> {
  const { person: owner, device, home } = settled.at(-1)!;
  const region = kept.house.regions.get('cn')!;
  const { repositories } = runtimeOf(region);
  const [until, noise] = [region.clock.now() + 60_000, new SeededRandom(SEED)];
  const week = 7 * 1_440;
  for (let at = 0; at < YEAR_MINUTES; at += week) {
    const lines = Array.from({ length: Math.min(week, YEAR_MINUTES - at) }, (_, i) => {
      const minute = at + i;
      const value = 20 + 5 * Math.sin(minute / 229) + (noise.next() - 0.5) / 2.5;
      return `${new Date(until - (YEAR_MINUTES - minute) * 60_000).toISOString()} temperature ${value.toFixed(1)}`;
    });
    const values = { 'device-state': lines.join('\n').replaceAll(/\.0$/gm, '') };
    await repositories.history.append({ role: 'service' }, owner, [{ values, plain: { home, device } }]);
  }
  const { rows } = await pool.query<{ bytes: number; rows: number }>(
    `select sum(pg_column_size(t.*))::int as bytes, count(*)::int as rows from devices_history t where owner_id = $1 and device = $2`,
    [owner, device],
  );
  figures.add('kept', 'a point, compacted', 'bytes', rows[0]!.bytes / YEAR_MINUTES);
  const view = { by: { role: 'person' }, owner, purpose: 'rights' } as const;
  const times: number[] = [];
  let columns = 0;
  for (let i = 0; i < 5; i++) {
    const from = performance.now();
    const chart = await chartOf(repositories, view, { device, key: 'temperature', span: 'year', until });
    times.push(performance.now() - from);
    columns = chart.length;
  }
  figures.add('kept', 'chart of a year', 'ms', median(times));
  return [{ what: 'columns of the chart of a year', count: 366, wrong: Math.abs(366 - columns) }];
}

async function run({ rounds, progress }: Options): Promise<Result> {
  const dir = await mkdtemp(join(tmpdir(), 'kept-bench-ingest-'));
  const env = { KEPT_DATA: join(dir, 'kept'), KEPT_PORT: '47480', KEPT_DEMO: '0', KEPT_MQTT_PORT: '47483' };
  const kept = await startKept({ env, step: progress });
  const server = runningServer(join(dir, 'kept', 'data'))!;
  await ensureDatabase(server.url('postgres'), 'raw');
  const [pool, rawPool] = [
    openPool(server.url('kept_cn'), { name: 'bench' }),
    openPool(server.url('raw'), { name: 'bench' }),
  ];
  const raw = await openRaw(rawPool);
  try {
    const pids = ['data', 'keys'].map((name) => serverPid(join(dir, 'kept', name)));
    progress(`${HOMES * DEVICES} devices are described`);
    const settled = await settle(kept.house, HOMES, DEVICES);
    progress('a year of a sensor');
    const stage: Stage = { kept, pool, raw, settled, pids };
    const figures = new Figures();
    const checks: Check[] = await year(stage, figures);
    for (let i = 1; i <= rounds; i++) {
      progress(`round ${i} of ${rounds}`);
      checks.push(...(await round(stage, figures)));
    }
    return { series: figures.series(), compare: COMPARE, checks: mergedChecks(checks), notes: NOTES };
  } finally {
    await raw.close();
    await Promise.all([pool.end(), rawPool.end()]);
    await kept.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

const COMPARE = ['messages', 'processor time, databases too'].map((metric) => ({ of: 'kept', to: 'raw rows', metric }));

const NOTES = [
  `${HOMES} homes of one resident with ${DEVICES} devices each; ${SPEAKING} gateways speak, ${WINDOW} messages under way each, ${POINTS} points in one`,
  'raw rows: the same broker in the same process, a row for each point, many messages in one statement, acknowledged when durable',
  'whoever publishes is a process of its own on the same two processors',
];

/** Messages of devices beside raw rows. */
export const bench: Bench = {
  question: 'How many messages of devices are taken in a second, and what do they take, beside writing raw rows?',
  run,
};
