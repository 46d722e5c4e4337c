/** Gateways of many homes, in a process of their own: every message with QoS 1, each acknowledgement timed. */
import mqtt, { type MqttClient } from 'mqtt';

export interface Gateway {
  readonly name: string;
  readonly secret: string;
  /** Names of its devices. */
  readonly devices: readonly string[];
}

export interface Order {
  readonly port: number;
  readonly gateways: readonly Gateway[];
  readonly messages: number;
  /** Messages of one gateway that wait for an acknowledgement at once. */
  readonly window: number;
  /** Messages in a second; as many as go if absent. */
  readonly pace?: number;
}

export interface Sent {
  readonly acknowledged: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
  /** Microseconds of processor time for one message, of this process. */
  readonly cpu: number;
}

const payloadOf = (i: number): string =>
  `{"temperature":${(180 + (i % 97)) / 10},"humidity":${(400 + (i % 211)) / 10},"battery":${100 - (i % 50)}}`;

async function publish({ port, gateways, messages, window, pace }: Order): Promise<Sent> {
  const clients: MqttClient[] = await Promise.all(
    gateways.map(({ name, secret }) =>
      mqtt.connectAsync(`mqtt://127.0.0.1:${port}`, { username: name, password: secret, reconnectPeriod: 0 }),
    ),
  );
  const times: number[] = [];
  const [from, cpu] = [performance.now(), process.cpuUsage()];
  let next = 0;
  const worker = async (client: MqttClient, devices: readonly string[]): Promise<void> => {
    while (next < messages) {
      const i = next++;
      const due = pace === undefined ? 0 : from + (i / pace) * 1_000 - performance.now();
      if (due > 1) await new Promise((done) => setTimeout(done, due));
      const sent = performance.now();
      const device = devices[Math.floor(i / clients.length) % devices.length]!;
      await client.publishAsync(`zigbee2mqtt/${device}`, payloadOf(i), { qos: 1 });
      times.push(performance.now() - sent);
    }
  };
  await Promise.all(
    clients.flatMap((client, i) => Array.from({ length: window }, () => worker(client, gateways[i]!.devices))),
  );
  const seconds = (performance.now() - from) / 1_000;
  const used = process.cpuUsage(cpu);
  for (const client of clients) await client.endAsync(true);
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  return {
    ...{ acknowledged: times.length, seconds, p50: at(0.5), p99: at(0.99) },
    cpu: (used.user + used.system) / times.length,
  };
}

process.on('message', (order: Order) => {
  publish(order).then(
    (sent) => process.send!({ sent }),
    (error: unknown) => process.send!({ failed: String(error) }),
  );
});
