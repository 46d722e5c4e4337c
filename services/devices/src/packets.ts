/**
 * In which packets of MQTT readings came: what is sent once more is told from the same said again.
 *
 *     packets := packet (' ' packet)*        packet := client '.' id '.' at
 *     client  := 8 digits to the base 16; id, at (of the reading, milliseconds since 1970) to the base 36
 */
import { createHash } from 'node:crypto';
import type { Instant } from '@kept/kit';
import type { Point } from './series.ts';

/** How a message of QoS 1 or 2 came (MQTT 5, 2.2.1 and 3.3.1.1). */
export interface Delivery {
  readonly clientId: string;
  /** From 1 to 65,535; the client’s to give again once it was acknowledged. */
  readonly packetId: number;
  /** Whether whoever sent it says that it may have been here before. */
  readonly dup: boolean;
}

/** A message by the client that sent it and the number that it gave it. */
export interface Packet {
  readonly name: string;
  readonly dup: boolean;
}

/** What a message told of one device, and who has it. */
export interface Had {
  readonly at: Instant;
  readonly points: readonly Point[];
  readonly people: ReadonlySet<string>;
}

interface Known {
  readonly at: Instant;
  readonly devices: Map<string, () => Promise<Had>>;
}

/**
 * Of what an acknowledgement may have been lost: a kill takes milliseconds of them, a connection that broke before it
 * seconds. What is older by more than the last that its client sent was acknowledged, and its number is another’s.
 */
const BESIDE_MS = 10_000;
const PACKETS_MAX = 2_000;
const CLIENTS_MAX = 100;
const NONE: Had = { at: 0, points: [], people: new Set() };

/** What a client calls itself is not kept: 32 bits tell the few apart that use one credential. */
export function packetOf(credential: string, { clientId, packetId, dup }: Delivery): Packet {
  const client = createHash('sha256').update(`${credential}\0${clientId}`).digest('hex').slice(0, 8);
  return { name: `${client}.${packetId.toString(36)}`, dup };
}

export const packetText = (name: string, at: Instant): string => `${name}.${at.toString(36)}`;

export const packetsIn = (text: unknown): { readonly name: string; readonly at: Instant }[] =>
  (typeof text === 'string' ? text : '').split(' ').flatMap((each) => {
    const end = each.lastIndexOf('.');
    return end < 0 ? [] : [{ name: each.slice(0, end), at: Number.parseInt(each.slice(end + 1), 36) }];
  });

/** Of several rows that become one: those that may still be sent once more; null where there is none. */
export function packetsOf(texts: readonly unknown[]): string | null {
  const all = texts.flatMap(packetsIn);
  const last = all.reduce((newest, { at }) => Math.max(newest, at), 0);
  const late = all.filter(({ at }) => at >= last - BESIDE_MS).map(({ name, at }) => packetText(name, at));
  return late.length > 0 ? [...new Set(late)].join(' ') : null;
}

/** The packets of a home that may be sent once more. */
export class Packets {
  /** By client; of each by name, in the order in which they came. */
  readonly #clients = new Map<string, Map<string, Known>>();

  /** A message comes that was not here before: what had its name has been acknowledged. */
  begin({ name, dup }: Packet): void {
    if (!dup) this.#of(name).delete(name);
  }

  /** What it tells of a device is on its way to the disk. */
  take(device: string, { name }: Packet, at: Instant, had: Promise<Had>): void {
    const kept = had.catch(() => NONE);
    this.recall(device, name, at, () => kept);
  }

  /** What was durable before this process; the oldest first. */
  recall(device: string, name: string, at: Instant, had: () => Promise<Had>): void {
    const own = this.#of(name);
    const there = own.get(name);
    const devices = there?.at === at ? there.devices : new Map<string, () => Promise<Had>>();
    devices.set(device, had);
    own.delete(name);
    own.set(name, { at, devices });
    for (const [older, each] of own) {
      if (each.at >= at - BESIDE_MS && own.size <= PACKETS_MAX) break;
      own.delete(older);
    }
  }

  #of(name: string): Map<string, Known> {
    const client = name.slice(0, name.indexOf('.'));
    const own = this.#clients.get(client) ?? new Map<string, Known>();
    this.#clients.delete(client);
    this.#clients.set(client, own);
    if (this.#clients.size > CLIENTS_MAX) this.#clients.delete(this.#clients.keys().next().value!);
    return own;
  }

  /** What was told in the message that this one says it is, and who has it: by its packet, and by what it tells. */
  async before(device: string, { name, dup }: Packet, points: readonly Point[]): Promise<Had | undefined> {
    const had = dup ? await this.#of(name).get(name)?.devices.get(device)?.() : undefined;
    if (!had || had.points.length === 0) return undefined;
    const said = new Set(had.points.map(({ key, value }) => `${key} ${value}`));
    return points.every(({ key, value }) => said.has(`${key} ${value}`)) ? had : undefined;
  }
}
