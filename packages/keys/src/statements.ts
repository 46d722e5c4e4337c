/** Every statement on the rows of a tree. */
import pg from 'pg';
import type { NewRow, Row } from './rewrap.ts';

export type Db = pg.Pool | pg.ClientBase;
export interface State {
  readonly version: number;
  readonly height: number;
  readonly leaves: number;
  readonly pending: number | null;
}
export interface Entry {
  readonly id: string;
  readonly leaf: number;
  readonly slot: number;
}

const INT8 = 20;

/**
 * Plans are made once, while the tables are small; a plan that reads them whole must not be one of them, since it would
 * be kept when they have grown.
 */
const PLANS = '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off';

/** Statements go out without waiting for the answer to the one before; bigint reads as number (versions, places). */
export const wire = (url: string, name: string): pg.ClientConfig => ({
  connectionString: url,
  application_name: name,
  options: PLANS,
  keepAlive: true,
  connectionTimeoutMillis: 15_000,
  pipeline: true,
  types: { getTypeParser: (oid, format) => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) as never },
});

/** Rows as parameters from $n on: their sealed bytes travel as one value, which the server cuts up. */
export function columns(rows: readonly NewRow[]): unknown[] {
  let next = 1;
  const starts = rows.map(({ ct }) => {
    next += ct.length;
    return next - ct.length;
  });
  const bytes = Buffer.concat(rows.map(({ ct }) => ct));
  const lengths = rows.map(({ ct }) => ct.length);
  return [bytes, rows.map((r) => r.place), rows.map((r) => r.ver), rows.map((r) => r.free), starts, lengths];
}
const given = (n: number) => `unnest($${n + 1}::bigint[], $${n + 2}::bigint[], $${n + 3}::smallint[], $${n + 4}::int[],
  $${n + 5}::int[]) u (place, ver, free, start, bytes)`;
const cut = (n: number) => `substr($${n}::bytea, u.start, u.bytes)`;
const update = (n: number) => `update keys.node n set ct = ${cut(n)}, free = u.free from ${given(n)}
  where n.tree = $1 and n.place = any($${n + 1}) and n.place = u.place and n.ver = u.ver`;

const statement =
  <R = unknown>(name: string, text: string) =>
  async (db: Db, tree: number, ...values: unknown[]): Promise<R[]> =>
    (await db.query({ name: `keys_${name}`, text, values: [tree, ...values] })).rows;

