import { describe, expect, it } from 'vitest';
import { verifyReceipt } from './browser.ts';
import { openCheckpoint } from './checkpoint.ts';
import { leafHash } from './hash.ts';
import { openLedger } from './ledger.ts';
import { parseVerifierKey, verifierKey } from './note.ts';
import { verifyConsistency, verifyInclusion } from './proof.ts';
import { appendAll, naiveRoot, ORIGIN, someLeaves, tagOf, testLog } from './testing.ts';
import { decodeEntries } from './tile.ts';

const outOfBounds = expect.objectContaining({ code: 'LEDGER_OUT_OF_BOUNDS' });

describe('a ledger', () => {
  it('gives leaves their places in the order they came, and keeps them', async () => {
    const log = await testLog();
    const ledger = await log.open();
    expect(await ledger.checkpoint()).toBeUndefined();
    expect(await ledger.entries(0, 0)).toEqual([]);
    const leaves = someLeaves(700);
    expect(await appendAll(ledger, leaves.slice(0, 300))).toEqual(Array.from({ length: 300 }, (_, i) => i));
    for (const [i, leaf] of leaves.slice(300, 320).entries()) expect(await ledger.append(leaf)).toBe(300 + i);
    await appendAll(ledger, leaves.slice(320));
    await ledger.close();

    const again = await log.open();
    expect(again.size).toBe(700);
    expect(await again.entries(0, 700)).toEqual(leaves);
    expect(await again.entries(299, 321)).toEqual(leaves.slice(299, 321));
    const { size, root } = openCheckpoint((await again.checkpoint())!, parseVerifierKey(again.publicKey));
    expect([size, root]).toEqual([700, naiveRoot(leaves)]);
    expect(await again.verify()).toMatchObject({ valid: true, size: 700, root: root.toString('base64'), problems: [] });
  });

  it('is as good after a reopening at any size as without', async () => {
    const log = await testLog();
    const leaves = someLeaves(1_200);
    let size = 0;
    for (const step of [1, 1, 100, 153, 1, 1, 255, 1, 511]) {
      const ledger = await log.open();
      expect(ledger.size).toBe(size);
      await appendAll(ledger, leaves.slice(size, size + step));
      size += step;
      await ledger.close();
    }
    const ledger = await log.open();
    expect((await ledger.verify()).valid).toBe(true);
    expect(openCheckpoint((await ledger.checkpoint())!, parseVerifierKey(ledger.publicKey)).root).toEqual(
      naiveRoot(leaves.slice(0, size)),
    );
  });

  it('takes leaves and tags of the lengths it says, and no other', async () => {
    const ledger = await (await testLog()).open();
    expect(await ledger.append(Buffer.alloc(0))).toBe(0);
    expect(await ledger.append(new Uint8Array(65_535).fill(3))).toBe(1);
    await expect(ledger.append(Buffer.alloc(65_536))).rejects.toEqual(outOfBounds);
    await expect(ledger.append(Buffer.alloc(1), Buffer.alloc(15))).rejects.toEqual(outOfBounds);
    expect((await ledger.entries(0, 2)).map((leaf) => leaf.length)).toEqual([0, 65_535]);
    expect((await ledger.verify()).valid).toBe(true);
    for (const [from, to] of [
      [0, 3],
      [-1, 1],
      [1, 0],
      [0, 0.5],
    ]) {
      await expect(ledger.entries(from!, to!)).rejects.toEqual(outOfBounds);
    }
  });

  it('splits a crowd into several rows', async () => {
    const log = await testLog();
    const ledger = await log.open();
    await appendAll(ledger, someLeaves(2_500));
    const big = Array.from({ length: 100 }, (_, i) => Buffer.alloc(60_000, i));
    await appendAll(ledger, big);
    const rows = (await log.query('select count from ledger.bundle order by first')).map(({ count }) => count);
    expect(rows.slice(0, 3)).toEqual([1_024, 1_024, 452]);
    expect(rows.length).toBe(5);
    expect((await ledger.verify()).valid).toBe(true);
  });

  it('finishes what it took before it closes, and takes no more', async () => {
    const log = await testLog();
    const ledger = await log.open();
    const pending = appendAll(ledger, someLeaves(50));
    const closing = ledger.close();
    await expect(ledger.append(Buffer.alloc(1))).rejects.toMatchObject({ code: 'LEDGER_CLOSED' });
    await closing;
    expect((await pending).at(-1)).toBe(49);
    for (const call of [
      () => ledger.checkpoint(),
      () => ledger.verify(),
      () => ledger.proof(0),
      () => ledger.byTag([], { limit: 1 }),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: 'LEDGER_CLOSED' });
    }
    await ledger.close();
  });

  it('does not open a log of another key or another origin', async () => {
    const log = await testLog();
    await (await log.open()).append(Buffer.from('leaf'));
    const stranger = (await testLog()).signer;
    const other = { code: 'LEDGER_OTHER_LOG', kind: 'misuse' };
    await expect(openLedger({ url: log.url, origin: ORIGIN, signer: stranger })).rejects.toMatchObject(other);
    await expect(openLedger({ url: log.url, origin: 'kept/cn', signer: log.signer })).rejects.toMatchObject(other);
    await expect(openLedger({ url: log.url, origin: 'a b', signer: log.signer })).rejects.toMatchObject({
      code: 'LEDGER_MALFORMED',
    });
    const nowhere = log.url.replace(/:\d+\//, ':1/');
    await expect(openLedger({ url: nowhere, origin: ORIGIN, signer: log.signer })).rejects.toMatchObject({
      code: 'LEDGER_STORE_UNAVAILABLE',
      kind: 'unavailable',
    });
  });
});

