import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { openKeys } from './index.ts';
import { testKeys } from './testing.ts';

const { keys, url, rootDir } = await testKeys();
const other = await openKeys({ url, rootDir });
afterAll(() => other.close());
const processes = [keys, other];
const phone = (digits: string): Buffer => keys.blind('phone', digits);

test('a blind index is the same for the same value, and only for it', () => {
  expect(phone('+8613800000001')).toHaveLength(32);
  expect(other.blind('phone', '+8613800000001')).toEqual(phone('+8613800000001'));
  const all = [
    phone('1'),
    phone('2'),
    phone(''),
    keys.blind('email', '1'),
    keys.blind('phone-1', ''),
    keys.blind('p', 'hone1'),
  ];
  expect(new Set(all.map((blind) => blind.toString('hex'))).size).toBe(all.length);
});

test('an identifier is one owner’s until they give it back', async () => {
  const [ann, bob] = [randomUUID(), randomUUID()];
  const one = phone('+8613800000002');
  expect(await keys.locate('phone', one)).toBeNull();
  expect(await keys.claim('phone', one, ann, 'cn')).toBe(true);
  expect(await other.claim('phone', one, bob, 'eu')).toBe(false);
  expect(await keys.claim('phone', one, ann, 'cn')).toBe(true);
  expect(await other.locate('phone', one)).toEqual({ owner: ann, region: 'cn' });
  expect(await keys.claim('email', one, bob, 'eu')).toBe(true);

  await keys.release('phone', one, bob);
  expect((await keys.locate('phone', one))?.owner).toBe(ann);
  await keys.release('phone', one, ann);
  expect(await other.claim('phone', one, bob, 'eu')).toBe(true);
  await other.releaseAll(bob);
  expect(await keys.locate('phone', one)).toBeNull();
  expect(await keys.locate('email', one)).toBeNull();
});

test('of many who claim one identifier at once, in two processes, one gets it', async () => {
  for (let round = 0; round < 20; round++) {
    const contested = [phone(`contested-a-${round}`), phone(`contested-b-${round}`)];
    const owners = Array.from({ length: 12 }, () => randomUUID());
    const answers = await Promise.all(
      owners.flatMap((owner, i) =>
        contested.map(async (blind) => ({
          blind,
          owner,
          won: await processes[i % 2]!.claim('phone', blind, owner, 'cn'),
        })),
      ),
    );
    for (const blind of contested) {
      const winners = answers.filter((answer) => answer.blind === blind && answer.won).map(({ owner }) => owner);
      expect(winners).toHaveLength(1);
      expect((await keys.locate('phone', blind))?.owner).toBe(winners[0]);
    }
  }
});

test('claims are a map from identifiers to owners', async () => {
  const owners = [randomUUID(), randomUUID(), randomUUID()];
  const step = fc.record({
    what: fc.constantFrom('claim', 'claim', 'claim', 'release', 'releaseAll', 'locate'),
    at: fc.nat(1),
    owner: fc.constantFrom(...owners),
    value: fc.constantFrom('a', 'b', 'c', 'd'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const model = new Map<string, string>();
      for (const owner of owners) await keys.releaseAll(owner);
      for (const { what, at, owner, value } of steps) {
        const process = processes[at]!;
        const blind = keys.blind('model', value);
        if (what === 'claim') {
          if (!model.has(value)) model.set(value, owner);
          expect(await process.claim('model', blind, owner, 'cn')).toBe(model.get(value) === owner);
        }
        if (what === 'release') {
          await process.release('model', blind, owner);
          if (model.get(value) === owner) model.delete(value);
        }
        if (what === 'releaseAll') {
          await process.releaseAll(owner);
          for (const [held, by] of model) if (by === owner) model.delete(held);
        }
        expect((await process.locate('model', blind))?.owner).toBe(model.get(value));
      }
    }),
    { numRuns: Number(process.env.KEPT_SOAK ?? 15) },
  );
}, 3_600_000);