export const sql = {
  lock: statement('lock', 'select pg_advisory_lock(27508, $1)'),
  unlock: statement('unlock', 'select pg_advisory_unlock(27508, $1)'),
  state: statement<State>('state', 'select version, pending, height, leaves from keys.tree where tree = $1'),

  /** (ids) Entries that may be read, with the leaves that hold their keys. */
  load: statement<Entry & Row & { height: number }>(
    'load',
    `select e.id, e.leaf, e.slot, n.place, n.ver, n.ct, t.height
    from keys.tree t join keys.entry e on e.tree = t.tree and e.id = any($2) and e.erasing is null
    cross join lateral (select * from keys.node where tree = t.tree and place = e.leaf and ver <= t.version
      order by ver desc limit 1) n where t.tree = $1`,
  ),

  /** (from, to, limit) Ids of keys that may be read, in order. */
  between: statement<{ id: string }>(
    'between',
    `select id from keys.entry where tree = $1 and id >= $2 and id < $3 and erasing is null order by id limit $4`,
  ),

  /** (place) The node as it is. */
  node: statement<Row & { height: number }>(
    'node',
    `select n.place, n.ver, n.ct, t.height from keys.node n join keys.tree t on t.tree = n.tree
    where n.tree = $1 and n.place = $2 and n.ver <= t.version order by n.ver desc limit 1`,
  ),

  /** (places, after, until) These nodes, at versions above `after` and up to `until`. */
  nodes: statement<Row>(
    'nodes',
    `select place, ver, ct from keys.node where tree = $1 and place = any($2::bigint[])
    and ver > $3 and ver <= $4`,
  ),

  /** (version) */
  nodesOf: statement<Row>('nodes_of', 'select place, ver, ct from keys.node where tree = $1 and ver = $2'),

  /** (ids) */
  known: statement<{ id: string; erasing: number | null }>(
    'known',
    'select id, erasing from keys.entry where tree = $1 and id = any($2)',
  ),

  /** (leaves) Leaves with room, the emptiest first, locked. Those that others are filling are left out. */
  room: statement<NewRow & { height: number }>(
    'room',
    `select n.place, n.ver, n.free, n.ct, t.height
    from keys.node n join keys.tree t on t.tree = n.tree
    where n.tree = $1 and n.free > 0 and not n.frozen and n.ver <= t.version
    order by n.free desc limit $2 for update of n skip locked`,
  ),

  /** (leaves) Places in so many of the emptiest leaves, locked or not. */
  roomLeft: statement<{ free: number }>(
    'room_left',
    `select coalesce(sum(free), 0)::int as free from (select free from keys.node
    where tree = $1 and free > 0 and not frozen order by free desc limit $2) n`,
  ),

  /** (ids, leaves, slots, ...columns) New entries, and the leaves that now hold their keys. */
  fill: statement(
    'fill',
    `with e as (insert into keys.entry (tree, id, leaf, slot)
    select $1, * from unnest($2::text[], $3::bigint[], $4::smallint[])) ${update(5)}`,
  ),

  /** (...columns) */
  insert: statement(
    'insert',
    `insert into keys.node (tree, place, ver, free, ct)
    select $1, u.place, u.ver, u.free, ${cut(2)} from ${given(2)}`,
  ),

  /** (...columns) */
  update: statement('update', update(2)),

  /** (leaves) */
  leaves: statement('leaves', 'update keys.tree set leaves = $2 where tree = $1'),

  /** (ids) Takes a new version and marks these entries with it. No row: another replacement is pending. */
  mark: statement<State & { pending: number } & (Entry | { id: null })>(
    'mark',
    `with t as (update keys.tree set last = last + 1, pending = last + 1 where tree = $1 and pending is null
        returning version, pending, height, leaves),
      e as (update keys.entry set erasing = t.pending from t where tree = $1 and id = any($2) returning id, leaf, slot)
    select t.*, e.* from t left join e on true`,
  ),

  /** (limit) Entries to be erased that no replacement is under way for. */
  unfinished: statement<{ id: string }>(
    'unfinished',
    `select e.id from keys.entry e join keys.tree t on t.tree = e.tree
    where e.tree = $1 and e.erasing is not null and e.erasing is distinct from t.pending limit $2`,
  ),

  /** (leaves, version) From now on no key is added to these leaves. Waits for those who are adding. */
  freeze: statement<Row>(
    'freeze',
    `update keys.node set frozen = true
    where tree = $1 and place = any($2::bigint[]) and ver <= $3 returning place, ver, ct`,
  ),

  /**
   * (version, height, places, channel, message) Makes the pending tree the tree, and forgets the entries that it was
   * made to erase. Its commit is not waited for: if the database loses it, the root's version tells to do it again. Any
   * later commit makes it durable first.
   */
  finish: statement(
    'finish',
    `with fast as materialized (select set_config('synchronous_commit', 'off', true)),
      n as (delete from keys.node where tree = $1 and place = any($4::bigint[]) and ver < $2),
      e as (delete from keys.entry where tree = $1 and erasing = $2),
      t as (update keys.tree set version = $2, pending = null, height = $3 where tree = $1)
    select pg_notify($5, $6) from fast`,
  ),

  /** (version) Three parts of one transaction. */
  drop: statement('drop', 'delete from keys.node where tree = $1 and ver = $2'),
  thaw: statement('thaw', 'update keys.node set frozen = false where tree = $1 and frozen'),
  undo: statement('undo', 'update keys.tree set pending = null where tree = $1 and pending = $2'),
};