describe('proofs from a ledger', () => {
  it('hold, for its own sizes and for those of before', async () => {
    const ledger = await (await testLog()).open();
    const leaves = someLeaves(900);
    const sizes: number[] = [];
    for (let from = 0; from < 900; from += 75) {
      await appendAll(ledger, leaves.slice(from, from + 75));
      sizes.push(ledger.size);
    }
    for (const size of sizes) {
      const root = naiveRoot(leaves.slice(0, size));
      for (const index of [0, 74, size - 1].filter((i) => i < size)) {
        expect(verifyInclusion(leafHash(leaves[index]!), index, size, await ledger.inclusion(index, size), root)).toBe(
          true,
        );
      }
      const hashes = await ledger.consistency(size, 900);
      expect(verifyConsistency(size, 900, root, naiveRoot(leaves), hashes)).toBe(true);
    }
    await expect(ledger.inclusion(0, 901)).rejects.toEqual(outOfBounds);
    await expect(ledger.inclusion(5, 5)).rejects.toEqual(outOfBounds);
    await expect(ledger.consistency(0, 5)).rejects.toEqual(outOfBounds);
  });

  it('make receipts that a browser accepts', async () => {
    const ledger = await (await testLog()).open();
    const leaves = someLeaves(400);
    await appendAll(ledger, leaves.slice(0, 300));
    await appendAll(ledger, leaves.slice(300));
    for (const index of [0, 17, 255, 256, 299, 300, 399]) {
      const receipt = await ledger.proof(index);
      expect(await verifyReceipt(receipt, ledger.publicKey)).toMatchObject({ valid: true, size: 400 });
      expect(receipt.leaf).toBe(leaves[index]!.toString('base64'));
    }
    expect(await verifyReceipt(await ledger.proof(12, { size: 300 }), ledger.publicKey)).toMatchObject({ size: 300 });
    for (const [index, size] of [
      [12, 200],
      [300, 300],
      [400, undefined],
      [-1, undefined],
      [0, 0],
    ]) {
      await expect(ledger.proof(index!, size === undefined ? {} : { size })).rejects.toEqual(outOfBounds);
    }
  });

  it('come as static files too', async () => {
    const ledger = await (await testLog()).open();
    const leaves = someLeaves(300);
    expect(await ledger.file('checkpoint')).toBeUndefined();
    await appendAll(ledger, leaves);
    expect((await ledger.file('checkpoint'))?.toString()).toBe(await ledger.checkpoint());
    expect(await ledger.file('tile/0/000')).toEqual(Buffer.concat(leaves.slice(0, 256).map(leafHash)));
    expect(await ledger.file('tile/0/001.p/44')).toEqual(Buffer.concat(leaves.slice(256).map(leafHash)));
    expect(await ledger.file('tile/0/000.p/3')).toEqual(Buffer.concat(leaves.slice(0, 3).map(leafHash)));
    expect(await ledger.file('tile/1/000.p/1')).toEqual(naiveRoot(leaves.slice(0, 256)));
    expect(decodeEntries((await ledger.file('tile/entries/001.p/44'))!)).toEqual(leaves.slice(256));
    expect(decodeEntries((await ledger.file('tile/entries/000'))!)).toEqual(leaves.slice(0, 256));
    for (const path of [
      'tile/0/001',
      'tile/0/001.p/45',
      'tile/1/000',
      'tile/2/000.p/1',
      'tile/9/000.p/1',
      'tile/entries/001',
      '',
      'x',
    ]) {
      expect(await ledger.file(path), path).toBeUndefined();
    }
  });
});

