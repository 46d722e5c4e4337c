import { randomBytes } from 'node:crypto';
import type { Json } from '@kept/base';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ABOUT_NOBODY, DECISION, dayOf, EVIDENCE, leafOfNobody, leafTag, openLeaf, sealLeaf, tagOf } from './leaf.ts';

const anyTime = fc.integer({ min: 0, max: 2 ** 45 });
const anyPayload = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as Json);

test('a leaf opens with the key of its person, whatever it says and whenever it was made', () => {
  fc.assert(
    fc.property(fc.constantFrom(DECISION, EVIDENCE), anyTime, anyPayload, (kind, at, payload) => {
      const key = randomBytes(32);
      const leaf = sealLeaf(kind, at, payload, key);
      expect(openLeaf(leaf, key)).toEqual({ kind, at, payload });
      expect(leafTag(leaf).equals(tagOf(key, dayOf(at)))).toBe(true);
      expect((leaf.length - 24 - 40) % 64).toBe(0);
      expect(() => openLeaf(leaf, randomBytes(32))).toThrow(/does not open/);
    }),
  );
});

test('no bit of a leaf can be changed, its kind, time and tag included', () => {
  const key = randomBytes(32);
  const leaf = sealLeaf(DECISION, Date.UTC(2026, 10, 23), ['phone'], key);
  for (let bit = 8; bit < leaf.length * 8; bit++) {
    const changed = Buffer.from(leaf);
    changed[bit >> 3]! ^= 1 << (bit & 7);
    if (changed[1] === ABOUT_NOBODY) continue;
    expect(() => openLeaf(changed, key)).toThrow(/does not open/);
  }
  for (let length = 0; length < leaf.length; length++)
    expect(() => openLeaf(leaf.subarray(0, length), key)).toThrow(/does not open/);
});

test('an event about nobody is read without a key and has no tag', () => {
  const leaf = leafOfNobody(1_000, ['unknown-subject', '设备']);
  expect(openLeaf(leaf, randomBytes(32))).toEqual({
    kind: ABOUT_NOBODY,
    at: 1_000,
    payload: ['unknown-subject', '设备'],
  });
  expect(leafTag(leaf).every((byte) => byte === 0)).toBe(true);
});

test('tags of two people, or of two days, have nothing in common', () => {
  const key = randomBytes(32);
  const tags = [tagOf(key, 1), tagOf(key, 2), tagOf(randomBytes(32), 1)].map((tag) => tag.toString('hex'));
  expect(new Set(tags).size).toBe(3);
});
