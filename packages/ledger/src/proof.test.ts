import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HASH_BYTES, leafHash } from './hash.ts';
import { consistencyProof, inclusionProof, type TileReader, verifyConsistency, verifyInclusion } from './proof.ts';
import { naivePath, naiveProof, naiveRoot, someLeaves } from './testing.ts';
import { TILE_WIDTH } from './tile.ts';
import { Tree } from './tree.ts';

/** Enough for two levels of full tiles to be interesting, few enough for the naive tree. */
const MOST = 1_100;
const ALL = someLeaves(MOST);

/** A tree over the first `size` leaves, and a reader of its tiles. */
function treeOf(size: number): { tree: Tree; read: TileReader } {
  const tree = new Tree();
  for (const leaf of ALL.slice(0, size)) tree.appendLeaf(leaf);
  const full = new Map(tree.takeFull().map((tile) => [`${tile.level}/${tile.n}`, tile.hashes]));
  const { edges } = tree.view();
  const read: TileReader = async (level, n, width) => {
    const hashes = full.get(`${level}/${n}`) ?? edges[level]!.hashes;
    return hashes.subarray(0, width * HASH_BYTES);
  };
  return { tree, read };
}

const size = fc.oneof(
  fc.integer({ min: 1, max: 70 }),
  fc.integer({ min: 1, max: MOST }),
  fc.constantFrom(255, 256, 257, 512, 1024),
);
const runs = { numRuns: Number(process.env.KEPT_SOAK ?? 0) || 60, seed: 6962 };

describe('a tree', () => {
  it('has the root that the definition gives, at every size', () => {
    const tree = new Tree();
    for (let n = 0; n <= 300; n++) {
      expect(tree.root().equals(naiveRoot(ALL.slice(0, n))), `size ${n}`).toBe(true);
      tree.appendLeaf(ALL[n]!);
    }
  });

  it('continues from a view as if it had never stopped', () => {
    fc.assert(
      fc.property(size, fc.integer({ min: 0, max: 300 }), (from, more) => {
        const { tree } = treeOf(from);
        const view = tree.view();
        const resumed = new Tree(view);
        const added = someLeaves(more, from);
        for (const leaf of added) {
          tree.appendLeaf(leaf);
          resumed.appendLeaf(leaf);
        }
        expect(resumed.root()).toEqual(tree.root());
        // The view still sees the tree it was taken from.
        expect(new Tree(view).root()).toEqual(treeOf(from).tree.root());
      }),
      runs,
    );
  });

  it('gives each full tile once, with the root over it', () => {
    const { tree } = treeOf(0);
    for (const leaf of ALL) tree.appendLeaf(leaf);
    const tiles = tree.takeFull();
    expect(tiles.map(({ level, n }) => [level, n])).toEqual([0, 1, 2, 3].map((n) => [0, n]));
    for (const { n, hashes, root } of tiles) {
      const leaves = ALL.slice(n * TILE_WIDTH, (n + 1) * TILE_WIDTH);
      expect(hashes).toEqual(Buffer.concat(leaves.map(leafHash)));
      expect(root).toEqual(naiveRoot(leaves));
    }
    expect(tree.takeFull()).toEqual([]);
  });
});

