/**
 * Verification of a whole stored log: every byte of every column is read again and follows from the leaves, or from
 * the keys. Memory does not grow with the log.
 */
import type { KeyObject } from 'node:crypto';
import { KeptError } from '@kept/base';
import { type Checkpoint, openCheckpoint } from './checkpoint.ts';
import type { VerifierKey } from './note.ts';
import { Findings, type Report, untilStopped, type VerifyOptions } from './report.ts';
import { isSealed } from './seal.ts';
import type { Bundle, SnapshotReader } from './store.ts';
import { TagComparison } from './tag-audit.ts';
import { decodeEntries, TILE_WIDTH } from './tile.ts';
import { type FullTile, Tree } from './tree.ts';

/** Leaves that are read at once. */
const WINDOW = 4_096;

export interface AuditKeys {
  readonly key: VerifierKey;
  readonly sealKey: KeyObject;
}

export interface AuditOptions extends VerifyOptions {
  /**
   * Checkpoints of this log that were kept elsewhere. Each must be of a tree that is a prefix of the log: this is how
   * a log that was cut back, or written anew with the right key, is found out.
   */
  readonly known?: readonly string[];
}

/** Checks everything in the snapshot; see `Ledger.verify`. */
export async function audit(
  reader: SnapshotReader,
  keys: AuditKeys,
  { onProgress, known = [] }: AuditOptions,
): Promise<Report> {
  const findings = new Findings();
  const run = new Audit(reader, keys, findings);
  const tail = await reader.tail();
  const size = tail ? tail.first + tail.count : 0;
  await untilStopped(async () => {
    run.expect(known);
    for (let from = 0; from < size; from += WINDOW) {
      await run.window(from, Math.min(size, from + WINDOW));
      onProgress?.({ done: Math.min(run.size, size), size });
    }
    await run.end(size);
  });
  const { problems } = findings;
  return {
    valid: problems.length === 0,
    size,
    root: run.root().toString('base64'),
    checkpoints: run.checkpoints,
    problems,
  };
}

class Audit {
  readonly #reader: SnapshotReader;
  readonly #keys: AuditKeys;
  readonly #findings: Findings;
  readonly #tree = new Tree();
  readonly #tags: TagComparison;
  #known: Checkpoint[] = [];
  #tiles = 0;
  checkpoints = 0;

  constructor(reader: SnapshotReader, keys: AuditKeys, findings: Findings) {
    this.#reader = reader;
    this.#keys = keys;
    this.#findings = findings;
    this.#tags = new TagComparison(reader, findings);
  }

  get size(): number {
    return this.#tree.size;
  }

  root(): Buffer {
    return this.#tree.root();
  }

  expect(notes: readonly string[]): void {
    for (const note of notes) {
      const checkpoint = this.#open(note);
      if (checkpoint) this.#known.push(checkpoint);
      else this.#findings.add(0, 'a checkpoint kept elsewhere is not of this log');
    }
    this.#known.sort((a, b) => a.size - b.size);
  }

  /** Bundles that begin in [from, to). */
  async window(from: number, to: number): Promise<void> {
    const bundles = (await this.#reader.bundles(from, to)).filter(({ first }) => first >= from);
    for (const bundle of bundles) {
      this.#leaves(bundle);
      this.#checkpoint(bundle);
      if (!isSealed(this.#keys.sealKey, bundle))
        this.#findings.add(bundle.first, 'the tags of a row are not what was sealed');
      await this.#tags.follow(bundle);
    }
    if (this.size < to) this.#findings.end(this.size, 'rows are missing');
    await this.#compareTiles(this.#tree.takeFull());
  }

  async end(size: number): Promise<void> {
    for (const { size: at } of this.#known) this.#findings.add(at, 'a checkpoint kept elsewhere is of a longer log');
    if ((await this.#reader.tileCount()) !== this.#tiles)
      this.#findings.add(0, 'there are tiles that no leaves stand behind');
    await this.#tags.end(size);
  }

  #leaves(bundle: Bundle): void {
    const { first, count } = bundle;
    if (first !== this.size)
      this.#findings.end(this.size, `a row begins at ${first} where the one before ends at ${this.size}`);
    let leaves: Buffer[];
    try {
      leaves = decodeEntries(bundle.leaves);
    } catch {
      this.#findings.end(first, 'the leaves of a row cannot be told apart');
    }
    if (leaves.length !== count) this.#findings.end(first, 'a row has another number of leaves than it says');
    if (bundle.tags && bundle.tags.length !== count)
      this.#findings.end(first, 'a row has another number of tags than of leaves');
    for (const leaf of leaves) {
      this.#tree.appendLeaf(leaf);
      this.#passKnown();
    }
  }

  #passKnown(): void {
    while (this.#known[0] && this.#known[0].size <= this.size) {
      const { size, root } = this.#known.shift()!;
      // Of the empty tree every log is a continuation.
      if (size > 0 && !root.equals(this.root()))
        this.#findings.add(0, `before leaf ${size} the log is not what a checkpoint kept elsewhere says`);
    }
  }

  #checkpoint({ first, checkpoint }: Bundle): void {
    const opened = this.#open(checkpoint);
    if (!opened || !isOnlySignature(checkpoint)) {
      this.#findings.add(first, 'a checkpoint is not signed by the key of this log');
      return;
    }
    if (opened.size !== this.size || !opened.root.equals(this.root())) {
      this.#findings.end(first, 'the leaves are not those that the checkpoint was signed over');
    }
    this.checkpoints++;
  }

  #open(note: string): Checkpoint | undefined {
    try {
      return openCheckpoint(note, this.#keys.key);
    } catch (error) {
      if (error instanceof KeptError) return undefined;
      throw error;
    }
  }

  async #compareTiles(expected: readonly FullTile[]): Promise<void> {
    for (const tiles of byLevel(expected)) {
      const { level, n } = tiles[0]!;
      const stored = new Map((await this.#reader.tiles(level, n, n + tiles.length)).map((tile) => [tile.n, tile]));
      for (const tile of tiles) {
        const found = stored.get(tile.n);
        if (found?.hashes.equals(tile.hashes) && found.root.equals(tile.root)) continue;
        this.#findings.add(tile.n * TILE_WIDTH ** (level + 1), `tile ${level}/${tile.n} is not made of the leaves`);
      }
      this.#tiles += tiles.length;
    }
  }
}

/** Whether a note has one signature and nothing after it: a stored checkpoint has no room for more. */
const isOnlySignature = (note: string): boolean => note.split('\n').length === 6;

/** Tiles of one window, by level; within a level they follow one another. */
function byLevel(tiles: readonly FullTile[]): FullTile[][] {
  const levels: FullTile[][] = [];
  for (const tile of tiles) {
    levels[tile.level] ??= [];
    levels[tile.level]!.push(tile);
  }
  return levels.filter((level) => level !== undefined);
}
