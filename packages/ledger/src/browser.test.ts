import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Receipt, verifyReceipt } from './browser.ts';
import { signCheckpoint } from './checkpoint.ts';
import { leafHash } from './hash.ts';
import { verifierKey } from './note.ts';
import { inclusionProof } from './proof.ts';
import { fileSigner } from './signer.ts';
import { someLeaves } from './testing.ts';
import { Tree } from './tree.ts';

const LEAVES = someLeaves(100);
const dir = await mkdtemp(join(tmpdir(), 'kept-browser-'));
const signer = await fileSigner(join(dir, 'key.pem'));
await rm(dir, { recursive: true });
const key = verifierKey('kept/eu', signer.publicKey);

async function receiptFor(index: number, size: number): Promise<Receipt> {
  const tree = new Tree();
  for (const leaf of LEAVES.slice(0, size)) tree.appendLeaf(leaf);
  const hashes = await inclusionProof(index, size, async () => Buffer.concat(LEAVES.map(leafHash)));
  return {
    leaf: LEAVES[index]!.toString('base64'),
    index,
    size,
    hashes: hashes.map((hash) => hash.toString('base64')),
    checkpoint: await signCheckpoint(size, tree.root(), key, signer),
  };
}

describe('a receipt, checked as the browser does', () => {
  it('is valid for every leaf of every small tree', async () => {
    for (let size = 1; size <= 20; size++) {
      for (let index = 0; index < size; index++) {
        const check = await verifyReceipt(await receiptFor(index, size), key.text);
        expect(check).toMatchObject({ valid: true, origin: 'kept/eu', size });
        expect(check.valid && Buffer.from(check.leaf)).toEqual(LEAVES[index]);
      }
    }
  });

  it('is not valid with anything changed', async () => {
    const good = await receiptFor(37, 100);
    const other = await receiptFor(37, 99);
    const bad: [Partial<Record<keyof Receipt, unknown>>, string][] = [
      [{ leaf: LEAVES[38]!.toString('base64') }, 'inclusion'],
      [{ index: 38 }, 'inclusion'],
      [{ index: 100 }, 'inclusion'],
      [{ index: -1 }, 'inclusion'],
      [{ index: '37' }, 'inclusion'],
      [{ size: 99 }, 'inclusion'],
      [{ size: '100' }, 'inclusion'],
      [{ hashes: good.hashes.slice(1) }, 'inclusion'],
      [{ hashes: [...good.hashes, good.hashes[0]!] }, 'inclusion'],
      [{ hashes: good.hashes.with(2, 'AAAA') }, 'inclusion'],
      [{ hashes: undefined }, 'malformed'],
      [{ hashes: good.hashes.with(2, '%') }, 'malformed'],
      [{ leaf: '%' }, 'malformed'],
      [{ checkpoint: '' }, 'malformed'],
      [{ checkpoint: other.checkpoint }, 'inclusion'],
      [{ checkpoint: good.checkpoint.replace('\n100\n', '\n101\n') }, 'signature'],
    ];
    for (const [change, fault] of bad) {
      expect(await verifyReceipt({ ...good, ...change } as Receipt, key.text), JSON.stringify(change)).toEqual({
        valid: false,
        fault,
      });
    }
  });

  it('is not valid under another key, or under no key', async () => {
    const good = await receiptFor(3, 8);
    const stranger = verifierKey('kept/eu', Buffer.from(signer.publicKey).fill(9, 0, 1));
    expect(await verifyReceipt(good, stranger.text)).toEqual({ valid: false, fault: 'signature' });
    expect(await verifyReceipt(good, verifierKey('kept/cn', signer.publicKey).text)).toEqual({
      valid: false,
      fault: 'signature',
    });
    for (const text of ['', 'kept/eu', key.text.replace(/\+[0-9a-f]{8}\+/, '+00000000+')]) {
      expect(await verifyReceipt(good, text)).toEqual({ valid: false, fault: 'malformed' });
    }
    expect(await verifyReceipt(null as unknown as Receipt, key.text)).toEqual({ valid: false, fault: 'malformed' });
  });

  it('needs nothing that a browser lacks', () => {
    const seen = new Set<string>();
    const follow = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      const source = readFileSync(new URL(file, import.meta.url), 'utf8');
      expect(source).not.toMatch(/\b(Buffer|process|require|__dirname)\b/);
      for (const [, target] of source.matchAll(/from '([^']+)'/g)) {
        expect(target).toMatch(/^\.\//);
        follow(target!);
      }
    };
    follow('./browser.ts');
    expect([...seen].sort()).toEqual(['./browser.ts', './notetext.ts']);
  });
});
