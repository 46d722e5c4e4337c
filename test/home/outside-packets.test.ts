/** What Mosquitto hands over again, and what it cannot tell. */
import mqtt from 'mqtt';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  type Broker,
  type Delivery,
  type Doorkeeper,
  openOutside,
  type Taken,
} from '../../packages/broker/src/index.ts';
import { hasMosquitto, mosquitto } from './mosquitto.ts';

const required = process.env['KEPT_REQUIRE_SERVICES'] === '1';
type Heard = [said: string, delivery: Delivery | undefined][];

async function opened(url: string, taken: Taken): Promise<{ broker: Broker<string>; heard: Heard }> {
  const heard: Heard = [];
  const doorkeeper: Doorkeeper<string> = {
    prove: async () => null,
    mountOf: (session) => session,
    sessionAt: async (mount) => mount,
    received: async (_, __, payload, delivery) => {
      heard.push([payload.toString(), delivery]);
      return taken;
    },
  };
  return { broker: await openOutside({ url, doorkeeper }), heard };
}

describe.skipIf(!hasMosquitto && !required)('Mosquitto 2 with its dynamic security plugin (package mosquitto)', () => {
  test('what was not acknowledged comes in the same packet to whoever takes its place; what was sent there twice is two', async () => {
    const outside = await mosquitto();
    onTestFinished(() => outside.stop());
    const { broker, heard } = await opened(outside.url, 'again');
    await broker.admit('home/device', 'device', 'secret');
    const client = await mqtt.connectAsync(`mqtt://127.0.0.1:${outside.port}`, {
      ...{ username: 'device', password: 'secret' },
    });
    onTestFinished(() => client.endAsync(true));
    const send = (payload: string, dup: boolean) => client.publishAsync('home/device/button', payload, { qos: 1, dup });
    await send('first', false);
    await vi.waitFor(() => expect(heard[0]).toMatchObject(['first', { clientId: 'kept', dup: false }]));
    await broker.close();
    const next = await opened(outside.url, 'pass');
    onTestFinished(() => next.broker.close());
    await vi.waitFor(() => expect(next.heard).toEqual([['first', { ...heard[0]![1], dup: true }]]));
    // MQTT-3.3.1-3: whether its sender had sent it before, a broker does not hand on.
    for (const dup of [false, true]) await send('again', dup);
    await vi.waitFor(() => expect(next.heard).toHaveLength(3));
    const [, one, two] = next.heard.map(([, delivery]) => delivery!);
    expect([one!.dup, two!.dup, one!.packetId === two!.packetId]).toEqual([false, false, false]);
  });
});
