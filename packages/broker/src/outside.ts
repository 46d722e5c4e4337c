/**
 * A broker that others run: Mosquitto 2 with its dynamic security plugin. Kept is one of its clients and hears all mounts;
 * who may come in, and to where, Kept tells it. A message is acknowledged to it when it has been taken.
 */
import mqtt, { type IPublishPacket, type MqttClient } from 'mqtt';
import { DynamicSecurity } from './dynamic-security.ts';
import { BrokerUnguarded, BrokerUnreachable } from './errors.ts';
import type { Broker, Doorkeeper } from './words.ts';

export interface OutsideOptions<S> {
  /** `mqtts://name:password@broker.example:8883` */
  readonly url: string;
  readonly doorkeeper: Doorkeeper<S>;
}

/** By this our session is known there; numbers of packets are the session’s. */
const CLIENT = 'kept';
const CONNECT_MS = 5_000;
/** Depth of a mount: home and device. */
const MOUNT_LEVELS = 2;
/** Messages under way at once; what comes more, the broker holds back. */
const IN_FLIGHT = 1_000;
/** Whoever announces a device names any topic of theirs. */
const TOPICS = '+/+/#';

/** Throws BROKER_UNREACHABLE, BROKER_UNGUARDED. */
export async function openOutside<S>({ url, doorkeeper }: OutsideOptions<S>): Promise<Broker<S>> {
  const { client, security, early } = await administrator(url);
  const guests = new Guests(doorkeeper, security);
  const retained = new Set<string>();
  const hear = new Hearing(client, doorkeeper, guests, retained, early);
  await guests.reviewAll();
  await client.subscribeAsync(TOPICS, { qos: 1, rh: 0, rap: true, nl: true }).catch((cause: unknown) => {
    client.end(true);
    throw new BrokerUnreachable(cause);
  });
  // Whoever was told to leave while the broker could not be reached leaves now.
  client.on('connect', () => void guests.reviewAll().catch(() => {}));
  const sweep = async (mount: string, topics: readonly string[]): Promise<void> => {
    for (const topic of topics) {
      await client.publishAsync(`${mount}/${topic}`, '', { qos: 1, retain: true });
      retained.delete(`${mount}/${topic}`);
    }
  };
  return {
    port: null,
    async admit(mount, name, secret) {
      await security.admit(mount, name, secret);
      guests.known.add(mount);
    },
    async publish(mount, topic, payload, retain = false) {
      if (!client.connected) return false;
      if (retain) retained.add(`${mount}/${topic}`);
      await client.publishAsync(`${mount}/${topic}`, payload, { qos: 1, retain });
      return true;
    },
    sweep,
    retained: async () => [...retained],
    async review(home) {
      for (const mount of await guests.review(`${home}/`)) {
        const left = [...retained].filter((topic) => topic.startsWith(`${mount}/`));
        await sweep(
          mount,
          left.map((topic) => topic.slice(mount.length + 1)),
        );
      }
    },
    async close() {
      hear.stop();
      await client.endAsync();
    },
  };
}

interface Connected {
  readonly client: MqttClient;
  /** What came before anybody took it: a session that goes on begins with what was under way. None is acknowledged yet. */
  readonly early: readonly IPublishPacket[];
}

async function connected(url: string): Promise<Connected> {
  const client = mqtt.connect(url, {
    ...{ protocolVersion: 5, connectTimeout: CONNECT_MS, clientId: CLIENT, clean: false },
    properties: { sessionExpiryInterval: 86_400, receiveMaximum: IN_FLIGHT },
  });
  client.on('error', () => {});
  const early: IPublishPacket[] = [];
  client.handleMessage = (packet, next) => {
    early.push(packet);
    next(new Error('not yet'));
  };
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  client.once('connect', () => resolve());
  client.once('error', reject);
  client.once('close', () => reject(new Error('closed')));
  try {
    await promise;
  } catch (cause) {
    client.end(true);
    throw new BrokerUnreachable(cause);
  }
  return { client, early };
}

