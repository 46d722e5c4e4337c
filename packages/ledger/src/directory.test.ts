import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyDirectory } from './directory.ts';
import { openLedger } from './ledger.ts';
import { verifierKey } from './note.ts';
import { appendAll, naiveRoot, ORIGIN, someLeaves, testLog } from './testing.ts';

const LEAVES = someLeaves(5_000);
let dir: string;
let key: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kept-export-'));
  const log = await testLog();
  const ledger = await openLedger({ url: log.url, origin: ORIGIN, signer: log.signer });
  key = ledger.publicKey;
  await appendAll(ledger, LEAVES.slice(0, 300));
  await ledger.exportTiles(join(dir, 'log'));
  await appendAll(ledger, LEAVES.slice(300));
  // Into the same folder: the log grew.
  expect(await ledger.exportTiles(join(dir, 'log'))).toEqual({ size: 5_000 });
  await ledger.close();
});
afterAll(() => rm(dir, { recursive: true }));

let copies = 0;
/** A copy of the export, so that a test may spoil it. */
async function copy(): Promise<string> {
  const to = join(dir, `copy-${copies++}`);
  await cp(join(dir, 'log'), to, { recursive: true });
  return to;
}

describe('an exported log', () => {
  it('verifies with nothing but its files and the key', async () => {
    const progress: number[] = [];
    const report = await verifyDirectory(join(dir, 'log'), key, { onProgress: ({ done }) => progress.push(done) });
    expect(report).toEqual({
      valid: true,
      size: 5_000,
      root: naiveRoot(LEAVES).toString('base64'),
      checkpoints: 1,
      problems: [],
    });
    expect(progress.at(-1)).toBe(5_000);
  });

  it.each([
    'tile/entries/000',
    'tile/entries/019.p/136',
    'tile/0/000',
    'tile/0/018',
    'tile/0/019.p/136',
    'tile/1/000.p/19',
    'checkpoint',
  ])('with a bit changed in %s, or without it, does not', async (path) => {
    const spoiled = await copy();
    const bytes = await readFile(join(spoiled, path));
    bytes[Math.floor(bytes.length / 2)]! ^= 4;
    await writeFile(join(spoiled, path), bytes);
    expect(await verifyDirectory(spoiled, key)).toMatchObject({ valid: false });
    await writeFile(join(spoiled, path), bytes.subarray(0, bytes.length / 2));
    expect(await verifyDirectory(spoiled, key)).toMatchObject({ valid: false });
    await rm(join(spoiled, path));
    expect(await verifyDirectory(spoiled, key)).toMatchObject({ valid: false });
  });

  it('does not under the key or the name of another log', async () => {
    const stranger = (await testLog()).signer;
    for (const other of [verifierKey(ORIGIN, stranger.publicKey), verifierKey('kept/cn', stranger.publicKey)]) {
      expect(await verifyDirectory(join(dir, 'log'), other.text)).toMatchObject({
        valid: false,
        problems: [{ at: 0 }],
      });
    }
    await expect(verifyDirectory(join(dir, 'log'), 'no key')).rejects.toMatchObject({ code: 'LEDGER_MALFORMED' });
    expect(await verifyDirectory(join(dir, 'nowhere'), key)).toMatchObject({ valid: false });
  });

  it('may serve full tiles where partial ones were', async () => {
    const trimmed = await copy();
    await rm(join(trimmed, 'tile/0/001.p'), { recursive: true });
    await rm(join(trimmed, 'tile/entries/001.p'), { recursive: true });
    expect(await verifyDirectory(trimmed, key)).toMatchObject({ valid: true });
  });
});
