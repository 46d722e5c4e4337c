import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Batcher, canonicalJson, isUuid, ManualClock, Misuse, Seconds, SeededRandom, uuidv7 } from './index.ts';

test('canonical JSON is one text for one value, whatever the order of its keys', () => {
  expect(canonicalJson({ b: [1, 'ü', null], a: { d: undefined, c: true } })).toBe('{"a":{"c":true},"b":[1,"ü",null]}');
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
  );
  expect(() => canonicalJson({ at: new Date() })).toThrow(Misuse);
  expect(() => canonicalJson(Number.NaN)).toThrow(Misuse);
});

test('ids carry their millisecond and sort by it', () => {
  const clock = new ManualClock(Date.UTC(2026, 0, 1));
  const random = new SeededRandom(1);
  const first = uuidv7(clock, random);
  clock.advance(Seconds(1));
  const second = uuidv7(clock, random);
  expect(isUuid(first)).toBe(true);
  expect(first[14]).toBe('7');
  expect(first < second).toBe(true);
  expect(Number.parseInt(first.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.UTC(2026, 0, 1));
});

test('a batcher answers each caller alone, and a crowd shares batches', async () => {
  const sizes: number[] = [];
  const batcher = new Batcher<number, number>({ max: 10, lanes: 1 }, async (items) => {
    sizes.push(items.length);
    await new Promise((done) => setTimeout(done, 1));
    return items.map((n) => (n === 13 ? new Misuse('TEST', 'thirteen') : n * 2));
  });
  const answers = await Promise.allSettled(Array.from({ length: 25 }, (_, i) => batcher.add(i)));
  expect(answers.filter((a) => a.status === 'fulfilled').length).toBe(24);
  expect(answers[13]!.status).toBe('rejected');
  expect(answers[24]).toEqual({ status: 'fulfilled', value: 48 });
  expect(sizes).toEqual([10, 10, 5]);
});
