/**
 * Packets of miIO over UDP, as its first reader wrote them down (https://github.com/OpenMiHome/mihome-binary-protocol):
 *
 *     0x2131 | length, 2 | 0, 4 | device, 4 | stamp in seconds, 4 | MD5(the 16 bytes before, token, payload), 16 | payload
 *
 * The payload is JSON by AES-128-CBC under MD5(token), its first vector MD5(key, token). Somebody who asks for nothing but
 * the device and its stamp sends 0xff throughout.
 */
import { createCipheriv, createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';

const MAGIC = 0x2131;
const HEAD = 32;

const md5 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** A token of 16 bytes, and what follows from it. */
export interface Secret {
  readonly token: Buffer;
  readonly key: Buffer;
  readonly iv: Buffer;
}

export function secretOf(token: string): Secret {
  const bytes = Buffer.from(token, 'hex');
  const key = md5(bytes);
  return { token: bytes, key, iv: md5(key, bytes) };
}

/** Asks who is there. */
export const HELLO: Buffer = Buffer.concat([Buffer.from('21310020', 'hex'), Buffer.alloc(28, 0xff)]);

export interface Peer {
  readonly device: number;
  /** Its own clock, in seconds since it began. */
  readonly stamp: number;
}

export function sealed({ token, key, iv }: Secret, { device, stamp }: Peer, message: object): Buffer {
  const cipher = createCipheriv('aes-128-cbc', key, iv);
  const payload = Buffer.concat([cipher.update(JSON.stringify(message)), cipher.final()]);
  const head = Buffer.alloc(16);
  head.writeUInt16BE(MAGIC, 0);
  head.writeUInt16BE(HEAD + payload.length, 2);
  head.writeUInt32BE(device, 8);
  head.writeUInt32BE(stamp, 12);
  return Buffer.concat([head, md5(head, token, payload), payload]);
}

/** Who sends it, and what is in it: null for a hello. Undefined for what is none, or was not made with this token. */
export function opened({ token, key, iv }: Secret, packet: Buffer): (Peer & { readonly message: unknown }) | undefined {
  if (packet.length < HEAD || packet.readUInt16BE(0) !== MAGIC || packet.readUInt16BE(2) !== packet.length)
    return undefined;
  const peer = { device: packet.readUInt32BE(8), stamp: packet.readUInt32BE(12) };
  const payload = packet.subarray(HEAD);
  if (payload.length === 0) return { ...peer, message: null };
  if (!timingSafeEqual(packet.subarray(16, HEAD), md5(packet.subarray(0, 16), token, payload))) return undefined;
  try {
    const decipher = createDecipheriv('aes-128-cbc', key, iv);
    const text = Buffer.concat([decipher.update(payload), decipher.final()]).toString('utf8');
    // Some end their JSON as a string of C.
    return { ...peer, message: JSON.parse(text.replace(/\0+$/, '')) as unknown };
  } catch {
    return undefined;
  }
}
