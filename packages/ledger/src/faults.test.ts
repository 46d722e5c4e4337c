/** The store fails at any call, before or after it took effect; what was promised holds all the same. */
import { generateKeyPairSync } from 'node:crypto';
import { SeededRandom } from '@kept/base';
import { testDatabase } from '@kept/db/testing';
import { describe, expect, it } from 'vitest';
import { verifyReceipt } from './browser.ts';
import { StoreUnavailable } from './errors.ts';
import { type Ledger, openLedger, openLedgerOn } from './ledger.ts';
import { openPostgres } from './postgres.ts';
import { keySigner } from './signer.ts';
import type { Appender, Reader, Store } from './store.ts';
import { ORIGIN, tagOf, testLog } from './testing.ts';

/** Decides about each call: fail before it, after it, or not at all. */
type Fate = 'before' | 'after' | undefined;
type Dice = (call: string) => Fate;

async function fated<T>(dice: Dice, call: string, work: () => Promise<T>): Promise<T> {
  const fate = dice(call);
  if (fate === 'before') throw new StoreUnavailable(`before ${call}`);
  const result = await work();
  if (fate === 'after') throw new StoreUnavailable(`after ${call}`);
  return result;
}

const faultyReader = (store: Reader, dice: Dice): Reader => ({
  tail: () => fated(dice, 'tail', () => store.tail()),
  bundles: (from, to) => fated(dice, 'bundles', () => store.bundles(from, to)),
  packs: (from, to) => fated(dice, 'packs', () => store.packs(from, to)),
  tileRoots: (level, from, to) => fated(dice, 'tileRoots', () => store.tileRoots(level, from, to)),
  tiles: (level, from, to) => fated(dice, 'tiles', () => store.tiles(level, from, to)),
});

const faultyAppender = (store: Appender, dice: Dice): Appender => ({
  commit: (...args) => fated(dice, 'commit', () => store.commit(...args)),
});

const faultyStore = (store: Store, dice: Dice): Store => ({
  ...faultyReader(store, dice),
  ...faultyAppender(store, dice),
  inTurn: (work) =>
    fated(dice, 'inTurn', () =>
      store.inTurn((session) => work({ ...faultyReader(session, dice), ...faultyAppender(session, dice) })),
    ),
  leaves: (indexes) => fated(dice, 'leaves', () => store.leaves(indexes)),
  byTag: (...args) => fated(dice, 'byTag', () => store.byTag(...args)),
  indexTags: (leaves) => fated(dice, 'indexTags', () => store.indexTags(leaves)),
  snapshot: (work) => store.snapshot(work),
  close: () => store.close(),
});

const origin = ORIGIN;

/** Every promise kept: each acknowledged leaf stands where it was said to stand, and the log verifies. */
async function checkAll(
  url: string,
  signer: ReturnType<typeof keySigner>,
  promised: ReadonlyMap<number, string>,
): Promise<void> {
  const ledger = await openLedger({ url, origin, signer });
  try {
    const entries = await ledger.entries(0, ledger.size);
    for (const [index, name] of promised) expect(entries[index]?.toString(), `leaf ${index}`).toBe(name);
    expect(await ledger.verify()).toMatchObject({ valid: true, problems: [] });
    // Nothing is there twice: a retry recognises what it did before.
    expect(new Set(entries.map(String)).size).toBe(entries.length);
  } finally {
    await ledger.close();
  }
}

async function appendSome(ledger: Ledger, name: string, count: number, promised: Map<number, string>): Promise<number> {
  let failed = 0;
  await Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const leaf = `${name} ${i}`;
      try {
        promised.set(await ledger.append(Buffer.from(leaf), tagOf(i)), leaf);
      } catch (error) {
        expect(error).toMatchObject({ code: 'LEDGER_STORE_UNAVAILABLE' });
        failed++;
      }
    }),
  );
  return failed;
}

