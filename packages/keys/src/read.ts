/** Bringing keys into the cache, from the rows and from the root down. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Context, free } from './context.ts';
import { NodeAltered, NoKey } from './errors.ts';
import { childOf, levelOf, ownerLabel, parentOf } from './node-format.ts';
import { settle } from './replace.ts';
import { opened, type Row } from './rewrap.ts';
import { type Entry, sql } from './statements.ts';

/** Ids in one load. INVARIANT: all the node keys that they need fit into the cache at once (`NODES_MAX`). */
export const LOAD_MAX = 500;
const STALE_TRIES = 20;

/** Puts the keys into the cache. For each id null, or why not. */
export async function load(c: Context, ids: readonly string[]): Promise<(Error | null)[]> {
  for (let tries = 0; ; tries++) {
    const { generation } = c.cache;
    const rows = await sql.load(c.pool, c.tree, ids);
    let known = true;
    for (const row of rows) known &&= await learn(c, row);
    // INVARIANT: no await between this test and the last `remember`: a late answer never refills an emptied cache.
    if (known && generation === c.cache.generation) {
      const found = take(c, rows);
      return ids.map((id) => (found.has(id) ? null : new NoKey()));
    }
    await moved(c, tries);
  }
}

/** Waits for a process that is between its root commit and its last statement. If this lasts, it died there. */
export async function moved(c: Context, tries: number): Promise<void> {
  if (tries > STALE_TRIES) await c.alone((db) => settle(c, db));
  else if (tries > 1) await sleep(2);
}

function take(c: Context, rows: readonly (Entry & Row)[]): Set<string> {
  const found = new Set<string>();
  for (const held of Map.groupBy(rows, (row) => row.place).values()) {
    const node = held[0]!;
    const leaf = opened(c.id, node, c.cache.node(node.place, node.ver)!);
    try {
      for (const { id, slot } of held) {
        if (!leaf.has(slot) || leaf.label(slot) !== ownerLabel(c.id, id)) throw new NodeAltered();
        c.cache.remember(id, node.place, slot, c.secrets.copy(leaf.key(slot)));
        found.add(id);
      }
    } finally {
      leaf.wipe();
    }
  }
  return found;
}

/** A node, and how high the tree was when it was read. */
export interface Stood {
  readonly place: number;
  readonly ver: number;
  readonly height: number;
}

/**
 * Brings the key of this node, at this version, into the cache. False if the tree has moved on.
 *
 * INVARIANT: height and version are of one statement. The root's key is the top's; taken for a node that has come to
 * stand below a new top, it would be kept for that node.
 */
export async function learn(c: Context, { place, ver, height }: Stood): Promise<boolean> {
  if (c.cache.node(place, ver)) return true;
  const { generation } = c.cache;
  if (levelOf(place) === height - 1) {
    const { live, staged } = await c.root.read();
    if (live.version === ver && generation === c.cache.generation) c.cache.know(place, ver, live.key);
    free(c, live, staged);
  } else {
    const [up] = await sql.node(c.pool, c.tree, parentOf(place));
    if (!up || !(await learn(c, up)) || generation !== c.cache.generation) return false;
    const slots = opened(c.id, up, c.cache.node(up.place, up.ver)!);
    for (const slot of slots.used()) c.cache.know(childOf(up.place, slot), Number(slots.label(slot)), slots.key(slot));
    slots.wipe();
  }
  return c.cache.node(place, ver) !== undefined;
}
