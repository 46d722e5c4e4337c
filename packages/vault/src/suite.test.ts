import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Altered, UnknownSuite } from './errors.ts';
import { open, overhead, type SuiteName, seal } from './suite.ts';

const SUITES: SuiteName[] = ['xchacha20-poly1305', 'aes-256-gcm'];

test.each(SUITES)('%s: seals and opens any bytes, and refuses every flipped bit', (suite) => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      fc.uint8Array({ minLength: 1, maxLength: 40 }),
      fc.nat(),
      (bytes, place, at) => {
        const key = randomBytes(32);
        const aad = Buffer.from(place);
        const blob = seal(suite, Buffer.from(bytes), aad, key);
        expect(blob.length).toBe(bytes.length + overhead(suite));
        expect(Buffer.from(open(blob, aad, key))).toEqual(Buffer.from(bytes));
        const flipped = Buffer.from(blob);
        const bit = at % (blob.length * 8);
        flipped[bit >> 3]! ^= 1 << (bit & 7);
        expect(() => open(flipped, aad, key)).toThrow();
        expect(() => open(blob, Buffer.concat([aad, Buffer.of(0)]), key)).toThrow(Altered);
        expect(() => open(blob, aad, randomBytes(32))).toThrow(Altered);
      },
    ),
  );
});

test.each(SUITES)('%s: the same value never looks the same twice, and the plaintext is wiped', (suite) => {
  const key = randomBytes(32);
  const plain = Buffer.from('the same value');
  const first = seal(suite, plain, Buffer.of(0), key);
  expect(plain.every((byte) => byte === 0)).toBe(true);
  expect(first.equals(seal(suite, Buffer.from('the same value'), Buffer.of(0), key))).toBe(false);
});

test('a blob cut off anywhere, or of an unknown suite, does not open', () => {
  const key = randomBytes(32);
  const blob = seal('xchacha20-poly1305', Buffer.from('value'), Buffer.of(0), key);
  for (let length = 1; length < blob.length; length++) {
    expect(() => open(blob.subarray(0, length), Buffer.of(0), key)).toThrow(Altered);
  }
  expect(() => open(Buffer.alloc(0), Buffer.of(0), key)).toThrow(UnknownSuite);
  for (const head of [0x00, 0x10, 0x13, 0x21]) {
    const other = Buffer.from(blob);
    other[0] = head;
    expect(() => open(other, Buffer.of(0), key)).toThrow(UnknownSuite);
  }
});
