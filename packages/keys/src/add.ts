/** Adding keys: filling empty slots under node keys in place, and leaves when there are too few. */
import type pg from 'pg';
import { type Context, rootKey } from './context.ts';
import { NodeAltered } from './errors.ts';
import { FAN, ownerLabel, placeOf } from './node-format.ts';
import { learn, moved } from './read.ts';
import { above, replace, settle } from './replace.ts';
import { type NewRow, opened, sealed, widen } from './rewrap.ts';
import type { Key } from './secrets.ts';
import { columns, type Entry, type State, sql } from './statements.ts';

const GROW_LEAVES_MIN = 16;
const UNIQUE_VIOLATION = '23505';

/** Durable when it resolves. An id that has a key keeps it. */
export async function put(c: Context, ids: readonly string[]): Promise<void> {
  // Sorted, so that two processes that add the same ids cannot deadlock.
  const wanted = [...new Set(ids)].sort();
  for (let tries = 0; ; tries++) {
    const outcome = await fill(c, wanted);
    if (outcome === 'done') return;
    if (outcome === 'erasing') await c.alone((db) => settle(c, db));
    else if (outcome === 'short') await c.alone((db) => grow(c, db, wanted.length));
    else await moved(c, tries);
  }
}

/** Adds keys to leaves that have room; nothing is changed unless it is done. */
async function fill(c: Context, wanted: readonly string[]): Promise<'done' | 'erasing' | 'short' | 'stale'> {
  const db = await c.pool.connect();
  let broken: Error | undefined;
  try {
    const [, known, leaves] = await Promise.all([
      db.query('begin'),
      sql.known(db, c.tree, wanted),
      sql.room(db, c.tree, leavesFor(wanted.length)),
    ]);
    const present = new Set(known.map((entry) => entry.id));
    const fresh = wanted.filter((id) => !present.has(id));
    const outcome = known.some((entry) => entry.erasing !== null) ? 'erasing' : await room(c, leaves, fresh.length);
    const sealing = outcome === 'done' && fresh.length > 0 ? sealKeys(c, leaves, fresh) : null;
    if (sealing) await store(c, db, sealing);
    else await db.query('rollback');
    return outcome === 'done' && fresh.length > 0 && !sealing ? 'stale' : outcome;
  } catch (error) {
    if ((error as pg.DatabaseError).code !== UNIQUE_VIOLATION) {
      broken = error as Error;
      throw error;
    }
    await db.query('rollback');
    return 'stale';
  } finally {
    db.release(broken);
  }
}

/** Leaves that a group of new keys is spread over at most. */
const leavesFor = (keys: number): number => Math.ceil(keys / FAN) + 1;

async function room(c: Context, leaves: readonly (NewRow & { height: number })[], need: number) {
  if (leaves.reduce((sum, leaf) => sum + leaf.free, 0) < need) return 'short';
  for (const leaf of leaves) if (!(await learn(c, leaf))) return 'stale';
  return 'done';
}

interface Sealing {
  readonly made: readonly (Entry & { readonly key: Key })[];
  readonly changed: readonly NewRow[];
}

/**
 * Null if a node key has left the cache again. INVARIANT: no await in here; node keys are the cache's, and may be gone
 * in the next turn.
 */
function sealKeys(c: Context, leaves: readonly NewRow[], fresh: readonly string[]): Sealing | null {
  if (!leaves.every((row) => c.cache.node(row.place, row.ver))) return null;
  const made: (Entry & { key: Key })[] = [];
  const changed: NewRow[] = [];
  for (const row of leaves) {
    if (made.length === fresh.length) break;
    const key = c.cache.node(row.place, row.ver)!;
    const slots = opened(c.id, row, key);
    for (let slot = 0; slot < FAN && made.length < fresh.length; slot++) {
      if (slots.has(slot)) continue;
      const dek = { id: fresh[made.length]!, leaf: row.place, slot, key: c.secrets.random() };
      slots.set(slot, ownerLabel(c.id, dek.id), dek.key);
      made.push(dek);
    }
    changed.push(sealed(c.id, row.place, row.ver, slots, key));
    slots.wipe();
  }
  return { made, changed };
}

async function store(c: Context, db: pg.PoolClient, { made, changed }: Sealing): Promise<void> {
  const { generation } = c.cache;
  try {
    c.probe('put:sealed');
    const entries = [made.map((d) => d.id), made.map((d) => d.leaf), made.map((d) => d.slot)];
    await Promise.all([sql.fill(db, c.tree, ...entries, ...columns(changed)), db.query('commit')]);
    c.probe('put:committed');
  } catch (error) {
    for (const { key } of made) c.secrets.free(key);
    throw error;
  }
  for (const { id, leaf, slot, key } of made) {
    if (generation === c.cache.generation) c.cache.remember(id, leaf, slot, key);
    else c.secrets.free(key);
  }
}

/** More leaves, and a new top when the old one is full. */
async function grow(c: Context, db: pg.Client, need: number): Promise<void> {
  await settle(c, db);
  // INVARIANT: no more leaves are looked at than `fill` takes, twice over: room that lies scattered over others is of no
  // use to it, and whoever is sent back without new leaves comes again.
  const [left] = await sql.roomLeft(db, c.tree, 2 * leavesFor(need));
  if (left && left.free >= 2 * need) return;
  let state = await stateOf(c, db);
  if (state.leaves === FAN ** (state.height - 1)) {
    await replace(c, db, { taller: true });
    state = await stateOf(c, db);
  }
  const from = state.leaves;
  const to = Math.min(from + Math.max(GROW_LEAVES_MIN, Math.ceil(need / FAN)), FAN ** (state.height - 1));
  const rightmost = from === 0 ? [] : [placeOf(0, from - 1)];
  const edge = await sql.nodes(db, c.tree, above(rightmost, state.height), 0, state.version);
  const root = await rootKey(c, state);
  const tree = { id: c.id, secrets: c.secrets, height: state.height };
  const { added, changed } = widen(tree, edge, { ver: state.version, from, to }, root);
  c.secrets.free(root);
  c.probe('grow:sealed');
  await Promise.all([
    db.query('begin'),
    sql.insert(db, c.tree, ...columns(added)),
    sql.update(db, c.tree, ...columns(changed)),
    sql.leaves(db, c.tree, to),
    db.query('commit'),
  ]);
  c.probe('grow:committed');
}

async function stateOf(c: Context, db: pg.Client): Promise<State> {
  const [state] = await sql.state(db, c.tree);
  if (!state) throw new NodeAltered();
  return state;
}
