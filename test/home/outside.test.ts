/** Another broker, Mosquitto: Kept says who comes in, and who has to leave. */
import { type Person, type TestHouse, testHouse } from '@kept/server/testing';
import mqtt, { type MqttClient } from 'mqtt';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { type Doorkeeper, openOutside } from '../../packages/broker/src/index.ts';
import { hasMosquitto, type Mosquitto, mosquitto } from './mosquitto.ts';
import { addGateway, type Credential, devicesOf, letIn, newHome, send, synthetic } from './people.ts';

const nobody: Doorkeeper<string> = {
  prove: async () => null,
  mountOf: (session) => session,
  sessionAt: async () => null,
  received: async () => 'drop',
};

const required = process.env['KEPT_REQUIRE_SERVICES'] === '1';

describe.skipIf(!hasMosquitto && !required)('Mosquitto 2 with its dynamic security plugin (package mosquitto)', () => {
  let outside: Mosquitto;
  let kept: TestHouse;
  let [lin, mira]: Person[] = [];
  let home: string;
  let gateway: Credential;
  const clients: MqttClient[] = [];

  const connect = async ({ device, secret }: Credential, mount = `${home}/${device}`): Promise<MqttClient> => {
    const client = await mqtt.connectAsync(`mqtt://127.0.0.1:${outside.port}`, {
      ...{ username: device, password: secret, protocolVersion: 5, reconnectPeriod: 0, connectTimeout: 5_000 },
    });
    client.on('error', () => {});
    clients.push(client);
    const { publishAsync } = client;
    // A device of another broker puts its mount before each topic.
    client.publishAsync = ((topic: string, ...rest: [never, never]) =>
      publishAsync.call(client, `${mount}/${topic}`, ...rest)) as never;
    return client;
  };

  beforeAll(async () => {
    outside = await mosquitto();
    kept = await testHouse({ env: { KEPT_MQTT: outside.url } });
    await kept.broker();
    [lin, mira] = [await kept.person(), await kept.person()];
    home = await newHome(lin!);
    await letIn(home, lin!, mira!, 'installer');
    gateway = await addGateway(home, lin!);
  }, 240_000);
  afterAll(async () => {
    for (const client of clients) await client.endAsync(true);
    await outside?.stop();
  });

  test('a gateway comes in by its credential, is heard, and hears commands', async () => {
    const client = await connect(gateway);
    const sets: string[] = [];
    client.on('message', (topic, payload) => sets.push(`${topic} ${payload.toString()}`));
    await client.subscribeAsync(`${home}/${gateway.device}/zigbee2mqtt/+/+/set`);
    await send(client, synthetic());
    const lamp = await vi.waitFor(async () => {
      const devices = await devicesOf(home, lin!);
      const [climate, found] = ['climate', 'lamp'].map((of) => devices.find(({ name }) => name === `kitchen/${of}`)!);
      expect(climate!.readings.find(({ key }) => key === 'temperature')!.value).toBe('21.5');
      // Devices are taken in one after the other.
      expect(found).toBeDefined();
      return found!;
    }, 240_000);
    await lin!.visitor.must(202, 'POST', `/api/homes/${home}/devices/${lamp.id}/commands`, { values: { state: 'ON' } });
    await vi.waitFor(() =>
      expect(sets).toEqual([`${home}/${gateway.device}/zigbee2mqtt/kitchen/lamp/set {"state":"ON"}`]),
    );
  });

  test('many messages are under way at once, and each is kept', async () => {
    const { tally } = await kept.broker();
    const client = await connect(gateway);
    // Those of the test before may still be on their way.
    const before = tally.kept;
    const told = (i: number) => client.publishAsync('zigbee2mqtt/hall/door', `{"contact":${i % 2 === 0}}`, { qos: 1 });
    await Promise.all(Array.from({ length: 200 }, (_, i) => told(i)));
    await vi.waitFor(() => expect(tally.kept - before).toBeGreaterThanOrEqual(200), { timeout: 120_000 });
  });

  test('nobody publishes or listens outside of their own', async () => {
    const other = await newHome(mira!, 'Elsewhere');
    const foreign = await addGateway(other, mira!);
    const theirs = await connect(foreign, `${home}/${gateway.device}`);
    await expect(theirs.publishAsync('zigbee2mqtt/hall/door', '{"contact":true}', { qos: 1 })).rejects.toThrow();
    for (const topic of ['#', `${home}/#`, '$CONTROL/#']) await expect(theirs.subscribeAsync(topic)).rejects.toThrow();
    await expect(connect({ ...gateway, secret: 'wrong' })).rejects.toThrow();
  });

  test('who has to leave is disconnected at once, does not come back, and leaves nothing retained', async () => {
    const { broker } = await kept.broker();
    const fitted = await addGateway(home, mira!, 'Fitted');
    const client = await connect(fitted);
    await client.publishAsync('zigbee2mqtt/bridge/state', '{"state":"online"}', { qos: 1, retain: true });
    await vi.waitFor(async () => expect((await broker.retained()).join()).toContain(fitted.device));
    const closed = new Promise<void>((done) => client.once('close', () => done()));
    await lin!.visitor.must(204, 'DELETE', `/api/homes/${home}/members/${mira!.id}`);
    await closed;
    await expect(connect(fitted)).rejects.toThrow();
    await vi.waitFor(async () => expect((await broker.retained()).join()).not.toContain(fitted.device));
  });

  test('while the broker is away nobody gets a credential; whoever was told to leave meanwhile leaves when it is back', async () => {
    const noor = await kept.person();
    await letIn(home, lin!, noor, 'installer');
    const fitted = await addGateway(home, noor, 'Fitted');
    await outside?.stop();
    await lin!.visitor.must(503, 'POST', `/api/homes/${home}/devices`, { name: 'Gateway' });
    await lin!.visitor.call('DELETE', `/api/homes/${home}/members/${noor.id}`);
    await outside.start();
    await vi.waitFor(() => expect(connect(fitted)).rejects.toThrow(/uthor/), { timeout: 120_000 });
    const client = await connect(gateway);
    await vi.waitFor(
      async () => {
        await client.publishAsync('zigbee2mqtt/kitchen/climate', '{"temperature":30}', { qos: 1 });
        const devices = await devicesOf(home, lin!);
        const climate = devices.find(({ name }) => name === 'kitchen/climate')!;
        expect(climate.readings.find(({ key }) => key === 'temperature')!.value).toBe('30');
      },
      { timeout: 120_000 },
    );
  });

  test.each([
    ['has no such plugin', { plugin: false }, 'BROKER_UNGUARDED'],
    ['lets every client publish anywhere', { open: true }, 'BROKER_UNGUARDED'],
  ])('one that %s is not used', async (_, options, code) => {
    const bad = await mosquitto(options);
    onTestFinished(() => bad.stop());
    await expect(openOutside({ url: bad.url.replace(':paper', ':wrong'), doorkeeper: nobody })).rejects.toMatchObject({
      code: 'plugin' in options ? code : 'BROKER_UNREACHABLE',
    });
    await expect(openOutside({ url: bad.url, doorkeeper: nobody })).rejects.toMatchObject({ code });
  });
});
