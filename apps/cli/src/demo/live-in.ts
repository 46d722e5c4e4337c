/**
 * A day in a synthetic home, through the real broker, in real formats: every message must be decided, kept for everybody
 * who lives there, and shown to somebody who looks on; then the history must hold every one of them.
 */
import { randomBytes } from 'node:crypto';
import { Misuse } from '@kept/base';
import mqtt, { type MqttClient } from 'mqtt';
import { Agent } from './agent.ts';
import { ROOMS, type SyntheticDevice, syntheticHousehold } from './household.ts';
import type { Step } from './play.ts';

export interface LiveIn {
  readonly base: string;
  readonly operatorToken: string;
  readonly seconds: number;
  readonly devices: number;
  readonly seed: number;
  readonly tell: (step: Step) => void;
}

/** What came of it. */
export interface Lived {
  readonly verified: boolean;
  readonly people: number;
  readonly devices: number;
  readonly messages: number;
  readonly acknowledged: number;
  readonly shown: number;
  readonly points: number;
  readonly pointsKept: number;
  readonly messagesPerSecond: number;
  /** Milliseconds from a message to its acknowledgement. */
  readonly ack: { readonly p50: number; readonly p99: number };
}

const DOMAIN = 'home.example';
const IN_FLIGHT = 32;
const PATIENCE_MS = 15_000;

export async function liveIn(play: LiveIn): Promise<Lived> {
  const { base, tell } = play;
  const operator = new Agent(base);
  await operator.must(200, 'POST', '/api/operator/session', { token: play.operatorToken });
  const people: Agent[] = [];
  for (const name of ['wen', 'ida', 'noor']) people.push(await comesIn({ base, operator, name }));
  const [owner, ...others] = people;
  tell({ step: 'people', ok: true, detail: { people: people.length, synthetic: true } });
  const home = await makeHome(owner!, others);
  const { body } = await owner!.must(201, 'POST', `/api/homes/${home}/devices`, { name: 'Gateway' });
  const given = body as unknown as { device: string; secret: string; port: number };
  const gateway = await mqtt.connectAsync(`mqtt://${new URL(base).hostname}:${given.port}`, {
    ...{ username: given.device, password: given.secret, reconnectPeriod: 0 },
  });
  const devices = syntheticHousehold(play.seed, play.devices);
  await describe(gateway, devices);
  tell({ step: 'devices', ok: true, detail: { devices: devices.length } });
  await place(owner!, home, devices);
  const ears = await listen(base, home, others[0]!);
  const told = await tellAll(gateway, devices, play.seconds);
  tell({ step: 'told', ok: told.acknowledged === told.messages, detail: { messages: told.messages } });
  await until(() => ears.heard.size >= told.messages);
  ears.stop();
  await gateway.endAsync();
  const lacking = [...told.marks].filter((mark) => !ears.heard.has(mark)).length;
  tell({ step: 'shown', ok: lacking === 0, detail: { shown: told.messages - lacking } });
  const kept = await Promise.all([owner!, ...others].map((agent) => pointsOf(agent)));
  const whole = kept.every((each) => each === told.points);
  tell({ step: 'kept', ok: whole, detail: { points: told.points, people: kept.length } });
  const times = told.times.toSorted((a, b) => a - b);
  const at = (share: number): number => Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10;
  return {
    verified: told.messages > 0 && told.acknowledged === told.messages && lacking === 0 && whole,
    ...{ people: people.length, devices: devices.length, messages: told.messages, acknowledged: told.acknowledged },
    ...{ shown: told.messages - lacking, points: told.points, pointsKept: Math.min(...kept) },
    messagesPerSecond: Math.round(told.messages / told.seconds),
    ack: { p50: at(0.5), p99: at(0.99) },
  };
}

/** Somebody who is nobody: an invented name on a reserved domain. */
async function comesIn({ base, operator, name }: { base: string; operator: Agent; name: string }): Promise<Agent> {
  const value = `${name}.synthetic.${randomBytes(4).toString('hex')}@${DOMAIN}`;
  const agent = new Agent(base);
  const { body: notice } = await agent.must(200, 'GET', '/api/notice?lang=en');
  const policy = notice['policy'] as unknown as { hash: string };
  const { body } = await agent.must(202, 'POST', '/api/registrations', {
    ...{ contact: { kind: 'email', value }, residence: 'CN', ageAtLeast: 18, language: 'en', notice: policy.hash },
  });
  const registration = body['registration'] as unknown as string;
  const code = await codeFor(operator, value);
  const password = `paper-lantern-${randomBytes(4).toString('hex')}-eaves`;
  await agent.must(201, 'POST', `/api/registrations/${registration}/confirm`, { code, password });
  return agent;
}