describe('a store that fails', () => {
  it('once at one call, for each call and either side of it, loses and doubles nothing', async () => {
    const { url } = await testDatabase('data');
    const signer = keySigner(generateKeyPairSync('ed25519').privateKey);
    const promised = new Map<number, string>();
    const other = await openLedger({ url, origin, signer });
    for (const call of ['commit', 'inTurn', 'tail', 'bundles', 'tileRoots']) {
      for (const fate of ['before', 'after'] as const) {
        for (const nth of [1, 2]) {
          let left = Number.POSITIVE_INFINITY;
          const dice: Dice = (what) => (what === call && --left === 0 ? fate : undefined);
          const ledger = await openLedgerOn(faultyStore(await openPostgres(url), dice), { origin, signer });
          // The other one goes on in between, so that this one has to catch up.
          await appendSome(other, `other ${call} ${fate} ${nth}`, 3, promised);
          left = nth;
          let failed = 0;
          for (let i = 0; i < 3; i++) failed += await appendSome(ledger, `${call} ${fate} ${nth} ${i}`, 4, promised);
          expect(failed, `${call} ${fate}`).toBe(0);
          await ledger.close();
        }
      }
    }
    await other.close();
    await checkAll(url, signer, promised);
  });

  it('again and again, with two processes at work, breaks no promise', async () => {
    const soak = Number(process.env.KEPT_SOAK ?? 0);
    for (let seed = 1; seed <= 2 + Math.ceil(soak / 10); seed++) {
      const random = new SeededRandom(seed);
      const { url } = await testDatabase('data');
      const signer = keySigner(generateKeyPairSync('ed25519').privateKey);
      const promised = new Map<number, string>();
      let calm = true;
      const dice: Dice = () => (calm || random.next() > 0.12 ? undefined : random.next() < 0.5 ? 'before' : 'after');
      const open = async (): Promise<Ledger> =>
        openLedgerOn(faultyStore(await openPostgres(url), dice), { origin, signer });
      const ledgers = [await open(), await open()];
      calm = false;
      await Promise.all(
        ledgers.map(async (ledger, who) => {
          for (let round = 0; round < 30; round++)
            await appendSome(ledger, `${seed} ${who} ${round}`, 1 + random.below(9), promised);
        }),
      );
      calm = true;
      for (const ledger of ledgers) await ledger.close();
      expect(promised.size).toBeGreaterThan(100);
      await checkAll(url, signer, promised);
    }
  });

  it('for good makes every append fail, and the log goes on when it is back', async () => {
    const { url } = await testDatabase('data');
    const signer = keySigner(generateKeyPairSync('ed25519').privateKey);
    const promised = new Map<number, string>();
    let down = false;
    const ledger = await openLedgerOn(
      faultyStore(await openPostgres(url), () => (down ? 'before' : undefined)),
      { origin, signer },
    );
    await appendSome(ledger, 'a', 5, promised);
    down = true;
    expect(await appendSome(ledger, 'b', 5, promised)).toBe(5);
    down = false;
    expect(await appendSome(ledger, 'c', 5, promised)).toBe(0);
    await ledger.close();
    await checkAll(url, signer, promised);
  });
});

describe('a database that', () => {
  it('ends the connections is connected to again', async () => {
    const log = await testLog();
    const ledger = await log.open();
    for (let round = 0; round < 3; round++) {
      await Promise.all(Array.from({ length: 20 }, (_, i) => ledger.append(Buffer.from(`${round} ${i}`), tagOf(i))));
      const pending = Array.from({ length: 20 }, (_, i) => ledger.append(Buffer.from(`${round} during ${i}`)));
      await log.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'kept ledger' and datname = current_database()`,
      );
      await Promise.all(pending);
      expect(
        await ledger.byTag([tagOf(3)], { limit: 9 }).catch(() => ledger.byTag([tagOf(3)], { limit: 9 })),
      ).toHaveLength(round + 1);
    }
    expect(await verifyReceipt(await ledger.proof(60), ledger.publicKey)).toMatchObject({ valid: true });
    expect(await ledger.verify()).toMatchObject({ valid: true, size: 120 });
  });

  it('forgets what it said is not written to', async () => {
    const log = await testLog();
    const ledger = await log.open();
    await ledger.append(Buffer.from('one'));
    await ledger.append(Buffer.from('two'));
    await log.query('delete from ledger.bundle where first = 1');
    await expect(ledger.append(Buffer.from('three'))).rejects.toMatchObject({ code: 'LEDGER_DAMAGED' });
    await log.query('delete from ledger.bundle');
    await expect(ledger.append(Buffer.from('three'))).rejects.toMatchObject({ code: 'LEDGER_DAMAGED' });
    await expect(ledger.checkpoint()).rejects.toMatchObject({ code: 'LEDGER_DAMAGED' });
    expect(await log.query('select first from ledger.bundle')).toEqual([]);
  });
});

it('a signer that fails costs its group, and nothing else', async () => {
  const { url } = await testDatabase('data');
  const real = keySigner(generateKeyPairSync('ed25519').privateKey);
  let works = true;
  const signer = {
    publicKey: real.publicKey,
    sign: async (text: Buffer): Promise<Buffer> => {
      if (!works) throw new StoreUnavailable('the key service is away');
      return real.sign(text);
    },
  };
  const ledger = await openLedger({ url, origin, signer });
  await ledger.append(Buffer.from('a'));
  works = false;
  await expect(ledger.append(Buffer.from('b'))).rejects.toMatchObject({ kind: 'unavailable' });
  works = true;
  expect(await ledger.append(Buffer.from('c'))).toBe(1);
  expect(await ledger.verify()).toMatchObject({ valid: true, size: 2 });
  await ledger.close();
});
