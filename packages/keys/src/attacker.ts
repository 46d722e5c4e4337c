/**
 * For tests: the attacker's side. Carves every sealed node out of raw bytes of database files, logs and backups of any
 * time, and opens all it can, starting from root keys: to the last key that can be had.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { hashOf } from './audit.ts';
import { childOf, levelOf, openNode, placeOf, SEALED_BYTES, Slots } from './node-format.ts';

export interface SealedNode {
  readonly place: number;
  readonly ver: number;
  readonly ct: Buffer;
}

export const filesIn = (at: string): string[] =>
  readdirSync(at, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** The bytes of a file; of a log segment also without its page headers, which cut records in two. */
function* streams(file: string): Generator<Buffer> {
  const bytes = readFileSync(file);
  yield bytes;
  if (!/^[0-9A-F]{24}$/.test(basename(file))) return;
  const pages: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 8192) pages.push(bytes.subarray(at + (at === 0 ? 40 : 24), at + 8192));
  yield Buffer.concat(pages);
}

export function carve(files: readonly string[]): SealedNode[] {
  const found = new Map<string, SealedNode>();
  for (const file of files) {
    for (const bytes of streams(file)) {
      for (let at = bytes.indexOf('KTN1\x01'); at >= 0; at = bytes.indexOf('KTN1\x01', at + 1)) {
        const ct = bytes.subarray(at, at + SEALED_BYTES);
        if (ct.length < SEALED_BYTES) continue;
        const place = placeOf(ct[5]!, ct.readUInt32LE(8));
        found.set(ct.toString('latin1', 0, 60), { place, ver: Number(ct.readBigUInt64LE(12)), ct: Buffer.from(ct) });
      }
    }
  }
  return [...found.values()];
}

/** Hashes of all data keys that can be had from these root keys and these nodes, of whatever age. */
export const attack = (tree: Buffer, nodes: readonly SealedNode[], roots: readonly Buffer[]): Set<string> =>
  new Set(captured(tree, nodes, roots).keys());

/** The same with the keys themselves, by their hashes. */
export function captured(
  tree: Buffer,
  nodes: readonly SealedNode[],
  roots: readonly Buffer[],
): ReadonlyMap<string, Buffer> {
  const byPlace = Map.groupBy(nodes, (node) => node.place);
  const tried = new Set<string>();
  const keys = new Map<string, Buffer>();
  const learn = (place: number, key: Buffer): void => {
    const attempt = `${place} ${key.toString('latin1')}`;
    if (tried.has(attempt)) return;
    tried.add(attempt);
    for (const node of byPlace.get(place) ?? []) {
      const slots = new Slots();
      if (!openNode(key, tree, node.place, node.ver, node.ct, slots)) continue;
      for (const slot of slots.used()) {
        if (levelOf(place) === 0) keys.set(hashOf(slots.key(slot)), Buffer.from(slots.key(slot)));
        else learn(childOf(place, slot), Buffer.from(slots.key(slot)));
      }
    }
  };
  // The attacker does not know how high the tree was when.
  for (const root of roots) for (let level = 1; level < 6; level++) learn(placeOf(level, 0), root);
  return keys;
}

/** The files in which one of these keys lies in the open; of files with the same bytes, the first. */
export function bare(keys: readonly Buffer[], files: readonly string[]): string[] {
  const byStart = Map.groupBy(keys, (key) => key.readUInt32LE(0));
  const starts = new Uint8Array(2 ** 16);
  for (const start of byStart.keys()) starts[start & 0xffff] = 1;
  const seen = new Set<string>();
  return files.filter((file) => {
    const sum = hashOf(readFileSync(file));
    if (seen.has(sum)) return false;
    seen.add(sum);
    return [...streams(file)].some((bytes) => {
      for (let at = 0; at + 32 <= bytes.length; at++) {
        if (starts[bytes[at]! | (bytes[at + 1]! << 8)] === 0) continue;
        const near = byStart.get(bytes.readUInt32LE(at));
        if (near?.some((key) => key.equals(bytes.subarray(at, at + 32)))) return true;
      }
      return false;
    });
  });
}
