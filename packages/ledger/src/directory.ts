/** A log as static files, in the layout of C2SP tlog-tiles; and its verification with nothing but them and the key. */
import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openCheckpoint } from './checkpoint.ts';
import { Damaged } from './errors.ts';
import { HASH_BYTES } from './hash.ts';
import { parseVerifierKey, type VerifierKey } from './note.ts';
import { type Position, readLeaves } from './recover.ts';
import { Findings, type Report, untilStopped, type VerifyOptions } from './report.ts';
import type { Reader } from './store.ts';
import { decodeEntries, encodeEntries, TILE_WIDTH, type TileName, tilePath } from './tile.ts';
import { type FullTile, Tree } from './tree.ts';

/** Leaves that are read at once, and between two reports of progress. */
const WINDOW = 16 * TILE_WIDTH;

/**
 * Writes the log up to `end` into `dir`: entry bundles, tiles, and last the checkpoint, so that a reader never sees
 * one that speaks of files to come. Tiles are computed from the leaves and must lead to the signed root; throws
 * LEDGER_DAMAGED otherwise, before the checkpoint is written.
 */
export async function writeDirectory(
  dir: string,
  reader: Pick<Reader, 'packs'>,
  end: Position,
  { onProgress }: VerifyOptions,
): Promise<void> {
  const { size } = end.view;
  const tree = new Tree();
  for (let from = 0; from < size; from += WINDOW) {
    const leaves = await readLeaves(reader, from, Math.min(size, from + WINDOW));
    for (let at = 0; at < leaves.length; at += TILE_WIDTH) {
      const entries = leaves.slice(at, at + TILE_WIDTH);
      for (const leaf of entries) tree.appendLeaf(leaf);
      await write(
        dir,
        { level: 'entries', n: (from + at) / TILE_WIDTH, width: entries.length },
        encodeEntries(entries),
      );
    }
    for (const tile of tree.takeFull()) await write(dir, { ...tile, width: TILE_WIDTH }, tile.hashes);
    onProgress?.({ done: tree.size, size });
  }
  for (const tile of edges(tree)) await write(dir, tile, tile.hashes);
  if (!tree.root().equals(new Tree(end.view).root())) throw new Damaged('the leaves do not lead to the signed root');
  if (end.last) await replace(join(dir, 'checkpoint'), end.last.checkpoint);
}

/** The partial tiles of the tree's right edge. */
function edges(tree: Tree): (TileName & { level: number; hashes: Buffer })[] {
  return tree.view().edges.flatMap(({ hashes, width }, level) => {
    const n = Math.floor(tree.size / TILE_WIDTH ** (level + 1));
    return width === 0 ? [] : [{ level, n, width, hashes: hashes.subarray(0, width * HASH_BYTES) }];
  });
}

async function write(dir: string, name: TileName, bytes: Buffer): Promise<void> {
  const path = join(dir, tilePath(name));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}

async function replace(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(`${path}.new`, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
}

/**
 * Verifies the static files of a log offline: reads every entry, hashes the tree anew, compares every tile, and
 * checks root and size against the signed checkpoint. `publicKey` is the written form `<name>+<id>+<base64>`; it, and
 * nothing in the folder, says whose log this is. Throws LEDGER_MALFORMED for a key that is none; all else is in the
 * report. Memory does not grow with the log. Files beyond those that the checkpoint needs are not looked at.
 */
export async function verifyDirectory(
  dir: string,
  publicKey: string,
  { onProgress }: VerifyOptions = {},
): Promise<Report> {
  const key = parseVerifierKey(publicKey);
  const findings = new Findings();
  const tree = new Tree();
  let size = 0;
  let checkpoints = 0;
  await untilStopped(async () => {
    const checkpoint = await readCheckpoint(dir, key, findings);
    size = checkpoint.size;
    for (let from = 0; from < size; from += TILE_WIDTH) {
      await readEntries(dir, tree, Math.min(TILE_WIDTH, size - from), findings);
      for (const tile of tree.takeFull()) await compare(dir, { ...tile, width: TILE_WIDTH }, tile, findings);
      if (tree.size === size || tree.size % WINDOW === 0) onProgress?.({ done: tree.size, size });
    }
    for (const tile of edges(tree)) await compare(dir, tile, tile, findings);
    if (!tree.root().equals(checkpoint.root))
      findings.end(0, 'the entries are not those that the checkpoint was signed over');
    checkpoints = 1;
  });
  const { problems } = findings;
  return { valid: problems.length === 0, size, root: tree.root().toString('base64'), checkpoints, problems };
}

async function readCheckpoint(
  dir: string,
  key: VerifierKey,
  findings: Findings,
): Promise<ReturnType<typeof openCheckpoint>> {
  const note = await read(join(dir, 'checkpoint'));
  if (!note) return findings.end(0, 'there is no checkpoint');
  try {
    return openCheckpoint(note.toString('utf8'), key);
  } catch {
    return findings.end(0, 'the checkpoint is not signed by this key, or is of another log');
  }
}

async function readEntries(dir: string, tree: Tree, width: number, findings: Findings): Promise<void> {
  const name: TileName = { level: 'entries', n: tree.size / TILE_WIDTH, width };
  const bytes = await readTile(dir, name);
  if (!bytes) return findings.end(tree.size, `${tilePath(name)} is missing`);
  let entries: Buffer[] = [];
  try {
    entries = decodeEntries(bytes).slice(0, width);
  } catch {
    findings.end(tree.size, `${tilePath(name)} cannot be read`);
  }
  if (entries.length !== width) findings.end(tree.size, `${tilePath(name)} has too few entries`);
  for (const entry of entries) tree.appendLeaf(entry);
}

async function compare(
  dir: string,
  name: TileName & { level: number },
  { hashes }: Pick<FullTile, 'hashes'>,
  findings: Findings,
): Promise<void> {
  const stored = await readTile(dir, name);
  if (stored?.subarray(0, hashes.length).equals(hashes)) return;
  findings.add(
    name.n * TILE_WIDTH ** (name.level + 1),
    `${tilePath(name)} is ${stored ? 'not made of the entries' : 'missing'}`,
  );
}

/** A tile, or the full one in its place: a log may drop a partial tile once it is full. */
const readTile = async (dir: string, name: TileName): Promise<Buffer | undefined> =>
  (await read(join(dir, tilePath(name)))) ??
  (name.width < TILE_WIDTH ? read(join(dir, tilePath({ ...name, width: TILE_WIDTH }))) : undefined);

async function read(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
