import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { Aedes, type AedesOptions, type AedesPublishPacket, type AuthenticateError, type Client } from 'aedes';
import type { Broker, Delivery, Doorkeeper } from './words.ts';

export interface BrokerOptions<S> {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly doorkeeper: Doorkeeper<S>;
}

/** A message that is acknowledged and goes nowhere is published here, where nobody listens. */
const NOWHERE = 'kept/nowhere';
/** Return code of MQTT 3.1.1: bad user name or password. */
const BAD_CREDENTIALS = 4;
/** What a connection may send before it has said who it is, or in one packet. */
const PACKET_MAX = 5_000_000;

/** Who is connected, and where they live. */
class Guests<S> {
  readonly sessions = new Map<Client, S>();
  readonly #mounts = new WeakMap<Client, string>();
  readonly #there = new Map<string, number>();

  add(client: Client, session: S, mount: string): void {
    this.sessions.set(client, session);
    this.#mounts.set(client, mount);
    this.#there.set(mount, (this.#there.get(mount) ?? 0) + 1);
  }

  remove(client: Client): void {
    const mount = this.mountOf(client);
    if (mount === undefined) return;
    this.sessions.delete(client);
    const left = this.#there.get(mount)! - 1;
    if (left > 0) this.#there.set(mount, left);
    else this.#there.delete(mount);
  }

  /** Undefined once they may not be here any more, though their connection may still be closing. */
  mountOf(client: Client | null): string | undefined {
    return client && this.sessions.has(client) ? this.#mounts.get(client) : undefined;
  }

  isThere(mount: string): boolean {
    return this.#there.has(mount);
  }

  /** Whether somebody there listens to this: who has just come back has not asked for anything yet. */
  hears(mount: string, topic: string): boolean {
    if (!this.isThere(mount)) return false;
    for (const client of this.sessions.keys())
      if (this.mountOf(client) === mount && filtersOf(client).some((filter) => matches(filter, `${mount}/${topic}`)))
        return true;
    return false;
  }
}

/** What aedes keeps of a client: by filter. */
const filtersOf = (client: Client): string[] =>
  Object.keys((client as unknown as { readonly subscriptions: object }).subscriptions);

/** MQTT 5, 4.7. */
export function matches(filter: string, topic: string): boolean {
  const [wanted, given] = [filter.split('/'), topic.split('/')];
  for (const [i, level] of wanted.entries()) {
    if (level === '#') return true;
    if (i >= given.length || (level !== '+' && level !== given[i])) return false;
  }
  return wanted.length === given.length;
}

/** Listens when it resolves; rejects as Node does (EADDRINUSE) where it cannot. */
export async function openBroker<S>({ host, port, doorkeeper }: BrokerOptions<S>): Promise<Broker<S>> {
  const guests = new Guests<S>();
  const aedes = await Aedes.createBroker({
    ...{ queueLimit: 1_000, maxClientsIdLength: 100, maximumPacketSize: PACKET_MAX, sessionExpiryIntervalLimit: 3_600 },
    ...{ pendingSessionsLimit: 10_000, connectTimeout: 10_000, concurrency: 100 },
    ...guarded(doorkeeper, guests),
  });
  aedes.on('clientDisconnect', (client) => guests.remove(client));
  // Whatever a client does wrong ends that client; nothing of it is told, it may carry what it sent.
  aedes.on('clientError', () => {});
  aedes.on('connectionError', () => {});
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    aedes.handle(socket);
  });
  try {
    await listening(server, host, port);
  } catch (error) {
    await new Promise<void>((done) => aedes.close(() => done()));
    throw error;
  }
  return {
    port: (server.address() as { port: number }).port,
    // They are proven by the doorkeeper when they come.
    admit: async () => {},
    async publish(mount, topic, payload, retain = false) {
      // What is retained waits for whoever asks for it.
      const there = retain ? guests.isThere(mount) : guests.hears(mount, topic);
      if (there) await send(aedes, { topic: `${mount}/${topic}`, payload, retain });
      return there;
    },
    async sweep(mount, topics) {
      for (const topic of topics) await send(aedes, { topic: `${mount}/${topic}`, payload: '', retain: true });
    },
    async retained() {
      const found: string[] = [];
      const all = (aedes as unknown as { persistence: Retaining }).persistence.createRetainedStream('#');
      for await (const { topic } of all) found.push(topic);
      return found;
    },
    async review(home, counts) {
      await Promise.all(
        [...guests.sessions].map(async ([client, session]) => {
          if (!guests.mountOf(client)?.startsWith(`${home}/`)) return;
          if (await counts(session).catch(() => false)) return;
          guests.remove(client);
          client.close();
        }),
      );
    },
    async close() {
      server.close();
      await new Promise<void>((done) => aedes.close(() => done()));
      for (const socket of sockets) socket.destroy();
    },
  };
}

