import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HELLO, opened, sealed, secretOf } from './packet.ts';

const secret = secretOf('00112233445566778899aabbccddeeff');
const peer = { device: 0x0a0b0c0d, stamp: 4_242 };

test('a packet is the one that homebridge-miot 1.6.2 (MIT) makes of the same', () => {
  const message = { id: 7, method: 'get_properties', params: [{ did: '168496141', siid: 2, piid: 1 }] };
  const vector =
    '21310080000000000a0b0c0d000010928863a3a7e2c097f2215e3ce993e00fc67fe3a69e29c435227b660672ab46b6d9' +
    '4e9e43ba7253d4255da49ec16789601ca84f577497a6ca0d7ea871e5a850fb7128ae7c890f67fdd17a0e4589efcbce34' +
    'd30a265e2df9d70a6d8e391a1dba8f4e6b4ad19c33db23c95e8ea685f5a51f6c';
  expect(sealed(secret, peer, message).toString('hex')).toBe(vector);
  expect(opened(secret, Buffer.from(vector, 'hex'))).toEqual({ ...peer, message });
});

test('a hello says who it is; with another token, cut off or changed, nothing is read', () => {
  expect(HELLO.toString('hex')).toBe(`21310020${'f'.repeat(56)}`);
  const hello = Buffer.alloc(32, 0xff);
  hello.writeUInt32BE(0x21310020, 0);
  hello.writeUInt32BE(0, 4);
  hello.writeUInt32BE(peer.device, 8);
  hello.writeUInt32BE(peer.stamp, 12);
  expect(opened(secret, hello)).toEqual({ ...peer, message: null });
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 2 }), fc.nat(), fc.integer({ min: 1, max: 255 }), (value, place, by) => {
      const packet = sealed(secret, peer, { value });
      expect(opened(secret, packet)?.message).toEqual(JSON.parse(JSON.stringify({ value })));
      const changed = Buffer.from(packet);
      changed[place % changed.length]! ^= by;
      expect(opened(secret, changed)).toBeUndefined();
      expect(opened(secretOf('ff'.repeat(16)), packet)).toBeUndefined();
      expect(opened(secret, packet.subarray(0, place % packet.length))).toBeUndefined();
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(opened(secret, Buffer.from(bytes))).toBeUndefined();
    }),
  );
});
