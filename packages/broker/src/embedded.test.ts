import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { connectAsync } from 'mqtt';
import { expect, test, vi } from 'vitest';
import { matches, openBroker } from './embedded.ts';
import type { Doorkeeper } from './words.ts';

const nobody: Doorkeeper<string> = {
  prove: async () => null,
  mountOf: (session) => session,
  sessionAt: async () => null,
  received: async () => 'drop',
};

test('a port that is taken is said as Node says it; the next one will do', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const at = { host: '127.0.0.1', doorkeeper: nobody };
  await expect(openBroker({ ...at, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  other.close();
  await once(other, 'close');
  const broker = await openBroker({ ...at, port });
  expect(broker.port).toBe(port);
  await broker.close();
});

test('a message is told to have arrived only where somebody listens to it', async () => {
  const doorkeeper: Doorkeeper<string> = { ...nobody, prove: async () => 'home/device', received: async () => 'pass' };
  const broker = await openBroker({ host: '127.0.0.1', port: 0, doorkeeper });
  const client = await connectAsync(`mqtt://127.0.0.1:${broker.port}`, { username: 'a', password: 'b' });
  // Connected, and deaf: as whoever has just come back.
  expect(await broker.publish('home/device', 'lamp/set', 'ON')).toBe(false);
  await client.subscribeAsync('+/set');
  expect(await broker.publish('home/device', 'lamp/set', 'ON')).toBe(true);
  expect(await broker.publish('home/device', 'lamp/get', '')).toBe(false);
  await client.endAsync();
  await broker.close();
});

test('a message that may come once more is told with its packet, and comes once more in the same', async () => {
  const received = vi.fn<Doorkeeper<string>['received']>().mockResolvedValueOnce('again').mockResolvedValue('pass');
  const doorkeeper = { ...nobody, prove: async () => 'home/device', received };
  const broker = await openBroker({ host: '127.0.0.1', port: 0, doorkeeper });
  const client = await connectAsync(`mqtt://127.0.0.1:${broker.port}`, {
    ...{ username: 'a', password: 'b', clientId: 'gateway', clean: false, reconnectPeriod: 10 },
  });
  client.on('error', () => {});
  let sent = 0;
  client.on('packetsend', (packet) => {
    if (packet.cmd === 'publish' && packet.qos === 1) packet.dup = sent++ > 0;
  });
  await client.publishAsync('button', 'single', { qos: 1 });
  await client.publishAsync('button', 'single', { qos: 0 });
  await vi.waitFor(() => expect(received).toHaveBeenCalledTimes(3));
  const [first, again, plain] = received.mock.calls.map(([, , , delivery]) => delivery);
  expect(first).toEqual({ clientId: 'gateway', packetId: expect.any(Number) as number, dup: false });
  expect(again).toEqual({ ...first, dup: true });
  expect(plain).toBeUndefined();
  await client.endAsync(true);
  await broker.close();
});

test.each([
  ['a/b', 'a/b', true],
  ['a/+', 'a/b', true],
  ['a/#', 'a/b/c', true],
  ['a/#', 'a', true],
  ['a/+', 'a/b/c', false],
  ['a', 'a/b', false],
  ['a/b/c', 'a/b', false],
])('%s of %s: %s', (filter, topic, is) => {
  expect(matches(filter, topic)).toBe(is);
});