describe('several processes with one log', () => {
  it('append side by side without forking it, and see one another', async () => {
    const log = await testLog();
    const ledgers = await Promise.all([log.open(), log.open(), log.open()]);
    const places = await Promise.all(
      ledgers.map(async (ledger, who) => {
        const mine: [number, string][] = [];
        for (let round = 0; round < 25; round++) {
          const names = Array.from({ length: 1 + ((round * 7 + who) % 9) }, (_, i) => `${who} ${round} ${i}`);
          const indexes = await Promise.all(names.map((name) => ledger.append(Buffer.from(name), tagOf(who))));
          for (const [i, name] of names.entries()) mine.push([indexes[i]!, name]);
        }
        return mine;
      }),
    );
    const all = new Map(places.flat());
    expect(all.size).toBe(places.flat().length);
    for (const ledger of ledgers) {
      await ledger.checkpoint();
      expect(ledger.size).toBe(all.size);
      const entries = await ledger.entries(0, all.size);
      for (const [index, name] of all) expect(entries[index]?.toString()).toBe(name);
      expect(await verifyReceipt(await ledger.proof(all.size - 1), ledger.publicKey)).toMatchObject({ valid: true });
    }
    expect(await ledgers[0]!.verify()).toMatchObject({ valid: true, size: all.size });
  });

  it('one that was far behind goes on from the tiles', async () => {
    const log = await testLog();
    const [ahead, behind] = await Promise.all([log.open(), log.open()]);
    await behind.append(Buffer.from('first'));
    for (let i = 0; i < 9; i++) await appendAll(ahead, someLeaves(1_000, i));
    expect(await behind.append(Buffer.from('last'))).toBe(9_001);
    expect(await ahead.append(Buffer.from('behind it'))).toBe(9_002);
    expect(await behind.verify()).toMatchObject({ valid: true, size: 9_003 });
  });

  it('none gets the turn for itself alone', async () => {
    const log = await testLog();
    const ledgers = await Promise.all([log.open(), log.open()]);
    const done = [0, 0];
    let running = true;
    const loops = ledgers.map(async (ledger, who) => {
      while (running) {
        await ledger.append(Buffer.from('x'));
        done[who]!++;
        if (done[0]! + done[1]! >= 100) running = false;
      }
    });
    await Promise.all(loops);
    expect(Math.min(...done)).toBeGreaterThan(20);
  });
});

it('a key in memory and its verifier key belong together', async () => {
  const log = await testLog();
  const ledger = await log.open();
  expect(ledger.publicKey).toBe(verifierKey(ORIGIN, log.signer.publicKey).text);
});
