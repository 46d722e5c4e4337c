/** The proofs and checkpoints made here are accepted by somebody else's verifier: the one of Sigstore. */

import type { KeyObject } from 'node:crypto';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { leafHash } from './hash.ts';
import { parseVerifierKey } from './note.ts';
import { ORIGIN, someLeaves, testLog } from './testing.ts';

interface Checkpoint {
  readonly logHash: Buffer;
  readonly logSize: bigint;
}
interface Entry {
  readonly canonicalizedBody: Buffer;
  readonly inclusionProof: { logIndex: string; hashes: Buffer[]; checkpoint: { envelope: string } };
}

// Its index verifies whole bundles only; these are the parts that check a transparency log.
const require = createRequire(import.meta.url);
const { verifyCheckpoint } = require('@sigstore/verify/dist/tlog/checkpoint.js') as {
  verifyCheckpoint(entry: Entry, logs: { logID: Buffer; baseURL: string; publicKey: KeyObject }[]): Checkpoint;
};
const { verifyMerkleInclusion } = require('@sigstore/verify/dist/tlog/merkle.js') as {
  verifyMerkleInclusion(entry: Entry, checkpoint: Checkpoint): void;
};

it('Sigstore accepts receipts, and refuses them with a bit changed', async () => {
  const ledger = await (await testLog()).open();
  const leaves = someLeaves(300);
  for (const leaf of leaves.slice(0, 3)) await ledger.append(leaf);
  await Promise.all(leaves.slice(3).map((leaf) => ledger.append(leaf)));
  const { id, object } = parseVerifierKey(ledger.publicKey);
  const logs = [{ logID: id, baseURL: ORIGIN, publicKey: object }];
  for (const index of [0, 1, 2, 3, 127, 128, 255, 256, 298, 299]) {
    const { leaf, hashes, checkpoint } = await ledger.proof(index);
    const entry: Entry = {
      canonicalizedBody: Buffer.from(leaf, 'base64'),
      inclusionProof: {
        logIndex: String(index),
        hashes: hashes.map((hash) => Buffer.from(hash, 'base64')),
        checkpoint: { envelope: checkpoint },
      },
    };
    verifyMerkleInclusion(entry, verifyCheckpoint(entry, logs));
    entry.inclusionProof.hashes[0]![0]! ^= 1;
    expect(() => verifyMerkleInclusion(entry, verifyCheckpoint(entry, logs))).toThrow();
    expect(leafHash(entry.canonicalizedBody)).toEqual(leafHash(leaves[index]!));
  }
});