async function codeFor(operator: Agent, to: string): Promise<string> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(50)) {
    const { body } = await operator.must(200, 'GET', '/api/console/outbox?limit=20');
    const messages = body['messages'] as unknown as { text: string; to: string }[];
    // The console shows an address only in part: its first code is the newest.
    const code = messages.map(({ text }) => /\b\d{6}\b/.exec(text)?.[0]).find(Boolean);
    if (code) return code;
  }
  throw new Misuse('DEMO_UNEXPECTED', `no code came to the outbox for ${to.length} characters`);
}

async function makeHome(owner: Agent, others: readonly Agent[]): Promise<string> {
  const rooms = ROOMS.map((name, i) => ({ id: `1.${i + 1}`, kind: 'room', name }));
  const plan = { name: 'Synthetic home', spaces: [{ id: '1', kind: 'floor', name: 'Ground floor' }, ...rooms] };
  const home = (await owner.must(201, 'POST', '/api/homes', plan)).body['id'] as unknown as string;
  for (const other of others) {
    const note = await owner.must(201, 'POST', `/api/homes/${home}/invitations`, { role: 'member' });
    await other.must(201, 'POST', '/api/homes/memberships', { code: note.body['code'] });
  }
  return home;
}

async function describe(gateway: MqttClient, devices: readonly SyntheticDevice[]): Promise<void> {
  const list = JSON.stringify(devices.map(({ description }) => description));
  await gateway.publishAsync('zigbee2mqtt/bridge/devices', list, { qos: 1, retain: true });
  for (const { name } of devices)
    await gateway.publishAsync(`zigbee2mqtt/${name}/availability`, '{"state":"online"}', { qos: 1, retain: true });
}

/** Each into its room. */
async function place(owner: Agent, home: string, devices: readonly SyntheticDevice[]): Promise<void> {
  const { body } = await owner.must(200, 'GET', `/api/homes/${home}/devices`);
  const known = body['devices'] as unknown as { id: string; name: string }[];
  for (const { name, room } of devices) {
    const device = known.find((each) => each.name === name);
    const space = `1.${ROOMS.indexOf(room) + 1}`;
    if (device) await owner.must(204, 'PATCH', `/api/homes/${home}/devices/${device.id}`, { space });
  }
}

/** What somebody hears who looks on: the mark of each message. */
async function listen(base: string, home: string, person: Agent) {
  const abort = new AbortController();
  const { headers } = person;
  const answer = await fetch(`${base}/api/homes/${home}/live`, { headers, signal: abort.signal });
  const heard = new Set<string>();
  const hear = async (): Promise<void> => {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const piece of answer.body ?? []) {
      const events = (rest + decoder.decode(piece as Uint8Array, { stream: true })).split('\n\n');
      rest = events.pop()!;
      for (const event of events) for (const [, mark] of event.matchAll(MARKED)) heard.add(mark!);
    }
  };
  hear().catch(() => {});
  return { heard, stop: () => abort.abort() };
}

/** Every message carries one of its own, in the place where a gateway numbers what it sends. */
const MARK = 'transaction';
const MARKED = /"key":"transaction","value":"(\w+)"/g;

interface Told {
  readonly messages: number;
  readonly acknowledged: number;
  readonly points: number;
  readonly marks: ReadonlySet<string>;
  readonly seconds: number;
  readonly times: readonly number[];
}

/** A day goes by in the given seconds; every device tells in turn, so many messages under way at once. */
async function tellAll(gateway: MqttClient, devices: readonly SyntheticDevice[], seconds: number): Promise<Told> {
  const started = performance.now();
  const marks = new Set<string>();
  const times: number[] = [];
  let points = 0;
  const gone = (): number => (performance.now() - started) / 1_000;
  const worker = async (first: number): Promise<void> => {
    for (let i = first; gone() < seconds; i += IN_FLIGHT) {
      const device = devices[i % devices.length]!;
      const mark = `m${i}`;
      const values = { ...device.tell((gone() / seconds) * 24), [MARK]: mark };
      marks.add(mark);
      points += Object.keys(values).length;
      const sent = performance.now();
      await gateway.publishAsync(`zigbee2mqtt/${device.name}`, JSON.stringify(values), { qos: 1 });
      times.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, (_, i) => worker(i)));
  return { messages: marks.size, acknowledged: times.length, points, marks, seconds: gone(), times };
}

/** Points of devices in a person’s own copy of their data. */
async function pointsOf(person: Agent): Promise<number> {
  const { body } = await person.must(200, 'GET', '/api/my/copy?format=json');
  const items = body['items'] as unknown as { field: string; value: string }[];
  const series = items.filter(({ field }) => field === 'device-state' || field === 'device-energy');
  return series.reduce((sum, { value }) => sum + value.split('\n').length, 0);
}

async function until(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; !holds() && Date.now() < end; ) await pause(50);
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
