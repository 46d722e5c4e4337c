/** Appending in memory: a tree grows by groups of a thousand leaves, each with a signed checkpoint. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { appendGroup, keySigner, openCheckpoint, signCheckpoint, Tree, verifierKey } from '@kept/ledger';
import { MerkleTree } from 'merkletreejs';

export const LEAF_BYTES = 200;
export const GROUP = 1_000;

const leaves = Array.from({ length: GROUP }, () => randomBytes(LEAF_BYTES));
const { privateKey } = generateKeyPairSync('ed25519');
const signer = keySigner(privateKey);
const key = verifierKey('bench/log', signer.publicKey);

const sha256 = (...parts: Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** What a tree answers for `groups` groups: its root, base64. */
export type Contender = (groups: number) => Promise<string>;

/** Tree, tiles, encoded entries, and a note of C2SP for each group. */
export const kept: Contender = async (groups) => {
  const tree = new Tree();
  let note = '';
  for (let group = 0; group < groups; group++) {
    appendGroup(tree, leaves);
    tree.takeFull();
    note = await signCheckpoint(tree.size, tree.root(), key, signer);
  }
  return openCheckpoint(note, key).root.toString('base64');
};

/** The tree as one would write it: a stack of subtree roots, `createHash` for every node; the same signature. */
export const naive: Contender = async (groups) => {
  const [leafPrefix, nodePrefix] = [Buffer.of(0), Buffer.of(1)];
  const stack: Buffer[] = [];
  let size = 0;
  let root = Buffer.alloc(0);
  for (let group = 0; group < groups; group++) {
    for (const leaf of leaves) {
      let hash = sha256(leafPrefix, leaf);
      for (let n = size++; n % 2 === 1; n = (n - 1) / 2) hash = sha256(nodePrefix, stack.pop()!, hash);
      stack.push(hash);
    }
    root = Buffer.from(stack.toReversed().reduce((right, left) => sha256(nodePrefix, left, right)));
    sign(null, Buffer.from(`bench/log\n${size}\n${root.toString('base64')}\n`), privateKey);
  }
  return root.toString('base64');
};

/** merkletreejs hashes leaves and nodes without prefixes and pads in its own way, so its root is another. */
export const merkletreejs: Contender = async (groups) => {
  const tree = new MerkleTree([], (bytes: Buffer) => sha256(bytes), { hashLeaves: true });
  for (let group = 0; group < groups; group++) {
    tree.addLeaves(leaves, true);
    const root = tree.getRoot();
    sign(null, root, privateKey);
  }
  return tree.getRoot().toString('base64');
};