type Guards = Required<
  Pick<AedesOptions, 'authenticate' | 'authorizePublish' | 'authorizeSubscribe' | 'authorizeForward'>
>;

/** Who comes in, and what of theirs goes where. */
const guarded = <S>(doorkeeper: Doorkeeper<S>, guests: Guests<S>): Guards => ({
  authenticate(client, name, password, done) {
    const refuse = () =>
      done(Object.assign(new Error('refused'), { returnCode: BAD_CREDENTIALS }) as AuthenticateError, null);
    doorkeeper.prove(name ?? '', password?.toString() ?? '').then((session) => {
      if (session === null) return refuse();
      guests.add(client, session, doorkeeper.mountOf(session));
      return done(null, true);
    }, refuse);
  },
  authorizePublish(client, packet, done) {
    const session = client && guests.sessions.get(client);
    // A will of somebody who is not here any more, or has no place: it goes nowhere.
    if (!client || !session) return done(new Error('not here'));
    const { topic } = packet;
    const payload = Buffer.isBuffer(packet.payload) ? packet.payload : Buffer.from(packet.payload);
    doorkeeper.received(session, topic, payload, deliveryOf(client, packet)).then((taken) => {
      const mount = guests.mountOf(client);
      if (taken === 'again' || mount === undefined) return done(new Error('not taken'));
      if (taken === 'drop' && client.version === 5) return done(new Error('refused'));
      // An older client would send for ever what was not acknowledged.
      if (taken === 'drop') Object.assign(packet, { topic: NOWHERE, payload: Buffer.alloc(0), retain: false });
      else packet.topic = `${mount}/${topic}`;
      return done(null);
    }, done);
  },
  authorizeSubscribe(client, subscription, done) {
    const mount = guests.mountOf(client);
    // Of topics that begin with $ nothing is theirs.
    if (mount === undefined || subscription.topic.startsWith('$')) return done(null, null);
    subscription.topic = `${mount}/${subscription.topic}`;
    return done(null, subscription);
  },
  authorizeForward(client, packet) {
    const mount = guests.mountOf(client);
    if (mount === undefined || !packet.topic.startsWith(`${mount}/`)) return null;
    return Object.assign(packet, { topic: packet.topic.slice(mount.length + 1) });
  },
});

const deliveryOf = (
  { id }: Client,
  { qos, messageId, dup }: { readonly qos: number; readonly messageId?: number; readonly dup: boolean },
): Delivery | undefined =>
  qos === 0 || messageId === undefined ? undefined : { clientId: id, packetId: messageId, dup };

interface Retaining {
  createRetainedStream(pattern: string): AsyncIterable<{ topic: string }>;
}

async function listening(server: Server, host: string, port: number): Promise<void> {
  server.listen(port, host);
  await once(server, 'listening');
}

const send = (
  aedes: Aedes,
  packet: Pick<AedesPublishPacket, 'topic' | 'retain'> & { payload: string },
): Promise<void> =>
  new Promise((done, failed) =>
    aedes.publish({ cmd: 'publish', qos: 0, dup: false, ...packet }, (error) => (error ? failed(error) : done())),
  );
