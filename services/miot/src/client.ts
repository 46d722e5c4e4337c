/** One device over UDP: who it is, and calls of it, one after the other. */
import { createSocket, type Socket } from 'node:dgram';
import { isIP } from 'node:net';
import { type Clock, Turns, Unavailable } from '@kept/kit';
import { HELLO, opened, type Peer, type Secret, sealed, secretOf } from './packet.ts';

export const PORT = 54_321;
const WAIT_MS = 1_000;
const TRIES = 2;
/** A device forgets whom it has greeted. */
const GREET_MS = 60_000;
const IDS = 10_000;

/** The device did not answer, or with an error of its own. */
export class NoAnswer extends Unavailable {
  constructor() {
    super('MIOT_NO_ANSWER', 'the device does not answer', {
      help: 'see whether it is on, at this address, and whether the token is right',
    });
  }
}

export interface Address {
  readonly ip: string;
  readonly port: number;
  /** 32 hex digits. */
  readonly token: string;
}

/** A device that is called. */
export class Client {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #address: Address;
  readonly #secret: Secret;
  readonly #turns = new Turns();
  #socket: Socket | null = null;
  #peer: (Peer & { readonly at: number }) | null = null;
  #id = 0;
  #hear: (packet: Buffer) => void = () => {};

  constructor(clock: Pick<Clock, 'now'>, address: Address) {
    this.#clock = clock;
    this.#address = address;
    this.#secret = secretOf(address.token);
  }

  /**
   * `params` by the number that the device has for itself. Throws MIOT_NO_ANSWER. What may be done twice is asked for again where no answer comes; `once`: it is not, since
   * nobody knows whether it was done.
   */
  call(method: string, params: (did: string) => unknown, { once = false } = {}): Promise<unknown> {
    return this.#turns.take('', async () => {
      const peer = await this.#greeted();
      // Another number each time, also for a device that remembers the last of a process before this.
      this.#id = (this.#id === 0 ? this.#clock.now() % IDS : this.#id) + 1;
      const id = this.#id;
      for (let tries = once ? 1 : TRIES; tries > 0; tries--) {
        const stamp = peer.stamp + Math.floor((this.#clock.now() - peer.at) / 1_000);
        const answer = await this.#asked(
          sealed(this.#secret, { device: peer.device, stamp }, { id, method, params: params(String(peer.device)) }),
          (packet) => {
            const { message } = opened(this.#secret, packet) ?? {};
            const told = message as { id?: unknown; result?: unknown } | null | undefined;
            return told && told.id === id ? told : undefined;
          },
        );
        if (!answer) continue;
        if (!('result' in answer)) break;
        return answer.result;
      }
      this.#peer = null;
      throw new NoAnswer();
    });
  }

  async #greeted(): Promise<Peer & { readonly at: number }> {
    const known = this.#peer;
    if (known && this.#clock.now() - known.at < GREET_MS) return known;
    for (let tries = TRIES; tries > 0; tries--) {
      const found = await this.#asked(HELLO, (packet) => {
        const told = opened(this.#secret, packet);
        return told?.message === null ? told : undefined;
      });
      if (!found) continue;
      const { device, stamp } = found;
      this.#peer = { device, stamp, at: this.#clock.now() };
      return this.#peer;
    }
    throw new NoAnswer();
  }

  /** The first that `reads` makes something of; undefined where none comes in time, or it cannot be sent. */
  async #asked<T>(packet: Buffer, reads: (packet: Buffer) => T | undefined): Promise<T | undefined> {
    const { promise, resolve } = Promise.withResolvers<T | undefined>();
    this.#hear = (told) => {
      const found = reads(told);
      if (found !== undefined) resolve(found);
    };
    const { ip, port } = this.#address;
    this.#open().send(packet, port, ip, (error) => error && resolve(undefined));
    const timer = setTimeout(() => resolve(undefined), WAIT_MS);
    const answer = await promise;
    clearTimeout(timer);
    return answer;
  }

  #open(): Socket {
    if (this.#socket) return this.#socket;
    const socket = createSocket(isIP(this.#address.ip) === 6 ? 'udp6' : 'udp4');
    socket.unref();
    // INVARIANT: only what comes from the device itself is looked at.
    socket.on('message', (packet, { address, port }) => {
      if (address === this.#address.ip && port === this.#address.port) this.#hear(packet);
    });
    socket.on('error', () => this.close());
    this.#socket = socket;
    return socket;
  }

  close(): void {
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }
}
