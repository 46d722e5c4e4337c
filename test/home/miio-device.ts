/** A device that speaks miIO over a real socket, as an air purifier of Smartmi does: for tests, written apart from what it tests. */
import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { atEnd } from '@kept/db/testing';

interface Request {
  readonly id: number;
  readonly method: string;
  readonly params: readonly { readonly siid: number; readonly piid: number; readonly value?: unknown }[];
}

const hash = (...all: Buffer[]) => createHash('md5').update(Buffer.concat(all)).digest();

export interface MiioDevice {
  readonly port: number;
  readonly token: string;
  /** By `siid.piid`. */
  readonly state: Map<string, unknown>;
  readonly heard: Request[];
  /** Packets that it does not hear from now on. */
  deaf: number;
  close(): void;
}

export async function miioDevice(model = 'zhimi.airpurifier.za1', token = 'a1'.repeat(16)): Promise<MiioDevice> {
  const socket = createSocket('udp4');
  const bytes = Buffer.from(token, 'hex');
  const key = hash(bytes);
  const iv = hash(key, bytes);
  const did = 0x0a0b0c0d;
  const began = 4_242;
  let stamp = began;
  const state = new Map<string, unknown>([
    ...([
      ['2.1', true],
      ['2.2', 0],
      ['2.5', 1],
      ['3.6', 17],
      ['3.7', 48],
      ['3.8', 23.5],
    ] as const),
  ]);
  const device = { port: 0, token, state, heard: [] as Request[], deaf: 0, close: () => socket.close() };
  const answerTo = ({ method, params }: Request): unknown => {
    if (method === 'miIO.info') return { model, fw_ver: '2.0.8', token: 'not for anybody', ap: { ssid: 'Home' } };
    if (method === 'action') return { code: 0 };
    return params.map(({ siid, piid, value }) => {
      const name = `${siid}.${piid}`;
      if (method === 'get_properties')
        return state.has(name) ? { siid, piid, code: 0, value: state.get(name) } : { siid, piid, code: -4003 };
      state.set(name, value);
      return { siid, piid, code: 0 };
    });
  };
  socket.on('message', (packet, { address, port }) => {
    if (device.deaf > 0) {
      device.deaf--;
      return;
    }
    const reply = (payload: Buffer, sum?: Buffer) => {
      const head = Buffer.alloc(16);
      head.writeUInt32BE(0x21310000 + 32 + payload.length, 0);
      head.writeUInt32BE(did, 8);
      head.writeUInt32BE(++stamp, 12);
      socket.send(Buffer.concat([head, sum ?? hash(head, bytes, payload), payload]), port, address);
    };
    if (packet.length === 32) return reply(Buffer.alloc(0), Buffer.alloc(16, 0xff));
    const [head, sum, payload] = [packet.subarray(0, 16), packet.subarray(16, 32), packet.subarray(32)];
    // Whoever has another token is not answered, nor who has forgotten to greet.
    if (!sum.equals(hash(head, bytes, payload)) || head.readUInt32BE(12) < began) return;
    const decipher = createDecipheriv('aes-128-cbc', key, iv);
    const request = JSON.parse(Buffer.concat([decipher.update(payload), decipher.final()]).toString()) as Request;
    device.heard.push(request);
    const cipher = createCipheriv('aes-128-cbc', key, iv);
    const text = `${JSON.stringify({ id: request.id, result: answerTo(request) })}\0`;
    reply(Buffer.concat([cipher.update(text), cipher.final()]));
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  device.port = socket.address().port;
  atEnd(() => {
    try {
      socket.close();
    } catch {}
  });
  return device;
}
