/**
 * Kill -9 at any moment while buttons are pressed: what each sets off is done, once, and is told once. A command goes out
 * again only where the device's word that it was carried out was not durable yet.
 */
import { join as path } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import mqtt, { type MqttClient } from 'mqtt';
import { afterAll, expect, test, vi } from 'vitest';
import { SeededRandom } from '../packages/base/src/index.ts';
import { type Kept, port, startKept, testFolder } from './system/kept.ts';
import { Agent, join, Operator, until } from './system/life.ts';

const KILLS = Number(process.env['KEPT_SOAK']) || 2;
vi.setConfig({ testTimeout: 240_000 * Math.max(1, KILLS / 10) });

const seed = Number(process.env['KEPT_SEED'] ?? 1);
const random = new SeededRandom(seed);
const PASSWORD = 'paper-lantern-42-eaves';
const PRESSES = 6;
/** So few that most presses are the same as one before. */
const BUTTONS = 2;
const tally = { presses: 0, again: 0 };
let client: MqttClient | undefined;
afterAll(async () => {
  await client?.endAsync(true);
  process.stdout.write(
    `figures: ${KILLS} kills, seed ${seed}: ${tally.presses} presses, each done and told once; ${tally.again} commands sent again\n`,
  );
});

const DEVICES = [
  {
    ...{ ieee_address: '0x00158d0000000001', friendly_name: 'button', type: 'EndDevice' },
    definition: {
      vendor: 'X',
      model: 'B',
      description: 'Button',
      exposes: [{ type: 'text', name: 'action', property: 'action', access: 1 }],
    },
  },
  {
    ...{ ieee_address: '0x00158d0000000002', friendly_name: 'lamp', type: 'Router' },
    definition: {
      ...{ vendor: 'X', model: 'L', description: 'Lamp' },
      exposes: [
        { type: 'numeric', name: 'brightness', property: 'brightness', access: 7, value_min: 0, value_max: 254 },
      ],
    },
  },
];

interface Trace {
  readonly at: number;
  readonly outcome: string;
}

/** A lamp that does what it is told, and says so; which of its words are durable. */
class Lamp {
  readonly told: number[] = [];
  readonly durable = new Set<number>();
  readonly #client: MqttClient;

  constructor(of: MqttClient) {
    this.#client = of;
    of.on('message', (_, payload) => {
      const { brightness } = JSON.parse(payload.toString()) as { brightness: number };
      this.told.push(brightness);
      void this.#client
        .publishAsync('zigbee2mqtt/lamp', JSON.stringify({ brightness }), { qos: 1 })
        .then(() => this.durable.add(brightness));
    });
  }

  begin(): void {
    this.told.length = 0;
    this.durable.clear();
  }
}

/**
 * As the standard asks ([MQTT-3.3.1-1]). `mqtt` begins each connection anew and does not say what it sends once more: of
 * such a client nobody can tell the same press from another.
 */
function marksWhatIsSentAgain(of: MqttClient): void {
  const sent = new Set<number>();
  of.on('packetsend', (packet) => {
    if (packet.cmd !== 'publish' || packet.messageId === undefined) return;
    packet.dup = sent.has(packet.messageId);
    sent.add(packet.messageId);
  });
}

test('automations act once, whatever is killed', async () => {
  const data = path(await testFolder(), 'kept');
  const env = { KEPT_PORT: port(), KEPT_MQTT_PORT: port() };
  let kept = await startKept({ data, env });
  const contact = { kind: 'email', value: 'lin@home.example' } as const;
  const { agent } = await join(kept, await Operator.at(kept), { contact, password: PASSWORD, nickname: 'Lin' });
  const made = async (at: string, body: object) =>
    (await agent.must(201, 'POST', at, body)).body as unknown as Record<string, string>;
  const { id: home } = await made('/api/homes', { name: 'Riverside 12', spaces: [] });
  const gateway = await made(`/api/homes/${home}/devices`, { name: 'Gateway' });
  client = await mqtt.connectAsync(`mqtt://127.0.0.1:${gateway['port']}`, {
    ...{ username: gateway['device'], password: gateway['secret'], reconnectPeriod: 50, connectTimeout: 5_000 },
  });
  client.on('error', () => {});
  marksWhatIsSentAgain(client);
  const lamp = new Lamp(client);
  await client.subscribeAsync('zigbee2mqtt/+/set');
  await client.publishAsync('zigbee2mqtt/bridge/devices', JSON.stringify(DEVICES), { qos: 1 });
  const { devices } = (await agent.must(200, 'GET', `/api/homes/${home}/devices`)).body as unknown as {
    devices: { id: string; name: string }[];
  };
  const id = (name: string) => devices.find((each) => each.name === name)!.id;
  const automations: string[] = [];
  for (let i = 0; i < BUTTONS; i++) {
    const action = { action: 'command', device_id: id('lamp'), data: { brightness: String(i) } };
    const trigger = { trigger: 'event', entity_id: `${id('button')}.action`, event_type: `press-${i}` };
    const rest = { time_zone: 'UTC', mode: 'queued', conditions: [], triggers: [trigger], actions: [action] };
    automations.push((await made(`/api/homes/${home}/automations`, { alias: `Button ${i}`, ...rest }))['id']!);
  }
  const again = (of: Kept) => new Agent(of.url, { cookie: agent.headers['cookie']! });
  for (let kill = 0; kill < KILLS; kill++) {
    const from = Date.now();
    lamp.begin();
    const pressed = Array.from({ length: PRESSES }, () => random.below(BUTTONS));
    const times = (i: number) => pressed.filter((each) => each === i).length;
    const row = [...new Set(pressed)];
    const presses = pressed.map(async (i, place) => {
      await sleep(place * 25);
      await client!.publishAsync('zigbee2mqtt/button', JSON.stringify({ action: `press-${i}` }), { qos: 1 });
    });
    // Every other kill comes where readings are durable and their acknowledgements under way.
    await sleep(10 + random.below(kill % 2 === 0 ? 30 : 300));
    await kept.kill();
    const durable = new Set(lamp.durable);
    kept = await startKept({ data, env });
    await Promise.all(presses);
    const traced = () =>
      Promise.all(
        row.map(async (i) => {
          const route = `/api/homes/${home}/automations/${automations[i]}/traces`;
          const { body } = await again(kept).must(200, 'GET', route);
          return (body['traces'] as unknown as Trace[]).filter(({ at }) => at >= from);
        }),
      );
    await until(async () => ((await traced()).every(({ length }, i) => length >= times(row[i]!)) ? true : undefined));
    await sleep(100);
    const where = `seed ${seed}, kill ${kill}`;
    expect([where, (await traced()).map((each) => each.map(({ outcome }) => outcome))]).toEqual([
      where,
      row.map((i) => Array.from({ length: times(i) }, () => 'finished')),
    ]);
    for (const i of row) {
      const told = lamp.told.filter((each) => each === i).length;
      // The one that was under way may be told once more, unless the lamp’s word of it was durable.
      const most = times(i) + (durable.has(i) && times(i) === 1 ? 0 : 1);
      expect([where, i, told >= 1 && told <= most]).toEqual([where, i, true]);
      tally.again += Math.max(0, told - times(i));
    }
    tally.presses += PRESSES;
  }
  expect(await kept.stop()).toBe(0);
});