describe('an inclusion proof', () => {
  it('is the one of the definition and holds; with anything changed it does not', async () => {
    await fc.assert(
      fc.asyncProperty(size, fc.nat(), fc.nat(), async (n, pick, where) => {
        const index = pick % n;
        const { tree, read } = treeOf(n);
        const hashes = await inclusionProof(index, n, read);
        const leaf = leafHash(ALL[index]!);
        const root = tree.root();
        expect(hashes).toEqual(naivePath(index, ALL.slice(0, n)));
        expect(verifyInclusion(leaf, index, n, hashes, root)).toBe(true);
        for (const [l, i, s, h, r] of spoiled(leaf, index, n, hashes, root, where)) {
          expect(verifyInclusion(l, i, s, h, r)).toBe(false);
        }
      }),
      runs,
    );
  });

  it('is refused for a leaf outside the tree', async () => {
    const { read } = treeOf(3);
    for (const [index, n] of [
      [3, 3],
      [-1, 3],
      [0.5, 3],
      [0, 0],
      [0, 2 ** 53],
    ]) {
      await expect(inclusionProof(index!, n!, read)).rejects.toMatchObject({ code: 'LEDGER_OUT_OF_BOUNDS' });
    }
  });

  it('of a tree with more than 2^32 leaves is computed without rounding', async () => {
    // A tree of equal leaves: every perfect subtree of a level has the same hash.
    const levels = [leafHash(Buffer.from('x'))];
    const tree = new Tree({ size: 0, edges: [] });
    for (let i = 0; i < 8; i++) tree.appendLeaf(Buffer.from('x'));
    const { nodeHash } = await import('./hash.ts');
    while (levels.length < 54) levels.push(nodeHash(levels.at(-1)!, levels.at(-1)!));
    const read: TileReader = async (level, _n, width) => Buffer.concat(Array(width).fill(levels[8 * level]!));
    const n = 2 ** 40 + 2 ** 33 + 5;
    const root = [40, 33, 2, 0].map((level) => levels[level]!).reduceRight((right, left) => nodeHash(left, right));
    for (const index of [0, 2 ** 32, 2 ** 40 - 1, 2 ** 40, 2 ** 40 + 2 ** 33 + 3, n - 1]) {
      const hashes = await inclusionProof(index, n, read);
      expect(verifyInclusion(levels[0]!, index, n, hashes, root)).toBe(true);
      expect(verifyInclusion(levels[0]!, index, n, hashes.slice(1), root)).toBe(false);
    }
  });
});

describe('a consistency proof', () => {
  it('is the one of the definition and holds; with anything changed it does not', async () => {
    await fc.assert(
      fc.asyncProperty(size, fc.nat(), fc.nat(), async (n, pick, where) => {
        const older = 1 + (pick % n);
        const { tree, read } = treeOf(n);
        const hashes = await consistencyProof(older, n, read);
        const olderRoot = treeOf(older).tree.root();
        const root = tree.root();
        expect(hashes).toEqual(naiveProof(older, ALL.slice(0, n)));
        expect(verifyConsistency(older, n, olderRoot, root, hashes)).toBe(true);
        expect(verifyConsistency(older, n, flip(olderRoot, where), root, hashes)).toBe(false);
        expect(verifyConsistency(older, n, olderRoot, flip(root, where), hashes)).toBe(false);
        expect(verifyConsistency(older, n, olderRoot, root, [...hashes, root])).toBe(false);
        for (const i of hashes.keys()) {
          expect(verifyConsistency(older, n, olderRoot, root, hashes.with(i, flip(hashes[i]!, where)))).toBe(false);
          expect(verifyConsistency(older, n, olderRoot, root, hashes.toSpliced(i, 1))).toBe(false);
        }
        if (older < n) {
          expect(verifyConsistency(older, n, root, olderRoot, hashes)).toBe(false);
          expect(verifyConsistency(n, older, root, olderRoot, hashes)).toBe(false);
        }
      }),
      runs,
    );
  });

  it('is refused for sizes that are none', async () => {
    const { read } = treeOf(3);
    for (const [older, newer] of [
      [0, 3],
      [4, 3],
      [-1, 3],
      [1.5, 3],
    ]) {
      await expect(consistencyProof(older!, newer!, read)).rejects.toMatchObject({ code: 'LEDGER_OUT_OF_BOUNDS' });
      expect(verifyConsistency(older!, newer!, leafHash(ALL[0]!), leafHash(ALL[1]!), [])).toBe(false);
    }
  });
});

type Claim = [leaf: Buffer, index: number, size: number, hashes: Buffer[], root: Buffer];

function spoiled(...[leaf, index, n, hashes, root, where]: [...Claim, where: number]): Claim[] {
  return [
    [flip(leaf, where), index, n, hashes, root],
    [leaf, index, n, hashes, flip(root, where)],
    [leaf, index, n, [...hashes, root], root],
    [leaf, index, n, [leaf, ...hashes], root],
    [leaf, n, n, hashes, root],
    ...hashes.map((hash, i): Claim => [leaf, index, n, hashes.with(i, flip(hash, where)), root]),
    ...hashes.map((_, i): Claim => [leaf, index, n, hashes.toSpliced(i, 1), root]),
    ...(n > 1 ? [[leaf, index ^ 1, n, hashes, root] satisfies Claim] : []),
  ];
}

function flip(bytes: Buffer, where: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[where % copy.length]! ^= 1 << (where % 8);
  return copy;
}
