/** Replacing the root: how keys are erased, how the tree gets taller, and how its node keys are rotated. */
import type { Call } from '@kept/db';
import type pg from 'pg';
import { evictionOf } from './cache.ts';
import { type Context, free, rootKey } from './context.ts';
import { NodeAltered, Superseded } from './errors.ts';
import { levelOf, parentOf, placeOf } from './node-format.ts';
import { highest, opensAll, type Row, rewrap } from './rewrap.ts';
import { columns, type State, sql } from './statements.ts';

/** Entries to erase, leaves to re-key, or a level to add. */
export interface Task {
  readonly ids?: readonly string[];
  readonly leaves?: readonly number[];
  readonly taller?: boolean;
}

/** What the caches of all processes have to let go of. */
export interface Eviction {
  readonly call: Call;
  readonly others: string[] | undefined;
}

/** Entries that one replacement erases at most. */
export const ERASE_MAX = 4096;

/**
 * Old and new tree stand side by side in the database, durably, before the root changes; the old root goes only after
 * the new tree has been read back and opened with the new root as stored.
 */
export async function replace(c: Context, db: pg.Client, task: Task): Promise<Eviction> {
  const { ids = [], leaves = [], taller = false } = task;
  c.probe('erase:begin');
  const [, marked] = await Promise.all([db.query('begin'), sql.mark(db, c.tree, ids)]);
  const state = marked[0];
  const erased = new Map<number, number[]>();
  for (const row of marked) if (row.id !== null) erased.set(row.leaf, [...(erased.get(row.leaf) ?? []), row.slot]);
  if (!state || (erased.size + leaves.length === 0 && !taller)) {
    await db.query('rollback');
    if (state) return barrier(c, db);
    await settle(c, db);
    return replace(c, db, task);
  }
  const touched = [...new Set([...leaves, ...erased.keys()])];
  const [bottom, rest] = await Promise.all([
    sql.freeze(db, c.tree, touched, state.version),
    sql.nodes(db, c.tree, above(touched, state.height), 0, state.version),
  ]);
  const change = { rows: [...bottom, ...rest], ver: state.pending, erased, taller };
  const stored = await prepare(c, db, state, change);
  await burn(c, state.pending, stored);
  const evictions = touched.map((leaf) => evictionOf(leaf, erased.get(leaf) ?? []));
  return finish(c, db, state.pending, stored, evictions);
}

/** Nothing to do; but whoever did it may have died before every process had answered. */
async function barrier(c: Context, db: pg.Client): Promise<Eviction> {
  const call = c.ears.call([]);
  const [, others] = await Promise.all([c.ears.announce(db, call), c.ears.others(db)]);
  return { call, others };
}

type Change = Parameters<typeof rewrap>[1];

/** Stores the new tree beside the old, stages its root, and answers the rows as the database has them. */
async function prepare(c: Context, db: pg.Client, state: State & { pending: number }, change: Change): Promise<Row[]> {
  const old = await rootKey(c, state);
  const next = rewrap({ id: c.id, secrets: c.secrets, height: state.height }, change, old);
  c.secrets.free(old);
  const places = next.rows.map((row) => row.place);
  try {
    c.probe('erase:rewrapped');
    const [, , stored] = await Promise.all([
      sql.insert(db, c.tree, ...columns(next.rows)),
      db.query('commit'),
      sql.nodes(db, c.tree, places, state.version, state.pending),
    ]);
    c.probe('erase:prepared');
    await c.root.stage({ version: state.pending, key: next.root });
    c.probe('erase:staged');
    if (stored.length !== places.length) throw new NodeAltered();
    return stored;
  } finally {
    c.secrets.free(next.root);
  }
}

/** Resolves when no live process can use what was replaced. */
export async function evicted(c: Context, { call, others }: Eviction): Promise<void> {
  await c.ears.heard(call, others);
  c.probe('erase:evicted');
}

/**
 * Brings database and root store to the same version: forward if the new root is stored, back if it is not. Then erases
 * what was to be erased and is not.
 */
export async function settle(c: Context, db: pg.Client): Promise<void> {
  for (;;) {
    const [state] = await sql.state(db, c.tree);
    if (!state) throw new NodeAltered();
    if (state.pending !== null) {
      await settlePending(c, db, state.pending);
      continue;
    }
    const ids = (await sql.unfinished(db, c.tree, ERASE_MAX)).map((entry) => entry.id);
    if (ids.length === 0) return;
    await evicted(c, await replace(c, db, { ids }));
  }
}

async function settlePending(c: Context, db: pg.Client, pending: number): Promise<void> {
  c.probe('settle:begin');
  const rows = await sql.nodesOf(db, c.tree, pending);
  const { live, staged } = await c.root.read();
  free(c, live, staged);
  try {
    if (staged?.version === pending) await burn(c, pending, rows);
    else if (live.version === pending) await c.root.commit(pending);
    else return await discard(c, db, pending);
  } catch (error) {
    // A writer that was given up for dead has woken and moved the root, forward or back.
    if (error instanceof Superseded) return;
    throw error;
  }
  await evicted(c, await finish(c, db, pending, rows, null));
}

async function discard(c: Context, db: pg.Client, pending: number): Promise<void> {
  await c.root.abort(pending);
  c.probe('settle:aborted');
  const parts = [sql.drop(db, c.tree, pending), sql.thaw(db, c.tree), sql.undo(db, c.tree, pending)];
  await Promise.all([db.query('begin'), ...parts, db.query('commit')]);
  c.probe('settle:discarded');
}

/** Destroys the old root, once it is proven that the staged one opens all that is stored under its version. */
async function burn(c: Context, version: number, stored: readonly Row[]): Promise<void> {
  const { live, staged } = await c.root.read();
  const proven = staged?.version === version && opensAll(c.id, stored, staged.key);
  free(c, live, staged);
  if (staged?.version !== version) throw new Superseded();
  if (!proven) throw new NodeAltered();
  c.probe('erase:proven');
  await c.root.commit(version);
  c.probe('erase:committed');
}

async function finish(
  c: Context,
  db: pg.Client,
  version: number,
  rows: readonly Row[],
  evictions: string[] | null,
): Promise<Eviction> {
  const places = rows.map((row) => row.place);
  const call = c.ears.call(evictions);
  const [, others] = await Promise.all([
    sql.finish(db, c.tree, version, levelOf(highest(places)) + 1, places, call.channel, call.payload),
    c.ears.others(db),
  ]);
  // Here at once, and not only when the others have answered.
  c.cache.evict(evictions);
  c.probe('erase:finished');
  return { call, others };
}

/** The nodes on the paths from these leaves to the top: the top always, the leaves not. */
export function above(leaves: readonly number[], height: number): number[] {
  const places = new Set([placeOf(height - 1, 0)]);
  for (const leaf of leaves) for (let p = parentOf(leaf); levelOf(p) < height; p = parentOf(p)) places.add(p);
  return [...places];
}
