/** For the tests of this package: a slow tree to compare with, leaves, and ledgers on a database of their own. */
import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { SeededRandom } from '@kept/base';
import { testDatabase } from '@kept/db/testing';
import { afterEach } from 'vitest';
import { type Ledger, openLedger } from './ledger.ts';
import { keySigner, type Signer } from './signer.ts';
import { ORIGIN } from './testing.child.ts';

export { ORIGIN, tagOf } from './testing.child.ts';

const sha256 = (...parts: Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** MTH of RFC 6962, 2.1, word for word. */
export function naiveRoot(leaves: readonly Uint8Array[]): Buffer {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return sha256(Buffer.of(0), leaves[0]!);
  const k = largestPowerBelow(leaves.length);
  return sha256(Buffer.of(1), naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)));
}

/** PATH of RFC 6962, 2.1.1, word for word. */
export function naivePath(m: number, leaves: readonly Uint8Array[]): Buffer[] {
  if (leaves.length === 1) return [];
  const k = largestPowerBelow(leaves.length);
  return m < k
    ? [...naivePath(m, leaves.slice(0, k)), naiveRoot(leaves.slice(k))]
    : [...naivePath(m - k, leaves.slice(k)), naiveRoot(leaves.slice(0, k))];
}

/** PROOF of RFC 6962, 2.1.2, word for word. */
export const naiveProof = (m: number, leaves: readonly Uint8Array[]): Buffer[] => naiveSubproof(m, leaves, true);

function naiveSubproof(m: number, leaves: readonly Uint8Array[], b: boolean): Buffer[] {
  if (m === leaves.length) return b ? [] : [naiveRoot(leaves)];
  const k = largestPowerBelow(leaves.length);
  return m <= k
    ? [...naiveSubproof(m, leaves.slice(0, k), b), naiveRoot(leaves.slice(k))]
    : [...naiveSubproof(m - k, leaves.slice(k), false), naiveRoot(leaves.slice(0, k))];
}

function largestPowerBelow(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** `count` leaves of up to 40 bytes, the same for the same seed. */
export function someLeaves(count: number, seed = 1): Buffer[] {
  const random = new SeededRandom(seed);
  return Array.from({ length: count }, () => random.fill(Buffer.alloc(random.below(41))));
}

export interface TestLog {
  readonly url: string;
  readonly signer: Signer;
  readonly privateKey: KeyObject;
  readonly query: (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
  /** Opens it once more; closed when the test ends. */
  open(): Promise<Ledger>;
}

const opened: Ledger[] = [];
afterEach(async () => {
  for (const ledger of opened.splice(0)) await ledger.close();
});

/** An empty database with a key for its log. */
export async function testLog(): Promise<TestLog> {
  const { url, pool } = await testDatabase('data');
  const { privateKey } = generateKeyPairSync('ed25519');
  const signer = keySigner(privateKey);
  return {
    url,
    signer,
    privateKey,
    query: async (text, values) => (await pool.query(text, values)).rows,
    open: async () => {
      const ledger = await openLedger({ url, origin: ORIGIN, signer });
      opened.push(ledger);
      return ledger;
    },
  };
}

/** Appends all at once; gives the indexes. */
export const appendAll = (ledger: Ledger, leaves: readonly Buffer[], tag?: (i: number) => Buffer): Promise<number[]> =>
  Promise.all(leaves.map((leaf, i) => ledger.append(leaf, tag?.(i))));
