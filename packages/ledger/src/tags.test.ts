import { SeededRandom } from '@kept/base';
import { describe, expect, it, vi } from 'vitest';
import type { Ledger } from './ledger.ts';
import { appendAll, someLeaves, type TestLog, tagOf, testLog } from './testing.ts';

const indexed = async (log: TestLog): Promise<number> =>
  Number((await log.query('select size from ledger.indexed'))[0]!.size);

const found = async (ledger: Ledger, tags: number[], options: { before?: number; limit: number }): Promise<number[]> =>
  (await ledger.byTag(tags.map(tagOf), options)).map(({ index }) => index);

describe('the search by tag', () => {
  it('finds what a walk through all leaves finds, newest first, indexed or not', async () => {
    const log = await testLog();
    const ledger = await log.open();
    const random = new SeededRandom(5);
    const owners: number[] = [];
    const check = async (): Promise<void> => {
      for (const wanted of [[0], [1, 2], [3, 4, 5, 6], [99], [0, 0]]) {
        for (const options of [
          { limit: 10 },
          { limit: 1 },
          { limit: 4_096 },
          { before: 1_000, limit: 7 },
          { before: 0, limit: 5 },
          { limit: 0 },
        ]) {
          const expected = [...owners.keys()].filter(
            (i) => wanted.includes(owners[i]!) && i < (options.before ?? Infinity),
          );
          expect(await found(ledger, wanted, options)).toEqual(expected.reverse().slice(0, options.limit));
        }
      }
    };
    for (let round = 0; round < 6; round++) {
      const batch = Array.from({ length: 900 }, () => random.below(12));
      owners.push(...batch);
      await appendAll(ledger, someLeaves(900, round), (i) => tagOf(batch[i]!));
      if (round % 2 === 0) await check();
    }
    await vi.waitFor(async () => expect(await indexed(log)).toBeGreaterThan(4_000), 5_000);
    await check();
    expect((await ledger.verify()).valid).toBe(true);
  });

  it('gives the leaf with the index, at once and after a reopening', async () => {
    const log = await testLog();
    const ledger = await log.open();
    const [first, , third] = await Promise.all([
      ledger.append(Buffer.from('one'), tagOf(1)),
      ledger.append(Buffer.from('untagged')),
      ledger.append(Buffer.from('three'), tagOf(1)),
    ]);
    await ledger.append(Buffer.from('a row without tags'));
    const expected = [
      { index: third, leaf: Buffer.from('three') },
      { index: first, leaf: Buffer.from('one') },
    ];
    expect(await ledger.byTag([tagOf(1)], { limit: 5 })).toEqual(expected);
    await ledger.close();
    const again = await log.open();
    expect(await again.byTag([tagOf(1)], { limit: 5 })).toEqual(expected);
    await vi.waitFor(async () => expect(await indexed(log)).toBe(4), 5_000);
    expect(await again.byTag([tagOf(1)], { limit: 5 })).toEqual(expected);
    expect((await again.verify()).valid).toBe(true);
  });

  it('is right when the index is lost or behind', async () => {
    const log = await testLog();
    const ledger = await log.open();
    await appendAll(ledger, someLeaves(600), (i) => tagOf(i % 3));
    const before = await found(ledger, [1], { limit: 4_000 });
    await ledger.close();
    await log.query('delete from ledger.tag');
    await log.query('update ledger.indexed set size = 0');
    const again = await log.open();
    expect(await found(again, [1], { limit: 4_000 })).toEqual(before);
    await vi.waitFor(async () => expect(await indexed(log)).toBe(600), 5_000);
    expect(await found(again, [1], { limit: 4_000 })).toEqual(before);
    expect((await again.verify()).valid).toBe(true);
  });

  it('sees what other processes appended, and is indexed once by many', async () => {
    const log = await testLog();
    const ledgers = await Promise.all([log.open(), log.open(), log.open()]);
    await Promise.all(ledgers.map((ledger, who) => appendAll(ledger, someLeaves(2_000, who), (i) => tagOf(i % 5))));
    for (const ledger of ledgers) expect(await found(ledger, [2], { limit: 4_000 })).toHaveLength(1_200);
    await Promise.all([log.open(), log.open(), log.open()]);
    await vi.waitFor(async () => expect(await indexed(log)).toBe(6_000), 5_000);
    expect(await ledgers[0]!.verify()).toMatchObject({ valid: true, problems: [] });
  });

  it('refuses what it cannot look for', async () => {
    const ledger = await (await testLog()).open();
    const outOfBounds = { code: 'LEDGER_OUT_OF_BOUNDS' };
    await expect(ledger.byTag([Buffer.alloc(15)], { limit: 1 })).rejects.toMatchObject(outOfBounds);
    await expect(ledger.byTag([tagOf(1)], { limit: -1 })).rejects.toMatchObject(outOfBounds);
    await expect(ledger.byTag([tagOf(1)], { limit: 5_000 })).rejects.toMatchObject(outOfBounds);
    await expect(ledger.byTag([tagOf(1)], { limit: 1, before: -1 })).rejects.toMatchObject(outOfBounds);
    await expect(ledger.byTag(Array(4_097).fill(tagOf(1)), { limit: 1 })).rejects.toMatchObject(outOfBounds);
    expect(await ledger.byTag([], { limit: 1 })).toEqual([]);
  });
});
