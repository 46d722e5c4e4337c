/** Messages of devices, from the broker to the service that takes them, and back. */
import { type Broker, type Doorkeeper, openBroker, openOutside } from '@kept/broker';
import { type Door, type Outcome, openDoor, runtimeOf, type Session } from '@kept/service-devices';
import type { House } from './house.ts';
import { holdPort } from './port.ts';

/** How many messages came to which end; of nobody in particular. */
export type Tallied = Record<Outcome['is'], number>;

export interface Messages {
  readonly broker: Broker<Session>;
  readonly tally: Readonly<Tallied>;
  close(): Promise<void>;
}

/** One of our own unless KEPT_MQTT names another. Throws BROKER_UNREACHABLE, BROKER_UNGUARDED, SERVER_HOST_UNUSABLE. */
export async function openMessages(house: House): Promise<Messages> {
  const { config } = house;
  const regions = [...house.regions.values()];
  const runtimes = regions.map((region) => runtimeOf(region));
  const tally: Tallied = { kept: 0, passed: 0, refused: 0, malformed: 0, throttled: 0, again: 0 };
  const mountOf = ({ home, device }: Session): string => `${home}/${device}`;
  const door = openDoor(regions);
  const doorkeeper = keeperOf(door, runtimes, mountOf, tally);
  const broker = config.mqtt
    ? await openOutside({ url: config.mqtt, doorkeeper })
    : await own(config.host, config.mqttPort, doorkeeper);
  for (const runtime of runtimes) {
    runtime.port = broker.port;
    runtime.outlet = (to, topic, payload, retain) => broker.publish(mountOf(to), topic, payload, retain);
    runtime.sweep = (session, topics) => broker.sweep(mountOf(session), topics);
    runtime.admitted = (session, secret) => broker.admit(mountOf(session), session.device, secret);
    runtime.ended = (counts, home) =>
      broker.review(home, async (session) => session.region !== runtime.region.id || counts(session));
  }
  return {
    broker,
    tally,
    async close() {
      await broker.close();
      for (const runtime of runtimes) await runtime.settled();
    },
  };
}

/** The next port that is free; another process may take it between looking and listening. */
async function own(host: string, wanted: number, doorkeeper: Doorkeeper<Session>): Promise<Broker<Session>> {
  if (wanted === 0) return openBroker({ host, port: 0, doorkeeper });
  for (let from = wanted; ; from++) {
    const { port, release } = await holdPort(host, from);
    await release();
    try {
      return await openBroker({ host, port, doorkeeper });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      from = port;
    }
  }
}

const TAKEN = {
  kept: 'pass',
  passed: 'pass',
  refused: 'drop',
  malformed: 'drop',
  throttled: 'drop',
  again: 'again',
} as const;

const keeperOf = (
  door: Door,
  runtimes: readonly ReturnType<typeof runtimeOf>[],
  mountOf: (session: Session) => string,
  tally: Tallied,
): Doorkeeper<Session> => ({
  prove: (name, secret) => door.prove(name, secret),
  mountOf,
  async sessionAt(mount) {
    const [home = '', device = ''] = mount.split('/');
    for (const runtime of runtimes) {
      const session = await runtime.sessionOf(home, device);
      if (session) return session;
    }
    return null;
  },
  async received(session, topic, payload, delivery) {
    const { is } = await door.received(session, topic, payload, delivery);
    tally[is]++;
    return TAKEN[is];
  },
});
