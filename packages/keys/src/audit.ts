/** For tests: re-reads everything that is stored and re-proves the tree, sharing only the wrap format with the code under test. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { fileKeyring } from './keyring.ts';
import { childOf, levelOf, openNode, ownerLabel, placeOf, Slots } from './node-format.ts';
import { readSlot, SLOT_BYTES } from './root-slots.ts';

export const hashOf = (key: Uint8Array): string => createHash('sha256').update(key).digest('base64url');

interface Stored {
  readonly ver: number;
  readonly free: number;
  readonly frozen: boolean;
  readonly ct: Buffer;
}

/** By id, the hash of every data key that the live root opens. Throws if anything stored is not as it should be. */
export async function audit(pool: pg.Pool, rootDir: string, region: string): Promise<Map<string, string>> {
  const { tree, nodes, entries } = await rowsOf(pool, region);
  assert.equal(tree.pending, null, 'no replacement is pending');
  const root = await rootOf(rootDir, region, tree.id);
  assert.equal(root.version, Number(tree.version), 'root and database agree');

  const keys = new Map<string, { hash: string; label: bigint }>();
  let opened = 0;
  const visit = (place: number, key: Buffer, ver: number): void => {
    const row = nodes.get(place);
    assert.ok(row && row.ver === ver && !row.frozen, `node ${place} is stored at version ${ver}`);
    const slots = new Slots();
    assert.ok(openNode(key, tree.id, place, ver, row.ct, slots), `node ${place} opens`);
    opened++;
    const used = slots.used();
    if (levelOf(place) === 0) assert.equal(row.free, 64 - used.length, 'room is counted right');
    for (const slot of used) {
      const label = slots.label(slot);
      if (levelOf(place) > 0) visit(childOf(place, slot), Buffer.from(slots.key(slot)), Number(label));
      else keys.set(`${place}/${slot}`, { hash: hashOf(slots.key(slot)), label });
    }
    slots.wipe();
  };
  visit(placeOf(tree.height - 1, 0), root.key, root.version);
  assert.equal(opened, nodes.size, 'every node hangs in the tree');

  const found = new Map<string, string>();
  for (const entry of entries) {
    assert.equal(entry.erasing, null, 'no erasure is unfinished');
    const held = keys.get(`${Number(entry.leaf)}/${entry.slot}`);
    assert.equal(held?.label, ownerLabel(tree.id, entry.id), "the slot is its owner's");
    found.set(entry.id, held?.hash ?? '');
  }
  assert.equal(found.size, keys.size, 'every slot in use has an entry');
  return found;
}

async function rowsOf(pool: pg.Pool, region: string) {
  const [tree] = (await pool.query('select * from keys.tree where region = $1', [region])).rows;
  const { rows } = await pool.query('select place, ver, free, frozen, ct from keys.node where tree = $1', [tree.tree]);
  const nodes = new Map<number, Stored>(rows.map((row) => [Number(row.place), { ...row, ver: Number(row.ver) }]));
  assert.equal(nodes.size, rows.length, 'one version of each node');
  const entries = (await pool.query('select * from keys.entry where tree = $1', [tree.tree])).rows;
  return { tree, nodes, entries };
}

async function rootOf(rootDir: string, region: string, tree: Buffer): Promise<{ key: Buffer; version: number }> {
  const provider = fileKeyring({ dir: rootDir });
  try {
    const store = await provider.open(region, tree);
    assert.ok(store, 'the keyring holds the root');
    const { live, staged } = await store.read();
    assert.equal(staged, null, 'no root is staged');
    const file = readFileSync(join(rootDir, `${region}.root`));
    const bodies = [0, 1].map((at) => readSlot(file.subarray(at * SLOT_BYTES, (at + 1) * SLOT_BYTES), at)?.body.length);
    assert.equal(bodies.filter(Boolean).length, 1, 'the other slot of the root file is empty');
    return { key: Buffer.from(live.key), version: live.version };
  } finally {
    provider.close();
  }
}