/** Connected, and let to publish to devices. */
async function administrator(url: string): Promise<Connected & { security: DynamicSecurity }> {
  const { username } = new URL(url);
  for (let first = true; ; first = false) {
    const { client, early } = await connected(url);
    try {
      const security = await DynamicSecurity.of(client);
      if (!(await security.mayPublish(decodeURIComponent(username)))) return { client, early, security };
      if (!first) throw new BrokerUnguarded('Kept cannot let itself publish to devices');
    } catch (error) {
      client.end(true);
      throw error;
    }
    await client.endAsync(true);
  }
}

/** Who is let in at the broker, and whether they still count. */
class Guests<S> {
  readonly known = new Set<string>();
  readonly #sessions = new Map<string, Promise<S | null>>();
  readonly #doorkeeper: Doorkeeper<S>;
  readonly #security: DynamicSecurity;

  constructor(doorkeeper: Doorkeeper<S>, security: DynamicSecurity) {
    this.#doorkeeper = doorkeeper;
    this.#security = security;
  }

  /** Looked up once, and again when something about the home’s people or devices has changed. */
  at(mount: string): Promise<S | null> {
    const there = this.#sessions.get(mount);
    if (there) return there;
    const found = this.#doorkeeper.sessionAt(mount);
    this.#sessions.set(mount, found);
    const forget = (): void => void (this.#sessions.get(mount) === found && this.#sessions.delete(mount));
    // What is not there is not remembered: it may come.
    found.then((session) => session === null && forget(), forget);
    return found;
  }

  /** Answers the mounts of those who had to leave. */
  async review(below: string): Promise<string[]> {
    const own = [...this.known].filter((mount) => mount.startsWith(below));
    for (const mount of own) this.#sessions.delete(mount);
    const gone: string[] = [];
    for (const mount of own)
      if ((await this.at(mount)) === null) {
        await this.#security.expel(mount);
        this.known.delete(mount);
        gone.push(mount);
      }
    return gone;
  }

  async reviewAll(): Promise<void> {
    for (const mount of await this.#security.mounts()) this.known.add(mount);
    await this.review('');
  }
}

/** Takes what devices send, many messages at once. */
class Hearing<S> {
  readonly #doorkeeper: Doorkeeper<S>;
  readonly #guests: Guests<S>;
  readonly #retained: Set<string>;
  #over = false;

  constructor(
    client: MqttClient,
    doorkeeper: Doorkeeper<S>,
    guests: Guests<S>,
    retained: Set<string>,
    early: readonly IPublishPacket[],
  ) {
    this.#doorkeeper = doorkeeper;
    this.#guests = guests;
    this.#retained = retained;
    // The library takes one message after the other and acknowledges each: told of an error it goes on to the next without
    // an acknowledgement, which we send when the message is durable. INVARIANT: of this version; a test holds it.
    client.handleMessage = (packet, next) => {
      this.#hear(client, packet);
      if (packet.qos === 0) next();
      else next(new Error('not yet'));
    };
    for (const packet of early) this.#hear(client, packet);
  }

  #hear(client: MqttClient, packet: IPublishPacket): void {
    const { qos, messageId } = packet;
    this.#take(packet).then(
      (taken) => taken && qos > 0 && client['_sendPacket']({ cmd: 'puback', messageId, reasonCode: 0 }),
      () => {},
    );
  }

  stop(): void {
    this.#over = true;
  }

  /** False: it stays the broker’s. */
  async #take(packet: IPublishPacket): Promise<boolean> {
    const { topic: whole, payload, retain, qos, messageId, dup } = packet;
    const delivery = qos > 0 && messageId !== undefined ? { clientId: CLIENT, packetId: messageId, dup } : undefined;
    if (whole.startsWith('$')) return true;
    if (retain && payload.length === 0) this.#retained.delete(whole);
    else if (retain) this.#retained.add(whole);
    const parts = whole.split('/');
    const mount = parts.slice(0, MOUNT_LEVELS).join('/');
    const topic = parts.slice(MOUNT_LEVELS).join('/');
    for (let wait = 100; ; wait = Math.min(10_000, 2 * wait)) {
      const session = await this.#guests.at(mount);
      if (session === null) return true;
      if ((await this.#doorkeeper.received(session, topic, payload as Buffer, delivery)) !== 'again') return true;
      await new Promise((done) => setTimeout(done, wait));
      if (this.#over) return false;
    }
  }
}
